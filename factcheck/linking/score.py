"""How likely two claims speak of one event or thing: a sum of named pieces of evidence, no black box.

Weights are in logits: ``probability`` turns their sum into a confidence. Each piece of evidence says what it
found, so that ``factcheck explain`` can print it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.extract.concepts import ancestors, ontology
from factcheck.linking.story import StoryView
from factcheck.model import Claim, Evidence, Modality


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each piece of evidence, in logits per unit."""

    bias: float = -2.9
    shared: float = 0.8
    """Rare words and concepts that both clauses hold, saturating at 1."""
    overlap: float = 0.5
    """Share of the smaller clause's content that the other has."""
    predicate: float = 0.6
    other_event: float = -0.5
    """Both predicates are event types, and neither is a kind of the other."""
    same_verb: float = 0.3
    sentence: float = 1.2
    """Overlap of the whole sentences."""
    vectors: float = 4.0
    """Cosine of the sentences' vectors above 0.35."""
    names: float = 0.2
    other_names: float = -0.2
    near: float = 1.2
    """Near-miss value of the comparison."""
    of: float = 0.6
    """How well the things counted or measured match."""
    alone: float = 1.0
    """Greatest weight of a shared key that no other value of the kind has in either article."""
    unique: float = 0.8
    """Both are of one event type that has this slot only once."""
    within: float = -2.0
    """Both stand in one article, which seldom contradicts itself and often tells of two things."""
    modality: float = -0.7


WEIGHTS = Weights()
_VECTOR_BASE, _VECTOR_BASE_ACROSS = 0.35, 0.25
"""Cosine of two sentences of one story that say different things, in one language and across two."""
_VECTOR_FLOOR = -0.1
"""A long and a short sentence may be far apart and still speak of one thing: unlikeness weighs little."""


IN_WORDS = {
    "shared": "rare words in common",
    "overlap": "the clauses share their words",
    "predicate": "the same kind of event",
    "same_verb": "the same happening is named",
    "sentence": "the sentences share their words",
    "vectors": "the sentences mean alike",
    "names": "names in common",
    "near": "the values are a near miss",
    "of": "the same thing is counted",
    "alone": "the only such value in each article",
    "unique": "an event has this only once",
}
"""What evidence for a link says to people."""


@dataclass(frozen=True, slots=True)
class Link:
    """The score of a pair and its evidence."""

    score: float
    evidence: tuple[Evidence, ...]


def probability(score: float) -> float:
    """Logistic function, rounded to two digits."""
    return round(1.0 / (1.0 + math.exp(-score)), 2)


def logit(p: float) -> float:
    """The score that ``probability`` turns into ``p``."""
    p = min(max(p, 1e-6), 1 - 1e-6)
    return math.log(p / (1 - p))


def features(a: Claim, b: Claim, view: StoryView, own: tuple[str, ...] = ()) -> dict[str, float]:
    """The raw features of a pair, without the sentence vectors. ``own``: prefixes of keys that don't count."""
    one, other = view.weighted[a.id], view.weighted[b.id]
    shared, overlap = shared_content(one, other, own)
    context, other_context = view.sentence_weighted[a.sentence_key], view.sentence_weighted[b.sentence_key]
    _, context_overlap = shared_content(context, other_context, own)
    names_a, names_b = view.names[a.id], view.names[b.id]
    return {
        "shared": 1 - math.exp(-shared),
        "overlap": overlap,
        "predicate": predicate_match(a, b),
        "same_verb": float(not view.events[a.id].isdisjoint(view.events[b.id])),
        "sentence": context_overlap,
        "names": float(not names_a.isdisjoint(names_b)),
        "other_names": float(bool(names_a and names_b and names_a.isdisjoint(names_b))),
        "modality": float((a.modality is Modality.HAPPENED) != (b.modality is Modality.HAPPENED)),
    }


def shared_content(a: Mapping[str, float], b: Mapping[str, float], own: tuple[str, ...] = ()) -> tuple[float, float]:
    """(weight shared, share of the smaller side's weight); keys with a prefix of ``own`` are left out."""
    if own:
        a, b = ({k: w for k, w in side.items() if not k.startswith(own)} for side in (a, b))
    if len(a) > len(b):
        a, b = b, a
    shared = sum(min(w, b[k]) for k, w in a.items() if k in b)
    smaller = min(sum(a.values()), sum(b.values()))
    return shared, shared / smaller if smaller > 0 else 0.0


def predicate_match(a: Claim, b: Claim) -> float:
    """1 for one event type, 0.5 for a kind of the other, else 0."""
    if a.predicate == b.predicate:
        return 1.0
    if a.predicate not in ontology() or b.predicate not in ontology():
        return 0.0
    return 0.5 if a.predicate in ancestors(b.predicate) or b.predicate in ancestors(a.predicate) else 0.0


def are_other_events(a: Claim, b: Claim) -> bool:
    """True if both predicates are event types and neither is a kind of the other."""
    known = [ontology().get(c.predicate) for c in (a, b)]
    return all(k is not None and k.kind == "event" for k in known) and predicate_match(a, b) == 0


def link(
    a: Claim,
    b: Claim,
    view: StoryView,
    extra: Mapping[str, float],
    *,
    own: tuple[str, ...] = (),
    vectors: bool = True,
) -> Link:
    """The link of two claims with its evidence, strongest first. ``extra``: what the values themselves say."""
    found = features(a, b, view, own)
    found.update(extra)
    if vectors:
        cosine = view.vectors.similarity(_text(a, view), _text(b, view))
        found["vectors"] = max(cosine - _vector_base(a, b, view), _VECTOR_FLOOR)
    evidence = [
        Evidence(name, round(getattr(WEIGHTS, name) * value, 3), f"{value:.2f}")
        for name, value in found.items()
        if value
    ]
    evidence.sort(key=lambda e: (-abs(e.weight), e.name))
    return Link(round(WEIGHTS.bias + sum(e.weight for e in evidence), 4), tuple(evidence))


def _vector_base(a: Claim, b: Claim, view: StoryView) -> float:
    same = view.documents[a.document].language == view.documents[b.document].language
    return _VECTOR_BASE if same else _VECTOR_BASE_ACROSS


def _text(claim: Claim, view: StoryView) -> str:
    span = view.sentence(claim).span
    return view.documents[claim.document].text[span.start : span.end]
