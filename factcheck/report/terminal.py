"""The report for people: every finding with its sentences, the clashing words marked under each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.model import Document, Finding, Report, Severity, Span, Statement
from factcheck.report import locate
from factcheck.report.cells import visible, width_of, wrap
from factcheck.report.frame import Frame, hanging, place_of
from factcheck.report.snippet import Mark
from factcheck.report.style import Paint

NARROWEST = 30
WORD = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""What a severity is called where people read it."""
MOST_SENTENCES = 6
"""A finding shows so many sentences; further statements take one line each."""
MOST_NOTES = 4
"""A finding shows so many steps of its derivation; ``explain`` shows all."""

Documents = Mapping[str, Document]
Sentence = tuple[str, Span]
"""A document's id and a stretch of its text."""


def render(report: Report, *, width: int = 80, color: bool = False, again: str = "PATHS") -> str:
    """The whole report; ``again`` is what a command needs to find the same, for the hint at how to go on."""
    width = max(width, NARROWEST)
    paint = Paint(color)
    documents = {document.id: document for document in report.documents}
    lines: list[str] = []
    for finding in locate.ordered(report.findings):
        if locate.counted(finding):
            hint = f"factcheck explain {finding.id} {again}"
            lines += [*render_finding(finding, documents, width, paint, hint), ""]
    for skipped in report.skipped:
        lines += hanging("skipped: ", f"{skipped.file}: {skipped.message}", width, paint, "warning")
    if report.skipped:
        lines.append("")
    return "\n".join([*lines, summary(report, paint)]) + "\n"


def render_finding(finding: Finding, documents: Documents, width: int, paint: Paint, hint: str | None) -> Iterator[str]:
    """The lines of one finding. ``hint`` is the command that tells more; None: every sentence, no notes."""
    yield from _title(finding, width, paint)
    groups = _by_sentence(finding.statements)
    frame = Frame(_digits(groups, documents), width, paint)
    for index, ((name, sentence), statements) in enumerate(groups.items()):
        document, quote = documents[name], statements[0].span
        about = () if locate.locate(document, quote).in_file else ("in the extracted text",)
        yield from frame.heading("-->" if index == 0 else ":::", document, place_of(document, quote), *about)
        if index < MOST_SENTENCES or hint is None:
            marks = [_mark(statement, finding, numbered=hint is None) for statement in statements]
            yield from frame.marked(document, sentence, marks)
        else:
            values = "; ".join(dict.fromkeys(statement.value.text for statement in statements))
            yield from hanging(" " * (frame.digits + 5), values, width, paint, "dim")
    for name, text in _remarks(finding, hint):
        yield from frame.remark(name, text)


def summary(report: Report, paint: Paint) -> str:
    """The last line: what was found in how much."""
    counted = [finding.severity for finding in report.findings if locate.counted(finding)]
    found = [
        paint(WORD[severity], _many(counted.count(severity), WORD[severity]))
        for severity in Severity
        if severity in counted
    ]
    baselined = sum(finding.baselined for finding in report.findings)
    suppressed = sum(finding.suppressed is not None for finding in report.findings)
    also = [f"{count} {word}" for count, word in ((baselined, "baselined"), (suppressed, "suppressed")) if count]
    read = f"in {_many(len(report.documents), 'article')} ({_many(len(report.claims), 'claim')})"
    skipped = f"{len(report.skipped)} skipped"
    return f"{', '.join(found) or paint('good', 'no findings')} {', '.join((read, skipped, *also))}"


def _title(finding: Finding, width: int, paint: Paint) -> Iterator[str]:
    """``severity[rule]: message``; further lines are indented by two."""
    word = WORD[finding.severity]
    head, message = f"{word}[{finding.rule}]:", visible(finding.message)
    first = wrap(message, max(width - width_of(head) - 1, 1))[0]
    yield f"{paint(word, head)} {paint('strong', first)}"
    if rest := message.removeprefix(first).strip():
        for line in wrap(rest, width - 2):
            yield f"  {paint('strong', line)}"


def _by_sentence(statements: Iterable[Statement]) -> dict[Sentence, list[Statement]]:
    """Statements of one sentence together, the primary one's sentence first."""
    groups: dict[Sentence, list[Statement]] = {}
    for statement in sorted(statements, key=lambda statement: statement.role != "primary"):
        own = (statement.document, locate.sentence_of(statement))
        group = next((known for known in groups if _holds(known, own)), own)
        groups.setdefault(group, []).append(statement)
    return groups


def _holds(one: Sentence, other: Sentence) -> bool:
    return one[0] == other[0] and one[1].contains(other[1])


def _digits(groups: Iterable[Sentence], documents: Documents) -> int:
    last = (locate.locate(documents[name], span).end.line for name, span in groups)
    return max((len(str(line)) for line in last), default=1)


def _mark(statement: Statement, finding: Finding, *, numbered: bool) -> Mark:
    """The primary statement's mark has its finding's colour; ``numbered`` lets derivations cite it."""
    label = visible(statement.value.text)
    if numbered:
        label = f"[{finding.statements.index(statement) + 1}] {label}"
    if statement.role == "primary":
        return Mark(statement.span, "^", WORD[finding.severity], label)
    return Mark(statement.span, "-", "other", label)


def _remarks(finding: Finding, hint: str | None) -> list[tuple[str, str]]:
    remarks = [("why", finding.reason)] if finding.reason else []
    if hint is None:
        return remarks
    told = {finding.reason, *(statement.value.text for statement in finding.statements)}
    notes = [step.text for step in finding.derivation if step.text not in told]
    if len(notes) > MOST_NOTES + 1:
        notes[MOST_NOTES:] = [f"and {len(notes) - MOST_NOTES} more steps"]
    return [*remarks, *(("note", note) for note in notes), ("next", hint)]


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
