"""Nominalisations: "bei der Unterzeichnung in Wien", "das Treffen am Dienstag", "after Sunday's collision".

A time or place right behind (or, as a possessive, right before) an event noun belongs to the noun, not to the
verb of the clause: "bei dem Treffen in Wien beschrieb er ..." says where they met, not where he described.
Behind the verb such a phrase may belong to either, and stays with the verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.extract.concepts import ontology
from factcheck.extract.reading import Reading
from factcheck.model import Claim, Clause, Modality, Place, Span, TimeExpression

_FUNCTION = frozenset({"ADP", "DET"})


def with_nominalisations(claim: Claim, reading: Reading, clause: Clause) -> Iterator[Claim]:
    """The clause's claim, and one for each event noun in a prepositional phrase that has a time or place."""
    rest = claim
    nominal: list[Claim] = []
    for first, last, concept in _event_nouns(reading, clause):
        span = Span(reading.sentence.tokens[first].span.start, reading.sentence.tokens[last - 1].span.end)
        times = tuple(t for t in rest.times if _adjoins(t.span, first, last, reading))
        places = tuple(p for p in rest.places if _adjoins(p.span, first, last, reading))
        if not times and not places:
            continue
        rest = replace(
            rest,
            times=tuple(t for t in rest.times if t not in times),
            places=tuple(p for p in rest.places if p not in places),
        )
        nominal.append(_claim(claim, concept, span, times, places))
    yield rest
    yield from nominal


def _claim(
    claim: Claim, concept: str, span: Span, times: tuple[TimeExpression, ...], places: tuple[Place, ...]
) -> Claim:
    return replace(
        claim,
        predicate=concept,
        predicate_span=span,
        times=times,
        places=places,
        quantities=(),
        ordinal=None,
        modality=Modality.HAPPENED if claim.predicate == "report" else claim.modality,
        quote=None,
    )


def _event_nouns(reading: Reading, clause: Clause) -> Iterator[tuple[int, int, str]]:
    """(first token, token after the last, concept) of event nouns that stand behind a preposition."""
    tokens = reading.sentence.tokens
    members = set(clause.tokens)
    for mention in reading.concepts:
        noun = tokens[mention.last - 1]
        events = [c for c in mention.concepts if c in ontology() and ontology()[c].kind == "event"]
        leading = clause.verb is None or mention.first < clause.verb
        if not leading and not _possessed(reading, mention.first):
            continue
        if mention.first in members and events and noun.pos == "NOUN" and _behind_preposition(reading, mention.first):
            yield mention.first, mention.last, events[0]


def _possessed(reading: Reading, first: int) -> bool:
    """True for "Sunday's collision": what stands in front can belong to nothing else."""
    return first > 0 and reading.sentence.tokens[first - 1].pos == "PART"


def _behind_preposition(reading: Reading, first: int) -> bool:
    tokens = reading.sentence.tokens
    for i in range(first - 1, max(-1, first - 5), -1):
        if tokens[i].pos == "ADP":
            return True
        if tokens[i].pos not in {"DET", "ADJ", "NUM", "PROPN", "PART", "NOUN"}:
            return False
    return False


def _adjoins(span: Span, first: int, last: int, reading: Reading) -> bool:
    """True if only an article or preposition stands between the noun and the expression, on its right; or the
    expression is a possessive right before the noun."""
    tokens = reading.sentence.tokens
    inside = [i for i, t in enumerate(tokens) if span.overlaps(t.span)]
    if not inside:
        return False
    if inside[0] >= last:
        return all(tokens[i].pos in _FUNCTION for i in range(last, inside[0])) and inside[0] - last <= 2
    return inside[-1] < first and all(tokens[i].pos in {"PART", "ADJ"} for i in range(inside[-1] + 1, first))
