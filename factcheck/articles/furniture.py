"""The words that tell a page's furniture from its article, of all languages at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from factcheck.errors import LanguageDataError
from factcheck.languages import available, load

LISTS = frozenset(
    {"lines", "closers", "teasers", "labels", "credits", "phrases", "prefixes", "bylines", "dates",
     "date_words", "corrections", "correction_phrases", "correction_labels_need_phrase", "agencies",
     "not_agencies", "credit_words", "name_words", "copyright", "classes", "meta_classes"}
)  # fmt: skip
EDGES = " \t\r\n\f\v\u00a0:.…!»«>›<‹→←▶►▸•·|–—-*_#()[]+\"'“”„‚‘’"
NUMBERED = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of ``furniture.yaml``, merged over the languages and folded."""

    lines: frozenset[str]
    closers: frozenset[str]
    teasers: frozenset[str]
    labels: frozenset[str]
    credits: frozenset[str]
    phrases: tuple[str, ...]
    prefix: re.Pattern[str]
    bylines: frozenset[str]
    dates: frozenset[str]
    date_words: frozenset[str]
    corrections: frozenset[str]
    correction_phrases: tuple[str, ...]
    correction_labels_need_phrase: frozenset[str]
    agencies: frozenset[str]
    not_agencies: frozenset[str]
    credit_words: frozenset[str]
    name_words: frozenset[str]
    copyright: frozenset[str]
    classes: frozenset[str]
    meta_classes: frozenset[str]


def fold_line(text: str) -> str:
    """``text`` without case, edge punctuation, and with each number as ``{n}``."""
    return NUMBERED.sub("{n}", " ".join(text.casefold().split()).strip(EDGES))


def drop_count(folded: str) -> str:
    """ "kommentare ({n})" -> "kommentare"."""
    return folded.removesuffix("{n}").rstrip(EDGES) if folded.endswith("{n}") else folded


@lru_cache(maxsize=1)
def words() -> Words:
    """The merged lists. Raises LanguageDataError for an unknown or ill-typed list."""
    merged: dict[str, list[str]] = {name: [] for name in LISTS}
    for code in available():
        section = load(code).section("furniture")
        for name, entries in section.items():
            _validate(code, name, entries)
            merged[name].extend(entries)
    folded = {name: frozenset(fold_line(entry) for entry in entries) for name, entries in merged.items()}
    return Words(
        phrases=_ordered(folded["phrases"]),
        correction_phrases=_ordered(folded["correction_phrases"]),
        prefix=_glued(merged["prefixes"]),
        **{name: folded[name] for name in LISTS - {"phrases", "correction_phrases", "prefixes"}},
    )


def _validate(code: str, name: str, entries: Any) -> None:
    if name not in LISTS:
        raise LanguageDataError(f"{code}/furniture.yaml: unknown list {name!r}")
    if not isinstance(entries, list) or not all(isinstance(entry, str) and entry for entry in entries):
        raise LanguageDataError(f"{code}/furniture.yaml: {name}: not a list of words")


def _ordered(entries: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(entries))


def _glued(templates: list[str]) -> re.Pattern[str]:
    """A pattern for words at a line's edge, the longest first."""
    escaped = [re.escape(t).replace(re.escape("{n}"), r"\d{1,3}").replace(r"\ ", r"\s{1,3}")
               for t in sorted(set(templates), key=lambda t: (-len(t), t))]  # fmt: skip
    return re.compile("(?:" + "|".join(escaped) + ")", re.IGNORECASE)
