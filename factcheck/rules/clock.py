"""Two sources give one happening two times of day."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.languages import load
from factcheck.linking.story import StoryView
from factcheck.linking.times import meet, names_a_day
from factcheck.model import Claim, TimeExpression, Value
from factcheck.rules.base import AGREE, APART, Comparison, Fact, Relation
from factcheck.rules.pairs import PairKind

_PRECISE = 30
"""Minutes: wider times ("am Abend") are times of day, not clock times."""
_ZONE_REACH = 25
_SAME = 5
"""Minutes between two reports of one moment that nobody calls a contradiction."""


class ClockKind(PairKind):
    """clock: see the rule's page."""

    kind = "clock"
    slot = "when"
    message = "Two times of day for {what}: {a} or {b}"

    def facts(self, claim: Claim, view: StoryView) -> Iterable[Fact]:
        for time in claim.times:
            if time.clock is not None and time.type == "TIME":
                yield Fact(claim, time.span, _value(time), frozenset(), time)

    def compare(self, a: Fact, b: Fact, view: StoryView) -> Comparison:
        one, other = a.raw.clock, b.raw.clock
        if _zone(a, view) != _zone(b, view):
            return APART
        if (a.raw.utc_offset is None) != (b.raw.utc_offset is None) and a.raw.utc_offset != b.raw.utc_offset:
            return APART
        if names_a_day(a.raw) and names_a_day(b.raw) and not meet(a.raw, b.raw):
            return APART
        shift = (b.raw.utc_offset or 0) - (a.raw.utc_offset or 0)
        if one[0] <= other[1] - shift and other[0] - shift <= one[1]:
            return AGREE
        if max(one[1] - one[0], other[1] - other[0]) > _PRECISE:
            return APART
        gap = max(other[0] - shift - one[1], one[0] - other[1] + shift)
        if gap <= _SAME:
            return AGREE
        return Comparison(Relation.CLASH, 0.4 if gap <= 120 or gap % 60 == 0 else 0.1)


def _zone(fact: Fact, view: StoryView) -> str:
    """The zone named right behind the time ("deutscher Zeit", "GMT"), lower case; "" for local time."""
    document = view.documents[fact.claim.document]
    behind = document.text[fact.span.start : fact.span.end + _ZONE_REACH].casefold()
    zones = load(document.language).section("grammar")["zones"]
    return next((zone for zone in zones if zone in behind), "")


def _value(time: TimeExpression) -> Value:
    assert time.clock is not None
    first, last = time.clock
    text = f"{first // 60:02d}:{first % 60:02d}"
    if last != first:
        text += f" to {last // 60:02d}:{last % 60:02d}"
    return Value("clock", text, (("first", first), ("last", last), ("utc_offset", time.utc_offset)))
