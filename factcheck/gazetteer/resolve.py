"""Which of several places of one name a text means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from factcheck.gazetteer import Gazetteer, GazetteerEntry
from factcheck.languages import available
from factcheck.languages import load as load_language

_HOME_BONUS = 0.6
_CONTEXT_BONUS = 1.5
_INSIDE_BONUS = 2.0
_OBVIOUS = 5.0
"""A place this prominent is understood without a context."""


def choose(
    entries: Sequence[GazetteerEntry],
    language: str,
    countries: Collection[str] = (),
    within: Collection[str] = (),
) -> GazetteerEntry | None:
    """The likeliest of the places of one name, or None for none.

    ``countries`` are ISO codes that the text speaks of, ``within`` keys of places that the words beside the
    name put it in ("Toledo, Ohio").
    """
    if not entries:
        return None
    return max(entries, key=lambda e: (_score(e, language, countries, within), e.population, e.key))


def resolve(
    names: Sequence[str],
    language: str,
    gazetteer: Gazetteer,
    *,
    countries: Collection[str] = (),
    located: Collection[str] = (),
) -> dict[str, GazetteerEntry]:
    """The place that each name of one text means; names that are no place, or not surely one, are left out.

    A name that is also an everyday word or surname counts only if it is among ``located``, the names that
    the text uses behind a preposition of place. The countries of sure names decide between the rest.
    """
    candidates = {name: gazetteer.lookup(name, language) for name in dict.fromkeys(names)}
    candidates = {n: found for n, found in candidates.items() if found and (n in located or not found[0].common)}
    votes = Counter(found[0].country for found in candidates.values() if _is_sure(found) and found[0].country)
    known = {*countries, *votes}
    chosen = {name: choose(found, language, known) for name, found in candidates.items()}
    return {name: entry for name, entry in chosen.items() if entry is not None}


def _is_sure(found: Sequence[GazetteerEntry]) -> bool:
    return found[0].kind == "country" or (found[0].prominence >= _OBVIOUS and not found[0].common)


def _score(entry: GazetteerEntry, language: str, countries: Collection[str], within: Collection[str]) -> float:
    score = entry.prominence
    if entry.country in countries:
        score += _CONTEXT_BONUS
    if entry.country in _home(language):
        score += _HOME_BONUS
    if any(key in entry.parents for key in within):
        score += _INSIDE_BONUS * 2
    return score


@cache
def _home(language: str) -> frozenset[str]:
    """Countries where the language is at home: their places are likelier."""
    if language not in available():
        return frozenset()
    return frozenset(load_language(language).section("places").get("home", ()))
