"""One thing in two states that exclude each other: cancelled and held, open and closed, said and denied."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.concepts import exclude, ontology
from factcheck.linking.story import StoryView
from factcheck.model import Claim, Polarity, Value
from factcheck.rules.base import AGREE, APART, Comparison, Fact, Relation
from factcheck.rules.pairs import PairKind

_DENIED, _OPPOSED = -0.5, -0.2
"""Words that exclude each other, and still more a "not" in one clause, often belong to two things."""


class StatusKind(PairKind):
    """status: see the rule's page."""

    kind = "status"
    message = "Two states: {a} or {b}"

    def facts(self, claim: Claim, view: StoryView) -> Iterable[Fact]:
        if claim.predicate in ontology():
            negation = "" if claim.polarity is Polarity.POSITIVE else "not "
            value = Value("status", negation + claim.predicate.replace("_", " "))
            yield Fact(claim, claim.predicate_span, value, frozenset(), claim.predicate)

    def compare(self, a: Fact, b: Fact, view: StoryView) -> Comparison:
        negative = [f.claim.polarity is not Polarity.POSITIVE for f in (a, b)]
        if Polarity.NEVER in (a.claim.polarity, b.claim.polarity):
            return APART  # the kind never's
        if a.raw == b.raw:
            if negative[0] == negative[1]:
                return AGREE
            return APART if _came_later(a, b, view) else Comparison(Relation.CLASH, _DENIED)
        if exclude(a.raw, b.raw):
            return APART if any(negative) else Comparison(Relation.CLASH, _OPPOSED)
        return APART


def _came_later(a: Fact, b: Fact, view: StoryView) -> bool:
    """True if what one article denies is told by a later one: it can have happened in between."""
    denial, other = (a, b) if a.claim.polarity is not Polarity.POSITIVE else (b, a)
    days = [view.published(f.claim) for f in (denial, other)]
    return days[0] is not None and days[1] is not None and days[0] < days[1]
