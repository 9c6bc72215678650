"""Hostile texts cost no more a character than others: twice the text takes about twice the time."""

from __future__ import annotations

import time
from datetime import date

import pytest

from factcheck.extract.temporal import tagger
from factcheck.languages import load

HALF = 500_000


def seconds(text: str, language: str) -> float:
    started = time.process_time()
    tagger(load(language)).tag(text, date(2024, 5, 5))
    return time.process_time() - started


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("unit", ["1.", "am ", "a", "12. und ", "1-", "\n ", "( ", "und ", "Montag, ", "1900 "])
def test_a_megabyte_stays_linear(unit: str, language: str) -> None:
    count = HALF // len(unit) // (10 if unit in ("Montag, ", "1900 ") else 1)
    once = seconds(unit * count, language)
    twice = seconds(unit * count * 2, language)
    assert twice < 4 * once + 0.5
    assert twice < 20
