"""The unfinished reading of an expression, between a matched pattern and a TimeExpression."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.extract.temporal.context import Context
from factcheck.model import Grain

Slots = Mapping[str, Any]
"""Slot name to value, as the pattern's tokens and its fixed slots gave them."""


@dataclass(slots=True)
class Reading:
    """What a builder made of the slots; fields as in TimeExpression."""

    type: str
    value: str
    grain: Grain | None = None
    mod: str | None = None
    resolved_by: str | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    clock: tuple[int, int] | None = None
    utc_offset: int | None = None
    seconds: tuple[float, float] | None = None
    days: tuple[date, date] | None = None
    """Earliest and latest day where they aren't those of the value."""
    signal: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """Where an expression stands: its borders in the text, the word class before it, and the context."""

    start: int
    end: int
    signal: str | None
    context: Context


Builder = Callable[[Slots, Site], Reading | None]
