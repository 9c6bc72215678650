"""Two sources give one event two days, months or years."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from factcheck.linking.story import StoryView
from factcheck.linking.times import meet, names_a_day
from factcheck.model import Claim, Grain, TimeExpression, Value, Verdict
from factcheck.rules.base import AGREE, APART, CONTAINS, Comparison, Fact, Relation
from factcheck.rules.pairs import PairKind

_COARSE = frozenset({Grain.YEAR, Grain.DECADE, Grain.CENTURY})
_NEAR = ((7, 0.5), (31, 0.2), (366, 0.0))
"""Days between the two dates and how near a miss that is; beyond, rather two happenings."""
_FAR, _NEAR_WEEKDAYS, _NEAR_PARTIAL = -0.2, 0.4, 0.3


_REPORT = "One day is the event's, the other the report's: a report may come later, so both can be true"


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""For messages; articles are read with the language data."""
_LENGTH_OF_YEAR = 4


class DateKind(PairKind):
    """date: see the rule's page."""

    kind = "date"
    slot = "when"
    message = "Two dates for {what}: {a} or {b}"

    def facts(self, claim: Claim, view: StoryView) -> Iterable[Fact]:
        for time in claim.times:
            if time.type in {"DATE", "TIME"} and _is_date(time) and not _is_bound(time, claim):
                yield Fact(claim, time.span, value_of(time), frozenset(), time)
        report = claim.attribution.time if claim.attribution is not None else None
        if report is not None and names_a_day(report) and not claim.times:
            yield Fact(claim, report.span, value_of(report), frozenset(), report)

    def compare(self, a: Fact, b: Fact, view: StoryView) -> Comparison:
        comparison = compare_times(a.raw, b.raw)
        reports = [_is_report(f) for f in (a, b)]
        if not any(reports):
            return comparison
        dated = all(view.published(f.claim) for f in (a, b))
        if all(reports) or dated or comparison.relation is not Relation.CLASH:
            return APART
        return Comparison(Relation.CLASH, comparison.near, verdict=Verdict.TENSION, why=_REPORT)


def _is_report(fact: Fact) -> bool:
    """True if the day is that of the report: it meets an event's day as a tension, never more."""
    return fact.raw not in fact.claim.times


def _is_date(time: TimeExpression) -> bool:
    """True if the words themselves name a day or more: "um neun Uhr" gives a time of day only."""
    if not names_a_day(time):
        return False
    return time.earliest is not None or time.weekday is not None or time.month is not None


def _is_bound(time: TimeExpression, claim: Claim) -> bool:
    """True for the end of a stretch and for the start that a rank or an absence is counted from.

    "Zweite Reise seit 2011" dates no journey; "seit Freitag offen" dates the opening. A year that the words do
    not give themselves ("this year's race") dates nothing either.
    """
    if time.signal == "until" or (time.grain in _COARSE and time.year is None):
        return True
    return time.signal == "since" and (claim.ordinal is not None or time.grain in _COARSE)


def value_of(time: TimeExpression) -> Value:
    """The statement's value: TIMEX3 value and the days that it may denote."""
    text = _in_words(time)
    return Value(
        "date",
        text,
        (
            ("timex", time.value),
            ("earliest", time.earliest.isoformat() if time.earliest else None),
            ("latest", time.latest.isoformat() if time.latest else None),
            ("weekday", time.weekday),
        ),
    )


def _in_words(time: TimeExpression) -> str:
    """ "Tuesday, 12 September 2023", "Tuesday", "1 to 30 April 2025" or, where no day is known, the TIMEX3 value."""
    if time.earliest is None or time.latest is None:
        return WEEKDAYS[time.weekday] if time.weekday is not None else time.value
    if time.earliest == time.latest:
        return f"{WEEKDAYS[time.earliest.weekday()]}, {_day(time.earliest)}"
    if len(time.value) == _LENGTH_OF_YEAR:
        return time.value
    return f"{_day(time.earliest)} to {_day(time.latest)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def compare_times(a: TimeExpression, b: TimeExpression) -> Comparison:
    """Overlap is agreement; times that can't meet clash, the nearer the likelier one value given twice."""
    together = meet(a, b)
    if together is None:
        return APART
    if together:
        return AGREE if a.grain is b.grain else CONTAINS
    return Comparison(Relation.CLASH, _nearness(a, b))


def _nearness(a: TimeExpression, b: TimeExpression) -> float:
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return _NEAR_WEEKDAYS if a.weekday is not None and b.weekday is not None else _NEAR_PARTIAL
    gap = max((b.earliest - a.latest).days, (a.earliest - b.latest).days)
    if _differ_in_one_part(a.earliest, b.earliest) and a.latest - a.earliest == b.latest - b.earliest:
        return 0.6
    return next((near for days, near in _NEAR if gap <= days), _FAR)


def _differ_in_one_part(a: date, b: date) -> bool:
    """1 January and 1 February 2025; March 2022 and March 2023; 3 and 13 May."""
    return (a.day == b.day) + (a.month == b.month) + (a.year == b.year) == 2
