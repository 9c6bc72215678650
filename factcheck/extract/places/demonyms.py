"""The town behind an adjective or inhabitant's name: "Berliner", "Parisian"."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.extract.places.words import Words
from factcheck.gazetteer import Gazetteer, GazetteerEntry
from factcheck.gazetteer.resolve import choose
from factcheck.lexicon import load as load_lexicon
from factcheck.model import Token
from factcheck.text.fold import fold

_LEAST = 4.8
"""Less prominent towns have too many namesakes among everyday words in -er."""
_MIN_STEM = 3
_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "X"})


def town_of(token: Token, words: Words, gazetteer: Gazetteer, countries: Collection[str] = ()) -> GazetteerEntry | None:
    """The prominent town that a capitalised word is derived from, or None."""
    if not token.text[:1].isupper():
        return None
    if token.lower in words.irregular_towns:
        return next(iter(gazetteer.lookup(words.irregular_towns[token.lower], words.code)), None)
    names = any(entry.pos == "PROPN" for entry in load_lexicon(words.code).entries(token.text))
    if names or token.pos not in _TAGS:
        return None
    stems = (token.text.removesuffix(ending) for ending in words.town_endings if token.text.endswith(ending))
    candidates = (stem + added for stem in stems if len(stem) >= _MIN_STEM for added in words.town_stems)
    return next((town for name in candidates if (town := _town(name, words, gazetteer, countries))), None)


def _town(name: str, words: Words, gazetteer: Gazetteer, countries: Collection[str]) -> GazetteerEntry | None:
    """A prominent town of exactly that name."""
    if not gazetteer.knows(name):
        return None
    entry = choose(gazetteer.lookup(name, words.code), words.code, countries)
    if entry is None or entry.kind != "settlement" or entry.common or entry.prominence < _LEAST:
        return None
    return entry if fold(entry.name(words.code)) == fold(name) else None
