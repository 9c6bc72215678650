"""Which agency an article credits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.articles import bylines
from factcheck.articles.furniture import fold_line, words
from factcheck.model import Block, BlockKind

DATELINE = re.compile(r"[^()\n]{2,60}\(([^()\n]{2,40})\)\s{0,2}[-–—:]")
BRACKETED = re.compile(r"\(([^()\n]{2,30})\)\s*$")


def credited_agency(text: str, blocks: Sequence[Block]) -> str | None:
    """The agency in a dateline ("Berlin (dpa) - "), a line of its own, or the last brackets; or None."""
    prose = [text[b.span.start : b.span.end] for b in blocks if b.kind is BlockKind.PARAGRAPH]
    for paragraph in prose[:2]:
        if (match := DATELINE.match(paragraph)) and (name := _name(match[1], known=False)):
            return name
    for block in blocks:
        line = text[block.span.start : block.span.end]
        if block.kind is BlockKind.FURNITURE and (named := bylines.agencies(line)):
            return ", ".join(named)
    if prose and (match := BRACKETED.search(prose[-1])):
        return _name(match[1], known=True)
    return None


def _name(credit: str, *, known: bool) -> str | None:
    """The credit without the names of desks; unless ``known``, any short name that isn't the house's own."""
    named = bylines.agencies(credit)
    if named:
        return ", ".join(named)
    folded = fold_line(credit)
    if known or any(c.isdigit() for c in credit) or len(credit.split()) > 3:
        return None
    own = any(word in words().not_agencies for word in (folded, *re.split(r"[/,\s]+", folded)))
    return None if own else re.split(r"[/,]", credit)[0].strip()
