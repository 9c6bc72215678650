"""The typed values of statements, one shape a type.

A rule gives ``model.Value.data`` the fields of its type; a field that the shape lacks is a fault of the rule
and raises, a field that the rule leaves out is null.
"""

from __future__ import annotations

import math

import msgspec
from msgspec import Struct

from factcheck.model import Value


class _Typed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    text: str
    """The value for people."""


class DateValue(_Typed, frozen=True, tag="date"):
    """Days, as ISO 8601 dates; ``weekday`` is 0 (Monday) to 6 where only the weekday is known."""

    timex: str | None = None
    earliest: str | None = None
    latest: str | None = None
    weekday: int | None = None


class ClockValue(_Typed, frozen=True, tag="clock"):
    """The first and last time of day that the words allow, and ``utc_offset``, all in minutes."""

    first: int | None = None
    last: int | None = None
    utc_offset: int | None = None


class PlaceValue(_Typed, frozen=True, tag="place"):
    """A place; ``key`` is a gazetteer id or a folded name, ``country`` an ISO 3166 code."""

    key: str | None = None
    name: str | None = None
    kind: str | None = None
    country: str | None = None


class _Measured(_Typed, frozen=True):
    low: float | None = None
    high: float | None = None
    nominal: float | None = None
    """The number as written."""
    unit: str | None = None
    noun: str | None = None
    hedge: str | None = None


class CountValue(_Measured, frozen=True, tag="count"):
    """The interval that the words allow; null at an open end."""


class AttributeValue(_Measured, frozen=True, tag="attribute"):
    """A lasting property: a measure as in ``count``, or words in ``text`` alone."""


class StatusValue(_Typed, frozen=True, tag="status"):
    """A state that excludes others."""


class OrdinalValue(_Typed, frozen=True, tag="ordinal"):
    """The k-th of a series; -1 is the last, 0 the only one; ``since`` null means ever."""

    k: int | None = None
    noun: str | None = None
    since: str | None = None
    scope: str | None = None


class NeverValue(_Typed, frozen=True, tag="never"):
    """Nothing of the kind since a time, or ever where ``since`` is null."""

    noun: str | None = None
    since: str | None = None


class DurationValue(_Typed, frozen=True, tag="duration"):
    """A length in seconds, from ``low`` to ``high``."""

    timex: str | None = None
    low: float | None = None
    high: float | None = None


class ParticipantValue(_Typed, frozen=True, tag="participant"):
    """Who filled a role."""

    role: str | None = None
    name: str | None = None
    key: str | None = None


class QuoteValue(_Typed, frozen=True, tag="quote"):
    """The quoted words, and whose they are."""

    speaker: str | None = None


class TextValue(_Typed, frozen=True, tag="text"):
    """A value that has no narrower type."""


AnyValue = (
    DateValue
    | ClockValue
    | PlaceValue
    | CountValue
    | AttributeValue
    | StatusValue
    | OrdinalValue
    | NeverValue
    | DurationValue
    | ParticipantValue
    | QuoteValue
    | TextValue
)


def value_of(value: Value) -> AnyValue:
    """The value in the shape of its type. Raises msgspec.ValidationError for one that does not fit."""
    fields = {name: None if _is_open(field) else field for name, field in value.data}
    typed: AnyValue = msgspec.convert({"type": value.type, "text": value.text, **fields}, AnyValue)
    return typed


def _is_open(field: str | float | int | None) -> bool:
    return isinstance(field, float) and not math.isfinite(field)
