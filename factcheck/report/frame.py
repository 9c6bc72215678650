"""What frames a stretch of an article: the line that says where it stands, and the gutter of line numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from factcheck.model import Document, Span
from factcheck.report import locate
from factcheck.report.cells import visible, width_of, wrap
from factcheck.report.snippet import Line, Mark, snippet
from factcheck.report.style import Paint


@dataclass(frozen=True, slots=True)
class Frame:
    """The layout of one finding: every line starts with a gutter that line numbers stand in."""

    digits: int
    """Digits of the largest line number."""
    width: int
    """Cells of the whole line."""
    paint: Paint

    def heading(self, arrow: str, document: Document, where: str, *about: str) -> Iterator[str]:
        """``arrow``, the place and what is known of the article: in one line if there is room for it."""
        known = (
            document.source or "unknown source",
            published(document.published),
            document.language,
            *about,
        )
        shown = visible(", ".join(known))
        indent = " " * (self.digits + 1)
        start = f"{indent}{self.paint('frame', arrow)} {where}"
        if len(indent) + 4 + width_of(where) + 2 + width_of(shown) <= self.width:
            yield f"{start}  {self.paint('dim', shown)}"
            return
        yield start
        for line in wrap(shown, self.width - len(indent) - 4):
            yield f"{indent}    {self.paint('dim', line)}"

    def marked(self, document: Document, span: Span, marks: Sequence[Mark], *, whole: bool = False) -> Iterator[str]:
        """The stretch of text with marks under it and line numbers before it; ``whole`` never shortens it."""
        yield self._row("", None)
        for line in snippet(document, span, marks, self.width - self.digits - 4, whole=whole):
            yield self._row(_painted(line, self.paint), line.number)

    def remark(self, name: str, text: str) -> Iterator[str]:
        """``= name: text``."""
        yield from hanging(f"{' ' * (self.digits + 2)}= {name}: ", text, self.width, self.paint, "strong")

    def _row(self, text: str, number: int | None) -> str:
        label = f" {number or '':>{self.digits}} |"
        return f"{self.paint('frame', label)} {text}" if text else self.paint("frame", label)


def place_of(document: Document, span: Span) -> str:
    """``file:line:column``."""
    start = locate.locate(document, span).start
    return f"{visible(document.id)}:{start.line}:{start.column}"


def published(moment: datetime | date | None) -> str:
    """The publication date for people."""
    if moment is None:
        return "undated"
    return moment.strftime("%Y-%m-%d %H:%M") if isinstance(moment, datetime) else moment.isoformat()


def hanging(head: str, text: str, width: int, paint: Paint, role: str, rest: str = "") -> Iterator[str]:
    """``head`` in the colours of ``role`` and the text beside it, wrapped in a column of its own."""
    first, *others = wrap(text, width - width_of(head))
    space = " " * (len(head) - len(head.rstrip(" ")))
    yield paint(role, head.rstrip(" ")) + space + paint(rest, first)
    for line in others:
        yield " " * width_of(head) + paint(rest, line)


def _painted(line: Line, paint: Paint) -> str:
    text, column = line.text, 0
    for start, part, role in line.parts:
        text += " " * (start - column) + paint(role, part)
        column = start + width_of(part)
    return text
