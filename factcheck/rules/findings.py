"""Candidates of one rule -> findings: claims grouped by value, so that one conflict is one finding."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.linking.score import IN_WORDS, probability
from factcheck.linking.story import StoryView
from factcheck.model import Finding, Severity, Statement, Step, Verdict
from factcheck.rules.base import Candidate, Fact, RuleKind
from factcheck.rules.pairs import TENSION_MARGIN

_MAX_STATEMENTS = 6


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What the configuration says of one rule."""

    id: str
    severity: Mapping[Verdict, Severity | None]
    min_score: float
    """Least link score of a finding, in logits."""
    message: str | None = None
    """A template over ``{what}``, ``{a}``, ``{b}``, or None for the kind's own wording."""


@dataclass(frozen=True, slots=True)
class _Group:
    best: Candidate
    left: tuple[Fact, ...]
    right: tuple[Fact, ...]


def findings_of(
    kind: RuleKind, setting: RuleSetting, candidates: Sequence[Candidate], view: StoryView
) -> Iterator[Finding]:
    """The findings of one rule in one story. ``candidates`` are sorted, the best first."""
    for group in _groups(kind, candidates, view):
        tension = group.best.comparison.verdict is Verdict.TENSION
        if group.best.score < setting.min_score - (TENSION_MARGIN if tension else 0.0):
            continue
        finding = _finding(kind, setting, group, view)
        if finding is not None:
            yield finding


def _groups(kind: RuleKind, candidates: Sequence[Candidate], view: StoryView) -> Iterator[_Group]:
    """A candidate takes in those that share a statement with it and oppose the same two values."""
    left = list(candidates)
    while left:
        best, *rest = left
        mine, theirs = [best.a], [best.b] if best.b is not None else []
        left = []
        for other in rest:
            if not _absorb(kind, other, mine, theirs, view):
                left.append(other)
        yield _Group(best, tuple(mine), tuple(theirs))


def _absorb(kind: RuleKind, other: Candidate, mine: list[Fact], theirs: list[Fact], view: StoryView) -> bool:
    if other.b is None or not theirs:
        return other.b is None and not theirs and _belongs(kind, other.a, mine, view)
    for one, far in ((other.a, other.b), (other.b, other.a)):
        if _belongs(kind, one, mine, view) and _belongs(kind, far, theirs, view):
            for fact, side in ((one, mine), (far, theirs)):
                if len(mine) + len(theirs) < _MAX_STATEMENTS and fact not in side:
                    side.append(fact)
            return True
    return False


def _belongs(kind: RuleKind, fact: Fact, side: Sequence[Fact], view: StoryView) -> bool:
    """True if the fact is on that side or gives the same value."""
    return any(fact == member or kind.agree(fact, member, view) for member in side)


def _finding(kind: RuleKind, setting: RuleSetting, group: _Group, view: StoryView) -> Finding | None:
    best = group.best
    verdict = best.comparison.verdict
    severity = setting.severity.get(verdict)
    if severity is None:
        return None
    statements = tuple(
        _statement(fact, role, view)
        for role, side in (("primary", group.left), ("conflicting", group.right))
        for fact in side
    )
    predicate = _predicate(group)
    participants = _participants(group, view)
    values = sorted({s.value.text for s in statements})
    return Finding(
        rule=setting.id,
        kind=kind.kind,
        verdict=verdict,
        severity=severity,
        confidence=probability(best.score),
        message=_message(kind, setting, group),
        reason=_reason(best),
        statements=statements,
        predicate=predicate,
        participants=participants,
        fingerprint=fingerprint(setting.id, predicate, participants, values),
        derivation=_derivation(group),
        evidence=best.evidence,
    )


def fingerprint(rule: str, predicate: str, participants: Sequence[str], values: Sequence[str]) -> str:
    """``sha256:`` over the rule, the predicate, the folded participants and the sorted distinct values."""
    text = "\x1f".join((rule, predicate, *sorted(p.casefold() for p in participants), "\x1e", *sorted(set(values))))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _statement(fact: Fact, role: str, view: StoryView) -> Statement:
    return Statement(
        role=role,
        document=fact.claim.document,
        span=fact.span,
        sentence_span=view.sentence(fact.claim).span,
        claim=fact.claim.id,
        value=fact.value,
    )


def _predicate(group: _Group) -> str:
    return min(f.claim.predicate for f in _pair(group.best))


def _pair(candidate: Candidate) -> tuple[Fact, ...]:
    return (candidate.a,) if candidate.b is None else (candidate.a, candidate.b)


def _participants(group: _Group, view: StoryView) -> tuple[str, ...]:
    names = {
        m.text: m.key for fact in _pair(group.best) for _, m in fact.claim.roles if m.kind in {"person", "organisation"}
    }
    by_key = {key: text for text, key in sorted(names.items(), reverse=True)}
    return tuple(by_key[key] for key in sorted(by_key))


def _message(kind: RuleKind, setting: RuleSetting, group: _Group) -> str:
    if group.best.comparison.verdict is Verdict.CONSISTENT:
        return group.best.comparison.why
    a, b = group.best.a.value.text, group.best.b.value.text if group.best.b is not None else ""
    alone = getattr(kind, "message_alone", "") if not b else ""
    what = _predicate(group).removeprefix("lemma:").replace("_", " ")
    return (setting.message or alone or kind.message).format(what=what, a=a, b=b)


def _reason(best: Candidate) -> str:
    shared = [IN_WORDS[e.name] for e in best.evidence if e.weight > 0 and e.name in IN_WORDS][:3]
    why = f"{best.comparison.why}. " if best.comparison.why else ""
    if best.b is None:
        return why.strip()
    linked = f"({', '.join(shared)})" if shared else ""
    if best.comparison.verdict is Verdict.CONSISTENT:
        return f"It looks like a clash and is none {linked}.".replace(" .", ".")
    if not linked:
        return why.strip()
    return f"{why}The statements seem to tell of one thing {linked}."


def _derivation(group: _Group) -> tuple[Step, ...]:
    sides = ((group.left, 0), (group.right, len(group.left)))
    return tuple(Step(f"{fact.value.text}", (offset + i,)) for side, offset in sides for i, fact in enumerate(side))
