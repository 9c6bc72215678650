"""The predicate of a clause: an event type of the lexicon, else the lemma of its verb or noun."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.concepts import concept_reader, ontology
from factcheck.extract.reading import Reading
from factcheck.languages import load
from factcheck.model import Clause, Span
from factcheck.text.clauses import verb_lemma
from factcheck.text.grammar import Grammar

_EVENTS = frozenset({"event", "state"})
_RARE = 6.2
"""Verbs more frequent than this on the Zipf scale (be, have, do) tell nothing; their noun is the predicate."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a clause says that happened or was so."""

    key: str
    span: Span
    verb: str | None
    """Lemma of the main verb."""
    concepts: tuple[str, ...]
    """Event and state concepts of the verb and of the nouns in the clause, the verb's first."""


def predicate_of(reading: Reading, clause: Clause, grammar: Grammar) -> Predicate:
    """The clause's predicate; a light verb ("fand statt", "was") yields to an event noun beside it."""
    tokens = reading.sentence.tokens
    members = set(clause.tokens)
    verb = verb_lemma(tokens, clause.tokens, clause.verb, grammar) if clause.verb is not None else None
    of_verb = concept_reader(load(grammar.code)).of_lemma(verb, "v") if verb else ()
    found: list[tuple[str, Span]] = []
    if clause.verb is not None:
        found.extend((c, tokens[clause.verb].span) for c in of_verb if c in ontology())
    for mention in reading.concepts:
        if mention.first in members:
            span = Span(tokens[mention.first].span.start, tokens[mention.last - 1].span.end)
            found.extend((c, span) for c in mention.concepts if c in ontology() and ontology()[c].kind in _EVENTS)
    concepts = tuple(dict.fromkeys(c for c, _ in found))
    if found:
        return Predicate(found[0][0], found[0][1], verb, concepts)
    if clause.verb is not None and tokens[clause.verb].zipf < _RARE:
        return Predicate(f"lemma:{verb}", tokens[clause.verb].span, verb, ())
    noun = next((tokens[i] for i in clause.tokens if tokens[i].pos == "NOUN"), None)
    if noun is not None:
        return Predicate(f"lemma:{noun.lemma}", noun.span, verb, ())
    first = tokens[clause.tokens[0]]
    return Predicate(f"lemma:{verb or first.lemma}", first.span, verb, ())
