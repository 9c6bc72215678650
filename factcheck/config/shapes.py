"""What a settings file may hold: shapes that read YAML nodes and print themselves as JSON Schema.

One description serves both, so that the published schema can't drift from what the program accepts.
Every ``read`` raises ConfigError with the position of the node that is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from factcheck.config.nodes import TAG, MappingNode, Node, Reader, ScalarNode, SequenceNode

Schema = dict[str, Any]


class Shape(Protocol):
    """Something that a node may be."""

    def read(self, node: Node, reader: Reader) -> Any: ...

    def schema(self) -> Schema: ...


class Fields(dict[str, Any]):
    """A record that was read; ``nodes`` holds the key's node of each field and ``node`` the whole."""

    def __init__(self, node: Node) -> None:
        super().__init__()
        self.node = node
        self.nodes: dict[str, Node] = {}


@dataclass(frozen=True, slots=True)
class Text:
    """A string; with ``choices`` one of these words."""

    choices: tuple[str, ...] = ()
    what: str = "value"
    """What the choices are, for the error."""
    about: str = ""

    def read(self, node: Node, reader: Reader) -> str:
        value = _scalar(node, reader, "str", "text")
        if not value.strip():
            raise reader.error(node, "expected text, found none")
        if self.choices and value not in self.choices:
            raise reader.unknown(node, self.what, value, self.choices)
        return value

    def schema(self) -> Schema:
        return _about({"type": "string", **({"enum": list(self.choices)} if self.choices else {})}, self.about)


@dataclass(frozen=True, slots=True)
class Day:
    """A date or date-time of ISO 8601."""

    about: str = ""

    def read(self, node: Node, reader: Reader) -> date | datetime:
        value = _scalar(node, reader, "str", "a date")
        try:
            return date.fromisoformat(value) if len(value) <= 10 else datetime.fromisoformat(value)
        except ValueError as error:
            raise reader.error(node, f'not a date: "{value}"; write it like 2023-09-12 or 2023-09-12T08:30') from error

    def schema(self) -> Schema:
        return _about({"type": "string"}, self.about)


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""

    about: str = ""

    def read(self, node: Node, reader: Reader) -> bool:
        return _scalar(node, reader, "bool", "true or false").lower() == "true"

    def schema(self) -> Schema:
        return _about({"type": "boolean"}, self.about)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in [low, high]; ``whole`` takes integers only."""

    low: float = 0.0
    high: float | None = 1.0
    whole: bool = False
    about: str = ""

    def read(self, node: Node, reader: Reader) -> float | int:
        kinds = ("int",) if self.whole else ("int", "float")
        expected = f"{'a whole number' if self.whole else 'a number'} {self._range()}"
        text = _scalar(node, reader, kinds, expected)
        if len(text) > 300:
            raise reader.error(node, f"expected {expected}")
        value = int(text) if self.whole else float(text)
        if value < self.low or (self.high is not None and value > self.high):
            raise reader.error(node, f"expected {expected}, found {text}")
        return value

    def schema(self) -> Schema:
        upper = {} if self.high is None else {"maximum": self.high}
        return _about({"type": "integer" if self.whole else "number", "minimum": self.low, **upper}, self.about)

    def _range(self) -> str:
        return f"from {self.low:g} up" if self.high is None else f"from {self.low:g} to {self.high:g}"


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one shape, at least ``least`` long."""

    item: Shape
    least: int = 0
    about: str = ""

    def read(self, node: Node, reader: Reader) -> tuple[Any, ...]:
        if _is_null(node) and not self.least:
            return ()
        if not isinstance(node, SequenceNode):
            raise reader.error(node, f"expected a list, found {_found(node)}")
        if len(node.value) < self.least:
            raise reader.error(node, f"expected a list of at least {self.least}, found {len(node.value)}")
        return tuple(self.item.read(item, reader) for item in node.value)

    def schema(self) -> Schema:
        least = {"minItems": self.least} if self.least else {}
        return _about({"type": "array", "items": self.item.schema(), **least}, self.about)


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping from free keys (or ``keys``, if given) to one shape."""

    value: Shape
    keys: tuple[str, ...] = ()
    what: str = "key"
    about: str = ""

    def read(self, node: Node, reader: Reader) -> dict[str, Any]:
        fields = Fields(node)
        for key, key_node, value in _pairs(node, reader):
            if self.keys and key not in self.keys:
                raise reader.unknown(key_node, self.what, key, self.keys)
            fields[key] = self.value.read(value, reader)
            fields.nodes[key] = key_node
        return fields

    def schema(self) -> Schema:
        names: Schema = {"propertyNames": {"enum": list(self.keys)}} if self.keys else {}
        return _about({"type": "object", "additionalProperties": self.value.schema(), **names}, self.about)


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys."""

    fields: Mapping[str, Shape]
    required: tuple[str, ...] = ()
    about: str = ""

    def read(self, node: Node, reader: Reader) -> Fields:
        found = Fields(node)
        for key, key_node, value in _pairs(node, reader):
            if key not in self.fields:
                raise reader.unknown(key_node, "key", key, self.fields)
            found[key] = self.fields[key].read(value, reader)
            found.nodes[key] = key_node
        for key in self.required:
            if key not in found:
                raise reader.error(node, f'missing "{key}"')
        return found

    def schema(self) -> Schema:
        required = {"required": list(self.required)} if self.required else {}
        properties = {name: shape.schema() for name, shape in self.fields.items()}
        return _about(
            {"type": "object", "properties": properties, **required, "additionalProperties": False},
            self.about,
        )


