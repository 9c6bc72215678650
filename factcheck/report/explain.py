"""One finding in full: its sentences, the steps that lead to it and why its statements belong together."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Evidence, Finding, Report, Step
from factcheck.report.cells import width_of, wrap
from factcheck.report.style import Paint
from factcheck.report.terminal import NARROWEST, render_finding


def render(finding: Finding, report: Report, *, width: int = 80, color: bool = False) -> str:
    """The finding with everything that the program knows of it."""
    width, paint = max(width, NARROWEST), Paint(color)
    documents = {document.id: document for document in report.documents}
    lines = [*render_finding(finding, documents, width, paint, None), ""]
    if finding.derivation:
        lines += [paint("strong", "How it follows"), *_steps(finding.derivation, width), ""]
    if finding.evidence:
        lines += [
            paint("strong", "Why these statements belong together"),
            *_evidence(finding.evidence, width),
            "",
        ]
    lines += [paint("strong", "What it is"), *_about(finding, width)]
    return "\n".join(lines) + "\n"


def _steps(steps: tuple[Step, ...], width: int) -> Iterator[str]:
    for number, step in enumerate(steps, 1):
        cited = "".join(f" [{index + 1}]" for index in step.statements)
        yield from _item(f"{number:>3}. ", step.text + cited, width)


def _evidence(evidence: tuple[Evidence, ...], width: int) -> Iterator[str]:
    for reason in evidence:
        yield from _item(f"  {reason.weight:+.2f} ", f"{reason.name}: {reason.detail}", width)


def _about(finding: Finding, width: int) -> Iterator[str]:
    who = f" ({', '.join(finding.participants)})" if finding.participants else ""
    yield from _item("  ", f"{finding.verdict.value}, confidence {finding.confidence:.2f}", width)
    yield from _item("  ", f"event: {finding.predicate}{who}", width)
    yield f"  {finding.fingerprint}"
    yield from _item("  ", f"the rule: factcheck explain {finding.rule}", width)


def _item(head: str, text: str, width: int) -> Iterator[str]:
    indent = width_of(head)
    first, *others = wrap(text, width - indent)
    yield head + first
    for line in others:
        yield " " * indent + line
