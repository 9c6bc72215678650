"""Places that no gazetteer has: a head noun with a name ("Flughafen X"), a street, an unknown town."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.places.words import Head, Words
from factcheck.gazetteer import Gazetteer, GazetteerEntry
from factcheck.lexicon import load as load_lexicon
from factcheck.model import Token
from factcheck.text.fold import fold_transliteration

_LONGEST_NAME = 3
_LONGEST_HEAD = 3
_RARE = 3.0
_NAME_TAGS = frozenset({"PROPN", "X", "NOUN", "ADJ"})
_MIN_STEM = 3


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``[start, end)`` that are a place: one of the gazetteer, or a site by its key."""

    start: int
    end: int
    entry: GazetteerEntry | None = None
    key: str = ""
    kind: str = "facility"
    inner: tuple[int, int] | None = None
    """The tokens of the name inside a site, which may be a town's."""
    role: str = "place"


def site_key(head: str, name: str) -> str:
    """The key of a site: class and folded name, the same for "Kosmodrom X" and "X Cosmodrome"."""
    return f"name:{head} {fold_transliteration(name)}"


def headed_site(tokens: Sequence[Token], start: int, words: Words, gazetteer: Gazetteer) -> Match | None:
    """A head noun with the name behind it or before it."""
    return (
        _head_first(tokens, start, words, gazetteer)
        or _head_last(tokens, start, words, gazetteer)
        or _hyphened(tokens, start, words, gazetteer)
    )


def _head_at(tokens: Sequence[Token], start: int, words: Words) -> tuple[Head, int] | None:
    """The head that begins here and the index behind it."""
    if tokens[start].lower not in words.head_starts and tokens[start].lemma.lower() not in words.head_starts:
        return None
    for length in range(min(_LONGEST_HEAD, len(tokens) - start), 0, -1):
        part = tokens[start : start + length]
        head = words.heads.get(tuple(t.lower for t in part))
        if head is None and length == 1:
            head = words.heads.get((part[0].lemma.lower(),))
        if head is not None:
            return head, start + length
    return None


def _head_first(tokens: Sequence[Token], start: int, words: Words, gazetteer: Gazetteer) -> Match | None:
    """ "Flughafen X", "Universität von X", "University of X", "the town of X", "Lake X"."""
    found = _head_at(tokens, start, words)
    if found is None:
        return None
    head, after = found
    linked = after < len(tokens) and tokens[after].lower in words.of
    name = after + 1 if linked else after
    end = _name_end(tokens, name, name + _LONGEST_NAME)
    if end == name or (words.code == "en" and not linked and head.name not in ("lake", "river")):
        return None
    if linked and words.code == "de" and head.kind == "facility" and tokens[name].pos == "NOUN":
        return None
    return _site(tokens, start, end, (name, end), head, words, gazetteer)


def _head_last(tokens: Sequence[Token], start: int, words: Words, gazetteer: Gazetteer) -> Match | None:
    """ "X Airport", "Lucas County", "X Regional Court"; English only."""
    if words.code != "en" or not _is_name(tokens[start]):
        return None
    for name_end in range(min(len(tokens), start + _LONGEST_NAME), start, -1):
        if not all(_is_name(t) for t in tokens[start:name_end]):
            continue
        found = _head_at(tokens, name_end, words) if name_end < len(tokens) else None
        if found and all(t.text[:1].isupper() for t in tokens[name_end : found[1]]):
            return _site(tokens, start, found[1], (start, name_end), found[0], words, gazetteer)
    return None


def _hyphened(tokens: Sequence[Token], start: int, words: Words, gazetteer: Gazetteer) -> Match | None:
    """ "X-Kosmodrom", "Y-Stadion": one token."""
    if "-" not in tokens[start].text:
        return None
    name, hyphen, last = tokens[start].text.rpartition("-")
    head = words.heads.get((last.lower(),)) if hyphen else None
    if head is None or head.kind != "facility" or not name[:1].isupper() or not last[:1].isupper() or name.isupper():
        return None
    known = _notable(gazetteer.lookup(f"{last} {name}", words.code))
    return Match(start, start + 1, entry=known[0]) if known else Match(start, start + 1, key=site_key(head.name, name))


def _notable(entries: Sequence[GazetteerEntry]) -> Sequence[GazetteerEntry]:
    """Without settlements: what ends in "Station" is no village of that name."""
    return [e for e in entries if e.kind != "settlement"]


def _is_clear(entries: Sequence[GazetteerEntry]) -> bool:
    """Whether the first outranks the rest: there are two Lucas Counties, and only the text can tell."""
    return len(entries) == 1 or entries[0].prominence > entries[1].prominence


def _site(
    tokens: Sequence[Token],
    start: int,
    end: int,
    inner: tuple[int, int],
    head: Head,
    words: Words,
    gazetteer: Gazetteer,
) -> Match | None:
    surface = " ".join(t.text for t in tokens[start:end])
    name = " ".join(t.text for t in tokens[inner[0] : inner[1]])
    whole = _notable(gazetteer.lookup(surface, words.code))
    if whole and _is_clear(whole):
        return Match(start, end, entry=whole[0])
    if head.kind in ("region", "settlement", "water", "district"):
        alike = [e for e in gazetteer.lookup(name, words.code) if e.kind == head.kind]
        if alike and _is_clear(alike):
            return Match(inner[0], inner[1], entry=alike[0])
        if head.kind == "settlement" and gazetteer.lookup(name, words.code):
            return None
    if head.kind == "settlement":
        return Match(inner[0], inner[1], key=f"name:{fold_transliteration(name)}", kind=head.kind)
    return Match(start, end, key=site_key(head.name, name), kind=head.kind, inner=inner)


def _name_end(tokens: Sequence[Token], start: int, limit: int) -> int:
    """The end of a run of capitalised words that may be a name."""
    end = start
    while end < min(limit, len(tokens)) and _is_name(tokens[end]):
        end += 1
    return end


def _is_name(token: Token) -> bool:
    if not token.text[:1].isupper() or token.pos not in _NAME_TAGS:
        return False
    return token.pos in ("PROPN", "X") or token.zipf < _RARE or token.pos == "ADJ"


def compound_site(token: Token, start: int, words: Words) -> Match | None:
    """A street, square or bridge in one word: "Goethestraße"."""
    if token.lower in words.no_sites or token.zipf >= _RARE:
        return None
    for ending, name in words.compounds:
        stem = token.lower.removesuffix(ending)
        if stem != token.lower and len(stem) >= _MIN_STEM:
            return Match(start, start + 1, key=site_key(name, token.text[: len(stem)].rstrip("-")))
    return None


def learned_region(tokens: Sequence[Token], start: int, words: Words) -> Match | None:
    """An unknown name directly behind "in" or "nach", no person's and in no dictionary: some village."""
    token = tokens[start]
    before = tokens[start - 1] if start else None
    if before is None or words.signals.get(before.lower) not in ("at", "to") or before.pos != "ADP":
        return None
    alone = start + 1 >= len(tokens) or not tokens[start + 1].text[:1].isupper()
    plain = token.pos == "PROPN" and token.zipf == 0 and token.text.isalpha() and token.text[1:].islower()
    if before.lower in words.contracted or load_lexicon(words.code).entries(token.lower):
        return None
    if not (alone and plain and len(token.text) > _MIN_STEM):
        return None
    return Match(start, start + 1, key=f"name:{fold_transliteration(token.text)}", kind="unknown")
