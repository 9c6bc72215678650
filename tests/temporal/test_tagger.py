"""The fields of the expressions that the tagger returns, beyond the values that the data files exemplify."""

from __future__ import annotations

import pickle
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.temporal import TemporalTagger, tagger
from factcheck.languages import load
from factcheck.model import Grain, Span, TimeExpression

MONDAY = date(2025, 6, 23)


def tag(text: str, published: date | None = MONDAY, language: str = "de") -> tuple[TimeExpression, ...]:
    return tagger(load(language)).tag(text, published)


def only(text: str, published: date | None = MONDAY, language: str = "de") -> TimeExpression:
    (found,) = tag(text, published, language)
    return found


def test_all_fields_of_a_weekday() -> None:
    assert only("Er kam am Dienstag.") == TimeExpression(
        span=Span(10, 18),
        text="Dienstag",
        type="DATE",
        value="2025-06-17",
        grain=Grain.DAY,
        earliest=date(2025, 6, 17),
        latest=date(2025, 6, 17),
        weekday=1,
        resolved_by="published",
        signal="in",
    )


def test_an_unknown_publication_date_leaves_partial_values() -> None:
    found = only("Er kam am Dienstag.", None)
    assert (found.value, found.weekday, found.earliest, found.latest) == ("XXXX-WXX-2", 1, None, None)
    assert only("Gestern kam er.", None).value == "XXXX-XX-XX"
    assert only("Im Mai kam er.", None).value == "XXXX-05"


def test_an_unknown_day_carries_its_clock_time_and_what_is_counted_from_it() -> None:
    values = [e.value for e in tag("Am Freitagabend um 20 Uhr kam er, zwei Tage später ging er.", None)]
    assert values == ["XXXX-WXX-5TEV", "XXXX-WXX-5T20:00", "XXXX-WXX-7"]


def test_a_weekday_that_contradicts_its_date_is_kept_as_named() -> None:
    found = only("Er kam am Dienstag, 19. Juni 2025.")
    assert (found.text, found.value, found.weekday) == ("Dienstag, 19. Juni 2025", "2025-06-19", 1)


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("de", "In der Nacht zum Sonntag brannte es.", "Nacht zum Sonntag"),
        ("de", "In der Nacht von Samstag auf Sonntag brannte es.", "Nacht von Samstag auf Sonntag"),
        ("de", "In der Samstagnacht brannte es.", "Samstagnacht"),
        ("en", "It burned in the night from Saturday to Sunday.", "the night from Saturday to Sunday"),
        ("en", "It burned on Saturday night.", "Saturday night"),
    ],
)
def test_a_night_spans_two_days(language: str, text: str, surface: str) -> None:
    found = only(text, MONDAY, language)
    assert (found.text, found.value, found.earliest, found.latest) == (
        surface,
        "2025-06-21TNI",
        date(2025, 6, 21),
        date(2025, 6, 22),
    )


def test_the_night_to_a_day_is_marked() -> None:
    assert only("In der Nacht zum Sonntag brannte es.").signal == "night_to"


@pytest.mark.parametrize(
    ("language", "text", "clock"),
    [
        ("de", "Es war 3.20 Uhr.", (200, 200)),
        ("de", "Er kam gegen 17 Uhr.", (1005, 1035)),
        ("de", "Er kam kurz nach sieben.", (420, 435)),
        ("de", "Er kam kurz vor 8 Uhr.", (465, 480)),
        ("de", "Er kam um 9 Uhr abends.", (1260, 1260)),
        ("de", "Er kam am Abend.", (1020, 1439)),
        ("en", "It was 2:17 a.m. then.", (137, 137)),
        ("en", "It was 12:30 am then.", (30, 30)),
        ("en", "He came at half past four.", (270, 270)),
        ("en", "He came around 5 p.m. and left.", (1005, 1035)),
    ],
)
def test_clock_windows(language: str, text: str, clock: tuple[int, int]) -> None:
    assert only(text, MONDAY, language).clock == clock


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "He came at 9:30 a.m. on Tuesday.", ["2025-06-17T09:30", "2025-06-17"]),
        ("en", "He came at 5 p.m. Friday.", ["2025-06-20T17:00", "2025-06-20"]),
        ("en", "In the morning on Friday he came.", ["2025-06-20TMO", "2025-06-20"]),
        ("de", "Er kam um 9 Uhr am Dienstag.", ["2025-06-17T09:00", "2025-06-17"]),
        ("de", "Er kam am Dienstag um 9 Uhr.", ["2025-06-17", "2025-06-17T09:00"]),
    ],
)
def test_a_clock_time_lies_on_the_day_beside_it(language: str, text: str, values: list[str]) -> None:
    assert [e.value for e in tag(text, MONDAY, language)] == values


