"""Places in a sentence's tokens: the longest known name, sites that a head noun makes, demonyms."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract.places.demonyms import town_of
from factcheck.extract.places.sites import Match, compound_site, headed_site, learned_region, site_key
from factcheck.extract.places.words import Words, words_of
from factcheck.gazetteer import Gazetteer, GazetteerEntry, load
from factcheck.gazetteer.resolve import choose
from factcheck.languages import Language
from factcheck.lexicon import Entry
from factcheck.lexicon import load as load_lexicon
from factcheck.model import Place, Span, Token

_LONGEST = 5
_UNSURE = 4.7
"""A less prominent place needs a preposition of place, or another sign, before it counts."""
_OBVIOUS = 5.0
_FAMOUS = 6.0
_ACRONYM = 3
_NAMESAKE = 4.2
_EVERYDAY = 3.0
_BACK = 3
"""Words between a preposition and the place that it governs, at most."""
_COMMON_NOUN = frozenset({"NOUN", "ADJ", "VERB", "ADV", "DET", "PRON", "ADP", "AUX", "NUM"})


def find_places(
    tokens: Sequence[Token],
    language: Language,
    *,
    names: Sequence[Span] = (),
    gazetteer: Gazetteer | None = None,
    countries: Collection[str] = (),
) -> tuple[Place, ...]:
    """The places of one sentence in text order, none overlapping.

    ``names`` are spans known to be persons, in which no place is looked for. ``countries`` are ISO codes
    that the article speaks of: they decide between places of one name.
    """
    finder = _Finder(tokens, words_of(language), gazetteer or load(), names, countries)
    return tuple(finder.places())


@dataclass(frozen=True, slots=True)
class _Finder:
    tokens: Sequence[Token]
    words: Words
    gazetteer: Gazetteer
    names: Sequence[Span]
    countries: Collection[str]

    def places(self) -> Iterator[Place]:
        position = 0
        while position < len(self.tokens):
            match = None if self._is_person(position) else self._match(position)
            if match is None:
                position += 1
            else:
                yield self._place(match)
                position = match.end

    def _match(self, position: int) -> Match | None:
        headed = headed_site(self.tokens, position, self.words, self.gazetteer)
        if headed is not None and not any(self._is_person(i) for i in range(headed.start, headed.end)):
            return headed
        token = self.tokens[position]
        if not token.text[:1].isupper():
            entry = self.words.adjectives.get(token.text)
            return Match(position, position + 1, entry=entry, role="demonym") if entry else None
        if position and self.tokens[position - 1].pos == "DET" and token.text in self.words.adjectives:
            return self._demonym(position)  # "die Polen" are people
        return (
            self._known(position)
            or self._demonym(position)
            or self._street(position)
            or learned_region(self.tokens, position, self.words)
        )

    def _street(self, position: int) -> Match | None:
        match = compound_site(self.tokens[position], position, self.words)
        return match if match and self._signal(position) else None

    def _known(self, start: int) -> Match | None:
        """The longest name in the gazetteer that begins here and is a place in this sentence."""
        longest = _LONGEST if self.gazetteer.begins(self.tokens[start].text) else 1
        for end in range(min(len(self.tokens), start + longest), start, -1):
            last = self.tokens[end - 1]
            if not last.text[:1].isalnum() or (end - start > 1 and not last.text[:1].isupper()):
                continue
            found = self._lookup(start, end)
            entry = choose(found, self.words.code, self.countries, self._within(start, end))
            if entry is not None and self._is_meant(entry, start, end):
                return Match(start, end, entry=entry)
        return None

    def _lookup(self, start: int, end: int) -> tuple[GazetteerEntry, ...]:
        first, last = self.tokens[start].span.start, self.tokens[end - 1]
        if end - start > 1 and any(t.text in {",", "(", ")", ":", ";", "/", "–", "—"} for t in self.tokens[start:end]):
            return ()
        if last.span.end - first > 60:
            return ()
        surface = " ".join(t.text for t in self.tokens[start:end])
        if surface.endswith("s") and not self.gazetteer.knows(surface):
            surface = surface[:-1]
        if not self.gazetteer.knows(surface) and (end - start > 1 or self._readings(last)):
            return ()  # only an unknown word is looked up as a transliteration: "Jahr" is no "Yahr"
        found = self.gazetteer.lookup(surface, self.words.code)
        return tuple(e for e in found if not e.demonym)

    def _within(self, start: int, end: int) -> tuple[str, ...]:
        """Keys of what stands behind ("Toledo, Ohio"; "X (Y)") or before as an adjective."""
        keys: list[str] = []
        behind = end + 1
        if behind < len(self.tokens) and self.tokens[end].text in {",", "("} and self.tokens[behind].text[:1].isupper():
            found = self._lookup(behind, min(behind + 2, len(self.tokens))) or self._lookup(behind, behind + 1)
            keys += [e.key for e in found if e.kind in ("region", "country", "continent") and not e.common]
        if start:
            adjective = self._adjective(start - 1)
            keys += [adjective.key] if adjective else []
        return tuple(keys)

    def _is_meant(self, entry: GazetteerEntry, start: int, end: int) -> bool:
        """Whether a known name is a place here, not an everyday word or part of a person's name."""
        if any(self._is_person(i) for i in range(start, end)):
            return False
        if end - start > 1:
            return not entry.common or self._is_located(entry, start, end)
        text, nation = self.tokens[start].text, entry.kind in ("country", "continent")
        if text.isupper() and len(text) <= _ACRONYM and not nation:
            return False
        located = self._is_located(entry, start, end)
        if self._has_first_name(start) or (self._has_surname(end) and not (located and entry.prominence >= _FAMOUS)):
            return False
        if entry.common or self._is_word_first(entry, start):
            return located and (entry.prominence >= _UNSURE or bool(self._within(start, end)))
        return nation or located or entry.prominence >= _UNSURE

    def _is_word_first(self, entry: GazetteerEntry, start: int) -> bool:
        """A common noun that only resembles the place's name: "Türen"."""
        token = self.tokens[start]
        same = entry.name(self.words.code) in (token.text, token.text.removesuffix("s"))
        return token.pos == "NOUN" and bool(self._readings(token)) and not same and entry.kind == "settlement"

    def _is_located(self, entry: GazetteerEntry, start: int, end: int) -> bool:
        """Whether the words around say that this is a place: a preposition, "X, Y", a dateline."""
        if self._within(start, end) or self._is_dateline(start, end):
            return True
        if self._signal(start) is None:
            return False
        before = self.tokens[start - 1]
        # "im Mai", "am Zug", "das Essen": a name takes no article unless an adjective stands between
        bare = not (before.lower in self.words.contracted or before.pos in ("DET", "PRON"))
        return bare or (entry.kind != "settlement" and not entry.common)

    def _has_first_name(self, start: int) -> bool:
        if start == 0:
            return False
        before = self.tokens[start - 1]
        if before.lower in self.words.person_signs or before.lower.rstrip(".") in self.words.person_signs:
            return True
        if not (before.text[:1].isupper() and before.text[1:2].islower() and before.pos in ("PROPN", "X")):
            return False
        return not self._is_prominent(start - 1) and self._adjective(start - 1) is None

    def _is_prominent(self, position: int) -> bool:
        return any(e.prominence >= _OBVIOUS for e in self._lookup(position, position + 1))

    def _has_surname(self, end: int) -> bool:
        """A capitalised name follows at once that is neither an everyday word nor a prominent place."""
        if end >= len(self.tokens):
            return False
        after = self.tokens[end]
        if len(after.text) == 1 and after.text.isupper() and after.text.isalpha():
            return True  # "Marek D."
        lexicon = load_lexicon(self.words.code)
        known = after.pos not in ("PROPN", "X") and bool(lexicon.entries(after.text))
        if known or not (after.text[:1].isupper() and after.text[1:2].islower()):
            return False
        if any(e.pos in _COMMON_NOUN and e.zipf >= _EVERYDAY for e in lexicon.entries(after.lower)):
            return False
        return not self._is_prominent(end)

    def _is_dateline(self, start: int, end: int) -> bool:
        """ "WIEN (dpa)", "Berlin - Die ..." at the beginning."""
        return start == 0 and end < len(self.tokens) and self.tokens[end].text in {"(", "-", "–", "—", "/", "."}

    def _is_person(self, position: int) -> bool:
        return any(span.overlaps(self.tokens[position].span) for span in self.names)

    def _signal(self, position: int) -> str | None:
        """Class of the preposition that governs what begins at ``position``."""
        for index in range(position - 1, max(-1, position - 1 - _BACK), -1):
            token = self.tokens[index]
            if token.lower in self.words.signals:
                return self.words.signals[token.lower]
            if token.lower not in self.words.fillers and token.pos not in ("ADJ", "DET") and not self._is_head(index):
                return None
        return None

    def _is_head(self, index: int) -> bool:
        return (self.tokens[index].lower,) in self.words.heads or (
            self.tokens[index].lemma.lower(),
        ) in self.words.heads

    def _adjective(self, position: int) -> GazetteerEntry | None:
        text = self.tokens[position].text
        return self.words.adjectives.get(text) or self.words.adjectives.get(text[:1].lower() + text[1:])

    def _demonym(self, position: int) -> Match | None:
        text = self.tokens[position].text
        if text in self.words.adjective_starts and position + 1 < len(self.tokens):
            entry = self.words.adjectives.get(f"{text} {self.tokens[position + 1].text}")
            if entry is not None:
                return Match(position, position + 2, entry=entry, role="demonym")
        entry = self._adjective(position)
        if entry is not None:
            return Match(position, position + 1, entry=entry, role="demonym")
        entry = town_of(self.tokens[position], self.words, self.gazetteer, self.countries)
        if entry is None:
            return None
        site = (
            dict(self.words.compounds).get(self.tokens[position + 1].lower) if position + 1 < len(self.tokens) else None
        )
        if site is not None:  # "Potsdamer Platz"
            return Match(position, position + 2, key=site_key(site, self.tokens[position].text))
        return Match(position, position + 1, entry=entry, role="demonym")

    def _readings(self, token: Token) -> tuple[Entry, ...]:
        return load_lexicon(self.words.code).entries(token.text)

    def _place(self, match: Match) -> Place:
        first, last = self.tokens[match.start], self.tokens[match.end - 1]
        surface = " ".join(t.text for t in self.tokens[match.start : match.end])
        span, signal = Span(first.span.start, last.span.end), self._signal(match.start)
        if match.entry is not None:
            entry = match.entry
            at = self._at(signal, match, entry.kind)
            name = entry.name(self.words.code)
            return Place(span, surface, entry.key, name, entry.kind, entry.country, entry.parents, at, match.role)
        within = self._inner(match) or self._adjective_before(match.start)
        parents = (within.key, *within.parents) if within else ()
        if within and match.kind == "region" and within.kind == "settlement":
            parents = within.parents  # a county is named after its town, and lies where that lies
        country, at = within.country if within else None, self._at(signal, match, match.kind)
        return Place(span, surface, match.key, surface, match.kind, country, parents, at)

    def _inner(self, match: Match) -> GazetteerEntry | None:
        """The town that a site or county is named after: "Landgericht Potsdam"."""
        if match.inner is None or match.kind not in ("facility", "district", "region"):
            return None
        entry = choose(self._lookup(*match.inner), self.words.code, self.countries)
        if entry is None or entry.common or entry.prominence < _NAMESAKE:
            return None
        near = match.kind != "region" or entry.country in self.words.home or entry.country in self.countries
        return entry if near else None

    def _adjective_before(self, start: int) -> GazetteerEntry | None:
        return next((e for i in (start - 1, start - 2) if i >= 0 and (e := self._adjective(i))), None)

    def _at(self, signal: str | None, match: Match, kind: str) -> str | None:
        before = self.tokens[match.start - 1].lower if match.start else ""
        near = signal == "near" and kind == "facility"
        words = {before, self.tokens[match.start - 2].lower if match.start > 1 else ""}
        return "at" if near and words & self.words.at_facilities else signal
