"""From the facts of one story to the pairs that clash and are linked.

Facts are paired only if their claims share a content key that is rare in the story. A pair survives if its link
score reaches the rule's threshold, if neither side has a better partner in the other's article, and if no
statement of the other article that is linked as well agrees with it (then the pair speaks of two things).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.extract.concepts import ontology
from factcheck.linking.guards import is_phase, two_things
from factcheck.linking.score import WEIGHTS, Link, are_other_events, link
from factcheck.linking.story import StoryView
from factcheck.model import Claim, Verdict
from factcheck.rules.base import Candidate, Comparison, Fact, Relation, SlotKind

_MAX_VECTOR = 0.35
"""The most that the sentence vectors can add, in units of their weight."""
_RARE_KEY = 0.25
TENSION_MARGIN = 0.8
"""A tension asks a person to look: it may be linked less surely than what is called a contradiction."""
ECHO_MARGIN = 1.4
"""How much weaker than a finding its echo may be linked."""
_MIN_CONTENT = 0.9
_WORDS = ("c:", "l:")
_SORT = "sort"
_LONE_UNIT = 0.4
"""The only two amounts of money in two articles are likely one amount, whatever words surround them."""
_OF_TIME = frozenset({"date", "clock", "calendar", "never"})
_OF_SERIES = frozenset({"ordinal", "never"})
"""Kinds that look back on earlier events of a series."""
_OF_EVENT = frozenset({"date", "clock", "place", "participant", "status", "never", "duration"})
"""Kinds whose slot every happening has: the two claims must be of one happening, not just of one story."""
_SAME_OVERLAP, _SAME_VECTORS = 0.45, 0.2
_MEASURE_VECTORS, _SAME_SHARED = 0.25, 0.4
_RIVAL_MARGIN = 0.6
"""A statement that agrees and is linked at most this much less well makes the clash a matter of two things."""


Alone = dict[tuple[str, int], frozenset[str]]
"""Claim id and offset of a fact -> the content keys that no other fact of its sort and article has."""


@dataclass(frozen=True, slots=True)
class _Scored:
    a: Fact
    b: Fact
    comparison: Comparison
    link: Link
    extra: Mapping[str, float]


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
    pairs = list(_candidates(kind, facts, view))
    likely = _likely(kind, pairs, view, min_score)
    named = {_position(f) for s in likely for f in (s.a, s.b)}
    beside = [
        full
        for pair in pairs
        if named & {_position(pair.a), _position(pair.b)}
        and (full := _linked(kind, pair, view)) is not None
        and full.link.score >= min_score - ECHO_MARGIN
    ]
    agreeing = [s for s in beside if s.comparison.relation is Relation.AGREE and s.comparison.exact]
    clashing = [s for s in beside if s.comparison.relation is Relation.CLASH]
    best = _best_scores(clashing)
    return tuple(
        Candidate(s.a, s.b, s.link.score, s.comparison, s.link.evidence)
        for s in sorted(clashing, key=lambda s: (-s.link.score, _position(s.a), _position(s.b)))
        if _is_best(s, best) and not _has_rival(s, agreeing)
    )


def _likely(kind: SlotKind, pairs: Sequence[_Scored], view: StoryView, min_score: float) -> list[_Scored]:
    """The clashes that can be findings: only for these are sentences turned into vectors."""
    reach = WEIGHTS.vectors * _MAX_VECTOR
    return [
        full
        for pair in pairs
        if pair.comparison.relation is Relation.CLASH
        and pair.link.score + reach >= _least(pair.comparison, min_score)
        and (full := _linked(kind, pair, view)) is not None
        and full.link.score >= _least(pair.comparison, min_score)
    ]


def _least(comparison: Comparison, min_score: float) -> float:
    """The least score of a finding: a tension may be linked less surely."""
    return min_score - (TENSION_MARGIN if comparison.verdict is Verdict.TENSION else 0.0)


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


def _alone(facts: Sequence[Fact], view: StoryView) -> Alone:
    """Claim and offset of a fact -> the content keys that no other fact of its kind and article has.

    The only number of employees in one article and the only one in another are likely the same figure.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    for fact in facts:
        keys = (_SORT, *view.contents[fact.claim.id])
        counts.update((fact.claim.document, fact.sort, key) for key in keys)
    return {
        (fact.claim.id, fact.span.start): frozenset(
            key for key in (_SORT, *view.contents[fact.claim.id]) if counts[fact.claim.document, fact.sort, key] == 1
        )
        for fact in facts
    }


def _is_unique(a: Claim, b: Claim, slot: str) -> bool:
    """True if both claims are of one event type that has the slot once: one meeting has one place."""
    known = ontology().get(a.predicate)
    return a.predicate == b.predicate and known is not None and slot in known.unique


def _uniqueness(a: Fact, b: Fact, view: StoryView, alone: Alone) -> float:
    """The greatest weight of a shared key that both facts are alone in holding, 0 to 1."""
    one, other = view.contents[a.claim.id], view.contents[b.claim.id]
    shared = alone[a.claim.id, a.span.start] & alone[b.claim.id, b.span.start]
    floor = _LONE_UNIT if a.sort and _SORT in shared else 0.0
    return max((min(one[k], other[k]) for k in shared if k[:2] in _WORDS and not is_phase(k)), default=floor)


def _candidates(kind: SlotKind, facts: Sequence[Fact], view: StoryView) -> Iterator[_Scored]:
    """Pairs that can be compared and are not of two things, linked without the sentences' vectors."""
    alone = _alone(facts, view)
    for a, b in _pairs(facts, view):
        comparison = kind.compare(a, b, view)
        if comparison.relation is Relation.APART or _of_two_things(kind, a, b, view):
            continue
        extra = _extra(kind, a, b, comparison, view, alone)
        found = link(a.claim, b.claim, view, extra, own=kind.own, vectors=False)
        yield _Scored(a, b, comparison, found, extra)


def _of_two_things(kind: SlotKind, a: Fact, b: Fact, view: StoryView) -> bool:
    why = two_things(
        a.claim,
        b.claim,
        view,
        compares_times=kind.kind in _OF_TIME,
        compares_series=kind.kind in _OF_SERIES,
        compares_agents=kind.kind == "participant",
        compares_places=kind.kind == "place",
    )
    return why is not None


def _extra(kind: SlotKind, a: Fact, b: Fact, comparison: Comparison, view: StoryView, alone: Alone) -> dict[str, float]:
    """The evidence that the values themselves give."""
    of_event = kind.kind in _OF_EVENT
    return {
        "near": comparison.near,
        "of": comparison.of,
        "alone": _uniqueness(a, b, view, alone),
        "within": float(a.claim.document == b.claim.document and not kind.of_reports),
        "other_event": float(of_event and are_other_events(a.claim, b.claim)),
        "unique": float(of_event and _is_unique(a.claim, b.claim, kind.slot)),
    }


def _linked(kind: SlotKind, pair: _Scored, view: StoryView) -> _Scored | None:
    """The pair with its whole link, or None if it turns out to be of two happenings or two amounts."""
    full = link(pair.a.claim, pair.b.claim, view, pair.extra, own=kind.own)
    if kind.kind in _OF_EVENT and not _same_happening(full):
        return None
    if pair.a.is_amount and not _same_measure(pair.a.sort, pair.comparison, full):
        return None
    return replace(pair, link=full)


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
