"""Durations against ends, distances against time."""

from __future__ import annotations

from math import inf

import pytest

from factcheck.reasoning.speed import Interval, Mismatch, duration_mismatch, speed_mismatch, too_fast


def exactly(number: float) -> Interval:
    return Interval(number, number)


def test_a_week_from_the_1st_to_the_8th() -> None:
    assert duration_mismatch(exactly(1), exactly(8), exactly(7)) is None


def test_ten_days_from_the_1st_to_the_8th() -> None:
    expected = Mismatch(stated=exactly(10), implied=exactly(7))
    assert duration_mismatch(exactly(1), exactly(8), exactly(10)) == expected


def test_from_the_1st_to_the_3rd_are_two_or_three_days() -> None:
    assert duration_mismatch(exactly(1), exactly(3), exactly(3), inclusive=True) is None
    assert duration_mismatch(exactly(1), exactly(3), exactly(2), inclusive=True) is None
    assert duration_mismatch(exactly(1), exactly(3), exactly(4), inclusive=True) is not None


def test_vague_ends_leave_room() -> None:
    assert duration_mismatch(Interval(1, 30), Interval(31, 60), Interval(20, 22)) is None
    assert duration_mismatch(exactly(1), Interval(5, inf), exactly(100)) is None


def test_an_end_before_its_start() -> None:
    expected = Mismatch(stated=Interval(-9, 9), implied=exactly(-7))
    assert duration_mismatch(exactly(8), exactly(1), Interval(-9, 9)) == expected


def test_a_stated_speed_against_way_and_time() -> None:
    assert speed_mismatch(exactly(300), exactly(3), Interval(95, 105)) is None
    expected = Mismatch(stated=exactly(200), implied=exactly(100))
    assert speed_mismatch(exactly(300), exactly(3), exactly(200)) == expected
    assert speed_mismatch(exactly(300), Interval(0, 3), exactly(200)) is None


def test_a_way_too_long_for_its_time() -> None:
    assert too_fast(exactly(6000), exactly(10), 900) is None
    assert too_fast(exactly(6000), exactly(2), 900) == Mismatch(Interval(0, 900), exactly(3000))


def test_bad_intervals_are_refused() -> None:
    with pytest.raises(ValueError, match="not an interval"):
        Interval(2, 1)
    with pytest.raises(ValueError, match="not a duration"):
        speed_mismatch(exactly(1), exactly(0), exactly(1))
