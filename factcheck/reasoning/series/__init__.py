"""Counting series: "second trip since 2011", "never before", "exactly one".

A series holds the events of one kind and one actor. N(t) counts those up to and including the moment t; it
never falls. An event is the step of N that it makes: At(event) is its number in the series, counting it.
Every statement says how much N grows between two boundaries, and that is a difference constraint:

- "the first trip since his visit in 2019": N grows by 1 from the visit (an event in 2019) to this trip;
- "the second since 2011": N grows by 2 from some moment of 2011 to this trip;
- "in 2015 they met there": N grows by 1 or more over the days of 2015.

Any two of these can hold; all three cannot: the visit is the last before this trip and lies after the
one of 2015, so that there would be three since 2011. The first two with "first since 2019" in place of the
visit are consistent, and exactly one trip from the counting start in 2011 to the end of 2019 follows.

A boundary such as "2011" straddles: it is a moment T somewhere in the year. N(T) is then a number between
N at the end of 2010 and N at the end of 2011, and as N grows by ones every such number is N of some moment of
2011: nothing is lost by leaving T itself out. This one boundary also covers the two readings of "since 2019",
that there was an event in 2019 and none after it, and that there was none in or after 2019: T lies after
the last event of the period, or before its first.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.reasoning.constraints import Core, Point
from factcheck.reasoning.series.compile import add_series
from factcheck.reasoning.series.facts import (
    At,
    Beginning,
    Boundary,
    Count,
    EndOf,
    Fact,
    Happened,
    Moment,
    Reading,
    Statement,
    Within,
    happened,
    in_order,
    kth_ever,
    kth_since,
    kth_since_event,
    last_until,
    never_before,
    never_until,
    next_after,
    none_since,
    number_within,
    only,
)
from factcheck.reasoning.system import Bounds, System

__all__ = [
    "At",
    "Beginning",
    "Boundary",
    "Count",
    "EndOf",
    "Fact",
    "Happened",
    "Moment",
    "Reading",
    "Statement",
    "Within",
    "add_series",
    "consistent",
    "cores",
    "happened",
    "implied_bounds",
    "implied_supports",
    "in_order",
    "kth_ever",
    "kth_since",
    "kth_since_event",
    "last_until",
    "never_before",
    "never_until",
    "next_after",
    "none_since",
    "number_within",
    "only",
    "system_of",
]


def consistent(statements: Iterable[Statement]) -> bool:
    """True if the statements on one series can all hold, or cannot be decided."""
    return system_of(statements).solve().consistent


def cores(statements: Iterable[Statement]) -> tuple[Core, ...]:
    """All minimal sets of statements that cannot hold together, with proofs, in canonical order."""
    return system_of(statements).solve().cores


def implied_bounds(statements: Iterable[Statement], first: int | Boundary, last: int | Boundary) -> Bounds | None:
    """How many events must and may lie between: (low, high), None for no limit.

    Days count as a closed interval: (first, last) from the start of the one to the end of the other. With
    a named ``Within`` the count starts at that moment: "from 2011, where the sources count from, to the end
    of 2019: exactly one" is ``implied_bounds(statements, Within(a, b, "2011"), end_of_2019) == (1, 1)``.
    None if the statements contradict each other.
    """
    system, after, until = _asked(statements, first, last)
    return system.bounds(until, after)


def implied_supports(
    statements: Iterable[Statement], first: int | Boundary, last: int | Boundary
) -> tuple[tuple[Core, ...], tuple[Core, ...]]:
    """Why ``implied_bounds`` holds: the minimal sets of statements for the lower and for the upper bound.

    Each core refutes that there were fewer, or more; see ``System.supports``. Empty where there is no bound.
    """
    system, after, until = _asked(statements, first, last)
    low, high = system.bounds(until, after) or Bounds()
    fewest = () if low is None else system.supports(after, until, -low)
    most = () if high is None else system.supports(until, after, high)
    return fewest, most


def _asked(statements: Iterable[Statement], first: int | Boundary, last: int | Boundary) -> tuple[System, Point, Point]:
    after = EndOf(first - 1) if isinstance(first, int) else first
    until = EndOf(last) if isinstance(last, int) else last
    system = System()
    points = add_series(system, "N", statements, asked=(after, until))
    return system, points[0], points[1]


def system_of(statements: Iterable[Statement]) -> System:
    """A system that holds this series alone."""
    system = System()
    add_series(system, "N", statements)
    return system
