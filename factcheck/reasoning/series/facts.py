"""What a statement on a series says: boundaries, facts and the usual phrases made of them."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.reasoning.constraints import Point, Tag


@dataclass(frozen=True, slots=True)
class Beginning:
    """Before the first event."""


@dataclass(frozen=True, slots=True)
class EndOf:
    """The end of a day (an ordinal)."""

    day: int


@dataclass(frozen=True, slots=True)
class Within:
    """A moment on one of these days (both inclusive, None for an open side)."""

    earliest: int | None
    latest: int | None
    name: str | None = None
    """Boundaries of one name are one moment; without a name it belongs to its statement."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The moment of a time point of the system, such as an article's unknown publication day."""

    point: Point


@dataclass(frozen=True, slots=True)
class At:
    """The moment of an event, which counts."""

    event: str


Boundary = Beginning | EndOf | Within | Moment | At


@dataclass(frozen=True, slots=True)
class Happened:
    """The event took place at ``when``. Two names may stand for one event unless something tells them apart.

    That an event's moment is a time point of the system is no claim but its definition, whatever the reading.
    """

    event: str
    when: Within | Moment


@dataclass(frozen=True, slots=True)
class Count:
    """``low`` to ``high`` events (None: any number) come after one boundary and up to the other."""

    after: Boundary
    until: Boundary
    low: int
    high: int | None


Fact = Happened | Count
Reading = tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says: all facts of at least one reading."""

    tag: Tag
    readings: tuple[Reading, ...]


def happened(event: str, earliest: int | None, latest: int | None) -> Reading:
    """The event took place on one of these days."""
    return (Happened(event, Within(earliest, latest)),)


def kth_since(event: str, k: int, since: Boundary) -> Reading:
    """The event is the k-th after the boundary: ``kth_since("trip", 2, Within(*year_2011))``.

    Who says "since 2011" looks back on 2011: where the boundary is a period, the event comes after it.
    """
    counted = Count(since, At(event), k, k)
    if isinstance(since, Within) and since.latest is not None:
        return (counted, Count(EndOf(since.latest), At(event), 1, None))
    return (counted,)


def kth_since_event(event: str, k: int, previous: str, earliest: int, latest: int) -> Reading:
    """The event is the k-th after an earlier one: "the first since his visit in 2019"."""
    return (*happened(previous, earliest, latest), Count(At(previous), At(event), k, k))


def kth_ever(event: str, k: int) -> Reading:
    """The event is the k-th of all; with k = 1 there was never one before."""
    return (Count(Beginning(), At(event), k, k),)


def never_before(event: str) -> Reading:
    """The event is the first of all."""
    return kth_ever(event, 1)


def in_order(earlier: str, later: str) -> Reading:
    """One event of the series comes before another."""
    return (Count(At(earlier), At(later), 1, None),)


def next_after(earlier: str, later: str) -> Reading:
    """No event of the series lies between the two: "his last trip before this one"."""
    return (Count(At(earlier), At(later), 1, 1),)


def last_until(event: str, until: Boundary) -> Reading:
    """No event of the series follows up to the boundary."""
    return (Count(At(event), until, 0, 0),)


def only(event: str, after: Boundary, until: Boundary) -> Reading:
    """The event lies between the boundaries, and no other does."""
    return (Count(after, At(event), 1, 1), Count(At(event), until, 0, 0))


def number_within(earliest: int, latest: int, low: int, high: int | None) -> Reading:
    """So many events took place on these days: exactly one is (1, 1), none (0, 0), several (2, None)."""
    return (Count(EndOf(earliest - 1), EndOf(latest), low, high),)


def never_until(until: Boundary) -> Reading:
    """There has been no event up to the boundary."""
    return (Count(Beginning(), until, 0, 0),)


def none_since(since: Boundary, until: Boundary) -> Reading:
    """No event after one boundary and up to the other: "has not been there since 2002"."""
    return (Count(since, until, 0, 0),)
