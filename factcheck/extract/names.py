"""Names of people and organisations with their titles.

A run of capitalised words is a name if a word in it is no dictionary noun; what stands before it and denotes
an office or a profession ("Außenminister", "Fire Chief") is its title. Keys fold transliterations, so that
Lawrow and Lavrov are one and Kim Jong Un and Kim Jong Il are not.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.concepts import ConceptReader, ontology
from factcheck.model import Name, Span, Token
from factcheck.text.fold import fold_transliteration
from factcheck.text.grammar import Grammar

_MAX_WORDS = 5


def find_names(
    tokens: Sequence[Token], grammar: Grammar, concepts: ConceptReader, taken: Sequence[Span] = ()
) -> tuple[Name, ...]:
    """The names of one sentence in text order. ``taken``: spans of dates ("June"), which are no names."""
    found: list[Name] = []
    i = 0
    while i < len(tokens):
        last = _run(tokens, i, grammar)
        if last > i:
            name = _name(tokens, i, last, grammar, concepts)
            if name is not None and not any(span.overlaps(name.span) for span in taken):
                found.append(name)
        i = max(last, i + 1)
    return tuple(found)


def _run(tokens: Sequence[Token], i: int, grammar: Grammar) -> int:
    """Index after the run of capitalised words that begins at ``i``; ``i`` if none does."""
    if not _is_capitalised(tokens[i], grammar) or (i == 0 and tokens[i].pos not in {"PROPN", "NOUN", "X"}):
        return i
    particles = grammar.data["names"]["particles"]
    last = i + 1
    while last < len(tokens):
        if _is_capitalised(tokens[last], grammar) or _is_initial_stop(
            tokens, last, grammar.data["names"]["honorifics"]
        ):
            last += 1
        elif (
            tokens[last].lower in particles
            and tokens[last - 1].pos == "PROPN"
            and last + 1 < len(tokens)
            and tokens[last + 1].pos == "PROPN"
        ):
            last += 2
        else:
            break
    return last


def _is_capitalised(token: Token, grammar: Grammar) -> bool:
    if not token.text[0].isupper() or token.text in grammar.data["names"]["stop"]:
        return False
    return token.pos in {"NOUN", "PROPN", "X", "ADJ", "VERB"}


def _is_initial_stop(tokens: Sequence[Token], i: int, honorifics: Sequence[str]) -> bool:
    """The full stop of "Matthias K." or "Dr."."""
    if tokens[i].text != "." or i + 1 >= len(tokens):
        return False
    return len(tokens[i - 1].text) == 1 or tokens[i - 1].text in honorifics


def _name(tokens: Sequence[Token], first: int, last: int, grammar: Grammar, concepts: ConceptReader) -> Name | None:
    start = first
    titles: list[str] = []
    for i in range(first, last - 1):
        if _is_office(tokens[i], grammar, concepts):
            titles.append(tokens[i].lemma)
            start = i + 1
    members = [t for t in tokens[start:last] if t.text != "."]
    if not members or len(members) > _MAX_WORDS or not any(t.pos == "PROPN" for t in members):
        return None
    if len(members) == 1 and members[0].pos != "PROPN":
        return None
    words = _without_genitive([t.text for t in members], grammar)
    titles.extend(_apposition(tokens, start, grammar, concepts) if not titles else ())
    return Name(
        span=Span(members[0].span.start, members[-1].span.end),
        surface=" ".join(words),
        tokens=tuple(words),
        key=" ".join(fold_transliteration(w) for w in words),
        kind=_kind(words, members, titles, grammar),
        titles=tuple(titles),
    )


def _apposition(tokens: Sequence[Token], start: int, grammar: Grammar, concepts: ConceptReader) -> tuple[str, ...]:
    """The office before a name that is no part of its run: "nurse Anna Bell", "der Präsident, X"."""
    i = start - 1
    if i >= 0 and tokens[i].text == ",":
        i -= 1
    if i >= 0 and tokens[i].pos == "NOUN" and _is_office(tokens[i], grammar, concepts):
        return (tokens[i].lemma,)
    return ()


def _is_office(token: Token, grammar: Grammar, concepts: ConceptReader) -> bool:
    if token.text.rstrip(".") in grammar.data["names"]["honorifics"]:
        return True
    if token.pos not in {"NOUN", "PROPN"}:
        return False
    return any(ontology()[c].kind == "person" for c in concept_ids(token, concepts))


def concept_ids(token: Token, concepts: ConceptReader) -> tuple[str, ...]:
    """The concepts of one noun that the ontology defines."""
    mention = concepts.read((token,))
    return tuple(c for m in mention for c in m.concepts if c in ontology())


def _without_genitive(words: list[str], grammar: Grammar) -> list[str]:
    """ "Kims" -> "Kim" where the lexicon knows the shorter form or not the longer one."""
    ending = grammar.data["names"]["genitive"]
    last = words[-1]
    if ending and last.endswith(ending) and len(last) > 4 and grammar.lexicon.get(last[: -len(ending)]):
        return [*words[:-1], last[: -len(ending)]]
    return words


def _kind(words: list[str], members: Sequence[Token], titles: Sequence[str], grammar: Grammar) -> str:
    organisations = grammar.data["names"]["organisations"]
    if any(w in organisations or (w.isupper() and len(w) > 1) for w in words):
        return "organisation"
    if titles or (len(words) in {2, 3} and all(t.pos == "PROPN" for t in members)):
        return "person"
    return "unknown"
