"""The concept lexicon holds together: definitions, references and words of both languages."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.languages import FOLDER

LANGUAGES = ("de", "en")
KINDS = {"event", "state", "thing", "person", "quantity", "property"}
FIELDS = {"kind", "is_a", "opposite", "unique", "related"}
REFERENCES = ("is_a", "opposite", "related")
SLOTS = {"when", "where", "who", "whom", "what", "with", "how_many", "how_much", "how_long", "how_old"}
WORD_CLASSES = {"v", "n", "a", "p"}
PREPOSITIONS = {"auf", "aus", "durch", "für", "gegen", "in", "mit", "nach", "um", "von", "vor", "zu"}


class StrictLoader(yaml.CSafeLoader):
    """Refuses the repeated keys that YAML readers silently merge."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        assert keys == list(dict.fromkeys(keys)), f"{node.start_mark}: repeated key"
        return super().construct_mapping(node, deep)


def read(folder: Path) -> dict[str, dict[str, Any]]:
    """File stem to parsed content of all YAML files there."""
    return {
        path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=StrictLoader)
        for path in sorted(folder.glob("*.yaml"))
    }


CONCEPT_FILES = read(FOLDER / "concepts")
WORD_FILES = {code: read(FOLDER / code / "words") for code in LANGUAGES}
CONCEPTS = {name: entry for entries in CONCEPT_FILES.values() for name, entry in entries.items()}
WORDS = [
    (code, domain, name, word_class, word)
    for code, files in WORD_FILES.items()
    for domain, entries in files.items()
    for name, entry in entries.items()
    for word_class, words in entry.items()
    for word in words
]


def ancestors(name: str) -> list[str]:
    """All broader concepts, nearest first; a concept on a cycle meets itself again."""
    found: list[str] = []
    queue = list(CONCEPTS[name].get("is_a", []))
    while queue:
        broader = queue.pop(0)
        if broader not in found:
            found.append(broader)
            queue.extend(CONCEPTS.get(broader, {}).get("is_a", []))
    return found


def test_lexicon_is_large() -> None:
    assert len(CONCEPT_FILES) >= 7
    assert len(CONCEPTS) >= 1000
    for code in LANGUAGES:
        assert sum(1 for word in WORDS if word[0] == code) >= 4000, code


def test_concept_ids_are_unique_over_files() -> None:
    names = Counter(name for entries in CONCEPT_FILES.values() for name in entries)
    assert [name for name, count in names.items() if count > 1] == []


def test_concept_ids_are_snake_case() -> None:
    assert [n for n in CONCEPTS if not n.isascii() or not n.isidentifier() or n != n.lower()] == []


def test_concepts_have_known_fields() -> None:
    assert {n: e for n, e in CONCEPTS.items() if not {"kind"} <= e.keys() <= FIELDS} == {}
    assert {n: e["kind"] for n, e in CONCEPTS.items() if e["kind"] not in KINDS} == {}


@pytest.mark.parametrize("field", REFERENCES)
def test_references_exist_and_are_others(field: str) -> None:
    wrong = {
        (name, target)
        for name, entry in CONCEPTS.items()
        for target in entry.get(field, [])
        if target not in CONCEPTS or target == name
    }
    assert wrong == set()


@pytest.mark.parametrize("field", [*REFERENCES, "unique"])
def test_lists_hold_each_item_once(field: str) -> None:
    wrong = {n: e[field] for n, e in CONCEPTS.items() if field in e and len(set(e[field])) != len(e[field])}
    assert wrong == {}


def test_unique_names_known_slots_of_events() -> None:
    assert {n: e["unique"] for n, e in CONCEPTS.items() if not set(e.get("unique", [])) <= SLOTS} == {}
    assert [n for n, e in CONCEPTS.items() if e.get("unique") and e["kind"] not in {"event", "state"}] == []


def test_opposites_are_symmetric() -> None:
    one_sided = {
        (name, other)
        for name, entry in CONCEPTS.items()
        for other in entry.get("opposite", [])
        if name not in CONCEPTS.get(other, {}).get("opposite", [])
    }
    assert one_sided == set()


