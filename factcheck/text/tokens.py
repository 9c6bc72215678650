"""Words, numbers and punctuation: one linear pass, no language knowledge.

A number keeps its inner separators (``1.234,5``, ``3:2``, ``12:30``), a word its inner hyphens and
apostrophes (``35-Stunden-Woche``), an abbreviation of single letters its dots (``a.m.``, ``U.S.``). A
possessive ``'s`` is a token of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Span

_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*"
    r"|(?:[^\W\d_]\.){2,}"
    r"|['’]s\b"
    r"|[^\W\d_]+\d*(?:(?:[-‐‑]|['’](?!s\b))[^\W_]+)*"
    r"|-{2,}|\.{3}|\S"
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the tokens of ``text[start:end]``, in order, in code points of ``text``."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Span(match.start(), match.end())
