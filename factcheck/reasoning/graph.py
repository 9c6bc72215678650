"""Incremental negative-cycle detection.

The algorithm is that of S. Cotton and O. Maler, "Fast and Flexible Difference Constraint Propagation for
DPLL(T)", SAT 2006, LNCS 4121, section 3 (after Ramalingam, Song, Joskowicz and Miller, "Solving Systems of
Difference Constraints Incrementally", Algorithmica 23, 1999). A feasible assignment of all points is kept
as potential; a new constraint repairs it by a Dijkstra search that touches only the points whose value
must fall: O(m + n log n) at worst over those points, nothing at all where the assignment already fits.

One thing is added: the mirrored search, which raises the constraint's other end. Half of all constraints
meet in ORIGIN, and moving it would move every dated point; so both directions are tried with ORIGIN
pinned before it is let go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from heapq import heappop, heappush

from factcheck.reasoning.constraints import ORIGIN, Conflict, Constraint, Point, Tag

DOWN, UP = 1, -1
Move = tuple[dict[Point, int], Conflict | None]


class Graph:
    """Constraints that hold together, and integers that satisfy them.

    ``x - y <= bound`` is an edge from ``y`` to ``x``. A constraint that would close a negative cycle is
    answered with the cycle and left out. Removing one needs no repair: what satisfied more satisfies less.
    """

    def __init__(self) -> None:
        self.values: dict[Point, int] = {ORIGIN: 0}
        """A solution; differences count, the value at ORIGIN need not be zero."""
        self._out: dict[Point, list[Constraint]] = {ORIGIN: []}
        """By ``y``: what has to fall with a point."""
        self._in: dict[Point, list[Constraint]] = {ORIGIN: []}
        """By ``x``: what has to rise with it."""
        self._ignored: Set[Tag] = frozenset()

    def __len__(self) -> int:
        """The number of points."""
        return len(self.values)

    def add_point(self, point: Point) -> None:
        """Makes a free point known."""
        if point not in self.values:
            self.values[point] = self.values[ORIGIN]
            self._out[point], self._in[point] = [], []

    def insert(self, new: Constraint) -> Conflict | None:
        """Adds a constraint, or tells the negative cycle that it would close."""
        if new.x == new.y:
            if new.bound < 0:
                return Conflict((new,))
            return None
        self.add_point(new.x)
        self.add_point(new.y)
        moved, conflict = self._repair(new)
        if conflict is None:
            self.values.update(moved)
            self._out[new.y].append(new)
            self._in[new.x].append(new)
        return conflict

    def insert_all(self, constraints: Iterable[Constraint]) -> Conflict | None:
        """Adds constraints; at the first conflict takes them all back and tells it."""
        inserted: list[Constraint] = []
        for constraint in constraints:
            conflict = self.insert(constraint)
            if conflict is not None:
                self.remove_all(inserted)
                return conflict
            inserted.append(constraint)
        return None

    def remove_all(self, constraints: Sequence[Constraint]) -> None:
        """Takes back the constraints that were inserted last, given in the order of their insertion."""
        for constraint in reversed(constraints):
            if constraint.x != constraint.y:
                self._out[constraint.y].pop()
                self._in[constraint.x].pop()

    @contextmanager
    def ignoring(self, tags: Set[Tag]) -> Iterator[Graph]:
        """The graph without these statements' constraints; what is inserted meanwhile must be removed."""
        values = dict(self.values)
        self._ignored = tags
        try:
            yield self
        finally:
            self._ignored = frozenset()
            self.values = values

    def copy(self) -> Graph:
        """An independent graph of the same constraints."""
        copy = Graph()
        copy.values = dict(self.values)
        copy._out = {point: list(edges) for point, edges in self._out.items()}
        copy._in = {point: list(edges) for point, edges in self._in.items()}
        return copy

    def absorb(self, other: Graph) -> None:
        """Takes over a graph that shares no point but ORIGIN; ``other`` must not be used any more."""
        shift = self.values[ORIGIN] - other.values[ORIGIN]
        for point, value in other.values.items():
            self.values[point] = value + shift
            self._out.setdefault(point, []).extend(other._out[point])
            self._in.setdefault(point, []).extend(other._in[point])

    def distance(self, source: Point, target: Point) -> int | None:
        """The least ``c`` such that ``target - source <= c`` follows, or None if none does.

        Dijkstra's search on the costs reduced by the potential (Johnson 1977).
        """
        values = self.values
        if source not in values or target not in values:
            return None
        done: set[Point] = set()
        heap = [(0, source)]
        while heap:
            reduced, point = heappop(heap)
            if point == target:
                return reduced + values[target] - values[source]
            if point in done:
                continue
            done.add(point)
            for edge in self._out[point]:
                if edge.x not in done and edge.tag not in self._ignored:
                    heappush(heap, (reduced + edge.bound + values[point] - values[edge.x], edge.x))
        return None

    def _repair(self, new: Constraint) -> Move:
        """The points that must move to satisfy ``new`` with their new values, or the conflict."""
        if self.values[new.x] - self.values[new.y] <= new.bound:
            return {}, None
        move = self._move(new, DOWN, ORIGIN) or self._move(new, UP, ORIGIN) or self._move(new, DOWN)
        assert move is not None
        return move

    def _move(self, new: Constraint, direction: int, pinned: Point | None = None) -> Move | None:
        """Lowers ``new.x`` (or raises ``new.y``) and what depends on it; None if a pinned point would move.

        Raising is lowering in the mirrored system: all values negated, all edges reversed.
        """
        down, ignored, old = direction == DOWN, self._ignored, self.values
        edges = self._out if down else self._in
        first, last = (new.x, new.y) if down else (new.y, new.x)
        if first == pinned:
            return None
        moved: dict[Point, int] = {}
        fall = {first: direction * (old[last] - old[first]) + new.bound}
        cause = {first: new}
        heap = [(fall[first], first)]
        while heap:
            amount, point = heappop(heap)
            if point in moved:
                continue
            moved[point] = value = old[point] + direction * amount
            for edge in edges[point]:
                other = edge.x if down else edge.y
                amount = direction * (value - old[other]) + edge.bound
                if amount >= fall.get(other, 0) or other in moved or edge.tag in ignored:
                    continue
                fall[other], cause[other] = amount, edge
                if other == last:
                    return {}, Conflict(_cycle(cause, new, down))
                if other == pinned:
                    return None
                heappush(heap, (amount, other))
        return moved, None


def _cycle(cause: dict[Point, Constraint], new: Constraint, down: bool) -> tuple[Constraint, ...]:
    """The cycle that ``new`` closes, found by walking back from where the search met its other end."""
    cycle = [cause[new.y if down else new.x]]
    while cycle[-1] is not new:
        cycle.append(cause[cycle[-1].y if down else cycle[-1].x])
    return _rotate(cycle if down else cycle[::-1])


def _rotate(cycle: list[Constraint]) -> tuple[Constraint, ...]:
    starts = [constraint.x for constraint in cycle]
    first = starts.index(ORIGIN) if ORIGIN in starts else starts.index(min(starts))
    return tuple(cycle[first:] + cycle[:first])
