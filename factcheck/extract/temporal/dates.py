"""Builders of dates that name a day, month or year."""

from __future__ import annotations

from factcheck import calendar
from factcheck.extract.temporal.reading import Reading, Site, Slots
from factcheck.extract.temporal.units import SHIFTS
from factcheck.model import Grain


def calendar_date(slots: Slots, site: Site) -> Reading | None:
    """A year, month or day named as such, with or without the rest: "12. Mai", "Tuesday, May 12, 1998", "im
    März"."""
    month, weekday = slots.get("month"), slots.get("weekday")
    day = slots.get("day", slots.get("ord"))
    year, resolved_by, explicit = year_named(slots, site, month, day)
    if slots.get("bc"):
        return _before_christ(year, month, day)
    if month is not None and year is None and site.context.narrative and site.context.bc_year:
        return _before_christ(site.context.bc_year, month, day)
    if month is not None and year is None:
        year, resolved_by = _inferred_year(month, day, weekday, site)
    if day is not None and (month is None or not 1 <= day <= calendar.days_in_month(year or 2000, month)):
        return None
    head = "XXXX" if year is None else f"{year:04d}"
    value = head if month is None else f"{head}-{month:02d}" + ("" if day is None else f"-{day:02d}")
    grain = Grain.YEAR if month is None else Grain.MONTH if day is None else Grain.DAY
    return Reading(
        "DATE", value, grain, resolved_by=resolved_by, weekday=weekday, month=month, day=day,
        year=year if explicit else None,
    )  # fmt: skip


def year_named(slots: Slots, site: Site, month: int | None, day: int | None) -> tuple[int | None, str | None, bool]:
    """(year, what resolved it, whether the words themselves give it)."""
    for key in ("year", "digits3", "num"):
        if slots.get(key) is not None:
            return int(slots[key]), "self", True
    if slots.get("d2") is not None:
        return short_year(int(slots["d2"]), site), "self", True
    if slots.get("rel") is not None:
        shift, previous = SHIFTS[slots["rel"]]
        base, by = site.context.anchor(previous)
        return (base.year + shift if base else None), (by if base else None), False
    return None, None, False


def short_year(number: int, site: Site) -> int:
    """'39 to 1939: the latest such year that isn't over ten years after publication (else 2029)."""
    last = (site.context.published.year if site.context.published else 2019) + 10
    return last - (last - number) % 100


def _before_christ(year: int | None, month: int | None, day: int | None) -> Reading | None:
    if year is None:
        return None
    value = f"BC{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")
    return Reading("DATE", value, Grain.YEAR, resolved_by="self", month=month, day=day)


def _inferred_year(month: int, day: int | None, weekday: int | None, site: Site) -> tuple[int | None, str | None]:
    year, by = site.context.year_of(month, day, site.start, site.end, site.signal)
    if year is None or weekday is None or day is None or site.context.published is None:
        return year, by
    for candidate in (year, year + 1, year - 1):
        found = calendar.safe_date(candidate, month, day)
        if found and found.weekday() == weekday and abs((found - site.context.published).days) < 300:
            return candidate, by
    return year, by


def dotted_date(slots: Slots, site: Site) -> Reading | None:
    """ "12.05.2011", "1.9.39": day, month, year."""
    day, month, year = str(slots["dotdate"]).split(".")
    full = int(year) if len(year) == 4 else short_year(int(year), site)
    return calendar_date({"day": int(day), "month": int(month), "year": full, "weekday": slots.get("weekday")}, site)


def day_month(slots: Slots, site: Site) -> Reading | None:
    """ "5.6.": day and month."""
    day, month = (int(part) for part in str(slots["daymonth"]).split("."))
    return calendar_date({"day": day, "month": month, "weekday": slots.get("weekday")}, site)


def iso_date(slots: Slots, site: Site) -> Reading | None:
    """ "2011-05-12" and, where the language writes so, "5/12/2011"."""
    return calendar_date({"day": int(slots["dd"]), "month": int(slots["mm"]), "year": slots["year"]}, site)
