"""A sentence with marks under its clashing words, wrapped to the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Document, Span
from factcheck.report import locate
from factcheck.report.cells import Cluster, Row, cells, clusters, fill, pieces, width_of, wrap

MOST_ROWS = 6
"""A sentence that takes more rows is shortened around its marks."""
KEPT_ENDS = 12
"""Of marked words, so many pieces at either end always stay."""
FARTHEST = 4
"""What lies farther from the marks than so many times the rows that are shown is not even looked at."""
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark and what to write after the marks."""

    span: Span
    sign: str
    """``^`` or ``-``."""
    role: str
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the snippet: text with the number of its line in the file, or parts of a row of marks."""

    text: str = ""
    number: int | None = None
    parts: tuple[tuple[int, str, str], ...] = ()
    """(column, text, role) from left to right."""


def snippet(
    document: Document, sentence: Span, marks: Sequence[Mark], width: int, *, whole: bool = False
) -> Iterator[Line]:
    """The sentence in lines of at most ``width`` cells, marks below the rows that hold the words.

    A sentence of more than ``MOST_ROWS`` rows is shortened, unless ``whole``.
    """
    near = sentence if whole else _near(sentence, marks, FARTHEST * MOST_ROWS * width)
    rows = _rows(clusters(document.text, near.start, near.end), marks, width, whole)
    in_file = all(locate.locate(document, mark.span).in_file for mark in marks)
    shown: int | None = None
    for index, row in enumerate(rows):
        number = _number(document, row, in_file)
        yield Line("".join(cluster.shown for cluster in row), number if number != shown else None)
        shown = number or shown
        yield from _mark_lines(row, rows[index + 1 :], marks, width)


def _near(sentence: Span, marks: Sequence[Mark], reach: int) -> Span:
    start = min((mark.span.start for mark in marks), default=sentence.start)
    end = max((mark.span.end for mark in marks), default=sentence.start)
    return Span(max(sentence.start, start - reach), min(sentence.end, end + reach))


def _rows(sentence: list[Cluster], marks: Sequence[Mark], width: int, whole: bool) -> list[Row]:
    stretches = list(_joined(list(pieces(sentence, width)), marks, width))
    rows = fill(stretches, width)
    if whole or len(rows) <= MOST_ROWS:
        return rows
    return fill(_shortened(stretches, marks, (MOST_ROWS - 1) * width), width)


def _joined(stretches: Sequence[Row], marks: Sequence[Mark], width: int) -> Iterator[Row]:
    """Stretches of which those of one short mark are one, so that no line break cuts it."""
    short = [
        mark.span
        for mark in marks
        if sum(cells(stretch) for stretch in stretches if _touches(stretch, mark.span)) <= width // 2
    ]
    last: Row = ()
    for stretch in stretches:
        together = any(_touches(last, span) and _touches(stretch, span) for span in short)
        if together and cells(last) + cells(stretch) <= width:
            last = (*last, *stretch)
        else:
            if last:
                yield last
            last = stretch
    if last:
        yield last


def _shortened(stretches: Sequence[Row], marks: Sequence[Mark], budget: int) -> Iterator[Row]:
    """The marked stretches and what stands around them up to ``budget`` cells; … stands for the rest."""
    kept = _kept(stretches, marks, budget)
    for index, stretch in enumerate(stretches):
        if index in kept:
            yield stretch
        elif index - 1 in kept or index == 0:
            at = stretch[0].start
            yield (Cluster(at, at, ELLIPSIS, 1), Cluster(at, at, " ", 1, space=True))


def _kept(stretches: Sequence[Row], marks: Sequence[Mark], budget: int) -> set[int]:
    kept: set[int] = set()
    for mark in marks:
        marked = [index for index, stretch in enumerate(stretches) if _touches(stretch, mark.span)]
        kept.update(marked[:KEPT_ENDS], marked[-KEPT_ENDS:])
    left = budget - sum(cells(stretches[index]) for index in kept)
    edge = kept or {0}
    while edge and left > 0:
        grown = {index + step for index in edge for step in (-1, 1)}
        edge = {index for index in grown - kept if 0 <= index < len(stretches)}
        for index in sorted(edge):
            left -= cells(stretches[index])
            if left >= 0:
                kept.add(index)
    return kept


def _number(document: Document, row: Row, in_file: bool) -> int | None:
    if not in_file:
        return locate.in_text(document.text, row[0].start).line
    found = locate.locate(document, Span(row[0].start, row[0].end))
    return found.start.line if found.in_file else None


def _mark_lines(row: Row, later: Sequence[Row], marks: Sequence[Mark], width: int) -> Iterator[Line]:
    """Marks side by side where they have room, one below the other where they have not."""
    line: list[tuple[int, str, str]] = []
    free = 0
    for mark, (start, end) in _columns(row, marks):
        goes_on = any(_touches(next_row, mark.span) for next_row in later)
        label = "" if goes_on else mark.label
        signs = mark.sign * (end - start)
        beside = bool(label) and end + 1 + width_of(label) <= width
        if line and start < free:
            yield Line(parts=tuple(line))
            line = []
        line.append((start, f"{signs} {label}" if beside else signs, mark.role))
        free = end + 2 + (width_of(label) if beside else 0)
        if label and not beside:
            yield Line(parts=tuple(line))
            line = []
            yield from _label_below(label, start, mark.role, width)
    if line:
        yield Line(parts=tuple(line))


def _columns(row: Row, marks: Sequence[Mark]) -> list[tuple[Mark, tuple[int, int]]]:
    """The marks that touch the row, with the cells that they cover, from left to right."""
    found = []
    for mark in marks:
        at, covered = 0, []
        for cluster in row:
            if _within(cluster, mark.span):
                covered += [at, at + cluster.width]
            at += cluster.width
        if covered:
            found.append((mark, (covered[0], max(covered[-1], covered[0] + 1))))
    return sorted(found, key=lambda item: item[1])


def _label_below(label: str, start: int, role: str, width: int) -> Iterator[Line]:
    lines = wrap(label, width)
    column = max(0, min(start, width - max(map(width_of, lines))))
    for line in lines:
        yield Line(parts=((column, line, role),))


def _touches(row: Row, span: Span) -> bool:
    return any(_within(cluster, span) for cluster in row)


def _within(cluster: Cluster, span: Span) -> bool:
    if span.start == span.end:
        return cluster.start <= span.start < cluster.end
    return cluster.start < cluster.end and cluster.start < span.end and span.start < cluster.end