def test_is_a_has_no_cycles() -> None:
    assert [name for name in CONCEPTS if name in ancestors(name)] == []


def test_opposites_do_not_contain_each_other() -> None:
    """A murder is a killing, so the two can't exclude each other."""
    wrong = {
        (name, other)
        for name, entry in CONCEPTS.items()
        for other in entry.get("opposite", [])
        if other in ancestors(name)
    }
    assert wrong == set()


def test_no_concept_inherits_from_both_sides_of_an_exclusion() -> None:
    wrong = {
        (name, broader, other)
        for name in CONCEPTS
        for broader in ancestors(name)
        for other in CONCEPTS[broader].get("opposite", [])
        if other in ancestors(name)
    }
    assert wrong == set()


def exclude_each_other(first: str, second: str) -> bool:
    others = {name for broader in [first, *ancestors(first)] for name in CONCEPTS[broader].get("opposite", [])}
    return not others.isdisjoint([second, *ancestors(second)])


def test_no_word_names_concepts_that_exclude_each_other() -> None:
    """Such a word would contradict itself; the few that are truly ambiguous name two kinds of vehicle."""
    senses: dict[tuple[str, str, str], set[str]] = {}
    for code, _, name, word_class, word in WORDS:
        senses.setdefault((code, word_class, word), set()).add(name)
    wrong = {
        key[-1]
        for key, names in senses.items()
        if any(exclude_each_other(first, second) for first, second in combinations(sorted(names), 2))
    }
    assert wrong - {"Frachter", "freighter", "tanker"} == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_concept_has_words_in_the_file_of_its_name(code: str) -> None:
    defined = {(domain, name) for domain, entries in CONCEPT_FILES.items() for name in entries}
    worded = {(domain, name) for domain, entries in WORD_FILES[code].items() for name in entries}
    assert worded - defined == set(), "words of a concept that is not defined there"
    assert defined - worded == set(), "a concept without words"


@pytest.mark.parametrize("code", LANGUAGES)
def test_word_entries_are_filled(code: str) -> None:
    wrong = {
        (domain, name)
        for domain, entries in WORD_FILES[code].items()
        for name, entry in entries.items()
        if not entry.keys() <= WORD_CLASSES or not any(entry.values())
    }
    assert wrong == set()


def test_words_are_text_without_stray_whitespace() -> None:
    assert [w for w in WORDS if not isinstance(w[-1], str)] == []
    assert [w for w in WORDS if not w[-1] or w[-1] != " ".join(w[-1].split())] == []
    assert [w for w in WORDS if "," in w[-1] or ";" in w[-1]] == []


def test_words_stand_once_in_a_list() -> None:
    assert [word for word, count in Counter(WORDS).items() if count > 1] == []


def test_german_nouns_are_capitalised() -> None:
    nouns = [w for w in WORDS if w[0] == "de" and w[3] == "n"]
    assert len(nouns) >= 2000
    assert [w for w in nouns if not any(part[0].isupper() for part in w[-1].split())] == []
    assert [w for w in nouns if " " not in w[-1] and not w[-1][0].isupper()] == []


def test_german_verbs_are_infinitives() -> None:
    """The infinitive ends the entry; at most a preposition that the verb governs follows ("suchen nach")."""
    verbs = [w for w in WORDS if w[0] == "de" and w[3] == "v"]
    infinitives = [(w, w[-1].split()[-2:]) for w in verbs]
    assert len(verbs) >= 800
    assert [w for w, tail in infinitives if not (is_infinitive(tail[-1]) or tail[-1] in PREPOSITIONS)] == []
    assert [w for w, tail in infinitives if tail[-1] in PREPOSITIONS and not is_infinitive(tail[0])] == []
    assert [w for w in verbs if " " not in w[-1] and w[-1][0].isupper()] == []


def is_infinitive(word: str) -> bool:
    return word.endswith("n") and word.islower()
