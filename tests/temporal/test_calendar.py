"""Date arithmetic without text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import calendar

DAYS = st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31))


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (1961, date(1961, 4, 2)),
        (2000, date(2000, 4, 23)),
        (2024, date(2024, 3, 31)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter(year: int, easter: date) -> None:
    assert calendar.easter(year) == easter


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2014, date(2014, 12, 25)),
        ("easter+49", 2014, date(2014, 6, 8)),
        ("easter-2", 2024, date(2024, 3, 29)),
        ("11:3:4", 2014, date(2014, 11, 27)),
        ("05:0:-1", 2014, date(2014, 5, 26)),
        ("12-25<6-4", 2014, date(2014, 11, 30)),
        ("12-25<6-1", 2016, date(2016, 12, 18)),
        ("02-29", 2015, None),
    ],
)
def test_holidays(rule: str, year: int, day: date | None) -> None:
    assert calendar.holiday(rule, year) == day


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-09-12TEV", date(2023, 9, 12), date(2023, 9, 12)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2023-W37-WE", date(2023, 9, 16), date(2023, 9, 17)),
        ("2023-Q3", date(2023, 7, 1), date(2023, 9, 30)),
        ("2023-H2", date(2023, 7, 1), date(2023, 12, 31)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
    ],
)
def test_interval(value: str, first: date, last: date) -> None:
    assert calendar.interval(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "XXXX-WXX-2",
        "P3D",
        "PAST_REF",
        "BC0490",
        "2023-13",
        "2023-02-30",
        "2021-W53",
        "2023-Q5",
        "٢٠٢٣",
        "1",
    ],
)
def test_what_has_no_interval(value: str) -> None:
    assert calendar.interval(value) is None


def test_restrict() -> None:
    may = (date(2014, 5, 1), date(2014, 5, 31))
    assert calendar.restrict(may, "START") == (date(2014, 5, 1), date(2014, 5, 12))
    assert calendar.restrict(may, "MID") == (date(2014, 5, 8), date(2014, 5, 24))
    assert calendar.restrict(may, "END") == (date(2014, 5, 20), date(2014, 5, 31))
    assert calendar.restrict(may, None) == may


@given(DAYS, st.integers(0, 6))
def test_weekdays_lie_within_a_week(day: date, weekday: int) -> None:
    before, after = calendar.weekday_on_or_before(day, weekday), calendar.weekday_on_or_after(day, weekday)
    assert before is not None
    assert after is not None
    assert day - timedelta(days=6) <= before <= day <= after <= day + timedelta(days=6)
    assert before.weekday() == after.weekday() == weekday


@given(DAYS)
def test_a_day_lies_in_the_interval_of_its_week_and_month(day: date) -> None:
    for value in (calendar.week_value(day), calendar.month_value(day), day.isoformat()):
        days = calendar.interval(value)
        assert days is not None
        assert days[0] <= day <= days[1]


@given(DAYS, st.integers(-200_000, 200_000))
def test_adding_never_raises(day: date, count: int) -> None:
    calendar.add_days(day, count * 20)
    moved = calendar.add_months(day, count)
    assert moved is None or moved.day <= day.day


@given(st.text(max_size=12))
def test_interval_never_raises(value: str) -> None:
    calendar.interval(value)
