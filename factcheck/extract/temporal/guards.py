"""What a match must not stand beside: digits that are prices, scores, phone numbers or counts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.extract.temporal.tokens import Hit

_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n»«„“\"–])\s*$")
_NEXT_WORD = re.compile(r"[ \t\n\xa0]{0,3}([^\W\d_]+)")
_BAD_AFTER = re.compile(r"[^\W_]|[ \xa0]?[%‰°€$£²³]|[.,:]\d|[ \xa0]?[*×x][ \xa0]?\d|[-–/]\d{3,}[-–/]")


_JOINTS = frozenset({"conn", "dash", "slash", "comma"})
_DATES = frozenset({"month", "year", "day", "season"})
_BESIDE_BEFORE = frozenset({"signal", "rel", "every"})
_BESIDE_AFTER = frozenset({"year", "day"})
_ROUND_YEARS = (1900, 2000, 2100)


class Guards:
    """The negative knowledge of one language about numbers, for one text.

    ``options``: ``nouns_capital`` (a capitalised word behind a round number is what it counts),
    ``plural_endings``.
    """

    def __init__(self, text: str, options: Mapping[str, Any]) -> None:
        self._text = text
        self._capital = bool(options.get("nouns_capital"))
        self._plural = tuple(options.get("plural_endings") or ())
        self._names = frozenset(options.get("ambiguous_months") or ())

    def allow(self, hits: Sequence[Hit], first: int, last: int, make: str | None, slots: Mapping[str, Any]) -> bool:
        """False where the match ``first`` to ``last`` is part of something else."""
        if make is None:
            return True
        text = self._text
        start, end = hits[first].start, hits[last].end
        if text[start].isdigit() and not self._free_before(start):
            return False
        if text[end - 1].isdigit() and (_BAD_AFTER.match(text, end) or self._counted(hits, last)):
            return False
        if slots.get("initial") and not _SENTENCE_START.search(text, max(0, start - 4), start):
            return False
        if slots.get("bare_hour") and self._counts_something(end):
            return False
        if slots.get("together") and not hits[first + 1].glued:
            return False
        if first == last and slots.get("month") in self._names and make == "calendar":
            return self._introduced_month(hits, first)
        return make != "year" or self._bare_year(hits, first, last, slots)

    def _counts_something(self, end: int) -> bool:
        """A bare number for the hour must end its phrase: "um sieben.", not "um sieben Prozent"."""
        word = _NEXT_WORD.match(self._text, end)
        return word is not None and (not self._capital or word[1][0].isupper())

    @staticmethod
    def _introduced_month(hits: Sequence[Hit], at: int) -> bool:
        """A month that is also a name or a verb counts only behind a preposition or beside another date."""
        for step, beside in ((-1, _BESIDE_BEFORE), (1, _BESIDE_AFTER)):
            near, far = at + step, at + 2 * step
            if not 0 <= near < len(hits) or abs(hits[near].number - hits[at].number) != 1:
                continue
            names = hits[near].classes.keys()
            if beside & names:
                return True
            joined = _JOINTS & names and 0 <= far < len(hits) and abs(hits[far].number - hits[at].number) == 2
            if joined and _DATES & hits[far].classes.keys():
                return True
        return False

    def _free_before(self, start: int) -> bool:
        before = self._text[max(0, start - 2) : start]
        if not before:
            return True
        if before[-1] in "$€£¥§#№+@=*":
            return False
        return not (before[-1].isalnum() or (len(before) == 2 and before[-1] in ".,:" and before[0].isdigit()))

    @staticmethod
    def _counted(hits: Sequence[Hit], last: int) -> bool:
        following = last + 1
        return (
            following < len(hits)
            and hits[following].number == hits[last].number + 1
            and "counted" in hits[following].classes
        )

    def _bare_year(self, hits: Sequence[Hit], first: int, last: int, slots: Mapping[str, Any]) -> bool:
        year = slots.get("year")
        if not isinstance(year, int):
            return True
        before = self._names_before(hits, first)
        if "numbered" in before or year > 2100:
            return False
        if {"dash", "slash"} & before and first >= 2 and hits[first].glued and not self._year_range(hits, first):
            return False
        introduced = "signal" in before or "open" in before or "dash" in before or "slash" in before
        if year < 1400 and not {"signal", "dash"} & before:
            return False
        if not introduced and year % 100 == 0 and year not in _ROUND_YEARS:
            return False
        word = _NEXT_WORD.match(self._text, hits[last].end)
        if word is None or (year % 10 and year >= 1400) or (introduced and year % 100 and year > 1900):
            return True
        return not self._plural_noun(word[1], round_number=year % 100 == 0, introduced=introduced)

    def _plural_noun(self, word: str, round_number: bool, introduced: bool) -> bool:
        if self._capital != word[0].isupper():
            return False
        return word.endswith(self._plural) or (round_number and not introduced and self._capital)

    @staticmethod
    def _names_before(hits: Sequence[Hit], first: int) -> frozenset[str]:
        names: set[str] = set()
        for back in (1, 2):
            at = first - back
            if at < 0 or hits[at].number + 1 != hits[at + 1].number:
                break
            names |= hits[at].classes.keys()
            if back == 1 and not {"dot", "det"} & names:
                break
        return frozenset(names)

    @staticmethod
    def _year_range(hits: Sequence[Hit], first: int) -> bool:
        earlier = hits[first - 2]
        return "year" in earlier.classes or "num" not in earlier.classes
