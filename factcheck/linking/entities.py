"""Names that denote one person or organisation, within one story.

A full name is an entity; a name that is its last or first part ("Maddocks" for "Gareth Maddocks") joins it if
only one full name of the same article, else of the story, fits. Kim Jong Un and Kim Jong Il stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcheck.extract.reading import Reading
from factcheck.model import Entity, Name
from factcheck.text.fold import fold_transliteration


def entities_of(
    readings: Mapping[str, Sequence[Reading]], aliases: Sequence[Sequence[str]] = ()
) -> tuple[tuple[Entity, ...], dict[tuple[str, str], str]]:
    """The entities of a story's documents, and (document id, name key) -> entity id.

    ``aliases``: groups of names that are one, as the user says.
    """
    by_document = {d: [n for r in found for n in r.names] for d, found in readings.items()}
    full = _full_names(name for names in by_document.values() for name in names)
    ids = {key: f"n:{key}" for key in full}
    where: dict[tuple[str, str], str] = {}
    for document, names in by_document.items():
        own = {n.key for n in names if n.key in full}
        for name in names:
            fits = [name.key] if name.key in full else _fitting(name.key, own) or _fitting(name.key, full)
            where[document, name.key] = ids[fits[0]] if len(fits) == 1 else f"n:{name.key}"
    said = {_key(name): f"n:{_key(group[0])}" for group in aliases for name in group}
    where = {pair: said.get(entity[2:], said.get(pair[1], entity)) for pair, entity in where.items()}
    return _entities(by_document, where), where


def _key(name: str) -> str:
    return " ".join(fold_transliteration(word) for word in name.split())


def _full_names(names: Iterable[Name]) -> dict[str, Name]:
    found: dict[str, Name] = {}
    for name in names:
        if " " in name.key:
            found.setdefault(name.key, name)
    return dict(sorted(found.items()))


def _fitting(key: str, full: Iterable[str]) -> list[str]:
    """The full names that this name may be short for."""
    parts = key.split()
    if len(parts) > 1:
        return []
    last = [f for f in sorted(full) if f.split()[-1] == key]
    return last or [f for f in sorted(full) if f.split()[0] == key]


def _entities(by_document: Mapping[str, Sequence[Name]], where: Mapping[tuple[str, str], str]) -> tuple[Entity, ...]:
    members: dict[str, list[Name]] = defaultdict(list)
    for document, names in by_document.items():
        for name in names:
            members[where[document, name.key]].append(name)
    return tuple(
        Entity(
            id=entity,
            name=max(names, key=lambda n: (len(n.tokens), n.surface)).surface,
            kind=next((n.kind for n in names if n.kind != "unknown"), "unknown"),
            keys=tuple(sorted({n.key for n in names})),
        )
        for entity, names in sorted(members.items())
    )
