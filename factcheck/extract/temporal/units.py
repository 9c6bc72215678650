"""Units of the calendar, and values that lie so many units away."""

from __future__ import annotations

import re
from datetime import date

from factcheck import calendar
from factcheck.extract.temporal.reading import Site
from factcheck.model import Grain

UNIT_GRAIN = {
    "D": Grain.DAY,
    "WE": Grain.WEEKEND,
    "W": Grain.WEEK,
    "M": Grain.MONTH,
    "Q": Grain.QUARTER,
    "H": Grain.HALF,
    "Y": Grain.YEAR,
    "DE": Grain.DECADE,
    "CE": Grain.CENTURY,
}

SHIFTS = {
    "last": (-1, False),
    "next": (1, False),
    "this": (0, False),
    "current": (0, False),
    "same": (0, True),
    "following": (1, True),
    "previous": (-1, True),
    "beforelast": (-2, False),
    "afternext": (2, False),
}
"""What a relative word counts: how many units, and whether from the last mentioned time even in news."""

_COMMON_YEAR = 2001


def unknown_value(unit: str) -> str:
    """The value of a unit of which nothing else is known."""
    return {
        "D": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "WE": "XXXX-WXX-WE",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
        "H": "XXXX-HX",
        "DE": "XXX",
        "CE": "XX",
    }.get(unit, "XXXX")


def shifted(base: date, unit: str, count: int) -> str | None:
    """The value of the unit that lies ``count`` units from the one that holds ``base``; None beyond the
    calendar."""
    if unit in ("D", "W", "WE"):
        day = calendar.add_days(base, count * (1 if unit == "D" else 7))
        if day is None:
            return None
        week = calendar.week_value(day)
        return day.isoformat() if unit == "D" else week + ("-WE" if unit == "WE" else "")
    months = {"M": 1, "Q": 3, "H": 6}.get(unit)
    if months:
        day = calendar.add_months(base.replace(day=1), count * months)
        if day is None:
            return None
        part = (day.month - 1) // months + 1
        return calendar.month_value(day) if unit == "M" else f"{day.year:04d}-{unit}{part}"
    years = base.year + count * {"Y": 1, "DE": 10, "CE": 100}[unit]
    return f"{years:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]] if 1 <= years <= 9999 else None


def shifted_partial(value: str, count: int) -> str:
    """``XXXX-WXX-2`` and ``XXXX-09-12`` so many days later: the same kind of value, in a common year."""
    week = re.fullmatch(r"XXXX-WXX-(\d)", value)
    if week:
        return f"XXXX-WXX-{(int(week[1]) - 1 + count) % 7 + 1}"
    day = calendar.safe_date(_COMMON_YEAR, int(value[5:7]), int(value[8:10]))
    moved = calendar.add_days(day, count) if day and abs(count) < 300 else None
    return f"XXXX-{moved.month:02d}-{moved.day:02d}" if moved else "XXXX-XX-XX"


def day_anchor(site: Site, previous: bool) -> tuple[date | None, str]:
    """The day that days are counted from: the last one mentioned, or publication in news."""
    if previous:
        return site.context.last_day(), "previous"
    if site.context.narrative:
        return None, "previous"
    return site.context.published, "published"
