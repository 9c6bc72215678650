"""What the words of one line tell: furniture, the head of another section, a correction, or nothing."""

from __future__ import annotations

import re
from enum import Enum

from factcheck.articles import bylines
from factcheck.articles.furniture import drop_count, fold_line, words
from factcheck.model import BlockKind

LONGEST_FURNITURE = 420
"""Code points of a paragraph that a phrase alone can mark."""
LONGEST_NOTE = 3 * LONGEST_FURNITURE
HEAD = 60
"""Code points within which a note of correction says that it is one."""
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.\w+|[#@]\w+(?:\s+[#@]\w+)*")
CREDIT = re.compile(r"(?<=[.!?)”“\"]) ?\(?([^\W\d_]+(?: [^\W\d_]+)?):")
LONGEST_CREDIT = 120
GLUE = " \t.:·|-–—"


class Mark(Enum):
    """What a line is by its words alone."""

    NONE = "none"
    FURNITURE = "furniture"
    BYLINE = "byline"
    """Furniture around the prose, a heading inside it."""
    DATE = "date"
    CLOSER = "closer"
    TEASERS = "teasers"
    CORRECTION = "correction"


def mark(text: str) -> Mark:
    """The mark of a line or paragraph."""
    if is_correction(text):
        return Mark.CORRECTION
    if len(text) > LONGEST_FURNITURE:
        return Mark.FURNITURE if len(text) < LONGEST_NOTE and _has_phrase(text) else Mark.NONE
    folded, lists = fold_line(text), words()
    bare = drop_count(folded)
    if bylines.is_date(text):
        return Mark.DATE
    if not folded or ADDRESS.fullmatch(text.strip()):
        return Mark.FURNITURE
    if folded in lists.closers or bare in lists.closers:
        return Mark.CLOSER
    if bare in lists.teasers:
        return Mark.TEASERS
    if folded in lists.lines or bylines.is_labelled(text) or _has_phrase(text) or _is_copyright(text):
        return Mark.FURNITURE
    if bylines.agencies(text) or bylines.is_navigation(text):
        return Mark.FURNITURE
    return Mark.BYLINE if bylines.is_byline(text) else Mark.NONE


def is_correction(text: str) -> bool:
    """True for an outlet's note that changes what it said."""
    lists = words()
    head = fold_line(text[:400])
    found = [at for phrase in lists.correction_phrases if (at := head.find(phrase)) >= 0]
    label = fold_line(text[:HEAD].partition(":")[0]) if ":" in text[:HEAD] else ""
    if label in lists.corrections:
        return bool(found) or label not in lists.correction_labels_need_phrase
    return bool(found) and min(found) <= HEAD


def split(text: str) -> list[tuple[int, int, BlockKind | None]]:
    """The parts of a line as (start, end, kind): furniture glued to its ends, and the rest (kind None)."""
    start = _glued_head(text)
    end = _glued_tail(text, start)
    credit = credit_start(text[start:end])
    parts: list[tuple[int, int, BlockKind | None]] = [(0, start, BlockKind.FURNITURE)]
    if credit is None:
        parts.append((start, end, None))
    else:
        parts.append((start, start + credit, BlockKind.CAPTION))
        parts.append((start + credit, end, BlockKind.FURNITURE))
    parts.append((end, len(text), BlockKind.FURNITURE))
    return [part for part in parts if part[0] < part[1]]


def credit_start(text: str) -> int | None:
    """Where a picture's credit starts behind its caption ("... im Hafen. Foto: Name"), or None."""
    if len(text) > LONGEST_FURNITURE:
        return None
    for match in CREDIT.finditer(text):
        short = len(text) - match.end() < LONGEST_CREDIT
        if short and match.start() and fold_line(match[1]) in words().credits:
            return match.start()
    return None


def _glued_head(text: str) -> int:
    """Where the article starts behind words of the page ("2 min readMoskau hat ..."), else 0."""
    match = words().prefix.match(text)
    if not match:
        return 0
    rest = text[match.end() :]
    content = rest.lstrip(GLUE)
    if not content or not (content[0].isupper() or not content[0].isalnum()):
        return 0
    counted = any(c.isdigit() for c in match[0])
    glued = not rest[0].isspace() and rest[0] not in ".,;:-–—'’/&)"
    return len(text) - len(content) if counted or glued else 0


def _glued_tail(text: str, start: int) -> int:
    """Where a word of the page stands glued to the last sentence ("... kommen.Werbung"), else the end."""
    stop = max(text.rfind(end, start, len(text) - 1) for end in '.!?“”"')
    rest = text[stop + 1 :]
    glued = stop > start and rest[:1].isupper() and fold_line(rest) in words().lines
    return stop + 1 if glued else len(text)


def _has_phrase(text: str) -> bool:
    folded = fold_line(text)
    for phrase in words().phrases:  # noqa: SIM110 - a generator doubles the time, and every line comes here
        if phrase in folded:
            return True
    return False


def _is_copyright(text: str) -> bool:
    first = text.split(maxsplit=1)[0].casefold()
    return first.startswith("©") or first in words().copyright
