"""Counting series, told by a traveller's trips."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.reasoning import Bounds, System, between, verify
from factcheck.reasoning.series import (
    At,
    Beginning,
    Count,
    EndOf,
    Happened,
    Moment,
    Reading,
    Statement,
    Within,
    add_series,
    consistent,
    cores,
    happened,
    implied_bounds,
    implied_supports,
    in_order,
    kth_ever,
    kth_since,
    kth_since_event,
    last_until,
    never_before,
    never_until,
    next_after,
    none_since,
    number_within,
    only,
)


def first_day(year: int) -> int:
    return date(year, 1, 1).toordinal()


def last_day(year: int) -> int:
    return date(year, 12, 31).toordinal()


def within(year: int) -> Within:
    return Within(first_day(year), last_day(year), str(year))


def in_year(event: str, year: int) -> Reading:
    return happened(event, first_day(year), last_day(year))


def said(tag: str, *facts: Reading) -> Statement:
    return Statement(tag, (tuple(fact for reading in facts for fact in reading),))


def tags(*statements: Statement) -> list[tuple[object, ...]]:
    return [core.tags for core in cores(statements)]


FIRST_SINCE_2019 = said("first since 2019", kth_since("trip", 1, within(2019)))
FIRST_SINCE_VISIT_2019 = said(
    "first since the visit", kth_since_event("trip", 1, "visit", first_day(2019), last_day(2019))
)
SECOND_SINCE_2011 = said("second since 2011", kth_since("trip", 2, within(2011)))
TRIP_IN_2015 = said("in 2015", in_year("third trip", 2015))


def test_first_since_2019_and_second_since_2011_leave_exactly_one_trip() -> None:
    statements = [FIRST_SINCE_2019, SECOND_SINCE_2011]
    assert consistent(statements)
    assert implied_bounds(statements, within(2011), last_day(2019)) == (1, 1)


def test_what_exactly_one_trip_rests_on() -> None:
    fewest, most = implied_supports([FIRST_SINCE_2019, SECOND_SINCE_2011], within(2011), last_day(2019))
    both = ("first since 2019", "second since 2011")
    assert [core.tags for core in fewest] == [both]
    assert [core.tags for core in most] == [both]
    assert all(verify(core) for core in (*fewest, *most))


def test_a_trip_early_in_2011_is_not_excluded_by_since_2011() -> None:
    statements = [FIRST_SINCE_2019, SECOND_SINCE_2011]
    assert implied_bounds(statements, first_day(2011), last_day(2019)) == (1, None)


def test_the_visit_in_2019_the_second_since_2011_and_a_trip_in_2015_contradict_each_other() -> None:
    three = [FIRST_SINCE_VISIT_2019, SECOND_SINCE_2011, TRIP_IN_2015]
    assert tags(*three) == [("first since the visit", "in 2015", "second since 2011")]
    assert all(verify(core) for core in cores(three))
    for left_out in three:
        assert consistent([statement for statement in three if statement is not left_out])


def test_without_a_visit_in_2019_the_trip_in_2015_fits() -> None:
    assert consistent([FIRST_SINCE_2019, SECOND_SINCE_2011, TRIP_IN_2015])


@pytest.mark.parametrize("year", [2018, 2019])
def test_first_since_2019_allows_a_last_trip_in_2019_and_one_before(year: int) -> None:
    assert consistent([FIRST_SINCE_2019, said("earlier", in_year("other", year))])


def test_first_since_2019_excludes_a_trip_in_2021_before_it() -> None:
    earlier = said("2021", in_year("other", 2021))
    assert tags(FIRST_SINCE_2019, earlier, said("2023", in_year("trip", 2023))) == [
        ("2021", "2023", "first since 2019")
    ]


def test_a_trip_in_2021_is_no_conflict_while_the_first_since_2019_may_be_that_trip() -> None:
    assert consistent([FIRST_SINCE_2019, said("2021", in_year("other", 2021))])


def test_first_and_second_since_the_same_moment_clash() -> None:
    second = said("second since 2019", kth_since("trip", 2, within(2019)))
    assert tags(FIRST_SINCE_2019, second) == [("first since 2019", "second since 2019")]


def test_first_and_second_since_moments_of_one_year_agree() -> None:
    year = Within(first_day(2019), last_day(2019))
    assert consistent([said("first", kth_since("trip", 1, year)), said("second", kth_since("trip", 2, year))])


def test_who_says_since_looks_back_on_the_period() -> None:
    statement = said("a", kth_since("trip", 1, within(2019)), in_year("trip", 2019))
    assert tags(statement) == [("a",)]


def test_never_before_excludes_an_earlier_trip() -> None:
    never, earlier = said("never", never_before("trip")), said("2002", in_year("other", 2002))
    now = said("2023", in_year("trip", 2023))
    assert tags(never, earlier, now) == [("2002", "2023", "never")]
    assert consistent([never, now])


def test_third_ever_leaves_room_for_two() -> None:
    third, now = said("third", kth_ever("trip", 3)), said("2023", in_year("trip", 2023))
    assert implied_bounds([third, now], Beginning(), last_day(2022)) == (0, 2)
    assert implied_bounds([third, now], Beginning(), last_day(2023)) == (3, None)


def test_last_until_excludes_a_later_one() -> None:
    last = said("last", in_year("trip", 2019), last_until("trip", EndOf(last_day(2022))))
    assert tags(last, said("2021", in_year("other", 2021))) == [("2021", "last")]
    assert consistent([last, said("2023", in_year("other", 2023))])
    assert consistent([last, said("2019", in_year("other", 2019))])


def test_only_one_in_a_period() -> None:
    period = EndOf(last_day(2010)), EndOf(last_day(2020))
    statement = said("only", only("trip", *period))
    assert implied_bounds([statement], first_day(2011), last_day(2020)) == (1, 1)
    assert tags(statement, said("2012", in_year("one", 2012)), said("2013", in_year("two", 2013))) == [
        ("2012", "2013", "only")
    ]


def test_exactly_one_in_2015_and_two_that_follow_each_other_there() -> None:
    once = said("once", number_within(first_day(2015), last_day(2015), 1, 1))
    trips = said("two", in_year("one", 2015), in_year("two", 2015))
    assert consistent([once, trips])
    assert tags(once, trips, said("order", in_order("one", "two"))) == [("once", "order", "two")]


def test_none_since_2002_against_a_trip_in_2015() -> None:
    none = said("none", none_since(within(2002), EndOf(last_day(2022))))
    assert tags(none, TRIP_IN_2015) == [("in 2015", "none")]
    assert consistent([none, said("2002", in_year("other", 2002))])
    assert consistent([none, said("2023", in_year("other", 2023))])


def test_not_yet_against_another_day_of_arrival() -> None:
    not_yet = said("not yet", never_until(EndOf(100)))
    assert tags(not_yet, said("arrived", happened("arrival", 99, 100))) == [("arrived", "not yet")]
    assert consistent([not_yet, said("arrived", happened("arrival", 100, 101))])


def test_the_trip_before_this_one() -> None:
    before = said("before", next_after("earlier", "trip"), in_year("earlier", 2011), in_year("trip", 2023))
    assert tags(before, TRIP_IN_2015) == [("before", "in 2015")]


def test_a_list_of_dated_trips_makes_the_count() -> None:
    listed = said("2015 and 2019", in_year("one", 2015), in_year("two", 2019))
    second = said("second ever", kth_ever("trip", 2), in_year("trip", 2023))
    assert implied_bounds([listed], first_day(2015), last_day(2019)) == (2, None)
    assert tags(listed, second) == [("2015 and 2019", "second ever")]


def test_two_names_may_be_one_trip_unless_their_days_differ() -> None:
    once = said("once", number_within(first_day(2015), last_day(2019), 1, 1))
    assert consistent([once, said("a", in_year("one", 2015)), said("b", in_year("two", 2015))])
    assert tags(once, said("a", in_year("one", 2015)), said("b", in_year("two", 2016))) == [("a", "b", "once")]


def test_a_statement_with_two_readings_holds_if_one_does() -> None:
    unclear = Statement("unclear", (in_year("other", 2021), in_year("other", 2018)))
    now = said("2023", in_year("trip", 2023))
    never_in_2018 = said("none in 2018", number_within(first_day(2018), last_day(2018), 0, 0))
    assert consistent([FIRST_SINCE_2019, now, unclear])
    assert tags(FIRST_SINCE_2019, now, unclear, never_in_2018) == [
        ("2023", "first since 2019", "none in 2018", "unclear")
    ]


def test_an_undated_article_that_says_not_yet_came_before_the_event() -> None:
    system = System()
    arrived = said("arrived", happened("arrival", 100, 100))
    not_yet = said("not yet", never_until(Moment("a.txt")))
    add_series(system, "N", [arrived, not_yet])
    assert system.bounds("a.txt") == Bounds(None, 100)
    system.add_all(between("a.txt", "0", 101, None, "published"))
    assert [core.tags for core in system.solve().cores] == [("arrived", "not yet", "published")]
    assert all(verify(core) for core in system.solve().cores)


def test_an_event_at_a_time_point_of_the_system() -> None:
    system = System()
    dated = Statement("a", ((Happened("trip", Moment("trip.start")),),))
    none = said("none", number_within(10, 20, 0, 0))
    add_series(system, "N", [dated, none])
    system.add_all(between("trip.start", "0", 9, 20, "when"))
    assert system.bounds("trip.start") == Bounds(9, 9)


def test_two_series_share_a_system_and_no_point() -> None:
    system = System()
    add_series(system, "trips", [said("a", number_within(1, 10, 0, 0)), said("b", happened("x", 5, 5))])
    add_series(system, "calls", [said("c", happened("x", 5, 5))])
    assert [core.tags for core in system.solve().cores] == [("a", "b")]


def test_nothing_is_known_of_an_empty_series() -> None:
    assert consistent([])
    assert implied_bounds([], 1, 10) == (0, None)
    assert tags(said("a", (Count(At("x"), Beginning(), 0, None),))) == [("a",)]


def test_bounds_of_a_contradiction_are_none() -> None:
    statements = [said("a", number_within(1, 9, 0, 0)), said("b", happened("x", 5, 5))]
    assert implied_bounds(statements, 1, 9) is None
    assert implied_supports(statements, 1, 9) == ((), ())
