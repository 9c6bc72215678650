"""Records: "the highest level since 1994" against a higher one in 2011.

Each measurement is an event with a value; values are integers in one unit (the caller scales them), times
are the start points of ``timeline``.
"""

from __future__ import annotations

from factcheck.reasoning.constraints import ORIGIN, Choice, Constraint, Point, Tag, between
from factcheck.reasoning.timeline import after, at, start


def value(event: str) -> Point:
    """The point that an event's measured value is."""
    return f"{event}.value"


def measured(event: str, low: int | None, high: int | None, tag: Tag | None = None) -> tuple[Constraint, ...]:
    """The value lies in the closed interval."""
    return between(value(event), ORIGIN, low, high, tag)


def record(event: str, other: str, since: int | None, tag: Tag | None = None, *, lowest: bool = False) -> Choice:
    """The event's value is the highest since a day, as far as one other measurement is concerned.

    The other lies on or before the last day that "since" may mean (None: "ever"), or comes after the
    event, or is not higher. Say it once for each other measurement of the series.
    """
    better, worse = (other, event) if lowest else (event, other)
    readings = [
        between(value(better), value(worse), 0, None, tag),
        after(start(other), start(event), 0, None, tag),
    ]
    if since is not None:
        readings.append(at(start(other), None, since, tag))
    return Choice(tuple(readings), tag)
