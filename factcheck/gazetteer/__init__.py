"""Places by name, with what contains them: countries, regions, settlements, waters, from memory-mapped files.

Compiled by ``tools/build_gazetteer.py`` from GeoNames, CLDR and extra.yaml (see NOTICE).
"""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import marisa_trie

from factcheck.errors import LanguageDataError
from factcheck.gazetteer import record as rec
from factcheck.text.fold import fold, fold_transliteration

__all__ = ["Gazetteer", "GazetteerEntry", "load"]

FOLDER = Path(__file__).parent / "data"
TRANSLITERATED = "~"
"""Before a key of ``fold_transliteration`` in the trie, where ordinary names never begin with it."""
_ALTERNATE_COST = 1.0
_MAX_DEPTH = 8
_CACHE = 50_000


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A place as one name denotes it."""

    key: str
    """``continent:EU``, ``iso:RU``, ``geonames:2013348`` or ``place:<folded English name>``."""
    name_de: str
    name_en: str
    kind: str
    """``continent``, ``country``, ``region``, ``settlement``, ``water``, ``mountain`` or ``facility``."""
    country: str | None
    """ISO 3166 alpha-2 code, or None for what no one country holds."""
    parents: tuple[str, ...]
    """Keys of what contains it, from the nearest to the continent."""
    population: int
    """Inhabitants, 0 if unknown."""
    latitude: float
    """Degrees, to about a kilometre; (0, 0) if unknown."""
    longitude: float
    prominence: float
    """How likely the name means this place, about log10 of its inhabitants; comparable between entries."""
    common: bool = False
    """True where the name looked up is also an everyday word or a surname ("Essen", "Reading")."""
    demonym: bool = False
    """True where the name looked up is an adjective or inhabitant's name."""

    def name(self, language: str) -> str:
        """The display name in German (``de``) or English (any other code)."""
        return self.name_de if language == "de" else self.name_en


class Gazetteer:
    """Read-only; safe to share between threads."""

    def __init__(self, trie: marisa_trie.BytesTrie, records: memoryview, names: memoryview) -> None:
        self._trie, self._records, self._names = trie, records, names
        self._count = len(records) // rec.SIZE
        self._specials = self._special_keys()
        self.lookup = lru_cache(maxsize=_CACHE)(self._lookup)
        self.get = lru_cache(maxsize=_CACHE)(self._get)
        self.knows = lru_cache(maxsize=_CACHE)(self._knows)
        self.begins = lru_cache(maxsize=_CACHE)(self._begins)

    def _lookup(self, name: str, language: str | None = None) -> tuple[GazetteerEntry, ...]:
        """All places of that name, the most prominent first; empty if there is none.

        With ``language`` ("de", "en"), names that only the other one uses are left out. Where the spelling
        is unknown, a transliteration of it will do: "Wostotschny" finds "Vostochny".
        """
        postings = self._trie.get(fold(name)) or self._trie.get(TRANSLITERATED + fold_transliteration(name)) or ()
        best: dict[int, GazetteerEntry] = {}
        for index, flags in map(rec.unpack_posting, postings):
            if not _spoken(flags, language):
                continue
            entry = self._entry(index, flags)
            if index not in best or entry.prominence > best[index].prominence:
                best[index] = entry
        return tuple(sorted(best.values(), key=lambda e: (-e.prominence, -e.population, e.key)))

    def _knows(self, name: str) -> bool:
        """Whether the name stands in the gazetteer as it is spelt."""
        return fold(name) in self._trie

    def _begins(self, word: str) -> bool:
        """Whether some name of several words begins with this one."""
        return next(iter(self._trie.iterkeys(fold(word) + " ")), None) is not None

    def _get(self, key: str) -> GazetteerEntry | None:
        """The place of that key, or None."""
        index = self._index(key)
        return None if index is None else self._entry(index, 0)

    def contains(self, outer: str, inner: str) -> bool:
        """Whether the place ``inner`` lies in ``outer``, or is it. False for unknown keys."""
        if outer == inner:
            return True
        entry = self.get(inner)
        return entry is not None and outer in entry.parents

    def _index(self, key: str) -> int | None:
        if key in self._specials:
            return self._specials[key]
        prefix, _, digits = key.partition(":")
        if prefix != "geonames" or not digits.isascii() or not digits.isdigit():
            return None
        return self._find(int(digits))

    def _find(self, wanted: int) -> int | None:
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            if rec.id_at(self._records, middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < self._count and rec.id_at(self._records, low) == wanted else None

    def _special_keys(self) -> dict[str, int]:
        """Keys that are no GeoNames ids: the compiler puts their records at the end."""
        found: dict[str, int] = {}
        for index in range(self._count - 1, -1, -1):
            if rec.id_at(self._records, index) < rec.FIRST_EXTRA:
                break
            found[self._key(rec.unpack(self._records, index))] = index
        return found

    def _key(self, record: rec.Record) -> str:
        if record.id < rec.FIRST_EXTRA:
            return f"geonames:{record.id}"
        kind = rec.KINDS[record.kind]
        if kind == "country":
            return f"iso:{record.country.decode()}"
        if kind == "continent":
            return f"continent:{record.country.decode()}"
        return f"place:{fold(self._display(record)[1])}"

    def _display(self, record: rec.Record) -> tuple[str, str]:
        middle = record.names + record.length_de
        german = bytes(self._names[record.names : middle]).decode()
        return german, bytes(self._names[middle : middle + record.length_en]).decode() or german

    def _parents(self, record: rec.Record) -> tuple[str, ...]:
        found: list[str] = []
        while record.parent != rec.NO_PARENT and len(found) < _MAX_DEPTH:
            record = rec.unpack(self._records, record.parent)
            found.append(self._key(record))
        return tuple(found)

    def _entry(self, index: int, flags: int) -> GazetteerEntry:
        record = rec.unpack(self._records, index)
        german, english = self._display(record)
        kind = rec.KINDS[record.kind]
        return GazetteerEntry(
            key=self._key(record),
            name_de=german,
            name_en=english,
            kind=kind,
            country=record.country.decode() if record.country.isalpha() and kind != "continent" else None,
            parents=self._parents(record),
            population=record.population,
            latitude=record.latitude / rec.DEGREE_STEPS,
            longitude=record.longitude / rec.DEGREE_STEPS,
            prominence=record.score / rec.SCORE_STEPS - (_ALTERNATE_COST if flags & rec.ALTERNATE else 0.0),
            common=bool(flags & rec.COMMON),
            demonym=bool(flags & rec.DEMONYM),
        )


def _spoken(flags: int, language: str | None) -> bool:
    languages = flags & (rec.GERMAN | rec.ENGLISH)
    if not languages or language not in ("de", "en"):
        return True
    return bool(languages & (rec.GERMAN if language == "de" else rec.ENGLISH))


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """The compiled gazetteer. Raises LanguageDataError where its files are missing."""
    paths = [FOLDER / name for name in ("index.marisa", "places.bin", "names.bin")]
    missing = [path.name for path in paths if not path.is_file()]
    if missing:
        raise LanguageDataError(f"the gazetteer is incomplete: {', '.join(missing)} missing")
    return Gazetteer(marisa_trie.BytesTrie().mmap(str(paths[0])), _mapped(paths[1]), _mapped(paths[2]))


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
