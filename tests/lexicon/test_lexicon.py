"""Lemmas, tags and verb forms that the other rooms rely on."""

from __future__ import annotations

import pytest

from factcheck.errors import LanguageDataError
from factcheck.lexicon import Entry, load
from factcheck.lexicon.record import FEATURES, TAGS, pack, unpack

GERMAN_VERBS = {
    "gewonnen": ("gewinnen", {"part2"}),
    "gewinnt": ("gewinnen", {"fin"}),
    "verletzt": ("verletzen", {"fin", "part2"}),
    "eröffnet": ("eröffnen", {"fin", "part2"}),
    "aufgebaut": ("aufbauen", {"part2"}),
    "abzuheben": ("abheben", {"zu-inf"}),
    "beginnen": ("beginnen", {"inf", "fin"}),
    "begann": ("beginnen", {"fin"}),
    "verschwanden": ("verschwinden", {"fin"}),
    "verschwunden": ("verschwinden", {"part2"}),
    "ertrunken": ("ertrinken", {"part2"}),
    "teilgenommen": ("teilnehmen", {"part2"}),
    "durchsucht": ("durchsuchen", {"fin", "part2"}),
    "gehört": ("gehören", {"fin", "part2"}),
}

ENGLISH_VERBS = {
    "met": ("meet", {"fin", "pret", "VBD", "part2", "VBN"}),
    "flew": ("fly", {"fin", "pret", "VBD"}),
    "flown": ("fly", {"part2", "VBN"}),
    "flying": ("fly", {"part1", "VBG"}),
    "flies": ("fly", {"fin", "VBZ"}),
    "bring": ("bring", {"inf", "VB", "fin", "VBP"}),
}

TAGS_OF = {
    ("de", "Verletzte"): ("Verletzter", "NOUN"),
    ("de", "Verletzten"): ("Verletzter", "NOUN"),
    ("de", "Abgeordneten"): ("Abgeordneter", "NOUN"),
    ("de", "Lehrern"): ("Lehrer", "NOUN"),
    ("de", "Häuser"): ("Haus", "NOUN"),
    ("de", "golden"): ("golden", "ADJ"),
    ("de", "offen"): ("offen", "ADJ"),
    ("de", "selten"): ("selten", "ADJ"),
    ("de", "eigen"): ("eigen", "ADJ"),
    ("de", "konkrete"): ("konkret", "ADJ"),
    ("de", "geplante"): ("geplant", "ADJ"),
    ("de", "bekannt"): ("bekannt", "ADJ"),
    ("de", "der"): ("der", "DET"),
    ("de", "weil"): ("weil", "SCONJ"),
    ("de", "wird"): ("werden", "AUX"),
    ("de", "nicht"): ("nicht", "PART"),
    ("de", "zwei"): ("zwei", "NUM"),
    ("en", "said"): ("say", "VERB"),
    ("en", "men"): ("man", "NOUN"),
    ("en", "was"): ("be", "AUX"),
    ("en", "the"): ("the", "DET"),
    ("en", "because"): ("because", "SCONJ"),
    ("en", "London"): ("London", "PROPN"),
}

HEADS = {
    "Grubenunglück": ("Unglück", "Gruben"),
    "Grubenunglücks": ("Unglück", "Gruben"),
    "Krankenhausleitung": ("Leitung", "Krankenhaus"),
    "Waldbrandgefahr": ("Gefahr", "Waldbrand"),
    "Polizeisprecherin": ("Sprecherin", "Polizei"),
    "Schulhof": ("Hof", "Schul"),
    "U-Bahn-Station": ("Station", "U-Bahn"),
    "Minister": None,
    "Präsident": None,
    "Unglück": None,
    "schulhof": None,
    "": None,
    "-": None,
    "A" * 500: None,
}


@pytest.mark.parametrize(("form", "expected"), GERMAN_VERBS.items())
def test_german_verb_forms(form: str, expected: tuple[str, set[str]]) -> None:
    assert _verb("de", form) == expected


@pytest.mark.parametrize(("form", "expected"), ENGLISH_VERBS.items())
def test_english_verb_forms(form: str, expected: tuple[str, set[str]]) -> None:
    assert _verb("en", form) == expected


def _verb(code: str, form: str) -> tuple[str, set[str]]:
    entry = next(e for e in load(code).entries(form) if e.pos == "VERB")
    return entry.lemma, set(entry.features)


@pytest.mark.parametrize(("word", "expected"), TAGS_OF.items())
def test_likeliest_reading(word: tuple[str, str], expected: tuple[str, str]) -> None:
    entry = load(word[0]).get(word[1])
    assert entry is not None
    assert (entry.lemma, entry.pos) == expected


def test_a_form_keeps_all_its_tags() -> None:
    assert {e.pos for e in load("en").entries("strikes")} == {"NOUN", "VERB"}
    assert {e.pos for e in load("en").entries("votes")} == {"NOUN", "VERB"}
    assert {e.pos for e in load("de").entries("verletzte")} == {"VERB", "ADJ"}


@pytest.mark.parametrize(
    ("form", "lemma", "pos"),
    [
        ("Die", "der", "DET"),
        ("Nach", "nach", "ADP"),
        ("Trafen", "treffen", "VERB"),
        ("Reisen", "Reise", "NOUN"),
        ("Berlin", "Berlin", "PROPN"),
    ],
)
def test_a_capital_at_the_start_may_be_the_sentences(form: str, lemma: str, pos: str) -> None:
    entry = load("de").get(form, initial=True)
    assert entry is not None
    assert (entry.lemma, entry.pos) == (lemma, pos)


def test_without_initial_a_capital_counts() -> None:
    assert load("de").get("Trafen") is None


@pytest.mark.parametrize(("form", "expected"), HEADS.items())
def test_head_of_a_compound(form: str, expected: tuple[str, str] | None) -> None:
    assert load("de").head(form) == expected


def test_english_has_no_compounds() -> None:
    assert load("en").head("Firefighters") is None


def test_unknown_forms_have_no_reading() -> None:
    assert load("de").entries("Xqzzw") == ()
    assert load("de").get("") is None
    assert load("de").get("\x00\U0001f600") is None


def test_a_language_without_lexicon_is_an_error() -> None:
    with pytest.raises(LanguageDataError, match="no lexicon for 'xx'"):
        load("xx")


@pytest.mark.parametrize("tag", TAGS)
def test_a_packed_reading_comes_back(tag: str) -> None:
    entry = Entry("aufbauen", tag, 4.5, frozenset(FEATURES))
    assert unpack("aufgebaut", pack("aufgebaut", entry, 0)) == entry


def test_frequency_ranks_words() -> None:
    zipf = {w: e.zipf for w in ("und", "Haus", "Grubenunglück") if (e := load("de").get(w))}
    assert sorted(zipf, key=lambda w: -zipf[w]) == ["und", "Haus", "Grubenunglück"]
