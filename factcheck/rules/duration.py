"""Two sources give one happening two lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.linking.story import StoryView
from factcheck.model import Claim, TimeExpression, Value
from factcheck.rules.base import AGREE, APART, Comparison, Fact, Relation
from factcheck.rules.pairs import PairKind

_DISTANCES = frozenset({"before", "since"})
"""Signals of a distance in time ("vor drei Jahren", "two years ago"), not a length."""
_INCOMPARABLE = 40
"""Half an hour and two years are lengths of two things."""


class DurationKind(PairKind):
    """duration: see the rule's page."""

    kind = "duration"
    message = "Two lengths for {what}: {a} or {b}"

    def facts(self, claim: Claim, view: StoryView) -> Iterable[Fact]:
        for time in claim.times:
            if time.type == "DURATION" and time.seconds is not None and time.signal not in _DISTANCES:
                yield Fact(claim, time.span, _value(time), frozenset(), time)

    def compare(self, a: Fact, b: Fact, view: StoryView) -> Comparison:
        one, other = a.raw.seconds, b.raw.seconds
        if one[0] <= other[1] and other[0] <= one[1]:
            return AGREE
        if not one[1] or not other[1]:
            return APART
        ratio = max(one[0] / other[1], other[0] / one[1])
        if ratio > _INCOMPARABLE:
            return APART
        if _like(a.raw.value, b.raw.value):
            return Comparison(Relation.CLASH, 1.0)
        near = 0.3 if ratio <= 3 else 0.0
        return Comparison(Relation.CLASH, near + (0.2 if a.raw.value[-1] == b.raw.value[-1] else 0.0))


def _like(a: str, b: str) -> bool:
    """True for compound lengths of one form that share a part or swap two: P4Y6M and P5Y6M, P4Y9M and P9Y4M."""
    one, other = re.findall(r"\d+", a), re.findall(r"\d+", b)
    same_form = re.sub(r"\d+", "", a) == re.sub(r"\d+", "", b)
    return same_form and len(one) > 1 and bool(set(one) & set(other))


def _value(time: TimeExpression) -> Value:
    assert time.seconds is not None
    return Value("duration", time.value, (("timex", time.value), ("low", time.seconds[0]), ("high", time.seconds[1])))
