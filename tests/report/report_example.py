"""A report of invented articles that the formatters' tests share."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime

from factcheck.model import (
    Attribution,
    Block,
    BlockKind,
    Claim,
    Document,
    Finding,
    Grain,
    Hedge,
    Mention,
    Modality,
    Ordinal,
    Place,
    Polarity,
    Quantity,
    Report,
    Sentence,
    Severity,
    Skipped,
    Span,
    Statement,
    Step,
    TimeExpression,
    Value,
    Verdict,
)

BOTE = """Fährbrücke eröffnet

Ministerin Ada Lindqvist hat die neue Fährbrücke am Dienstag in Nordhaven im Beisein
von rund 300 Gästen eröffnet. Sieben Menschen wurden bei dem Gedränge leicht verletzt.
Es ist ihr zweiter Besuch seit 2011.
"""
WIRE = """---
source: Harbour Wire
---
Minister Ada Lindqvist opened the ferry bridge at Südhaven on Tuesday, and nine people were hurt. \
It was her first visit since 2019.
"""
KURIER = "Die Brücke wurde am Mittwoch, wie die Agentur mitteilte, eröffnet.\n"


def document(
    name: str,
    text: str,
    language: str,
    source: str | None = None,
    published: datetime | date | None = None,
    published_from: str | None = None,
) -> Document:
    """An article in one block whose text is its file."""
    return Document(
        id=name,
        text=text,
        raw=text,
        blocks=(Block(Span(0, len(text)), BlockKind.PARAGRAPH),),
        language=language,
        language_from="detected",
        source=source,
        published=published,
        published_from=published_from,
    )


def span(text: str, words: str) -> Span:
    """Where ``words`` first stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def sentence_span(text: str, words: str) -> Span:
    """From the last sentence's end, blank line or front matter before ``words`` to their full stop."""
    inside = span(text, words)
    borders = (". ", ".\n", "\n\n", "---\n")
    start = max(text.rfind(border, 0, inside.start) + len(border) for border in borders if border in text)
    start = start if any(border in text[: inside.start] for border in borders) else 0
    return Span(start, text.index(".", inside.end - 1) + 1)


def statement(of: Document, role: str, words: str, claim: str, value: Value) -> Statement:
    """A statement of these words in their sentence."""
    return Statement(role, of.id, span(of.text, words), sentence_span(of.text, words), claim, value)


def finding(kind: str, verdict: Verdict, severity: Severity, number: int, **rest: object) -> Finding:
    """A finding about the opening of the bridge."""
    fields: dict[str, object] = {
        "rule": f"{kind}-conflict",
        "kind": kind,
        "verdict": verdict,
        "severity": severity,
        "confidence": 0.9,
        "reason": "",
        "predicate": "opening",
        "participants": ("Ada Lindqvist",),
        "fingerprint": f"sha256:{number:08x}{0:056x}",
        "event": "e1",
        **rest,
    }
    return Finding(**fields)  # type: ignore[arg-type]


A = document("bote/brücke.txt", BOTE, "de", "Küstenbote", date(2023, 9, 13), "sidecar")
B = document("wire.md", WIRE, "en", "Harbour Wire", datetime(2023, 9, 12, 18, 5, tzinfo=UTC), "front matter")
C = document("kurier.txt", KURIER, "de")

