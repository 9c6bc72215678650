"""Where sentences end and how they are cut to tokens, in texts of our own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.model import Block, BlockKind, Document, Span
from factcheck.text.annotate import sentences_of
from factcheck.text.tokens import tokenize


def gap(language: str, sentences: list[str], reason: str) -> Any:
    return pytest.param(language, sentences, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason))


SENTENCES = [
    ("de", ["Sie kam am 3. Mai.", "Er blieb bis 17 Uhr.", "Das war z. B. in Graz so."]),
    ("de", ["Die 3. Liga beginnt am 4. August.", "Der 1. FC spielt zu Hause."]),
    ("de", ["Dr. Hanna Reuss und Prof. Udo Lenz kamen.", "Sie blieben."]),
    ("de", ["Der Bau kostet rd. 3 Mio. Euro.", "Das ist viel."]),
    ("de", ["Matthias K. floh.", "Die Polizei sucht ihn."]),
    ("de", ["„Das Dach brennt!“, rief er.", "Dann lief er weg."]),
    ("de", ["Er rief: „Das Dach brennt.“", "Dann lief er weg."]),
    ("de", ["Kommt er?", "Nein!", "Das war alles …", "Oder?"]),
    ("de", ["Das geschah 1998.", "Es war kalt."]),
    ("en", ["She came at 5 p.m.", "He left at 6 a.m. on Monday."]),
    ("en", ["Mr. Lentz lives in the U.S.", "He is 40."]),
    ("en", ["Dr. Hanna Reuss and Prof. Udo Lenz came.", "They stayed."]),
    ("en", ["Matthias K. fled.", "Police are looking for him."]),
    ("en", ['"The roof is burning!" he shouted.', "Then he ran away."]),
    ("en", ["He shouted: “The roof is burning.”", "Then he ran away."]),
    ("en", ["It cost 3.5 million euros.", "That is much."]),
    ("en", ["It happened in 1998.", "It was cold."]),
    ("en", ["He came 3.", "She came 4."]),
    gap(
        "de",
        ["Udo Lenz wohnt in der Hauptstr. 5 in Ulm.", "Er ist alt."],
        "only 'str' itself is an abbreviation, no word that ends in 'str.'",
    ),
]


@pytest.mark.parametrize(("language", "sentences"), SENTENCES)
def test_sentences(language: str, sentences: list[str], article: Callable[..., Document]) -> None:
    document = article(" ".join(sentences), language)
    found = [document.text[s.span.start : s.span.end] for s in sentences_of(document)]
    assert found == sentences


def test_sentences_never_cross_a_block_and_furniture_has_none() -> None:
    text = "Ein Zug entgleist\n\nKassel. Mehr lesen Sie hier.\n\nDer Zug kam aus Ulm"
    parts = text.split("\n\n")
    kinds = (BlockKind.TITLE, BlockKind.FURNITURE, BlockKind.PARAGRAPH)
    starts = [text.index(part) for part in parts]
    document = Document(
        id="a.txt",
        text=text,
        raw=text,
        blocks=tuple(
            Block(Span(start, start + len(part)), kind) for start, part, kind in zip(starts, parts, kinds, strict=True)
        ),
        language="de",
        language_from="flag",
    )
    found = [(s.index, s.block, s.kind, text[s.span.start : s.span.end]) for s in sentences_of(document)]
    assert found == [
        (0, 0, BlockKind.TITLE, "Ein Zug entgleist"),
        (1, 2, BlockKind.PARAGRAPH, "Der Zug kam aus Ulm"),
    ]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Es kostet 1.234,5 Euro.", ["Es", "kostet", "1.234,5", "Euro", "."]),
        ("Das 3:2 um 12:30 Uhr", ["Das", "3:2", "um", "12:30", "Uhr"]),
        ("die Drei-Tage-Woche", ["die", "Drei-Tage-Woche"]),
        ("the team's first", ["the", "team", "'s", "first"]),
        ("the team’s first", ["the", "team", "’s", "first"]),
        ("O'Connor and d'Or", ["O'Connor", "and", "d'Or"]),
        ("at 5 a.m. in the U.S. today", ["at", "5", "a.m.", "in", "the", "U.S.", "today"]),
        ("Halt ... -- ja", ["Halt", "...", "--", "ja"]),
        ("„Ja“, so", ["„", "Ja", "“", ",", "so"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [text[s.start : s.end] for s in tokenize(text)] == tokens


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (
            "de",
            "Die Kinder sahen den Zug.",
            [("der", "DET"), ("Kind", "NOUN"), ("sehen", "VERB"), ("der", "DET"), ("Zug", "NOUN")],
        ),
        (
            "en",
            "The children saw two trains.",
            [("the", "DET"), ("child", "NOUN"), ("see", "VERB"), ("two", "NUM"), ("train", "NOUN")],
        ),
    ],
)
def test_lemmas_and_parts_of_speech(
    language: str, sentence: str, expected: list[tuple[str, str]], article: Callable[..., Document]
) -> None:
    (found,) = sentences_of(article(sentence, language))
    assert [(t.lemma, t.pos) for t in found.tokens[:-1]] == expected
