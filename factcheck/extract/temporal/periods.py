"""Builders of weeks, months and years that are counted from another one, seasons, decades, holidays."""

from __future__ import annotations

from datetime import date

from factcheck import calendar
from factcheck.extract.temporal.dates import year_named
from factcheck.extract.temporal.reading import Reading, Site, Slots
from factcheck.extract.temporal.units import (
    SHIFTS,
    UNIT_GRAIN,
    day_anchor,
    shifted,
    shifted_partial,
    unknown_value,
)
from factcheck.model import Grain

_NEXT_PART = 92
"""Days: a quarter or half that begins sooner is meant itself."""


def relative(slots: Slots, site: Site) -> Reading | None:
    """ "last week", "im vergangenen Jahr", "the following month", "dieses Wochenende".

    "The last day" is the last one of something, and stays open.
    """
    unit, rel = slots["unit"], slots.get("rel", "this")
    shift, previous = SHIFTS[rel]
    if unit not in UNIT_GRAIN:
        return None
    if unit == "Y" and site.context.narrative and site.context.bc_year:
        return Reading("DATE", f"BC{site.context.bc_year - shift:04d}", Grain.YEAR, resolved_by="previous")
    if unit == "D" and shift < 0 and not previous:
        return Reading("DATE", "XXXX-XX-XX", Grain.DAY)
    if unit == "D" and site.context.partial:
        return Reading("DATE", shifted_partial(site.context.partial.value, shift), Grain.DAY)
    base, by = day_anchor(site, True) if unit == "D" else site.context.anchor(previous)
    if base is None:
        return Reading("DATE", unknown_value(unit), UNIT_GRAIN[unit])
    value = shifted(base, unit, shift)
    return Reading("DATE", value, UNIT_GRAIN[unit], resolved_by=by) if value else None


def weekend(slots: Slots, site: Site) -> Reading | None:
    """A bare "weekend": the last one that has begun, or the coming one where the tense says so."""
    base, by = site.context.anchor(False)
    if base is None:
        return Reading("DATE", unknown_value("WE"), Grain.WEEKEND)
    saturday = calendar.weekday_on_or_before(base, 5)
    if site.context.tense(site.start, site.end) == "future" or by == "previous":
        sunday = calendar.weekday_on_or_after(base, 6)
        saturday = sunday and calendar.add_days(sunday, -1)
    if saturday is None:
        return None
    return Reading("DATE", calendar.week_value(saturday) + "-WE", Grain.WEEKEND, resolved_by=by)


def season(slots: Slots, site: Site) -> Reading | None:
    """ "Herbst 2021", "last summer", "der Sommer"."""
    code = slots["season"]
    year, by, explicit = year_named(slots, site, None, None)
    if slots.get("bc") and year is not None:
        return Reading("DATE", f"BC{year:04d}-{code}", Grain.SEASON, resolved_by="self")
    if year is None and slots.get("rel") is None and site.context.narrative and site.context.bc_year:
        return Reading("DATE", f"BC{site.context.bc_year:04d}-{code}", Grain.SEASON, resolved_by="previous")
    if year is None and slots.get("rel") is None:
        base, by = _season_anchor(site)
        year = _season_year(base, code, site) if base else None
    elif not explicit and year is not None:
        year, by = _relative_season(code, slots["rel"], site)
    head = "XXXX" if year is None else f"{year:04d}"
    return Reading(
        "DATE",
        f"{head}-{code}",
        Grain.SEASON,
        resolved_by=by if year else None,
        year=year if explicit else None,
    )


def _season_anchor(site: Site) -> tuple[date | None, str | None]:
    local = site.context.local_year(site.start)
    if local is not None and not site.context.narrative:
        return calendar.safe_date(local, 12, 31), "previous"
    return site.context.anchor(False)


def _season_year(base: date, code: str, site: Site) -> int:
    first = calendar.SEASONS[code][0]
    if site.context.narrative or (base.month, base.day) >= first or code == "WI":
        return base.year
    tense = site.context.tense(site.start, site.end)
    soon = first[0] - base.month <= 5 and tense is None
    return base.year if tense == "future" or soon else base.year - 1


