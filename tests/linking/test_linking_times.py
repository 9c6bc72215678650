"""Do two times meet? As the tagger reads them in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract.temporal import tagger
from factcheck.languages import load
from factcheck.linking.times import meet, names_a_day
from factcheck.model import TimeExpression

FRIDAY = date(2024, 5, 17)


def when(text: str, published: date | None) -> TimeExpression:
    (found,) = tagger(load("de")).tag(text, published)
    return found


@pytest.mark.parametrize(
    ("one", "other", "published", "expected"),
    [
        ("am 12. Mai 2024", "am 12. Mai 2024", None, True),
        ("am 12. Mai 2024", "am 13. Mai 2024", None, False),
        ("am 12. Mai 2024", "im Mai 2024", None, True),
        ("am 12. Mai 2024", "im Juni 2024", None, False),
        ("am 12. Mai 2024", "im Jahr 2024", None, True),
        ("am Dienstag", "am Dienstag", None, True),
        ("am Dienstag", "am Mittwoch", None, False),
        ("am Sonntag", "am 12. Mai 2024", None, True),
        ("am Montag", "am 12. Mai 2024", None, False),
        ("im Mai", "am 12. Mai 2024", None, True),
        ("im Juni", "am 12. Mai 2024", None, False),
        ("am 12. Mai", "am 12. Mai 2024", None, True),
        ("am 13. Mai", "am 12. Mai 2024", None, False),
        ("am 13. Mai", "im Mai", None, True),
        ("am 13. Mai", "am 14. Mai", None, False),
        ("am Dienstag", "im Mai", None, None),
        ("am Dienstag", "am Mittwoch", FRIDAY, False),
        ("am Dienstag", "am 14. Mai 2024", FRIDAY, True),
        ("gestern", "am 16. Mai 2024", FRIDAY, True),
        ("gestern", "am Dienstag", FRIDAY, False),
    ],
)
def test_meet(one: str, other: str, published: date | None, expected: bool | None) -> None:
    a, b = when(f"Es geschah {one}.", published), when(f"Es geschah {other}.", published)
    assert (meet(a, b), meet(b, a)) == (expected, expected)


@pytest.mark.parametrize(
    ("text", "expected"), [("am Dienstag", True), ("im Mai", True), ("am 12. Mai 2024", True), ("um 9 Uhr", False)]
)
def test_a_time_of_day_alone_names_no_day(text: str, expected: bool) -> None:
    assert names_a_day(when(f"Es geschah {text}.", None)) is expected
