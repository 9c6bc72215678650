"""Names of the world's well-known places, what contains them, and names that are no place."""

from __future__ import annotations

import pytest

from factcheck.gazetteer import load
from factcheck.gazetteer.resolve import choose, resolve

FIRST = {
    "Moskau": ("geonames:524901", "settlement", "RU"),
    "Moscow": ("geonames:524901", "settlement", "RU"),
    "Pjöngjang": ("geonames:1871859", "settlement", "KP"),
    "Peking": ("geonames:1816670", "settlement", "CN"),
    "Beijing": ("geonames:1816670", "settlement", "CN"),
    "Wladiwostok": ("geonames:2013348", "settlement", "RU"),
    "Mailand": ("geonames:3173435", "settlement", "IT"),
    "Breslau": ("geonames:3081368", "settlement", "PL"),
    "Brünn": ("geonames:3078610", "settlement", "CZ"),
    "Bruenn": ("geonames:3078610", "settlement", "CZ"),
    "Kyjiw": ("geonames:703448", "settlement", "UA"),
    "Amur": ("geonames:2027748", "region", "RU"),
    "Bavaria": ("geonames:2951839", "region", "DE"),
    "Toskana": ("geonames:3165361", "region", "IT"),
    "USA": ("iso:US", "country", "US"),
    "Vereinigte Staaten": ("iso:US", "country", "US"),
    "Großbritannien": ("iso:GB", "country", "GB"),
    "Europa": ("continent:EU", "continent", None),
    "Ostsee": ("place:baltic sea", "water", None),
    "St. Petersburg": ("geonames:498817", "settlement", "RU"),
    "Sankt Petersburg": ("geonames:498817", "settlement", "RU"),
    "New York": ("geonames:5128581", "settlement", "US"),
}

COMMON = ("Essen", "Halle", "Bath", "Reading", "Nice", "Mai", "Au", "Hagen")
NOT_COMMON = ("Berlin", "London", "Moskau", "Freiburg", "Leipzig", "Deutschland")


@pytest.mark.parametrize(("name", "expected"), FIRST.items())
def test_most_prominent_place_of_a_name(name: str, expected: tuple[str, str, str | None]) -> None:
    entry = load().lookup(name)[0]
    assert (entry.key, entry.kind, entry.country) == expected


@pytest.mark.parametrize("name", COMMON)
def test_everyday_words_are_marked(name: str) -> None:
    assert load().lookup(name)[0].common


@pytest.mark.parametrize("name", NOT_COMMON)
def test_plain_names_are_not_marked(name: str) -> None:
    assert not load().lookup(name)[0].common


def test_an_entry_tells_names_parents_and_position() -> None:
    entry = load().lookup("Wladiwostok")[0]
    assert (entry.name_de, entry.name_en) == ("Wladiwostok", "Vladivostok")
    assert entry.parents == ("geonames:2017623", "iso:RU", "continent:EU")
    assert (round(entry.latitude), round(entry.longitude)) == (43, 132)
    assert entry.population > 500_000


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("iso:RU", "geonames:2013348", True),
        ("continent:EU", "iso:DE", True),
        ("iso:DE", "iso:DE", True),
        ("geonames:2013348", "iso:RU", False),
        ("iso:FR", "geonames:2950159", False),
        ("iso:FR", "geonames:1", False),
        ("iso:FR", "nonsense", False),
    ],
)
def test_containment(outer: str, inner: str, expected: bool) -> None:
    assert load().contains(outer, inner) is expected


@pytest.mark.parametrize(
    "key", ["", "geonames:", "geonames:x", "geonames:²", "iso:ZZ", "geonames:99999999999", "Berlin"]
)
def test_unknown_keys(key: str) -> None:
    assert load().get(key) is None


@pytest.mark.parametrize("name", ["", " ", "~", "\x00", "Xqzzw", "x" * 1000])
def test_unknown_names(name: str) -> None:
    assert load().lookup(name) == ()


def test_every_key_finds_its_own_entry() -> None:
    keys = [entry.key for name in FIRST for entry in load().lookup(name)]
    assert len(keys) > len(FIRST)
    assert [entry.key for key in keys if (entry := load().get(key))] == keys


def test_a_language_uses_its_own_names() -> None:
    assert load().lookup("Georgia", "de")[0].key == "geonames:4197000"
    assert load().lookup("Georgia", "en")[0].key == "iso:GE"


def test_districts_of_a_city_state_lie_in_the_city() -> None:
    district = load().lookup("Kreuzberg")[0]
    assert load().contains("geonames:2950159", district.key)


def test_countries_of_the_text_decide() -> None:
    found = load().lookup("Toledo")
    assert {e.country for e in found} >= {"US", "ES"}
    chosen = choose(found, "en", countries={"ES"})
    assert chosen is not None
    assert chosen.country == "ES"


def test_resolve_leaves_everyday_words_out_unless_located() -> None:
    gazetteer = load()
    assert set(resolve(["Essen", "Berlin", "Mai"], "de", gazetteer)) == {"Berlin"}
    assert set(resolve(["Essen", "Berlin"], "de", gazetteer, located={"Essen"})) == {"Essen", "Berlin"}
