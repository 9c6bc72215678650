"""Numbers, units and hedges of a sentence -> Quantity.

A number is read with its scale ("412,6 Millionen"), unit ("Euro", "$"), hedge ("rund", "at least") and, for a
plain count, the noun behind it ("elf weitere Menschen" counts ``Mensch``). Ages ("41-jährige") have the unit
``age``; scores and votes ("3:2", "14 zu 9") the unit ``score`` with 1000 * first + second as their number.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from text_to_num import text2num

from factcheck.extract.ordinals import is_glued_ending
from factcheck.languages import Language
from factcheck.model import Hedge, Quantity, Span, Token
from factcheck.text.tokens import tokenize

SCORE_BASE = 1000
ABOUT = 0.1
"""A figure hedged by "about" stands for itself plus or minus a tenth; a rounded figure for half its last digit."""

_OLDEST, _LONGEST_AGE = 120, 3
_HIGHEST_GLUED = 150
_DIGITS = re.compile(r"\d{1,15}(?:[.,]\d{1,15}){0,5}$", re.ASCII)
_SCORE = re.compile(r"(\d{1,3})[:](\d{1,3})$", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number over tokens [first, last)."""

    first: int
    last: int
    low: float
    high: float
    nominal: float
    digits: int
    exact: bool = True
    unit: str = ""


