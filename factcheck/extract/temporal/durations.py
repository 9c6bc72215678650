"""Builders of lengths, of points a length away, and of repetitions."""

from __future__ import annotations

from datetime import date

from factcheck import calendar
from factcheck.extract.temporal.reading import Reading, Site, Slots
from factcheck.extract.temporal.units import UNIT_GRAIN, shifted, shifted_partial
from factcheck.model import Grain

_DAY = 86400.0
SECONDS = {
    "S": (1.0, 1.0),
    "MIN": (60.0, 60.0),
    "HOUR": (3600.0, 3600.0),
    "D": (_DAY, _DAY),
    "WE": (2 * _DAY, 2 * _DAY),
    "W": (7 * _DAY, 7 * _DAY),
    "M": (28 * _DAY, 31 * _DAY),
    "Q": (90 * _DAY, 92 * _DAY),
    "H": (181 * _DAY, 184 * _DAY),
    "Y": (365 * _DAY, 366 * _DAY),
    "DE": (3652 * _DAY, 3653 * _DAY),
    "CE": (36524 * _DAY, 36525 * _DAY),
}
_TIMEX = {"S": "S", "MIN": "M", "HOUR": "H"}
"""Units below the day and their letters behind the T of a TIMEX3 duration."""
_ROUGH = {
    "APPROX": (0.8, 1.2),
    "LESS_THAN": (0.0, 1.0),
    "MORE_THAN": (1.0, 2.0),
    "EQUAL_OR_LESS": (0.0, 1.0),
    "EQUAL_OR_MORE": (1.0, float("inf")),
}


def duration(slots: Slots, site: Site) -> Reading | None:
    """ "zwei Wochen", "drei Jahre und vier Monate", "jahrelang", "a few days", "half an hour"."""
    count, unit = _count(slots), str(slots["unit"])
    if count == "X" and slots.get("part_half"):
        count = 0.5
    value = duration_value([(count, unit)])
    seconds = _seconds(count, unit)
    if slots.get("unit2") is not None:
        count2 = slots.get("num2", slots.get("d22", 1))
        value = duration_value([(count, unit), (count2, str(slots["unit2"]))])
        more = _seconds(count2, str(slots["unit2"]))
        seconds = (seconds[0] + more[0], seconds[1] + more[1]) if seconds and more else None
    mod = slots.get("hedge") if slots.get("hedge") != "EXACT" else None
    if seconds and mod in _ROUGH:
        low, high = _ROUGH[mod]
        seconds = (seconds[0] * low, seconds[1] * high)
    reading = Reading("DURATION", value, UNIT_GRAIN.get(unit), mod=mod, seconds=seconds)
    if slots.get("reach"):
        reading.days, reading.resolved_by = _reach(count, unit, int(slots["reach"]), site)
    return reading


def _count(slots: Slots) -> float | str:
    if slots.get("half") is not None:
        return float(slots["half"]) + float(slots.get("num", slots["one"] if _more_than_half(slots) else 0))
    if slots.get("vague") is not None:
        return "X"
    for key in ("num", "d2", "one"):
        value = slots.get(key)
        if value is not None:
            tens = slots.get("num_ones")
            return float(value) + (float(tens) if tens is not None else 0)
    return "X"


def _more_than_half(slots: Slots) -> bool:
    """ "A year and a half", where "half a year" and "ein halbes Jahr" have the article alone."""
    return bool(slots.get("and_half"))


def duration_value(parts: list[tuple[float | str, str]]) -> str:
    """TIMEX3: ``P2Y3M``, ``PT90M``, ``PXD``; half a year is P6M, half a month and more as decimals."""
    days = times = ""
    for count, unit in parts:
        if unit == "H" or unit == "Q":
            count, unit = (
                (float(count) * (6 if unit == "H" else 3) if not isinstance(count, str) else count),
                "M",
            )
        if count == 0.5 and unit == "Y":
            count, unit = 6.0, "M"
        elif count == 0.5 and unit == "HOUR":
            count, unit = 30.0, "MIN"
        text = count if isinstance(count, str) else f"{count:g}" if count < 1e6 else str(int(count))
        if unit in _TIMEX:
            times += f"{text}{_TIMEX[unit]}"
        else:
            days += f"{text}{unit}"
    return "P" + days + ("T" + times if times else "")


def _seconds(count: float | str, unit: str) -> tuple[float, float] | None:
    if isinstance(count, str) or unit not in SECONDS:
        return None
    low, high = SECONDS[unit]
    return count * low, count * high


