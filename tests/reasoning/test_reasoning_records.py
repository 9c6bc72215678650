"""Records: levels of a river, in centimetres."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.reasoning import System, verify
from factcheck.reasoning.records import measured, record
from factcheck.reasoning.timeline import at, start


def level(event: str, year: int, centimetres: int, tag: str) -> System:
    return stated(System(), event, year, centimetres, tag)


def stated(system: System, event: str, year: int, centimetres: int, tag: str) -> System:
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    system.add_all((*at(start(event), first, last, tag), *measured(event, centimetres, centimetres, tag)))
    return system


SINCE_1994 = date(1994, 12, 31).toordinal()


def test_the_highest_since_1994_against_a_higher_one_in_2011() -> None:
    system = stated(level("now", 2023, 700, "2023"), "other", 2011, 720, "2011")
    system.add_choice(record("now", "other", SINCE_1994, "record"))
    (core,) = system.solve().cores
    assert core.tags == ("2011", "2023", "record")
    assert verify(core)


@pytest.mark.parametrize(("year", "centimetres"), [(1994, 720), (1980, 720), (2011, 700), (2024, 720)])
def test_an_earlier_a_later_or_a_lower_one_is_no_conflict(year: int, centimetres: int) -> None:
    system = stated(level("now", 2023, 700, "2023"), "other", year, centimetres, "other")
    system.add_choice(record("now", "other", SINCE_1994, "record"))
    assert system.solve().consistent


def test_the_lowest_ever() -> None:
    system = stated(level("now", 2023, 90, "2023"), "other", 1900, 80, "1900")
    system.add_choice(record("now", "other", None, "record", lowest=True))
    assert [core.tags for core in system.solve().cores] == [("1900", "2023", "record")]
