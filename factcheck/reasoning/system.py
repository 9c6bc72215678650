"""A growing system of difference constraints, kept in independent components."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.reasoning.constraints import ORIGIN, Choice, Conflict, Constraint, Core, Point, Tag, choice_key
from factcheck.reasoning.cores import Solution, join, solve_component
from factcheck.reasoning.graph import Graph
from factcheck.reasoning.readings import TooManyReadings, consistent_readings


class Bounds(NamedTuple):
    """How far one point may lie after another: ``low <= x - y <= high``, None where nothing bounds it."""

    low: int | None = None
    high: int | None = None


@dataclass(slots=True, eq=False)
class _Component:
    """What is connected through points other than ORIGIN, and what has been found out about it."""

    graph: Graph = field(default_factory=Graph)
    constraints: list[Constraint] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    clashes: bool = False
    solution: Solution | None = None

    def absorb(self, other: _Component) -> None:
        self.graph.absorb(other.graph)
        self.constraints += other.constraints
        self.choices += other.choices
        self.clashes |= other.clashes

    def solve(self) -> Solution:
        if self.solution is None:
            trouble = self.clashes or self.choices
            self.solution = solve_component(self.constraints, self.choices) if trouble else Solution()
        return self.solution


class System:
    """Difference constraints over named points: what clashes, why, and what follows.

    Say that N counts a traveller's trips. "The first since the one in 2019" (c1) puts one trip between
    the end of 2018 and a moment T after which only the present one follows; "the second since 2011" (c2)
    leaves room for one other trip after 2011; "in 2015 they met there" (c3) is a trip in 2015. Any two of
    them can hold. Of all three, ``add`` tells a conflict at whichever comes last, and ``solve().cores``
    the one minimal core ``("c1", "c2", "c3")`` with the constraints that add up to ``0 <= -1``.

    Adding costs time only for the points whose place it changes; components (series, stories) that share
    no point never touch each other. The order of adding changes nothing in what ``solve`` and ``bounds``
    return.
    """

    def __init__(self) -> None:
        self._component: dict[Point, _Component] = {}
        self._doubtful: dict[_Component, None] = {}
        """Those with a clash or a choice."""

    def add(self, x: Point, y: Point, bound: int, tag: Tag | None = None) -> Conflict | None:
        """Adds ``x - y <= bound``. A conflict tells one negative cycle that it closes with what was there.

        A constraint that clashes does not disturb later answers of ``add``, but ``solve`` weighs it like
        all others.
        """
        return self.add_constraint(Constraint(x, y, bound, tag))

    def add_constraint(self, constraint: Constraint) -> Conflict | None:
        """``add`` for a constraint that is already made."""
        component = self._join((constraint.x, constraint.y))
        component.constraints.append(constraint)
        conflict = component.graph.insert(constraint)
        if conflict is not None:
            component.clashes = True
            self._doubtful[component] = None
        return conflict

    def add_all(self, constraints: Iterable[Constraint]) -> Conflict | None:
        """Adds each; the first conflict, or None."""
        conflicts = [self.add_constraint(constraint) for constraint in constraints]
        return next((conflict for conflict in conflicts if conflict is not None), None)

    def add_choice(self, choice: Choice) -> None:
        """Adds a statement with several readings. Only ``solve`` tells whether one of them holds."""
        if len(choice.alternatives) == 1:
            self.add_all(choice.alternatives[0])
        elif choice.constraints:
            points = [point for c in choice.constraints for point in (c.x, c.y)]
            component = self._join(points)
            component.choices.append(choice)
            self._doubtful[component] = None

    def solve(self) -> Solution:
        """All minimal cores of all components. Solves only the components that changed since."""
        return join(component.solve() for component in self._doubtful)

    def bounds(self, x: Point, y: Point = ORIGIN) -> Bounds | None:
        """The tightest bounds of ``x - y`` that follow, over all readings that hold.

        None where what is said of the points is inconsistent: anything would follow. Where the readings
        are too many to try, the bounds that follow from the other statements.
        """
        here, there = (None if point == ORIGIN else self._component.get(point) for point in (x, y))
        if here is there or ORIGIN in (x, y):
            return _bounds(here or there, x, y)
        first, second = _bounds(here, x, ORIGIN), _bounds(there, y, ORIGIN)
        if first is None or second is None:
            return None
        return Bounds(_minus(first.low, second.high), _minus(first.high, second.low))

    def supports(self, x: Point, y: Point, bound: int) -> tuple[Core, ...]:
        """Why ``x - y <= bound`` follows: a core for each minimal set of statements that implies it.

        Each is a refutation of the opposite, ``y - x <= -bound - 1``, which stands in the proof without a
        tag. Empty where it does not follow, or where the statements clash among themselves.
        """
        opposite = Constraint(y, x, -bound - 1)
        related = {id(c): c for c in (self._component.get(x), self._component.get(y)) if c is not None}
        if any(not component.solve().consistent for component in related.values()):
            return ()
        constraints = [c for component in related.values() for c in component.constraints]
        choices = [c for component in related.values() for c in component.choices]
        return solve_component([*constraints, opposite], choices).cores

    def without(self, *tags: Tag) -> System:
        """A system that lacks these statements: what if one of them were wrong?"""
        rest = System()
        for component in self._components():
            rest.add_all(c for c in component.constraints if c.tag not in tags)
            for choice in component.choices:
                if choice.tag not in tags:
                    rest.add_choice(choice)
        return rest

    def _components(self) -> Iterator[_Component]:
        seen: set[int] = set()
        for component in self._component.values():
            if id(component) not in seen:
                seen.add(id(component))
                yield component

    def _join(self, points: Iterable[Point]) -> _Component:
        """The component of these points, made from those that they were in so far."""
        named = dict.fromkeys(points)
        if len(named) > 1:
            named.pop(ORIGIN, None)
        known = {id(c): c for point in named if (c := self._component.get(point)) is not None}
        largest = max(known.values(), key=lambda c: len(c.graph), default=_Component())
        for component in known.values():
            if component is not largest:
                points_moved = (point for point in component.graph.values if point != ORIGIN)
                self._component.update(dict.fromkeys(points_moved, largest))
                largest.absorb(component)
                if component in self._doubtful:
                    del self._doubtful[component]
                    self._doubtful[largest] = None
        for point in named:
            self._component[point] = largest
            largest.graph.add_point(point)
        largest.solution = None
        return largest


def _bounds(component: _Component | None, x: Point, y: Point) -> Bounds | None:
    if x == y:
        return Bounds(0, 0)
    if component is None:
        return Bounds()
    if not component.solve().consistent:
        return None
    graph = component.graph.copy()
    choices = sorted(dict.fromkeys(component.choices), key=choice_key)
    try:
        return _hull([_distances(reading, x, y) for reading in consistent_readings(graph, choices)])
    except TooManyReadings:
        return _distances(component.graph, x, y)


def _distances(graph: Graph, x: Point, y: Point) -> Bounds:
    below = graph.distance(x, y)
    return Bounds(None if below is None else -below, graph.distance(y, x))


def _hull(parts: Sequence[Bounds]) -> Bounds:
    lows = [part.low for part in parts]
    highs = [part.high for part in parts]
    known_lows = [low for low in lows if low is not None]
    known_highs = [high for high in highs if high is not None]
    return Bounds(
        min(known_lows) if len(known_lows) == len(lows) else None,
        max(known_highs) if len(known_highs) == len(highs) else None,
    )


def _minus(left: int | None, right: int | None) -> int | None:
    return None if left is None or right is None else left - right
