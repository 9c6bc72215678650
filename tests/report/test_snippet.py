"""Marks stand under their words, whatever the words are made of."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_example import document
from rich.cells import cell_len

from factcheck.model import Segment, Span
from factcheck.report.cells import visible, wrap
from factcheck.report.snippet import MOST_ROWS, Mark, snippet


def shown(text: str, words: str, width: int = 40, label: str = "label", **rest: bool) -> list[str]:
    """The snippet of a one-sentence text as lines, marks as they stand."""
    start = text.index(words)
    marks = [Mark(Span(start, start + len(words)), "^", "", label)]
    return lines(text, marks, width, **rest)


def lines(text: str, marks: list[Mark], width: int = 40, **rest: bool) -> list[str]:
    found = []
    for line in snippet(document("x.txt", text, "en"), Span(0, len(text)), marks, width, **rest):
        row = line.text
        for start, part, _ in line.parts:
            row += " " * (start - cell_len(row)) + part
        found.append(row)
    return found


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It was in Oslo.", "in Oslo", ["It was in Oslo.", "       ^^^^^^^ label"]),
        # Wide characters take two cells.
        ("於東京 opened", "東京", ["於東京 opened", "  ^^^^ label"]),
        ("「東京」で会談", "会談", ["「東京」で会談", "          ^^^^ label"]),
        # Combining characters take none.
        (
            "Bru\u0308cke in O\u0308lsund",
            "O\u0308lsund",
            ["Bru\u0308cke in O\u0308lsund", "          ^^^^^^ label"],
        ),
        # A tab is one space, a line end too.
        ("a\tb\tOslo", "Oslo", ["a b Oslo", "    ^^^^ label"]),
        ("one\r\n   two Oslo", "two", ["one two Oslo", "    ^^^ label"]),
        # No character moves the cursor, changes colours or turns the direction.
        (
            "a\x1b[31mred\x1b[0m Oslo",
            "Oslo",
            ["a\\x1b[31mred\\x1b[0m Oslo", "                    ^^^^ label"],
        ),
        ("\u202eevil\u202c Oslo", "Oslo", ["\\u202eevil\\u202c Oslo", "                 ^^^^ label"]),
        ("\x9b2J Oslo", "Oslo", ["\\x9b2J Oslo", "       ^^^^ label"]),
        ("bell\x07 Oslo", "bell\x07", ["bell\\x07 Oslo", "^^^^^^^^ label"]),
        # Markup is text.
        ("[bold]x[/bold] Oslo", "Oslo", ["[bold]x[/bold] Oslo", "               ^^^^ label"]),
        # Soft hyphens and zero-width spaces are not shown.
        ("Fähr\u00adbrücke\u200b Oslo", "Oslo", ["Fährbrücke Oslo", "           ^^^^ label"]),
        # A family is one emoji of two cells.
        ("👨\u200d👩\u200d👧 Oslo", "Oslo", ["👨\u200d👩\u200d👧 Oslo", "   ^^^^ label"]),
        # A label that has no room stands below, as far left as it must.
        (
            "The whole sentence is as long as this one",
            "this one",
            ["The whole sentence is as long as", "this one", "^^^^^^^^ label"],
        ),
    ],
)
def test_marks(text: str, words: str, expected: list[str]) -> None:
    assert shown(text, words) == expected


def test_a_label_without_room_stands_below() -> None:
    assert shown("In the morning they met in Wladiwostok", "in Wladiwostok", 38, "Wladiwostok (Primorje, RU)") == [
        "In the morning they met in Wladiwostok",
        "                        ^^^^^^^^^^^^^^",
        "            Wladiwostok (Primorje, RU)",
    ]


def test_a_mark_over_two_rows_has_its_label_after_the_second() -> None:
    assert shown("one two three four five six seven eight", "three four five six seven", 20) == [
        "one two three four",
        "        ^^^^^^^^^^",
        "five six seven eight",
        "^^^^^^^^^^^^^^ label",
    ]


def test_a_short_mark_is_not_cut_by_a_line_end() -> None:
    assert shown("They said it was in Oslo", "in Oslo", 20) == [
        "They said it was",
        "in Oslo",
        "^^^^^^^ label",
    ]


def test_two_marks_in_one_row_share_a_line_if_there_is_room() -> None:
    text = "On Tuesday, 13 May, they met again."
    near = [Mark(Span(3, 10), "^", "", "1"), Mark(Span(12, 18), "-", "", "Wednesday")]
    far = [Mark(Span(3, 10), "^", "", "2023-05-12"), Mark(Span(12, 18), "-", "", "Wednesday")]
    assert lines(text, near) == [text, "   ^^^^^^^ 1", "            ------ Wednesday"]
    assert lines(text, far) == [text, "   ^^^^^^^ 2023-05-12", "            ------ Wednesday"]
    apart = [Mark(Span(0, 2), "^", "", "x"), Mark(Span(12, 18), "-", "", "Wednesday")]
    assert lines(text, apart) == [text, "^^ x        ------ Wednesday"]


def test_a_long_word_is_cut_at_the_edge() -> None:
    assert shown("x" * 25 + " Oslo", "Oslo", 20) == ["x" * 20, "xxxxx Oslo", "      ^^^^ label"]


def test_a_long_sentence_is_shortened_around_its_marks() -> None:
    words = " ".join(f"word{number}" for number in range(200))
    assert shown(words, "word100", 40) == [
        "… word87 word88 word89 word90 word91",
        "word92 word93 word94 word95 word96",
        "word97 word98 word99 word100 word101",
        "                     ^^^^^^^ label",
        "word102 word103 word104 word105 word106",
        "word107 word108 word109 word110 word111",
        "word112 …",
    ]
    both = [Mark(Span(0, 5), "^", "", "a"), Mark(Span(len(words) - 7, len(words)), "-", "", "b")]
    assert lines(words, both, 40) == [
        "word0 word1 word2 word3 word4 word5",
        "^^^^^ a",
        "word6 word7 word8 word9 word10 word11",
        "word12 word13 … word186 word187 word188",
        "word189 word190 word191 word192 word193",
        "word194 word195 word196 word197 word198",
        "word199",
        "------- b",
    ]
    assert len(lines(words, both, 40, whole=True)) > 3 * MOST_ROWS


def test_a_long_quote_is_shortened_in_its_middle() -> None:
    words = " ".join(f"word{number}" for number in range(200))
    found = shown(words, words, 60)
    assert (found[0], sum("…" in line for line in found), found[-2].endswith("word199")) == (
        "word0 word1 word2 word3 word4 word5 word6 word7 word8 word9",
        1,
        True,
    )
    assert len(found) <= 2 * (MOST_ROWS + 1) + 1


def test_line_numbers_are_those_of_the_file() -> None:
    text = "One line\nand another line\nand a third."
    found = snippet(document("x.txt", text, "en"), Span(0, len(text)), [], 18)
    assert [(line.number, line.text) for line in found] == [
        (1, "One line and"),
        (2, "another line and a"),
        (3, "third."),
    ]


def test_line_numbers_of_html_are_those_of_the_raw_file() -> None:
    page = replace(
        document("x.html", "In Oslo.", "en"),
        raw="<html>\n<p>\nIn <b>Oslo</b>.",
        segments=(Segment(0, 11, 14, 3), Segment(3, 17, 21, 4), Segment(7, 25, 26, 1)),
    )
    found = snippet(page, Span(0, 8), [Mark(Span(3, 7), "^", "", "Oslo")], 40)
    assert [(line.number, line.text) for line in found] == [(3, "In Oslo."), (None, "")]


NASTY = st.text(
    st.sampled_from(list("ab ä-/\t\n\x1b\u202e\u0308\u200d東👩。\u00ad\u00a0[]")) | st.characters(),
    min_size=1,
    max_size=80,
)


@settings(deadline=None, max_examples=150)
@given(NASTY, st.data(), st.integers(16, 60))
def test_rows_fit_and_lose_nothing(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    mark = Mark(Span(start, data.draw(st.integers(start, len(text)))), "^", "", "label")
    found = list(snippet(document("x.txt", text, "en"), Span(0, len(text)), [mark], width, whole=True))
    assert [line for line in found if cell_len(line.text) > width] == []
    rows = "".join(line.text for line in found)
    assert rows.replace(" ", "") == visible(text).replace(" ", "")


@given(NASTY, st.integers(10, 60))
def test_wrapped_lines_fit_and_hold_no_control_character(text: str, width: int) -> None:
    found = wrap(text, width)
    assert [line for line in found if cell_len(line) > width] == []
    assert [c for line in found for c in line if category(c) in ("Cc", "Cs") or c == "\u202e"] == []
