"""Which language an article is in."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from factcheck.languages import available

SAMPLE = 20_000
LONG_ENOUGH = 100
"""Letters from which on the identifier's word for a language without data is believed."""
SURE = 0.999
"""Share of the probability."""


def normalise(value: str) -> str | None:
    """The ISO 639-1 code that ``value`` names (``de-AT``, ``en_US``, ``German``, ``ger``), or None."""
    head = value.strip().casefold().replace("_", "-").split("-")[0]
    if not head:
        return None
    return _names().get(head) or (head if len(head) in (2, 3) and head.isascii() and head.isalpha() else None)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    from babel import Locale
    from babel.core import get_global

    # CLDR's aliases turn the three-letter codes into those of two letters: deu, ger -> de.
    names = {old: new for old, new in get_global("language_aliases").items() if len(old) == 3 and len(new) == 2}
    for display in ("en", *available()):
        for code, name in Locale(display).languages.items():
            if len(code) == 2:
                names.setdefault(name.casefold(), code)
    for code in available():
        names[(Locale(code).get_display_name(code) or code).casefold()] = code
    return names


def detect(text: str) -> tuple[str, bool]:
    """The likeliest language of ``text`` and whether it has data.

    Short texts, and those that could be a language with data as well, get the likeliest language with data.
    """
    sample, codes = text[:SAMPLE], frozenset(available())
    ranked = _ranked(sample)
    with_data = [(code, score) for code, score in ranked if code in codes]
    if sum(c.isalpha() for c in sample) >= LONG_ENOUGH and sum(score for _, score in with_data) <= 1 - SURE:
        return ranked[0][0], False
    return with_data[0][0], True


def contradicts(text: str, code: str) -> str | None:
    """The language with data that ``text`` is surely in where that is not ``code``, else None."""
    sample = text[:SAMPLE]
    best, score = _ranked(sample)[0]
    long_enough = sum(c.isalpha() for c in sample) >= LONG_ENOUGH
    return best if best != code and best in available() and score >= SURE and long_enough else None


def _ranked(text: str) -> list[tuple[str, float]]:
    return [(str(code), float(score)) for code, score in _identifier().rank(text)]


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
