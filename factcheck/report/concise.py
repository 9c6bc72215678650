"""One line a finding, for editors and grep."""

from __future__ import annotations

from factcheck.model import Document, Finding, Report
from factcheck.report import locate
from factcheck.report.cells import visible
from factcheck.report.frame import place_of
from factcheck.report.style import Paint
from factcheck.report.terminal import WORD, summary


def render(report: Report, *, color: bool = False) -> str:
    """``file:line:column: severity[rule] message (file:line:column, …)``, and the summary line."""
    paint = Paint(color)
    documents = {document.id: document for document in report.documents}
    found = [_line(finding, documents, paint) for finding in locate.ordered(report.findings) if locate.counted(finding)]
    return "\n".join([*found, summary(report, paint)]) + "\n"


def _line(finding: Finding, documents: dict[str, Document], paint: Paint) -> str:
    first, *others = (place_of(documents[statement.document], statement.span) for statement in finding.statements)
    word = WORD[finding.severity]
    also = f" ({', '.join(others)})" if others else ""
    return f"{first}: {paint(word, f'{word}[{finding.rule}]')} {visible(finding.message)}{also}"
