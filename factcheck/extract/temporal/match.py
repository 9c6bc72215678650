"""Finding the expressions: the longest pattern around each trigger, and the members of lists and ranges
beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from factcheck.extract.temporal.guards import Guards
from factcheck.extract.temporal.patterns import Accept, Node, Row
from factcheck.extract.temporal.tokens import Hit

_REACH = 12
"""Hits before a trigger at which a pattern that needs it may begin."""
_JOINTS = frozenset({"conn", "comma", "dash", "slash"})
_FILLERS = frozenset({"signal", "det"})
_MEMBERS = frozenset({"calendar", "clock", "duration"})
_CLOCKS = ("clock", "dotclock", "hour")


@dataclass(slots=True)
class Match:
    """Hits ``first`` to ``last`` read by ``row``."""

    row: Row
    first: int
    last: int
    start: int
    end: int
    slots: dict[str, Any] = field(default_factory=dict)


def find(hits: Sequence[Hit], root: Node, guards: Guards) -> list[Match]:
    """Leftmost longest matches, in order, without overlaps."""
    found: list[Match] = []
    near = _next_triggers(hits)
    position, floor = 0, 0
    while position < len(hits):
        ahead = near[position] - position
        if ahead > _REACH:
            position += ahead - _REACH if near[position] < len(hits) else 1
            continue
        match = _best_from(hits, root, position, floor)
        if match is None or not guards.allow(hits, match.first, match.last, match.row.make, match.slots):
            position += 1
            continue
        position = floor = match.last + 1
        if match.row.make is not None:
            found.append(match)
    return found


def _next_triggers(hits: Sequence[Hit]) -> list[int]:
    near = [2 * len(hits) + _REACH] * len(hits)
    following = 2 * len(hits) + _REACH
    for position in range(len(hits) - 1, -1, -1):
        if hits[position].trigger:
            following = position
        elif position + 1 < len(hits) and hits[position].number + 1 != hits[position + 1].number:
            following = 2 * len(hits) + _REACH
        near[position] = following
    return near


def _best_from(hits: Sequence[Hit], root: Node, position: int, floor: int) -> Match | None:
    """The longest match from here; where it begins with context, one from within that context may reach
    further."""
    best = _longest(hits, root, position)
    if best is None:
        return None
    for later in range(position + 1, best.first + 1):
        other = _longest(hits, root, later)
        if other and other.last > best.last:
            best = other
    return best


def _longest(hits: Sequence[Hit], root: Node, position: int) -> Match | None:
    best: Accept | None = None
    best_length = 0
    stack = [(root, position)]
    count = len(hits)
    while stack:
        node, at = stack.pop()
        for name in hits[at].classes:
            child = node.children.get(name)
            if child is None:
                continue
            accept = child.accept
            if accept:
                length = at + 1 - position
                if (
                    best is None
                    or length > best_length
                    or (length == best_length and accept.row.order < best.row.order)
                ):
                    best, best_length = accept, length
            if child.children and at + 1 < count and hits[at + 1].number == hits[at].number + 1:
                stack.append((child, at + 1))
    return _match(hits, position, best) if best else None


def _match(hits: Sequence[Hit], position: int, accept: Accept) -> Match:
    inside = [i for i, step in enumerate(accept.steps) if not step.context]
    slots: dict[str, Any] = {}
    for offset, step in enumerate(accept.steps):
        slots[step.key] = hits[position + offset].classes[step.name]
    slots.update(accept.row.fixed)
    first, last = position + inside[0], position + inside[-1]
    return Match(accept.row, first, last, hits[first].start, hits[last].end, slots)


# --- members of lists and ranges that share a month, a year or the word for the hour ------------------


def complete(hits: Sequence[Hit], matches: list[Match]) -> list[Match]:
    """Add "18." of "vom 18. bis 20. Dezember", "29" of "January 25-29", "10" of "10-18 Uhr", and give "10.
    Juli" the year of "10. Juli bis 31. Oktober 1940"."""
    full: list[Match] = []
    matches = _share_final_year(hits, matches)
    for number, match in enumerate(matches):
        floor = matches[number - 1].last + 1 if number else 0
        ceiling = matches[number + 1].first if number + 1 < len(matches) else len(hits)
        full += [*_before(hits, match, floor), match, *_after(hits, match, ceiling)]
    for earlier, later in zip(full[-2::-1], full[:0:-1], strict=True):
        _inherit_year(hits, earlier, later)
    return full


def _share_final_year(hits: Sequence[Hit], matches: list[Match]) -> list[Match]:
    """ "Nov. 3-5, 2024": the year behind the second day belongs to both days and to the second one's words."""
    kept: list[Match] = []
    for match in matches:
        before = kept[-1] if kept else None
        if before and match.row.make == "year" and _ends_with_range(hits, before, match):
            before.slots["year"] = match.slots.get("year")
            before.slots["final"] = match.end
        else:
            kept.append(match)
    return kept


def _ends_with_range(hits: Sequence[Hit], first: Match, year: Match) -> bool:
    """True for the hits dash, day and perhaps a comma between "Nov. 3" and "2024"."""
    gap = year.first - first.last
    if first.row.make != "calendar" or not {"month", "day"} <= first.slots.keys() or "year" in first.slots:
        return False
    if gap not in (3, 4) or hits[year.first].number - hits[first.last].number != gap:
        return False
    names = [hits[at].classes.keys() for at in range(first.last + 1, year.first)]
    return "dash" in names[0] and "day" in names[1] and (gap == 3 or "comma" in names[2])


