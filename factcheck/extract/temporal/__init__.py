"""Temporal expressions with their TIMEX3 values: ``tagger(language).tag(text, published)``.

All words and patterns are in the language's ``time.yaml``; the code knows classes of words, never words.
"""

from __future__ import annotations

from functools import cache

from factcheck.extract.temporal.tagger import TemporalTagger
from factcheck.languages import Language

__all__ = ["TemporalTagger", "tagger"]


@cache
def tagger(language: Language) -> TemporalTagger:
    """The compiled tagger of a language. Raises LanguageDataError where its data is missing or wrong."""
    return TemporalTagger(language)
