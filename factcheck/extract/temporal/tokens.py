"""One pass over the text: every token looked up once, and only runs of known tokens around triggers kept.

The pass is a regular expression's ``split``, a sum of lengths and a hash look-up a token, all of them loops
inside the interpreter's C code; Python code runs for the tokens that may matter only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from factcheck.extract.temporal.lexicon import Entry, Lexicon, Value
from factcheck.model import Span

_TOKEN = re.compile(r"([^\W\d_]+|\d+(?:[.:,]\d+)*|\n[^\S\n]*\n|[^\w\s])")


class Hit(NamedTuple):
    """A token that some class knows."""

    number: int
    """Running number; hits that stand side by side in the text differ by one."""
    start: int
    end: int
    classes: Mapping[str, Value]
    glued: bool
    """True if no space stands before it."""
    trigger: bool


@dataclass(frozen=True, slots=True)
class Scan:
    """The hits of a text, and where verbs tell a tense."""

    hits: list[Hit]
    cues: list[tuple[int, str]]
    """(offset, ``past`` or ``future``), ascending."""


def scan(text: str, spans: Iterable[Span], lexicon: Lexicon) -> Scan:
    """Tokenise the spans of the text once. Linear in their length."""
    found = Scan([], [])
    for span in spans:
        _scan_span(text[span.start : span.end], span.start, lexicon, found)
    return found


def _scan_span(text: str, base: int, lexicon: Lexicon, found: Scan) -> None:
    parts = _TOKEN.split(text)
    starts = list(accumulate(map(len, parts), initial=base))
    entries = lexicon.lookup_all(parts[1::2])
    known = [number for number, entry in enumerate(entries) if entry is not None]
    done = 0
    for number in known:
        entry = entries[number]
        assert entry is not None
        if entry.cue:
            found.cues.append((starts[2 * number + 1], entry.cue))
        if entry.trigger and number >= done:
            first, done = _run(entries, number, done)
            _append(found.hits, parts, starts, entries, first, done)


def _run(entries: list[Entry | None], number: int, floor: int) -> tuple[int, int]:
    """First and one past the last token of the unbroken run of known tokens around a trigger."""
    first = number
    while first > floor and entries[first - 1] is not None:
        first -= 1
    end = number + 1
    while end < len(entries) and entries[end] is not None:
        end += 1
    return first, end


def _append(
    hits: list[Hit], parts: list[str], starts: list[int], entries: list[Entry | None], first: int, end: int
) -> None:
    number = hits[-1].number + 2 if hits else 0
    for at in range(first, end):
        entry = entries[at]
        assert entry is not None
        start = starts[2 * at + 1]
        glued = not parts[2 * at]
        for piece in entry.pieces:
            hits.append(Hit(number, start + piece.start, start + piece.end, piece.classes, glued, entry.trigger))
            number += 1
            glued = True
