"""Times of the day: clock times, parts of the day and the nights between two days."""

from __future__ import annotations

from datetime import date

from factcheck import calendar
from factcheck.extract.temporal.reading import Reading, Slots
from factcheck.model import Grain

DAYPARTS = {
    "MO": (300, 720),
    "MI": (660, 840),
    "AF": (720, 1080),
    "EV": (1020, 1439),
    "DT": (420, 1200),
    "EM": (0, 420),
}
"""Minutes that a part of the day may mean; nights (NI) cross midnight and have none. EM: the small hours."""
_VALUES = {"EM": "MO"}
_AFTERNOON = ("pm", "AF", "EV")
_SLACK = 15


def minutes_of(slots: Slots) -> int | None:
    """Minutes since midnight of the clock slots, a.m. and p.m. applied; None where they make no time."""
    for key in ("clock", "dotclock", "longclock", "mil"):
        if slots.get(key) is not None:
            return _half_day(int(slots[key]), slots)
    hour = slots.get("hour", slots.get("hourword", slots.get("num")))
    if hour is None and slots.get("one") is not None:
        hour = 1
    if hour is None:
        hour = slots.get("noon")
    if hour is None or not 0 <= int(hour) <= 24:
        return None
    minutes = int(hour) * 60 + int(slots.get("min", slots.get("min_d2", 0)) or 0)
    if slots.get("to_hour") is not None:
        minutes = (minutes + int(slots["to_hour"])) % 1440
    return _half_day(minutes, slots)


def _half_day(minutes: int, slots: Slots) -> int | None:
    half = slots.get("ampm") or slots.get("daypart")
    hour = minutes // 60
    if slots.get("ampm") and not 1 <= hour <= 12:
        return None
    if half in _AFTERNOON and hour < 12:
        return minutes + 720
    if half == "NI" and 6 <= hour < 12:
        return minutes + 720
    if half in ("am", "NI") and hour == 12:
        return minutes - 720
    return minutes if minutes <= 1440 else None


def apply_clock(reading: Reading, slots: Slots) -> Reading | None:
    """The reading of a day with a clock time on it."""
    minutes = minutes_of(slots)
    if minutes is None:
        return None
    hour, minute = divmod(minutes, 60)
    zone = slots.get("zone")
    reading.type = "TIME"
    reading.value = f"{reading.value}T{hour:02d}:{minute:02d}{_zone(zone)}"
    reading.grain = Grain.HOUR if _only_hour(slots) else Grain.MINUTE
    reading.clock = _window(minutes, slots.get("blur"))
    reading.utc_offset = int(zone) if zone is not None else None
    if slots.get("blur") == "about":
        reading.mod = "APPROX"
    return reading


def _only_hour(slots: Slots) -> bool:
    return not any(slots.get(key) is not None for key in ("clock", "dotclock", "longclock", "mil", "min", "to_hour"))


def _window(minutes: int, blur: str | None) -> tuple[int, int]:
    low = minutes - (_SLACK if blur in ("about", "shortly_before") else 0)
    high = minutes + (_SLACK if blur in ("about", "shortly_after") else 0)
    return max(low, 0), min(high, 1440)


def _zone(offset: int | None) -> str:
    if offset is None:
        return ""
    if offset == 0:
        return "Z"
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02d}" + (f":{minutes:02d}" if minutes else "")


def apply_daypart(reading: Reading, code: str) -> Reading:
    """The reading of a day with a part of the day on it: ``2023-09-12TEV``."""
    reading.type = "TIME"
    reading.value = f"{reading.value}T{_VALUES.get(code, code)}"
    reading.grain = Grain.DAYPART
    reading.clock = DAYPARTS.get(code)
    days = calendar.interval(reading.value)
    if code == "NI" and days:
        first, last = reading.days or days
        reading.days = (first, max(last, calendar.add_days(days[1], 1) or last))
    return reading


def night_to(reading: Reading) -> Reading | None:
    """ "in der Nacht zum Sonntag": the night that ends on the day of ``reading``; its value names the day it
    begins."""
    reading.type, reading.grain, reading.signal = "TIME", Grain.DAYPART, "night_to"
    days = calendar.interval(reading.value)
    if days is None:
        reading.value = "XXXX-XX-XXTNI" if reading.weekday is None else f"XXXX-WXX-{(reading.weekday - 1) % 7 + 1}TNI"
        return reading
    before: date | None = calendar.add_days(days[0], -1)
    if before is None:
        return None
    reading.value = f"{before.isoformat()}TNI"
    reading.days = (before, days[1])
    return reading


def night_from(reading: Reading) -> Reading:
    """ "in der Nacht von Freitag auf Samstag", "the night from 8 to 9 May": the night that begins on the
    day."""
    reading = apply_daypart(reading, "NI")
    reading.signal = "night_to"
    return reading
