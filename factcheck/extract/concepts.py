"""Words of a sentence -> concepts of the bilingual lexicon ("Beschäftigte" and "employees" are ``employee``).

The ontology (``languages/concepts/*.yaml``) is shared by all languages; each language's ``words/*.yaml`` gives
its words. A German compound carries the concepts of its head ("Methanexplosion" is an ``explosion``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from factcheck.languages import FOLDER, Language, read_yaml
from factcheck.lexicon import load as load_lexicon
from factcheck.model import Token


@dataclass(frozen=True, slots=True)
class Concept:
    """An entry of the ontology."""

    id: str
    kind: str
    """``event``, ``state``, ``thing``, ``person``, ``quantity`` or ``property``."""
    is_a: tuple[str, ...] = ()
    opposite: frozenset[str] = frozenset()
    unique: frozenset[str] = frozenset()
    related: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ConceptMention:
    """Concepts that a stretch of tokens [first, last) names."""

    first: int
    last: int
    concepts: tuple[str, ...]


@cache
def ontology() -> dict[str, Concept]:
    """All concepts by id."""
    found: dict[str, Concept] = {}
    for path in sorted((FOLDER / "concepts").glob("*.yaml")):
        for name, entry in read_yaml(path).items():
            entry = entry or {}
            found[name] = Concept(
                id=name,
                kind=entry.get("kind", "thing"),
                is_a=tuple(entry.get("is_a") or ()),
                opposite=frozenset(entry.get("opposite") or ()),
                unique=frozenset(entry.get("unique") or ()),
                related=frozenset(entry.get("related") or ()),
            )
    return found


@cache
def ancestors(concept: str) -> frozenset[str]:
    """The concept and everything it is a kind of."""
    entry = ontology().get(concept)
    found = {concept}
    for parent in entry.is_a if entry else ():
        found |= ancestors(parent)
    return frozenset(found)


@lru_cache(maxsize=65536)
def exclude(a: str, b: str) -> bool:
    """True if the two concepts can't both hold of one thing at one time: opposites, or kinds of opposites."""
    return any(ancestors(b) & ontology()[x].opposite for x in ancestors(a) if x in ontology())


@dataclass(frozen=True, slots=True)
class ConceptReader:
    """A language's words, ready for look-up."""

    words: dict[tuple[str, str], tuple[str, ...]]
    """(class, folded lemma) -> concepts; class is ``v``, ``n``, ``a`` or ``p``."""
    phrases: dict[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]
    """First two words of a phrase -> its (folded words, concept), longest first."""
    openers: frozenset[str]
    """First words of phrases."""
    code: str

    def read(self, tokens: Sequence[Token]) -> tuple[ConceptMention, ...]:
        """The concepts of one sentence; phrases win over single words."""
        found: list[ConceptMention] = []
        i = 0
        while i < len(tokens):
            mention = self._phrase(tokens, i) or self._word(tokens, i)
            if mention is not None:
                found.append(mention)
            i = mention.last if mention is not None else i + 1
        return tuple(found)

    def of_lemma(self, lemma: str, kind: str) -> tuple[str, ...]:
        """Concepts of a lemma; ``kind`` is ``v``, ``n`` or ``a``."""
        return self.words.get((kind, lemma.lower()), ())

    def _phrase(self, tokens: Sequence[Token], i: int) -> ConceptMention | None:
        openers = {tokens[i].lower, tokens[i].lemma.lower()} & self.openers
        if not openers or i + 1 >= len(tokens):
            return None
        for first in sorted(openers):
            for second in dict.fromkeys((tokens[i + 1].lower, tokens[i + 1].lemma.lower())):
                for words, concept in self.phrases.get((first, second), ()):
                    if _matches(tokens, i, words):
                        return ConceptMention(i, i + len(words), (concept,))
        return None

    def _word(self, tokens: Sequence[Token], i: int) -> ConceptMention | None:
        token = tokens[i]
        for kind in _classes(token):
            concepts = self.of_lemma(token.lemma, kind) or self.of_lemma(token.text, kind)
            if not concepts and kind == "n":
                concepts = self._of_compound(token)
            if concepts:
                return ConceptMention(i, i + 1, concepts)
        return None

    def _of_compound(self, token: Token) -> tuple[str, ...]:
        lemma = token.lemma.rsplit("-", 1)[-1]
        known = self.of_lemma(lemma, "n")
        if known:
            return known
        split = load_lexicon(self.code).head(lemma)
        return self.of_lemma(split[0], "n") if split else ()


def _classes(token: Token) -> tuple[str, ...]:
    if token.pos == "VERB":
        return ("v", "a")
    if token.pos in {"NOUN", "PROPN"}:
        return ("n",)
    if token.pos in {"ADJ", "ADV", "X"}:
        return ("a", "v")
    return ()


def _matches(tokens: Sequence[Token], i: int, words: tuple[str, ...]) -> bool:
    if i + len(words) > len(tokens):
        return False
    return all(w in (t.lower, t.lemma.lower()) for w, t in zip(words, tokens[i:], strict=False))


@cache
def concept_reader(language: Language, extra: tuple[tuple[str, str, str], ...] = ()) -> ConceptReader:
    """The compiled reader of a language's ``words/*.yaml``, with (event type, language, word) of the user's.

    An event type that the ontology lacks is added to it: one that happens at one time and place.
    """
    for name, _, _ in extra:
        ontology().setdefault(name, Concept(name, "event", unique=frozenset({"when", "where"})))
    own = [(name, kind, word) for name, code, word in extra if code == language.code for kind in "vn"]
    words: dict[tuple[str, str], list[str]] = {}
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for concept, kind, phrase in (*own, *_entries(sorted((language.folder / "words").glob("*.yaml")))):
        parts = tuple(phrase.lower().split())
        if len(parts) > 1:
            phrases.setdefault((parts[0], parts[1]), []).append((parts, concept))
        else:
            words.setdefault((kind, parts[0]), []).append(concept)
    return ConceptReader(
        words={key: tuple(dict.fromkeys(found)) for key, found in words.items()},
        phrases={k: tuple(sorted(v, key=lambda p: (-len(p[0]), p))) for k, v in phrases.items()},
        openers=frozenset(first for first, _ in phrases),
        code=language.code,
    )


def _entries(paths: Iterable[Path]) -> Iterable[tuple[str, str, str]]:
    """(concept, class, word or phrase) in the order of the files."""
    for path in paths:
        data: dict[str, Any] = read_yaml(path)
        for concept, classes in data.items():
            for kind, entries in (classes or {}).items():
                for phrase in entries or ():
                    yield concept, kind, str(phrase)
