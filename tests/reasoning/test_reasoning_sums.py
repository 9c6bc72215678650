"""Totals against parts."""

from __future__ import annotations

from math import inf

from factcheck.reasoning.sums import Figure, SumConflict, SumFault, check_sum


def exactly(number: float, tag: str) -> Figure:
    return Figure(number, number, tag)


WOMEN, MAN = exactly(2, "two women"), exactly(1, "a man")


def test_two_women_and_a_man_are_three() -> None:
    assert check_sum(exactly(3, "three"), [WOMEN, MAN], complete=True) is None


def test_two_women_and_a_man_are_not_four() -> None:
    four = exactly(4, "four")
    expected = SumConflict(SumFault.FALLS_SHORT, four, (WOMEN, MAN), 3, 3)
    assert check_sum(four, [WOMEN, MAN], complete=True) == expected
    assert expected.tags == ("four", "two women", "a man")


def test_some_parts_may_stay_below_the_total() -> None:
    dead, injured = exactly(9, "nine dead"), exactly(17, "17 injured")
    assert check_sum(exactly(34, "of the 34"), [dead, injured], complete=False) is None


def test_parts_exceed_a_total_and_only_those_that_matter_are_named() -> None:
    total, small, large, middle = (exactly(n, str(n)) for n in (34, 2, 30, 9))
    conflict = check_sum(total, [small, large, middle], complete=False)
    assert conflict == SumConflict(SumFault.EXCEEDS, total, (large, middle), 39, 39)


def test_hedges_are_intervals() -> None:
    at_least_five = Figure(5, inf, "at least five")
    assert check_sum(at_least_five, [exactly(7, "seven")], complete=True) is None
    assert check_sum(exactly(7, "seven"), [at_least_five], complete=True) is None
    conflict = check_sum(exactly(4, "four"), [at_least_five], complete=False)
    assert conflict == SumConflict(SumFault.EXCEEDS, exactly(4, "four"), (at_least_five,), 5, inf)


def test_rounded_percentages_need_not_meet_a_hundred() -> None:
    parts = [exactly(33, "a"), exactly(33, "b"), exactly(33, "c")]
    assert check_sum(exactly(100, "all"), parts, complete=True, tolerance=1.5) is None
    assert check_sum(exactly(100, "all"), parts, complete=True) is not None


def test_no_parts_are_no_conflict() -> None:
    assert check_sum(exactly(3, "three"), [], complete=True) is None
