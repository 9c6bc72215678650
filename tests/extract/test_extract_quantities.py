"""Numbers in sentences of our own: (language, sentence, quantities as short strings).

A quantity reads "hedge number unit noun"; an inexact one shows its interval, "36000..44000".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.extract.numbers import parse_digits
from factcheck.extract.reading import Reading
from factcheck.model import Hedge, Quantity


def gap(language: str, sentence: str, expected: list[str], reason: str) -> Any:
    return pytest.param(
        language, sentence, expected, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)
    )


def shown(quantity: Quantity) -> str:
    number = (
        f"{quantity.nominal:.10g}" if quantity.low == quantity.high else f"{quantity.low:.10g}..{quantity.high:.10g}"
    )
    hedge = "" if quantity.hedge is Hedge.EXACT else quantity.hedge.value
    return " ".join(part for part in (hedge, number, quantity.unit, quantity.noun) if part)


CAPITAL = "words of a quantity are not found with the capital of a sentence's beginning"

CONVENTIONS = [
    ("de", "Das Werk kostet 1.234,5 Euro.", ["1234.5 EUR"]),
    ("de", "Das Haus kostet 1.500 Euro und 12,50 Euro Miete.", ["1500 EUR", "12.5 EUR"]),
    ("de", "Der Turm ist 1.234 Meter hoch.", ["1234 m"]),
    ("de", "Die Brücke ist 2,5 Kilometer lang.", ["2500 m"]),
    ("de", "Die Preise stiegen um 4,2 Prozent.", ["4.2 %"]),
    ("en", "The plant was sold for 1,234.5 dollars.", ["1234.5 USD"]),
    ("en", "The tower is 1,234 metres high.", ["1234 m"]),
    ("en", "The bridge is 2.5 kilometres long.", ["2500 m"]),
    ("en", "The tower is 1.5 miles away.", ["2414.016 m"]),
    ("en", "Prices rose by 4.2 percent.", ["4.2 %"]),
    ("en", "Prices rose by 4.2%.", ["4.2 %"]),
]

SCALES_AND_UNITS = [
    ("de", "Die Halle wurde für 318,4 Millionen Euro gebaut.", ["318400000 EUR"]),
    ("de", "Das Schiff trug 3.500 Tonnen Getreide.", ["3500000 kg"]),
    ("de", "Es flossen 12.000 Liter Öl aus 2 Tanks.", ["12000 l", "2 Tank"]),
    ("de", "Der Zug fuhr 120 km/h schnell.", ["120 km/h"]),
    ("en", "The hall was built for $318.4 million.", ["318400000 USD"]),
    ("en", "About £1.5bn is missing.", ["about 1350000000..1650000000 GBP"]),
    ("en", "The ship carried 3,500 tonnes of grain.", ["3500000 kg"]),
    ("en", "The lorry went at 100 mph.", ["160.9344 km/h"]),
    gap(
        "en",
        "It was sold for three and a half million euros.",
        ["3500000 EUR"],
        "'and a half' between a number and its scale is read as a share of its own",
    ),
]

HEDGES = [
    ("de", "Im Stadion saßen rund 40.000 Zuschauer.", ["about 36000..44000 Zuschauer"]),
    ("de", "Gut 500 Läufer starteten.", ["about 450..550 Läufer"]),
    ("de", "Etwa 1,5 Millionen Euro fehlen.", ["about 1350000..1650000 EUR"]),
    ("de", "Mindestens elf weitere Menschen wurden verletzt.", ["at_least 11..inf Mensch"]),
    ("de", "Mehr als 300 Bäume fielen um.", ["more_than 300..inf Baum"]),
    ("de", "Höchstens zwölf Kinder dürfen mitfahren.", ["at_most 0..12 Kind"]),
    ("de", "Bis zu 80 Schafe liefen davon.", ["at_most 0..80 Schaf"]),
    ("de", "Weniger als 20 Gäste kamen.", ["less_than 0..20 Gast"]),
    ("en", "Around 40,000 spectators sat in the stadium.", ["about 36000..44000 spectator"]),
    ("en", "At least eleven more people were injured.", ["at_least 11..inf people"]),
    ("en", "More than 300 trees fell.", ["more_than 300..inf tree"]),
    ("en", "No more than twelve children came.", ["at_most 0..12 child"]),
    ("en", "Up to 80 sheep ran away.", ["at_most 0..80 sheep"]),
    ("en", "Fewer than 20 guests came.", ["less_than 0..20 guest"]),
    gap(
        "en",
        "Some 500 runners started.",
        ["about 450..550 runner"],
        "'some' is a determiner, and determiners are skipped before hedges are sought",
    ),
]

RANGES = [
    ("de", "Zwischen 30 und 40 Boote lagen im Hafen.", ["range 30..40 Boot"]),
    ("de", "Zehn bis zwölf Lastwagen brannten.", ["range 10..12 Lastwagen"]),
    ("en", "Between 30 and 40 boats lay in the harbour.", ["range 30..40 boat"]),
    ("de", "Acht bis zehn Lastwagen brannten.", ["range 8..10 Lastwagen"]),
    ("en", "Eight to ten lorries burned.", ["range 8..10 lorry"]),
]

WORDS = [
    ("de", "Einundzwanzig Hirsche wurden gezählt.", ["21 Hirsch"]),
    ("de", "Sieben Frauen und drei Männer wurden gewählt.", ["7 Frau", "3 Mann"]),
    ("de", "Dutzende Menschen flohen.", ["range 24..99 Mensch"]),
    ("en", "Twenty-one deer were counted.", ["21 deer"]),
    ("en", "Seven women and three men were elected.", ["7 woman", "3 man"]),
    ("en", "A dozen boats sank.", ["12 boat"]),
    ("en", "Two dozen boats sank.", ["24 boat"]),
    ("de", "Im Haus waren acht Menschen.", ["8 Mensch"]),
    ("de", "Acht Menschen starben.", ["8 Mensch"]),
    gap("en", "Dozens of people fled.", ["range 24..99 people"], CAPITAL),
]

AGES = [
    ("de", "Eine 41-jährige Frau starb.", ["41 age"]),
    ("de", "Der 19-Jährige floh.", ["19 age"]),
    ("en", "A 41-year-old woman died.", ["41 age"]),
    ("en", "Martha Quill, 41, died.", ["41 age"]),
    ("en", "Martha Quill is 41 years old.", ["41 age"]),
    ("de", "Martha Quill ist 41 Jahre alt.", ["41 age"]),
]

SCORES = [
    ("de", "Die Hausherren gewannen 3:2.", ["3002 score"]),
    ("de", "Der Rat stimmte mit 14 zu 9 Stimmen zu.", ["14009 score"]),
    gap("en", "The council voted 14 to 9 for the plan.", ["14009 score"], "'to' also joins ranges"),
    ("en", "The hosts won 3-2.", ["3002 score"]),
]

SHARES = [
    ("de", "Jeder zweite Haushalt heizt mit Gas.", ["range 47..53 % Haushalt"]),
    ("de", "Die Hälfte der Betriebe schloss.", ["range 48..52 % Betrieb"]),
    ("en", "Every second household heats with gas.", ["range 47..53 % household"]),
    ("en", "They closed half of the farms.", ["range 48..52 % farm"]),
    gap("en", "Half of the farms closed.", ["range 48..52 % farm"], CAPITAL),
    gap(
        "de",
        "Zwei Drittel der Bauern klagen.",
        ["range 64.66..68.66 % Bauer"],
        "the factor before the fraction stays a quantity of its own",
    ),
    gap(
        "en", "Two thirds of the farmers complained.", ["range 64.66..68.66 % farmer"], "plural 'thirds' is no fraction"
    ),
    gap("en", "He won for the third time.", [], "'third' before a noun is an ordinal, no share"),
]

NONE: list[tuple[str, str, list[str]]] = [
    ("de", "Am 19. Juni kamen Gäste.", []),
    ("de", "Der Zug kam um 17.30 Uhr an.", []),
    ("de", "Kein Mensch wurde verletzt.", []),
    ("de", "Es ist ihre zweite Reise seit 2011.", []),
    ("de", "Ein Mensch starb.", []),
    ("en", "Guests came on June 19.", []),
    ("en", "The train arrived at 5.30 p.m.", []),
    ("en", "Nobody was injured.", []),
    ("en", "It is her second trip since 2011.", []),
    ("en", "One of them left.", []),
]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [*CONVENTIONS, *SCALES_AND_UNITS, *HEDGES, *RANGES, *WORDS, *AGES, *SCORES, *SHARES, *NONE],
)
def test_quantities(
    language: str,
    sentence: str,
    expected: list[str],
    readings_of: Callable[[str, str], tuple[Reading, ...]],
) -> None:
    (reading,) = readings_of(sentence, language)
    assert [shown(q) for q in reading.quantities] == expected


@pytest.mark.parametrize(
    ("language", "sentence", "covered"),
    [
        ("de", "Dort saßen rund 40.000 Zuschauer.", "40.000 Zuschauer"),
        ("de", "Er zahlte 12,5 Millionen Euro Miete.", "12,5 Millionen Euro"),
        ("en", "They paid 12.5 million euros in rent.", "12.5 million euros"),
        ("en", "There sat about 40,000 spectators.", "40,000 spectators"),
    ],
)
def test_span_covers_number_and_unit_or_noun_but_no_hedge(
    language: str, sentence: str, covered: str, readings_of: Callable[[str, str], tuple[Reading, ...]]
) -> None:
    (reading,) = readings_of(sentence, language)
    assert [sentence[q.span.start : q.span.end] for q in reading.quantities] == [covered]


@pytest.mark.parametrize(
    ("word", "decimal", "group", "value"),
    [
        ("1.234,5", ",", ".", 1234.5),
        ("1.234.567", ",", ".", 1234567.0),
        ("1.234", ",", ".", 1234.0),
        ("4.5", ",", ".", 4.5),
        ("1,234.5", ",", ".", 1234.5),
        ("1,234.5", ".", ",", 1234.5),
        ("1,234", ".", ",", 1234.0),
        ("1.234,5", ".", ",", 1234.5),
        ("007", ".", ",", 7.0),
        ("12.34.56", ",", ".", None),
        ("1,2,3", ".", ",", None),
        ("", ".", ",", None),
        ("3a", ".", ",", None),
    ],
)
def test_parse_digits_by_the_languages_signs(word: str, decimal: str, group: str, value: float | None) -> None:
    assert parse_digits(word, decimal, group) == value


@pytest.mark.parametrize(
    ("sentence", "digits"),
    [("Es kamen 40.000 Gäste.", 1), ("Es kamen 40.250 Gäste.", 4), ("Es kamen zwölf Gäste.", 2)],
)
def test_significant_digits_tell_a_rounded_figure(
    sentence: str, digits: int, readings_of: Callable[[str, str], tuple[Reading, ...]]
) -> None:
    (reading,) = readings_of(sentence, "de")
    assert [q.digits for q in reading.quantities] == [digits]
