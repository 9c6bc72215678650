"""Two sources put one event in two places, neither of which contains the other."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.linking.story import StoryView
from factcheck.model import Claim, Place, Value
from factcheck.rules.base import AGREE, APART, CONTAINS, Comparison, Fact, Relation
from factcheck.rules.pairs import PairKind

_LEVELS = {"country": 1, "region": 2, "settlement": 3, "district": 3, "facility": 4}
"""Kinds that can be compared; a river or sea is a line or a frame, not a spot."""
_NEAR, _NEAR_SITE = 0.4, 0.8
"""Two towns of one country; two sites of one sort ("Amtsgericht" of two towns)."""
_AT = frozenset({"at", "near"})


class PlaceKind(PairKind):
    """place: see the rule's page."""

    kind = "place"
    own: tuple[str, ...] = ("p:",)
    slot = "where"
    message = "Two places for {what}: {a} or {b}"

    def facts(self, claim: Claim, view: StoryView) -> Iterable[Fact]:
        for place in places_at(claim):
            yield Fact(claim, place.span, _value(place), frozenset(), place)

    def compare(self, a: Fact, b: Fact, view: StoryView) -> Comparison:
        comparison = compare_places(a.raw, b.raw, view)
        if comparison.relation is Relation.CLASH and _agrees_elsewhere(a.claim, b.claim, view):
            return APART
        return comparison


def places_at(claim: Claim) -> tuple[Place, ...]:
    """The places where the claim's event is, not those that it is of, from or about."""
    return tuple(
        p
        for p in claim.places
        if p.role == "place" and p.kind in _LEVELS and (p.signal in _AT or (p.kind == "facility" and not p.signal))
    )


def _agrees_elsewhere(a: Claim, b: Claim, view: StoryView) -> bool:
    return any(
        compare_places(x, y, view).relation is Relation.AGREE
        for x in places_at(a)
        for y in places_at(b)
        if x.kind not in {"country", "region"} and y.kind not in {"country", "region"}
    )


def compare_places(a: Place, b: Place, view: StoryView) -> Comparison:
    """Containment is agreement; two places of one level, or two with known disjoint parents, clash."""
    if a.key == b.key:
        return AGREE
    if view.contains(a, b) or view.contains(b, a):
        return CONTAINS
    if a.signal == "near" or b.signal == "near":
        return APART
    if a.kind == b.kind == "facility":
        return Comparison(Relation.CLASH, _NEAR_SITE) if _same_head(a, b) else APART
    if _in_two_countries(a, b):
        return APART
    if _LEVELS[a.kind] == _LEVELS[b.kind]:
        return Comparison(Relation.CLASH, _NEAR if a.country and a.country == b.country else 0.0)
    coarse, fine = sorted((a, b), key=lambda p: _LEVELS[p.kind])
    located = fine.key in view.learned or fine.key.startswith("place:")
    if located and fine.signal in _AT and view.disjoint(coarse, fine):
        return Comparison(Relation.CLASH, _NEAR)
    return APART


def _in_two_countries(a: Place, b: Place) -> bool:
    """One event told of two countries is rather two events: a near miss agrees on the coarse."""
    return bool(a.country and b.country and a.country != b.country)


def _same_head(a: Place, b: Place) -> bool:
    """True for two facilities of one sort: "Amtsgericht Würzburg" and "Amtsgericht Schweinfurt"."""
    one, other = a.surface.casefold().split(), b.surface.casefold().split()
    return one[0] == other[0] or one[-1] == other[-1]


def _value(place: Place) -> Value:
    return Value(
        "place",
        place.name + (f" ({place.country})" if place.country else ""),
        (("key", place.key), ("name", place.name), ("kind", place.kind), ("country", place.country)),
    )
