"""The claim table for machines, version 1."""

from __future__ import annotations

import math
from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from factcheck.model import (
    Attribution,
    Claim,
    Document,
    Mention,
    Ordinal,
    Place,
    Quantity,
    Report,
    TimeExpression,
)
from factcheck.report.json_v1 import SCHEMA_VERSION, PositionV1, iso, where


class TimeV1(Struct, frozen=True, kw_only=True):
    """A temporal expression; ``earliest`` and ``latest`` bound the days that it may denote, inclusive."""

    text: str
    type: str
    value: str
    mod: str | None
    earliest: str | None
    latest: str | None
    weekday: int | None
    """0 (Monday) to 6 if the words name a weekday."""
    signal: str | None
    """The class of the word before it: since, until, before, after, from, in, for."""


class RoleV1(Struct, frozen=True):
    """Who or what takes part."""

    role: str
    text: str
    key: str
    kind: str


class PlaceV1(Struct, frozen=True):
    text: str
    name: str
    key: str
    kind: str
    country: str | None
    signal: str | None


class QuantityV1(Struct, frozen=True):
    """A number; ``low`` and ``high`` are null at an open end."""

    text: str
    low: float | None
    high: float | None
    nominal: float
    unit: str
    noun: str
    hedge: str


class OrdinalV1(Struct, frozen=True):
    """The k-th of a series; -1 is the last, 0 the only one."""

    text: str
    k: int
    noun: str
    since: TimeV1 | None
    scope: str | None


class AttributionV1(Struct, frozen=True):
    """Whose claim it is, from the outermost reporter inwards."""

    speakers: list[str]
    kind: str
    verb: str | None


class ClaimV1(Struct, frozen=True, kw_only=True):
    """What one clause says of one event, state or quantity."""

    id: str
    file: str
    source: str | None
    language: str
    published: str | None
    start: PositionV1
    end: PositionV1
    located: Literal["extracted"] | UnsetType = UNSET
    quote: str
    """The clause."""
    sentence: str
    predicate: str
    roles: list[RoleV1]
    event_time: list[TimeV1]
    """When it happened, as far as the clause tells."""
    report_time: TimeV1 | None
    """When it was said."""
    places: list[PlaceV1]
    quantities: list[QuantityV1]
    ordinal: OrdinalV1 | None
    polarity: str
    modality: str
    attribution: AttributionV1 | None


class ClaimsV1(Struct, frozen=True):
    """The claim table of ``factcheck claims --format json``; ``jsonl`` holds one claim a line."""

    schema_version: str
    claims: list[ClaimV1]


def to_v1(report: Report) -> ClaimsV1:
    """The report's claims in the types of version 1, in the order of files and text."""
    documents = {document.id: document for document in report.documents}
    return ClaimsV1(SCHEMA_VERSION, [_claim(claim, documents[claim.document], report) for claim in report.claims])


def _claim(claim: Claim, document: Document, report: Report) -> ClaimV1:
    text = document.text
    attribution = claim.attribution
    sentence = report.sentences[document.id][claim.sentence].span
    return ClaimV1(
        id=claim.id,
        file=document.id,
        source=document.source,
        language=document.language,
        published=iso(document.published),
        quote=text[claim.span.start : claim.span.end],
        sentence=text[sentence.start : sentence.end],
        predicate=claim.predicate,
        roles=[_role(role, mention) for role, mention in claim.roles],
        event_time=[_time(time) for time in claim.times],
        report_time=_time(attribution.time) if attribution and attribution.time else None,
        places=[_place(place) for place in claim.places],
        quantities=[_quantity(quantity, text) for quantity in claim.quantities],
        ordinal=_ordinal(claim.ordinal, text) if claim.ordinal else None,
        polarity=claim.polarity.value,
        modality=claim.modality.value,
        attribution=_attribution(attribution) if attribution else None,
        **where(document, claim.span),
    )


def _role(role: str, mention: Mention) -> RoleV1:
    return RoleV1(role, mention.text, mention.key, mention.kind)


def _time(time: TimeExpression) -> TimeV1:
    return TimeV1(
        text=time.text,
        type=time.type,
        value=time.value,
        mod=time.mod,
        earliest=iso(time.earliest),
        latest=iso(time.latest),
        weekday=time.weekday,
        signal=time.signal,
    )


def _place(place: Place) -> PlaceV1:
    return PlaceV1(place.surface, place.name, place.key, place.kind, place.country, place.signal)


def _quantity(quantity: Quantity, text: str) -> QuantityV1:
    return QuantityV1(
        text[quantity.span.start : quantity.span.end],
        _finite(quantity.low),
        _finite(quantity.high),
        quantity.nominal,
        quantity.unit,
        quantity.noun,
        quantity.hedge.value,
    )


def _ordinal(ordinal: Ordinal, text: str) -> OrdinalV1:
    since = _time(ordinal.since) if ordinal.since else None
    words = text[ordinal.span.start : ordinal.span.end]
    return OrdinalV1(words, ordinal.k, ordinal.noun, since, ordinal.scope)


def _attribution(attribution: Attribution) -> AttributionV1:
    return AttributionV1(list(attribution.speakers), attribution.kind, attribution.verb)


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None
