"""Everything that the extractors find in one sentence, ready to be bound to its clauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.extract.concepts import ConceptMention, concept_reader
from factcheck.extract.extras import NOTHING, Extras
from factcheck.extract.names import find_names
from factcheck.extract.numbers import number_reader
from factcheck.extract.ordinals import find_ordinals
from factcheck.extract.places import find_places, learn_containment
from factcheck.extract.stance import Stance, stances
from factcheck.extract.temporal import tagger
from factcheck.gazetteer import load as gazetteer
from factcheck.gazetteer.own import gazetteer_with
from factcheck.languages import Language, load
from factcheck.model import Clause, Document, Name, Ordinal, Place, Quantity, Sentence, Span, TimeExpression
from factcheck.text.annotate import sentences_of
from factcheck.text.clauses import clauses_of
from factcheck.text.grammar import grammar_of


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence, read."""

    sentence: Sentence
    clauses: tuple[Clause, ...]
    stances: tuple[Stance, ...]
    """One a clause."""
    times: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    names: tuple[Name, ...]
    quantities: tuple[Quantity, ...]
    ordinals: tuple[Ordinal, ...]
    concepts: tuple[ConceptMention, ...]


def read(document: Document, extras: Extras = NOTHING) -> tuple[Reading, ...]:
    """The readings of a document's sentences, in order. Pure: one article in, no clock, no file."""
    language = load(document.language)
    sentences = sentences_of(document)
    tagged = tagger(language).tag(document.text, document.published, [s.span for s in sentences])
    stamps = [t.span for t in tagged if _is_stamp(t, document)]
    times = tuple(t for t in tagged if t.span not in stamps)
    readings = [_read(s, _within(times, s.span), stamps, language, extras) for s in sentences]
    countries = _countries(readings)
    return tuple(replace(r, places=_places(r, language, countries, extras)) for r in readings)


def learned_places(readings: Sequence[Reading], language: str) -> dict[str, tuple[str, ...]]:
    """Place key -> keys of what contains it, as the article itself tells."""
    return learn_containment([(r.sentence.tokens, r.places) for r in readings], load(language))


def _is_stamp(time: TimeExpression, document: Document) -> bool:
    """True for the publication day in brackets, as in "Sieg im Finale (2006-05-10)": it dates the article."""
    before = document.text[max(0, time.span.start - 1) : time.span.start]
    after = document.text[time.span.end : time.span.end + 1]
    day = document.published_day
    return before == "(" and after == ")" and day is not None and time.earliest == time.latest == day


def _within(times: Sequence[TimeExpression], span: Span) -> tuple[TimeExpression, ...]:
    return tuple(t for t in times if span.contains(t.span))


def _read(
    sentence: Sentence, times: tuple[TimeExpression, ...], stamps: Sequence[Span], language: Language, extras: Extras
) -> Reading:
    grammar = grammar_of(language)
    concepts = concept_reader(language, extras.events)
    clauses = clauses_of(sentence, grammar)
    taken = [*(t.span for t in times), *stamps]
    return Reading(
        sentence=sentence,
        clauses=clauses,
        stances=stances(sentence, clauses, times, grammar),
        times=times,
        places=(),
        names=find_names(sentence.tokens, grammar, concepts, taken),
        quantities=number_reader(language).read(sentence.tokens, taken),
        ordinals=find_ordinals(sentence.tokens, language, times, taken),
        concepts=concepts.read(sentence.tokens),
    )


def _places(reading: Reading, language: Language, countries: Sequence[str], extras: Extras) -> tuple[Place, ...]:
    """The sentence's places; people are none, and a name of many places is the one in the article's countries."""
    persons = [n.span for n in reading.names if n.kind == "person"]
    taken = [t.span for t in reading.times]
    found = find_places(
        reading.sentence.tokens, language, names=persons, countries=countries, gazetteer=gazetteer_with(extras.places)
    )
    return tuple(p for p in found if not any(span.overlaps(p.span) for span in taken))


def _countries(readings: Sequence[Reading]) -> tuple[str, ...]:
    """Countries that the article names itself, the most often named first."""
    counts: Counter[str] = Counter()
    for reading in readings:
        words = [t for t in reading.sentence.tokens if t.text[0].isupper()]
        for entry in (e for t in words for e in gazetteer().lookup(t.text)[:1]):
            if entry.kind == "country" and entry.country:
                counts[entry.country] += 1
    return tuple(code for code, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
