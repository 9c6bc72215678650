"""YAML text to nodes that remember where they stand, without YAML 1.1's surprises.

``NO`` is Norway, ``12:30:00`` is no number of seconds and ``2023-09-12`` is no date object: all three stay
text. Only null, true/false, integers and floats are read as such (nearly YAML 1.2's core schema).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from factcheck.errors import ConfigError, UsageError

__all__ = ["MappingNode", "Node", "Reader", "ScalarNode", "SequenceNode", "read", "suggestion"]

TAG = "tag:yaml.org,2002:"
SUGGEST_FROM = 60.0
"""Similarity in percent from which a misspelt word is recognised."""


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers = {}  # noqa: RUF012 - PyYAML's own way to say it


for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    _Loader.add_implicit_resolver(TAG + _tag, re.compile(_pattern), _first)


class Reader:
    """Where a node stands, and the errors that say so. ``file`` is the path as errors show it."""

    def __init__(self, file: str) -> None:
        self.file = file

    def error(self, node: Node, cause: str) -> ConfigError:
        mark = node.start_mark
        return ConfigError(self.file, mark.line + 1, mark.column + 1, cause)

    def unknown(self, node: Node, what: str, word: str, known: Iterable[str]) -> ConfigError:
        return self.error(node, f'unknown {what} "{word}"{suggestion(word, known)}')


def suggestion(word: str, known: Iterable[str]) -> str:
    """``, did you mean "severity"?``, or the list of what there is where nothing looks alike."""
    from rapidfuzz import fuzz, process

    names = list(known)
    best = process.extractOne(word.lower(), names, scorer=fuzz.ratio, score_cutoff=SUGGEST_FROM)
    if best:
        return f', did you mean "{best[0]}"?'
    return f"; known: {', '.join(names)}" if names else ""


def read(path: Path, shown: str) -> Node | None:
    """The root node of a YAML file, or None if it is empty. Raises UsageError, ConfigError."""
    return _compose(_decode(path, shown), shown)


def _decode(path: Path, shown: str) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{shown}: can't read the rules file: {error.strerror or error}") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        raise ConfigError(shown, before.count(b"\n") + 1, column, "not UTF-8") from error


def _compose(text: str, shown: str) -> Node | None:
    try:
        loader = _Loader(text)
        try:
            return loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise ConfigError(shown, line, column, _cause(error)) from error
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        column = error.position - (before.rfind("\n") + 1) + 1
        raise ConfigError(shown, before.count("\n") + 1, column, "a control character that YAML forbids") from error
    except RecursionError as error:
        raise ConfigError(shown, 1, 1, "nested too deeply") from error


def _cause(error: yaml.MarkedYAMLError) -> str:
    parts = (error.problem, error.context)
    return "not YAML: " + (", ".join(part for part in parts if part) or "broken")
