"""Temporal expressions: one JSON object a line, or the text with each expression and its value."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from factcheck.model import Document, Span, TimeExpression
from factcheck.report import locate
from factcheck.report.cells import visible
from factcheck.report.frame import Frame, place_of
from factcheck.report.json_v1 import dumps
from factcheck.report.snippet import Mark
from factcheck.report.style import Paint


class TagV1(Struct, frozen=True, kw_only=True):
    """A line of ``factcheck tag --format jsonl``; ``start`` and ``end`` (exclusive) count code points."""

    doc: str
    """The file's name without suffix."""
    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    located: Literal["extracted"] | UnsetType = UNSET
    """Only where the words can't be found in the file: they count in the extracted text."""


def render_jsonl(document: Document, times: Sequence[TimeExpression]) -> str:
    """One expression a line."""
    return "".join(dumps(_tag(document, time)) + "\n" for time in times)


def render_text(document: Document, times: Sequence[TimeExpression], *, width: int = 80, color: bool = False) -> str:
    """The lines of the article that hold an expression, each marked with its type and value."""
    first = times[0].span if times else Span(0, 0)
    last = times[-1].span if times else first
    frame = Frame(len(str(locate.locate(document, last).end.line)), width, Paint(color))
    where = place_of(document, first) if times else visible(document.id)
    count = f"{len(times)} expression{'' if len(times) == 1 else 's'}"
    lines = list(frame.heading("-->", document, where, count))
    for line, marks in _by_line(document, times):
        lines += frame.marked(document, line, marks, whole=True)
    return "\n".join(lines) + "\n\n"


def _by_line(document: Document, times: Sequence[TimeExpression]) -> list[tuple[Span, list[Mark]]]:
    """The stretches between line feeds that the expressions stand in."""
    found: dict[Span, list[Mark]] = {}
    for time in times:
        start = document.text.rfind("\n", 0, time.span.start) + 1
        end = document.text.find("\n", time.span.end)
        line = Span(start, len(document.text) if end < 0 else end)
        label = f"{time.type} {visible(time.value)}{f' ({time.mod})' if time.mod else ''}"
        found.setdefault(line, []).append(Mark(time.span, "^", "note", label))
    return list(found.items())


def _tag(document: Document, time: TimeExpression) -> TagV1:
    found = locate.locate(document, time.span)
    located: Literal["extracted"] | UnsetType = UNSET if found.in_file else "extracted"
    return TagV1(
        doc=PurePath(document.id).stem,
        start=found.start.offset,
        end=found.end.offset,
        text=document.text[time.span.start : time.span.end],
        type=time.type,  # type: ignore[arg-type]
        value=time.value,
        located=located,
    )
