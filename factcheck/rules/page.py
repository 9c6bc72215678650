"""The page of a rule: what it does and why, for editors. One Markdown file a kind, in ``pages/``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from rapidfuzz import process

from factcheck.errors import UsageError

_SUFFIX = "-conflict"
"""What the ids of the default rules add to their kind."""
_ALIKE = 60
"""Percent of likeness from which another name is suggested."""


@cache
def pages() -> Mapping[str, str]:
    """Kind -> its page, sorted by kind."""
    folder = resources.files("factcheck.rules") / "pages"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".md")), key=lambda file: file.name)
    return {file.name.removesuffix(".md"): file.read_text(encoding="utf-8") for file in files}


def page(name: str) -> str:
    """The Markdown page of a kind (``date``) or of a default rule (``date-conflict``).

    Raises UsageError with a suggestion for a name that is neither.
    """
    wanted = name.strip().lower()
    known = {**pages(), **{kind + _SUFFIX: text for kind, text in pages().items()}}
    if wanted in known:
        return known[wanted]
    best = process.extractOne(wanted, sorted(known), score_cutoff=_ALIKE)
    if best is not None:
        raise UsageError(f'no rule "{name}", did you mean "{best[0]}"?')
    rules = ", ".join(kind + _SUFFIX for kind in pages())
    raise UsageError(f'no rule "{name}"; there are {rules}')
