"""Names in sentences of our own: (language, sentence, "Title* Name (kind)")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.extract.concepts import ancestors
from factcheck.extract.reading import Reading
from factcheck.model import Name


def gap(language: str, sentence: str, expected: list[str], reason: str) -> Any:
    return pytest.param(
        language, sentence, expected, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)
    )


def shown(name: Name) -> str:
    return f"{' '.join([f'{title}*' for title in name.titles] + [name.surface])} ({name.kind})"


TITLES = [
    (
        "de",
        "Bundeskanzlerin Petra Hollweg traf Außenminister Igor Sabanow.",
        ["Bundeskanzlerin* Petra Hollweg (person)", "Außenminister* Igor Sabanow (person)"],
    ),
    ("de", "Das sagte Trainerin Ute Brantner.", ["Trainerin* Ute Brantner (person)"]),
    ("en", "That is what coach Una Brantner said.", ["coach* Una Brantner (person)"]),
    ("en", "The president, Karl van Ehrental, was silent.", ["president* Karl van Ehrental (person)"]),
    (
        "en",
        "Chancellor Petra Hollweg met Minister Igor Sabanov.",
        ["chancellor* Petra Hollweg (person)", "Minister* Igor Sabanov (person)"],
    ),
    ("de", "Gestern kam Dr. Hanna Reuss.", ["Dr* Hanna Reuss (person)"]),
    ("en", "Yesterday Dr. Hanna Reuss came.", ["Dr* Hanna Reuss (person)"]),
    gap(
        "en",
        "Then Fire Chief Anna Bell spoke.",
        ["Fire Chief* Anna Bell (person)"],
        "only the last word of a title of two is kept",
    ),
    gap(
        "de",
        "Hier schwieg Karl von Ehrental.",
        ["Karl von Ehrental (person)"],
        "a surname that looks like a compound ends the name",
    ),
]

GENITIVE = [
    ("en", "Then Hollweg's trip began.", ["Hollweg (unknown)"]),
    gap(
        "de",
        "Dann begann Petra Hollwegs Reise.",
        ["Petra Hollweg (unknown)"],
        "the noun behind a genitive is taken into the name",
    ),
    gap(
        "de",
        "Hollwegs Reise begann.",
        ["Hollweg (unknown)"],
        "an unknown name at the sentence's beginning is tagged as a noun",
    ),
]

INITIALS = [
    ("de", "Gestern floh Matthias K. aus der Haft.", ["Matthias K (person)"]),
    ("en", "Yesterday Matthias K. fled.", ["Matthias K (person)"]),
]

NONE: list[tuple[str, str, list[str]]] = [
    ("de", "Der Bürgermeister kam am Montag im Juni.", []),
    ("de", "Das Haus kostet viele Millionen Euro.", []),
    ("en", "The mayor came on Monday in June.", []),
    ("en", "They left.", []),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), [*TITLES, *GENITIVE, *INITIALS, *NONE])
def test_names(
    language: str,
    sentence: str,
    expected: list[str],
    readings_of: Callable[[str, str], tuple[Reading, ...]],
) -> None:
    (reading,) = readings_of(sentence, language)
    assert [shown(name) for name in reading.names] == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("de", "Gestern sprach Sergej Lawrow."), ("en", "Yesterday Sergei Lavrov spoke."), True),
        (("de", "Gestern sprach Wladimir Schukow."), ("en", "Yesterday Vladimir Zhukov spoke."), True),
        (("de", "Gestern sprach Jürgen Möller."), ("en", "Yesterday Juergen Moeller spoke."), True),
        (("de", "Gestern sprach Kim Jong Un."), ("en", "Yesterday Kim Jong Il spoke."), False),
        (("de", "Gestern sprach Udo Maier."), ("de", "Gestern sprach Udo Meier."), False),
    ],
)
def test_transliterations_share_a_key_and_neighbours_do_not(
    one: tuple[str, str],
    other: tuple[str, str],
    same: bool,
    readings_of: Callable[[str, str], tuple[Reading, ...]],
) -> None:
    keys = [[name.key for r in readings_of(text, code) for name in r.names] for code, text in (one, other)]
    assert [len(found) for found in keys] == [1, 1]
    assert (keys[0] == keys[1]) is same


PERSON_AS_PLACE = "a full name of two unknown words is no person where a gazetteer knows places of those names"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Gestern kam Bundeskanzlerin Petra Hollweg."),
        ("en", "Yesterday Chancellor Petra Hollweg came."),
        pytest.param(
            "de",
            "Gestern kam Hanna Reuss.",
            marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=PERSON_AS_PLACE),
        ),
        ("de", "Dr. Hanna Reuss kam."),
        ("en", "Dr. Hanna Reuss came."),
    ],
)
def test_a_person_is_no_place(
    language: str, sentence: str, readings_of: Callable[[str, str], tuple[Reading, ...]]
) -> None:
    (reading,) = readings_of(sentence, language)
    assert [place.surface for place in reading.places] == []


@pytest.mark.parametrize(
    ("language", "sentence", "concept"),
    [
        ("de", "Nach der Methanexplosion floh der Arbeiter.", "explosion"),
        ("en", "After the methane explosion the worker fled.", "explosion"),
        ("de", "Die Beschäftigten streiken.", "employee"),
        ("en", "The employees are on strike.", "employee"),
    ],
)
def test_both_languages_share_their_concepts(
    language: str, sentence: str, concept: str, readings_of: Callable[[str, str], tuple[Reading, ...]]
) -> None:
    (reading,) = readings_of(sentence, language)
    found = {c for mention in reading.concepts for c in mention.concepts}
    assert concept in found.union(*(ancestors(c) for c in found))
