"""Pieces of an article as its format gives them -> blocks: title, prose, caption, correction, furniture.

The same rules serve plain text, Markdown and HTML; the formats differ in what they know of a piece.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck.articles import bylines, marks
from factcheck.articles.lines import strip
from factcheck.model import Block, BlockKind, Span

TEASER_SHARE = 0.3
"""A section of teasers reaches the end of the article if it holds at most this share of the whole."""
PROSE = 60
"""Code points from which on a line that ends like a sentence is a paragraph."""
OPENING = 200
"""Code points of prose that must come before a line can close the article."""
COMMENTS = 4
"""Comments may be this many times as long as the article; more behind the word is the article itself."""
HEADLINE = 160
"""Code points of the longest headline."""
TERMINAL = ".!?…"
TAIL_BRACKETS = re.compile(r"(?<=[.!?…\"”“»])\s?\([^()]{1,40}\)\s*$")
CLOSING = "\"'“”„‚‘’»«)]*_"


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or element. ``kind`` is None where the format doesn't tell (plain text)."""

    span: Span
    kind: BlockKind | None = None
    level: int = 0
    """Of a heading: 1 to 6; 0 where unknown."""


@dataclass(frozen=True, slots=True)
class Read:
    """A piece with what its words tell."""

    piece: Piece
    text: str
    mark: marks.Mark
    prose: bool


def classify(text: str, pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """The blocks of ``pieces``, in their order."""
    cut = [part for piece in pieces for part in _cut(text, piece)]
    read = [_read(text, piece) for piece in cut]
    kinds = _Kinds(read, _sections(read), _main_script(text, cut)).all()
    return tuple(Block(item.piece.span, kind) for item, kind in zip(read, kinds, strict=True))


def ends_like_sentence(text: str) -> bool:
    """True if ``text`` ends in a full stop or the like, quotes and a credit in brackets aside."""
    text = TAIL_BRACKETS.sub("", text[-80:])
    return text.rstrip().rstrip(CLOSING).rstrip().endswith(tuple(TERMINAL))


def _cut(text: str, piece: Piece) -> list[Piece]:
    """``piece`` without furniture that is glued to its ends, which becomes pieces of its own."""
    span = strip(text, piece.span)
    if span.start == span.end:
        return []
    parts = marks.split(text[span.start : span.end])
    result = []
    for start, end, kind in parts:
        part = strip(text, Span(span.start + start, span.start + end))
        if part.start < part.end:
            result.append(replace(piece, span=part, kind=kind or piece.kind))
    return result


def _read(text: str, piece: Piece) -> Read:
    content = text[piece.span.start : piece.span.end]
    mark = marks.Mark.FURNITURE if piece.kind is BlockKind.FURNITURE else marks.mark(content)
    paragraph = piece.kind in (None, BlockKind.PARAGRAPH) and ends_like_sentence(content)
    plain = mark is marks.Mark.NONE and not bylines.is_signature(content)
    return Read(piece, content, mark, plain and paragraph and len(content) >= PROSE)


def _sections(read: Sequence[Read]) -> list[bool]:
    """For each piece whether it opens or stands in a section of comments or of other stories."""
    left = sum(len(item.text) for item in read)
    total, before = left or 1, 0
    closed, opener = False, None
    inside: list[bool] = []
    for item in read:
        left -= len(item.text)
        if opener is not None and (item.prose or 0 < item.piece.level <= opener.piece.level):
            opener = None
        if item.mark is marks.Mark.CORRECTION:
            inside.append(False)
            continue
        if item.mark is marks.Mark.CLOSER:
            closed = closed or (before >= OPENING and left <= COMMENTS * before)
        elif item.mark is marks.Mark.TEASERS:
            opener = item
            closed = closed or (before >= OPENING and left <= TEASER_SHARE * total)
        inside.append(closed or opener is not None or item.mark is marks.Mark.CLOSER)
        if item.prose and not closed:
            before += len(item.text)
    return inside


class _Kinds:
    """The kind of each piece, from its words and its place among the others."""

    def __init__(self, read: Sequence[Read], inside: Sequence[bool], script: str) -> None:
        self.read, self.inside, self.script = read, inside, script
        prose = [i for i, item in enumerate(read) if item.prose and not inside[i]]
        self.first_prose = prose[0] if prose else len(read)
        self.last_prose = prose[-1] if prose else -1
        self.title_seen = any(item.piece.kind is BlockKind.TITLE for item in read)

    def all(self) -> list[BlockKind]:
        return [self._kind(index, item) for index, item in enumerate(self.read)]

    def _kind(self, index: int, item: Read) -> BlockKind:
        if item.mark is marks.Mark.CORRECTION:
            return BlockKind.CORRECTION
        if self.inside[index] or self._is_furniture(index, item):
            return BlockKind.FURNITURE
        if item.mark is marks.Mark.DATE:
            return BlockKind.HEADING
        return item.piece.kind or self._plain_kind(index, item)

    def _is_furniture(self, index: int, item: Read) -> bool:
        if item.piece.kind is BlockKind.TITLE:
            return False
        if item.mark is marks.Mark.FURNITURE:
            return True
        if item.piece.kind is BlockKind.HEADING:
            return False
        if item.mark is marks.Mark.BYLINE:
            return not self.first_prose < index < self.last_prose
        if self.first_prose < index > self.last_prose and bylines.is_signature(item.text):
            return True
        return bool(self.script) and self._foreign(item.text)

    def _foreign(self, text: str) -> bool:
        """True for a short line in letters that the article itself doesn't use."""
        if len(text) >= HEADLINE:
            return False
        scripts = {_script(c) for c in text if c.isalpha()}
        return bool(scripts) and self.script not in scripts

    def _plain_kind(self, index: int, item: Read) -> BlockKind:
        text = item.text
        alone = len(self.read) == 1
        open_end = not ends_like_sentence(text) or (index == 0 and not alone and text[-1] in "!?")
        if len(text) > HEADLINE or not open_end:
            return BlockKind.PARAGRAPH
        if index < self.first_prose and not self.title_seen and not self._is_kicker(index):
            self.title_seen = True
            return BlockKind.TITLE
        return BlockKind.PARAGRAPH if index == len(self.read) - 1 else BlockKind.HEADING

    def _is_kicker(self, index: int) -> bool:
        """True for a word or two above the headline."""
        if len(self.read[index].text.split()) > 2 or index + 1 >= len(self.read):
            return False
        below = self.read[index + 1]
        return not below.prose and below.mark is marks.Mark.NONE and len(below.text) <= HEADLINE


def _main_script(text: str, pieces: Sequence[Piece]) -> str:
    """The script of most letters at the start of the pieces; "" where there are none."""
    counts: Counter[str] = Counter()
    for piece in pieces[:50]:
        head = text[piece.span.start : min(piece.span.end, piece.span.start + 400)]
        counts.update(_script(c) for c in head if c.isalpha())
    return counts.most_common(1)[0][0] if counts else ""


@lru_cache(maxsize=1024)
def _script(letter: str) -> str:
    """``LATIN``, ``CYRILLIC`` ...: the first word of a letter's Unicode name."""
    return unicodedata.name(letter, "?").split()[0]
