"""The temporal tagger: scan, match, complete, resolve from front to back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from factcheck import calendar
from factcheck.errors import LanguageDataError
from factcheck.extract.temporal import clock, dates, days, durations, periods
from factcheck.extract.temporal.context import Context
from factcheck.extract.temporal.guards import Guards
from factcheck.extract.temporal.lexicon import Lexicon
from factcheck.extract.temporal.match import Match, complete, find
from factcheck.extract.temporal.patterns import compile_patterns
from factcheck.extract.temporal.reading import Builder, Reading, Site
from factcheck.extract.temporal.tokens import Hit, scan
from factcheck.extract.temporal.units import SHIFTS
from factcheck.extract.temporal.validate import check
from factcheck.languages import Language
from factcheck.model import Span, TimeExpression

BUILDERS: Mapping[str, Builder] = {
    "calendar": dates.calendar_date,
    "year": dates.calendar_date,
    "dotted": dates.dotted_date,
    "daymonth": dates.day_month,
    "iso": dates.iso_date,
    "weekday": days.weekday,
    "weekday_of_week": days.weekday_of_week,
    "offset": days.offset,
    "relative": periods.relative,
    "weekend": periods.weekend,
    "advent": periods.advent,
    "season": periods.season,
    "part": periods.part_of_year,
    "decade": periods.decade,
    "century": periods.century,
    "holiday": periods.holiday,
    "same_day": days.same_day,
    "ref": periods.reference,
    "daypart": days.anchor_day,
    "clock": days.anchor_day,
    "duration": durations.duration,
    "shift": durations.shift,
    "set": durations.repeated,
}
_WHOLE = frozenset({"duration", "set", "ref"})
"""Builders whose reading takes no part of the day and no clock time."""
_DAYS = frozenset({"weekday", "calendar", "offset", "dotted", "iso", "daymonth", "holiday"})
"""Builders of days, which a clock time or a part of the day before them lies on."""
_STRONG = ("night_to", "since", "until", "before", "after", "for", "from", "between", "in")
_OLD = 5


class TemporalTagger:
    """Tags the temporal expressions of texts in one language. Picklable by its language; safe to share."""

    def __init__(self, language: Language) -> None:
        data = language.section("time")
        if not data:
            raise LanguageDataError(f"no time.yaml for {language.code!r}")
        check(data, BUILDERS)
        self.language = language
        self._patterns = compile_patterns(data)
        self._lexicon = Lexicon(language, data, self._patterns.literals)
        self._guards: Mapping[str, Any] = data.get("guards") or {}

    def __reduce__(self) -> tuple[type[TemporalTagger], tuple[Language]]:
        return TemporalTagger, (self.language,)

    def tag(
        self,
        text: str,
        published: date | datetime | None,
        spans: Sequence[Span] | None = None,
        *,
        narrative: bool | None = None,
    ) -> tuple[TimeExpression, ...]:
        """The temporal expressions of the text, sorted, without overlaps.

        ``published`` is the day that relative expressions count from; without it they stay partial.
        ``spans`` are the stretches to read, in ascending order (None: all of it); offsets always count in
        ``text``. ``narrative``: True counts relative expressions from the last mentioned time (history),
        False from publication (news); None decides by whether the text mostly tells of dates more than a
        year before publication.
        """
        day = published.date() if isinstance(published, datetime) else published
        scanned = scan(text, spans if spans is not None else (Span(0, len(text)),), self._lexicon)
        matches = find(scanned.hits, self._patterns.root, Guards(text, self._guards))
        matches = complete(scanned.hits, matches)
        if narrative is None:
            narrative = _is_narrative(matches, day)
        context = Context(text, day, narrative, scanned.cues)
        _mark_ranges(scanned.hits, matches)
        found = [_express(scanned.hits, match, context) for match in _days_first(scanned.hits, matches)]
        return tuple(sorted((e for e in found if e is not None), key=lambda e: e.span))


def _is_narrative(matches: Sequence[Match], published: date | None) -> bool:
    dated = [
        m.slots["year"] for m in matches if m.row.make == "calendar" and _has_int(m, "year") and _has_int(m, "month")
    ]
    limit = published.year - 1 if published else 9999
    old = sum(1 for year in dated if year < limit)
    near = sum(1 for m in matches if m.row.make in ("weekday", "offset"))
    return old >= max(_OLD, 4 * near) and 2 * old > len(dated)


def _has_int(match: Match, key: str) -> bool:
    return isinstance(match.slots.get(key), int)


def _express(hits: Sequence[Hit], match: Match, context: Context) -> TimeExpression | None:
    signal = _signal(hits, match.first)
    site = Site(match.start, match.end, signal, context)
    reading = _read(match, site)
    if reading is None or (match.slots.get("narrative") and not context.narrative):
        return None
    interval = reading.days or _days(reading)
    if reading.type in ("DATE", "TIME") and not _is_look_back(match):
        bare, night = match.row.make == "year", reading.signal == "night_to"
        context.mention(reading.value, match.start, match.end, _names_year(reading), bare, night)
    return TimeExpression(
        span=Span(match.start, match.end),
        text=context.text[match.start : match.end],
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        grain=reading.grain,
        earliest=interval[0] if interval else None,
        latest=interval[1] if interval else None,
        weekday=reading.weekday,
        month=reading.month,
        day=reading.day,
        year=reading.year,
        clock=reading.clock,
        utc_offset=reading.utc_offset,
        seconds=reading.seconds,
        resolved_by=reading.resolved_by,
        signal=reading.signal or signal,
        range_end=bool(match.slots.get("range_end")),
    )


def _names_year(reading: Reading) -> bool:
    """True if the text itself tells the year, in these words or a little before."""
    return reading.year is not None or reading.resolved_by in ("previous", "range")


def _is_look_back(match: Match) -> bool:
    """ "Last year" and "dieses Jahres" point away from what is told: later dates don't count from them."""
    slots = match.slots
    return match.row.make == "relative" and slots.get("unit") == "Y" and SHIFTS[slots.get("rel", "this")][0] < 0


