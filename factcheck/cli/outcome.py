"""Exit codes, and how errors are told: the only place that decides either."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from typing import NoReturn

import typer

from factcheck.errors import FactcheckError
from factcheck.model import Report, Severity

NEVER = "never"
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class Exit(IntEnum):
    """What the command's exit code says."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNREAD = 3
    INTERNAL = 4
    INTERRUPTED = 130


def guard(action: Callable[[], int]) -> NoReturn:
    """Run a command's body and leave with its code; errors become one line on stderr."""
    try:
        code = action()
    except FactcheckError as error:
        tell(f"error: {error}")
        code = error.exit_code
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG"):
            traceback.print_exc()
        tell(f"internal error: {type(error).__name__}: {error}")
        tell("this is a fault of factcheck, please report it (FACTCHECK_DEBUG=1 shows where it happened)")
        code = Exit.INTERNAL
    raise typer.Exit(code)


def tell(message: str) -> None:
    """One line on stderr, harmless whatever is in it; a closed stderr is no error."""
    from factcheck.report.cells import visible

    try:
        line = f"factcheck: {visible(message)}\n"
        sys.stderr.write(line.encode("utf-8", "backslashreplace").decode("utf-8"))
        sys.stderr.flush()
    except (OSError, ValueError):
        return


def at_least(severity: Severity, threshold: str) -> bool:
    """True if ``severity`` is as loud as ``threshold`` or louder; nothing is as loud as ``never``."""
    return threshold != NEVER and _ORDER.index(severity) <= _ORDER.index(Severity(threshold))


def select(report: Report, min_severity: str, min_confidence: float) -> Report:
    """The report without what is less loud or less sure than asked for."""
    kept = tuple(
        finding
        for finding in report.findings
        if at_least(finding.severity, min_severity) and finding.confidence >= min_confidence
    )
    return replace(report, findings=kept)


def exit_code(report: Report, fail_on: str, *, allow_skipped: bool) -> Exit:
    """3 before 1 before 0: an unread article may hide what else would be found."""
    if unread(report, allow_skipped=allow_skipped):
        return Exit.UNREAD
    counted = (finding for finding in report.findings if finding.suppressed is None and not finding.baselined)
    return Exit.FINDINGS if any(at_least(finding.severity, fail_on) for finding in counted) else Exit.CLEAN


def unread(report: Report, *, allow_skipped: bool) -> bool:
    """True if no article could be read, or one could not and that is not allowed."""
    return not report.documents or (bool(report.skipped) and not allow_skipped)