def _relative_season(code: str, rel: str, site: Site) -> tuple[int | None, str | None]:
    """Last summer is the latest one that is over, next summer the first one to begin."""
    base, by = site.context.anchor(SHIFTS[rel][1])
    if base is None:
        return None, None
    begun = (base.month, base.day) >= calendar.SEASONS[code][0]
    over = (base.month, base.day) > calendar.SEASONS[code][1]
    shift = SHIFTS[rel][0]
    if shift < 0:
        return (base.year if over and code != "WI" else base.year - 1), by
    if shift > 0:
        return (base.year + 1 if begun else base.year), by
    return base.year, by


def part_of_year(slots: Slots, site: Site) -> Reading | None:
    """ "drittes Quartal 2009", "the second half of 2008", "in der zweiten Jahreshälfte"."""
    kind, number = slots["part"], slots.get("ord", slots.get("num", slots.get("d2")))
    number = int(number) if number is not None else 1
    if not 1 <= number <= {"Q": 4, "H": 2}[kind]:
        return None
    year, by, explicit = year_named({k: v for k, v in slots.items() if k not in ("num", "d2")}, site, None, None)
    if year is None:
        base, by = site.context.anchor(False)
        year = _part_year(base, f"{kind}{number}", site) if base else None
    head = "XXXX" if year is None else f"{year:04d}"
    return Reading(
        "DATE", f"{head}-{kind}{number}", UNIT_GRAIN[kind], resolved_by=by if year else None,
        year=year if explicit else None,
    )  # fmt: skip


def _part_year(base: date, part: str, site: Site) -> int:
    """The third quarter is this year's, unless it hasn't begun and no verb speaks of the future."""
    days = calendar.interval(f"{base.year:04d}-{part}")
    ahead = days is not None and days[0] > base and not site.context.narrative
    future = site.context.tense(site.start, site.end) == "future"
    return base.year - 1 if ahead and not future and days and (days[0] - base).days > _NEXT_PART else base.year


def decade(slots: Slots, site: Site) -> Reading | None:
    """ "die 1990er Jahre", "the 80s", "die sechziger Jahre"."""
    number = int(slots.get("year", slots.get("num", slots.get("digits3", slots.get("tens", 0)))))
    if slots.get("bc"):
        return Reading("DATE", f"BC{number // 10:03d}", Grain.DECADE, resolved_by="self")
    if number < 100:
        century = site.context.year.value[:2] if site.context.narrative and site.context.year else "19"
        number += int(century) * 100 if number >= 20 or century != "19" else 1900
    return Reading("DATE", f"{number // 10:03d}", Grain.DECADE, resolved_by="self")


def century(slots: Slots, site: Site) -> Reading | None:
    """ "das 19. Jahrhundert", "the 5th century BC": the value counts the hundreds, 18 and BC04."""
    number = int(slots.get("day", slots.get("ord", slots.get("num", 0))))
    if not 1 <= number <= 21:
        return None
    prefix = "BC" if slots.get("bc") else ""
    return Reading("DATE", f"{prefix}{number - 1:02d}", Grain.CENTURY, resolved_by="self")


def holiday(slots: Slots, site: Site) -> Reading | None:
    """A holiday, computed for its year; without one the nearest to publication that the tense allows."""
    rule = str(slots["holiday"])
    year, by, explicit = year_named(slots, site, None, None)
    if year is None:
        year, by = _holiday_year(rule, site)
    day = calendar.holiday(rule, year) if year is not None else None
    if day is None:
        fixed = rule if len(rule) == 5 and rule[2] == "-" else "XX-XX"
        return Reading("DATE", f"XXXX-{fixed}", Grain.DAY)
    return Reading("DATE", day.isoformat(), Grain.DAY, resolved_by=by, year=year if explicit else None)


def advent(slots: Slots, site: Site) -> Reading | None:
    """ "der erste Advent": the n-th Sunday of Advent, the fourth being the last before Christmas."""
    number = int(slots.get("ord", slots.get("day", 1)))
    if not 1 <= number <= 4:
        return None
    return holiday({**slots, "holiday": f"12-25<6-{5 - number}"}, site)


def _holiday_year(rule: str, site: Site) -> tuple[int | None, str | None]:
    base, by = site.context.anchor(False)
    day = calendar.holiday(rule, base.year) if base else None
    if base is None or day is None:
        return None, None
    year, by_year = site.context.year_of(day.month, day.day, site.start, site.end, site.signal)
    return year, by_year or by


def reference(slots: Slots, site: Site) -> Reading | None:
    """PAST_REF, PRESENT_REF, FUTURE_REF."""
    return Reading("DATE", str(slots["ref"]))
