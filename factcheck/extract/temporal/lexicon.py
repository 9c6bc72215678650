"""Words to classes: the lexicon that ``time.yaml`` describes, with inflection, spelling variants and
compounds.

A word has *classes*, each with a value: "Montag" is ``weekday`` 0, "letzten" is ``rel`` "last". A compound
is read as its parts ("Montag|abend", "siebzehn|monatig"), so that patterns over classes serve both
spellings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from babel import Locale

from factcheck.errors import LanguageDataError
from factcheck.extract.temporal.numbers import NumberWords, digit_classes
from factcheck.languages import Language

Value = str | int | float
Classes = dict[str, Value]

_LONGEST_WORD = 40
"""No word of the lexicon and no compound of it is longer; longer ones are never split."""
_CACHE_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a part of a compound: where it stands in the surface and what it may be."""

    start: int
    end: int
    classes: Classes


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon knows of one surface form."""

    pieces: tuple[Piece, ...]
    trigger: bool
    """True if an expression may be built around it; function words alone are none."""
    cue: str | None = None
    """``past`` or ``future`` for a verb form that tells the tense of its clause."""


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    value: Value
    case: str
    """``capital``, ``lower`` or ``any``."""


@dataclass(frozen=True, slots=True)
class _Compound:
    heads: frozenset[str]
    tails: frozenset[str]
    linkers: tuple[str, ...]


PUNCTUATION = {
    ",": "comma", ".": "dot", "-": "dash", "–": "dash", "—": "dash", "‑": "dash", "/": "slash", ":": "colon",
    "(": "open", ")": "close", "'": "apos", "’": "apos", "‘": "apos", "´": "apos",
}  # fmt: skip


class Lexicon:
    """All words of one language. ``lookup`` is pure; it remembers what it has seen, within a bound."""

    def __init__(self, language: Language, data: Mapping[str, Any], literals: Iterable[str]) -> None:
        self._fold = str.maketrans({str(k): str(v) for k, v in (data.get("fold") or {}).items()})
        self._endings: dict[str, list[str]] = data.get("endings") or {}
        self._items: dict[str, list[_Item]] = {}
        self._weak = frozenset(data.get("weak") or ())
        self._weak |= {f"'{word}'" for word in data.get("weak_literals") or ()}
        self._numbers = NumberWords(language.code, data.get("numbers") or {}, self.fold)
        self._add_names(language.code, data.get("names") or {})
        for name, groups in (data.get("words") or {}).items():
            for group in groups if isinstance(groups, list) else [groups]:
                self._add_group(name, group)
        for word in literals:
            self._add(word, _Item(f"'{word}'", word, "any"))
        self._compounds = [_compound(row) for row in data.get("compounds") or ()]
        self._tail_classes = frozenset().union(*(c.tails for c in self._compounds))
        self._tail_ends = {
            word[-3:] for word, items in self._items.items() if any(i.name in self._tail_classes for i in items)
        }
        self._cache: dict[str, Entry | None] = {}

    def fold(self, word: str) -> str:
        """Lower case, with the language's spelling variants made one ("ß" and "ss")."""
        return word.lower().translate(self._fold)

    def lookup_all(self, tokens: Sequence[str]) -> list[Entry | None]:
        """What each token may be; None for one that has nothing to do with time."""
        cache = self._cache
        new = set(tokens).difference(cache)
        if len(cache) + len(new) > _CACHE_LIMIT:
            cache = self._cache = {}
            new = set(tokens)
        for token in new:
            if len(token) <= _LONGEST_WORD:
                cache[token] = self._classify(token)
        return list(map(cache.get, tokens))

    # --- building ---------------------------------------------------------------------------------

    def _add_names(self, code: str, options: Mapping[str, Any]) -> None:
        locale = Locale.parse(code)
        for name, table in (("month", locale.months), ("weekday", locale.days)):
            rules = options.get(name) or {}
            skip = {self.fold(word) for word in rules.get("skip") or ()}
            for width, label in (("wide", name), ("abbreviated", f"{name}_abbr")):
                for value, word in sorted(table["format"][width].items()):
                    short = str(word).rstrip(".")
                    if self.fold(short) in skip or (width != "wide" and short == str(table["format"]["wide"][value])):
                        continue
                    for ending in self._endings.get(rules.get("endings", ""), [""]) if width == "wide" else [""]:
                        self._add(short + ending, _Item(label, int(value), rules.get("case", "any")))

    def _add_group(self, name: str, group: Mapping[str, Any]) -> None:
        words = group.get("words") or {}
        pairs = words.items() if isinstance(words, dict) else ((word, word) for word in words)
        for word, value in pairs:
            for ending in self._endings_of(group.get("endings")):
                self._add(str(word) + ending, _Item(name, value, group.get("case", "any")))

    def _endings_of(self, endings: str | list[str] | None) -> list[str]:
        if endings is None:
            return [""]
        if isinstance(endings, list):
            return endings
        try:
            return self._endings[endings]
        except KeyError:
            raise LanguageDataError(f"time.yaml: unknown endings {endings!r}") from None

    def _add(self, word: str, item: _Item) -> None:
        items = self._items.setdefault(self.fold(word), [])
        if all(i.name != item.name for i in items):
            items.append(item)

    # --- looking up -------------------------------------------------------------------------------

    def _classify(self, surface: str) -> Entry | None:
        first = surface[0]
        if first.isdigit():
            classes = dict(digit_classes(surface))
            return self._entry((Piece(0, len(surface), classes),)) if classes else None
        if not first.isalpha():
            mark = PUNCTUATION.get(surface)
            return Entry((Piece(0, len(surface), {mark: surface}),), trigger=False) if mark else None
        return self._classify_word(surface)

    def _classify_word(self, surface: str) -> Entry | None:
        folded = self.fold(surface)
        classes = self._plain(surface, folded)
        number = self._numbers.classes(folded)
        if number:
            classes = {**number, **classes}
        if classes:
            return self._entry((Piece(0, len(surface), classes),))
        pieces = self._split(surface, folded)
        return self._entry(pieces) if pieces else None

    def _plain(self, surface: str, folded: str) -> Classes:
        found: Classes = {}
        for item in self._items.get(folded, ()):
            if item.case == "any" or (item.case == "capital") == surface[0].isupper():
                found[item.name] = item.value
        return found

    def _entry(self, pieces: tuple[Piece, ...]) -> Entry | None:
        names = {name for piece in pieces for name in piece.classes}
        cue = next((str(piece.classes["cue"]) for piece in pieces if "cue" in piece.classes), None)
        literals = {name for name in names if name.startswith("'")}
        trigger = any(name not in self._weak for name in (names - literals or literals))
        return Entry(pieces, trigger, cue)

    def _split(self, surface: str, folded: str) -> tuple[Piece, ...] | None:
        if folded[-3:] not in self._tail_ends or len(folded) != len(surface):
            return self._split_folded(surface, folded)
        for cut in range(len(folded) - 2, 1, -1):
            pieces = self._split_at(folded, folded, cut)
            if pieces:
                return pieces
        return None

    def _split_folded(self, surface: str, folded: str) -> tuple[Piece, ...] | None:
        """Where folding changes the length, cut points are those of the surface."""
        if folded[-3:] not in self._tail_ends:
            return None
        for cut in range(len(surface) - 2, 1, -1):
            pieces = self._split_at(self.fold(surface[:cut]), self.fold(surface[cut:]), cut, len(surface))
            if pieces:
                return pieces
        return None

    def _split_at(self, head: str, tail: str, cut: int, length: int | None = None) -> tuple[Piece, ...] | None:
        if length is None:
            head, tail, length = head[:cut], tail[cut:], len(head)
        tails = {i.name: i.value for i in self._items.get(tail, ()) if i.name in self._tail_classes}
        if not tails:
            return None
        for compound in self._compounds:
            fit = {name: value for name, value in tails.items() if name in compound.tails}
            if not fit:
                continue
            for linker in compound.linkers:
                if linker and not head.endswith(linker):
                    continue
                front = self._head(head[: len(head) - len(linker)], compound.heads)
                if front:
                    return Piece(0, cut, front), Piece(cut, length, fit)
        return None

    def _head(self, word: str, allowed: frozenset[str]) -> Classes:
        found: Classes = {i.name: i.value for i in self._items.get(word, ()) if i.name in allowed}
        if "num" in allowed and not found:
            found.update(self._numbers.classes(word))
        return found


def _compound(row: Mapping[str, Any]) -> _Compound:
    return _Compound(frozenset(row["heads"]), frozenset(row["tails"]), tuple(row.get("linkers") or ("",)))
