"""A language's ``grammar.yaml``, compiled for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.errors import LanguageDataError
from factcheck.languages import Language
from factcheck.lexicon import Lexicon
from factcheck.lexicon import load as load_lexicon

FUNCTION_POS = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART"})


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The words that open and order clauses, lower case."""

    subordinators: frozenset[str]
    relatives: frozenset[str]
    coordinators: frozenset[str]
    infinitive_marks: frozenset[str]
    infinitive_openers: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    during: frozenset[str]
    condition: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the readers of clauses need to know of a language."""

    code: str
    lexicon: Lexicon
    inner_abbreviations: frozenset[str]
    """Never the end of a sentence."""
    final_abbreviations: frozenset[str]
    """The end of one if a function word with a capital follows."""
    ordinal_dot: bool
    nouns_have_capitals: bool
    verb_final: bool
    """True where subordinate clauses end in their verb and always stand behind a comma (German)."""
    clauses: ClauseWords
    data: dict[str, Any]
    """The whole section, for the readers of polarity, modality, attribution and names."""

    def is_function_word(self, lower: str) -> bool:
        """True for articles, pronouns, prepositions, conjunctions and auxiliaries."""
        entry = self.lexicon.get(lower)
        return entry is not None and entry.pos in FUNCTION_POS


@cache
def grammar_of(language: Language) -> Grammar:
    """The compiled grammar. Raises LanguageDataError where a required key is missing."""
    data = language.section("grammar")
    try:
        words = data["clauses"]
        return Grammar(
            code=language.code,
            lexicon=load_lexicon(language.code),
            inner_abbreviations=frozenset(data["abbreviations"]["inner"]),
            final_abbreviations=frozenset(data["abbreviations"]["final"]),
            ordinal_dot=bool(data["ordinal_dot"]),
            nouns_have_capitals=bool(data["nouns_have_capitals"]),
            verb_final=bool(data["verb_final"]),
            clauses=ClauseWords(**{name: frozenset(words[name]) for name in ClauseWords.__slots__}),
            data=data,
        )
    except KeyError as error:
        raise LanguageDataError(f"{language.folder / 'grammar.yaml'}: missing key {error}") from error
