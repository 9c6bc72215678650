"""The shape of rules.yaml."""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from typing import Any

from factcheck.config.model import KINDS, Parameter
from factcheck.config.nodes import Node, Reader
from factcheck.config.shapes import Day, Either, Flag, ListOf, MapOf, Number, Record, Schema, Shape, Text
from factcheck.model import Severity, Verdict

ParametersOf = Callable[[str], Mapping[str, Parameter]]
"""Kind -> its parameters with their defaults. The default's type is the parameter's: a float is a share from
0 to 1, an int a whole number from 0 up, a bool true or false, a str a text, a tuple a list of texts."""

SEVERITIES = (*(severity.value for severity in Severity), "off")
VERDICTS = tuple(verdict.value for verdict in Verdict)
MESSAGE_FIELDS = ("what", "a", "b")
"""What happened, and the two values that clash."""
PLACE_KINDS = ("continent", "country", "region", "settlement", "district", "facility", "water", "unknown")


class Template(Text):
    """A message with the fields of ``MESSAGE_FIELDS``, plain: a width or an attribute could do harm."""

    __slots__ = ()

    def read(self, node: Node, reader: Reader) -> str:
        text = Text.read(self, node, reader)
        try:
            fields = [field[1:] for field in string.Formatter().parse(text) if field[1] is not None]
        except ValueError as error:
            raise reader.error(node, f"not a message template: {error}") from error
        for name, width, conversion in fields:
            if name not in MESSAGE_FIELDS or width or conversion:
                known = ", ".join(f"{{{field}}}" for field in MESSAGE_FIELDS)
                raise reader.error(node, f'not a field of a message: "{{{name}}}"; there are {known}')
        return text


def file_shape(parameters_of: ParametersOf) -> Record:
    """The whole file."""
    names = ListOf(Text())
    words = MapOf(ListOf(Text(), least=1), about="Words or phrases by language code.")
    return Record(
        {
            "rules": ListOf(_rule_shape(parameters_of), about="Merged over the defaults by id."),
            "sources": ListOf(_source_shape(), about="The first that fits an article counts."),
            "events": MapOf(words, about="Extra words by event type."),
            "places": ListOf(_place_shape(names)),
            "aliases": ListOf(ListOf(Text(), least=2), about="Groups of names that denote one."),
            "settings": _settings_shape(),
        },
        about="The configuration of factcheck.",
    )


def schema(parameters_of: ParametersOf) -> Schema:
    """JSON Schema of rules.yaml."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "rules.yaml",
        **file_shape(parameters_of).schema(),
    }


def parameter_shape(default: Parameter) -> Shape:
    """The shape of a parameter with that default."""
    if isinstance(default, bool):
        return Flag()
    if isinstance(default, int):
        return Number(0, None, whole=True)
    if isinstance(default, float):
        return Number()
    return ListOf(Text()) if isinstance(default, tuple) else Text()


def _rule_shape(parameters_of: ParametersOf) -> Record:
    parameters: dict[str, Shape] = {
        name: parameter_shape(default) for kind in KINDS for name, default in parameters_of(kind).items()
    }
    return Record(
        {
            "id": Text(about="A default rule's id changes that rule, another one adds a rule."),
            "kind": Text(KINDS, "kind"),
            "enabled": Flag(),
            "severity": MapOf(Text(SEVERITIES, "severity"), VERDICTS, "verdict", "By verdict."),
            "parameters": Record(parameters),
            "message": Either(Template(), MapOf(Template()), "One template, or one by language code."),
        },
        required=("id",),
    )


def _source_shape() -> Record:
    return Record(
        {
            "files": Text(about="A glob like .gitignore's, matched against the path as reports show it."),
            "outlet": Text(about="Who published them."),
            "published": Day("Publication date of articles that give none."),
            "language": Text(about="ISO 639-1 code."),
        },
        required=("files",),
    )


def _place_shape(names: Shape) -> Record:
    return Record(
        {
            "name": Text(),
            "part_of": Text(about="Name of the place that contains it."),
            "aliases": names,
            "kind": Text(PLACE_KINDS, "kind of place"),
            "country": Text(about="ISO 3166 alpha-2 code."),
        },
        required=("name",),
    )


def _settings_shape() -> Record:
    severity = SEVERITIES[:-1]
    fields: dict[str, Any] = {
        "fail_on": Text((*severity, "never"), "severity"),
        "min_severity": Text(severity, "severity"),
        "min_confidence": Number(),
        "allow_skipped": Flag(),
    }
    return Record(fields, about="What the command does when a flag doesn't say otherwise.")
