"""What the solver is told and what it answers: constraints, choices, conflicts and cores.

A difference constraint ``x - y <= bound`` speaks of two integer points. The points are times (days or
minutes, one unit throughout a system) or counts; the solver cannot tell and need not. A point against a
fixed value is a point against ``ORIGIN``: ``day - ORIGIN <= 738000``.
"""

from __future__ import annotations

from dataclasses import dataclass

Point = str
Tag = int | str
ORIGIN: Point = "0"
"""The point that stands for zero."""

TagKey = tuple[int, int, str]
ConstraintKey = tuple[TagKey, Point, Point, int]


@dataclass(frozen=True, slots=True)
class Constraint:
    """``x - y <= bound``, said by the statement ``tag``."""

    x: Point
    y: Point
    bound: int
    tag: Tag | None = None
    """The statement that says so, or None for what holds anyway: an event does not end before it starts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A statement with several readings, of which at least one is meant.

    Every constraint of every alternative carries the choice's own ``tag``.
    """

    alternatives: tuple[tuple[Constraint, ...], ...]
    tag: Tag | None = None

    def __post_init__(self) -> None:
        if not self.alternatives:
            raise ValueError("a choice needs an alternative")
        if any(constraint.tag != self.tag for constraint in self.constraints):
            raise ValueError(f"a constraint of the choice {self.tag!r} carries another tag")

    @property
    def constraints(self) -> tuple[Constraint, ...]:
        """Those of all alternatives."""
        return tuple(constraint for alternative in self.alternatives for constraint in alternative)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A negative cycle: the constraints add up to ``0 <= total`` with a negative total.

    Each constraint's ``y`` is the next one's ``x``, the last one's ``y`` is the first one's ``x``. The
    cycle starts at ``ORIGIN`` where it passes there, else at its least point.
    """

    cycle: tuple[Constraint, ...]

    @property
    def total(self) -> int:
        """The sum of the bounds; below zero."""
        return sum(constraint.bound for constraint in self.cycle)

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The statements that the cycle rests on, in canonical order."""
        return tags_of(self.cycle)


@dataclass(frozen=True, slots=True)
class Branch:
    """One case of a proof: under these readings these constraints clash."""

    reading: tuple[tuple[int, int], ...]
    """(index into ``Core.choices``, index of its alternative); empty in a proof without cases."""
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Core:
    """A minimal set of statements that cannot all hold, with its proof.

    Leaving out any one of them makes the rest consistent. The branches cover every reading of the
    choices; without a choice there is a single branch and its cycle is the whole derivation.
    """

    tags: tuple[Tag, ...]
    """In canonical order; empty if the background alone cannot hold."""
    choices: tuple[Choice, ...]
    """The statements with several readings that the proof goes through."""
    branches: tuple[Branch, ...]

    @property
    def constraints(self) -> tuple[Constraint, ...]:
        """Those that the proof uses, each once, in the order of the branches."""
        cycles = (branch.conflict.cycle for branch in self.branches)
        return tuple(dict.fromkeys(constraint for cycle in cycles for constraint in cycle))


def between(x: Point, y: Point, low: int | None, high: int | None, tag: Tag | None = None) -> tuple[Constraint, ...]:
    """``low <= x - y <= high``; None leaves a side open."""
    upper = () if high is None else (Constraint(x, y, high, tag),)
    lower = () if low is None else (Constraint(y, x, -low, tag),)
    return upper + lower


def tag_key(tag: Tag | None) -> TagKey:
    """The canonical order of tags: background, numbers, names."""
    if tag is None:
        return (0, 0, "")
    return (1, tag, "") if isinstance(tag, int) else (2, 0, tag)


def constraint_key(constraint: Constraint) -> ConstraintKey:
    """The canonical order of constraints: background first, then tag by tag."""
    return (tag_key(constraint.tag), constraint.x, constraint.y, constraint.bound)


def choice_key(choice: Choice) -> tuple[TagKey, tuple[tuple[ConstraintKey, ...], ...]]:
    """The canonical order of choices."""
    alternatives = tuple(tuple(map(constraint_key, alternative)) for alternative in choice.alternatives)
    return (tag_key(choice.tag), alternatives)


def tags_of(constraints: tuple[Constraint, ...]) -> tuple[Tag, ...]:
    """The distinct tags in canonical order, without the background."""
    return tuple(sorted({c.tag for c in constraints if c.tag is not None}, key=tag_key))
