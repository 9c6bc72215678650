"""Totals against their parts: "of the 34, nine are dead and 17 injured"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.reasoning.constraints import Tag


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated number as the closed interval that its words allow; "at least five" is [5, inf)."""

    low: float
    high: float
    tag: Tag
    """The statement that gives it."""


class SumFault(StrEnum):
    """How parts and total disagree."""

    EXCEEDS = "exceeds"
    """The parts are more than the total."""
    FALLS_SHORT = "falls_short"
    """All parts together are less than the total."""


@dataclass(frozen=True, slots=True)
class SumConflict:
    """Parts that do not fit their total."""

    fault: SumFault
    total: Figure
    parts: tuple[Figure, ...]
    """A smallest set that shows the fault: parts that already exceed the total, or all of them."""
    low: float
    """The least that these parts add up to."""
    high: float
    """The most."""

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The statements it rests on: the total's, then the parts' in the order given, each once."""
        return tuple(dict.fromkeys((self.total.tag, *(part.tag for part in self.parts))))


def check_sum(total: Figure, parts: Sequence[Figure], *, complete: bool, tolerance: float = 0.0) -> SumConflict | None:
    """The conflict between a total and its parts, or None.

    Disjoint parts must not exceed the total; where they are ``complete`` they must add up to it. Two women
    and a man are three people: ``check_sum(Figure(3, 3, "a"), [women, man], complete=True)`` is None.
    ``tolerance`` allows for rounded figures, in the unit of the total. No parts are no conflict.
    """
    if not parts:
        return None
    if sum(part.low for part in parts) > total.high + tolerance:
        return _conflict(SumFault.EXCEEDS, total, _fewest_exceeding(parts, total.high + tolerance))
    if complete and sum(part.high for part in parts) < total.low - tolerance:
        return _conflict(SumFault.FALLS_SHORT, total, tuple(parts))
    return None


def _conflict(fault: SumFault, total: Figure, parts: tuple[Figure, ...]) -> SumConflict:
    return SumConflict(fault, total, parts, sum(p.low for p in parts), sum(p.high for p in parts))


def _fewest_exceeding(parts: Sequence[Figure], limit: float) -> tuple[Figure, ...]:
    """The largest parts until they exceed the limit, in the order given: no fewer would do."""
    by_size = sorted(range(len(parts)), key=lambda index: -parts[index].low)
    chosen: list[int] = []
    reached = 0.0
    for index in by_size:
        if reached > limit:
            break
        chosen.append(index)
        reached += parts[index].low
    return tuple(parts[index] for index in sorted(chosen))
