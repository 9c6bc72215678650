"""rules.yaml and what users put over it -> Config, with file:line:column in every error."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.config.merge import Layer, merge, read_layer
from factcheck.config.model import (
    DEFAULT_SEVERITY,
    KINDS,
    Config,
    Parameter,
    PlaceConfig,
    RuleConfig,
    Settings,
)
from factcheck.config.rules_file import ParametersOf
from factcheck.config.rules_file import schema as rules_schema
from factcheck.errors import FactcheckError

__all__ = [
    "DEFAULT_SEVERITY",
    "KINDS",
    "Config",
    "Parameter",
    "ParametersOf",
    "PlaceConfig",
    "RuleConfig",
    "Settings",
    "common_parameters",
    "default_rules_path",
    "load",
    "rules_schema",
]

FILE_NAME = "rules.yaml"


def common_parameters(kind: str) -> Mapping[str, Parameter]:
    """The parameters that every kind has, with their defaults."""
    return {"min_link": 0.4}


def default_rules_path() -> Path:
    """The default rules.yaml: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    for path in (package / FILE_NAME, package.parent / FILE_NAME):
        if path.is_file():
            return path
    raise FactcheckError(f"the default {FILE_NAME} is missing; install factcheck again")


def find(start: Path) -> Path | None:
    """The user's rules.yaml: the nearest from ``start`` upwards, or None. The default ends the search."""
    default = default_rules_path()
    for folder in (start.resolve(), *start.resolve().parents):
        path = folder / FILE_NAME
        if path.is_file():
            return None if path.samefile(default) else path
    return None


def load(explicit: Sequence[Path], start: Path, parameters_of: ParametersOf = common_parameters) -> Config:
    """The default configuration with ``explicit`` files merged over it, a later one over an earlier one.

    Without explicit files the nearest rules.yaml from ``start`` upwards is taken, if there is one. Raises
    UsageError for a file that can't be read, ConfigError for one that is wrong.
    """
    default = default_rules_path()
    found = () if explicit else tuple(path for path in (find(start),) if path)
    own = tuple(start / path for path in explicit) or found
    layers: list[Layer] = [read_layer(default, str(default), parameters_of)]
    layers += [read_layer(path, _shown(path, start), parameters_of) for path in own]
    directory = own[-1].parent if own else start
    return merge(layers, parameters_of, directory)


def _shown(path: Path, start: Path) -> str:
    relative = os.path.relpath(path, start)
    return str(path) if relative.startswith("..") else relative
