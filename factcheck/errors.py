"""The errors that factcheck raises on purpose; everything else is a bug (exit code 4)."""

from __future__ import annotations


class FactcheckError(Exception):
    """Base of all errors that a user can mend. ``exit_code`` is the command's."""

    exit_code = 2


class UsageError(FactcheckError):
    """A wrong flag, a missing path."""


class ConfigError(FactcheckError):
    """A fault in rules.yaml or another settings file, as ``file:line:column: cause``."""

    def __init__(self, file: str, line: int, column: int, cause: str) -> None:
        super().__init__(f"{file}:{line}:{column}: {cause}")
        self.file, self.line, self.column, self.cause = file, line, column, cause


class LanguageDataError(FactcheckError):
    """A fault in a language's data file."""


class ArticleError(FactcheckError):
    """An article that can't be used; ``reason`` is the stable word that the report shows."""

    exit_code = 3

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