def _reach(count: float | str, unit: str, sign: int, site: Site) -> tuple[tuple[date, date] | None, str | None]:
    """The days that a length before or after publication reaches ("vor zwei Wochen", "in drei Tagen")."""
    base = site.context.published
    if base is None or site.context.narrative or isinstance(count, str) or count != int(count):
        return None, None
    value = _shift_value(base, int(count) * sign, unit)
    days = calendar.interval(value) if value else None
    if days and unit == "W":
        slack = 3 * calendar.ONE_DAY
        days = (days[0] - slack, days[1] + slack)
    return days, "published" if days else None


def _shift_value(base: date, count: int, unit: str) -> str | None:
    if abs(count) > 10_000:
        return None
    if unit == "W":
        day = calendar.add_days(base, 7 * count)
        return day.isoformat() if day else None
    if unit in UNIT_GRAIN and unit != "WE":
        return shifted(base, unit, count)
    return None


def shift(slots: Slots, site: Site) -> Reading | None:
    """ "zwei Tage später", "three weeks ago", "a month earlier": a point that far from publication or the
    last time."""
    count, unit, sign = _count(slots), str(slots["unit"]), int(slots["sign"])
    if isinstance(count, str):
        return Reading("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF", mod=slots.get("hedge"))
    partial = site.context.partial
    if partial and unit in ("D", "W") and slots.get("base") != "published" and count == int(count):
        days = round(count) * sign * (7 if unit == "W" else 1)
        return Reading("DATE", shifted_partial(partial.value, days), Grain.DAY)
    ago = slots.get("base") == "published" and not site.context.narrative
    base = site.context.published if ago else site.context.latest()
    by = "published" if ago else "previous"
    if base is None and not site.context.narrative:
        base, by = site.context.published, "published"
    if unit in _TIMEX:
        return _shifted_time(base, by, count, unit, sign)
    value = _shift_value(base, round(count) * sign, unit) if base and count == int(count) else None
    if count == 0.5 and unit == "Y" and base:
        value = _shift_value(base, 6 * sign, "M")
        unit = "M"
    grain = Grain.DAY if unit == "W" else UNIT_GRAIN.get(unit, Grain.DAY)
    if value is None:
        unknown = {"D": "XXXX-XX-XX", "W": "XXXX-XX-XX", "M": "XXXX-XX"}.get(unit, "XXXX")
        return Reading("DATE", unknown, grain)
    return Reading("DATE", _at_known_precision(value, site, ago), grain, mod=slots.get("hedge"), resolved_by=by)


def _at_known_precision(value: str, site: Site, ago: bool) -> str:
    """Two weeks after "May 1940" is no single day: a shifted value is no finer than what it counts from."""
    newest = max(
        (m for m in (site.context.day, site.context.month, site.context.year) if m),
        key=lambda m: m.start,
        default=None,
    )
    if ago or newest is None or len(newest.value) >= len(value) or not newest.value[5:6].isdigit():
        return value
    return value[: len(newest.value)]


def _shifted_time(base: date | None, by: str, count: float, unit: str, sign: int) -> Reading:
    head = base.isoformat() if base else "XXXX-XX-XX"
    minutes = Grain.HOUR if unit == "HOUR" else Grain.MINUTE
    if base is None or (unit == "HOUR" and count > 12):
        return Reading("TIME", f"{head}TXX:XX", minutes)
    near = calendar.add_days(base, sign)
    days = (min(base, near), max(base, near)) if near else (base, base)
    return Reading("TIME", f"{head}TXX:XX", minutes, resolved_by=by, days=days)


def repeated(slots: Slots, site: Site) -> Reading | None:
    """ "täglich", "jeden Montag", "every two weeks", "pro Jahr"."""
    number = slots.get("weekday")
    if number is not None:
        part = f"T{slots['daypart']}" if slots.get("daypart") else ""
        return Reading("SET", f"XXXX-WXX-{number + 1}{part}", Grain.DAY, weekday=number)
    if slots.get("month") is not None:
        return Reading("SET", f"XXXX-{slots['month']:02d}", Grain.MONTH, month=slots["month"])
    if slots.get("season") is not None:
        return Reading("SET", f"XXXX-{slots['season']}", Grain.SEASON)
    if slots.get("daypart") is not None:
        return Reading("SET", f"XXXX-XX-XXT{slots['daypart']}", Grain.DAYPART)
    count = 1.0 if slots.get("single") else _count(slots)
    unit = str(slots["unit"])
    return Reading("SET", duration_value([(1.0 if count == "X" else count, unit)]), UNIT_GRAIN.get(unit))
