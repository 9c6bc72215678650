"""Durations against their ends, and distances against the time they took."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of numbers in one unit; infinite at an open end."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"not an interval: [{self.low}, {self.high}]")

    def overlaps(self, other: Interval) -> bool:
        """True if some number lies in both."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A stated value that does not fit what others imply."""

    stated: Interval
    implied: Interval


def duration_mismatch(start: Interval, end: Interval, stated: Interval, *, inclusive: bool = False) -> Mismatch | None:
    """The stated duration against its ends, all in one unit, or None where they fit.

    ``inclusive`` also accepts counting both the first and the last day: the 1st to the 3rd are two or
    three days. An end that can only lie before the start implies a negative duration and is a mismatch.
    """
    implied = Interval(end.low - start.high, end.high - start.low)
    accepted = Interval(implied.low, implied.high + 1) if inclusive else implied
    if implied.high >= 0 and stated.overlaps(accepted):
        return None
    return Mismatch(stated, implied)


def speed_mismatch(distance: Interval, duration: Interval, stated: Interval) -> Mismatch | None:
    """A stated speed against distance by time, all positive and in matching units, or None where it fits."""
    _require_positive(duration)
    implied = Interval(distance.low / duration.high, _ratio(distance.high, duration.low))
    return None if stated.overlaps(implied) else Mismatch(stated, implied)


def too_fast(distance: Interval, duration: Interval, limit: float) -> Mismatch | None:
    """A way that cannot be made in that time at no more than ``limit``, or None where it can."""
    _require_positive(duration)
    implied = Interval(distance.low / duration.high, _ratio(distance.high, duration.low))
    return Mismatch(Interval(0, limit), implied) if implied.low > limit else None


def _require_positive(duration: Interval) -> None:
    if duration.low < 0 or duration.high <= 0:
        raise ValueError(f"not a duration: [{duration.low}, {duration.high}]")


def _ratio(distance: float, duration: float) -> float:
    return float("inf") if duration == 0 else distance / duration