def _read(match: Match, site: Site) -> Reading | None:
    slots, make = match.slots, match.row.make
    assert make is not None
    reading = BUILDERS[make](slots, site)
    if reading is None:
        return None
    if slots.get("inherited") and reading.resolved_by == "self":
        reading.resolved_by = "range"
    if make in _WHOLE:
        return reading
    reading.mod = slots.get("edge") or slots.get("hedge") or reading.mod
    if slots.get("night") == "to":
        return clock.night_to(reading)
    if slots.get("night") == "from":
        return clock.night_from(reading)
    if slots.get("at"):
        return clock.apply_clock(reading, slots)
    if slots.get("daypart"):
        return clock.apply_daypart(reading, str(slots["daypart"]))
    return reading


def _days(reading: Reading) -> tuple[date, date] | None:
    if reading.type not in ("DATE", "TIME"):
        return None
    interval = calendar.interval(reading.value)
    return calendar.restrict(interval, reading.mod) if interval else None


def _signal(hits: Sequence[Hit], first: int) -> str | None:
    """The class of the preposition before a hit, past articles and hedges; the strongest of several ("bis
    zum")."""
    found: set[str] = set()
    at = first - 1
    for _ in range(4):
        if at < 0 or hits[at].number + 1 != hits[at + 1].number:
            break
        names = hits[at].classes
        if "signal" in names:
            found.add(str(names["signal"]))
        elif not {"det", "hedge", "about"} & names.keys():
            break
        at -= 1
    name = next((name for name in _STRONG if name in found), None)
    return "from" if name == "between" else name


def _days_first(hits: Sequence[Hit], matches: Sequence[Match]) -> list[Match]:
    """The matches in the order of reading: "at 9:30 on Tuesday" needs its Tuesday before its clock time."""
    ordered = list(matches)
    for at in range(len(ordered) - 1):
        clock_time, day = ordered[at], ordered[at + 1]
        if clock_time.row.make in ("clock", "daypart") and day.row.make in _DAYS and _beside(hits, clock_time, day):
            ordered[at : at + 2] = [day, clock_time]
    return ordered


def _beside(hits: Sequence[Hit], earlier: Match, later: Match) -> bool:
    gap = later.first - earlier.last
    if not 1 <= gap <= 3 or hits[later.first].number - hits[earlier.last].number != gap:
        return False
    between = [hits[at].classes for at in range(earlier.last + 1, later.first)]
    return all({"signal", "det", "comma"} & names.keys() for names in between) and "daypart" not in later.slots


def _mark_ranges(hits: Sequence[Hit], matches: Sequence[Match]) -> None:
    """Give the second member of each range the slot ``range_end``."""
    for earlier, later in pairwise(matches):
        if _is_range(hits, earlier, later):
            later.slots["range_end"] = True


def _is_range(hits: Sequence[Hit], earlier: Match, later: Match) -> bool:
    gap = later.first - earlier.last
    if not 1 < gap <= 4 or hits[later.first].number - hits[earlier.last].number != gap:
        return False
    between = [hits[at].classes for at in range(earlier.last + 1, later.first)]
    if any({"dot", "comma"} & names.keys() for names in between):
        return False
    if any("to" in names for names in between) or (len(between) == 1 and "dash" in between[0]):
        return True
    names = hits[earlier.first - 1].classes if earlier.first else {}
    return names.get("signal") == "between" and any("conn" in names for names in between)
