"""Arithmetic on dates: no text, no clock, no locale. Days are proleptic Gregorian ``datetime.date``.

A *value* here is a TIMEX3 date value without its time part: ``2023``, ``2023-09``, ``2023-09-12``,
``2023-W37``, ``2023-W37-WE``, ``2023-Q3``, ``2023-H2``, ``2023-SU``, ``202`` (a decade), ``20`` (a century).
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

Interval = tuple[date, date]

SEASONS = {
    "SP": ((3, 1), (6, 21)),
    "SU": ((6, 1), (9, 23)),
    "FA": ((9, 1), (12, 21)),
    "WI": ((12, 1), (3, 20)),
}
"""First and last day of the seasons of the northern hemisphere, by the meteorological or the astronomical
count, whichever is wider."""

ONE_DAY = timedelta(days=1)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        return None
    return date(year, month, day)


def add_days(day: date, count: int) -> date | None:
    """The day ``count`` days later, or None beyond the calendar."""
    ordinal = day.toordinal() + count
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def add_months(day: date, count: int) -> date | None:
    """The same day ``count`` months later, clipped to a shorter month's end; None beyond the calendar."""
    month = day.year * 12 + day.month - 1 + count
    year, month = divmod(month, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def weekday_on_or_before(day: date, weekday: int) -> date | None:
    """The latest day of that weekday (0 Monday to 6 Sunday) that isn't after ``day``."""
    return add_days(day, -((day.weekday() - weekday) % 7))


def weekday_on_or_after(day: date, weekday: int) -> date | None:
    """The first day of that weekday that isn't before ``day``."""
    return add_days(day, (weekday - day.weekday()) % 7)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date | None:
    """The ``n``-th such weekday of a month, counted from its end where ``n`` is negative."""
    if n > 0:
        first = weekday_on_or_after(date(year, month, 1), weekday)
        found = first and add_days(first, 7 * (n - 1))
    else:
        last = weekday_on_or_before(date(year, month, days_in_month(year, month)), weekday)
        found = last and add_days(last, 7 * (n + 1))
    return found if found and found.month == month else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (year % 19 + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date | None:
    """The day of a holiday in a year.

    ``rule`` is ``MM-DD``; ``easter+N`` or ``easter-N``; ``MM:W:N``, the N-th weekday W (0 Monday) of a month
    (negative from its end); or ``MM-DD<W-N``, the N-th weekday W strictly before a day (Advent Sundays).
    """
    if not MINYEAR < year < MAXYEAR:
        return None
    if rule.startswith("easter"):
        return add_days(easter(year), int(rule[6:] or 0))
    if ":" in rule:
        month, weekday, n = (int(part) for part in rule.split(":"))
        return nth_weekday(year, month, weekday, n)
    fixed, _, movable = rule.partition("<")
    day = safe_date(year, int(fixed[:2]), int(fixed[3:]))
    if day is None or not movable:
        return day
    weekday, n = (int(part) for part in movable.split("-"))
    before = weekday_on_or_before(day - ONE_DAY, weekday)
    return before and add_days(before, -7 * (n - 1))


def week_value(day: date) -> str:
    """``2023-W37``: the ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(day: date) -> str:
    """``2023-09``."""
    return f"{day.year:04d}-{day.month:02d}"


def season_of(day: date) -> tuple[int, str]:
    """(year, ``SP`` ``SU`` ``FA`` ``WI``) of a day; January and February belong to the winter of the year
    before."""
    if day.month < 3:
        return day.year - 1, "WI"
    return day.year, ("SP", "SU", "FA", "WI")[(day.month - 3) // 3]


def _months(year: int, first: int, count: int) -> Interval | None:
    start = safe_date(year, first, 1)
    end = start and add_months(start, count - 1)
    if start is None or end is None:
        return None
    return start, date(end.year, end.month, days_in_month(end.year, end.month))


def _week(year: int, week: int, weekend: bool) -> Interval | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
        return (monday + 5 * ONE_DAY, monday + 6 * ONE_DAY) if weekend else (monday, monday + 6 * ONE_DAY)
    except (ValueError, OverflowError):
        return None


def _season(year: int, part: str) -> Interval | None:
    """ "The winter of 1914" may be its beginning or its end: both winters that touch the year."""
    first, last = SEASONS[part]
    start = safe_date(year - (part == "WI"), *first)
    end = safe_date(year + (part == "WI"), *last)
    return (start, end) if start and end else None


def _part_of_year(year: int, part: str) -> Interval | None:
    if part in SEASONS:
        return _season(year, part)
    kind, number = part[:1], part[1:]
    if kind == "W" and number[:2].isdigit():
        return _week(year, int(number[:2]), number.endswith("-WE"))
    if kind == "Q" and number in ("1", "2", "3", "4"):
        return _months(year, 3 * int(number) - 2, 3)
    if kind == "H" and number in ("1", "2"):
        return _months(year, 6 * int(number) - 5, 6)
    return None


def _years(first: int, last: int) -> Interval | None:
    if not (first >= MINYEAR and last <= MAXYEAR):
        return None
    return date(first, 1, 1), date(last, 12, 31)


@lru_cache(maxsize=4096)
def interval(value: str) -> Interval | None:
    """First and last day (inclusive) that a value denotes; None where it is partial, BC or no date value at
    all."""
    value = value.partition("T")[0]
    head, _, rest = value.partition("-")
    if not (head.isascii() and head.isdigit()):
        return None
    if len(head) < 4:
        span = 10 ** (4 - len(head))
        return _years(max(int(head) * span, 1), int(head) * span + span - 1) if len(head) > 1 and not rest else None
    year = int(head)
    if not rest:
        return _years(year, year)
    month, _, day = rest.partition("-")
    if not (month.isascii() and month.isdigit()):
        return _part_of_year(year, rest)
    if not day:
        return _months(year, int(month), 1)
    found = safe_date(year, int(month), int(day)) if day.isascii() and day.isdigit() else None
    return (found, found) if found else None


def restrict(days: Interval, mod: str | None) -> Interval:
    """The START, MID or END third of an interval, widened by a sixth on its inner sides; else all of it.

    "Anfang Mai" is the 1st to about the 12th, "Mitte Mai" the 9th to the 23rd, "Ende Mai" the 20th to the
    31st.
    """
    first, last = days
    length = (last - first).days + 1
    if mod == "START":
        return first, first + timedelta(days=(2 * length) // 5 - (length >= 5))
    if mod == "END":
        return last - timedelta(days=(2 * length) // 5 - (length >= 5)), last
    if mod == "MID":
        return first + timedelta(days=length // 4), last - timedelta(days=length // 4)
    return days