PLACE = finding(
    "place",
    Verdict.CONTRADICTION,
    Severity.ERROR,
    0x7F3A9C01,
    confidence=0.92,
    message="The ferry bridge was opened in Nordhaven or at Südhaven, not both",
    reason="Both speak of Ada Lindqvist opening the ferry bridge on a Tuesday; neither town contains the other.",
    statements=(
        statement(
            A,
            "primary",
            "in Nordhaven",
            "c1",
            Value(
                "place",
                "Nordhaven (Skane, SE)",
                (("key", "name:nordhaven"), ("name", "Nordhaven"), ("country", "SE")),
            ),
        ),
        statement(
            B,
            "conflicting",
            "at Südhaven",
            "c4",
            Value("place", "Südhaven (Skane, SE)", (("key", "name:suedhaven"), ("name", "Südhaven"))),
        ),
    ),
    derivation=(Step("Nordhaven and Südhaven both lie in Skane", (0, 1)),),
)
COUNT = finding(
    "count",
    Verdict.CONTRADICTION,
    Severity.ERROR,
    0x0BADF00D,
    message="7 or 9 people were hurt",
    reason="Both count the people hurt at the opening, and neither figure is hedged.",
    statements=(
        statement(
            A,
            "primary",
            "Sieben Menschen",
            "c2",
            Value("count", "7 Menschen", (("low", 7.0), ("high", 7.0), ("noun", "Mensch"))),
        ),
        statement(
            B,
            "conflicting",
            "nine people",
            "c5",
            Value("count", "9 people", (("low", 9.0), ("high", math.inf), ("noun", "person"))),
        ),
    ),
)
DATE = finding(
    "date",
    Verdict.TENSION,
    Severity.WARNING,
    0xC0FFEE11,
    confidence=0.55,
    message="The opening is dated to Tuesday, and an undated article speaks of Wednesday",
    reason="Wednesday may be the day of the agency's report; then both are true.",
    statements=(
        statement(
            C,
            "primary",
            "Mittwoch",
            "c7",
            Value("date", "a Wednesday", (("timex", "XXXX-WXX-3"), ("weekday", 2))),
        ),
        statement(
            A,
            "conflicting",
            "Dienstag",
            "c1",
            Value(
                "date",
                "Tuesday, 2023-09-12",
                (("timex", "2023-09-12"), ("earliest", "2023-09-12"), ("latest", "2023-09-12")),
            ),
        ),
    ),
)
ORDINAL = finding(
    "ordinal",
    Verdict.CONSISTENT,
    Severity.INFO,
    0x00C0DE00,
    message="The second visit since 2011 and the first since 2019 fit together",
    reason="One visit is counted by both, and one more lies between the two dates.",
    derivation=(Step("exactly one visit in 2011 to 2019", (0, 1)),),
    statements=(
        statement(
            A,
            "primary",
            "zweiter Besuch seit 2011",
            "c3",
            Value("ordinal", "2nd since 2011", (("k", 2), ("noun", "Besuch"), ("since", "2011"))),
        ),
        statement(
            B,
            "conflicting",
            "first visit since 2019",
            "c6",
            Value("ordinal", "1st since 2019", (("k", 1), ("noun", "visit"), ("since", "2019"))),
        ),
    ),
)


def _time(of: Document, words: str, value: str, day: date | None, **rest: object) -> TimeExpression:
    return TimeExpression(
        span(of.text, words),
        words,
        "DATE",
        value,
        None,
        Grain.DAY,
        day,
        day,
        **rest,  # type: ignore[arg-type]
    )


TUESDAY = _time(A, "Dienstag", "2023-09-12", date(2023, 9, 12), weekday=1, resolved_by="published")
WEDNESDAY = _time(C, "Mittwoch", "XXXX-WXX-3", None, weekday=2)
SINCE = _time(B, "2019", "2019", date(2019, 1, 1), signal="since")

CLAIMS = (
    Claim(
        id="c1",
        document=A.id,
        sentence=0,
        span=sentence_span(BOTE, "Dienstag"),
        predicate="opening",
        predicate_span=span(BOTE, "eröffnet"),
        roles=(
            ("agent", Mention("Ada Lindqvist", "ada lindqvist", "person", span(BOTE, "Ada Lindqvist"))),
            ("patient", Mention("die neue Fährbrücke", "fährbrücke", "noun", span(BOTE, "Fährbrücke"))),
        ),
        times=(TUESDAY,),
        places=(
            Place(
                span(BOTE, "Nordhaven"),
                "Nordhaven",
                "name:nordhaven",
                "Nordhaven",
                "settlement",
                "SE",
                (),
                "at",
            ),
        ),
        quantities=(Quantity(span(BOTE, "300 Gästen"), 270.0, 330.0, 300.0, "", "Gast", Hedge.ABOUT),),
    ),
    Claim(
        id="c6",
        document=B.id,
        sentence=1,
        span=sentence_span(WIRE, "first visit"),
        predicate="visit",
        predicate_span=span(WIRE, "visit"),
        ordinal=Ordinal(span(WIRE, "first visit since 2019"), 1, "visit", SINCE),
    ),
    Claim(
        id="c7",
        document=C.id,
        sentence=0,
        span=span(KURIER, "Die Brücke wurde"),
        predicate="opening",
        predicate_span=span(KURIER, "eröffnet"),
        polarity=Polarity.NEGATIVE,
        modality=Modality.ALLEGED,
        quantities=(Quantity(span(KURIER, "Die"), 5.0, math.inf, 5.0, "m", "", Hedge.AT_LEAST),),
        attribution=Attribution(("die Agentur",), "authority", "mitteilen", WEDNESDAY),
    ),
)


def _sentences(of: Document, *words: str) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(of.id, index, 0, BlockKind.PARAGRAPH, sentence_span(of.text, word), ())
        for index, word in enumerate(words)
    )


REPORT = Report(
    documents=(A, C, B),
    sentences={
        A.id: _sentences(A, "Dienstag", "Sieben", "zweiter"),
        B.id: _sentences(B, "nine people", "first visit"),
        C.id: _sentences(C, "Mittwoch"),
    },
    claims=CLAIMS,
    events=(),
    findings=(ORDINAL, DATE, PLACE, COUNT),
    skipped=(Skipped("leer.txt", "empty", "the file is empty"),),
)
EMPTY = Report((), {}, (), (), (), ())