@dataclass(frozen=True, slots=True)
class Either:
    """Text, or a mapping."""

    text: Shape
    mapping: Shape
    about: str = field(default="")

    def read(self, node: Node, reader: Reader) -> Any:
        return (self.mapping if isinstance(node, MappingNode) else self.text).read(node, reader)

    def schema(self) -> Schema:
        return _about({"anyOf": [self.text.schema(), self.mapping.schema()]}, self.about)


def _about(schema: Schema, text: str) -> Schema:
    return {"description": text, **schema} if text else schema


def _scalar(node: Node, reader: Reader, kinds: str | tuple[str, ...], expected: str) -> str:
    wanted = {TAG + kind for kind in ((kinds,) if isinstance(kinds, str) else kinds)}
    if not isinstance(node, ScalarNode) or node.tag not in wanted:
        raise reader.error(node, f"expected {expected}, found {_found(node)}")
    return str(node.value)


def _pairs(node: Node, reader: Reader) -> list[tuple[str, Node, Node]]:
    """The pairs of a mapping; a key that comes twice is an error, an empty value an empty mapping."""
    if _is_null(node):
        return []
    if not isinstance(node, MappingNode):
        raise reader.error(node, f"expected a mapping, found {_found(node)}")
    pairs: dict[str, tuple[str, Node, Node]] = {}
    for key_node, value in node.value:
        if not isinstance(key_node, ScalarNode):
            raise reader.error(key_node, f"expected a word as key, found {_found(key_node)}")
        key = str(key_node.value)
        if key in pairs:
            first = pairs[key][1].start_mark.line + 1
            raise reader.error(key_node, f'"{key}" stands here twice, first in line {first}')
        pairs[key] = (key, key_node, value)
    return list(pairs.values())


def _is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.tag == TAG + "null"


def _found(node: Node) -> str:
    if isinstance(node, MappingNode):
        return "a mapping"
    if isinstance(node, SequenceNode):
        return "a list"
    if not node.tag.startswith(TAG):
        return f"the tag {node.tag}"
    if _is_null(node):
        return "nothing"
    value = str(node.value)
    shown = value if len(value) <= 40 else value[:39] + "…"
    return f'"{shown}"' if node.tag == TAG + "str" else shown
