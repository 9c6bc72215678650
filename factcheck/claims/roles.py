"""Who does what to whom in a clause, as far as word order, prepositions and voice tell."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.predicate import Predicate
from factcheck.extract.reading import Reading
from factcheck.model import Clause, Mention, Name, Span, Token
from factcheck.text.grammar import Grammar


def roles_of(
    reading: Reading, clause: Clause, predicate: Predicate, grammar: Grammar
) -> tuple[tuple[str, Mention], ...]:
    """(role, filler) in text order: ``agent``, ``patient``, ``with`` or ``oblique``."""
    tokens = reading.sentence.tokens
    passive = _is_passive(reading, clause, grammar)
    roles: list[tuple[str, Mention]] = []
    bare = 0
    mentions = _mentions(reading, clause, grammar)
    first = _first_agent(tokens, clause, mentions)
    for mention, start in mentions:
        preposition = _preposition(tokens, clause, start)
        if preposition in grammar.data["roles"]["by"] and passive:
            role = "agent"
        elif preposition in grammar.data["roles"]["with"]:
            role = "with"
        elif preposition is not None:
            role = "oblique"
        else:
            bare += 1
            is_subject = mention is first if first is not None else bare == 1
            role = "agent" if is_subject != passive else "patient"
        roles.append((role, mention))
    return tuple(roles)


def _first_agent(tokens: Sequence[Token], clause: Clause, mentions: Sequence[tuple[Mention, int]]) -> Mention | None:
    """The only named person without a preposition: "Das Siegtor erzielte Wettke" has Wettke as its subject."""
    named = [m for m, start in mentions if m.kind == "person" and _preposition(tokens, clause, start) is None]
    return named[0] if len(named) == 1 else None


def _mentions(reading: Reading, clause: Clause, grammar: Grammar) -> list[tuple[Mention, int]]:
    """Names, head nouns and personal pronouns of the clause with the index of their first token."""
    tokens = reading.sentence.tokens
    pronouns = {word for words in grammar.data["names"]["pronouns"].values() for word in words}
    found: list[tuple[Mention, int]] = []
    for i in clause.tokens:
        token = tokens[i]
        if any(m.span.overlaps(token.span) for m, _ in found):
            continue
        name = next((n for n in reading.names if n.span.overlaps(token.span)), None)
        if name is not None:
            found.append((_from_name(name), i))
        elif token.pos == "NOUN" and not _is_title(reading, i) and not _in_time(reading, token):
            found.append((Mention(token.text, token.lemma.lower(), "noun", token.span), i))
        elif token.lower in pronouns:
            found.append((Mention(token.text, token.lower, "pronoun", token.span), i))
    return found


def _is_title(reading: Reading, i: int) -> bool:
    """True for the office in front of a name: one noun phrase with it."""
    tokens = reading.sentence.tokens
    after = next((j for j in range(i + 1, len(tokens)) if tokens[j].pos not in {"NOUN", "PUNCT"}), None)
    starts = {name.span.start for name in reading.names if tokens[i].lemma in name.titles}
    return after is not None and tokens[after].span.start in starts


def _in_time(reading: Reading, token: Token) -> bool:
    return any(time.span.overlaps(token.span) for time in reading.times)


def _from_name(name: Name) -> Mention:
    return Mention(name.surface, name.key, name.kind, Span(name.span.start, name.span.end))


def _preposition(tokens: Sequence[Token], clause: Clause, start: int) -> str | None:
    """The preposition of the noun phrase that begins at ``start``, lower case, or None."""
    for i in range(start - 1, max(-1, start - 5), -1):
        if i not in clause.tokens:
            return None
        if tokens[i].pos == "ADP":
            return tokens[i].lower
        if tokens[i].pos not in {"DET", "ADJ", "NUM", "NOUN", "PROPN", "ADV"}:
            return None
    return None


def _is_passive(reading: Reading, clause: Clause, grammar: Grammar) -> bool:
    if clause.verb is None:
        return False
    tokens = reading.sentence.tokens
    entry = grammar.lexicon.get(tokens[clause.verb].text)
    forms = entry.features if entry is not None else frozenset()
    if not forms & {"part2", "VBN"}:
        return False
    auxiliaries = {tokens[i].lemma for i in clause.tokens if tokens[i].pos == "AUX" and i != clause.verb}
    return bool(auxiliaries & set(grammar.data["roles"]["passive"]))
