"""One source says that it never happened, or not since some time; another tells that it did."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.concepts import ontology
from factcheck.linking.story import StoryView
from factcheck.model import Claim, Polarity, TimeExpression, Value
from factcheck.rules.base import AGREE, APART, Comparison, Fact, Relation
from factcheck.rules.pairs import PairKind

_INSIDE, _UNDATED = 0.6, 0.0
"""A dated occurrence inside the denied time is a nearer miss than one without a date."""


class NeverKind(PairKind):
    """never: see the rule's page."""

    kind = "never"
    message = "Never, or not since then, and yet: {a} or {b}"

    def facts(self, claim: Claim, view: StoryView) -> Iterable[Fact]:
        if claim.predicate in ontology() and claim.polarity is not Polarity.NEGATIVE:
            since = _since(claim) if claim.polarity is Polarity.NEVER else None
            words = claim.predicate.replace("_", " ")
            text = words if claim.polarity is Polarity.POSITIVE else _denial(words, since)
            data = (("noun", words), ("since", since.value if since else None))
            yield Fact(claim, claim.predicate_span, Value("never", text, data), frozenset(), since)

    def compare(self, a: Fact, b: Fact, view: StoryView) -> Comparison:
        if a.claim.predicate != b.claim.predicate:
            return APART
        denials = [f for f in (a, b) if f.claim.polarity is Polarity.NEVER]
        if len(denials) != 1:
            return AGREE
        denial, told = (a, b) if denials[0] is a else (b, a)
        if _told_later(denial, told, view):
            return APART
        return _against(denial.raw, told.claim)


def _since(claim: Claim) -> TimeExpression | None:
    return next((t for t in claim.times if t.signal == "since"), None)


def _denial(words: str, since: TimeExpression | None) -> str:
    return f"no {words} since {since.value}" if since is not None else f"never {words}"


def _told_later(denial: Fact, told: Fact, view: StoryView) -> bool:
    """True if it can have happened after the denial was published."""
    days = [view.published(f.claim) for f in (denial, told)]
    return days[0] is not None and days[1] is not None and days[0] < days[1]


def _against(since: TimeExpression | None, told: Claim) -> Comparison:
    """An occurrence against a denial: before its start they agree, inside they clash."""
    dates = [t for t in told.times if t.earliest is not None and t.latest is not None]
    if since is None or since.latest is None:
        return Comparison(Relation.CLASH, _INSIDE if dates else _UNDATED)
    if any(t.latest is not None and t.latest <= since.latest for t in dates):
        return AGREE
    inside = any(t.earliest is not None and t.earliest > since.latest for t in dates)
    return Comparison(Relation.CLASH, _INSIDE) if inside else APART
