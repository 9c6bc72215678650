"""What the commands do, once their flags are read. Everything goes through the pipeline."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from factcheck.articles import ReadOptions
from factcheck.articles.dates import parse_date
from factcheck.cli import output, progress
from factcheck.cli.outcome import Exit, exit_code, select, tell, unread
from factcheck.config import Config, load
from factcheck.errors import UsageError
from factcheck.languages import available
from factcheck.model import Document, Finding, Report, TimeExpression

STDIN_NAME = ReadOptions().stdin_name
NOTHING_READ = "error: no readable article; in folders .txt, .md, .html and .htm files are read"
MOST_PATHS = 3
"""More paths than these are not repeated in a hint."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What to read, and what is said of it from outside."""

    paths: Sequence[str]
    rules: Sequence[Path] = ()
    published: str | None = None
    source: str | None = None
    lang: str | None = None
    stdin_name: str = STDIN_NAME
    progress: bool = True
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What to report and what to fail on; None where the settings decide."""

    fail_on: str | None = None
    min_severity: str | None = None
    min_confidence: float | None = None
    allow_skipped: bool | None = None


def scan(inputs: Inputs, limits: Limits, form: str, file: Path | None) -> int:
    """Report what can't all be true."""
    output.check(file)
    if limits.min_confidence is not None and not 0 <= limits.min_confidence <= 1:
        raise UsageError("--min-confidence: not a number from 0 to 1")
    config = load(inputs.rules, Path.cwd())
    report, code = _judged(_report(inputs, config), limits, config)
    output.write(_formatted(report, form, file, _again(inputs)), file)
    _remark(report, inputs.verbose, skipped=form != "full" or file is not None)
    return code


def claims(inputs: Inputs, form: str, file: Path | None, allow_skipped: bool | None) -> int:
    """Print the claim table."""
    from factcheck.report import claims as table

    output.check(file)
    config = load(inputs.rules, Path.cwd())
    report = _report(inputs, config)
    screen = output.screen(file)
    formats: dict[str, Callable[[], str]] = {
        "table": lambda: table.render_table(report, width=screen.width, color=screen.color),
        "json": lambda: table.render_json(report),
        "jsonl": lambda: table.render_jsonl(report),
        "csv": lambda: table.render_csv(report),
    }
    output.write(formats[form](), file)
    _remark(report, inputs.verbose, skipped=True)
    allowed = config.settings.allow_skipped if allow_skipped is None else allow_skipped
    return Exit.UNREAD if unread(report, allow_skipped=allowed) else Exit.CLEAN


def tag(inputs: Inputs, form: str, file: Path | None) -> int:
    """Print temporal expressions, article by article."""
    from factcheck.report import tags

    output.check(file)
    config = load(inputs.rules, Path.cwd())
    screen = output.screen(file)
    parts: list[str] = []
    found = False
    for document, times in _tagged(inputs, config):
        found = True
        if form == "jsonl":
            parts.append(tags.render_jsonl(document, times))
        else:
            parts.append(tags.render_text(document, times, width=screen.width, color=screen.color))
    output.write("".join(parts), file)
    if not found:
        tell(NOTHING_READ)
    return Exit.CLEAN if found else Exit.UNREAD


def explain_rule(name: str) -> int:
    """Print a rule's page."""
    from factcheck import rules

    if re.fullmatch(r"(?:sha256:)?[0-9a-f]{8,64}", name.lower()):
        raise UsageError(f"{name} looks like a finding's id: say too which paths it was found in")
    output.write(rules.page(name).rstrip("\n") + "\n")
    return Exit.CLEAN


def explain_finding(name: str, inputs: Inputs) -> int:
    """Print one finding with its whole derivation."""
    from factcheck.report import explain

    config = load(inputs.rules, Path.cwd())
    report = _report(inputs, config)
    finding = _by_id(name, report.findings)
    screen = output.screen(None)
    output.write(explain.render(finding, report, width=screen.width, color=screen.color))
    return Exit.CLEAN


def schema(name: str) -> int:
    """Print a JSON Schema."""
    from factcheck.config import common_parameters, rules_schema
    from factcheck.report import schema as schemas

    found = rules_schema(common_parameters) if name == "rules" else schemas.OUTPUTS[name]()
    output.write(schemas.render(found))
    return Exit.CLEAN