def test_a_clock_time_without_a_day_may_lie_on_the_days_around_publication() -> None:
    found = only("Es war kurz nach 22 Uhr.")
    assert (found.value, found.earliest, found.latest) == ("2025-06-23T22:00", date(2025, 6, 22), date(2025, 6, 24))


def test_early_hours_after_a_night_belong_to_its_second_day() -> None:
    found = tag("In der Nacht zum Sonntag brannte es. Um 3.20 Uhr kam die Feuerwehr.")
    assert [e.value for e in found] == ["2025-06-21TNI", "2025-06-22T03:20"]


def test_zones() -> None:
    assert [e.utc_offset for e in tag("at 0212 GMT and at 17:30 BST and at 4pm", language="en")] == [
        0,
        60,
        None,
    ]


def test_signals() -> None:
    text = "Seit Freitag, bis zum Sonntag, vor Mittwoch, nach dem 3. Mai, ab Montag, für zwei Tage, am Dienstag."
    assert [e.signal for e in tag(text)] == ["since", "until", "before", "after", "from", "for", "in"]


def test_ranges() -> None:
    found = tag("Vom 30. Dezember bis zum 2. Januar 2024 und von Montag bis Mittwoch.")
    assert [(e.text, e.value, e.range_end) for e in found] == [
        ("30. Dezember", "2023-12-30", False),
        ("2. Januar 2024", "2024-01-02", True),
        ("Montag", "2025-06-23", False),
        ("Mittwoch", "2025-06-25", True),
    ]


def test_a_range_of_days_shares_its_year() -> None:
    assert [(e.text, e.value) for e in tag("It ran Nov. 3-5, 2023 there.", language="en")] == [
        ("Nov. 3", "2023-11-03"),
        ("5, 2023", "2023-11-05"),
    ]


def test_a_clock_time_in_news_does_not_lie_on_a_day_long_ago() -> None:
    found = tag("He came on Sunday. He was born on 3 March 1990. At 10:30 it rained.", language="en")
    assert [e.value for e in found] == ["2025-06-22", "1990-03-03", "2025-06-22T10:30"]


def test_lists_share_their_month() -> None:
    found = tag("Am 3., 4. und 5. Oktober 2012.")
    assert [(e.text, e.value) for e in found] == [
        ("3.", "2012-10-03"),
        ("4.", "2012-10-04"),
        ("5. Oktober 2012", "2012-10-05"),
    ]


def test_a_part_of_a_month_narrows_its_days() -> None:
    found = only("Ende Mai 2024 kam er.")
    assert (found.mod, found.earliest, found.latest) == ("END", date(2024, 5, 20), date(2024, 5, 31))


def test_a_duration_has_its_length_and_what_it_reaches() -> None:
    found = only("Er starb vor drei Tagen.")
    assert (found.type, found.value, found.seconds) == ("DURATION", "P3D", (259200.0, 259200.0))
    assert (found.earliest, found.latest, found.resolved_by) == (
        date(2025, 6, 20),
        date(2025, 6, 20),
        "published",
    )


def test_tense_chooses_between_the_last_and_the_next() -> None:
    assert [only(text).value for text in ("Er kam am Freitag.", "Er wird am Freitag kommen.")] == [
        "2025-06-20",
        "2025-06-27",
    ]
    assert only("They will meet on Friday.", MONDAY, "en").value == "2025-06-27"


def test_a_narrative_counts_from_the_last_mentioned_time() -> None:
    text = "On May 3, 1940 he came. In June he left. " * 6
    assert [e.value for e in tag(text, MONDAY, "en")][:2] == ["1940-05-03", "1940-06"]
    forced = tagger(load("en")).tag("He came on May 3, 1940. In June he left.", MONDAY, narrative=True)
    assert [e.value for e in forced] == ["1940-05-03", "1940-06"]


