"""Numbers as time expressions need them: digits by shape, and number words derived by rule.

Cardinals in words are read by text2num; ordinals are derived from them ("siebzehnten", "seventeenth").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from text_to_num import text2num

Value = str | int | float
Classes = dict[str, Value]

_LONGEST_DIGITS = 10


class NumberWords:
    """Number words of one language.

    ``options``: ``prefixes`` (first letters of number words, so that other words cost nothing),
    ``fractions`` (word to value), ``half_suffix`` ("einhalb": "dreieinhalb" is 3.5), ``ordinals`` (irregular
    ones), ``ordinal_suffixes``, ``unfold`` (how a folded word is spelt for text2num).
    """

    def __init__(self, code: str, options: Mapping[str, Any], fold: Callable[[str], str]) -> None:
        self._code = code
        self._prefixes = tuple(fold(str(p)) for p in options.get("prefixes") or ())
        self._fractions = {fold(str(k)): float(v) for k, v in (options.get("fractions") or {}).items()}
        self._half = fold(str(options.get("half_suffix") or ""))
        self._ordinals = {fold(str(k)): int(v) for k, v in (options.get("ordinals") or {}).items()}
        self._ordinal_suffixes = {
            fold(str(k)): fold(str(v)) for k, v in (options.get("ordinal_suffixes") or {}).items()
        }
        self._unfold = [(str(k), str(v)) for k, v in (options.get("unfold") or {}).items()]

    def classes(self, folded: str) -> Classes:
        """``num`` (a cardinal, possibly with a half) or ``ord`` (an ordinal); empty for other words."""
        if folded in self._fractions:
            return {"num": self._fractions[folded]}
        if folded in self._ordinals:
            return {"ord": self._ordinals[folded]}
        if not folded.startswith(self._prefixes):
            return {}
        if self._half and folded.endswith(self._half):
            whole = self._cardinal(folded[: -len(self._half)])
            return {"num": whole + 0.5} if whole is not None else {}
        number = self._cardinal(folded)
        if number is not None:
            return _cardinal_classes(number)
        for suffix, replacement in self._ordinal_suffixes.items():
            if folded.endswith(suffix):
                number = self._cardinal(folded[: -len(suffix)] + replacement)
                if number is not None:
                    return {"ord": number}
        return {}

    def _cardinal(self, word: str) -> int | None:
        for folded, spelling in self._unfold:
            word = word.replace(folded, spelling)
        try:
            return int(text2num(word, self._code))
        except ValueError:
            return None


def _cardinal_classes(number: int) -> Classes:
    found: Classes = {"num": number}
    if 1 <= number <= 24:
        found["hourword"] = number
    return found


@lru_cache(maxsize=4096)
def digit_classes(text: str) -> Mapping[str, Value]:
    """What a run of digits, possibly joined by ``.``, ``:`` or ``,``, may be; empty for other shapes.

    ``num`` any count; ``d2`` 1 or 2 digits; ``day`` 1 to 31; ``hour`` 0 to 24; ``min`` two digits 00 to 59;
    ``year`` 1000 to 2199; ``digits3`` (a year before 1000); ``mil`` 0000 to 2359; ``clock`` minutes since
    midnight of "21:05", ``dotclock`` of "9.30"; ``longclock`` of "21:05:30"; ``dotdate`` "12.05.2011";
    ``daymonth`` "5.6".
    """
    if len(text) > _LONGEST_DIGITS:
        return {}
    if text.isdigit():
        return _plain_digits(text) if text.isascii() else {}
    for separator in ".:":
        parts = text.split(separator)
        if all(part.isascii() and part.isdigit() for part in parts):
            return _joined(text, parts, separator)
    return _decimal(text)


def _plain_digits(text: str) -> Classes:
    number, length = int(text), len(text)
    found: Classes = {"num": number}
    if length <= 2:
        found["d2"] = text
        if 1 <= number <= 31:
            found["day"] = number
        if number <= 24:
            found["hour"] = number
        if length == 2 and number < 60:
            found["min"] = number
        if 1 <= number <= 12:
            found["mon"] = number
    elif length == 3:
        found["digits3"] = number
    elif length == 4:
        if 1000 <= number < 2200:
            found["year"] = number
        if number // 100 < 24 and number % 100 < 60:
            found["mil"] = number // 100 * 60 + number % 100
    return found


def _joined(text: str, parts: list[str], separator: str) -> Classes:
    numbers = [int(part) for part in parts]
    if len(parts) == 2:
        found: Classes = {}
        if len(parts[0]) <= 2 and len(parts[1]) == 2 and numbers[0] <= 24 and numbers[1] < 60:
            found["clock" if separator == ":" else "dotclock"] = numbers[0] * 60 + numbers[1]
        if separator == "." and len(text) <= 5 and 1 <= numbers[0] <= 31 and 1 <= numbers[1] <= 12:
            found["daymonth"] = text
        if separator == "." and len(parts[1]) == 3:
            found["num"] = numbers[0] * 1000 + numbers[1]
        return found
    if len(parts) == 3 and separator == ":" and len(parts[1]) == len(parts[2]) == 2:
        return {"longclock": numbers[0] * 60 + numbers[1]} if numbers[0] < 24 and numbers[1] < 60 else {}
    is_date = len(parts) == 3 and [len(part) <= 2 for part in parts[:2]] == [True, True] and len(parts[2]) in (2, 4)
    if is_date and separator == "." and 1 <= numbers[0] <= 31 and 1 <= numbers[1] <= 12:
        return {"dotdate": text}
    return {}


def _decimal(text: str) -> Classes:
    whole, _, rest = text.partition(",")
    if whole.isdigit() and rest.isdigit() and text.isascii():
        if len(rest) == 3:
            return {"num": int(whole) * 1000 + int(rest)}
        return {"num": float(f"{whole}.{rest}")}
    return {}