def _report(inputs: Inputs, config: Config) -> Report:
    from factcheck import pipeline

    options = _read_options(inputs, config)
    with progress.bar(inputs.progress) as show:
        return pipeline.scan(inputs.paths, config, options, start=Path.cwd(), stdin=sys.stdin.buffer, progress=show)


def _tagged(inputs: Inputs, config: Config) -> Iterator[tuple[Document, tuple[TimeExpression, ...]]]:
    from factcheck import pipeline

    options = _read_options(inputs, config)
    with progress.bar(inputs.progress) as show:
        yield from pipeline.tag(inputs.paths, config, options, start=Path.cwd(), stdin=sys.stdin.buffer, progress=show)


def _judged(report: Report, limits: Limits, config: Config) -> tuple[Report, int]:
    """What is left to report, and the exit code for it."""
    settings = config.settings
    confidence = settings.min_confidence if limits.min_confidence is None else limits.min_confidence
    selected = select(report, limits.min_severity or settings.min_severity, confidence)
    allowed = settings.allow_skipped if limits.allow_skipped is None else limits.allow_skipped
    return selected, exit_code(selected, limits.fail_on or settings.fail_on, allow_skipped=allowed)


def _formatted(report: Report, form: str, file: Path | None, again: str) -> str:
    from factcheck.report import concise, json_v1, terminal

    screen = output.screen(file)
    formats: dict[str, Callable[[], str]] = {
        "full": lambda: terminal.render(report, width=screen.width, color=screen.color, again=again),
        "concise": lambda: concise.render(report, color=screen.color),
        "json": lambda: json_v1.render(report),
    }
    return formats[form]()


def _again(inputs: Inputs) -> str:
    """The arguments that find the same again, for a shell."""
    given = (
        *(("--rules", str(path)) for path in inputs.rules),
        ("--published", inputs.published),
        ("--source", inputs.source),
        ("--lang", inputs.lang),
        ("--stdin-filename", inputs.stdin_name if inputs.stdin_name != STDIN_NAME else None),
    )
    flags = [word for name, value in given if value is not None for word in (name, value)]
    paths = inputs.paths if len(inputs.paths) <= MOST_PATHS else ["PATHS"]
    return shlex.join([*paths, *flags])


def _remark(report: Report, verbose: bool, *, skipped: bool) -> None:
    """Warnings, and what the output itself does not tell, on stderr."""
    for warning in report.warnings:
        tell(f"warning: {warning}")
    for document in report.documents:
        for warning in document.warnings:
            tell(f"warning: {document.id}: {warning}")
        if verbose:
            tell(f"{document.id}: {_known(document)}")
    for article in report.skipped if skipped else ():
        tell(f"skipped: {article.file}: {article.message}")
    if not report.documents:
        tell(NOTHING_READ)


def _known(document: Document) -> str:
    facts = (
        (document.language, document.language_from),
        (document.source or "unknown source", document.source_from),
        (document.published.isoformat() if document.published else "undated", document.published_from),
    )
    return ", ".join(f"{value} ({origin})" if origin else value for value, origin in facts)


def _by_id(name: str, findings: Sequence[Finding]) -> Finding:
    wanted = name.lower().removeprefix("sha256:")
    fits = [finding for finding in findings if finding.fingerprint.removeprefix("sha256:").startswith(wanted)]
    if len(fits) == 1 and wanted:
        return fits[0]
    there = ", ".join(sorted(finding.id for finding in fits or findings)) or "none"
    cause = "several findings start with" if len(fits) > 1 else "no finding has the id"
    raise UsageError(f'{cause} "{name}"; there are: {there}')


def _read_options(inputs: Inputs, config: Config) -> ReadOptions:
    return ReadOptions(
        published=_day(inputs.published),
        source=inputs.source,
        language=_language(inputs.lang),
        sources=config.sources,
        stdin_name=inputs.stdin_name,
    )


def _day(text: str | None) -> date | datetime | None:
    found = parse_date(text) if text is not None else None
    if text is not None and found is None:
        raise UsageError(f'--published: not a date: "{text}"; write it like 2023-09-13')
    return found


def _language(code: str | None) -> str | None:
    if code is None or code in available():
        return code
    raise UsageError(f'--lang: no language data for "{code}"; there is: {", ".join(available())}')
