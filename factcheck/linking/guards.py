"""Signs that two claims speak of two things, however alike their words are.

The signs of a claim are read once a story; a pair only compares them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.concepts import ancestors, exclude
from factcheck.extract.ordinals import LAST
from factcheck.linking.story import StoryView
from factcheck.linking.times import meet, names_a_day
from factcheck.model import Claim, Modality, Place, TimeExpression

_BACKGROUND_DAYS = 45
_APART_DAYS = 21
_ADJACENT = 2
"""Code points between a time and the relative clause that tells of it: "in February 2017, when ..."."""
_UNREAL = frozenset({Modality.PLANNED, Modality.EXPECTED, Modality.HYPOTHETICAL})
_PHASE = "phase"
_CORRECTION = "c:correction"


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells a claim's thing from another one."""

    published: int | None
    """Ordinal of the article's publication day."""
    background: bool
    """True if the clause tells of something long before its article: "im Januar 2024", "vor fünf Jahren"."""
    unreal: bool
    """True for what is planned, expected or supposed."""
    days: tuple[TimeExpression, ...]
    """The event's own times that name a day."""
    clocks: tuple[tuple[int, int], ...]
    agent: str | None
    """Entity id of the only person among the agents."""
    towns: tuple[Place, ...]
    phases: frozenset[str]
    corrects: bool
    """True if the clause corrects an earlier figure."""


def signs_of(claim: Claim, view: StoryView) -> Signs:
    """The claim's signs, remembered by the view."""
    found = view.memo.get(claim.id)
    if found is None:
        found = view.memo[claim.id] = _read_signs(claim, view)
    assert isinstance(found, Signs)
    return found


def _read_signs(claim: Claim, view: StoryView) -> Signs:
    published = view.published(claim)
    return Signs(
        published=published.toordinal() if published is not None else None,
        background=_is_background(claim, view),
        unreal=claim.modality in _UNREAL,
        days=tuple(_event_days(claim)),
        clocks=tuple(t.clock for t in claim.times if t.clock is not None),
        agent=_agent(claim, view),
        towns=tuple(p for p in claim.places if p.signal == "at" and p.kind == "settlement"),
        phases=frozenset(key[2:] for key, _ in claim.content if is_phase(key)),
        corrects=any(key == _CORRECTION for key, _ in claim.content),
    )


def two_things(
    a: Claim,
    b: Claim,
    view: StoryView,
    *,
    compares_times: bool = False,
    compares_series: bool = False,
    compares_agents: bool = False,
    compares_places: bool = False,
) -> str | None:
    """Why the claims can't be of one thing, or None. What is compared is no sign of two things."""
    one, other = signs_of(a, view), signs_of(b, view)
    if _told_apart(one, other):
        return "their articles were published long apart"
    if not compares_series and one.background != other.background:
        return "one tells of something long before its article"
    if not compares_series and _two_ranks(a, b):
        return "two members of one series"
    if one.unreal != other.unreal:
        return "one is planned or supposed, the other happened"
    if one.corrects or other.corrects:
        return "one corrects an earlier figure"
    if not compares_times and (_two_times(one, other) or _two_clocks(one, other)):
        return "two times"
    if not compares_agents and _two_agents(a, b, one, other, view):
        return "two agents"
    if not compares_places and _two_places(one, other, view):
        return "two places"
    if any(exclude(x, y) for x in one.phases - other.phases for y in other.phases - one.phases):
        return "two phases of one thing"
    return None


def _told_apart(a: Signs, b: Signs) -> bool:
    """True for articles published weeks apart: this month's crash is not the last one's."""
    if a.published is None or b.published is None:
        return False
    return abs(a.published - b.published) > _APART_DAYS


def _two_ranks(a: Claim, b: Claim) -> bool:
    """True if both are the n-th of one series, the third and the fourth stage, or one the first, one the last."""
    if a.ordinal is None or b.ordinal is None or a.ordinal.k == b.ordinal.k:
        return False
    return a.ordinal.noun == b.ordinal.noun or {a.ordinal.k, b.ordinal.k} == {1, LAST}


def _two_times(a: Signs, b: Signs) -> bool:
    """True if both clauses name their event's days, and no two of them can meet."""
    return bool(a.days and b.days) and all(meet(x, y) is False for x in a.days for y in b.days)


def _two_clocks(a: Signs, b: Signs) -> bool:
    """True if both clauses give a clock time and no two of them meet: two observations."""
    return bool(a.clocks and b.clocks) and not any(x[0] <= y[1] and y[0] <= x[1] for x in a.clocks for y in b.clocks)


def _two_agents(a: Claim, b: Claim, one: Signs, other: Signs, view: StoryView) -> bool:
    """True if each clause has a person as its agent whom the other does not name."""
    if one.agent is None or other.agent is None:
        return False
    return one.agent not in view.contents[b.id] and other.agent not in view.contents[a.id]


def _two_places(a: Signs, b: Signs, view: StoryView) -> bool:
    """True if each clause names its town and no two of them are one or lie in one another."""
    return bool(a.towns and b.towns) and not any(
        x.key == y.key or view.contains(x, y) or view.contains(y, x) for x in a.towns for y in b.towns
    )


def is_phase(key: str) -> bool:
    """True for the content key of a phase ("first leg", "runoff")."""
    return key.startswith("c:") and _PHASE in ancestors(key[2:])


# --- reading the signs ---------------------------------------------------------------------------------


def _event_days(claim: Claim) -> list[TimeExpression]:
    return [t for t in claim.times if t.type in {"DATE", "TIME"} and t.signal != "since" and names_a_day(t)]


def _is_background(claim: Claim, view: StoryView) -> bool:
    published = view.published(claim)
    before = [t for t in view.reading(claim).times if 0 <= claim.span.start - t.span.end <= _ADJACENT]
    days = _last_days(claim.times) or _last_days(before)
    return published is not None and bool(days) and max(days) < published.toordinal() - _BACKGROUND_DAYS


def _last_days(times: Sequence[TimeExpression]) -> list[int]:
    """Last day of each date, as an ordinal."""
    return [t.latest.toordinal() for t in times if t.type in {"DATE", "TIME"} and t.latest is not None]


def _agent(claim: Claim, view: StoryView) -> str | None:
    """The entity of the only person among the clause's agents, or None."""
    named = [m for role, m in claim.roles if role == "agent" and m.kind in {"person", "unknown"}]
    ids = [view.entity_of.get((claim.document, m.key), "") for m in named]
    persons = [i for i in ids if i in view.persons]
    return persons[0] if len(persons) == 1 else None
