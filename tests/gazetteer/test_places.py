"""Places in sentences of our own, and names that must not become places."""

from __future__ import annotations

import pytest

from factcheck.extract.places import find_places, learn_containment
from factcheck.languages import load
from factcheck.model import Place, Span, Token
from factcheck.text.annotate import annotate
from factcheck.text.grammar import grammar_of
from factcheck.text.tokens import tokenize


def tokens_of(text: str, code: str) -> tuple[Token, ...]:
    return annotate(text, list(tokenize(text, 0, len(text))), grammar_of(load(code)))


def places_of(text: str, code: str) -> tuple[Place, ...]:
    return find_places(tokens_of(text, code), load(code))


FOUND = [
    ("de", "Der Kanzler flog am Dienstag nach Moskau.", [("Moskau", "geonames:524901", "to")]),
    ("de", "Das Essen in Essen war gut.", [("Essen", "geonames:2928810", "at")]),
    ("de", "Er lebt bei Hannover.", [("Hannover", "geonames:2910831", "near")]),
    ("de", "Der Zug fuhr über Leipzig.", [("Leipzig", "geonames:2879139", "through")]),
    ("de", "Er reiste im Mai aus New York an.", [("New York", "geonames:5128581", "from")]),
    (
        "de",
        "Das Landgericht Potsdam sprach ihn frei.",
        [("Landgericht Potsdam", "name:regional_court pozdam", None)],
    ),
    ("de", "Im Frachter auf der Ostsee brannte es.", [("Ostsee", "place:baltic sea", "at")]),
    ("en", "A fire broke out in Reading.", [("Reading", "geonames:2639577", "at")]),
    (
        "en",
        "She lectures at the University of Exeter.",
        [("University of Exeter", "name:university ekseter", "at")],
    ),
    ("en", "They flew to Paris.", [("Paris", "geonames:2988507", "to")]),
    (
        "en",
        "It happened in Toledo, Ohio.",
        [("Toledo", "geonames:5174035", "at"), ("Ohio", "geonames:5165418", None)],
    ),
    (
        "en",
        "It happened in Toledo, Spain.",
        [("Toledo", "geonames:2510409", "at"), ("Spain", "iso:ES", None)],
    ),
]

SITES = [
    ("de", "Er wartete am Potsdamer Platz.", "name:square pozdamer", ()),
    (
        "de",
        "Im Landkreis Uelzen brannte ein Wald.",
        "name:county ulzen",
        ("geonames:2862926", "iso:DE", "continent:EU"),
    ),
    ("en", "Lucas County has a new sheriff.", "name:county lucas", ()),
    ("en", "The depot on Broad Street burned.", "name:street broad", ()),
]

NONE = [
    ("de", "Der Anwalt von Marek D. schwieg."),
    ("de", "Er trat vor die Türen."),
    ("de", "Er starb im Jahr 2004."),
    ("de", "Sie war an Bord."),
    ("de", "Roman Haller und Jordan Pickford kamen."),
    ("de", "Paris Hilton kam."),
    ("de", "Das Essen war gut."),
    ("de", "Im Mai wird es warm."),
    ("de", "Georgia Meloni sprach."),
    ("en", "Reading is a nice hobby."),
    ("en", "Jordan Pickford made two saves."),
    ("en", "Paris Hilton smiled."),
    ("en", "He took a bath."),
    ("en", ""),
]

DEMONYMS = [
    ("de", "Die russische Regierung schwieg.", "iso:RU"),
    ("de", "Die Münchner Polizei ermittelt.", "geonames:2867714"),
    ("de", "Der Berliner Senat tagt.", "geonames:2950159"),
    ("de", "Die Polen siegten.", "iso:PL"),
    ("en", "Two South Korean officials came.", "iso:KR"),
    ("en", "The Bavarian minister came.", "geonames:2951839"),
]


@pytest.mark.parametrize(("code", "text", "expected"), FOUND)
def test_places_with_their_signal(code: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = [p for p in places_of(text, code) if p.role == "place"]
    assert [(p.surface, p.key, p.signal) for p in found] == expected
    assert [text[p.span.start : p.span.end] for p in found] == [surface for surface, _, _ in expected]


@pytest.mark.parametrize(("code", "text", "key", "parents"), SITES)
def test_sites_that_no_gazetteer_has(code: str, text: str, key: str, parents: tuple[str, ...]) -> None:
    assert [(p.key, p.parents) for p in places_of(text, code)] == [(key, parents)]


@pytest.mark.parametrize(("code", "text"), NONE)
def test_no_place(code: str, text: str) -> None:
    assert places_of(text, code) == ()


@pytest.mark.parametrize(("code", "text", "key"), DEMONYMS)
def test_demonyms(code: str, text: str, key: str) -> None:
    assert [(p.key, p.role) for p in places_of(text, code)] == [(key, "demonym")]


def test_no_place_inside_a_known_person() -> None:
    text = "In Paris sprach Florenz Wien."
    tokens = tokens_of(text, "de")
    found = find_places(tokens, load("de"), names=[Span(16, 28)])
    assert [p.surface for p in found] == ["Paris"]


def test_german_and_english_sites_share_a_key() -> None:
    german = places_of("Der Start am Kosmodrom Tschernowka gelang.", "de")
    english = places_of("The launch from Chernovka Cosmodrome succeeded.", "en")
    assert [p.key for p in german] == [p.key for p in english] == ["name:cosmodrome chernovka"]


def test_the_text_teaches_where_a_site_lies() -> None:
    text = "Am Kosmodrom Tschernowka in der Region Amur wurde gefeiert."
    tokens = tokens_of(text, "de")
    places = find_places(tokens, load("de"))
    assert learn_containment([(tokens, places)], load("de")) == {
        "name:cosmodrome chernovka": ("geonames:2027748", "iso:RU", "continent:EU")
    }


def test_near_teaches_nothing() -> None:
    text = "Am Kosmodrom Tschernowka bei Leipzig wurde gefeiert."
    tokens = tokens_of(text, "de")
    assert learn_containment([(tokens, find_places(tokens, load("de")))], load("de")) == {}


def test_an_adjective_decides_between_places_of_one_name() -> None:
    places = places_of("Im russischen Mirny brannte es.", "de")
    assert [(p.surface, p.country, p.role) for p in places] == [
        ("russischen", "RU", "demonym"),
        ("Mirny", "RU", "place"),
    ]
