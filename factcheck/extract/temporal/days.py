"""Builders of weekdays and of days that are counted from another one."""

from __future__ import annotations

from datetime import date

from factcheck import calendar
from factcheck.extract.temporal import clock
from factcheck.extract.temporal.periods import relative
from factcheck.extract.temporal.reading import Reading, Site, Slots
from factcheck.extract.temporal.units import SHIFTS, day_anchor, shifted_partial
from factcheck.model import Grain

_NIGHT_ENDS = 600
"""Minutes since midnight."""
_SAME_STORY = 600
"""Characters within which a clock time in news belongs to the day mentioned last."""


def weekday(slots: Slots, site: Site) -> Reading | None:
    """A bare or relative weekday: "Dienstag", "last Monday", "kommenden Freitag"."""
    number = slots["weekday"]
    assert isinstance(number, int)
    day, by = _range_end_day(number, site) if slots.get("range_end") else (None, "range")
    if slots.get("offset") is not None and site.context.published:
        counted = calendar.add_days(site.context.published, int(slots["offset"]))
        day, by = (counted, "published") if counted and counted.weekday() == number else (None, "published")
    if day is None:
        day, by = _weekday_day(number, slots.get("rel"), site)
    value = day.isoformat() if day else f"XXXX-WXX-{number + 1}"
    return Reading("DATE", value, Grain.DAY, resolved_by=by if day else None, weekday=number)


def _range_end_day(number: int, site: Site) -> tuple[date | None, str]:
    """The weekday that ends a range is the first one after its beginning."""
    first = site.context.last_day()
    return (calendar.weekday_on_or_after(first, number) if first else None), "range"


def _weekday_day(number: int, rel: str | None, site: Site) -> tuple[date | None, str]:
    base, by = site.context.anchor(previous=rel in ("same", "following", "previous"))
    if base is None:
        return None, by
    if rel in ("last", "previous", "beforelast"):
        return calendar.weekday_on_or_before(base - calendar.ONE_DAY, number), by
    if rel in ("next", "following", "afternext"):
        return calendar.weekday_on_or_after(base + calendar.ONE_DAY, number), by
    if by == "previous":
        return calendar.weekday_on_or_after(base, number), by
    tense = site.context.tense(site.start, site.end)
    ahead = tense == "future" or (tense is None and (rel == "this" or site.signal == "until"))
    if ahead and site.signal != "since":
        return calendar.weekday_on_or_after(base, number), by
    return calendar.weekday_on_or_before(base, number), by


def weekday_of_week(slots: Slots, site: Site) -> Reading | None:
    """ "Freitag vergangener Woche", "Tuesday of last week"."""
    week = relative(slots, site)
    days = calendar.interval(week.value) if week else None
    number = slots["weekday"]
    if week is None or days is None:
        return Reading("DATE", f"XXXX-WXX-{number + 1}", Grain.DAY, weekday=number)
    day = calendar.weekday_on_or_after(days[0], number)
    assert day is not None
    return Reading("DATE", day.isoformat(), Grain.DAY, resolved_by=week.resolved_by, weekday=number)


def offset(slots: Slots, site: Site) -> Reading | None:
    """ "gestern", "tomorrow", "am Vortag": days counted from publication or from the last mentioned day."""
    previous = bool(slots.get("previous"))
    count = int(slots["offset"])
    if previous and site.context.partial:
        return Reading("DATE", shifted_partial(site.context.partial.value, count), Grain.DAY)
    base, by = day_anchor(site, previous)
    day = calendar.add_days(base, count) if base else None
    if day is None:
        if count == 0 and site.context.narrative:
            return Reading("DATE", "PRESENT_REF")
        return Reading("DATE", "XXXX-XX-XX", Grain.DAY)
    return Reading("DATE", day.isoformat(), Grain.DAY, resolved_by=by)


def anchor_day(slots: Slots, site: Site) -> Reading | None:
    """The day that a bare part of the day or a clock time lies on: the day that was mentioned last, if that
    isn't long ago, else the publication day. Early hours told after a night belong to its second day. Where
    no day was mentioned, the days around publication are what it may denote."""
    context = site.context
    shift = SHIFTS[slots["rel"]][0] if slots.get("rel") else 0
    minutes = clock.minutes_of(slots) if slots.get("at") else None
    if context.night and minutes is not None and minutes < _NIGHT_ENDS:
        shift += 1
    if context.partial and not (context.published and slots.get("rel")):
        return Reading("DATE", shifted_partial(context.partial.value, shift), Grain.DAY)
    base, by = context.told_day(site.start, _SAME_STORY), "previous"
    deictic = slots.get("rel") in ("last", "this", "current")
    if (base is None or deictic) and not context.narrative:
        base, by = context.published, "published"
    day = calendar.add_days(base, shift) if base else None
    if day is None:
        return Reading("DATE", "XXXX-XX-XX", Grain.DAY)
    reading = Reading("DATE", day.isoformat(), Grain.DAY, resolved_by=by)
    if by == "published" and not deictic:
        reading.days = (calendar.add_days(day, -1) or day, calendar.add_days(day, 1) or day)
    return reading


def same_day(slots: Slots, site: Site) -> Reading | None:
    """ "at the same time", "dieses Datum": the last mentioned day."""
    last = site.context.last_day()
    return Reading("DATE", last.isoformat(), Grain.DAY, resolved_by="previous") if last else None
