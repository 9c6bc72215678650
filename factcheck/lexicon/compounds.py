"""Compounds: the longest known noun at the end of a word, if a word or words stand before it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.languages import load

if TYPE_CHECKING:
    from factcheck.lexicon import Lexicon
    from factcheck.lexicon.record import Entry

_MIN_HEAD = 3
_MIN_MODIFIER = 3
_RARE_HEAD = 4
_SURE_HEAD = 5
_COMMON = 3.0
_SHORT_COMMON = 4.0
_MARGIN = 1.0
"""A part may be this much rarer (Zipf units) than the whole: "Minister" is no "Mini" + "Ster"."""
_MAX_LETTERS = 60
_OPEN = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM", "ADV"})


class Splitter:
    """Splits the compounds of one language; languages without linking elements in their data have none."""

    def __init__(self, lexicon: Lexicon, code: str) -> None:
        data = load(code).section("morphology")
        self._lexicon = lexicon
        self._linking = tuple(data.get("linking", ()))
        self._prefixes = frozenset(data.get("separable", ())) | frozenset(data.get("inseparable", ()))
        self._not_heads = frozenset(data.get("not_heads", ()))
        self.head = lru_cache(maxsize=50_000)(self._head)

    def _head(self, form: str) -> tuple[str, str] | None:
        if not self._linking or len(form) > _MAX_LETTERS:
            return None
        if "-" in form:
            return self._after_hyphen(form)
        if not form[:1].isupper():
            return None
        rarest = max((e.zipf for e in self._lexicon.entries(form)), default=0.0) - _MARGIN
        cuts = [cut for cut in self._cuts(form) if cut[2] >= rarest]
        for least in (_COMMON, 0.0):
            for noun, modifier, zipf in cuts:
                if zipf >= least and self._is_modifier(modifier):
                    return noun, modifier
        sure = (c for c in cuts if len(form) - len(c[1]) >= _SURE_HEAD and c[2] >= _COMMON)
        return next(((noun, mod) for noun, mod, _ in sure if not self._is_prefix(mod)), None)

    def _cuts(self, form: str) -> Iterator[tuple[str, str, float]]:
        """(head lemma, modifier, frequency of the head) for every noun at the end, the longest first."""
        for cut in range(_MIN_MODIFIER, len(form) - _MIN_HEAD + 1):
            noun = self._noun(form[cut:])
            if noun and (len(form) - cut >= _RARE_HEAD or noun.zipf >= _SHORT_COMMON):
                yield noun.lemma, form[:cut], noun.zipf

    def _after_hyphen(self, form: str) -> tuple[str, str] | None:
        modifier, _, last = form.rpartition("-")
        noun = self._noun(last)
        if noun is None or not modifier:
            return None
        inner = self._head(last)
        return (inner[0], f"{modifier}-{inner[1]}") if inner and noun.zipf < _COMMON else (noun.lemma, modifier)

    def _noun(self, letters: str) -> Entry | None:
        capitalised = letters[:1].upper() + letters[1:]
        if capitalised in self._not_heads:
            return None
        return next((e for e in self._lexicon.entries(capitalised) if e.pos == "NOUN"), None)

    def _is_prefix(self, modifier: str) -> bool:
        return modifier.lower() in self._prefixes

    def _is_modifier(self, modifier: str) -> bool:
        if self._is_prefix(modifier):
            return False
        if self._is_word(modifier) or self._is_word(modifier + "e") or self._is_word(modifier.lower() + "en"):
            return True
        stems = (modifier[: -len(link)] for link in self._linking if modifier.endswith(link))
        return any(len(stem) >= _MIN_MODIFIER and (self._is_word(stem) or self._is_compound(stem)) for stem in stems)

    def _is_compound(self, stem: str) -> bool:
        return len(stem) >= _MIN_MODIFIER + _MIN_HEAD and self.head(stem) is not None

    def _is_word(self, letters: str) -> bool:
        readings = self._lexicon.entries(letters[:1].upper() + letters[1:]) or self._lexicon.entries(letters.lower())
        return any(e.pos in _OPEN for e in readings)
