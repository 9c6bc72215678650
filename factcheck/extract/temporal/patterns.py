"""Patterns over word classes, compiled into one trie and matched around triggers.

A pattern is a row of elements: ``class``, ``class|class``, ``'literal'``, ``{fragment}``, each with an
optional ``key:`` before it (the slot that it fills; else the class) and ``?`` behind it. An element in
parentheses is context: it must stand there, but isn't part of the expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.errors import LanguageDataError

_CHOICE = r"(?:[a-z_0-9]+|'[^'|]+')"
_ELEMENT = re.compile(
    rf"(?P<open>\()?(?:(?P<key>[a-z_0-9]+):)?(?P<name>\{{[a-z_0-9]+\}}|{_CHOICE}(?:\|{_CHOICE})*)(?P<opt>\??\)?\??)"
)
_MOST_SEQUENCES = 4000


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern of the data file."""

    order: int
    make: str | None
    """Name of the builder; None for a negative row, which takes its words out of play."""
    fixed: Mapping[str, Any]
    """Slots that the row sets itself."""


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    key: str
    context: bool


@dataclass(frozen=True, slots=True)
class Accept:
    """The end of a pattern: what each of the tokens on the way fills."""

    row: Row
    steps: tuple[_Step, ...]


@dataclass(slots=True)
class Node:
    """A node of the trie."""

    children: dict[str, Node] = field(default_factory=dict)
    accept: Accept | None = None


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns of a language."""

    root: Node
    literals: tuple[str, ...]


def compile_patterns(data: Mapping[str, Any]) -> Patterns:
    """Compile the ``patterns`` and ``fragments`` of a ``time.yaml``. Raises LanguageDataError."""
    fragments = {name: [_as_row(row) for row in rows] for name, rows in (data.get("fragments") or {}).items()}
    aliases = {str(k): str(v) for k, v in (data.get("slots") or {}).items()}
    root, literals = Node(), set[str]()
    for order, source in enumerate(data.get("patterns") or ()):
        row = _as_row(source)
        for count, (steps, make, fixed) in enumerate(_expand(str(row["match"]), row, fragments, 0)):
            if count > _MOST_SEQUENCES:
                raise LanguageDataError(f"time.yaml: too many readings of the pattern {row['match']!r}")
            if not steps:
                raise LanguageDataError(f"time.yaml: the pattern {row['match']!r} can match nothing")
            literals.update(step.name.strip("'") for step in steps if step.name.startswith("'"))
            steps = tuple(replace(step, key=aliases.get(step.key, step.key)) for step in steps)
            _insert(root, steps, Row(order, None if row.get("none") else make, fixed))
    return Patterns(root, tuple(sorted(literals)))


def _as_row(source: Any) -> Mapping[str, Any]:
    if isinstance(source, str):
        return {"match": source}
    if not isinstance(source, dict) or "match" not in source:
        raise LanguageDataError(f"time.yaml: not a pattern: {source!r}")
    return source


Expansion = tuple[tuple[_Step, ...], str | None, Mapping[str, Any]]


def _expand(
    match: str, row: Mapping[str, Any], fragments: Mapping[str, list[Mapping[str, Any]]], depth: int
) -> Iterator[Expansion]:
    """All class sequences of a pattern, the longest first."""
    if depth > 4:
        raise LanguageDataError(f"time.yaml: fragments too deep in {match!r}")
    own: Expansion = ((), row.get("make"), row.get("set") or {})
    results = [own]
    for element in match.split():
        options = list(_options(element, match, fragments, depth))
        results = [
            (steps + more, make or other, {**extra, **fixed})
            for steps, make, fixed in results
            for more, other, extra in options
        ]
    yield from results


def _options(
    element: str, match: str, fragments: Mapping[str, list[Mapping[str, Any]]], depth: int
) -> Iterator[Expansion]:
    parsed = _ELEMENT.fullmatch(element)
    if not parsed:
        raise LanguageDataError(f"time.yaml: cannot read {element!r} in the pattern {match!r}")
    context, key, name = bool(parsed["open"]), parsed["key"], parsed["name"]
    if context != (")" in parsed["opt"]):
        raise LanguageDataError(f"time.yaml: unbalanced {element!r} in the pattern {match!r}")
    if name.startswith("{"):
        if name[1:-1] not in fragments:
            raise LanguageDataError(f"time.yaml: no fragment {name} (pattern {match!r})")
        for row in fragments[name[1:-1]]:
            for steps, make, fixed in _expand(str(row["match"]), row, fragments, depth + 1):
                yield tuple(_Step(s.name, s.key, s.context or context) for s in steps), make, fixed
    else:
        for choice in name.split("|"):
            yield (_Step(choice, key or choice, context),), None, {}
    if "?" in parsed["opt"]:
        yield (), None, {}


def _insert(root: Node, steps: tuple[_Step, ...], row: Row) -> None:
    node = root
    for step in steps:
        node = node.children.setdefault(step.name, Node())
    if node.accept is None:
        node.accept = Accept(row, steps)
