"""Polarity, modality and attribution of clauses of our own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.extract.reading import Reading
from factcheck.extract.stance import Stance
from factcheck.model import Modality, Polarity

ReadingsOf = Callable[[str, str], tuple[Reading, ...]]


def gap(*values: Any, reason: str) -> Any:
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason))


def first_stance(reading: Reading) -> Stance:
    return reading.stances[0]


POLARITIES = [
    ("de", "Der Fahrer starb.", Polarity.POSITIVE),
    ("de", "Der Fahrer starb nicht.", Polarity.NEGATIVE),
    ("de", "Kein Mensch wurde verletzt.", Polarity.NEGATIVE),
    ("de", "Niemand kam.", Polarity.NEGATIVE),
    ("de", "Der Verein hat noch nie gewonnen.", Polarity.NEVER),
    ("de", "Nicht nur der Fahrer starb.", Polarity.POSITIVE),
    ("de", "Niemand kam nicht.", Polarity.POSITIVE),
    ("en", "The driver died.", Polarity.POSITIVE),
    ("en", "The driver did not die.", Polarity.NEGATIVE),
    ("en", "The driver didn't die.", Polarity.NEGATIVE),
    ("en", "Nobody was injured.", Polarity.NEGATIVE),
    ("en", "No people were injured.", Polarity.NEGATIVE),
    ("en", "The club has never won.", Polarity.NEVER),
    ("en", "Not only the driver died.", Polarity.POSITIVE),
    ("de", "Seit 2002 hat der Verein nicht mehr gewonnen.", Polarity.NEVER),
    ("en", "The club has not won since 2002.", Polarity.NEVER),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), POLARITIES)
def test_polarity(language: str, sentence: str, expected: Polarity, readings_of: ReadingsOf) -> None:
    (reading,) = readings_of(sentence, language)
    assert first_stance(reading).polarity == expected


MODALITIES = [
    ("de", "Der Zoo wurde im Mai eröffnet.", Modality.HAPPENED),
    ("de", "Der Zoo wird im Mai eröffnet.", Modality.HAPPENED),
    ("de", "Der Zoo wird im Mai eröffnen.", Modality.PLANNED),
    ("de", "Der Rat will das Haus verkaufen.", Modality.PLANNED),
    ("de", "Der Rat soll das Haus verkaufen.", Modality.PLANNED),
    ("de", "Der Mann soll das Auto gestohlen haben.", Modality.ALLEGED),
    ("de", "Der Mann stahl angeblich das Auto.", Modality.ALLEGED),
    ("de", "Der Rat würde das Haus verkaufen.", Modality.HYPOTHETICAL),
    ("de", "Der Rat könnte das Haus verkaufen.", Modality.HYPOTHETICAL),
    ("de", "Wenn der Rat zustimmt, schließt das Bad.", Modality.HYPOTHETICAL),
    ("de", "Vermutlich brannte das Dach.", Modality.EXPECTED),
    ("de", "Der Angeklagte bestritt die Tat.", Modality.DENIED),
    ("en", "The zoo was opened in May.", Modality.HAPPENED),
    ("en", "The council will sell the house.", Modality.PLANNED),
    ("en", "The man allegedly stole the car.", Modality.ALLEGED),
    ("en", "The man is alleged to have stolen the car.", Modality.ALLEGED),
    ("en", "If the council agrees, the pool closes.", Modality.HYPOTHETICAL),
    ("en", "The council might sell the house.", Modality.HYPOTHETICAL),
    ("en", "The council expects to sell the house.", Modality.EXPECTED),
    ("en", "The defendant denied the theft.", Modality.DENIED),
    ("de", "Die Brücke soll im Mai eröffnet werden.", Modality.PLANNED),
    ("en", "The council could sell the house.", Modality.HYPOTHETICAL),
    gap("en", "The bridge is to open in May.", Modality.PLANNED, reason="'is to' with an infinitive is no plan yet"),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), MODALITIES)
def test_modality(language: str, sentence: str, expected: Modality, readings_of: ReadingsOf) -> None:
    (reading,) = readings_of(sentence, language)
    assert first_stance(reading).modality == expected


DENIED_CLAUSE = "the verb of denial marks its own clause, not the clause that is denied"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        gap("de", "Der Angeklagte bestritt, dass er das Geld gestohlen hat.", reason=DENIED_CLAUSE),
        gap("de", "Der Angeklagte bestritt, das Geld gestohlen zu haben.", reason=DENIED_CLAUSE),
        gap("en", "The defendant denied that he had stolen the money.", reason=DENIED_CLAUSE),
    ],
)
def test_what_is_denied_did_not_just_happen(language: str, sentence: str, readings_of: ReadingsOf) -> None:
    (reading,) = readings_of(sentence, language)
    assert [stance.modality for stance in reading.stances] == [Modality.DENIED, Modality.DENIED]


def source(reading: Reading) -> tuple[str, str, str | None, str | None] | None:
    """Speaker, kind, reporting verb and report time of the sentence's only attribution."""
    found = {stance.attribution for stance in reading.stances if stance.attribution is not None}
    if not found:
        return None
    (attribution,) = found
    time = attribution.time.text if attribution.time is not None else None
    return " ".join(attribution.speakers), attribution.kind, attribution.verb, time


