"""Input that no newsroom writes must neither crash nor hang the way from text to claims."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import claims_of
from factcheck.extract.reading import read
from factcheck.model import Block, BlockKind, Claim, Document, Span

ClaimsIn = Callable[[str, str], tuple[Claim, ...]]

HOSTILE = {
    "empty": "",
    "blanks": "   \n\t ",
    "only punctuation": "... !!! ,;: -- „“ ()[]",
    "one word of 200 kB": "a" * 200_000,
    "one name of 200 kB": "A" * 200_000,
    "one number of 200 kB": "9" * 200_000,
    "dots and digits": "1." * 20_000,
    "dots and letters": "a." * 20_000,
    "hyphens": "ab-" * 20_000,
    "quotes that never close": '"„»' * 500,
    "a quote in a quote": 'Er sagte „Sie rief "er kam (und',
    "brackets": "(" * 500 + "Der Zug kam." + ")" * 500,
    "apostrophes": "'s 's ’s 's ’’’",
    "emoji": "😀 Der Zug 🚂 entgleiste am 3️⃣. Mai 👨‍👩‍👧 .",
    "right to left": "قال الوزير إن القطار خرج עברית. The train ‮derailed‬ on Monday.",
    "combining marks": "Der Zug e\u0301\u0301\u0301 kam a\u0308b.",
    "control characters": "\x00\x01 Der Zug\u200b kam\u2028am Montag.",
    "digits of other scripts": "Das Feld misst 5² und ½ Meter, ³ und ① Menschen, ٣ Leute, 四 Tage.",
    "a number of 400 digits": "9" * 400 + " Euro",
    "suffixes without a number": "-jährige -year-old jährige year-old % € $",
    "nothing but function words": "und und der die das von zu and the of to",
    "nothing but verbs": "kam ging lief soll haben was were will be",
    "a range without an end": "3 bis zwischen 3 und from 3 to",
    "ordinals without a noun": "erste 2. third 4th seit since",
    "lone surrogate pairs": "\U0001f1e9\U0001f1ea \U0001f1e9",
}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read(text: str, language: str, claims_in: ClaimsIn) -> None:
    started = time.perf_counter()
    found = claims_in(text, language)
    assert all(0 <= claim.span.start < claim.span.end <= len(text) for claim in found)
    assert time.perf_counter() - started < 5.0


def test_an_article_without_blocks_says_nothing() -> None:
    document = Document(id="a.txt", text="x", raw="x", blocks=(), language="de", language_from="flag")
    assert (read(document), tuple(claims_of(document, ()))) == ((), ())


GERMAN = """der die das ein kein nicht nie seit zwei acht 3 3,5 . , : ; – - „ “ " ( ) und oder dass als um zu soll
wird haben eröffnet eröffnen kam Mann Frau Kim Dr Wien Montag Juni laut sagte Prozent Euro Millionen jeder zweite"""
ENGLISH = """the a no not never since two 3.5 's and that when who to will have opened open came man woman Mr Vienna
Monday June according police said percent $ million every second between"""
WORDS = re.split(r"\s+", f"{GERMAN} {ENGLISH}")


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=25), language=st.sampled_from(["de", "en"]))
def test_no_order_of_known_words_crashes(words: list[str], language: str) -> None:
    text = " ".join(words)
    document = Document(
        id="a.txt",
        text=text,
        raw=text,
        blocks=(Block(Span(0, len(text)), BlockKind.PARAGRAPH),),
        language=language,
        language_from="flag",
    )
    readings = read(document)
    for reading in readings:
        members = [i for clause in reading.clauses for i in clause.tokens]
        assert len(members) == len(set(members))
        assert len(reading.stances) == len(reading.clauses)
    claims = tuple(claims_of(document, readings))
    assert claims == tuple(claims_of(document, read(document)))


def calls(text: str, language: str, claims_in: ClaimsIn) -> int:
    """Python calls from text to claims: unlike seconds the same in every run."""
    count = 0

    def on_event(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(on_event)
    try:
        claims_in(text, language)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="steps grow with the square of a sentence's words")
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_table_without_full_stops_costs_what_its_length_costs(language: str, claims_in: ClaimsIn) -> None:
    claims_in("3 4 " * 400, language)
    short, long = (calls("3 4 " * n, language, claims_in) for n in (20, 160))
    assert long < 10 * short