def test_only_the_given_spans_are_read_and_offsets_count_in_the_text() -> None:
    text = "Am Montag.\nAm Dienstag.\nAm Mittwoch."
    found = tagger(load("de")).tag(text, MONDAY, [Span(11, 23)])
    assert [(e.text, text[e.span.start : e.span.end]) for e in found] == [("Dienstag", "Dienstag")]


def test_a_publication_time_counts_as_its_day() -> None:
    moment = datetime(2025, 6, 23, 23, 30, tzinfo=timezone(timedelta(hours=2)))
    assert tagger(load("de")).tag("gestern", moment)[0].value == "2025-06-22"


@pytest.mark.parametrize(
    "text",
    [
        "Der 61-Jährige gewann 3:2 (2:2, 1:1) und 14 zu 9.",
        "Das kostet 4.50 Euro, 15,5 Prozent mehr, und ist 1,80 Meter lang.",
        "2000 Menschen auf der A 7 sahen die U 21, Tel. 0471-1985, Nr. 1950, Platz 3.",
        "So nun war Frau Mai mit Theresa May am 3. Spieltag in einem Hotel.",
        "2882015 und 32.04. und 1.2.3.4 sind keine Tage.",
        "Er ist 22 Jahre alt.",
    ],
)
def test_what_is_no_time_in_german(text: str) -> None:
    assert tag(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "He may march in the sun, and May said so.",
        "2000 people saw the 27-year-old win 3-2 and 14-9, page 1984, $1990.",
        "The Long March of 1500 men and a second chance.",
        "He is 22 years old and a minor.",
    ],
)
def test_what_is_no_time_in_english(text: str) -> None:
    assert tag(text, MONDAY, "en") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Dienstagnachmittags", "2025-06-17TAF"),
        ("siebzehnmonatige", "P17M"),
        ("jahrelang", "PXY"),
        ("35-Stunden-Woche", "PT35H"),
        ("Sonntagmorgen", "2025-06-22TMO"),
        ("naechste Woche", "2025-W27"),
        ("dreissig Tage", "P30D"),
        ("dreißig Tage", "P30D"),
    ],
)
def test_compounds_and_spellings_need_no_entry(text: str, value: str) -> None:
    assert only(text).value == value


def test_a_tagger_is_picklable_and_gives_the_same() -> None:
    first = tagger(load("de"))
    second: TemporalTagger = pickle.loads(pickle.dumps(first))
    text = "Am Dienstag, 12. Mai 1998, um 9 Uhr."
    assert first.tag(text, MONDAY) == second.tag(text, MONDAY)


WORDS = st.sampled_from(
    [
        "am",
        "im",
        "vom",
        "bis",
        "und",
        "Montag",
        "Mai",
        "May",
        "12",
        ".",
        "12.",
        "1998",
        "9.30",
        "Uhr",
        "pm",
        "Nacht",
    ]
)
MORE_WORDS = st.sampled_from(
    [
        "zum",
        "zwei",
        "Tage",
        "später",
        "-",
        "/",
        ",",
        "(",
        ")",
        "in",
        "the",
        "last",
        "week",
        "of",
        "v",
        "Chr",
        "Jh",
    ]
)
ODD_WORDS = st.sampled_from(["31", "2024-02-31", "99.99", "ago", "gestern", "Abend", "früh", "year", "\n", "\n\n", "€"])


@given(
    st.lists(WORDS | MORE_WORDS | ODD_WORDS, max_size=30).map(" ".join),
    st.sampled_from(["de", "en"]),
    st.sampled_from([None, date.min, date.max, MONDAY]),
)
@settings(max_examples=300, deadline=None)
def test_spans_are_sorted_apart_and_true_to_the_text(text: str, language: str, published: date | None) -> None:
    end = 0
    for expression in tag(text, published, language):
        assert end <= expression.span.start < expression.span.end <= len(text)
        assert text[expression.span.start : expression.span.end] == expression.text
        assert (expression.earliest is None) == (expression.latest is None)
        end = expression.span.end


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    tag(text)
    tag(text, None, "en")
