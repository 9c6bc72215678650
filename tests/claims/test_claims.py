"""Claims of sentences of our own.

A claim reads "predicate | roles | times | places"; parts that are empty are left out from the right.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from factcheck.claims import claims_of
from factcheck.extract.reading import read
from factcheck.model import Block, BlockKind, Claim, Document, Modality, Polarity, Span

ClaimsIn = Callable[[str, str], tuple[Claim, ...]]


def gap(*values: Any, reason: str) -> Any:
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason))


def bound(claim: Claim) -> str:
    """Predicate, event times and places."""
    times = ", ".join(time.text for time in claim.times)
    places = ", ".join(place.name for place in claim.places)
    return f"{claim.predicate} | {times} | {places}".rstrip(" |")


def roles(claim: Claim) -> str:
    return ", ".join(f"{role}: {mention.text}" for role, mention in claim.roles)


CHAIN = "of two expressions behind an event noun only the one right behind it goes to the noun"

BOUND = [
    ("de", "Das Konzert fand am Freitag in Bern statt.", ["taking_place | Freitag | Bern"]),
    ("de", "Zwei Männer trafen sich am Montag in Ulm.", ["meeting | Montag | Ulm"]),
    ("de", "Die Brücke fiel am Montag, meldete der Sender am Mittwoch.", ["fall | Montag", "report | Mittwoch"]),
    ("de", "KASSEL (abc) – Der Zug entgleiste am Montag.", ["derailment | Montag"]),
    (
        "de",
        "Nach der Unterzeichnung in Wien sagte der Minister, dass die Fabrik brannte.",
        ["report", "signing |  | Wien", "fire"],
    ),
    ("de", "Nach der Explosion in Bremen floh der Arbeiter.", ["escape", "explosion |  | Bremen"]),
    ("de", "Bei dem Unfall am Montag starb ein Mann.", ["death", "accident | Montag"]),
    (
        "de",
        "Kurz nach der Landung in Graz lobte die Ministerin am Freitag die Armee.",
        ["praise | Freitag", "landing |  | Graz"],
    ),
    ("en", "Two men met in Ulm on Monday.", ["meeting | Monday | Ulm"]),
    ("en", "The bridge collapsed on Monday, police said on Wednesday.", ["collapse | Monday", "report | Wednesday"]),
    ("en", "TOLEDO, Ohio (North Press) — The train derailed on Monday.", ["derailment | Monday"]),
    ("en", "At the meeting in Prague he praised the treaty.", ["praise", "meeting |  | Prague"]),
    gap(
        "en",
        "The minister said at the meeting in Prague that the factory was burning.",
        ["report", "meeting |  | Prague", "fire"],
        reason="a place behind an event noun that follows the verb stays with the verb",
    ),
    ("en", "After Sunday's collision the driver fled.", ["escape", "collision | Sunday"]),
    gap(
        "de",
        "Bei dem Treffen am Dienstag in Prag lobte er den Vertrag.",
        ["praise", "meeting | Dienstag | Prag"],
        reason=CHAIN,
    ),
    gap(
        "en",
        "At the meeting in Prague on Tuesday he praised the treaty.",
        ["praise", "meeting | Tuesday | Prague"],
        reason=CHAIN,
    ),
    gap(
        "en",
        "After the signing in Vienna the minister fled.",
        ["escape", "signing |  | Vienna"],
        reason="'signing' is tagged as a verb though a determiner stands before it",
    ),
    gap(
        "de",
        "Laut Polizei vom Mittwoch starben am Montag drei Menschen.",
        ["death | Montag"],
        reason="the speaker's date counts as a day of the event",
    ),
    gap(
        "en",
        "The man who found the dog lives in Leeds.",
        ["residence |  | Leeds", "found"],
        reason="an English main clause is not taken up again behind a relative clause without commas",
    ),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), BOUND)
def test_times_and_places_belong_to_their_own_predicate(
    language: str, sentence: str, expected: list[str], claims_in: ClaimsIn
) -> None:
    assert [bound(claim) for claim in claims_in(sentence, language)] == expected


@pytest.mark.parametrize(
    ("language", "sentence", "report"),
    [
        ("de", "Sie landete am Montag, wie der Sender am Mittwoch meldete.", "Mittwoch"),
        ("en", "She landed on Monday, the broadcaster reported on Wednesday.", "Wednesday"),
    ],
)
def test_report_time_stays_apart_from_event_time(
    language: str, sentence: str, report: str, claims_in: ClaimsIn
) -> None:
    event, reported = claims_in(sentence, language)
    assert event.attribution is not None
    assert event.attribution.time is not None
    assert (event.attribution.time.text, reported.predicate) == (report, "report")
    assert report not in [time.text for time in event.times]


PASSIVE_PAIR = "the second noun phrase of a coordinated subject becomes the agent of the passive"
HEDGED_SUBJECT = "a subject behind 'at least' or 'around' is taken for a phrase with a preposition"

ROLES = [
    ("de", "Der Hund biss den Mann.", ["agent: Hund, patient: Mann"]),
    ("de", "Zwei Männer wurden von einem Hund gebissen.", ["patient: Männer, agent: Hund"]),
    ("de", "Petra Hollweg reiste mit ihrem Bruder nach Oslo.", ["agent: Petra Hollweg, with: Bruder, oblique: Oslo"]),
    ("de", "Das Tor schoss Kapitänin Petra Hollweg.", ["patient: Tor, agent: Petra Hollweg"]),
    (
        "de",
        "Die Kanzlerin wurde von Igor Sabanow getroffen.",
        ["patient: Kanzlerin, agent: Igor Sabanow"],
    ),
    ("en", "The fire killed three people.", ["agent: fire, patient: people"]),
    ("en", "Three people were killed by the fire.", ["patient: people, agent: fire"]),
    ("en", "Kim Jong Il met the minister.", ["agent: Kim Jong Il, patient: minister"]),
    gap(
        "de",
        "Die Kanzlerin traf Außenminister Igor Sabanow.",
        ["agent: Kanzlerin, patient: Igor Sabanow"],
        reason="the only named person counts as subject, even behind a person without a name",
    ),
    gap(
        "de",
        "Sieben Frauen und drei Männer wurden verletzt.",
        ["patient: Frauen, patient: Männer"],
        reason=PASSIVE_PAIR,
    ),
    gap("en", "Seven women and three men were injured.", ["patient: women, patient: men"], reason=PASSIVE_PAIR),
    gap("en", "At least eleven people fled.", ["agent: people"], reason=HEDGED_SUBJECT),
    gap("en", "More than 300 trees burned.", ["agent: trees"], reason=HEDGED_SUBJECT),
    gap(
        "de",
        "Gut 500 Läufer starteten.",
        ["agent: Läufer"],
        reason="the hedge 'gut' at the beginning is taken for a noun",
    ),
    gap(
        "en",
        "The death toll rose.",
        ["agent: toll"],
        reason="both nouns of an English compound become fillers of their own",
    ),
    gap(
        "de",
        "Hans Meier und Eva Lund sprachen.",
        ["agent: Hans Meier, agent: Eva Lund"],
        reason="a coordinated subject is split into agent and patient",
    ),
    gap(
        "en",
        "Chancellor Petra Hollweg met the minister.",
        ["agent: Petra Hollweg, patient: minister"],
        reason="a title before a name becomes a filler of its own",
    ),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), ROLES)
def test_roles(language: str, sentence: str, expected: list[str], claims_in: ClaimsIn) -> None:
    assert [roles(claim) for claim in claims_in(sentence, language)] == expected


@pytest.mark.parametrize(
    ("german", "english", "predicate"),
    [
        ("Der Zug entgleiste.", "The train derailed.", "derailment"),
        ("Der Minister traf die Kanzlerin.", "The minister met the chancellor.", "meeting"),
        ("Drei Menschen starben.", "Three people died.", "death"),
        ("Drei Menschen wurden verletzt.", "Three people were injured.", "injury"),
        ("Das Dach brannte.", "The roof burned.", "fire"),
        ("Der Dieb floh.", "The thief fled.", "escape"),
        ("Es war der erste Streik seit 2001.", "It was the first strike since 2001.", "strike"),
        ("Es war ihre zweite Reise.", "It was her second trip.", "journey"),
    ],
)
def test_both_languages_share_their_predicates(german: str, english: str, predicate: str, claims_in: ClaimsIn) -> None:
    found = [[claim.predicate for claim in claims_in(text, code)] for text, code in ((german, "de"), (english, "en"))]
    assert found == [[predicate], [predicate]]


def test_a_separable_verb_is_one_predicate(claims_in: ClaimsIn) -> None:
    (claim,) = claims_in("Der Hund sprang nicht herum.", "de")
    assert (claim.predicate, claim.polarity, claim.modality) == (
        "lemma:herumspringen",
        Polarity.NEGATIVE,
        Modality.HAPPENED,
    )


@pytest.mark.parametrize(
    ("language", "sentence", "rank"),
    [
        ("de", "Es ist ihre zweite Reise seit 2011.", (2, "Reise", "2011")),
        ("en", "It is her second trip since 2011.", (2, "trip", "2011")),
    ],
)
def test_a_claim_carries_its_ordinal(
    language: str, sentence: str, rank: tuple[int, str, str], claims_in: ClaimsIn
) -> None:
    (claim,) = claims_in(sentence, language)
    assert claim.ordinal is not None
    assert claim.ordinal.since is not None
    assert (claim.ordinal.k, claim.ordinal.noun, claim.ordinal.since.text) == rank


@pytest.mark.parametrize(
    ("language", "sentence", "quotes"),
    [
        ("de", "„Wir haben gewonnen“, sagte sie.", ["Wir haben gewonnen", None]),
        ("de", "Sie sagte: „Wir haben gewonnen“.", [None, "Wir haben gewonnen"]),
        ("de", "Sie kam.", [None]),
        ("en", '"We have won", she said.', ["We have won", None]),
        ("en", "She said: “We have won”.", [None, "We have won"]),
    ],
)
def test_quotes(language: str, sentence: str, quotes: list[str | None], claims_in: ClaimsIn) -> None:
    assert [claim.quote for claim in claims_in(sentence, language)] == quotes


def test_spans_lie_in_the_text_and_hold_the_predicate(claims_in: ClaimsIn) -> None:
    text = "Am Montag kam Petra Hollweg. Der Mann, der den Hund fand, floh nach Oslo."
    found = [
        (text[c.span.start : c.span.end], text[c.predicate_span.start : c.predicate_span.end])
        for c in claims_in(text, "de")
    ]
    assert found == [
        ("Am Montag kam Petra Hollweg.", "kam"),
        ("Der Mann, der den Hund fand, floh nach Oslo.", "floh"),
        ("der den Hund fand", "fand"),
    ]


def test_what_a_clause_is_about_holds_no_number_and_no_time(claims_in: ClaimsIn) -> None:
    (claim,) = claims_in("Am Montag fing Petra Hollweg in Oslo 17 Forellen.", "de")
    keys = [key for key, _ in claim.content if key[0] in "lnp"]
    assert keys == sorted(keys)
    assert {"l:forelle", "n:petra hollveg"} <= set(keys)
    assert not {"l:montag", "l:17", "l:am", "l:in"} & set(keys)


def test_claims_of_a_correction_note_are_withdrawn(article: Callable[..., Document]) -> None:
    text = "Drei Menschen starben.\n\nEs starben vier Menschen."
    document = replace(
        article(text, "de"),
        blocks=(Block(Span(0, 22), BlockKind.PARAGRAPH), Block(Span(24, len(text)), BlockKind.CORRECTION)),
    )
    found = claims_of(document, read(document))
    assert [(claim.sentence, claim.withdrawn) for claim in found] == [(0, False), (1, True)]
