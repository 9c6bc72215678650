"""Publication dates as metadata write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from factcheck.articles.dates import parse_date

NEW_YORK = timezone(timedelta(hours=-4))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-09-13", date(2024, 9, 13)),
        ("20240913", date(2024, 9, 13)),
        ("2024-09-13T05:20:00Z", datetime(2024, 9, 13, 5, 20, tzinfo=UTC)),
        ("2024-09-13T23:20:00-04:00", datetime(2024, 9, 13, 23, 20, tzinfo=NEW_YORK)),
        ("2024-09-13 23:20:00 -0400", datetime(2024, 9, 13, 23, 20, tzinfo=NEW_YORK)),
        ("2024-09-13T23:20-04", datetime(2024, 9, 13, 23, 20, tzinfo=NEW_YORK)),
        ("Fri, 13 Sep 2024 23:20:00 -0400", datetime(2024, 9, 13, 23, 20, tzinfo=NEW_YORK)),
        ("2024-09-13 05:20", datetime(2024, 9, 13, 5, 20)),  # noqa: DTZ001 - no zone was written
        ("13.9.2024, 17:30 Uhr", datetime(2024, 9, 13, 17, 30)),  # noqa: DTZ001
        ("2024/09/13", date(2024, 9, 13)),
        ("13 September 2024", date(2024, 9, 13)),
        ("Friday, September 13th, 2024", date(2024, 9, 13)),
        ("Mittwoch, 5. Juni 2019", date(2019, 6, 5)),
        ("Sept. 13, 2024 5:20 p.m.", date(2024, 9, 13)),
        ("25/12/2024", date(2024, 12, 25)),
        ("12/25/2024", date(2024, 12, 25)),
    ],
)
def test_read(written: str, read: date) -> None:
    assert parse_date(written) == read


@pytest.mark.parametrize(
    "written",
    ["", "gestern", "7/8/2024", "2024", "2024-09", "2024-13-40", "2024-02-30", "1726200000", "x" * 500],
)
def test_unknown(written: str) -> None:
    assert parse_date(written) is None


def test_the_day_is_the_outlets_own() -> None:
    published = parse_date("2024-09-13T23:20:00-04:00")
    assert isinstance(published, datetime)
    assert published.date() == date(2024, 9, 13)
