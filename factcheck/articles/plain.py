"""Plain text -> pieces: paragraphs are lines, unless lines were broken at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.articles.lines import lines, strip
from factcheck.articles.pieces import Piece, ends_like_sentence
from factcheck.model import Span

RUN = re.compile(r"[^\r\n]+(?:(?:\r\n|\r|\n)[^\r\n]+)*")
"""Lines that are not empty; a line of spaces is found later."""
NARROWEST, WIDEST = 40, 100
"""Code points of lines in text that was wrapped by hand or by a mailer."""


def pieces(text: str, start: int = 0) -> list[Piece]:
    """The paragraphs and single lines of ``text`` from ``start`` on."""
    chunks = _chunks(text, start)
    if not _is_wrapped(text, chunks):
        return [Piece(line) for chunk in chunks for line in chunk]
    return [Piece(part) for chunk in chunks for part in _joined(text, chunk)]


def _chunks(text: str, start: int) -> list[list[Span]]:
    """The lines between blank lines."""
    chunks: list[list[Span]] = []
    for run in RUN.finditer(text, start):
        chunks.append([])
        for line in lines(text, run.start(), run.end()):
            content = strip(text, line)
            if content.start < content.end:
                chunks[-1].append(content)
            elif chunks[-1]:
                chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _is_wrapped(text: str, chunks: Sequence[Sequence[Span]]) -> bool:
    """True if most lines that another one follows break off in mid-sentence, at a like width."""
    inner = [line for chunk in chunks for line in chunk[:-1]]
    if len(inner) < 3:
        return False
    longest = max(line.end - line.start for line in inner)
    broken = [line for line in inner if _breaks_off(text, line, longest)]
    return NARROWEST <= longest <= WIDEST and len(broken) >= 0.6 * len(inner)


def _breaks_off(text: str, line: Span, longest: int) -> bool:
    return line.end - line.start >= 0.6 * longest and not ends_like_sentence(text[line.start : line.end])


def _joined(text: str, chunk: Sequence[Span]) -> list[Span]:
    """The lines of a chunk put together; a line that stops far short of the width ends its paragraph."""
    longest = max(line.end - line.start for line in chunk)
    joined: list[Span] = []
    open_line = False
    for line in chunk:
        if open_line:
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
        open_line = line.end - line.start >= 0.6 * longest
    return joined
