"""Places of the user's rules.yaml on top of the compiled gazetteer."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.gazetteer import Gazetteer, GazetteerEntry, load
from factcheck.text.fold import fold

_PROMINENCE = 9.0
"""What the user names is meant: more prominent than any other place of that name."""
_CACHE = 4096


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place that the gazetteer lacks, or knows by fewer names."""

    name: str
    part_of: str | None = None
    """Name of the place that contains it."""
    aliases: tuple[str, ...] = ()
    kind: str = "facility"
    country: str | None = None
    """ISO 3166 alpha-2 code, or None to take that of ``part_of``."""


@cache
def gazetteer_with(places: tuple[OwnPlace, ...]) -> Gazetteer:
    """The gazetteer with these places; a later place may lie in an earlier one."""
    base = load()
    if not places:
        return base
    by_name: dict[str, GazetteerEntry] = {}
    by_key: dict[str, GazetteerEntry] = {}
    for place in places:
        entry = _entry(place, base, by_name)
        by_key[entry.key] = entry
        by_name.update((fold(name), entry) for name in (place.name, *place.aliases))
    openers = {name.split()[0] for name in by_name if " " in name}

    def lookup(name: str, language: str | None = None) -> tuple[GazetteerEntry, ...]:
        own = by_name.get(fold(name))
        return (own,) if own is not None else base.lookup(name, language)

    extended = copy.copy(base)
    extended.lookup = lru_cache(maxsize=_CACHE)(lookup)
    extended.get = lru_cache(maxsize=_CACHE)(lambda key: by_key.get(key) or base.get(key))
    extended.knows = lru_cache(maxsize=_CACHE)(lambda name: fold(name) in by_name or base.knows(name))
    extended.begins = lru_cache(maxsize=_CACHE)(lambda word: fold(word) in openers or base.begins(word))
    return extended


def _entry(place: OwnPlace, base: Gazetteer, own: dict[str, GazetteerEntry]) -> GazetteerEntry:
    outer = _named(place.part_of, base, own) if place.part_of else None
    known = _named(place.name, base, own)
    if known is not None and outer is None:  # more names for a place of the gazetteer
        return known
    return GazetteerEntry(
        key=f"place:{fold(place.name)}",
        name_de=place.name,
        name_en=place.name,
        kind=place.kind if place.kind != "unknown" else "facility",
        country=place.country or (outer.country if outer else None),
        parents=(outer.key, *outer.parents) if outer else (),
        population=0,
        latitude=0.0,
        longitude=0.0,
        prominence=_PROMINENCE,
    )


def _named(name: str, base: Gazetteer, own: dict[str, GazetteerEntry]) -> GazetteerEntry | None:
    found = own.get(fold(name))
    return found or next(iter(base.lookup(name)), None)
