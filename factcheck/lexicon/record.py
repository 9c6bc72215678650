"""One reading of a word form and its bytes in the trie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

TAGS = (
    "NOUN",
    "PROPN",
    "VERB",
    "AUX",
    "ADJ",
    "ADV",
    "ADP",
    "DET",
    "PRON",
    "CCONJ",
    "SCONJ",
    "PART",
    "NUM",
    "INTJ",
    "X",
)
FEATURES = (
    "inf",
    "fin",
    "part2",
    "part1",
    "zu-inf",
    "modal",
    "pret",
    "plural",
    "VB",
    "VBP",
    "VBZ",
    "VBD",
    "VBN",
    "VBG",
)
_ZIPF_STEPS = 20
_MAX_RANK = 15


@dataclass(frozen=True, slots=True)
class Entry:
    """A reading of a word form."""

    lemma: str
    """Dictionary form; German nouns keep their capital, nominalised adjectives end in -er ("Verletzter")."""
    pos: str
    """Universal POS tag."""
    zipf: float
    """Frequency of the form, whatever its case, on the Zipf scale; 0.0 for a rare one."""
    features: frozenset[str] = frozenset()
    """Verb forms: ``inf``, ``fin``, ``part1``, ``part2``, ``zu-inf``, ``modal``, ``pret``; for English also
    the Penn tags VB, VBP, VBZ, VBD, VBN, VBG. Nouns: ``plural`` where known. An ADJ with ``part1`` or
    ``part2`` is a participle."""


def pack(form: str, entry: Entry, rank: int) -> bytes:
    """The bytes of a reading: rank and tag, frequency, features, how the lemma differs from the form.

    Sorting the packed readings of a form puts the lowest rank first.
    """
    shared = 0
    limit = min(len(form), len(entry.lemma))
    while shared < limit and form[shared] == entry.lemma[shared]:
        shared += 1
    bits = sum(1 << FEATURES.index(name) for name in entry.features)
    zipf = min(255, max(0, round(entry.zipf * _ZIPF_STEPS)))
    head = bytes((min(rank, _MAX_RANK) << 4 | TAGS.index(entry.pos), zipf, bits >> 8, bits & 0xFF, len(form) - shared))
    return head + entry.lemma[shared:].encode()


def unpack(form: str, value: bytes) -> Entry:
    """The reading that ``pack`` wrote."""
    lemma = form[: len(form) - value[4]] + value[5:].decode()
    return Entry(lemma, TAGS[value[0] & 0xF], value[1] / _ZIPF_STEPS, _features(value[2] << 8 | value[3]))


@cache
def _features(bits: int) -> frozenset[str]:
    return frozenset(name for index, name in enumerate(FEATURES) if bits >> index & 1)
