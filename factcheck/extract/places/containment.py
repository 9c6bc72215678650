"""What an article itself says of where its places lie: "X in der Region Y", "X, Y", "X (Y)"."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from factcheck.extract.places.words import Words, words_of
from factcheck.languages import Language
from factcheck.model import Place, Token

_ORDER = {
    "facility": 0,
    "unknown": 1,
    "district": 1,
    "settlement": 2,
    "region": 3,
    "country": 4,
    "continent": 5,
}
_BETWEEN = 5


def learn_containment(
    sentences: Iterable[tuple[Sequence[Token], Sequence[Place]]], language: Language
) -> dict[str, tuple[str, ...]]:
    """Key of a place -> keys of what the text puts it in, the nearest first, followed by its parents.

    ``sentences`` are those of one article, each with its places in text order. Only places that the gazetteer
    does not locate are learned; the first sentence that locates one decides.
    """
    words = words_of(language)
    found: dict[str, tuple[str, ...]] = {}
    for tokens, places in sentences:
        for inner, outer in itertools.pairwise(places):
            pair = _ordered(inner, outer, tokens, words)
            if pair is not None and pair[0].key not in found:
                found[pair[0].key] = (pair[1].key, *pair[1].parents)
    return {key: _extended(parents, found) for key, parents in found.items()}


def _ordered(first: Place, second: Place, tokens: Sequence[Token], words: Words) -> tuple[Place, Place] | None:
    """(inner, outer) if the words between say that one lies in the other."""
    between = [t for t in tokens if first.span.end <= t.span.start and t.span.end <= second.span.start]
    if first.role == "demonym":
        adjacent = not between and second.role == "place"
        return (second, first) if adjacent and _may_lie_in(second, first) else None
    if second.role == "demonym" or len(between) > _BETWEEN or not _may_lie_in(first, second):
        return None
    if not between or between[0].lower not in words.marks:
        return None
    allowed = words.marks | words.containment_fillers
    heads = {part for head in words.heads for part in head}
    plain = all(t.lower in allowed or t.lower in heads or t.lemma.lower() in heads or t.pos == "ADJ" for t in between)
    return (first, second) if plain else None


def _may_lie_in(inner: Place, outer: Place) -> bool:
    if not inner.key.startswith("name:") or inner.parents or inner.key == outer.key:
        return False
    return _ORDER.get(inner.kind, 9) < _ORDER.get(outer.kind, -1) or (
        inner.kind == "unknown" and outer.kind != "unknown"
    )


def _extended(parents: tuple[str, ...], found: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Parents with what the article says of the outermost; a circle ends the walk."""
    keys = list(parents)
    while keys[-1] in found and found[keys[-1]][0] not in keys:
        keys += found[keys[-1]]
    return tuple(dict.fromkeys(keys))
