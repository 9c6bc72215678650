"""One claim a clause: its predicate and the expressions that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.content import content_of
from factcheck.claims.nominal import with_nominalisations
from factcheck.claims.predicate import predicate_of
from factcheck.claims.quotes import quote_in
from factcheck.claims.roles import roles_of
from factcheck.extract.reading import Reading
from factcheck.languages import load
from factcheck.model import BlockKind, Claim, Clause, Document, Ordinal, Span
from factcheck.text.grammar import grammar_of


def claims_of(document: Document, readings: Sequence[Reading]) -> tuple[Claim, ...]:
    """The claims of one article in text order; ids are local (``1``, ``2`` ...) until the corpus numbers them."""
    claims = [claim for reading in readings for claim in _claims(document, reading)]
    numbered = [replace(claim, id=str(i)) for i, claim in enumerate(claims, 1)]
    return tuple(_with_withdrawn(document, readings, numbered))


def _claims(document: Document, reading: Reading) -> Iterator[Claim]:
    grammar = grammar_of(load(document.language))
    tokens = reading.sentence.tokens
    for clause, stance in zip(reading.clauses, reading.stances, strict=True):
        words = [tokens[i] for i in clause.tokens]
        if clause.kind == "dateline" or not any(t.text[0].isalnum() for t in words):
            continue
        predicate = predicate_of(reading, clause, grammar)
        attribution = stance.attribution
        report_spans = [attribution.span] if attribution and attribution.span else []
        times = tuple(t for t in reading.times if _in_clause(t.span, reading, clause))
        claim = Claim(
            id="",
            document=document.id,
            sentence=reading.sentence.index,
            span=Span(words[0].span.start, words[-1].span.end),
            predicate="report" if stance.reporting else predicate.key,
            predicate_span=predicate.span,
            roles=roles_of(reading, clause, predicate, grammar),
            times=tuple(t for t in times if not any(s.contains(t.span) for s in report_spans)),
            places=tuple(p for p in reading.places if _in_clause(p.span, reading, clause)),
            quantities=tuple(q for q in reading.quantities if _in_clause(q.span, reading, clause)),
            ordinal=_ordinal(reading, clause),
            polarity=stance.polarity,
            modality=stance.modality,
            attribution=attribution,
            content=content_of(reading, clause, predicate),
            quote=quote_in(document.text, reading.sentence, clause),
        )
        yield from with_nominalisations(claim, reading, clause)


def _in_clause(span: Span, reading: Reading, clause: Clause) -> bool:
    """True if the expression's first token is one of the clause's."""
    tokens = reading.sentence.tokens
    return any(tokens[i].span.overlaps(span) for i in clause.tokens)


def _ordinal(reading: Reading, clause: Clause) -> Ordinal | None:
    own = [o for o in reading.ordinals if _in_clause(o.span, reading, clause)]
    return own[0] if own else None


def _with_withdrawn(document: Document, readings: Sequence[Reading], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims of a correction note are no claims of the outlet any more, nor is what the note withdraws."""
    notes = {r.sentence.index for r in readings if r.sentence.kind is BlockKind.CORRECTION}
    for claim in claims:
        yield replace(claim, withdrawn=True) if claim.sentence in notes else claim
