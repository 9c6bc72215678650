""" "zweite Reise seit 2011", "first strike since 2001", "zum dritten Mal", "30. Filmtage" -> Ordinal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from text_to_num import text2num

from factcheck.languages import Language
from factcheck.model import Ordinal, Span, TimeExpression, Token

LAST, ONLY = -1, 0
_NOUN_WINDOW = 4


def find_ordinals(
    tokens: Sequence[Token], language: Language, times: Sequence[TimeExpression], taken: Sequence[Span]
) -> tuple[Ordinal, ...]:
    """The ordinals of one sentence. ``taken``: spans that are dates ("19. Juni")."""
    data = language.section("numbers")["ordinals"]
    found = []
    for i, token in enumerate(tokens):
        if any(span.overlaps(token.span) for span in taken):
            continue
        k = _rank(tokens, i, data, language.code)
        if k is None:
            continue
        lemma, last = _noun(tokens, i, data) or ("", i)
        since = _since(tokens, last, times, data)
        if lemma or since is not None:
            found.append(Ordinal(Span(token.span.start, tokens[last].span.end), k, lemma, since))
    return tuple(found)


def _rank(tokens: Sequence[Token], i: int, data: dict[str, Any], code: str) -> int | None:
    word = tokens[i].lower
    if word in data["first"]:
        return 1
    if word in data["last"]:
        return LAST
    if word in data["only"]:
        return ONLY
    if word.isdecimal() and len(word) <= 3 and i + 1 < len(tokens) and tokens[i + 1].text == ".":
        glued = tokens[i + 1].span.start == tokens[i].span.end
        return int(word) if glued and i + 2 < len(tokens) else None
    if word.isdecimal() and len(word) <= 3 and is_glued_ending(tokens, i, data):
        return int(word)
    return _spelled(word, code, tuple(data["endings"]), tuple(data["irregular"].items()))


def is_glued_ending(tokens: Sequence[Token], i: int, data: dict[str, Any]) -> bool:
    """True if an ordinal's ending follows the digits without a space: "23rd"."""
    return (
        i + 1 < len(tokens)
        and tokens[i + 1].lower in data["endings"]
        and tokens[i + 1].span.start == tokens[i].span.end
    )


@lru_cache(maxsize=16384)
def _spelled(word: str, code: str, endings: tuple[str, ...], irregular: tuple[tuple[str, int], ...]) -> int | None:
    """ "zwölften", "fourteenth": a cardinal with an ordinal's ending."""
    for form, k in irregular:
        if word == form or (len(form) > 4 and word[: len(form)] == form and len(word) - len(form) == 1):
            return k
    for ending in sorted(endings, key=len, reverse=True):
        stem = word[: -len(ending)] if word.endswith(ending) else ""
        if len(stem) >= 3:
            try:
                return int(text2num(stem, code))
            except ValueError:
                continue
    return None


def _noun(tokens: Sequence[Token], i: int, data: dict[str, Any]) -> tuple[str, int] | None:
    start = i + 2 if tokens[i].text.isdecimal() else i + 1  # behind the full stop or the ending
    for j in range(start, min(start + _NOUN_WINDOW, len(tokens))):
        token = tokens[j]
        if token.pos == "NOUN" or token.lower in data["times"]:
            return token.lemma, j
        if token.pos not in {"ADJ", "PROPN", "X", "NUM", "VERB"}:
            return None
    return None


def _since(
    tokens: Sequence[Token], last: int, times: Sequence[TimeExpression], data: dict[str, Any]
) -> TimeExpression | None:
    """The time behind "since"/"seit" to the right of the noun, in the same sentence."""
    for time in times:
        if time.span.start < tokens[last].span.end:
            continue
        before = [t for t in tokens if t.span.end <= time.span.start]
        if time.signal == "since" or any(t.lower in data["since"] for t in before[-3:]):
            return time
    return None
