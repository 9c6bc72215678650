"""The configuration as the other rooms see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from factcheck.articles import SourceRule
from factcheck.model import Severity, Verdict

KINDS = (
    "date",
    "clock",
    "place",
    "count",
    "ordinal",
    "never",
    "order",
    "duration",
    "calendar",
    "participant",
    "status",
    "attribute",
    "quote",
)
"""The kinds of conflict."""

DEFAULT_SEVERITY: Mapping[Verdict, Severity | None] = MappingProxyType(
    {
        Verdict.CONTRADICTION: Severity.ERROR,
        Verdict.TENSION: Severity.WARNING,
        Verdict.CONSISTENT: Severity.INFO,
    }
)

Parameter = float | int | bool | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleConfig:
    """One rule: a kind of conflict with its severities and parameters."""

    id: str
    kind: str
    enabled: bool = True
    severity: Mapping[Verdict, Severity | None] = field(default_factory=lambda: dict(DEFAULT_SEVERITY))
    """By verdict; None means that findings of that verdict are not reported."""
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    """Every parameter of the kind: the configured value or the kind's default."""
    message: Mapping[str, str] = field(default_factory=dict)
    """Templates by language; ``""`` holds one for every language. Empty: the kind's own wording."""


@dataclass(frozen=True, slots=True)
class PlaceConfig:
    """A place that the gazetteer lacks, or knows by fewer names."""

    name: str
    part_of: str | None = None
    """Name of the place that contains it."""
    aliases: tuple[str, ...] = ()
    kind: str = "unknown"
    """As ``model.Place.kind``."""
    country: str | None = None
    """ISO 3166 alpha-2 code."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command does when a flag doesn't say otherwise; severities as words, or ``never``."""

    fail_on: str = "error"
    min_severity: str = "info"
    min_confidence: float = 0.0
    allow_skipped: bool = False


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that rules.yaml and the files merged over it say."""

    rules: tuple[RuleConfig, ...]
    sources: tuple[SourceRule, ...] = ()
    """The user's before the default's: the first that fits an article counts."""
    events: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Extra words by event type and language code."""
    places: tuple[PlaceConfig, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    """Groups of names that denote one person or organisation."""
    settings: Settings = Settings()
    files: tuple[Path, ...] = ()
    """What was read, the default first."""
    directory: Path = Path()
    """The configuration's directory: the user's rules.yaml's, else where the search started. Paths in a
    baseline count from here."""

    def rule(self, rule_id: str) -> RuleConfig | None:
        """The rule of that id, or None."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)
