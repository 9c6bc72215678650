"""Lines that name an author, a day of publication or an agency and tell nothing of the story."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.articles.dates import day_names, month_names
from factcheck.articles.furniture import EDGES, drop_count, fold_line, words

SEPARATORS = re.compile(r"\s[|·•»›>/–—-]\s|\s?[|·•»›♥☀☂❄⚠]\s?")
SYMBOLS = re.compile(r"[|·•»›>♥☀☂❄⚠]")
TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*|\d+")
WORD = re.compile(r"[^\W\d_][\w'’.-]*")
INITIALS = re.compile(r"\(?(?:(?:[^\W\d_]\.\s?){2,3}|[a-zäöüß]{2,4}(?:[/,]\s?[a-zäöüß]{2,4}){0,2})\)?")
MAX_WORDS = 14
LONGEST_AGENCY_LINE = 80


def is_byline(text: str) -> bool:
    """True for "Von Ann Lee | 03.06.2019", "Published 3 June 2019": an author or day with a label."""
    if len(text.split()) > MAX_WORDS:
        return False
    parts = [part.strip() for part in SEPARATORS.split(text) if part.strip()]
    sure = [_is_sure(part) for part in parts]
    pairs = zip(sure, parts, strict=True)
    return any(sure) and all(yes or is_name(part) or is_date(part) for yes, part in pairs)


def is_date(text: str) -> bool:
    """True for a day and nothing else: "Mittwoch, 5. Juni 2019, 6.00 Uhr", "03.06.2019 - 18:30 Uhr"."""
    if len(text) > 60:
        return False
    tokens = _tokens(text)
    lists = words()
    known = all(_is_calendar(t) or (t in lists.date_words and t not in lists.dates) for t in tokens)
    return known and _dated(tokens) and text[-1] not in "!?"


def is_labelled(text: str) -> bool:
    """True for "Foto: ...", "Tags: ...": a label of the page and a short rest."""
    head, colon, rest = text.partition(":")
    if not colon or len(head) > 40:
        return False
    label, lists = drop_count(fold_line(head)), words()
    if label in lists.teasers:
        return bool(rest.strip()) and not ends_sentence(rest)
    return label in lists.labels or (label in lists.credits and len(rest) < 200)


def is_signature(text: str) -> bool:
    """True for what closes an article and tells nothing: initials, or a blurb of labels about its author."""
    text = text.strip()
    if INITIALS.fullmatch(text):
        return True
    parts = [part for part in re.split(r"[.!]\s*", text.strip(EDGES)) if part]
    labels = len(parts) >= 4 and all(len(part.split()) <= 4 for part in parts)
    return labels and not any(c.isdigit() for c in text)


def is_navigation(text: str) -> bool:
    """True for "Start > Sport > Fussball" and "Politik | Sport | Wetter": short links, no sentence."""
    if text.rstrip()[-1:] in (".", "!", "?"):
        return False
    parts = [part for part in SEPARATORS.split(text) if part.strip()]
    fewest = 3 if SYMBOLS.search(text) else 4
    return len(parts) >= fewest and sum(len(part.split()) for part in parts) <= 2.5 * len(parts)


def agencies(line: str) -> tuple[str, ...]:
    """The agencies that a credit line names ("AFP, Reuters/ET"); empty where it says anything else."""
    if len(line) > LONGEST_AGENCY_LINE or ends_sentence(line):
        return ()
    lists = words()
    parts = [part.strip(EDGES) for part in re.split(r"[,/&;]|\s\+\s", line)]
    parts = [part for part in parts if part]
    named = tuple(part for part in parts if fold_line(part) in lists.agencies)
    rest = [part for part in parts if fold_line(part) not in lists.agencies]
    short = all(
        len(part.split()) <= 2
        and (part[0].isupper() or fold_line(part) in lists.credit_words or INITIALS.fullmatch(part))
        for part in rest
    )
    return named if named and short and len(parts) <= 6 else ()


def is_name(text: str) -> bool:
    """True for capitalised words with nothing between them but particles of names."""
    found = WORD.findall(text)
    linking = words().name_words
    return (
        1 <= len(found) <= 8
        and not any(c.isdigit() for c in text)
        and any(word[0].isupper() for word in found)
        and all(word[0].isupper() or word.casefold() in linking for word in found)
    )


def ends_sentence(text: str) -> bool:
    return text.rstrip(" \t\"'“”»)").endswith((".", "!", "?"))


def _is_sure(part: str) -> bool:
    listed = is_labelled(part) or fold_line(part) in words().lines
    return listed or _is_labelled_date(part) or _names_author(part)


def _is_labelled_date(text: str) -> bool:
    """True for "Posted 3 June 2019 by Ann Lee", "03.06.2019, von Ann Lee"."""
    tokens, lists = _tokens(text), words()
    if not _dated(tokens) or text[-1] in "!?":
        return False
    others = [t for t in tokens if not _is_calendar(t) and t not in lists.date_words and t not in lists.dates]
    labelled = _opens_with(text, lists.dates) is not None
    by = [t for t in others if t in lists.bylines]
    return (labelled and not others) or (
        bool(by) and len(others) - len(by) <= 4 and (labelled or _is_calendar(tokens[0]))
    )


def _names_author(text: str) -> bool:
    rest = _opens_with(text, words().bylines)
    if rest is None or not rest.strip() or len(rest.split()) > 12:
        return False
    head, *parts = re.split(r"[,.|·]\s", rest)
    tail = rest[len(head) + 1 :]
    if ends_sentence(rest) and not any(_is_calendar(t) for t in _tokens(rest)):
        return False
    dated = not parts or is_date(tail) or _is_labelled_date(tail)
    return is_name(head) and (dated or all(is_name(part) or is_date(part) for part in parts))


def _opens_with(text: str, openers: frozenset[str]) -> str | None:
    """What follows the longest of ``openers`` at the start of ``text``, or None."""
    found = re.findall(r"\S+", text)[:4]
    for count in range(len(found), 0, -1):
        if fold_line(" ".join(found[:count])) in openers:
            return " ".join(text.split()[count:])
    return None


def _tokens(text: str) -> list[str]:
    return [token.casefold() for token in TOKEN.findall(text)]


def _dated(tokens: list[str]) -> bool:
    """True where a number stands beside a month, a weekday or another number."""
    return sum(t.isdigit() for t in tokens) > 0 and sum(_is_calendar(t) for t in tokens) >= 2


@lru_cache(maxsize=4096)
def _is_calendar(token: str) -> bool:
    return token.isdigit() or token.strip(".") in month_names() or token in day_names()
