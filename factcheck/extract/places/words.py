"""The words of places.yaml, checked and turned into look-up tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.errors import LanguageDataError
from factcheck.gazetteer import Gazetteer, GazetteerEntry
from factcheck.gazetteer import load as load_gazetteer
from factcheck.languages import Language

SIGNALS = frozenset({"at", "to", "from", "near", "through"})
KINDS = frozenset({"facility", "region", "settlement", "district", "water"})


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that makes a place of the name beside it: "Flughafen", "county"."""

    kind: str
    name: str
    """Class that is the same in every language: ``airport``."""


@dataclass(frozen=True, slots=True)
class Words:
    """What places.yaml says of one language. All words are lower case."""

    code: str
    home: frozenset[str]
    """ISO codes of the countries where the language is at home."""
    signals: Mapping[str, str]
    """Preposition -> signal class."""
    at_facilities: frozenset[str]
    contracted: frozenset[str]
    """Prepositions that hold an article: "im"."""
    fillers: frozenset[str]
    heads: Mapping[tuple[str, ...], Head]
    """Words of the head -> what it makes."""
    head_starts: frozenset[str]
    """The first words of all heads."""
    of: frozenset[str]
    compounds: tuple[tuple[str, str], ...]
    """(ending, class), the longest first."""
    no_sites: frozenset[str]
    person_signs: frozenset[str]
    adjectives: Mapping[str, GazetteerEntry]
    """Every form of a demonym, its first letter in the case that it is written with."""
    adjective_starts: frozenset[str]
    """The first words of demonyms of two words."""
    town_endings: tuple[str, ...]
    town_stems: tuple[str, ...]
    irregular_towns: Mapping[str, str]
    marks: frozenset[str]
    containment_fillers: frozenset[str]


@cache
def words_of(language: Language) -> Words:
    """The tables of one language. Raises LanguageDataError for a fault in its places.yaml."""
    data = language.section("places")
    try:
        return _words(data, language.code)
    except (KeyError, TypeError, AttributeError) as error:
        raise LanguageDataError(f"{language.folder / 'places.yaml'}: {error!r}") from error


def _words(data: dict[str, Any], code: str) -> Words:
    demonyms, heads = data["demonyms"], _heads(data["heads"])
    adjectives = _adjectives(demonyms, code)
    compounds = [(ending, name) for name, endings in data["compounds"].items() for ending in endings]
    return Words(
        code=code,
        home=frozenset(data["home"]),
        signals={word: _known(name, SIGNALS) for name, members in data["signals"].items() for word in members},
        at_facilities=frozenset(data["at_facilities"]),
        contracted=frozenset(data["contracted"]),
        fillers=frozenset(data["fillers"]),
        heads=heads,
        head_starts=frozenset(head[0] for head in heads),
        of=frozenset(data["of"]),
        compounds=tuple(sorted(compounds, key=lambda pair: (-len(pair[0]), pair))),
        no_sites=frozenset(data["no_sites"]),
        person_signs=frozenset(data["person_signs"]),
        adjectives=adjectives,
        adjective_starts=frozenset(form.split()[0] for form in adjectives if " " in form),
        town_endings=tuple(demonyms["town_endings"]),
        town_stems=tuple(demonyms["town_stems"]),
        irregular_towns=dict(demonyms["irregular_towns"]),
        marks=frozenset(data["containment"]["marks"]),
        containment_fillers=frozenset(data["containment"]["fillers"]),
    )


def _known(name: str, allowed: frozenset[str]) -> str:
    if name not in allowed:
        raise KeyError(f"{name} is none of {', '.join(sorted(allowed))}")
    return name


def _heads(data: dict[str, dict[str, list[str]]]) -> dict[tuple[str, ...], Head]:
    return {
        tuple(noun.lower().split()): Head(_known(kind, KINDS), name)
        for kind, classes in data.items()
        for name, nouns in classes.items()
        for noun in nouns
    }


def _adjectives(data: dict[str, Any], code: str) -> dict[str, GazetteerEntry]:
    gazetteer = load_gazetteer()
    found: dict[str, GazetteerEntry] = {}
    for key, words in data["places"].items():
        entry = _place(key, gazetteer, code)
        if entry is None:
            raise KeyError(f"no place {key}")
        for word in words:
            endings = data["adjective_endings"] if word[:1].islower() or code == "en" else ("", "s")
            for ending in endings:
                found.setdefault(word + ending, entry)
    return found


def _place(key: str, gazetteer: Gazetteer, code: str) -> GazetteerEntry | None:
    prefix, _, name = key.partition(":")
    if prefix != "name":
        return gazetteer.get(key)
    return next(iter(gazetteer.lookup(name, code)), None)
