"""What a caller may say about articles from outside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class SourceRule:
    """An entry of rules.yaml's ``sources:``: what holds for every article whose id matches a glob."""

    glob: str
    """As in .gitignore, matched against ``Document.id``."""
    outlet: str | None = None
    published: date | datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """The flags and rules that complete what articles say about themselves.

    For each field the first that knows it decides: the article itself (front matter, meta tags, JSON-LD), its
    sidecar, the flag, a rule, the visible date of an HTML page. A language flag comes before all of them.
    """

    published: date | datetime | None = None
    source: str | None = None
    language: str | None = None
    sources: tuple[SourceRule, ...] = ()
    stdin_name: str = "<stdin>"
    """``Document.id`` of what is read from ``-``."""
