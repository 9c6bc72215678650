"""One file -> a layer; layers -> Config."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from factcheck.articles import SourceRule
from factcheck.config.model import (
    DEFAULT_SEVERITY,
    Config,
    Parameter,
    PlaceConfig,
    RuleConfig,
    Settings,
)
from factcheck.config.nodes import Reader, read, suggestion
from factcheck.config.rules_file import ParametersOf, file_shape
from factcheck.config.shapes import Fields
from factcheck.model import Severity, Verdict


@dataclass(frozen=True, slots=True)
class Layer:
    """One file's content, not yet merged."""

    path: Path
    reader: Reader
    content: Mapping[str, Any]


def read_layer(path: Path, shown: str, parameters_of: ParametersOf) -> Layer:
    """Read one rules file; ``shown`` is its name in errors. Raises UsageError, ConfigError."""
    reader = Reader(shown)
    node = read(path, shown)
    content: Mapping[str, Any] = {}
    if node is not None:
        content = file_shape(parameters_of).read(node, reader)
    return Layer(path, reader, content)


def merge(layers: Sequence[Layer], parameters_of: ParametersOf, directory: Path) -> Config:
    """The layers as one configuration; later layers win. Raises ConfigError."""
    newest_first = tuple(reversed(layers))
    return Config(
        rules=_rules(layers, parameters_of),
        sources=tuple(source for layer in newest_first for source in _sources(layer)),
        events=_events(layers),
        places=tuple(PlaceConfig(**place) for layer in newest_first for place in layer.content.get("places", ())),
        aliases=tuple(group for layer in layers for group in layer.content.get("aliases", ())),
        settings=_settings(layers),
        files=tuple(layer.path for layer in layers),
        directory=directory,
    )


def _rules(layers: Sequence[Layer], parameters_of: ParametersOf) -> tuple[RuleConfig, ...]:
    rules: dict[str, RuleConfig] = {}
    for layer in layers:
        seen: dict[str, int] = {}
        for entry in layer.content.get("rules", ()):
            rule_id = entry["id"]
            if rule_id in seen:
                cause = f'rule "{rule_id}" stands here twice, first in line {seen[rule_id]}'
                raise layer.reader.error(entry.node, cause)
            seen[rule_id] = entry.node.start_mark.line + 1
            rules[rule_id] = _rule(entry, rules, parameters_of, layer.reader)
    return tuple(rules.values())


def _rule(entry: Fields, known: Mapping[str, RuleConfig], parameters_of: ParametersOf, reader: Reader) -> RuleConfig:
    base = known.get(entry["id"]) or _new_rule(entry, known, parameters_of, reader)
    if entry.get("kind", base.kind) != base.kind:
        cause = f'rule "{base.id}" is of kind {base.kind}; give a rule of another kind another id'
        raise reader.error(entry.nodes["kind"], cause)
    return replace(
        base,
        enabled=entry.get("enabled", base.enabled),
        severity={**base.severity, **_severity(entry.get("severity", {}))},
        parameters={**base.parameters, **_parameters(entry, base.kind, parameters_of, reader)},
        message=_message(entry["message"]) if "message" in entry else base.message,
    )


def _new_rule(
    entry: Fields, known: Mapping[str, RuleConfig], parameters_of: ParametersOf, reader: Reader
) -> RuleConfig:
    if "kind" not in entry:
        hint = suggestion(entry["id"], known)
        cause = f'no default rule is called "{entry["id"]}"{hint}'
        raise reader.error(entry.nodes["id"], f'{cause} (a new rule needs a "kind")')
    return RuleConfig(
        entry["id"],
        entry["kind"],
        severity=dict(DEFAULT_SEVERITY),
        parameters=dict(parameters_of(entry["kind"])),
    )


def _severity(words: Mapping[str, str]) -> dict[Verdict, Severity | None]:
    return {Verdict(verdict): None if word == "off" else Severity(word) for verdict, word in words.items()}


def _parameters(entry: Fields, kind: str, parameters_of: ParametersOf, reader: Reader) -> dict[str, Parameter]:
    given: Fields | dict[str, Parameter] = entry.get("parameters", {})
    known = parameters_of(kind)
    for name in given:
        if name not in known and isinstance(given, Fields):
            raise reader.unknown(given.nodes[name], f"parameter of kind {kind}", name, known)
    return dict(given)


def _message(value: str | Mapping[str, str]) -> dict[str, str]:
    return {"": value} if isinstance(value, str) else dict(value)


def _sources(layer: Layer) -> tuple[SourceRule, ...]:
    return tuple(
        SourceRule(
            glob=entry["files"],
            outlet=entry.get("outlet"),
            published=entry.get("published"),
            language=entry.get("language"),
        )
        for entry in layer.content.get("sources", ())
    )


def _events(layers: Sequence[Layer]) -> dict[str, dict[str, tuple[str, ...]]]:
    events: dict[str, dict[str, tuple[str, ...]]] = {}
    for layer in layers:
        for event, languages in layer.content.get("events", {}).items():
            for language, words in languages.items():
                merged = events.setdefault(event, {})
                merged[language] = tuple(dict.fromkeys((*merged.get(language, ()), *words)))
    return events


def _settings(layers: Sequence[Layer]) -> Settings:
    given = {key: value for layer in layers for key, value in layer.content.get("settings", {}).items()}
    return Settings(**given)
