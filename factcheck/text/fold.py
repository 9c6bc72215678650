"""One key for the spellings of a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from factcheck.errors import LanguageDataError
from factcheck.languages import FOLDER, read_yaml

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h"}
    | {"ŧ": "t", "ə": "a", "ŋ": "n", "ĸ": "k"}
    | dict.fromkeys("’‘ʼ`´", "'")
)
_APOSTROPHES = re.compile(r"'")
_SEPARATORS = re.compile(r"[^\w]+|_+")
_AE = re.compile(r"ae(?!ls?\b)")
_UE = re.compile(r"(?<![aeoq])ue")
_CACHE = 100_000

_Rules = tuple[tuple[re.Pattern[str], str], ...]


@lru_cache(maxsize=_CACHE)
def fold(name: str) -> str:
    """Lower-case words without diacritics, joined by single spaces.

    ä, ae and a become one letter (ö and ü likewise), because each is how some outlet writes the same name:
    "Jänschwalde", "Jaenschwalde". Not folded are -ael ("Michael") and ue behind a, e, o or q ("Bauer").
    Hyphens and full stops separate words; apostrophes vanish.
    """
    return _collapse(_letters(name))


@lru_cache(maxsize=_CACHE)
def fold_transliteration(name: str) -> str:
    """Like ``fold``, and German, English and scholarly transliterations share a key: Lawrow, Lavrov.

    The rules are the rewrites of ``languages/transliteration.yaml``, applied word by word. Names that merely
    resemble each other (Maier, Meier; Kim Jong Un, Kim Jong Il) stay apart.
    """
    return _collapse(" ".join(_transliterate(word) for word in _letters(name).split()))


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    kept = "".join(ch for ch in plain if not unicodedata.combining(ch))
    return _SEPARATORS.sub(" ", _APOSTROPHES.sub("", kept)).strip()


def _collapse(letters: str) -> str:
    return _UE.sub("u", _AE.sub("a", letters).replace("oe", "o"))


def _transliterate(word: str) -> str:
    rules, slavic_ending, slavic, same = _rules()
    if word in same:
        return same[word]
    word = _rewrite(word, rules)
    if slavic_ending.search(word):
        word = _rewrite(word, slavic)
    return same.get(word, word)


def _rewrite(word: str, rules: _Rules) -> str:
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rules, re.Pattern[str], _Rules, dict[str, str]]:
    path = FOLDER / "transliteration.yaml"
    data = read_yaml(path)
    try:
        same = {word: group[0] for group in data["same"] for word in group}
        slavic = data["slavic"]
        return _compiled(data["rewrites"]), re.compile(slavic["endings"]), _compiled(slavic["rewrites"]), same
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise LanguageDataError(f"{path}: {error!r}") from error


def _compiled(pairs: Iterable[tuple[str, str]]) -> _Rules:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in pairs)
