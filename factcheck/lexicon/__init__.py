"""Word forms with lemma, part of speech, verb form and frequency, from a memory-mapped trie.

Compiled by ``tools/build_lexicon.py`` from simplemma, wordfreq, LemmInflect, Brill's lexicon and pattern's
(see NOTICE). Opening maps a file and reads nothing else; a look-up of a form seen before is a dict access.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import marisa_trie

from factcheck.errors import LanguageDataError
from factcheck.lexicon.compounds import Splitter
from factcheck.lexicon.record import Entry, unpack

__all__ = ["Entry", "Lexicon", "load"]

FOLDER = Path(__file__).parent / "data"
_CACHE_LIMIT = 200_000
_CLOSED = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "SCONJ"})
_INITIAL_MARGIN = 1.0
"""How much more frequent (Zipf units, so tenfold) a lower-case reading must be to beat a capitalised one."""


@dataclass(frozen=True, slots=True)
class _Readings:
    all: tuple[Entry, ...]
    initial: tuple[Entry, ...]


class Lexicon:
    """The word forms of one language. Forms are case-sensitive: "Verletzte" and "verletzte" are two."""

    def __init__(self, trie: marisa_trie.BytesTrie, code: str) -> None:
        self.code = code
        self._trie = trie
        self._cache: dict[str, tuple[Entry, ...]] = {}
        self._splitter = Splitter(self, code)

    def get(self, form: str, *, initial: bool = False) -> Entry | None:
        """The likeliest reading, or None for an unknown form.

        With ``initial`` the form may owe its capital to its place at the start of a sentence: a lower-case
        reading wins if the capitalised form is unknown, or if it is a function word or no noun.
        """
        readings = self.readings_at_start(form) if initial else self.entries(form)
        return readings[0] if readings else None

    def entries(self, form: str) -> tuple[Entry, ...]:
        """All readings, the likeliest first; empty for an unknown form."""
        found = self._cache.get(form)
        if found is None:
            found = self._read(form)
            if len(self._cache) >= _CACHE_LIMIT:
                self._cache.clear()
            self._cache[form] = found
        return found

    def readings_at_start(self, form: str) -> tuple[Entry, ...]:
        """Readings of a form whose first capital may be the sentence's, the likeliest first."""
        exact = self.entries(form)
        lower = self.entries(form[:1].lower() + form[1:]) if form[:1].isupper() else ()
        if not lower or not exact:
            return exact or lower
        if lower[0].pos in _CLOSED and exact[0].pos not in _CLOSED:
            return lower + exact
        if exact[0].pos == "PROPN" or lower[0].zipf >= exact[0].zipf + _INITIAL_MARGIN:
            return lower + exact
        return exact + lower

    def head(self, form: str) -> tuple[str, str] | None:
        """(lemma of the last part, the letters before it) of a compound, or None.

        "Grubenunglücks" is ("Unglück", "Gruben"). The whole form is analysed even where the lexicon has it.
        """
        return self._splitter.head(form)

    def _read(self, form: str) -> tuple[Entry, ...]:
        if "\0" in form:  # the trie takes its keys for C strings
            return ()
        values = self._trie.get(form)
        return tuple(unpack(form, value) for value in sorted(values)) if values else ()


@cache
def load(code: str) -> Lexicon:
    """The lexicon of a language. Raises LanguageDataError where none was compiled."""
    path = FOLDER / f"{code}.marisa"
    if not path.is_file():
        raise LanguageDataError(f"no lexicon for {code!r}: {path.name} is missing")
    return Lexicon(marisa_trie.BytesTrie().mmap(str(path)), code)