TIME_IN_SPEAKER = "the report time is listed among the speaker's words"

SOURCES = [
    ("de", "Drei Menschen starben.", None),
    ("de", "Laut Polizei starben drei Menschen.", ("Polizei", "authority", None, None)),
    ("de", "Nach Angaben der Polizei starben drei Menschen.", ("Polizei", "authority", None, None)),
    ("de", "Nach dem Unfall starben drei Menschen.", None),
    ("de", "„Wir haben gewonnen“, sagte Trainerin Ute Brantner.", ("Trainerin Ute Brantner", "party", "sagen", None)),
    ("de", "Die Brücke fiel am Montag, meldete der Sender.", ("Sender", "media", "melden", None)),
    ("en", "Three people died.", None),
    ("en", "The bridge collapsed on Monday, police said.", ("police", "authority", "say", None)),
    ("en", "“We won,” said coach Una Brantner.", ("coach Una Brantner", "party", "say", None)),
    ("en", "The bridge collapsed on Monday, the broadcaster reported.", ("broadcaster", "media", "report", None)),
    gap(
        "de",
        "Die Brücke fiel am Montag, meldete der Sender am Mittwoch.",
        ("Sender", "media", "melden", "Mittwoch"),
        reason=TIME_IN_SPEAKER,
    ),
    gap(
        "en",
        "The bridge collapsed on Monday, police said on Wednesday.",
        ("police", "authority", "say", "Wednesday"),
        reason=TIME_IN_SPEAKER,
    ),
    ("de", "Die Brücke fiel am Montag, teilte die Polizei mit.", ("Polizei", "authority", "mitteilen", None)),
    gap(
        "de",
        "Nach Angaben der Polizei vom Mittwoch starben drei Menschen.",
        ("Polizei", "authority", None, "Mittwoch"),
        reason="the phrase of the speaker ends before its date",
    ),
    ("en", "According to police, three people died.", ("police", "authority", None, None)),
    ("en", "The bridge collapsed, according to police.", ("police", "authority", None, None)),
    gap(
        "de",
        "Nach der Unterzeichnung in Wien sagte der Minister, dass die Arbeit begann.",
        ("Minister", "party", "sagen", None),
        reason="every noun of the reporting clause counts as its speaker",
    ),
    gap(
        "en",
        "Firefighters put out the blaze because the roof was burning.",
        None,
        reason="'put' ('put the toll at …') reports whatever it stands with",
    ),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), SOURCES)
def test_attribution(
    language: str,
    sentence: str,
    expected: tuple[str, str, str | None, str | None] | None,
    readings_of: ReadingsOf,
) -> None:
    (reading,) = readings_of(sentence, language)
    assert source(reading) == expected


@pytest.mark.parametrize(
    ("language", "sentence", "reporting"),
    [
        ("de", "Sie landete am Montag, wie der Sender am Mittwoch meldete.", [False, True]),
        ("de", "Er sagte, dass die Fabrik schließt.", [True, False]),
        ("de", "Sie sprach über das Wetter.", [False]),
        ("en", "He said that the factory closes.", [True, False]),
        ("en", "She landed on Monday, the broadcaster reported.", [False, True]),
        ("en", "She spoke about the weather.", [False]),
    ],
)
def test_a_clause_that_only_reports_is_marked(
    language: str, sentence: str, reporting: list[bool], readings_of: ReadingsOf
) -> None:
    (reading,) = readings_of(sentence, language)
    assert [stance.reporting for stance in reading.stances] == reporting


def test_konjunktiv_is_somebodys_claim(readings_of: ReadingsOf) -> None:
    """Without a speaker in the sentence it is still no statement of the outlet."""
    (reading,) = readings_of("Der Zoo sei geschlossen worden.", "de")
    assert source(reading) == ("", "unknown", None, None)
