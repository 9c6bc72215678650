"""Which names of a place to keep, how it is called in German and English, which are everyday words."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from gazetteer_sources import Place
from rapidfuzz.fuzz import ratio
from wordfreq import get_frequency_dict

from factcheck.gazetteer.record import ALTERNATE, ENGLISH, GERMAN
from factcheck.lexicon import Lexicon, load
from factcheck.text.fold import fold, fold_transliteration

_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏ][^\W\d_]*(?:[ '’\-./]+[^\W\d_]+)*\.?")
_NOT_LATIN = re.compile(r"[^\x00-ɏḀ-ỿ’ʼ]")
_MIN_LETTERS = 3
_DISPLAYED = 15_000
"""From this size on a city's German and English display names are chosen by frequency."""
_IN_USE = 2.0
_EVERYDAY = 3.0
_FREQUENT = 4.2
_ALIKE = 55.0
_OWN_NAMES = frozenset({"DE", "AT", "LI", "US", "GB", "IE", "CA", "AU", "NZ"})
"""Countries whose towns German and English call as they call themselves, but for a few in extra.yaml."""
_MARGIN = {"de": 0.1, "en": 1.0}
"""How much more frequent (Zipf units) than GeoNames' name, which is mostly English, another must be."""
_PROMINENT = 6.0
_FLAGS = {"de": GERMAN, "en": ENGLISH}


class Names:
    """Chooses names with the help of word frequencies and the lexicons."""

    def __init__(self, extra: dict[str, Any]) -> None:
        self.lexicons: dict[str, Lexicon] = {code: load(code) for code in ("de", "en")}
        self.frequencies = {code: get_frequency_dict(code, wordlist="best") for code in ("de", "en")}
        words = "|".join(re.escape(w) for w in sorted(extra["region_words"], key=len, reverse=True))
        self.before = re.compile(rf"(?:{words}) (?:of |von |d'|de |du |della )?(.+)")
        self.after = re.compile(rf"(.+?)[ -](?:{words})")

    def of(self, place: Place) -> Iterator[tuple[str, int]]:
        """(name, flags) of a place; the flags ALTERNATE, GERMAN, ENGLISH."""
        if place.kind == "settlement":
            yield from ((name, 0) for name in self.display(place))
        for name in place.names:
            prefix, _, bare = name.rpartition(":")
            yield bare, _FLAGS.get(prefix, 0)
            if place.level:
                yield from self._short(bare)
        for name in place.alternates:
            if self._is_usable(name):
                yield name, ALTERNATE
                if place.level == 1:
                    yield from self._short(name)

    def _short(self, name: str) -> Iterator[tuple[str, int]]:
        """ "Amur" for "Amur Oblast"."""
        for pattern in (self.before, self.after):
            match = pattern.fullmatch(name)
            if match and len(match[1]) >= _MIN_LETTERS:
                yield match[1], ALTERNATE

    def _is_usable(self, name: str) -> bool:
        if len(name) < _MIN_LETTERS or _NOT_LATIN.search(name) or not _LATIN.fullmatch(name):
            return False
        return not (name.isupper() and len(name) <= 4) and not self._is_function_word(name)

    def _is_function_word(self, name: str) -> bool:
        return any(
            e.pos in ("DET", "PRON", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "NUM", "ADV")
            for lexicon in self.lexicons.values()
            for e in lexicon.entries(name.lower())
        )

    def display(self, place: Place) -> tuple[str, str]:
        """(German, English) display names."""
        return self._display(place, "de"), self._display(place, "en")

    def _display(self, place: Place, code: str) -> str:
        tagged = next((n.split(":", 1)[1] for n in place.names if n.startswith(code + ":")), None)
        if tagged:
            return tagged
        main = place.names[0].rpartition(":")[2]
        if place.display:
            return place.display[code == "en"]
        if place.population < _DISPLAYED or place.country in _OWN_NAMES:
            return main
        key = fold_transliteration(main)
        names = (n for n in (*place.names, *place.alternates) if ":" not in n and " " not in n and self._is_usable(n))
        alike = [n for n in names if ratio(fold_transliteration(n), key) >= _ALIKE]
        best = max(alike, key=lambda n: (self._zipf(n, code), n == main, n), default=main)
        least = max(_IN_USE, self._zipf(main, code) + _MARGIN[code])
        return best if self._zipf(best, code) > least else main

    def _zipf(self, name: str, code: str) -> float:
        frequency = min((self.frequencies[code].get(w, 0.0) for w in re.split(r"[\s-]+", name.casefold())), default=0.0)
        return math.log10(frequency) + 9 if frequency else 0.0

    def _is_word(self, name: str) -> bool:
        """An everyday word of either language: lower case in the lexicon, or a German common noun."""
        if " " in name:
            return False
        lower = [e for lexicon in self.lexicons.values() for e in lexicon.entries(name.lower())]
        nouns = self.lexicons["de"].entries(name.capitalize())
        german = [e for e in nouns[:1] if e.pos == "NOUN"]
        return any(e.zipf >= _EVERYDAY and e.pos != "PROPN" for e in (*lower, *german))

    def is_common(self, key: str, place: Place, prominence: float) -> bool:
        """An everyday word, or a name far more frequent than a place of that size can be: a surname."""
        if " " in key or place.kind in ("country", "continent") or prominence >= _PROMINENT:
            return False
        surface = next((n for n, _ in self.of(place) if fold(n) == key), key)
        zipf = max(self._zipf(surface, code) for code in ("de", "en"))
        return self._is_word(surface) or (zipf >= _FREQUENT and zipf > prominence + 0.3)
