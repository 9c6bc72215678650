"""The machine-readable report, version 1.

The keys are a promise: more may be added, none may change meaning. The types here are their own, so that
those inside the program stay free to change.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, datetime
from typing import Any, Literal

import msgspec
from msgspec import UNSET, Struct, UnsetType

from factcheck import __version__
from factcheck.model import Document, Finding, Report, Span, Statement
from factcheck.report import locate
from factcheck.report.values import AnyValue, value_of

SCHEMA_VERSION = "1.0"

# Legal in JSON, but harmful to a terminal that prints it: C1 controls and bidirectional overrides.
_HARMFUL = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class PositionV1(Struct, frozen=True):
    """``line`` and ``column`` start at 1, ``offset`` counts code points of the decoded file from 0."""

    line: int
    column: int
    offset: int


class StatementV1(Struct, frozen=True, kw_only=True):
    """One side of a finding. ``end`` is exclusive."""

    role: Literal["primary", "conflicting", "supporting"]
    file: str
    source: str | None
    language: str
    published: str | None
    published_from: str | None
    start: PositionV1
    end: PositionV1
    located: Literal["extracted"] | UnsetType = UNSET
    """Only where the words can't be found in the file: positions count in the extracted text."""
    quote: str
    claim: str
    sentence: str
    value: AnyValue


class EventV1(Struct, frozen=True):
    """The happening that the statements are about. ``id`` is null where no claims were linked."""

    id: str | None
    predicate: str
    participants: list[str]


class StepV1(Struct, frozen=True):
    """One step of a derivation and the statements (by index) that it rests on."""

    step: str
    statements: list[int]


class FindingV1(Struct, frozen=True, kw_only=True):
    """Statements that cannot all be true, or that look so."""

    id: str
    fingerprint: str
    rule: str
    kind: str
    severity: Literal["error", "warning", "info"]
    verdict: Literal["contradiction", "tension", "consistent"]
    confidence: float
    message: str
    reason: str
    event: EventV1
    statements: list[StatementV1]
    derivation: list[StepV1]
    suppressed: str | None
    baselined: bool


class ToolV1(Struct, frozen=True):
    name: str
    version: str


class CountsV1(Struct, frozen=True):
    """Findings by severity, without the suppressed and baselined ones."""

    error: int
    warning: int
    info: int


class SummaryV1(Struct, frozen=True):
    articles: int
    claims: int
    findings: CountsV1
    skipped: int
    suppressed: int
    baselined: int


class SkippedV1(Struct, frozen=True):
    """An article that could not be used; ``reason`` is a stable word."""

    file: str
    reason: str
    message: str


class ReportV1(Struct, frozen=True):
    """The report of ``factcheck scan --format json``."""

    schema_version: str
    tool: ToolV1
    summary: SummaryV1
    skipped: list[SkippedV1]
    findings: list[FindingV1]


def render(report: Report) -> str:
    """The report as indented JSON with a line feed at its end."""
    return dumps(to_v1(report), indent=2) + "\n"


def to_v1(report: Report) -> ReportV1:
    """The report in the types of version 1."""
    documents = {document.id: document for document in report.documents}
    return ReportV1(
        SCHEMA_VERSION,
        ToolV1("factcheck", __version__),
        _summary(report),
        [SkippedV1(skipped.file, skipped.reason, skipped.message) for skipped in report.skipped],
        [_finding(finding, documents) for finding in locate.ordered(report.findings)],
    )


def dumps(value: object, indent: int = 0) -> str:
    """JSON in which nothing can harm a terminal; a lone surrogate of a file name survives as an escape."""
    try:
        data = msgspec.json.encode(value)
    except UnicodeEncodeError:  # the name of a file may be no Unicode
        return json.dumps(msgspec.to_builtins(value), indent=indent or None)
    text = msgspec.json.format(data, indent=indent).decode("utf-8")
    return _HARMFUL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def iso(moment: datetime | date | None) -> str | None:
    """ISO 8601, or None."""
    return moment.isoformat() if moment else None


def position(found: locate.Position) -> PositionV1:
    """A position in the types of version 1."""
    return PositionV1(found.line, found.column, found.offset)


def where(document: Document, span: Span) -> dict[str, Any]:
    """``start``, ``end`` and, where it must be said, ``located``."""
    found = locate.locate(document, span)
    located: Literal["extracted"] | UnsetType = UNSET if found.in_file else "extracted"
    return {"start": position(found.start), "end": position(found.end), "located": located}


def _summary(report: Report) -> SummaryV1:
    counts = Counter(finding.severity.value for finding in report.findings if locate.counted(finding))
    return SummaryV1(
        articles=len(report.documents),
        claims=len(report.claims),
        findings=CountsV1(counts["error"], counts["warning"], counts["info"]),
        skipped=len(report.skipped),
        suppressed=sum(finding.suppressed is not None for finding in report.findings),
        baselined=sum(finding.baselined for finding in report.findings),
    )


def _finding(finding: Finding, documents: dict[str, Document]) -> FindingV1:
    return FindingV1(
        id=finding.id,
        fingerprint=finding.fingerprint,
        rule=finding.rule,
        kind=finding.kind,
        severity=finding.severity.value,
        verdict=finding.verdict.value,
        confidence=round(finding.confidence, 4),
        message=finding.message,
        reason=finding.reason,
        event=EventV1(finding.event, finding.predicate, list(finding.participants)),
        statements=[_statement(statement, documents[statement.document]) for statement in finding.statements],
        derivation=[StepV1(step.text, list(step.statements)) for step in finding.derivation],
        suppressed=finding.suppressed,
        baselined=finding.baselined,
    )


def _statement(statement: Statement, document: Document) -> StatementV1:
    sentence = locate.sentence_of(statement)
    return StatementV1(
        role=statement.role,  # type: ignore[arg-type]
        file=document.id,
        source=document.source,
        language=document.language,
        published=iso(document.published),
        published_from=document.published_from,
        quote=document.text[statement.span.start : statement.span.end],
        claim=statement.claim,
        sentence=document.text[sentence.start : sentence.end],
        value=value_of(statement.value),
        **where(document, statement.span),
    )
