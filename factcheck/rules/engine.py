"""All rules over one story: candidates -> findings, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.linking.story import StoryView
from factcheck.model import Finding, Severity
from factcheck.rules import KINDS
from factcheck.rules.findings import RuleSetting, findings_of


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """A rule of the configuration that is switched on."""

    kind: str
    setting: RuleSetting


def run(rules: Sequence[ActiveRule], view: StoryView) -> tuple[Finding, ...]:
    """The findings of one story, each fact pair reported by one rule only."""
    return tuple(_run(rules, view))


def _run(rules: Sequence[ActiveRule], view: StoryView) -> Iterator[Finding]:
    for rule in rules:
        kind = KINDS.get(rule.kind)
        if kind is not None:
            candidates = kind.candidates(view, rule.setting.min_score)
            yield from findings_of(kind, rule.setting, candidates, view)


_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def sort_key(finding: Finding) -> tuple[int, str, int, str]:
    """Findings are sorted by severity, then file, then offset."""
    first = finding.statements[0]
    return _SEVERITIES.index(finding.severity), first.document, first.span.start, finding.fingerprint
