"""Re-checks a proof by arithmetic alone, without the solver that made it."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.reasoning.constraints import Branch, Conflict, Constraint, Core


def verify(core: Core, stated: Collection[Constraint] | None = None) -> bool:
    """True if the proof shows that the core's statements cannot all hold.

    Every cycle must close and have a negative sum, use only what the core's statements (or the
    background) say under the reading that it names, and the cycles must cover every combination of
    readings. With ``stated``, all constraints of the system outside its choices, each step of a cycle must
    stand there or in the reading.
    """
    sound = all(_sound(core, branch, stated) for branch in core.branches)
    return sound and _covers(core, {})


def closes(conflict: Conflict) -> bool:
    """True if the constraints form a closed cycle whose bounds sum to less than zero."""
    cycle = conflict.cycle
    linked = all(left.y == right.x for left, right in zip(cycle, cycle[1:] + cycle[:1], strict=True))
    return bool(cycle) and linked and sum(constraint.bound for constraint in cycle) < 0


def _sound(core: Core, branch: Branch, stated: Collection[Constraint] | None) -> bool:
    read = [c for choice, index in branch.reading for c in core.choices[choice].alternatives[index]]
    return closes(branch.conflict) and all(
        (constraint.tag is None or constraint.tag in core.tags)
        and (stated is None or constraint in stated or constraint in read)
        for constraint in branch.conflict.cycle
    )


def _covers(core: Core, reading: dict[int, int]) -> bool:
    """True if every completion of ``reading`` has its cycle; splits on a choice that could tell."""
    possible = [
        branch.reading
        for branch in core.branches
        if all(reading.get(choice, index) == index for choice, index in branch.reading)
    ]
    open_choices = [choice for pairs in possible for choice, _ in pairs if choice not in reading]
    if any(all(choice in reading for choice, _ in pairs) for pairs in possible):
        return True
    if not open_choices:
        return False
    split = min(open_choices)
    alternatives = range(len(core.choices[split].alternatives))
    return all(_covers(core, reading | {split: index}) for index in alternatives)
