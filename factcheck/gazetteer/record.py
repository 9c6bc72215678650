"""The flat records of the compiled gazetteer. Written by tools/build_gazetteer.py, read by Gazetteer."""

from __future__ import annotations

import struct
from typing import NamedTuple

KINDS = (
    "continent",
    "country",
    "region",
    "settlement",
    "district",
    "water",
    "facility",
    "mountain",
    "unknown",
)
NO_PARENT = 0xFFFFFFFF
FIRST_EXTRA = 0xF0000000
"""Ids from here on are places of extra.yaml, which have no GeoNames id."""
SCORE_STEPS = 20
DEGREE_STEPS = 100

_LAYOUT = struct.Struct("<IIIhhBB2sIBB")
SIZE = _LAYOUT.size

_POSTING = struct.Struct("<IB")
ALTERNATE, DEMONYM, COMMON, GERMAN, ENGLISH = 1, 2, 4, 8, 16
"""Flags of a name: not the usual name; an adjective or inhabitant; also an everyday word or surname; the
language that uses it (neither bit: any)."""


class Record(NamedTuple):
    """One place. ``names`` is the offset of its German name in the name file, the English one follows."""

    id: int
    parent: int
    population: int
    latitude: int
    longitude: int
    kind: int
    score: int
    country: bytes
    names: int
    length_de: int
    length_en: int


def pack(record: Record) -> bytes:
    return _LAYOUT.pack(*record)


def unpack(data: bytes | memoryview, index: int) -> Record:
    return Record(*_LAYOUT.unpack_from(data, index * SIZE))


def id_at(data: bytes | memoryview, index: int) -> int:
    """The id of the record at ``index`` without reading the rest."""
    return int.from_bytes(data[index * SIZE : index * SIZE + 4], "little")


def pack_posting(index: int, flags: int) -> bytes:
    """The bytes that a name leads to: the index of a record and the name's flags."""
    return _POSTING.pack(index, flags)


def unpack_posting(data: bytes) -> tuple[int, int]:
    index, flags = _POSTING.unpack(data)
    return index, flags
