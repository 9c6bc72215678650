"""Publication dates in metadata -> date or datetime, in the offset that they were written with."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime
from functools import lru_cache

from factcheck.languages import available

DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")
WORDED = re.compile(
    r"(?:(\d{1,2})[^\W\d_]{0,2}\.?\s+([^\W\d_]{3,12})\.?|([^\W\d_]{3,12})\.?\s+(\d{1,2})[^\W\d_]{0,2})"
    r",?\s+(\d{4})\b"
)
CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2})(?::\d{2})?\b")
ISO = re.compile(r"\d{4}-?\d{2}-?\d{2}(?:[T ].*)?")
ZONE_NAME = re.compile(r"\s*(?:UTC|GMT|Z)$")
SHORT_OFFSET = re.compile(r"([+-]\d{2})$")
LONGEST = 80


def parse_date(value: str) -> date | datetime | None:
    """The day, or the time with its own offset, that ``value`` writes; None where it is no single date.

    Understands ISO 8601, RFC 2822, ``31.12.2024``, ``2024/12/31``, and months by name in each language with
    data. ``7/8/2024`` is None: nobody can know which is the month.
    """
    value = " ".join(value.split())
    if not value or len(value) > LONGEST:
        return None
    try:
        return _iso(value) or _numeric(value) or _worded(value) or _mail(value)
    except (ValueError, OverflowError):
        return None


def _iso(value: str) -> date | datetime | None:
    if not ISO.fullmatch(value):
        return None
    value = SHORT_OFFSET.sub(r"\1:00", ZONE_NAME.sub("+00:00", value)) if len(value) > 10 else value
    value = re.sub(r"\s+(?=[+-]\d{2}:?\d{2}$)", "", value)
    if len(value) in (8, 10) and "T" not in value:
        return date.fromisoformat(value)
    return datetime.fromisoformat(value)


def _numeric(value: str) -> date | datetime | None:
    if match := DAY_FIRST.match(value):
        return _with_clock(date(int(match[3]), int(match[2]), int(match[1])), value[match.end() :])
    if match := YEAR_FIRST.match(value):
        return _with_clock(date(int(match[1]), int(match[2]), int(match[3])), value[match.end() :])
    if match := SLASHED.match(value):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if first > 12 or first == second:
            return _with_clock(date(year, second, first), value[match.end() :])
        if second > 12:
            return _with_clock(date(year, first, second), value[match.end() :])
    return None


def _worded(value: str) -> date | datetime | None:
    match = WORDED.search(value)
    if not match or ":" in value[: match.start()]:
        return None
    month = month_names().get((match[2] or match[3]).casefold())
    if month is None:
        return None
    rest = value[match.end() :]
    # RFC 2822 writes its offset after the clock, and email.utils knows the zones' names.
    if re.search(r"\d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|[A-Z]{2,4})$", rest) and (mailed := _mail(value)):
        return mailed
    return _with_clock(date(int(match[5]), month, int(match[1] or match[4])), rest)


def _mail(value: str) -> datetime | None:
    try:
        return parsedate_to_datetime(value)
    except (TypeError, IndexError):
        return None


def _with_clock(day: date, rest: str) -> date | datetime:
    match = CLOCK.search(rest)
    if not match or int(match[1]) > 23 or int(match[2]) > 59 or re.search(r"\b[ap]\.?m\b", rest, re.I):
        return day
    zone = UTC if ZONE_NAME.search(rest) else None
    return datetime.combine(day, time(int(match[1]), int(match[2])), zone)


@lru_cache(maxsize=1)
def month_names() -> dict[str, int]:
    """Months by folded name and abbreviation, of every language with data."""
    return _calendar_names("month")


@lru_cache(maxsize=1)
def day_names() -> dict[str, int]:
    """Weekdays by folded name and abbreviation, Monday 0, of every language with data."""
    return _calendar_names("day")


def _calendar_names(what: str) -> dict[str, int]:
    from babel.dates import get_day_names, get_month_names

    get = get_month_names if what == "month" else get_day_names
    names: dict[str, int] = {}
    for code in available():
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in get(width, context, code).items():
                    names.setdefault(name.casefold().rstrip("."), int(number))
    return names
