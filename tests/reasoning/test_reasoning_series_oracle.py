"""Counting series against every course of events on a few days."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.reasoning.series import (
    At,
    Beginning,
    Boundary,
    Count,
    EndOf,
    Fact,
    Happened,
    Statement,
    Within,
    consistent,
    implied_bounds,
)

DAYS = range(1, 4)
MOST_A_DAY = 4
NAMES = ("a", "b")

Course = tuple[float, ...]
"""The moments of the events; day d lasts from d to d + 1."""


@cache
def courses() -> tuple[Course, ...]:
    """All ways to have up to four events on each day."""
    return tuple(
        tuple(moment for day, number in zip(DAYS, numbers, strict=True) for moment in spread(day, number))
        for numbers in product(range(MOST_A_DAY + 1), repeat=len(DAYS))
    )


def spread(day: int, number: int) -> list[float]:
    return [day + (place + 1) / (number + 1) for place in range(number)]


def moments(boundary: Boundary, course: Course, named: dict[str, float]) -> Iterator[float]:
    """The moments that a boundary may mean."""
    match boundary:
        case Beginning():
            yield 0.0
        case EndOf(day):
            yield day + 1
        case At(event):
            yield named[event]
        case Within(earliest, latest):
            first = 0.0 if earliest is None else float(earliest)
            last = 9.0 if latest is None else float(latest + 1)
            yield first
            yield from (moment for moment in course if first <= moment < last)


def true(fact: Fact, course: Course, named: dict[str, float]) -> bool:
    if isinstance(fact, Happened):
        assert isinstance(fact.when, Within)
        first, last = fact.when.earliest or 0, fact.when.latest or 9
        return first <= named[fact.event] < last + 1
    return any(
        fact.low <= count(course, until) - count(course, after) <= (99 if fact.high is None else fact.high)
        for after in moments(fact.after, course, named)
        for until in moments(fact.until, course, named)
    )


def count(course: Course, moment: float) -> int:
    return sum(event <= moment for event in course)


def possible(statements: list[Statement]) -> Iterator[Course]:
    """The courses of events under which all statements are true."""
    for course in courses():
        for chosen in product(course, repeat=len(NAMES)):
            named = dict(zip(NAMES, chosen, strict=True))
            if all(
                any(all(true(fact, course, named) for fact in reading) for reading in statement.readings)
                for statement in statements
            ):
                yield course
                break


def random_statements(seed: int, size: int) -> list[Statement]:
    rng = random.Random(seed)

    def days() -> Within:
        first = rng.choice(DAYS)
        return Within(first, rng.choice([day for day in DAYS if day >= first]))

    def boundary() -> Boundary:
        kinds = [Beginning(), EndOf(rng.choice(DAYS)), days(), At(rng.choice(NAMES)), At(rng.choice(NAMES))]
        return rng.choice(kinds)

    def fact() -> Fact:
        if rng.random() < 0.4:
            return Happened(rng.choice(NAMES), days())
        low = rng.randrange(2)
        after, until = boundary(), boundary()
        if after == until:  # one moment, as far as a statement knows
            return fact()
        return Count(after, until, low, rng.choice((low, low, low + 1, None)))

    return [Statement(n, tuple((fact(),) for _ in range(rng.choice((1, 1, 2))))) for n in range(size)]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.builds(random_statements, st.integers(0, 1 << 32), st.integers(1, 4)))
def test_consistent_if_and_only_if_some_course_of_events_fits(statements: list[Statement]) -> None:
    everywhere = Statement("days", ((Happened("a", Within(1, 3)), Happened("b", Within(1, 3))),))
    within_days = Statement("none later", ((Count(EndOf(3), Within(8, 8), 0, 0),),))
    statements = [*statements, everywhere, within_days]
    assert consistent(statements) == any(True for _ in possible(statements))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.builds(random_statements, st.integers(0, 1 << 32), st.integers(1, 3)))
def test_no_course_of_events_leaves_the_implied_bounds(statements: list[Statement]) -> None:
    bounds = implied_bounds(statements, 2, 3)
    for course in possible(statements):
        assert bounds is not None
        assert bounds.low is not None
        assert bounds.low <= sum(2 <= event < 4 for event in course) <= (99 if bounds.high is None else bounds.high)
