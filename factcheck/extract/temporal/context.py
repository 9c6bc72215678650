"""What a text has said so far, and what its relative expressions are resolved against."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date

from factcheck import calendar

_SENTENCE_END = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=\d{4}))[.!?;][\"'»“”)]*\s|[!?]|\n")
_CLAUSE_REACH = 140
"""Characters within which a verb may tell the tense of an expression."""
_LOCAL_REACH = 400
"""Characters within which a year that the text names serves a later month without a year."""


_JUST_NOW = 2.0
"""Months: a whole date that near is meant, whatever the tense of the nearest verb."""
_HALF_A_YEAR = 6.0
_OF_THE_DAY = 60
"""Days around publication that news tells of."""
_NEAR_YEARS = 2
"""A bare year at most that far from the time that a narrative tells belongs to it; others are asides."""
_LONGEST_HEADING = 90


@dataclass(frozen=True, slots=True)
class Mention:
    """A resolved expression that later ones may refer to."""

    value: str
    start: int
    end: int
    explicit_year: bool


@dataclass(slots=True)
class Context:
    """The state while one text is read from front to back."""

    text: str
    published: date | None
    narrative: bool
    cues: list[tuple[int, str]]
    year: Mention | None = None
    """Last expression that fixes at least a year."""
    month: Mention | None = None
    day: Mention | None = None
    partial: Mention | None = None
    """The last mentioned day, if it is known without its year or week only."""
    recent: Mention | None = None
    """The last mentioned day near publication."""
    night: bool = False
    """True if the last mentioned day stands for the night that begins on it."""
    bc_year: int | None = None
    """The last mentioned year, if it is one before Christ."""
    section: int | None = None
    """The year that alone makes up the last heading of that kind."""
    _cue_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._cue_starts = [start for start, _ in self.cues]

    def mention(
        self, value: str, start: int, end: int, explicit_year: bool, bare: bool = False, night: bool = False
    ) -> None:
        """Remember an expression; coarser ones don't make a finer one forgotten unless they leave its year.

        ``bare``: it is nothing but the figures of a year. ``night``: it is the night from that day to the
        next.
        """
        day = value.partition("T")[0]
        if re.fullmatch(r"XXXX-(?:WXX-\d|\d\d-\d\d)", day):
            self.partial = Mention(day, start, end, False)
            self.night = night
        if value.startswith("BC") and value[2:6].isdigit():
            self.bc_year = int(value[2:6])
        if not re.match(r"\d{4}(?:-|T|$)", value) or not self._serves(value, start, end, bare):
            return
        seen = Mention(value.partition("T")[0], start, end, explicit_year)
        if self.narrative and self._in_heading(start, end):
            self.section = int(value) if len(value) == 4 and self._heads_line(start, end) else None
        self.year, self.bc_year = seen, None
        if re.match(r"\d{4}-\d\d", value):
            self.month = seen
        elif self.month and self.month.value[:4] != value[:4]:
            self.month = None
        if re.match(r"\d{4}-\d\d-\d\d", value):
            self.day, self.partial, self.night = seen, None, night
            if self.published and abs((_as_day(seen.value) or date.min) - self.published).days <= _OF_THE_DAY:
                self.recent = seen

    def _serves(self, value: str, start: int, end: int, bare: bool) -> bool:
        """False for an aside in a narrative: "(1808-1883)", or a bare year that neither stands in a heading
        nor opens a sentence near the time that is told."""
        if not self.narrative or self.year is None:
            return True
        if self._in_heading(start, end):
            return True
        if self.text.rfind("(", max(0, start - 30), start) > self.text.rfind(")", max(0, start - 30), start):
            return False
        if not bare:
            return True
        return self._opens_sentence(start) and abs(int(value) - int(self.year.value[:4])) <= _NEAR_YEARS

    def _opens_sentence(self, start: int) -> bool:
        return bool(re.search(r"(?:^|[.!?\n])\s*(?:\w{1,9}\s+){0,4}$", self.text[max(0, start - 40) : start]))

    def _heads_line(self, start: int, end: int) -> bool:
        """True for "1862" alone on a line and for "2003: The invasion"."""
        low, high = self.text[max(0, start - 1) : start], self.text[end : end + 1]
        return low in ("", "\n") and high in ("", "\n", ":")

    def _in_heading(self, start: int, end: int) -> bool:
        low = self.text.rfind("\n", max(0, start - _LONGEST_HEADING), start) + 1
        high = self.text.find("\n", end, end + _LONGEST_HEADING)
        if high < 0 or (low == 0 and start > _LONGEST_HEADING) or high - low > _LONGEST_HEADING:
            return False
        return self.text[high - 1] not in '.!?:;"“”»'

    # --- anchors ----------------------------------------------------------------------------------

    def last_day(self) -> date | None:
        """The last day that was mentioned, unless a coarser time in another year came between."""
        return _as_day(self.day.value) if self.day and not self.partial else None

    def told_day(self, start: int, reach: int) -> date | None:
        """The day that is being told of at ``start``: the one last mentioned in the same sentence or, within
        ``reach`` characters, near publication; in narrative the last one."""
        seen = self.day
        if seen and not self.narrative and (start - seen.end > reach or self.sentence_ends(seen.end, start)):
            seen = self.recent if self.recent and start - self.recent.end <= reach else None
        return _as_day(seen.value) if seen else None

    def paragraph_ends(self, start: int, end: int) -> bool:
        """True if a line ends between two offsets."""
        return "\n" in self.text[start:end]

    def sentence_ends(self, start: int, end: int) -> bool:
        """True if a sentence ends between two offsets."""
        return _SENTENCE_END.search(self.text, start, end) is not None

    def anchor(self, previous: bool) -> tuple[date | None, str]:
        """The day that relative expressions count from: publication, or in narrative the last one mentioned.

        ``previous`` asks for the last one mentioned in news as well. A coarser mention stands for its first
        day.
        """
        if previous or self.narrative:
            latest = self.latest()
            if latest is not None:
                return latest, "previous"
            if self.narrative:
                return None, "previous"
        return self.published, "published"

    def latest(self) -> date | None:
        """First day of the last mentioned time."""
        if self.partial:
            return None
        newest = max((m for m in (self.day, self.month, self.year) if m), key=lambda m: m.start, default=None)
        days = calendar.interval(newest.value) if newest else None
        return days[0] if days else None

    def local_year(self, start: int) -> int | None:
        """A year that the text itself named with a month, a little before: in the same paragraph, in dated
        news in the same sentence."""
        for seen in (self.month, self.year):
            near = seen and seen.explicit_year and start - seen.end <= _LOCAL_REACH and seen.value[4:5] == "-"
            ends = self.sentence_ends if self.published and not self.narrative else self.paragraph_ends
            if seen and near and not ends(seen.end, start):
                return int(seen.value[:4])
        return None

    # --- tense ------------------------------------------------------------------------------------

    def tense(self, start: int, end: int) -> str | None:
        """``past`` or ``future`` by the nearest telling verb of the same sentence, or None."""
        position = bisect_left(self._cue_starts, start)
        best: tuple[int, str] | None = None
        for place, cue in self.cues[max(0, position - 3) : position + 3]:
            low, high = (place, start) if place < start else (end, place)
            if high - low > (best[0] - 1 if best else _CLAUSE_REACH):
                continue
            if not _SENTENCE_END.search(self.text, low, high):
                best = (high - low, cue)
        return best[1] if best else None

    # --- completing partial dates -----------------------------------------------------------------

    def year_of(
        self, month: int, day: int | None, start: int, end: int, signal: str | None
    ) -> tuple[int | None, str | None]:
        """The year of a month (and day) that names none, and what told it.

        Narrative: the year of the last mention, or the next one where the months jump back by eight or more.
        News: a year that the paragraph has just named with a month; else the past one, unless the tense says
        future or, for a whole date, the coming one is nearer and no verb speaks of the past. Without
        publication date only the first.
        """
        if self.narrative and self.year:
            return self._narrative_year(month, start), "previous"
        local = self.local_year(start)
        if local is not None and (self.published is None or local != self.published.year):
            return local, "previous"
        if self.published is None:
            return None, None
        return self._news_year(month, day, self.tense(start, end), signal), "published"

    def _narrative_year(self, month: int, start: int) -> int:
        """A section headed by a year alone tells of that year, unless its paragraph has just named another;
        else the year of the last mention, or the next one where the months of one paragraph jump back by
        eight or more."""
        assert self.year is not None
        local = self.local_year(start)
        if self.section is not None:
            return local if local is not None else self.section
        year = int(self.year.value[:4])
        near = self.month and "\n" not in self.text[self.month.end : start]
        if self.month and near and int(self.month.value[5:7]) - month >= 8:
            return year + 1
        return year

    def _news_year(self, month: int, day: int | None, tense: str | None, signal: str | None) -> int:
        assert self.published is not None
        here = self.published
        past = here.year if (month, day or 1) <= (here.month, here.day) else here.year - 1
        if past == here.year and month == here.month and day is None:
            return here.year
        behind = (here.year - past) * 12 + here.month - month + ((here.day - day) / 30 if day else 0)
        if signal == "since":
            return past
        if tense == "future" or signal == "until":
            return past + 1 if behind > _JUST_NOW else past
        if tense == "past":
            return past + 1 if day and 12 - behind <= _JUST_NOW else past
        return past + 1 if day and behind > _HALF_A_YEAR else past


def _as_day(value: str) -> date | None:
    days = calendar.interval(value)
    return days[0] if days and days[0] == days[1] else None
