"""What no calendar allows: a weekday that does not fit its date, an age that does not fit a birth year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.languages import load
from factcheck.linking.people import person_of
from factcheck.linking.score import logit
from factcheck.linking.story import StoryView
from factcheck.model import Claim, Quantity, TimeExpression, Value
from factcheck.rules.base import Candidate, Comparison, Fact, Relation
from factcheck.rules.count import value_of as quantity_value
from factcheck.rules.date import MONTHS, WEEKDAYS
from factcheck.rules.date import value_of as date_value

_CERTAIN, _LIKELY = logit(0.97), logit(0.8)
"""A date has one weekday whatever happened on it; whose age it is may be misread."""


class CalendarKind:
    """calendar: see the rule's page."""

    kind = "calendar"
    message = "{a} and {b} can not both be right"
    message_alone = "{a} is no day of the calendar"

    def candidates(self, view: StoryView, min_score: float) -> tuple[Candidate, ...]:
        """Dates with a wrong weekday, dates with two weekdays, ages that don't fit birth years."""
        days = list(_weekday_facts(view))
        pairs = list(_two_weekdays(days))
        paired = {id(f) for c in pairs for f in (c.a, c.b)}
        alone = [c for f in days if id(f) not in paired and (c := _impossible(f)) is not None]
        return (*pairs, *alone, *_ages(view))

    def agree(self, a: Fact, b: Fact, view: StoryView) -> bool:
        """True if both give the same value."""
        return a.value.text == b.value.text


def _weekday_facts(view: StoryView) -> Iterator[Fact]:
    for claims in view.by_sentence.values():
        for time in view.reading(claims[0]).times:
            if time.weekday is not None and time.day is not None and time.month is not None:
                value = date_value(time)
                year = f" {time.earliest.year}" if time.earliest is not None else ""
                text = f"{WEEKDAYS[time.weekday]}, {time.day} {MONTHS[time.month - 1]}{year}"
                named = Value("date", text, value.data)
                yield Fact(_claim_of(time, claims), time.span, named, frozenset(), time)


def _claim_of(time: TimeExpression, claims: Sequence[Claim]) -> Claim:
    return next((c for c in claims if c.span.overlaps(time.span)), claims[0])


def _two_weekdays(facts: Sequence[Fact]) -> Iterator[Candidate]:
    """Pairs of statements that give one date two weekdays."""
    for a, b in combinations(facts, 2):
        same = (a.raw.day, a.raw.month) == (b.raw.day, b.raw.month) and _same_year(a.raw, b.raw)
        if same and a.raw.weekday != b.raw.weekday:
            yield Candidate(a, b, _CERTAIN, Comparison(Relation.CLASH, why="One date, two weekdays"))


def _same_year(a: TimeExpression, b: TimeExpression) -> bool:
    """True unless the years are known and differ."""
    years = [t.year or (t.earliest.year if t.earliest else None) for t in (a, b)]
    return None in years or years[0] == years[1]


def _impossible(fact: Fact) -> Candidate | None:
    """The candidate of a weekday that does not fit its date, or None."""
    day = fact.raw.earliest
    if day is None or day != fact.raw.latest or day.weekday() == fact.raw.weekday:
        return None
    why = f"{day.day} {MONTHS[day.month - 1]} {day.year} was a {WEEKDAYS[day.weekday()]}"
    return Candidate(fact, None, _CERTAIN, Comparison(Relation.CLASH, why=why))


# --- ages ----------------------------------------------------------------------------------------------


def _ages(view: StoryView) -> Iterator[Candidate]:
    """A person's age, at the day of its article, against the birth year that another statement gives."""
    ages = [(f, p) for f, p in _person_facts(view, _age_facts(view))]
    births = [(f, p) for f, p in _person_facts(view, _birth_facts(view))]
    for age, who in ages:
        for birth, other in births:
            published = view.published(age.claim)
            if who == other and published is not None:
                completed = published.year - birth.raw.year
                if not completed - 1 <= age.raw.nominal <= completed:
                    why = f"Born in {birth.raw.year}, one is {completed - 1} or {completed} in {published.year}"
                    yield Candidate(age, birth, _LIKELY, Comparison(Relation.CLASH, why=why))


def _person_facts(view: StoryView, facts: Iterator[Fact]) -> Iterator[tuple[Fact, str]]:
    for fact in facts:
        person = person_of(fact.claim, view)
        if person is not None:
            yield fact, person


def _age_facts(view: StoryView) -> Iterator[Fact]:
    for claim in view.claims:
        quantity: Quantity
        for quantity in claim.quantities:
            if quantity.unit == "age":
                yield Fact(claim, quantity.span, quantity_value(quantity, "attribute"), frozenset(), quantity)


def _birth_facts(view: StoryView) -> Iterator[Fact]:
    for claim in view.claims:
        words = load(view.documents[claim.document].language).section("numbers")["birth_words"]
        tokens = [t.text for t in view.sentence(claim).tokens if claim.span.contains(t.span)]
        if any(word in tokens for word in words):
            for time in claim.times:
                if time.year is not None:
                    yield Fact(claim, time.span, date_value(time), frozenset(), time)
