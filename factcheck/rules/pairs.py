"""From the facts of one story to the pairs that clash and are linked.

Facts are paired only if their claims share a content key that is rare in the story. A pair survives if its link
score reaches the rule's threshold, if neither side has a better partner in the other's article, and if no
statement of the other article that is linked as well agrees with it (then the pair speaks of two things).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract.concepts import ontology
from factcheck.linking.guards import is_phase, two_things
from factcheck.linking.score import WEIGHTS, Link, are_other_events, link
from factcheck.linking.story import StoryView
from factcheck.model import Claim
from factcheck.rules.base import Candidate, Comparison, Fact, Relation, SlotKind

_MAX_VECTOR = 0.65
"""The most that the sentence vectors can add, in units of their weight."""
_RARE_KEY = 0.25
ECHO_MARGIN = 1.4
"""How much weaker than a finding its echo may be linked."""
_MIN_CONTENT = 0.9
_WORDS = ("c:", "l:")
_SORT = "sort"
_LONE_UNIT = 0.4
"""The only two amounts of money in two articles are likely one amount, whatever words surround them."""
_OF_TIME = frozenset({"date", "clock", "calendar", "never"})
_OF_EVENT = frozenset({"date", "clock", "place", "participant", "status", "order", "duration"})
"""Kinds whose slot every happening has: the two claims must be of one happening, not just of one story."""
_SAME_OVERLAP, _SAME_VECTORS = 0.45, 0.2
_MEASURE_VECTORS, _SAME_SHARED = 0.25, 0.4
_RIVAL_MARGIN = 0.6
"""A statement that agrees and is linked at most this much less well makes the clash a matter of two things."""


@dataclass(frozen=True, slots=True)
class _Scored:
    a: Fact
    b: Fact
    comparison: Comparison
    link: Link


class PairKind:
    """Base of the kinds that compare pairs: subclasses give the facts and compare two of them."""

    kind: str
    own: tuple[str, ...] = ()
    slot = ""
    of_reports = False
    message: str

    def facts(self, claim: Claim, view: StoryView) -> Iterable[Fact]:
        raise NotImplementedError

    def compare(self, a: Fact, b: Fact, view: StoryView) -> Comparison:
        raise NotImplementedError

    def candidates(self, view: StoryView, min_score: float) -> tuple[Candidate, ...]:
        return clashes(self, view, min_score)

    def agree(self, a: Fact, b: Fact, view: StoryView) -> bool:
        return self.compare(a, b, view).relation is Relation.AGREE


def clashes(kind: SlotKind, view: StoryView, min_score: float) -> tuple[Candidate, ...]:
    """The candidates of one kind in one story, best first.

    Those below ``min_score`` are too weak to be findings; they may join one as its echo in another sentence.
    """
    facts = [
        fact
        for claim in view.claims
        if not claim.withdrawn
        and (kind.of_reports or claim.predicate != "report")
        and (kind.of_reports or _says_something(claim, kind))
        for fact in kind.facts(claim, view)
    ]
    alone = _alone(facts, view)
    weakest = min_score - ECHO_MARGIN
    scored = [s for a, b in _pairs(facts, view) if (s := _score(kind, a, b, view, weakest, alone)) is not None]
    agreeing = [s for s in scored if s.comparison.relation is Relation.AGREE and s.comparison.exact]
    clashing = [s for s in scored if s.comparison.relation is Relation.CLASH and s.link.score >= weakest]
    best = _best_scores(clashing)
    kept = [
        Candidate(s.a, s.b, s.link.score, s.comparison, s.link.evidence)
        for s in sorted(clashing, key=lambda s: (-s.link.score, _position(s.a), _position(s.b)))
        if _is_best(s, best) and not _has_rival(s, agreeing)
    ]
    return tuple(kept)


def _says_something(claim: Claim, kind: SlotKind) -> bool:
    """False for a bare time stamp or figure ("7:05 a.m.", "Game 2", "Kassel, 13.03.2025"): no statement."""
    if kind.kind in _OF_EVENT and not any(key.startswith("c:") for key, _ in claim.content):
        return False
    return sum(weight for _, weight in claim.content) >= _MIN_CONTENT


def _position(fact: Fact) -> tuple[str, int]:
    return fact.claim.document, fact.span.start


def _pairs(facts: Sequence[Fact], view: StoryView) -> Iterator[tuple[Fact, Fact]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for i, fact in enumerate(facts):
        for key in view.contents[fact.claim.id]:
            if view.rarity.get(key, 1.0) >= _RARE_KEY:
                holders[key].append(i)
    seen: set[tuple[int, int]] = set()
    for members in holders.values():
        for n, i in enumerate(members):
            for j in members[n + 1 :]:
                pair = (min(i, j), max(i, j))
                if pair not in seen and facts[i].claim.sentence_key != facts[j].claim.sentence_key:
                    seen.add(pair)
    for i, j in sorted(seen):
        yield facts[i], facts[j]


def _alone(facts: Sequence[Fact], view: StoryView) -> dict[tuple[str, int], frozenset[str]]:
    """Position of a fact -> the content keys that no other fact of its kind and article has.

    The only number of employees in one article and the only one in another are likely the same figure.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    for fact in facts:
        keys = (_SORT, *view.contents[fact.claim.id])
        counts.update((fact.claim.document, fact.sort, key) for key in keys)
    return {
        _position(fact): frozenset(
            key for key in (_SORT, *view.contents[fact.claim.id]) if counts[fact.claim.document, fact.sort, key] == 1
        )
        for fact in facts
    }


