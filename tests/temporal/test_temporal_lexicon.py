"""Every word of every time.yaml is found in its class; inflection, folding and number words are rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from factcheck.errors import LanguageDataError
from factcheck.extract.temporal.lexicon import Lexicon
from factcheck.extract.temporal.patterns import compile_patterns
from factcheck.extract.temporal.tagger import TemporalTagger
from factcheck.languages import Language, available, load

LANGUAGES = [code for code in available() if load(code).section("time")]


@cache
def lexicon(code: str) -> Lexicon:
    data = load(code).section("time")
    return Lexicon(load(code), data, compile_patterns(data).literals)


def groups(code: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, rows in load(code).section("time")["words"].items():
        for group in rows if isinstance(rows, list) else [rows]:
            yield name, group


CASES = [pytest.param(code, name, group, id=f"{code}: {name}") for code in LANGUAGES for name, group in groups(code)]


@pytest.mark.parametrize(("code", "name", "group"), CASES)
def test_words_are_found_in_their_class(code: str, name: str, group: dict[str, Any]) -> None:
    words = group["words"] if isinstance(group["words"], dict) else {word: word for word in group["words"]}
    ending = "e" if group.get("endings") == "adjective" else ""
    case = {"capital": str.capitalize, "lower": str.lower}.get(group.get("case", "any"), str)
    surfaces = [case(str(word)) + ending for word in words if " " not in str(word)]
    entries = lexicon(code).lookup_all(surfaces)
    missing = [s for s, e in zip(surfaces, entries, strict=True) if e is None or name not in e.pieces[0].classes]
    assert missing == []


def test_there_are_words() -> None:
    assert len(CASES) > 60


@pytest.mark.parametrize(
    ("code", "surface", "pieces"),
    [
        ("de", "Dienstagabend", [{"weekday": 1}, {"daypart_tail": "EV"}]),
        ("de", "siebzehnmonatige", [{"num": 17, "hourword": 17}, {"unit_adj": "M"}]),
        ("de", "MÄRZ", [{"month": 3}]),
        ("de", "maerz", None),
        ("de", "Maerz", [{"month": 3}]),
        ("de", "einundzwanzigsten", [{"ord": 21}]),
        ("de", "dreieinhalb", [{"num": 3.5}]),
        ("de", "Haus", None),
        ("en", "twentieth", [{"ord": 20}]),
        ("en", "seventeenth", [{"ord": 17}]),
        ("en", "December", [{"month": 12}]),
        ("en", "december", None),
    ],
)
def test_derived_forms(code: str, surface: str, pieces: list[dict[str, Any]] | None) -> None:
    (entry,) = lexicon(code).lookup_all([surface])
    assert (entry and [dict(piece.classes) for piece in entry.pieces]) == pieces


def test_a_word_too_long_is_never_split() -> None:
    assert lexicon("de").lookup_all(["Montag" * 20_000]) == [None]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"patterns": [{"match": "{nowhere}"}]}, "no fragment"),
        ({"patterns": [{"match": "a b?c"}]}, "cannot read"),
        ({"patterns": [{"match": "(a"}]}, "unbalanced"),
        ({"patterns": [{"match": "a?"}]}, "match nothing"),
        ({"patterns": [7]}, "not a pattern"),
    ],
)
def test_faulty_patterns_are_reported(data: dict[str, Any], message: str) -> None:
    with pytest.raises(LanguageDataError, match=message):
        compile_patterns(data)


def test_a_language_without_data_is_reported(tmp_path: Any) -> None:
    with pytest.raises(LanguageDataError, match=r"no time\.yaml"):
        TemporalTagger(Language("xx", tmp_path))


def test_an_unknown_builder_is_reported(tmp_path: Any) -> None:
    (tmp_path / "time.yaml").write_text("patterns: [{match: month, make: nonsense}]", encoding="utf-8")
    with pytest.raises(LanguageDataError, match="no builder"):
        TemporalTagger(Language("de", tmp_path))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("words: {unit: {words: {Tag: DAY}}}", "can't mean 'DAY'"),
        ("words: {holiday: {words: {Ostern: easter+x}}}", "no rule for a holiday"),
        ("words: {det: [der]}", "has no words"),
        ("words: {rel: {words: {letzt: lately}}}", "can't mean 'lately'"),
    ],
)
def test_words_without_a_meaning_are_reported(tmp_path: Any, data: str, message: str) -> None:
    (tmp_path / "time.yaml").write_text(data, encoding="utf-8")
    with pytest.raises(LanguageDataError, match=message):
        TemporalTagger(Language("de", tmp_path))
