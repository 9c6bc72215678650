"""Markdown -> pieces whose spans leave out the markup at their ends."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.articles.lines import lines, strip
from factcheck.articles.pieces import Piece
from factcheck.model import BlockKind, Span

HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
HEADING_TAIL = re.compile(r"[ \t]+#+[ \t]*$")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
ITEM = re.compile(r"[ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
FENCE = re.compile(r" {0,3}(```+|~~~+)")
IMAGE = re.compile(r"!\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)")
REFERENCE = re.compile(r" {0,3}\[[^\[\]]{1,200}\]:\s")
TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*){0,60}$")
COMMENT = re.compile(r"[ \t]*<!--.{0,5000}?-->[ \t]*$")
EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)")


def pieces(text: str, start: int = 0) -> list[Piece]:
    """The headings, paragraphs, list items and captions of Markdown from ``start`` on."""
    return _Reader(text).read(start)


class _Reader:
    """Collects lines into pieces; a blank line, a heading or an item ends the one that is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self.open: Piece | None = None
        self.fence = ""

    def read(self, start: int) -> list[Piece]:
        for line in lines(self.text, start, len(self.text)):
            self._line(line, self.text[line.start : line.end])
        self._close()
        return [trimmed for piece in self.pieces if (trimmed := self._trim(piece)).span.start < trimmed.span.end]

    def _line(self, line: Span, content: str) -> None:
        fence = FENCE.match(content)
        if self.fence or fence:
            self._fenced(fence)
        elif not content.strip() or REFERENCE.match(content) or TABLE_RULE.match(content) or COMMENT.match(content):
            if not self._underlines(content):
                self._close()
        elif heading := HEADING.match(content):
            tail = HEADING_TAIL.search(content)
            self._single(line, heading.end(), tail.start() if tail else len(content), len(heading[1]))
        elif not self._underlines(content):
            self._text_line(line, content)

    def _fenced(self, fence: re.Match[str] | None) -> None:
        self._close()
        if not self.fence and fence:
            self.fence = fence[1][:3]
        elif fence and fence[1].startswith(self.fence):
            self.fence = ""

    def _underlines(self, content: str) -> bool:
        """A row of = or - below one line makes it a heading."""
        match = UNDERLINE.match(content)
        if not match or self.open is None or self.open.kind is not BlockKind.PARAGRAPH:
            return False
        level = 1 if match[1][0] == "=" else 2
        self.open = replace(self.open, kind=_heading_kind(level), level=level)
        self._close()
        return True

    def _text_line(self, line: Span, content: str) -> None:
        if RULE.match(content):
            self._close()
            return
        quote = QUOTE.match(content)
        at = quote.end() if quote else 0
        item = ITEM.match(content, at)
        if item or content.lstrip().startswith("|"):
            self._close()
            at = item.end() if item else at
        if image := IMAGE.match(content, at):
            self._close()
            if image[1].strip():
                self.pieces.append(
                    Piece(Span(line.start + image.start(1), line.start + image.end(1)), BlockKind.CAPTION)
                )
            at = image.end()
        span = Span(line.start + at, line.end)
        if not self.text[span.start : span.end].strip():
            return
        if self.open is None:
            self.open = Piece(span, BlockKind.PARAGRAPH)
        else:
            self.open = replace(self.open, span=Span(self.open.span.start, span.end))

    def _single(self, line: Span, start: int, end: int, level: int) -> None:
        self._close()
        span = Span(line.start + start, line.start + max(start, end))
        self.pieces.append(Piece(span, _heading_kind(level), level))

    def _close(self) -> None:
        if self.open is not None:
            self.pieces.append(self.open)
        self.open = None

    def _trim(self, piece: Piece) -> Piece:
        """Without white space, table bars and the emphasis that opens or closes the piece."""
        span = strip(self.text, strip(self.text, piece.span), "|")
        span = strip(self.text, span)
        opening = EMPHASIS.match(self.text, span.start, span.end)
        if opening:
            marker = opening[1]
            span = Span(opening.end(), span.end)
            closing = self.text.find(marker, span.start, span.end)
            if closing == span.end - len(marker):
                span = Span(span.start, closing)
        return replace(piece, span=strip(self.text, span))


def _heading_kind(level: int) -> BlockKind:
    return BlockKind.TITLE if level == 1 else BlockKind.HEADING
