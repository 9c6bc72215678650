"""From statements on a series to constraints on N."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from factcheck.reasoning.constraints import ORIGIN, Choice, Constraint, Point, Tag, between
from factcheck.reasoning.series.facts import (
    At,
    Beginning,
    Boundary,
    Count,
    EndOf,
    Fact,
    Happened,
    Moment,
    Statement,
    Within,
)
from factcheck.reasoning.system import System


def add_series(
    system: System, name: str, statements: Iterable[Statement], asked: Sequence[Boundary] = ()
) -> tuple[Point, ...]:
    """Adds a series under ``name``, unique in the system; returns the points of the boundaries ``asked``.

    The points are ``name[day]`` for N at the end of a day, ``name(event)`` for an event's number.
    """
    return _Compiler(system, name, tuple(statements), tuple(asked)).run()


class _Compiler:
    def __init__(
        self, system: System, name: str, statements: tuple[Statement, ...], asked: tuple[Boundary, ...]
    ) -> None:
        self.system = system
        self.name = name
        self.statements = statements
        self.asked = asked
        facts = [fact for s in statements for reading in s.readings for fact in reading]
        boundaries = [b for fact in facts for b in _boundaries(fact)]
        self.days = sorted({day for b in (*boundaries, *asked) for day in _days(b)})

    def run(self) -> tuple[Point, ...]:
        self._grow()
        for statement in self.statements:
            self._state(statement)
        return tuple(self._point(boundary, "asked") for boundary in self.asked)

    def _grow(self) -> None:
        """N starts at zero and never falls."""
        points = [ORIGIN, *(self._day(day) for day in self.days)]
        for earlier, later in pairwise(points):
            self.system.add(earlier, later, 0)

    def _state(self, statement: Statement) -> None:
        readings = tuple(
            tuple(c for fact in reading for c in self._constraints(fact, statement.tag))
            for reading in statement.readings
        )
        self.system.add_choice(Choice(readings, statement.tag))

    def _constraints(self, fact: Fact, tag: Tag) -> tuple[Constraint, ...]:
        if isinstance(fact, Count):
            return between(self._point(fact.until, tag), self._point(fact.after, tag), fact.low, fact.high, tag)
        event = self._point(At(fact.event), tag)
        if isinstance(fact.when, Within):
            return self._inside(event, fact.when.earliest, fact.when.latest, 1, tag)
        self._follow(event, fact.when.point, 1)
        return ()

    def _point(self, boundary: Boundary, tag: Tag) -> Point:
        """The point that N at this boundary is, with what is known of it anyway."""
        match boundary:
            case Beginning():
                return ORIGIN
            case EndOf(day):
                return self._day(day)
            case At(event):
                point = f"{self.name}({event})"
                self.system.add(ORIGIN, point, -1)
            case Within(earliest, latest, name):
                point = f"{self.name}@{f'{tag!r}: {earliest}..{latest}' if name is None else name}"
                self.system.add_all(self._inside(point, earliest, latest, 0, None))
            case Moment(time):
                point = f"{self.name}@at {time}"
                self._follow(point, time, 0)
        return point

    def _day(self, day: int) -> Point:
        return f"{self.name}[{day}]"

    def _inside(
        self, point: Point, earliest: int | None, latest: int | None, step: int, tag: Tag | None
    ) -> tuple[Constraint, ...]:
        """N at a moment of these days; ``step`` is 1 where an event makes a step of N there."""
        floor = ORIGIN if earliest is None else self._day(earliest - 1)
        lower = Constraint(floor, point, -step, tag)
        return (lower,) if latest is None else (lower, Constraint(point, self._day(latest), 0, tag))

    def _follow(self, point: Point, time: Point, step: int) -> None:
        """N at a moment that is itself unknown: it lies in one of the gaps between the days that matter."""
        gaps = zip([None, *self.days], [*self.days, None], strict=True)
        self.system.add_choice(
            Choice(
                tuple(
                    between(time, ORIGIN, None if before is None else before + 1, last)
                    + self._inside(point, None if before is None else before + 1, last, step, None)
                    for before, last in gaps
                )
            )
        )


def _boundaries(fact: Fact) -> tuple[Boundary, ...]:
    return (fact.when,) if isinstance(fact, Happened) else (fact.after, fact.until)


def _days(boundary: Boundary) -> tuple[int, ...]:
    """The days at whose end N matters."""
    match boundary:
        case EndOf(day):
            return (day,)
        case Within(earliest, latest):
            before = () if earliest is None else (earliest - 1,)
            return before if latest is None else (*before, latest)
        case _:
            return ()