def _before(hits: Sequence[Hit], match: Match, floor: int) -> list[Match]:
    members: list[Match] = []
    if match.slots.get("night") or match.row.make not in _MEMBERS:
        return members
    position = match.first
    while True:
        end = _joint_before(hits, position, floor)
        if end is None:
            break
        member = _member(hits, match, end, floor)
        if member is None:
            break
        members.append(member)
        position = member.first
    return members[::-1]


def _joint_before(hits: Sequence[Hit], position: int, floor: int) -> int | None:
    """The hit before "und", "bis zum", a comma or a dash that stands directly before ``position``."""
    joined = False
    for step in range(1, 4):
        at = position - step
        if at < floor or hits[at].number + 1 != hits[at + 1].number:
            return None
        names = hits[at].classes
        if _JOINTS & names.keys():
            joined = True
        elif joined:
            return at
        elif not _FILLERS & names.keys():
            return None
    at = position - 4
    return at if joined and at >= floor and hits[at].number + 1 == hits[at + 1].number else None


def _member(hits: Sequence[Hit], match: Match, end: int, floor: int) -> Match | None:
    if match.slots.get("bc") and "month" not in match.slots:
        return _bc_member(hits, match, end)
    if match.row.make == "calendar":
        return _day_member(hits, match, end, floor)
    return _clock_member(hits, match, end) if match.row.make == "clock" else _count_member(hits, match, end)


def _bc_member(hits: Sequence[Hit], match: Match, end: int) -> Match | None:
    """ "490" of "490-480 BC"."""
    names = hits[end].classes
    name = next((name for name in ("digits3", "year") if name in names), None)
    if name is None:
        return None
    slots = {name: names[name], "bc": True}
    return Match(match.row, end, end, hits[end].start, hits[end].end, slots)


def _count_member(hits: Sequence[Hit], match: Match, end: int) -> Match | None:
    """ "sechs" of "sechs bis acht Monate"."""
    names = hits[end].classes
    joint = hits[end + 1].classes
    if "num" not in names or "year" in names or not {"conn", "dash"} & joint.keys() or "num" not in match.slots:
        return None
    if hits[match.first].classes.get("num") != match.slots["num"]:
        return None
    slots = {"num": names["num"], "unit": match.slots["unit"]}
    return Match(match.row, end, end, hits[end].start, hits[end].end, slots)


def _day_member(hits: Sequence[Hit], match: Match, end: int, floor: int) -> Match | None:
    if "month" not in match.slots or "day" not in match.slots:
        return None
    first = last = end
    if "dot" in hits[end].classes and end - 1 >= floor and hits[end].glued:
        first = end - 1
    elif match.slots.get("dotted"):
        return None
    day = hits[first].classes.get("day")
    if day is None or hits[first].number + (last - first) != hits[last].number:
        return None
    slots: dict[str, Any] = {key: match.slots[key] for key in ("month", "year", "rel", "bc") if key in match.slots}
    return Match(match.row, first, last, hits[first].start, hits[last].end, {**slots, "day": day})


def _clock_member(hits: Sequence[Hit], match: Match, end: int) -> Match | None:
    names = hits[end].classes
    name = next((name for name in _CLOCKS if name in names), None)
    if name is None:
        return None
    slots: dict[str, Any] = {key: match.slots[key] for key in ("ampm", "at", "zone") if key in match.slots}
    return Match(match.row, end, end, hits[end].start, hits[end].end, {**slots, name: names[name]})


def _after(hits: Sequence[Hit], match: Match, ceiling: int) -> list[Match]:
    """The short second year of "1939-45" and the second day of "January 25-29"."""
    dash, at = match.last + 1, match.last + 2
    if match.row.make not in ("calendar", "year") or at >= ceiling or hits[at].number != hits[match.last].number + 2:
        return []
    if not {"dash", "slash"} & hits[dash].classes.keys() or not hits[dash].glued or not hits[at].glued:
        return []
    names: Mapping[str, Any] = hits[at].classes
    year = hits[match.last].classes.get("year")
    if isinstance(year, int) and "d2" in names and len(str(names["d2"])) == 2 and int(names["d2"]) > year % 100:
        slots: dict[str, Any] = {"year": year - year % 100 + int(names["d2"])}
    elif "day" in names and "day" in hits[match.last].classes and match.slots.get("month") is not None:
        slots = {key: match.slots[key] for key in ("month", "year") if key in match.slots}
        slots["day"] = names["day"]
    else:
        return []
    return [Match(match.row, at, at, hits[at].start, match.slots.pop("final", hits[at].end), slots)]


def _inherit_year(hits: Sequence[Hit], earlier: Match, later: Match) -> None:
    if later.slots.get("year") is None or earlier.row.make not in ("calendar", "season"):
        return
    if later.row.make not in ("calendar", "season") or {"year", "rel"} & earlier.slots.keys():
        return
    gap = later.first - earlier.last
    if not 1 < gap <= 4 or hits[later.first].number - hits[earlier.last].number != gap:
        return
    names = [hits[at].classes.keys() for at in range(earlier.last + 1, later.first)]
    if any(_JOINTS & found for found in names) and all((_JOINTS | _FILLERS) & found for found in names):
        wraps = (earlier.slots.get("month") or 0) > (later.slots.get("month") or 12)
        earlier.slots["year"] = later.slots["year"] - wraps
        earlier.slots["inherited"] = True
