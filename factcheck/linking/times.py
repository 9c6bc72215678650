"""Do two times meet? Days, weekdays and partial dates; the shared ground of guards and rules."""

from __future__ import annotations

from factcheck.model import TimeExpression


def meet(a: TimeExpression, b: TimeExpression) -> bool | None:
    """True if the two may denote a common day, False if they can't, None where that can't be told."""
    if a.earliest and a.latest and b.earliest and b.latest:
        return a.earliest <= b.latest and b.earliest <= a.latest
    if a.weekday is not None and b.weekday is not None:
        return a.weekday == b.weekday
    for one, other in ((a, b), (b, a)):
        if one.weekday is not None and other.earliest and other.earliest == other.latest:
            return other.earliest.weekday() == one.weekday
        if one.month is not None and one.earliest is None and other.earliest and other.latest:
            return _meets_partial(one, other)
    if a.month and b.month:
        return a.month == b.month and (a.day is None or b.day is None or a.day == b.day)
    return None


def _meets_partial(partial: TimeExpression, full: TimeExpression) -> bool:
    """A month, or a day of a month, of unknown year against an interval of days."""
    assert full.earliest is not None
    assert full.latest is not None
    if partial.month is None or not full.earliest.month <= partial.month <= full.latest.month:
        return False
    return not (partial.day and full.earliest == full.latest and full.earliest.day != partial.day)


def names_a_day(time: TimeExpression) -> bool:
    """True if the words themselves name a day or more: "um neun Uhr" gives a time of day only."""
    return time.type == "DATE" or time.weekday is not None or time.day is not None
