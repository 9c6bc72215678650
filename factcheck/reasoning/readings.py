"""Deciding choices by trying their readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.reasoning.constraints import Branch, Choice, Constraint
from factcheck.reasoning.graph import Graph

MAX_READINGS = 64
"""How many combinations of readings one question may try, dead ends included."""
MAX_CHOICES = 200
"""How many statements with several readings one question may combine."""

Branches = tuple[Branch, ...]


class TooManyReadings(Exception):
    """A question that ``MAX_READINGS`` and ``MAX_CHOICES`` leave open. Never leaves this package."""


def refute(graph: Graph, constraints: Sequence[Constraint], choices: Sequence[Choice]) -> Branches | None:
    """The proof that nothing satisfies all of it, or None if something does. Leaves the graph as it was.

    A depth-first search over the choices with backjumping: where a proof does not use a choice, the
    choice's other readings are not tried.
    """
    conflict = graph.insert_all(constraints)
    if conflict is not None:
        return (Branch((), conflict),)
    try:
        return _Search(graph, choices).refute(0)
    finally:
        graph.remove_all(constraints)


def consistent_readings(graph: Graph, choices: Sequence[Choice]) -> Iterator[Graph]:
    """The graph, once under each reading that holds. It is the same object, changed in between."""
    yield from _Search(graph, choices).consistent(0)


class _Search:
    def __init__(self, graph: Graph, choices: Sequence[Choice]) -> None:
        if len(choices) > MAX_CHOICES:
            raise TooManyReadings
        self.graph = graph
        self.choices = choices
        self.path: dict[int, int] = {}
        self.tried = 0

    def refute(self, depth: int) -> Branches | None:
        if depth == len(self.choices):
            return None
        branches: list[Branch] = []
        for index, alternative in enumerate(self.choices[depth].alternatives):
            below = self._refute_alternative(depth, index, alternative)
            if below is None:
                return None
            if not any(depth in dict(branch.reading) for branch in below):
                return below
            branches += below
        return tuple(branches)

    def _refute_alternative(self, depth: int, index: int, alternative: tuple[Constraint, ...]) -> Branches | None:
        self.path[depth] = index
        conflict = self.graph.insert_all(alternative)
        try:
            if conflict is None:
                return self.refute(depth + 1)
            self._count()
            return (Branch(self._used(conflict.cycle), conflict),)
        finally:
            del self.path[depth]
            if conflict is None:
                self.graph.remove_all(alternative)

    def consistent(self, depth: int) -> Iterator[Graph]:
        if depth == len(self.choices):
            self._count()
            yield self.graph
            return
        for alternative in self.choices[depth].alternatives:
            if self.graph.insert_all(alternative) is not None:
                self._count()
                continue
            yield from self.consistent(depth + 1)
            self.graph.remove_all(alternative)

    def _count(self) -> None:
        self.tried += 1
        if self.tried > MAX_READINGS:
            raise TooManyReadings

    def _used(self, cycle: tuple[Constraint, ...]) -> tuple[tuple[int, int], ...]:
        """The part of the present reading that the cycle rests on."""
        return tuple(
            (depth, index)
            for depth, index in self.path.items()
            if not set(cycle).isdisjoint(self.choices[depth].alternatives[index])
        )
