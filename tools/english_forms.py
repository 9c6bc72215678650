"""English readings from LemmInflect (NIH SPECIALIST lexicon), simplemma and Brill's commonest tags."""

from __future__ import annotations

import csv
import gzip
import io
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from wheels import brill_tags, member

from factcheck.lexicon.record import Entry

_UPOS = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ", "adv": "ADV"}
_PENN = (
    dict.fromkeys(("NN", "NNS"), "NOUN")
    | dict.fromkeys(("NNP", "NNPS"), "PROPN")
    | dict.fromkeys(("JJ", "JJR", "JJS"), "ADJ")
    | dict.fromkeys(("RB", "RBR", "RBS"), "ADV")
    | dict.fromkeys(("VB", "VBP", "VBZ", "VBD", "VBN", "VBG"), "VERB")
    | {"UH": "INTJ", "CD": "NUM"}
)
_FORMS = {"VB": ("inf", "VB"), "VBP": ("fin", "VBP"), "VBZ": ("fin", "VBZ"), "VBD": ("fin", "pret", "VBD"),
          "VBN": ("part2", "VBN"), "VBG": ("part1", "VBG")}  # fmt: skip
_INFLECTED = ("VBD", "VBN", "VBG", "VBZ")


class English:
    """Collects the readings of every form."""

    def __init__(self, forms: Mapping[str, str], zipf: Mapping[str, float], wheels: Path) -> None:
        self.forms, self.zipf = forms, zipf
        self.tags = brill_tags(wheels)
        self.found: dict[str, dict[tuple[str, str], set[str]]] = defaultdict(dict)
        self._lemmas(wheels)
        self._inflections(wheels)

    def _lemmas(self, wheels: Path) -> None:
        for form, tag, lemma in _table(wheels, "lemma_lu"):
            if tag not in _UPOS or " " in form:
                continue
            lemma = lemma.split("/")[0]
            if self.is_word(form):
                plural = tag == "noun" and form != lemma and form.endswith("s")
                self.found[form][lemma, _UPOS[tag]] = {"plural"} if plural else set()

    def is_word(self, form: str) -> bool:
        """False for the lower-case entries that the word lists have of names ("london")."""
        capital = form.capitalize()
        if form != form.lower() or form in self.tags:
            return True
        return not (self.tags.get(capital) in ("NNP", "NNPS") and (capital in self.forms or form not in self.forms))

    def _inflections(self, wheels: Path) -> None:
        for lemma, tag, *forms in _table(wheels, "infl_lu"):
            if tag == "noun":
                self._add(forms[0], lemma, "NOUN", "plural")
            if tag != "verb":
                continue
            self._add(lemma, lemma, "VERB", "VB", "VBP")
            filled = [forms[0], forms[1] if len(forms) > 1 and forms[1] else forms[0], *forms[2:]]
            for penn, variants in zip(_INFLECTED, filled, strict=False):
                self._add(variants, lemma, "VERB", penn)

    def _add(self, variants: str, lemma: str, pos: str, *names: str) -> None:
        features = {feature for name in names for feature in _FORMS.get(name, (name,))}
        for form in variants.split("/"):
            if form and " " not in form and self.is_word(form) and (form != lemma or "plural" not in features):
                self.found[form].setdefault((lemma, pos), set()).update(features)

    def of(self, form: str) -> list[Entry]:
        zipf, tag = self.zipf.get(form.casefold(), 0.0), self.tags.get(form, "")
        readings = dict(self.found.get(form, {}))
        pos = _PENN.get(tag)
        if pos == "PROPN" or (not readings and form[:1].isupper()):
            readings[form, "PROPN"] = set()
        elif pos and not any(p == pos for _, p in readings):
            lemma = self.forms.get(form, form)
            readings[lemma, pos] = set(_FORMS.get(tag, ())) if pos == "VERB" else {"plural"} if tag == "NNS" else set()
        if not readings:
            readings[self.forms.get(form, form), "NOUN" if form[:1].islower() else "PROPN"] = set()
        entries = [Entry(lemma, p, zipf, frozenset(f)) for (lemma, p), f in readings.items()]
        return sorted(entries, key=lambda e: self._order(e, pos, form, tag))

    def _order(self, entry: Entry, pos: str | None, form: str, tag: str) -> tuple[bool, bool, int, str]:
        order = ("NOUN", "VERB", "ADJ", "ADV", "PROPN", "INTJ", "NUM")
        return entry.pos != pos, entry.lemma != self.forms.get(form), order.index(entry.pos), entry.lemma


def _table(wheels: Path, name: str) -> list[list[str]]:
    data = gzip.decompress(member(wheels, "lemminflect", f"lemminflect/resources/{name}.csv.gz")).decode()
    return [row for row in csv.reader(io.StringIO(data)) if len(row) > 2]


def readings(
    forms: Mapping[str, str], zipf: Mapping[str, float], closed: Mapping[str, list[Entry]], wheels: Path
) -> dict[str, list[Entry]]:
    """All readings of all English forms, the likeliest first."""
    english = English(forms, zipf, wheels)
    words = {w for w in {*forms, *english.found, *english.tags} if w[:1].isalpha() and w[-1:].isalpha()}
    found = {form: english.of(form) for form in words if english.is_word(form)}
    found.update(closed)
    return found