def _is_unique(a: Claim, b: Claim, slot: str) -> bool:
    """True if both claims are of one event type that has the slot once: one meeting has one place."""
    known = ontology().get(a.predicate)
    return a.predicate == b.predicate and known is not None and slot in known.unique


def _uniqueness(a: Fact, b: Fact, view: StoryView, alone: dict[tuple[str, int], frozenset[str]]) -> float:
    """The greatest weight of a shared key that both facts are alone in holding, 0 to 1."""
    one, other = view.contents[a.claim.id], view.contents[b.claim.id]
    shared = alone[_position(a)] & alone[_position(b)]
    floor = _LONE_UNIT if a.sort and _SORT in shared else 0.0
    return max((min(one[k], other[k]) for k in shared if k[:2] in _WORDS and not is_phase(k)), default=floor)


def _score(
    kind: SlotKind,
    a: Fact,
    b: Fact,
    view: StoryView,
    min_score: float,
    alone: dict[tuple[str, int], frozenset[str]],
) -> _Scored | None:
    comparison = kind.compare(a, b, view)
    if comparison.relation is Relation.APART:
        return None
    if two_things(
        a.claim,
        b.claim,
        view,
        compares_times=kind.kind in _OF_TIME,
        compares_ranks=kind.kind == "ordinal",
        compares_agents=kind.kind == "participant",
        compares_places=kind.kind == "place",
    ):
        return None
    keys = (
        frozenset(k for c in (a.claim, b.claim) for k, _ in c.content if k.startswith(kind.own))
        if kind.own
        else frozenset()
    )
    extra = {
        "near": comparison.near,
        "of": comparison.of,
        "alone": _uniqueness(a, b, view, alone),
        "within": float(a.claim.document == b.claim.document and not kind.of_reports),
        "other_event": float(kind.kind in _OF_EVENT and are_other_events(a.claim, b.claim)),
        "unique": float(kind.kind in _OF_EVENT and _is_unique(a.claim, b.claim, kind.slot)),
    }
    cheap = link(a.claim, b.claim, view, extra, exclude_keys=keys, vectors=False)
    if cheap.score + WEIGHTS.vectors * _MAX_VECTOR < min_score - _RIVAL_MARGIN:
        return None
    full = link(a.claim, b.claim, view, extra, exclude_keys=keys)
    if kind.kind in _OF_EVENT and not _same_happening(full):
        return None
    if a.is_amount and not _same_measure(a.sort, comparison, full):
        return None
    return _Scored(a, b, comparison, full)


def _same_happening(found: Link) -> bool:
    """True if the predicates are of one event type, or the clauses or sentences are alike."""
    value = {e.name: float(e.detail) for e in found.evidence}
    return (
        value.get("predicate", 0) > 0
        or value.get("same_verb", 0) > 0
        or value.get("overlap", 0) >= _SAME_OVERLAP
        or value.get("vectors", 0) >= _SAME_VECTORS
    )


def _same_measure(unit: str, comparison: Comparison, found: Link) -> bool:
    """Two amounts are of one thing if a property, the digits or the sentences say so."""
    value = {e.name: float(e.detail) for e in found.evidence}
    if comparison.of > 0 or comparison.near >= 1:
        return True
    if not unit:
        alike = (value.get("overlap", 0), value.get("shared", 0), value.get("predicate", 0))
        return alike[0] >= _SAME_OVERLAP and alike[1] >= _SAME_SHARED and alike[2] > 0
    return value.get("vectors", 0) >= _MEASURE_VECTORS


def _best_scores(clashing: Iterable[_Scored]) -> dict[tuple[str, int, str], float]:
    """(document, offset, other document) -> best score of a clash between them."""
    best: dict[tuple[str, int, str], float] = {}
    for s in clashing:
        for one, other in ((s.a, s.b), (s.b, s.a)):
            key = (*_position(one), other.claim.document)
            best[key] = max(s.link.score, best.get(key, s.link.score))
    return best


def _is_best(s: _Scored, best: dict[tuple[str, int, str], float]) -> bool:
    return all(s.link.score >= best[(*_position(one), other.claim.document)] for one, other in ((s.a, s.b), (s.b, s.a)))


def _has_rival(s: _Scored, agreeing: Sequence[_Scored]) -> bool:
    """True if a statement of the other article agrees with one side and is linked about as well."""
    for other in agreeing:
        if other.link.score < s.link.score - _RIVAL_MARGIN:
            continue
        for one, far in ((s.a, s.b), (s.b, s.a)):
            for mine, theirs in ((other.a, other.b), (other.b, other.a)):
                if _position(mine) == _position(one) and theirs.claim.document == far.claim.document:
                    return True
    return False
