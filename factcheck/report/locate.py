"""Where spans stand in files, and the order of findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from factcheck.articles import raw_span
from factcheck.articles.lines import END
from factcheck.model import Document, Finding, Severity, Span, Statement

RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file; ``line`` and ``column`` start at 1, ``offset`` at 0, all in code points."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class Location:
    """A half-open stretch of a file, or of its extracted text where ``in_file`` is False."""

    start: Position
    end: Position
    in_file: bool


def locate(document: Document, span: Span) -> Location:
    """Where ``span`` of the document's text stands in its file."""
    raw = raw_span(document, span)
    text, found = (document.text, span) if raw is None else (document.raw, raw)
    return Location(in_text(text, found.start), in_text(text, found.end), raw is not None)


def in_text(text: str, offset: int) -> Position:
    """The position of an offset in a text."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return Position(line, offset - starts[line - 1] + 1, offset)


@lru_cache(maxsize=16)
def _line_starts(text: str) -> tuple[int, ...]:
    """Where lines start. Kept: to scan a text for each of its claims costs the square of its length."""
    return (0, *(match.end() for match in END.finditer(text)))


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by severity, then file, then offset; what is left equal by rule and fingerprint."""
    return tuple(sorted(findings, key=_order))


def counted(finding: Finding) -> bool:
    """True unless a comment or a baseline took the finding out of the count."""
    return finding.suppressed is None and not finding.baselined


def sentence_of(statement: Statement) -> Span:
    """The statement's sentence, widened where the clashing words reach out of it."""
    sentence, quote = statement.sentence_span, statement.span
    return Span(min(sentence.start, quote.start), max(sentence.end, quote.end))


def _order(finding: Finding) -> tuple[int, str, int, str, str]:
    first = finding.statements[0] if finding.statements else None
    where = (first.document, first.span.start) if first else ("", 0)
    return (RANK[finding.severity], *where, finding.rule, finding.fingerprint)
