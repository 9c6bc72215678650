"""Times of events."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.reasoning import Bounds, Constraint, System
from factcheck.reasoning.timeline import (
    after,
    at,
    awaited_by,
    before,
    calendar_years,
    completed_years,
    during,
    end,
    event,
    instant,
    lasts,
    lies_within,
    on_weekdays,
    published,
    start,
    told_by,
    touches,
    weekdays_disjoint,
)


def system_of(*parts: tuple[Constraint, ...]) -> System:
    system = System()
    for part in parts:
        system.add_all(part)
    return system


def tags(*parts: tuple[Constraint, ...]) -> list[tuple[object, ...]]:
    return [core.tags for core in system_of(*parts).solve().cores]


TALKS = event("talks")


def test_a_month_contains_a_day_and_excludes_another_month() -> None:
    september, day = lies_within("talks", 1, 30, "a"), lies_within("talks", 13, 13, "b")
    assert tags(TALKS, september, day) == []
    assert tags(TALKS, september, lies_within("talks", 31, 61, "b")) == [("a", "b")]


def test_talks_of_two_days_touch_both() -> None:
    tuesday, wednesday = touches("talks", 12, 12, "a"), touches("talks", 13, 13, "b")
    assert tags(TALKS, tuesday, wednesday) == []
    assert tags(TALKS, tuesday, wednesday, instant("talks", "c")) == [("a", "b", "c")]


def test_before_with_a_gap() -> None:
    parts = [
        TALKS,
        event("dinner"),
        before("talks", "dinner", 2, 3, "gap"),
        lies_within("talks", 5, 5, "day"),
    ]
    assert system_of(*parts).bounds(start("dinner")) == Bounds(7, 8)
    assert tags(*parts, lies_within("dinner", 6, 6, "dinner")) == [("day", "dinner", "gap")]


def test_order_of_three_in_a_ring() -> None:
    ring = [before("a", "b", 1, None, "1"), before("b", "c", 1, None, "2"), before("c", "a", 1, None, "3")]
    assert tags(event("a"), event("b"), event("c"), *ring) == [("1", "2", "3")]


def test_after_is_between_points() -> None:
    parts = [at(start("talks"), 5, 5, "a"), after(end("talks"), start("talks"), 2, 2, "b")]
    assert system_of(TALKS, *parts).bounds(end("talks")) == Bounds(7, 7)


def test_during_lies_inside() -> None:
    inside = during("dinner", "talks", "in")
    parts = [TALKS, event("dinner"), lies_within("talks", 1, 3, "talks"), inside]
    assert system_of(*parts).bounds(start("dinner")) == Bounds(1, 3)
    assert tags(*parts, touches("dinner", 4, 9, "late")) == [("in", "late", "talks")]


def test_a_duration_that_does_not_fit_its_ends() -> None:
    ends = at(start("talks"), 1, 1, "from") + at(end("talks"), 4, 4, "to")
    assert tags(TALKS, ends, lasts("talks", 3, 3, "three days")) == []
    assert tags(TALKS, ends, lasts("talks", 7, 7, "a week")) == [("a week", "from", "to")]


def test_an_event_that_ends_before_it_starts() -> None:
    assert tags(TALKS, at(start("talks"), 9, 9, "a"), at(end("talks"), 8, 8, "b")) == [("a", "b")]


def test_a_publication_day_is_a_variable_with_bounds() -> None:
    parts = [TALKS, event("arrival"), told_by("talks", "a.txt", "past"), lies_within("talks", 10, 12, "day")]
    assert system_of(*parts).bounds(published("a.txt")) == Bounds(10, None)
    awaited = [awaited_by("arrival", "a.txt", "not yet"), lies_within("arrival", 20, 20, "arrived")]
    assert system_of(*parts, *awaited).bounds(published("a.txt")) == Bounds(10, 20)
    early = lies_within("arrival", 9, 9, "early")
    assert tags(*parts, awaited[0], early) == [("day", "early", "not yet", "past")]


def test_a_weekday_in_an_open_week() -> None:
    wednesday = date(2023, 9, 13).toordinal()
    system = system_of(TALKS, lies_within("talks", wednesday - 1, wednesday + 6, "week"))
    system.add_choice(on_weekdays("talks", [2], wednesday - 14, wednesday + 14, "on Wednesday"))
    assert system.bounds(start("talks")) == Bounds(wednesday, wednesday)
    system.add_choice(on_weekdays("talks", [1], wednesday - 14, wednesday + 14, "on Tuesday"))
    assert [core.tags for core in system.solve().cores] == [("on Tuesday", "on Wednesday")]


def test_no_such_weekday_in_the_interval() -> None:
    system = System()
    wednesday = date(2023, 9, 13).toordinal()
    system.add_choice(on_weekdays("talks", [3], wednesday, wednesday, "a"))
    assert [core.tags for core in system.solve().cores] == [("a",)]


def test_disjoint_weekdays_need_no_date() -> None:
    assert weekdays_disjoint({1}, {2})
    assert not weekdays_disjoint({1, 2}, {2, 3})
    assert weekdays_disjoint({0, 1}, {1, 2}, {0, 2})


def test_an_age_against_a_birth_year() -> None:
    born = at("birth", date(1970, 1, 1).toordinal(), date(1970, 12, 31).toordinal(), "born 1970")
    day = at("day", date(2023, 6, 1).toordinal(), date(2023, 6, 1).toordinal(), "day")
    for age in (52, 53):
        assert tags(born, day, completed_years("day", "birth", age, age, "age")) == []
    for age in (50, 55):
        assert tags(born, day, completed_years("day", "birth", age, age, "age")) == [("age", "born 1970", "day")]


def test_the_30th_edition_of_what_is_held_yearly_since_1994() -> None:
    first = at("first", date(1994, 1, 1).toordinal(), date(1994, 12, 31).toordinal(), "since 1994")
    thirtieth = calendar_years("edition", "first", 29, 29, "30th")
    for year, expected in ((2023, []), (2026, [("2026", "30th", "since 1994")])):
        held = at("edition", date(year, 5, 1).toordinal(), date(year, 5, 9).toordinal(), str(year))
        assert tags(first, thirtieth, held) == expected


@settings(deadline=None, derandomize=True)
@given(st.dates(date(1, 1, 1), date(1800, 1, 1)), st.integers(0, 300))
def test_full_years_hold_for_every_birthday(birth: date, age: int) -> None:
    year = birth.year + age
    leap_day = (birth.month, birth.day) == (2, 29)
    birthday = date(year, 3, 1) if leap_day else birth.replace(year=year)
    eve = birthday.toordinal() + 364
    for day in (birthday.toordinal(), eve):
        fixed = at("birth", birth.toordinal(), birth.toordinal()) + at("day", day, day)
        assert tags(fixed, completed_years("day", "birth", age, age, "age")) == []


@settings(deadline=None, derandomize=True)
@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_calendar_years_hold_for_every_two_days(first: date, second: date) -> None:
    apart = second.year - first.year
    fixed = at("a", first.toordinal(), first.toordinal()) + at("b", second.toordinal(), second.toordinal())
    assert tags(fixed, calendar_years("b", "a", apart, apart, "years")) == []
