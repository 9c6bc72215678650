"""Lines of a text, whatever ends them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

END = re.compile(r"\r\n|\r|\n")


def lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of ``text[start:end]``, without their ends."""
    for match in END.finditer(text, start, end):
        yield Span(start, match.start())
        start = match.end()
    if start < end:
        yield Span(start, end)


def strip(text: str, span: Span, edges: str | None = None) -> Span:
    """``span`` without white space (or ``edges``) at its ends; empty at its start where nothing is left."""
    piece = text[span.start : span.end]
    left = len(piece) - len(piece.lstrip(edges))
    return Span(span.start + left, max(span.start + left, span.start + len(piece.rstrip(edges))))


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a code point of ``text``; lines end at LF, CRLF or CR."""
    line, start = 1, 0
    for match in END.finditer(text, 0, offset):
        # A CR that ``offset`` cuts from its LF has not ended the line yet.
        if match.end() == offset and match[0] == "\r" and text[offset : offset + 1] == "\n":
            break
        line, start = line + 1, match.end()
    return line, offset - start + 1
