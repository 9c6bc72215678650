"""Times of events as constraints: days, order, distance, duration, publication.

Every event has a point for its start and one for its end, in one unit throughout a system: day ordinals
or minutes. The functions return constraints for ``System.add_all``; several readings ("on the 2nd or the
3rd") go into a ``Choice``. Intervals are closed, None leaves a side open.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.reasoning.constraints import ORIGIN, Choice, Constraint, Point, Tag, between

Constraints = tuple[Constraint, ...]


def start(event: str) -> Point:
    """The point at which an event starts."""
    return f"{event}.start"


def end(event: str) -> Point:
    """The point at which an event ends."""
    return f"{event}.end"


def published(document: str) -> Point:
    """The point at which an article appears."""
    return f"{document}.published"


def event(name: str) -> Constraints:
    """No event ends before it starts: the background that each needs."""
    return between(end(name), start(name), 0, None)


def instant(name: str, tag: Tag | None = None) -> Constraints:
    """The event takes no time: it starts and ends on the same day (or minute)."""
    return between(end(name), start(name), 0, 0, tag)


def at(point: Point, earliest: int | None, latest: int | None, tag: Tag | None = None) -> Constraints:
    """The point lies in the interval."""
    return between(point, ORIGIN, earliest, latest, tag)


def lies_within(name: str, earliest: int | None, latest: int | None, tag: Tag | None = None) -> Constraints:
    """The whole event lies in the interval: "in September"."""
    return at(start(name), earliest, None, tag) + at(end(name), None, latest, tag)


def touches(name: str, earliest: int, latest: int, tag: Tag | None = None) -> Constraints:
    """Some part of the event lies in the interval: "on Tuesday the talks went on"."""
    return at(start(name), None, latest, tag) + at(end(name), earliest, None, tag)


def after(
    later: Point, earlier: Point, low: int | None = 0, high: int | None = None, tag: Tag | None = None
) -> Constraints:
    """One point lies ``low`` to ``high`` after another: "two days later" is (2, 2)."""
    return between(later, earlier, low, high, tag)


def before(earlier: str, later: str, low: int = 0, high: int | None = None, tag: Tag | None = None) -> Constraints:
    """One event ends before another starts, with a gap of ``low`` to ``high``."""
    return between(start(later), end(earlier), low, high, tag)


def during(inner: str, outer: str, tag: Tag | None = None) -> Constraints:
    """One event lies within another."""
    return between(start(inner), start(outer), 0, None, tag) + between(end(outer), end(inner), 0, None, tag)


def lasts(name: str, low: int | None, high: int | None, tag: Tag | None = None) -> Constraints:
    """From start to end it takes so long; three days "from the 1st to the 3rd" are a distance of 2."""
    return between(end(name), start(name), low, high, tag)


def completed_years(later: Point, earlier: Point, low: int, high: int, tag: Tag | None = None) -> Constraints:
    """So many full years lie between two days: an age is ``completed_years(day, birth, age, age)``.

    Counted in days, with room for every possible place of the leap days.
    """
    return between(later, earlier, _fewest_days(low), _most_days(high + 1) - 1, tag)


def calendar_years(later: Point, earlier: Point, low: int, high: int, tag: Tag | None = None) -> Constraints:
    """The years of two days are so far apart: the 30th edition of what is held yearly is (29, 29)."""
    return between(later, earlier, -_most_days(1 - low) + 1, _most_days(high + 1) - 1, tag)


def _fewest_days(years: int) -> int:
    """No stretch of so many years is shorter: a turn of the century may take two leap days from it."""
    return -_most_days(-years) if years < 0 else 365 * years + max(0, years // 4 - 2 - years // 100)


def _most_days(years: int) -> int:
    """No stretch of so many years is longer."""
    return -_fewest_days(-years) if years < 0 else 365 * years + (years + 3) // 4


def told_by(name: str, document: str, tag: Tag | None = None) -> Constraints:
    """An article tells the event as past: it was over when the article appeared."""
    return between(published(document), end(name), 0, None, tag)


def awaited_by(name: str, document: str, tag: Tag | None = None) -> Constraints:
    """An article tells the event as still to come: it began no earlier than the article appeared."""
    return between(start(name), published(document), 0, None, tag)


def on_weekdays(name: str, weekdays: Iterable[int], earliest: int, latest: int, tag: Tag | None = None) -> Choice:
    """The event took place on one of these weekdays in the interval, in a week left open.

    Points are day ordinals here (``date.toordinal``: day 1 was a Monday).
    """
    wanted = frozenset(weekdays)
    days = (day for day in range(earliest, latest + 1) if (day - 1) % 7 in wanted)
    never = (Constraint(start(name), start(name), -1, tag),)
    return Choice(tuple(lies_within(name, day, day, tag) for day in days) or (never,), tag)


def weekdays_disjoint(first: Iterable[int], *others: Iterable[int]) -> bool:
    """True if no weekday (0 Monday to 6) lies in all the sets: no calendar week can reconcile them.

    "On Tuesday" against "on Wednesday" needs no publication date. Three sets may be disjoint where every
    two of them share a day.
    """
    shared = set(first)
    for other in others:
        shared &= set(other)
    return not shared
