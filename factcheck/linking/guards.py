"""Signs that two claims speak of two things, however alike their words are."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.concepts import ancestors, exclude
from factcheck.linking.story import StoryView
from factcheck.linking.times import meet, names_a_day
from factcheck.model import Claim, Modality, TimeExpression

_BACKGROUND_DAYS = 45
_ADJACENT = 2
"""Code points between a time and the relative clause that tells of it: "in February 2017, when ..."."""
_UNREAL = frozenset({Modality.PLANNED, Modality.EXPECTED, Modality.HYPOTHETICAL})
_PHASE = "phase"
_CORRECTION = "c:correction"


def two_things(
    a: Claim,
    b: Claim,
    view: StoryView,
    *,
    compares_times: bool = False,
    compares_ranks: bool = False,
    compares_agents: bool = False,
    compares_places: bool = False,
) -> str | None:
    """Why the claims can't be of one thing, or None. What is compared is no sign of two things."""
    if not compares_ranks and _is_background(a, view) != _is_background(b, view):
        return "one tells of something long before its article"
    if not compares_ranks and _two_ranks(a, b):
        return "two members of one series"
    if (a.modality in _UNREAL) != (b.modality in _UNREAL):
        return "one is planned or supposed, the other happened"
    if not compares_times and (_two_times(a, b) or _two_clocks(a, b)):
        return "two times"
    if not compares_agents and _two_agents(a, b, view):
        return "two agents"
    if not compares_places and _two_places(a, b, view):
        return "two places"
    if any(_CORRECTION in dict(c.content) for c in (a, b)):
        return "one corrects an earlier figure"
    if _two_phases(a, b):
        return "two phases of one thing"
    return None


def _spans(times: Sequence[TimeExpression], *, bounds: bool = False) -> list[tuple[int, int]]:
    """First and last day of each date, as ordinals; what a stretch began with only with ``bounds``."""
    found = []
    for time in times:
        if time.type not in {"DATE", "TIME"} or (time.signal == "since" and not bounds):
            continue
        if time.earliest is not None and time.latest is not None:
            found.append((time.earliest.toordinal(), time.latest.toordinal()))
    return found


def _two_times(a: Claim, b: Claim) -> bool:
    """True if both clauses name their event's days, and no two of them can meet."""
    pairs = [meet(x, y) for x in _event_days(a) for y in _event_days(b)]
    return bool(pairs) and all(together is False for together in pairs)


def _event_days(claim: Claim) -> list[TimeExpression]:
    return [t for t in claim.times if t.type in {"DATE", "TIME"} and t.signal != "since" and names_a_day(t)]


def _is_background(claim: Claim, view: StoryView) -> bool:
    """True if the clause tells of something long before its article: "im Januar 2024", "vor fünf Jahren"."""
    published = view.published(claim)
    before = [t for t in view.reading(claim).times if 0 <= claim.span.start - t.span.end <= _ADJACENT]
    days = _spans(claim.times, bounds=True) or _spans(before)
    return published is not None and bool(days) and max(d[1] for d in days) < published.toordinal() - _BACKGROUND_DAYS


def _two_ranks(a: Claim, b: Claim) -> bool:
    """True if both are the n-th of one series: the third and the fourth stage."""
    return bool(a.ordinal and b.ordinal and a.ordinal.noun == b.ordinal.noun and a.ordinal.k != b.ordinal.k)


def _two_clocks(a: Claim, b: Claim) -> bool:
    """True if both clauses give a clock time and no two of them meet: two observations."""
    one, other = ([t.clock for t in c.times if t.clock is not None] for c in (a, b))
    return bool(one and other) and not any(x[0] <= y[1] and y[0] <= x[1] for x in one for y in other)


def _two_phases(a: Claim, b: Claim) -> bool:
    """True if the clauses name two phases that exclude each other: first leg and second leg, start and end."""
    one, other = (_phases(c) for c in (a, b))
    return any(exclude(x, y) for x in one - other for y in other - one)


def _phases(claim: Claim) -> frozenset[str]:
    return frozenset(key[2:] for key, _ in claim.content if is_phase(key))


def is_phase(key: str) -> bool:
    """True for the content key of a phase ("first leg", "runoff")."""
    return key.startswith("c:") and _PHASE in ancestors(key[2:])


def _two_agents(a: Claim, b: Claim, view: StoryView) -> bool:
    """True if each clause has a person as its agent whom the other does not name."""
    one, other = (_agent(c, view) for c in (a, b))
    if one is None or other is None:
        return False
    return one not in view.contents[b.id] and other not in view.contents[a.id]


def _agent(claim: Claim, view: StoryView) -> str | None:
    """The entity of the only person among the clause's agents, or None."""
    named = [m for role, m in claim.roles if role == "agent" and m.kind in {"person", "unknown"}]
    ids = [view.entity_of.get((claim.document, m.key), "") for m in named]
    persons = [i for i in ids if i in view.persons]
    return persons[0] if len(persons) == 1 else None


def _two_places(a: Claim, b: Claim, view: StoryView) -> bool:
    """True if each clause names its town and no two of them are one or lie in one another."""
    one, other = ([p for p in c.places if p.signal == "at" and p.kind == "settlement"] for c in (a, b))
    return bool(one and other) and not any(
        x.key == y.key or view.contains(x, y) or view.contains(y, x) for x in one for y in other
    )
