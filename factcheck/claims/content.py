"""What a clause is about: concepts, lemmas, names and places, weighted by how rare they are.

Keys: ``c:`` concept, ``l:`` lemma, ``n:`` name, ``p:`` place. Function words, numbers and times are left out:
they are what clashes, not what links.
"""

from __future__ import annotations

from factcheck.claims.predicate import Predicate
from factcheck.extract.concepts import ontology
from factcheck.extract.reading import Reading
from factcheck.model import Clause, Token

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "X"})
_COMMON, _RARE = 6.3, 2.5
_FLOOR = 0.08


def rarity(zipf: float) -> float:
    """0.08 for the commonest words to 1.0 for those rarer than one in three million."""
    return min(1.0, max(_FLOOR, (_COMMON - zipf) / (_COMMON - _RARE)))


def content_of(reading: Reading, clause: Clause, predicate: Predicate) -> tuple[tuple[str, float], ...]:
    """(key, weight) sorted by key; the highest weight of a key counts."""
    found: dict[str, float] = {}

    def add(key: str, weight: float) -> None:
        found[key] = max(weight, found.get(key, 0.0))

    tokens = reading.sentence.tokens
    members = set(clause.tokens)
    taken = [t.span for t in reading.times]
    for i in clause.tokens:
        token = tokens[i]
        if token.pos in _CONTENT and len(token.text) > 1 and not any(s.overlaps(token.span) for s in taken):
            add(f"l:{token.lemma.lower()}", rarity(token.zipf))
    if predicate.verb:
        verb = tokens[clause.verb] if clause.verb is not None else None
        add(f"l:{predicate.verb}", rarity(verb.zipf) if verb is not None else _FLOOR)
    for mention in reading.concepts:
        if mention.first in members:
            weight = _mention_weight(tokens[mention.first : mention.last])
            for concept in mention.concepts:
                if concept in ontology():
                    add(f"c:{concept}", weight / len(mention.concepts) ** 0.5)
    for concept in predicate.concepts:
        add(f"c:{concept}", 0.5 / len(predicate.concepts) ** 0.5)
    for name in reading.names:
        if any(tokens[i].span.overlaps(name.span) for i in clause.tokens):
            add(f"n:{name.key}", 1.0)
    for place in reading.places:
        if any(tokens[i].span.overlaps(place.span) for i in clause.tokens):
            add(f"p:{place.key}", 0.8)
    return tuple(sorted(found.items()))


def _mention_weight(tokens: tuple[Token, ...]) -> float:
    return max(rarity(t.zipf) for t in tokens)
