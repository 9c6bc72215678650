"""The command line: flags, progress, exit codes. It reads no language and knows no rule."""

from __future__ import annotations

from factcheck.cli.app import app

__all__ = ["app", "main"]


def main() -> None:
    """The ``factcheck`` command."""
    app(prog_name="factcheck")