@dataclass(frozen=True, slots=True)
class NumberReader:
    """Compiled number data of one language; ``read`` is pure."""

    code: str
    data: dict[str, Any]
    units: dict[tuple[str, ...], tuple[str, float]]
    """Folded words of a unit -> unit and factor."""
    hedges: tuple[tuple[tuple[str, ...], Hedge], ...]
    """Words of a hedge, longest first."""

    def read(self, tokens: Sequence[Token], taken: Sequence[Span] = ()) -> tuple[Quantity, ...]:
        """The quantities of one sentence. ``taken``: spans of dates and clock times, which are no quantities."""
        found: list[Quantity] = []
        i = 0
        while i < len(tokens):
            number = self._age(tokens, i)
            if number is None and not self._is_taken(tokens[i], taken):
                number = self._number(tokens, i)
            if number is None:
                i += 1
                continue
            quantity, last = self._quantity(tokens, number, taken)
            if quantity is not None:
                found.append(quantity)
            i = max(last, i + 1)
        return tuple(found)

    @staticmethod
    def _is_taken(token: Token, taken: Sequence[Span]) -> bool:
        return any(span.overlaps(token.span) for span in taken)

    # --- the number itself ---------------------------------------------------------------------------

    def _number(self, tokens: Sequence[Token], i: int) -> _Number | None:
        return (
            self._score(tokens, i) or self._share(tokens, i) or self._collective(tokens, i) or self._cardinal(tokens, i)
        )

    def _age(self, tokens: Sequence[Token], i: int) -> _Number | None:
        """ "41-jährige", "siebzigjährige", "27-year-old", "Martha Quill, 41," and "(61)" behind a name."""
        text = tokens[i].text
        for suffix in self.data["age_suffixes"]:
            stem = text[: -len(suffix)].rstrip("-‑") if text.endswith(suffix) else ""
            value = self._value(stem) if stem else None
            if value is not None and value <= _OLDEST:
                return _Number(i, i + 1, value, value, value, 2, unit="age")
        if len(text) > _LONGEST_AGE or not text.isdecimal() or int(text) > _OLDEST or i + 1 >= len(tokens):
            return None
        last = i + 3 if self._has_age_suffix(tokens, i) else i + 1 if _is_behind_name(tokens, i) else 0
        return _Number(i, last, int(text), int(text), int(text), 2, unit="age") if last else None

    def _has_age_suffix(self, tokens: Sequence[Token], i: int) -> bool:
        return (
            i + 2 < len(tokens) and tokens[i + 1].text in {"-", "‑"} and tokens[i + 2].text in self.data["age_suffixes"]
        )

    def _score(self, tokens: Sequence[Token], i: int) -> _Number | None:
        match = _SCORE.match(tokens[i].text)
        if match:
            nominal = float(int(match[1]) * SCORE_BASE + int(match[2]))
            return _Number(i, i + 1, nominal, nominal, nominal, 4, unit="score")
        first = self._value(tokens[i].lower)
        if first is None or first >= SCORE_BASE:
            return None
        glued = self._glued_score(tokens, i, first)
        if glued is not None:
            return glued
        for join in self.data["score_joins"]:
            words = join.split()
            last = i + 1 + len(words)
            if last < len(tokens) and [t.lower for t in tokens[i + 1 : last]] == words:
                second = self._value(tokens[last].lower)
                if second is not None and second < SCORE_BASE and not self._unit_at(tokens, last + 1):
                    nominal = first * SCORE_BASE + second
                    return _Number(i, last + 1, nominal, nominal, nominal, 4, unit="score")
        return None

    def _glued_score(self, tokens: Sequence[Token], i: int, first: float) -> _Number | None:
        """ "3-2" where such marks join scores; before a noun it is a range."""
        if i + 2 >= len(tokens) or tokens[i + 1].text not in self.data["score_marks"]:
            return None
        tight = tokens[i].span.end == tokens[i + 1].span.start and tokens[i + 1].span.end == tokens[i + 2].span.start
        second = self._value(tokens[i + 2].text) if tokens[i + 2].text.isdecimal() else None
        after = tokens[i + 3].pos if i + 3 < len(tokens) else ""
        if not tight or second is None or max(first, second) >= _HIGHEST_GLUED or after in {"NOUN", "ADJ"}:
            return None
        nominal = first * SCORE_BASE + second
        return _Number(i, i + 3, nominal, nominal, nominal, 4, unit="score")

    def _share(self, tokens: Sequence[Token], i: int) -> _Number | None:
        """ "jeder zweite", "every third", "die Hälfte", "a quarter of"."""
        token = tokens[i]
        if token.lower in self.data["every_nth"] and i + 1 < len(tokens):
            share = self.data["ordinal_shares"].get(tokens[i + 1].lower)
            if share is not None:
                return _Number(i, i + 2, share - 3, share + 3, share, 1, exact=False, unit="%")
        share = self.data["fractions"].get(token.text)
        if share is None:
            return None
        before = self._value(tokens[i - 1].lower) if i else None
        times = before if before and before < 10 else 1
        return _Number(i, i + 1, share * times - 2, share * times + 2, share * times, 1, exact=False, unit="%")

    def _collective(self, tokens: Sequence[Token], i: int) -> _Number | None:
        for length in (3, 1):
            span = self.data["collectives"].get(" ".join(t.text for t in tokens[i : i + length]))
            if span is not None and i + length <= len(tokens):
                low, high = float(span[0]), float(span[1])
                return _Number(i, i + length, low, high, low, 1, exact=low == high)
        return None

    def _cardinal(self, tokens: Sequence[Token], i: int) -> _Number | None:
        if self._scale(tokens[i].text) is not None:
            return None  # "in die Millionen", "several million" give no figure
        value = self._value(tokens[i].text) if tokens[i].text[0].isdigit() else self._word(tokens, i)
        if value is None:
            return None
        last, digits = i + 1, _significant(tokens[i].text, value)
        while last < len(tokens) and self._scale(tokens[last].text) is not None:
            value *= self._scale(tokens[last].text) or 1
            last += 1
        dozen = self.data["collectives"].get(tokens[last].text) if last < len(tokens) else None
        if dozen is not None and dozen[0] == dozen[1] and not tokens[i].text[0].isdigit():
            value, last = value * dozen[0], last + 1
        return _Number(i, last, value, value, value, digits)

    def _scale(self, word: str) -> float | None:
        scale = self.data["scales"].get(word)
        return float(scale) if scale is not None else None

    def _word(self, tokens: Sequence[Token], i: int) -> float | None:
        lower = tokens[i].lower
        if lower in self.data["not_numbers"]:
            if lower not in self.data["numbers_if_before_noun"] or i + 1 >= len(tokens):
                return None
            return 1.0 if self._scale(tokens[i + 1].text) else None
        return self._value(lower)

    def _value(self, word: str) -> float | None:
        if not word:
            return None
        if word[0].isdigit():
            return parse_digits(word, self.data["decimal"], self.data["group"])
        return _spelled(word.lower(), self.code)

    # --- unit, hedge, noun ---------------------------------------------------------------------------

    def _quantity(self, tokens: Sequence[Token], number: _Number, taken: Sequence[Span]) -> tuple[Quantity | None, int]:
        last = number.last
        if self._is_ordinal(tokens, number):
            return None, last
        unit, factor, surface = number.unit, 1.0, ""
        number, last = self._range(tokens, number)
        if not unit:
            unit, factor, last, surface = self._unit(tokens, number, last)
        noun, end = ("", last) if unit and unit != "%" else self._noun(tokens, last)
        hedge, low, high = self._hedged(tokens, number)
        start = tokens[number.first].span.start
        if unit == "age" and number.last == number.first + 1:
            noun = ""
        return (
            Quantity(
                span=Span(start, tokens[max(last, number.last) - 1].span.end if unit else tokens[end - 1].span.end),
                low=low * factor,
                high=high * factor,
                nominal=number.nominal * factor,
                unit=unit,
                noun=noun,
                hedge=hedge,
                surface_unit=surface,
                digits=number.digits,
            ),
            last,
        )

    def _is_ordinal(self, tokens: Sequence[Token], number: _Number) -> bool:
        """ "30." before a noun, "23rd": the ordinal reader's."""
        if number.unit or number.last >= len(tokens):
            return False
        if is_glued_ending(tokens, number.last - 1, self.data["ordinals"]):
            return True
        after = tokens[number.last]
        stop = after.text == "." and number.last + 1 < len(tokens)
        return stop and after.span.start == tokens[number.last - 1].span.end

    def _range(self, tokens: Sequence[Token], number: _Number) -> tuple[_Number, int]:
        joins = self.data["between"]["join"]
        last = number.last
        if number.unit or last + 1 >= len(tokens) or tokens[last].text not in joins:
            return number, last
        opened = number.first > 0 and tokens[number.first - 1].lower in self.data["between"]["open"]
        other = self._cardinal(tokens, last + 1)
        if other is None or (tokens[last].lower not in joins[:1] and not opened) or other.nominal <= number.nominal:
            return number, last
        joined = _Number(
            number.first,
            other.last,
            number.nominal,
            other.nominal,
            number.nominal,
            number.digits,
            exact=False,
        )
        return joined, other.last

    def _unit(self, tokens: Sequence[Token], number: _Number, last: int) -> tuple[str, float, int, str]:
        """(unit, factor, index after the unit, the unit as written); ("", 1, last, "") for a plain count."""
        found = self._unit_at(tokens, last)
        if found is not None:
            return found
        if number.first > 0:
            before = tokens[number.first - 1].text
            unit = self.data["prefix_units"].get(before)
            if unit is None and number.first > 1:
                before = tokens[number.first - 2].text + before
                unit = self.data["prefix_units"].get(before)
            if unit is not None:
                return unit, 1.0, last, before
        for phrase in self.data["age_phrases"]:
            words = phrase.split()
            if [t.text for t in tokens[last : last + len(words)]] == words:
                return "age", 1.0, last + len(words), phrase
        return "", 1.0, last, ""

    def _unit_at(self, tokens: Sequence[Token], i: int) -> tuple[str, float, int, str] | None:
        for length in (3, 2, 1):
            words = tuple(t.text for t in tokens[i : i + length])
            found = self.units.get(words) if len(words) == length else None
            if found is not None:
                return found[0], found[1], i + length, " ".join(words)
        return None

    def _noun(self, tokens: Sequence[Token], i: int) -> tuple[str, int]:
        """The counted noun's lemma and the index after it; adjectives and "of the" may stand between."""
        for j in range(i, min(i + 5, len(tokens))):
            token = tokens[j]
            if token.pos == "NOUN":
                return token.lemma, j + 1
            if token.pos not in {"ADJ", "DET", "ADP", "NUM", "X", "ADV"} or token.pos == "PUNCT":
                break
            if token.pos == "ADP" and j > i + 1:
                break
        return "", i

    def _hedged(self, tokens: Sequence[Token], number: _Number) -> tuple[Hedge, float, float]:
        hedge = self._hedge_before(tokens, number.first)
        if not number.exact:
            return (Hedge.RANGE if hedge is Hedge.EXACT else hedge), number.low, number.high
        low, high = number.low, number.high
        if hedge is Hedge.ABOUT:
            return hedge, low * (1 - ABOUT), high * (1 + ABOUT)
        if hedge in {Hedge.AT_LEAST, Hedge.MORE_THAN}:
            return hedge, low, math.inf
        if hedge in {Hedge.AT_MOST, Hedge.LESS_THAN}:
            return hedge, 0.0, high
        return hedge, low, high

    def _hedge_before(self, tokens: Sequence[Token], first: int) -> Hedge:
        end = first
        while end > 0 and (tokens[end - 1].pos == "DET" or tokens[end - 1].text in self.data["prefix_units"]):
            end -= 1
        for words, hedge in self.hedges:
            if end >= len(words) and tuple(t.lower for t in tokens[end - len(words) : end]) == words:
                return hedge
        return Hedge.EXACT


