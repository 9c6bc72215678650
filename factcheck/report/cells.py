"""Text as a terminal shows it: cells, harmless characters, wrapping.

A terminal puts wide characters (East Asian, emoji) in two cells and combining ones in none, so that marks
under a text must be counted in cells, never in characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len

_JOINER = "\u200d"
_DROPPED = frozenset("\u00ad\u200b\u2060\ufeff")
"""Soft hyphens and zero-width spaces: terminals disagree on them and they carry nothing to read."""
_BIDI = frozenset("\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LONGEST = 32
"""Code points of a cluster; no script piles up more, but an attack on the program may."""
_BREAKING_SPACE = frozenset(" \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029")


@dataclass(frozen=True, slots=True)
class Cluster:
    """What a reader sees as one character: code points ``[start, end)`` shown in ``width`` cells."""

    start: int
    end: int
    shown: str
    width: int
    space: bool = False


Row = tuple[Cluster, ...]
"""One line of text that fits the terminal."""


def visible(text: str) -> str:
    """The text in one line, with nothing in it that moves the cursor, changes colours or the direction."""
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(map(_shown, line))


def width_of(text: str) -> int:
    """Cells that the text takes."""
    return cell_len(text)


def clusters(text: str, start: int, end: int) -> list[Cluster]:
    """``text[start:end]`` as clusters; a run of white space, line ends included, is one space."""
    found: list[Cluster] = []
    for index in range(start, end):
        character = text[index]
        if character in _BREAKING_SPACE:
            if found and found[-1].space:
                found[-1] = Cluster(found[-1].start, index + 1, " ", 1, space=True)
            else:
                found.append(Cluster(index, index + 1, " ", 1, space=True))
            continue
        shown, width, combining = _glyph(character)
        if found and (combining or found[-1].shown.endswith(_JOINER)) and _is_open(found[-1]):
            shown = found[-1].shown + shown
            found[-1] = Cluster(found[-1].start, index + 1, shown, cell_len(shown))
        else:
            found.append(Cluster(index, index + 1, shown, width))
    return found


def pieces(row: Sequence[Cluster], width: int) -> Iterator[Row]:
    """Unbreakable stretches, each with its trailing space; what is wider than ``width`` is cut."""
    piece: list[Cluster] = []
    used = 0
    for cluster in row:
        if piece and not cluster.space and (_may_break(piece[-1], cluster) or used + cluster.width > width):
            yield tuple(piece)
            piece, used = [], 0
        piece.append(cluster)
        used += 0 if cluster.space else cluster.width
    if piece:
        yield tuple(piece)


def fill(stretches: Iterable[Row], width: int) -> list[Row]:
    """Rows of at most ``width`` cells, as full as they get, without space at their ends."""
    rows: list[list[Cluster]] = [[]]
    used = 0
    for stretch in stretches:
        needed = cells(_stripped(stretch))
        if rows[-1] and used + needed > width:
            rows.append([])
            used = 0
        rows[-1].extend(stretch)
        used += cells(stretch)
    return [shown for row in rows if (shown := _stripped(row))]


def cells(row: Iterable[Cluster]) -> int:
    """Cells that the clusters take."""
    return sum(cluster.width for cluster in row)


def wrap(text: str, width: int) -> list[str]:
    """Any text as visible lines of at most ``width`` cells; an empty text is one empty line."""
    shown = clusters(text.strip(), 0, len(text.strip()))
    rows = fill(pieces(shown, max(width, 8)), max(width, 8))
    return ["".join(cluster.shown for cluster in row) for row in rows] or [""]


def _stripped(row: Sequence[Cluster]) -> Row:
    first, last = 0, len(row)
    while last > first and row[last - 1].space:
        last -= 1
    while first < last and row[first].space:
        first += 1
    return tuple(row[first:last])


def _shown(character: str) -> str:
    if character == "\u00a0":
        return " "
    if character in _DROPPED:
        return ""
    code = ord(character)
    category = unicodedata.category(character)
    if category in ("Cc", "Cs", "Zl", "Zp") or character in _BIDI:
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    return character


def _is_open(cluster: Cluster) -> bool:
    return not cluster.space and cluster.end - cluster.start < LONGEST


@lru_cache(maxsize=4096)
def _glyph(character: str) -> tuple[str, int, bool]:
    """How a character is shown, in how many cells, and whether it belongs to the one before it."""
    shown = _shown(character)
    combining = character == _JOINER or unicodedata.category(character) in ("Mn", "Me")
    return shown, cell_len(shown), combining


def _may_break(left: Cluster, right: Cluster) -> bool:
    if left.space:
        return True
    if _is_wide(left) or _is_wide(right):
        return unicodedata.category(right.shown[:1] or " ")[0] not in "P"
    return left.shown in ("-", "–", "—", "/") and right.shown.isalpha()


def _is_wide(cluster: Cluster) -> bool:
    return cluster.width == 2 and unicodedata.east_asian_width(cluster.shown[0]) in "WF"
