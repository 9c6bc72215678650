"""The view of one story: its articles, claims and how rare each content key is in it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from factcheck.extract.concepts import ancestors, ontology
from factcheck.extract.reading import Reading, learned_places
from factcheck.linking.entities import entities_of
from factcheck.linking.vectors import Vectors
from factcheck.model import Claim, Document, Entity, Place, Sentence

_GENERAL = 0.35
"""Weight of a broader concept that two claims share only through their own ("lorry", "truck" -> vehicle)."""


@dataclass(frozen=True, slots=True)
class StoryView:
    """What the rules may look at. Built once a story."""

    documents: Mapping[str, Document]
    readings: Mapping[str, Sequence[Reading]]
    """By document id; index is the sentence's."""
    claims: Sequence[Claim]
    vectors: Vectors
    rarity: Mapping[str, float]
    """Content key -> 0 (in every sentence of the story) to 1 (in one or two)."""
    contents: Mapping[str, Mapping[str, float]]
    """Claim id -> content key -> weight, with broader concepts added."""
    weighted: Mapping[str, Mapping[str, float]]
    """Claim id -> content key -> weight times rarity in the story."""
    sentence_weighted: Mapping[tuple[str, int], Mapping[str, float]]
    """(document id, sentence) -> the same for all claims of the sentence together."""
    events: Mapping[str, frozenset[str]]
    """Claim id -> content keys of event types."""
    names: Mapping[str, frozenset[str]]
    """Claim id -> content keys of names."""
    by_sentence: Mapping[tuple[str, int], Sequence[Claim]] = field(default_factory=dict)
    entities: Sequence[Entity] = ()
    entity_of: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(document id, name key) -> entity id."""
    persons: frozenset[str] = frozenset()
    """Ids of the entities that are people."""
    learned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Place key -> keys of what contains it, as the story's own articles tell."""

    memo: dict[str, object] = field(default_factory=dict)
    """What a room has worked out of a claim, by claim id."""

    def sentence(self, claim: Claim) -> Sentence:
        return self.readings[claim.document][claim.sentence].sentence

    def reading(self, claim: Claim) -> Reading:
        return self.readings[claim.document][claim.sentence]

    def above(self, place: Place) -> frozenset[str]:
        """Keys of all that contains the place, as the gazetteer or any article of the story tells."""
        found = set(place.parents) | set(self.learned.get(place.key, ()))
        for key in tuple(found):
            found |= set(self.learned.get(key, ()))
        return frozenset(found)

    def contains(self, outer: Place, inner: Place) -> bool:
        """True if ``outer`` is known to contain ``inner``."""
        return outer.key in self.above(inner)

    def disjoint(self, coarse: Place, fine: Place) -> bool:
        """True if ``fine`` is known to lie in something of the coarse place's kind that is not the coarse place.

        Two places with parents of their own that don't meet below the country are apart.
        """
        above_fine, above_coarse = self.above(fine), self.above(coarse)
        if not above_fine or not above_coarse:
            return False
        return coarse.key not in above_fine and not above_fine <= above_coarse

    def published(self, claim: Claim) -> date | None:
        return self.documents[claim.document].published_day


def view_of(
    documents: Sequence[Document],
    readings: Mapping[str, Sequence[Reading]],
    claims: Sequence[Claim],
    vectors: Vectors,
    aliases: Sequence[Sequence[str]] = (),
) -> StoryView:
    """The view of one story's documents and claims. ``aliases``: groups of names that are one."""
    by_sentence: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_sentence[claim.document, claim.sentence].append(claim)
    frequency: Counter[str] = Counter()
    own = {d.id: readings[d.id] for d in documents}
    entities, entity_of = entities_of(own, aliases)
    contents = {claim.id: widened(_with_entities(claim, entity_of)) for claim in claims}
    for members in by_sentence.values():
        frequency.update({key for claim in members for key in contents[claim.id]})
    total = len(by_sentence) or 1
    rarity = {key: math.log((total + 1) / n) / math.log(total + 1) for key, n in frequency.items()}
    weighted = {c: {k: w * rarity[k] for k, w in content.items()} for c, content in contents.items()}
    return StoryView(
        documents={d.id: d for d in documents},
        readings=readings,
        claims=claims,
        vectors=vectors,
        rarity=rarity,
        contents=contents,
        weighted=weighted,
        sentence_weighted={key: _together(members, weighted) for key, members in by_sentence.items()},
        events={c: frozenset(k for k in content if _is_event(k)) for c, content in contents.items()},
        names={c: frozenset(k for k in content if k.startswith("n:")) for c, content in contents.items()},
        by_sentence=by_sentence,
        entities=entities,
        entity_of=entity_of,
        persons=frozenset(e.id for e in entities if e.kind == "person"),
        learned=_learned(documents, readings),
    )


def _learned(documents: Sequence[Document], readings: Mapping[str, Sequence[Reading]]) -> dict[str, tuple[str, ...]]:
    """What any article of the story says of where a place lies; the first that tells counts."""
    found: dict[str, tuple[str, ...]] = {}
    for document in documents:
        for key, parents in learned_places(readings[document.id], document.language).items():
            found.setdefault(key, parents)
    return found


def _together(claims: Sequence[Claim], weighted: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The highest weight of each key in any of the claims."""
    found: dict[str, float] = {}
    for claim in claims:
        for key, weight in weighted[claim.id].items():
            found[key] = max(weight, found.get(key, 0.0))
    return found


@cache
def _is_event(key: str) -> bool:
    known = ontology().get(key[2:]) if key.startswith("c:") else None
    return known is not None and known.kind == "event"


def _with_entities(claim: Claim, entity_of: Mapping[tuple[str, str], str]) -> dict[str, float]:
    """The claim's content with names replaced by the entities that they denote."""
    return {
        entity_of.get((claim.document, key[2:]), key) if key.startswith("n:") else key: weight
        for key, weight in claim.content
    }


@cache
def _broader(key: str) -> tuple[str, ...]:
    """Content keys of the concepts that a concept is a kind of."""
    return tuple(sorted(f"c:{c}" for c in ancestors(key[2:]) - {key[2:]} if c in ontology()))


def widened(content: Mapping[str, float]) -> dict[str, float]:
    """The content with the broader concepts of its concepts, at a lower weight."""
    found = dict(content)
    for key, weight in content.items():
        if key.startswith("c:"):
            for broader in _broader(key):
                found[broader] = max(found.get(broader, 0.0), weight * _GENERAL)
    return found
