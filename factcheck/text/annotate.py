"""Document -> sentences with lemmas and parts of speech."""

from __future__ import annotations

from factcheck.languages import load
from factcheck.lexicon import Entry
from factcheck.model import BlockKind, Document, Sentence, Span, Token
from factcheck.text.grammar import Grammar, grammar_of
from factcheck.text.sentences import split
from factcheck.text.tokens import tokenize

_UNKNOWN_ZIPF = 0.0
_RESTARTS = frozenset(':„“"»«–—-)') | {"--"}
_MARKUP = frozenset("*_`#>|")
"""Markdown's marks: part of the text's offsets, not of its sentences."""


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """The sentences of every block but page furniture, in reading order."""
    grammar = grammar_of(load(document.language))
    found: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.FURNITURE:
            continue
        spans = [
            span
            for span in tokenize(document.text, block.span.start, block.span.end)
            if document.text[span.start : span.end] not in _MARKUP
        ]
        for first, last in split(document.text, spans, grammar):
            tokens = annotate(document.text, spans[first:last], grammar)
            found.append(
                Sentence(
                    document=document.id,
                    index=len(found),
                    block=number,
                    kind=block.kind,
                    span=Span(spans[first].start, spans[last - 1].end),
                    tokens=tokens,
                )
            )
    return tuple(found)


def annotate(text: str, spans: list[Span], grammar: Grammar) -> tuple[Token, ...]:
    """Tokens of one sentence with lemma, part of speech and frequency."""
    initial = True
    tokens = []
    for span in spans:
        surface = text[span.start : span.end]
        tokens.append(_token(surface, span, initial, grammar))
        if surface[:1].isalnum():
            initial = False
        elif surface in _RESTARTS:
            initial = True  # what follows a colon, a quotation mark or a dateline begins with a capital of its own
    return tuple(tokens)


def _token(surface: str, span: Span, initial: bool, grammar: Grammar) -> Token:
    if not surface[0].isalnum():
        return Token(span, surface, surface, surface, "PART" if surface in {"'s", "’s"} else "PUNCT", 7.0)
    if surface[0].isdigit():
        return Token(span, surface, surface.lower(), surface, "NUM", _UNKNOWN_ZIPF)
    entry = grammar.lexicon.get(surface, initial=initial)
    if entry is None:
        entry = _guess(surface, initial, grammar)
    return Token(span, surface, surface.lower(), entry.lemma, entry.pos, entry.zipf)


def _guess(surface: str, initial: bool, grammar: Grammar) -> Entry:
    """An entry for a word that the lexicon lacks: a compound's head, a hyphenated word's last part, else a name."""
    if "-" in surface:
        last = surface.rsplit("-", 1)[1]
        known = grammar.lexicon.get(last) if last else None
        if known is not None and known.pos in {"NOUN", "ADJ", "VERB"}:
            return Entry(f"{surface[: -len(last)]}{known.lemma}", known.pos, _UNKNOWN_ZIPF, known.features)
    head = grammar.lexicon.head(surface)
    if head is not None and (surface[0].isupper() == grammar.nouns_have_capitals or initial):
        stem = surface[: len(surface) - len(head[0])] if surface.lower().endswith(head[0].lower()) else head[1]
        return Entry(f"{stem}{head[0].lower()}", "NOUN", _UNKNOWN_ZIPF, frozenset())
    if surface[0].isupper():
        return Entry(surface, "PROPN", _UNKNOWN_ZIPF, frozenset())
    return Entry(surface, "X", _UNKNOWN_ZIPF, frozenset())
