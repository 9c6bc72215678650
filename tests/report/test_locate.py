"""Positions count code points, from line and column 1, whatever ends a line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_example import document

from factcheck.articles import line_column
from factcheck.model import Segment, Span
from factcheck.report.locate import Location, Position, in_text, locate


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (0, Position(1, 1, 0)),
        (2, Position(1, 3, 2)),
        (3, Position(1, 4, 3)),  # between CR and LF the line has not ended
        (4, Position(2, 1, 4)),
        (6, Position(3, 1, 6)),
        (8, Position(4, 1, 8)),
        (9, Position(4, 2, 9)),
    ],
)
def test_positions(offset: int, expected: Position) -> None:
    assert in_text("äb\r\n👩\rc\nd", offset) == expected


@given(st.text(st.sampled_from("a\r\nö")), st.integers(0, 30))
def test_positions_are_those_of_the_articles_room(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    found = in_text(text, offset)
    assert (found.line, found.column) == line_column(text, offset)


def test_html_is_located_in_the_raw_file_or_said_to_be_extracted() -> None:
    page = replace(document("x.html", "In Oslo.", "en"), raw="<p>\nIn <b>Oslo</b>.", segments=(Segment(3, 10, 14, 4),))
    assert locate(page, Span(3, 7)) == Location(Position(2, 7, 10), Position(2, 11, 14), in_file=True)
    nowhere = replace(page, segments=())
    assert locate(nowhere, Span(3, 7)) == Location(Position(1, 4, 3), Position(1, 8, 7), in_file=False)
