"""Clauses of sentences of our own.

A clause reads "kind [introducer]: its words -> lemma of its verb"; full stops and inner punctuation left out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.extract.reading import Reading
from factcheck.languages import load
from factcheck.model import Clause
from factcheck.text.clauses import verb_lemma
from factcheck.text.grammar import grammar_of


def gap(language: str, sentence: str, expected: list[str], reason: str) -> Any:
    return pytest.param(
        language, sentence, expected, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)
    )


def shown(reading: Reading, clause: Clause, language: str) -> str:
    tokens = reading.sentence.tokens
    verb = ""
    if clause.verb is not None:
        verb = " -> " + verb_lemma(tokens, clause.tokens, clause.verb, grammar_of(load(language)))
    kind = f"{clause.kind} [{clause.introducer}]" if clause.introducer else clause.kind
    return f"{kind}: {' '.join(tokens[i].text for i in clause.tokens if tokens[i].text != '.')}{verb}"


SEPARABLE = [
    ("de", "Die Maschine hob am Morgen ab.", ["main: Die Maschine hob am Morgen ab -> abheben"]),
    ("de", "Der Bürgermeister nahm daran teil.", ["main: Der Bürgermeister nahm daran teil -> teilnehmen"]),
    ("de", "Das Konzert fand im Park statt.", ["main: Das Konzert fand im Park statt -> stattfinden"]),
    ("de", "Mehr als 300 Bäume fielen um.", ["main: Mehr als 300 Bäume fielen um -> umfallen"]),
    ("de", "Die Maschine ist abgehoben.", ["main: Die Maschine ist abgehoben -> abheben"]),
    (
        "de",
        "Die Brücke stürzte ein, als der Zug kam.",
        ["main: Die Brücke stürzte ein -> einstürzen", "sub [als]: als der Zug kam -> kommen"],
    ),
]

SUBORDINATE = [
    (
        "de",
        "Als der Zug in Kassel ankam, warteten die Helfer.",
        ["sub [als]: Als der Zug in Kassel ankam -> ankommen", "main: warteten die Helfer -> warten"],
    ),
    (
        "de",
        "Die Feuerwehr löschte den Brand, weil das Dach brannte.",
        ["main: Die Feuerwehr löschte den Brand -> löschen", "sub [weil]: weil das Dach brannte -> brennen"],
    ),
    (
        "de",
        "Er sagte, dass die Fabrik im Herbst geschlossen wird.",
        ["main: Er sagte -> sagen", "sub [dass]: dass die Fabrik im Herbst geschlossen wird -> schließen"],
    ),
    ("de", "Seit dem Unfall ist die Brücke gesperrt.", ["main: Seit dem Unfall ist die Brücke gesperrt -> sperren"]),
    (
        "en",
        "When the train arrived in Kassel, helpers were waiting.",
        ["sub [when]: When the train arrived in Kassel -> arrive", "main: helpers were waiting -> wait"],
    ),
    (
        "en",
        "Firefighters left the scene because the roof was burning.",
        ["main: Firefighters left the scene -> leave", "sub [because]: because the roof was burning -> burn"],
    ),
    (
        "en",
        "He said that the factory closes in autumn.",
        ["main: He said -> say", "sub [that]: that the factory closes in autumn -> close"],
    ),
    gap(
        "de",
        "Um das Feuer zu löschen, rückte die Feuerwehr an.",
        ["infinitive [um]: Um das Feuer zu löschen -> löschen", "main: rückte die Feuerwehr an -> anrücken"],
        "the form 'löschen' counts as finite behind 'zu'",
    ),
    gap(
        "de",
        "Der Angeklagte bestritt, das Geld gestohlen zu haben.",
        ["main: Der Angeklagte bestritt -> bestreiten", "infinitive: das Geld gestohlen zu haben -> stehlen"],
        "'zu haben' counts as finite, so that the article opens a relative clause",
    ),
    gap(
        "en",
        "After the accident the road was closed.",
        ["main: After the accident the road was closed -> close"],
        "a preposition that is a subordinator too always opens a subordinate clause in English",
    ),
]

RELATIVE = [
    (
        "de",
        "Der Mann, der den Hund fand, wohnt in Celle.",
        ["main: Der Mann wohnt in Celle -> wohnen", "relative [der]: der den Hund fand -> finden"],
    ),
    (
        "de",
        "Die Brücke, die im Mai eröffnet wurde, ist gesperrt.",
        ["main: Die Brücke ist gesperrt -> sperren", "relative [die]: die im Mai eröffnet wurde -> eröffnen"],
    ),
    (
        "de",
        "Das Museum, in dem das Bild hing, brannte am Montag.",
        ["main: Das Museum brannte am Montag -> brennen", "relative [in]: in dem das Bild hing -> hängen"],
    ),
    (
        "en",
        "The bridge, which opened in May, is closed.",
        ["main: The bridge is closed -> close", "relative [which]: which opened in May -> open"],
    ),
    (
        "en",
        "Police found the man who stole the car.",
        ["main: Police found the man -> find", "relative [who]: who stole the car -> steal"],
    ),
    gap(
        "en",
        "The man who found the dog lives in Leeds.",
        ["main: The man lives in Leeds -> live", "relative [who]: who found the dog -> find"],
        "no cut at the second finite verb; 'lives' is tagged as a noun",
    ),
    gap(
        "en",
        "The museum, in which the painting hung, stayed closed.",
        ["main: The museum stayed closed -> stay", "relative [in]: in which the painting hung -> hang"],
        "the preposition before the relative pronoun goes to the main clause",
    ),
]

COORDINATED = [
    (
        "de",
        "Der Minister reiste nach Oslo und traf dort die Präsidentin.",
        ["main: Der Minister reiste nach Oslo -> reisen", "main: und traf dort die Präsidentin -> treffen"],
    ),
    ("de", "Männer und Frauen kamen.", ["main: Männer und Frauen kamen -> kommen"]),
    (
        "en",
        "The minister flew to Oslo and met the president there.",
        ["main: The minister flew to Oslo -> fly", "main: and met the president there -> meet"],
    ),
    ("en", "Men and women came.", ["main: Men and women came -> come"]),
]

BRACKETS = [
    ("de", "Der Zoo wurde im Mai eröffnet.", ["main: Der Zoo wurde im Mai eröffnet -> eröffnen"]),
    ("de", "Der Rat will das Haus verkaufen.", ["main: Der Rat will das Haus verkaufen -> verkaufen"]),
    ("de", "Die gestohlenen Bilder tauchten auf.", ["main: Die gestohlenen Bilder tauchten auf -> auftauchen"]),
    gap(
        "de",
        "Die verletzten Männer liefen davon.",
        ["main: Die verletzten Männer liefen davon -> davonlaufen"],
        "a weak participle before its noun is taken for the past tense of its verb ('sie verletzten')",
    ),
    ("en", "The zoo was opened in May.", ["main: The zoo was opened in May -> open"]),
    ("en", "The council will sell the house.", ["main: The council will sell the house -> sell"]),
    ("en", "The stolen paintings were found.", ["main: The stolen paintings were found -> find"]),
    gap(
        "en",
        "The zoo will open in May.",
        ["main: The zoo will open in May -> open"],
        "'open' behind 'will' is tagged as an adjective",
    ),
    gap(
        "en",
        "The minister plans a trip to Rome.",
        ["main: The minister plans a trip to Rome -> plan"],
        "a noun that is a verb form too stays a noun though the clause has no other verb",
    ),
]

DATELINES = [
    (
        "de",
        "KASSEL (abc) – Der Zug entgleiste am Montag.",
        ["dateline: KASSEL abc", "main: Der Zug entgleiste am Montag -> entgleisen"],
    ),
    (
        "de",
        "Olmütz/Wien – Der Zug entgleiste am Montag.",
        ["dateline: Olmütz / Wien", "main: Der Zug entgleiste am Montag -> entgleisen"],
    ),
    (
        "en",
        "TOLEDO, Ohio (North Press) — The train derailed on Monday.",
        ["dateline: TOLEDO Ohio North Press", "main: The train derailed on Monday -> derail"],
    ),
    (
        "de",
        "Olmütz - Der Zug entgleiste am Montag.",
        ["dateline: Olmütz", "main: Der Zug entgleiste am Montag -> entgleisen"],
    ),
    (
        "en",
        "LEEDS, England - The train derailed on Monday.",
        ["dateline: LEEDS England", "main: The train derailed on Monday -> derail"],
    ),
]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [*SEPARABLE, *SUBORDINATE, *RELATIVE, *COORDINATED, *BRACKETS, *DATELINES],
)
def test_clauses(
    language: str,
    sentence: str,
    expected: list[str],
    readings_of: Callable[[str, str], tuple[Reading, ...]],
) -> None:
    (reading,) = readings_of(sentence, language)
    assert [shown(reading, clause, language) for clause in reading.clauses] == expected


@pytest.mark.parametrize(
    ("language", "sentence", "governors"),
    [
        ("de", "Als der Zug ankam, warteten die Helfer.", [1, None]),
        ("de", "Die Helfer warteten, als der Zug ankam.", [None, 0]),
        ("de", "Der Mann, der den Hund fand, wohnt in Celle.", [None, 0]),
        ("en", "When the train arrived, helpers waited.", [1, None]),
        ("en", "Helpers waited when the train arrived.", [None, 0]),
        ("en", "The bridge, which opened in May, is closed.", [None, 0]),
    ],
)
def test_a_dependent_clause_names_its_governor(
    language: str,
    sentence: str,
    governors: list[int | None],
    readings_of: Callable[[str, str], tuple[Reading, ...]],
) -> None:
    (reading,) = readings_of(sentence, language)
    assert [clause.governor for clause in reading.clauses] == governors


@pytest.mark.parametrize(
    ("language", "sentence", "quoted"),
    [
        ("de", "„Wir haben gewonnen“, sagte sie.", [True, False]),
        ("de", "Sie sagte: „Wir haben gewonnen.“", [False, True]),
        ("en", "“We have won,” she said.", [True, False]),
        ("en", 'She said: "We have won."', [False, True]),
    ],
)
def test_quoted_clauses(
    language: str, sentence: str, quoted: list[bool], readings_of: Callable[[str, str], tuple[Reading, ...]]
) -> None:
    (reading,) = readings_of(sentence, language)
    assert [clause.quoted for clause in reading.clauses] == quoted


def test_every_word_is_in_exactly_one_clause(readings_of: Callable[[str, str], tuple[Reading, ...]]) -> None:
    text = (
        "Der Mann (er ist krank), der den Hund, den niemand wollte, fand und ihn pflegte, sagte: „Er bleibt“, "
        "obwohl der Rat, dem er schrieb, nein sagte."
    )
    (reading,) = readings_of(text, "de")
    members = sorted(i for clause in reading.clauses for i in clause.tokens)
    words = [i for i, token in enumerate(reading.sentence.tokens) if token.text[0].isalnum()]
    assert [i for i in members if i in words] == words
