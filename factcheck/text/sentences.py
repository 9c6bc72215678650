"""Blocks of an article -> sentences, by rules over tokens.

A full stop ends a sentence unless it belongs to an abbreviation (language data) or an ordinal number
("am 19. Juni", "die 30. Filmtage"); a closing quotation mark or bracket after it belongs to the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Span
from factcheck.text.grammar import Grammar

_ENDS = frozenset(".!?…") | {"..."}
_CLOSERS = frozenset("\"'“”»«)]’‘")
_OPENERS = frozenset("\"'„“”»«([‚‘")


def split(text: str, tokens: list[Span], grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Ranges [first, last) of token indices, one a sentence, that cover ``tokens``."""
    first = 0
    i = 0
    while i < len(tokens):
        if _is_end_mark(text[tokens[i].start : tokens[i].end]) and _ends_sentence(text, tokens, i, grammar):
            last = _with_closers(text, tokens, i + 1)
            yield first, last
            first = i = last
        else:
            i += 1
    if first < len(tokens):
        yield first, len(tokens)


def _is_end_mark(token: str) -> bool:
    """A stop, or an abbreviation that brings its own ("a.m.", "U.S.")."""
    return token in _ENDS or (len(token) > 3 and token.endswith("."))


def _with_closers(text: str, tokens: list[Span], i: int) -> int:
    """Index after the closing marks that follow without a space."""
    while (
        i < len(tokens)
        and tokens[i].start == tokens[i - 1].end
        and text[tokens[i].start : tokens[i].end] in (_CLOSERS | _ENDS)
    ):
        i += 1
    return i


def _ends_sentence(text: str, tokens: list[Span], i: int, grammar: Grammar) -> bool:
    after = _with_closers(text, tokens, i + 1)
    if after >= len(tokens):
        return True
    if tokens[after].start == tokens[after - 1].end:  # no space: "3.Liga", "Dr.-Ing."
        return False
    following = text[tokens[after].start : tokens[after].end]
    if following in _OPENERS and after + 1 < len(tokens):
        following = text[tokens[after + 1].start : tokens[after + 1].end]
    if following[:1].islower() or following in {",", ";"}:
        return False
    mark = text[tokens[i].start : tokens[i].end]
    if mark in _ENDS and (mark != "." or i == 0 or tokens[i - 1].end != tokens[i].start):
        return True
    before = mark if mark not in _ENDS else text[tokens[i - 1].start : tokens[i - 1].end]
    return _may_end_after(before, grammar) and (
        not _looks_unfinished(before, grammar) or grammar.is_function_word(following.lower())
    )


def _may_end_after(before: str, grammar: Grammar) -> bool:
    return before.lower() not in grammar.inner_abbreviations


def _looks_unfinished(before: str, grammar: Grammar) -> bool:
    """An ordinal ("19."), an initial ("Matthias K.") or an abbreviation that can end a sentence ("a.m.")."""
    if before.isdigit() and len(before) <= 3:
        return grammar.ordinal_dot
    if len(before) == 1 and before.isalpha() and before.isupper():
        return True
    return before.lower() in grammar.final_abbreviations
