"""Paragraphs of a page -> the article's text, its pieces and the map back into the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.articles.html.scan import IGNORED, Paragraph, Run
from factcheck.articles.pieces import Piece
from factcheck.model import BlockKind, Segment, Span

PARTS = re.compile(rf"[^\s{IGNORED}]+(?: [^\s{IGNORED}]+)*|\s+|[{IGNORED}]+")
"""Words with single spaces between them, in one piece where possible."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A paragraph of the article and what its element tells of it."""

    paragraph: Paragraph
    kind: BlockKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class Composed:
    """The text with its pieces and segments."""

    text: str
    pieces: tuple[Piece, ...]
    segments: tuple[Segment, ...]


@dataclass(slots=True)
class _Text:
    """The text so far; white space is one space, and what is only layout is left out."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    segments: list[Segment] = field(default_factory=list)
    space: bool = True

    def add(self, text: str, raw: tuple[int, int] | None) -> None:
        if raw is not None:
            self._segment(len(text), *raw)
        self.parts.append(text)
        self.length += len(text)
        self.space = text.isspace()

    def _segment(self, length: int, start: int, end: int) -> None:
        literal = length == end - start
        if self.segments and literal:
            last = self.segments[-1]
            follows = last.raw_end == start and last.text_start + last.length == self.length
            if follows and last.length == last.raw_end - last.raw_start:
                self.segments[-1] = Segment(last.text_start, last.raw_start, end, last.length + length)
                return
        self.segments.append(Segment(self.length, start, end, length))

    def add_run(self, run: Run) -> None:
        placed = run.raw_end > run.raw_start
        for match in PARTS.finditer(run.text):
            part = match[0]
            if part[0] in IGNORED:
                continue
            if part.isspace():
                part = " "
                if self.space:
                    continue
            raw = (run.raw_start, run.raw_end)
            if run.literal:
                raw = (run.raw_start + match.start(), run.raw_start + match.start() + len(part))
            self.add(part, raw if placed else None)


def compose(kept: Sequence[Kept]) -> Composed:
    """``kept`` joined by blank lines."""
    text = _Text()
    pieces: list[Piece] = []
    for item in kept:
        if text.length:
            text.add("\n\n", None)
        start = text.length
        text.space = True
        for run in item.paragraph.runs:
            text.add_run(run)
        pieces.append(Piece(Span(start, text.length), item.kind, item.level))
    return Composed("".join(text.parts), tuple(pieces), tuple(text.segments))


def plain(paragraph: Paragraph) -> str:
    """The text of one paragraph as ``compose`` writes it, without spaces at its ends."""
    return " ".join(re.sub(f"[{IGNORED}]", "", paragraph.text).split())


def locate(segments: Sequence[Segment], span: Span) -> Span | None:
    """Where ``span`` of the text stands in the file, from its first located character to its last."""
    starts = _Starts(segments)
    first = bisect_right(starts, span.start) - 1
    if first < 0 or segments[first].text_start + segments[first].length <= span.start:
        first += 1
    last = bisect_right(starts, span.end - 1) - 1
    if first >= len(segments) or last < first:
        return None
    start, end = _raw(segments[first], span.start)[0], _raw(segments[last], span.end - 1)[1]
    return Span(start, end) if start < end else None


class _Starts(Sequence[int]):
    """``text_start`` of each segment, for bisect, without a copy."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = segments

    def __len__(self) -> int:
        return len(self.segments)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self.segments[index].text_start


def _raw(segment: Segment, offset: int) -> tuple[int, int]:
    """The raw range of the character at ``offset``, or of the segment's nearest one."""
    within = min(max(offset - segment.text_start, 0), segment.length - 1)
    if segment.length != segment.raw_end - segment.raw_start:
        return segment.raw_start, segment.raw_end
    return segment.raw_start + within, segment.raw_start + within + 1
