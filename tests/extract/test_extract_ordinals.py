"""Ordinals in sentences of our own: (k, noun, since)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.extract.reading import Reading

Found = list[tuple[int, str, str | None]]


def gap(language: str, sentence: str, expected: Found, reason: str) -> Any:
    return pytest.param(
        language, sentence, expected, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)
    )


SINCE = [
    ("de", "Es ist ihre zweite Reise seit 2011.", [(2, "Reise", "2011")]),
    ("de", "Es war der erste Streik seit 2001.", [(1, "Streik", "2001")]),
    ("de", "Das ist der zwölfte Unfall seit Januar.", [(12, "Unfall", "Januar")]),
    ("en", "It is her second trip since 2011.", [(2, "trip", "2011")]),
    ("en", "It was the first strike since 2001.", [(1, "strike", "2001")]),
    ("en", "This is the fourteenth accident since January.", [(14, "accident", "January")]),
]

EVER = [
    ("de", "Er gewann zum dritten Mal.", [(3, "Mal", None)]),
    ("de", "Die 30. Filmtage beginnen im Mai.", [(30, "Filmtag", None)]),
    ("de", "Das war sein letztes Konzert.", [(-1, "Konzert", None)]),
    ("de", "Das war ihr einziger Sieg.", [(0, "Sieg", None)]),
    ("en", "He won for the third time.", [(3, "time", None)]),
    ("en", "The 30th festival begins in May.", [(30, "festival", None)]),
    ("en", "That was his last concert.", [(-1, "concert", None)]),
    ("en", "That was her only victory.", [(0, "victory", None)]),
    gap(
        "en",
        "The 30th film festival begins in May.",
        [(30, "festival", None)],
        "the first noun of a compound is taken, not its head",
    ),
]

NONE = [
    ("de", "Sie kam am 19. Juni.", []),
    ("de", "Sie kamen zu dritt.", []),
    ("de", "Er wartete eine Stunde.", []),
    ("en", "She came on June 19th.", []),
    ("en", "He waited for a second.", []),
    ("en", "At last he came.", []),
    gap("de", "Jeder zweite Haushalt heizt mit Gas.", [], "a share ('jeder zweite') is read as an ordinal as well"),
    gap("en", "Every second household heats with gas.", [], "a share ('every second') is read as an ordinal as well"),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), [*SINCE, *EVER, *NONE])
def test_ordinals(
    language: str, sentence: str, expected: Found, readings_of: Callable[[str, str], tuple[Reading, ...]]
) -> None:
    (reading,) = readings_of(sentence, language)
    assert [(o.k, o.noun, o.since.text if o.since else None) for o in reading.ordinals] == expected
