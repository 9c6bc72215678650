"""Language data: one folder a language, one YAML file a topic. Words and patterns live here, never in code.

``load("de").section("time")`` is the parsed ``de/time.yaml``. The room that reads a section validates it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from factcheck.errors import LanguageDataError

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # pragma: no cover - PyYAML without libyaml
    from yaml import SafeLoader  # type: ignore[assignment]

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Language:
    """A language and its folder of data."""

    code: str
    """ISO 639-1."""
    folder: Path

    def section(self, name: str) -> dict[str, Any]:
        """The parsed ``<name>.yaml`` of this language; an empty mapping where it has none."""
        path = self.folder / f"{name}.yaml"
        return read_yaml(path) if path.is_file() else {}


@cache
def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping in a data file. Raises LanguageDataError with file, line and cause."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)
    except yaml.YAMLError as error:
        raise LanguageDataError(f"{path}: {error}") from error
    if not isinstance(data, dict):
        raise LanguageDataError(f"{path}: not a mapping")
    return data


@cache
def available() -> tuple[str, ...]:
    """Codes of the languages that have data, sorted."""
    return tuple(sorted(p.name for p in FOLDER.iterdir() if (p / "language.yaml").is_file()))


@cache
def load(code: str) -> Language:
    """The language of that code. Raises LanguageDataError for one without data."""
    if code not in available():
        raise LanguageDataError(f"no language data for {code!r}; there is: {', '.join(available())}")
    return Language(code, FOLDER / code)
