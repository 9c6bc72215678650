"""All minimal cores of one component.

A core is minimised by deletion filtering (Chinneck and Dravnieks, "Locating Minimal Infeasible Constraint
Sets in Linear Programs", ORSA Journal on Computing 3, 1991), starting from the statements of a negative
cycle. All of them are found with Reiter's hitting-set tree ("A Theory of Diagnosis from First Principles",
Artificial Intelligence 32, 1987), breadth first: for each statement of a known core, ask again without it.
Unrelated conflicts multiply in that tree, so that it may have to stop early. What clashes with the
consistent part on its own is therefore looked for first, one suspect at a time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from factcheck.reasoning.constraints import (
    ORIGIN,
    Branch,
    Choice,
    Constraint,
    ConstraintKey,
    Core,
    Tag,
    TagKey,
    choice_key,
    constraint_key,
    tag_key,
    tags_of,
)
from factcheck.reasoning.graph import Graph
from factcheck.reasoning.readings import Branches, TooManyReadings, refute

MAX_CORES = 256
"""How many minimal cores of one component are enumerated."""
MAX_NODES = 2_000
"""How many sets of left-out statements one search looks at."""


@dataclass(frozen=True, slots=True)
class Solution:
    """What became of a component or, joined, of a system."""

    cores: tuple[Core, ...] = ()
    """All minimal cores, the smallest first, then by tags."""
    undecided: tuple[tuple[Tag, ...], ...] = ()
    """A component each: the statements with several readings, where their combinations are too many to try.
    There may be more cores that they take part in; those listed hold all the same."""
    truncated: bool = False
    """True where ``MAX_CORES`` or ``MAX_NODES`` ended the search, so that there may be more cores."""

    @property
    def silent(self) -> bool:
        """True where something stayed undecided."""
        return bool(self.undecided)

    @property
    def consistent(self) -> bool:
        """True where all that could be decided can hold together."""
        return not self.cores


def single_repairs(cores: Iterable[Core]) -> tuple[Tag, ...]:
    """The statements whose withdrawal alone would remove all these conflicts."""
    tags = [set(core.tags) for core in cores]
    shared = set.intersection(*tags) if tags else set()
    return tuple(sorted(shared, key=tag_key))


def join(solutions: Iterable[Solution]) -> Solution:
    """One solution of independent components."""
    parts = tuple(solutions)
    undecided = (tags for part in parts for tags in part.undecided)
    return Solution(
        _minimal(core for part in parts for core in part.cores),
        tuple(sorted(undecided, key=lambda tags: tuple(map(tag_key, tags)))),
        any(part.truncated for part in parts),
    )


def _minimal(cores: Iterable[Core]) -> tuple[Core, ...]:
    """In canonical order, without those that hold another: a statement may clash in two components."""
    kept: list[Core] = []
    by_tag: dict[Tag, list[Core]] = {}
    for core in sorted(cores, key=_core_key):
        rivals = (rival for tag in core.tags for rival in by_tag.get(tag, ()))
        if (kept and not kept[0].tags) or any(set(rival.tags) <= set(core.tags) for rival in rivals):
            continue
        kept.append(core)
        for tag in core.tags:
            by_tag.setdefault(tag, []).append(core)
    return tuple(kept)


def solve_component(constraints: Sequence[Constraint], choices: Sequence[Choice]) -> Solution:
    """All minimal cores; the order of the arguments changes nothing."""
    return _Enumeration(constraints, choices).run()


class _Enumeration:
    def __init__(self, constraints: Sequence[Constraint], choices: Sequence[Choice]) -> None:
        self.choices = sorted(dict.fromkeys(choices), key=choice_key)
        tags = {constraint.tag for constraint in constraints} | {choice.tag for choice in choices}
        self.tags = frozenset(tag for tag in tags if tag is not None)
        self.full = Graph()
        self.rejected: list[Constraint] = []
        self.found: dict[tuple[Tag, ...], Core] = {}
        self._fill(sorted(set(constraints), key=_place))

    def _fill(self, constraints: Sequence[Constraint]) -> None:
        for constraint in constraints:
            if self.full.insert(constraint) is not None:
                self.rejected.append(constraint)

    def run(self) -> Solution:
        decided = self._explore_each()
        closed = self._decide(self.rejected, self.choices, list(self.found.values())) if decided else None
        undecided = closed is None
        if closed is None:
            closed = self._explore(self.rejected, [], list(self.found.values()))
        cores = sorted(self.found.values(), key=_core_key)
        tags = sorted({c.tag for c in self.choices if c.tag is not None}, key=tag_key)
        return Solution(tuple(cores[:MAX_CORES]), (tuple(tags),) if undecided else (), not closed)

    def _explore_each(self) -> bool:
        """Takes one suspect at a time, if there are several; False if one has too many readings."""
        if len(self.rejected) + len(self.choices) < 2:
            return True
        for constraint in self.rejected:
            self._explore([constraint], [], [])
        answers = [self._decide([], [choice], []) for choice in self.choices]
        return None not in answers

    def _decide(self, constraints: Sequence[Constraint], choices: Sequence[Choice], known: list[Core]) -> bool | None:
        """As ``_explore``; None where the readings are too many."""
        try:
            return self._explore(constraints, choices, known)
        except TooManyReadings:
            return None

    def _explore(self, constraints: Sequence[Constraint], choices: Sequence[Choice], known: list[Core]) -> bool:
        """Collects the cores of the consistent part and these suspects; False if a bound cut it short.

        ``known`` cores spare looking for them again.
        """
        closed: list[frozenset[Tag]] = []
        queue = deque([frozenset[Tag]()])
        seen = {frozenset[Tag]()}
        while queue and len(self.found) <= MAX_CORES and len(seen) < MAX_NODES:
            left_out = queue.popleft()
            core = next((core for core in known if left_out.isdisjoint(core.tags)), None)
            if core is None:
                core = self._core_without(left_out, constraints, choices)
                if core is None:
                    closed.append(left_out)
                    continue
                known.append(core)
                self.found.setdefault(core.tags, core)
            for tag in core.tags:
                child = left_out | {tag}
                if child not in seen and not any(done <= child for done in closed):
                    seen.add(child)
                    queue.append(child)
        return not queue

    def _core_without(
        self, left_out: Set[Tag], constraints: Sequence[Constraint], choices: Sequence[Choice]
    ) -> Core | None:
        """A minimal core that does without these statements, or None if there is none."""
        branches = self._refute(left_out, constraints, choices)
        return None if branches is None else self._minimise(_tags(branches))

    def _minimise(self, tags: tuple[Tag, ...]) -> Core:
        kept = tags
        for tag in tags:
            if tag in kept:
                branches = self._refute_only(set(kept) - {tag})
                kept = kept if branches is None else _tags(branches)
        return self._core(kept)

    def _core(self, tags: tuple[Tag, ...]) -> Core:
        branches = self._refute_only(set(tags))
        assert branches is not None
        choices = [choice for choice in self.choices if choice.tag is None or choice.tag in tags]
        used = sorted({depth for branch in branches for depth, _ in branch.reading})
        renumbered = tuple(
            Branch(tuple((used.index(depth), index) for depth, index in branch.reading), branch.conflict)
            for branch in branches
        )
        return Core(tags, tuple(choices[depth] for depth in used), renumbered)

    def _refute_only(self, tags: Set[Tag]) -> Branches | None:
        """The proof that these statements cannot hold with the background, or None."""
        return self._refute(self.tags - tags, self.rejected, self.choices)

    def _refute(
        self, left_out: Set[Tag], constraints: Sequence[Constraint], choices: Sequence[Choice]
    ) -> Branches | None:
        """The proof that the consistent part and these suspects cannot hold without ``left_out``, or None."""
        suspects = [c for c in constraints if c.tag not in left_out]
        open_choices = [c for c in choices if c.tag not in left_out]
        if not suspects and not open_choices:
            return None
        with self.full.ignoring(left_out):
            return refute(self.full, suspects, open_choices)


def _tags(branches: Branches) -> tuple[Tag, ...]:
    return tags_of(tuple(constraint for branch in branches for constraint in branch.conflict.cycle))


def _core_key(core: Core) -> tuple[int, tuple[TagKey, ...], tuple[ConstraintKey, ...]]:
    """By size, then tags; the proofs tell two components apart in which one set of statements clashes."""
    return (len(core.tags), tuple(map(tag_key, core.tags)), tuple(map(constraint_key, core.constraints)))


def _place(constraint: Constraint) -> tuple[bool, ConstraintKey]:
    """Canonical, fixed values first: what stands in its place at once need not be moved there in steps."""
    return (ORIGIN not in (constraint.x, constraint.y), constraint_key(constraint))