def _is_behind_name(tokens: Sequence[Token], i: int) -> bool:
    """True for a number between commas or in brackets right behind a name."""
    if i < 2 or i + 1 >= len(tokens) or tokens[i - 2].pos != "PROPN":
        return False
    pair = tokens[i - 1].text + tokens[i + 1].text
    return pair in {",,", ",.", "()"}


def parse_digits(word: str, decimal: str, group: str) -> float | None:
    """ "1.234,5" -> 1234.5 by the language's signs; None where the groups don't fit."""
    if not _DIGITS.match(word):
        return None
    whole, _, fraction = word.partition(decimal)
    if decimal in fraction or group in fraction:
        # the other convention: "1,234.5" in a German text
        return parse_digits(word, group, decimal) if word.count(group) == 1 and word.count(decimal) else None
    parts = whole.split(group)
    if len(parts) > 1 and any(len(p) != 3 for p in parts[1:]):
        return float(word.replace(group, ".")) if len(parts) == 2 and not fraction else None
    return float("".join(parts) + ("." + fraction if fraction else ""))


def _significant(word: str, value: float) -> int:
    digits = re.sub(r"\D", "", word).lstrip("0")
    if not digits:
        digits = str(int(value)) if value == int(value) else str(value)
    return len(digits.rstrip("0")) or 1


@lru_cache(maxsize=65536)
def _spelled(word: str, code: str) -> float | None:
    if not word[0].isalpha():
        return None
    try:
        return float(text2num(word, code))
    except ValueError:
        return None


def _words(phrase: str) -> tuple[str, ...]:
    """A phrase cut as articles are: "km/h" is three tokens."""
    return tuple(phrase[span.start : span.end] for span in tokenize(phrase))


@cache
def number_reader(language: Language) -> NumberReader:
    """The compiled reader of a language's ``numbers.yaml``."""
    data = language.section("numbers")
    units: dict[tuple[str, ...], tuple[str, float]] = {}
    for unit, entry in data["units"].items():
        for word in entry["words"]:
            units[_words(word)] = (unit, float(entry["factor"]))
    for unit, words in data["units_scaled"].items():
        for word, factor in words.items():
            units[_words(word)] = (unit, float(factor))
    hedges = [(tuple(phrase.split()), Hedge(name)) for name, phrases in data["hedges"].items() for phrase in phrases]
    hedges.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return NumberReader(language.code, data, units, tuple(hedges))
