"""Checks of a ``time.yaml`` against what the builders understand, so that faults show when it is loaded."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from factcheck import calendar
from factcheck.errors import LanguageDataError
from factcheck.extract.temporal.clock import DAYPARTS
from factcheck.extract.temporal.durations import SECONDS
from factcheck.extract.temporal.units import SHIFTS

_VALUES: Mapping[str, Collection[Any]] = {
    "unit": SECONDS,
    "rel": SHIFTS,
    "edge": ("START", "MID", "END"),
    "season": calendar.SEASONS,
    "daypart": (*DAYPARTS, "NI"),
    "part": ("Q", "H"),
    "cue": ("past", "future"),
    "signal": ("since", "until", "before", "after", "from", "between", "for", "in"),
    "hedge": ("APPROX", "EXACT", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"),
    "month": range(1, 13),
    "weekday": range(7),
}
"""What the words of a class may mean, by the slot that the class fills."""
_ANY_YEAR = 2001


def check(data: Mapping[str, Any], builders: Collection[str]) -> None:
    """Raises LanguageDataError for a row without a builder and a word without a meaning."""
    fragments = [row for rows in (data.get("fragments") or {}).values() for row in rows]
    for row in [*(data.get("patterns") or ()), *fragments]:
        make = row.get("make") if isinstance(row, dict) else None
        if make is not None and make not in builders:
            raise LanguageDataError(f"time.yaml: no builder {make!r}; there is: {', '.join(sorted(builders))}")
    slots = data.get("slots") or {}
    for name, word, value in _words(data):
        allowed = _VALUES.get(slots.get(name, name))
        if allowed is not None and value not in allowed:
            raise LanguageDataError(f"time.yaml: {name} {word!r} can't mean {value!r}; it may: {list(allowed)}")
        if name == "holiday" and not _is_holiday(str(value)):
            raise LanguageDataError(f"time.yaml: no rule for a holiday: {word}: {value!r}")


def _words(data: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for name, groups in (data.get("words") or {}).items():
        for group in groups if isinstance(groups, list) else [groups]:
            words = group.get("words") if isinstance(group, dict) else None
            if not isinstance(words, dict | list):
                raise LanguageDataError(f"time.yaml: {name} has no words")
            yield from (
                (name, w, v) for w, v in (words.items() if isinstance(words, dict) else zip(words, words, strict=False))
            )


def _is_holiday(rule: str) -> bool:
    try:
        return calendar.holiday(rule, _ANY_YEAR) is not None
    except ValueError:
        return False
