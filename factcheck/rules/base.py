"""What every rule kind shares: facts, how two of them compare, and the view of a story that they look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from factcheck.linking.story import StoryView
from factcheck.model import Claim, Span, Value, Verdict


class Relation(StrEnum):
    """How two values of one slot stand to each other."""

    CLASH = "clash"
    AGREE = "agree"
    APART = "apart"
    """Not comparable: other units, other things counted, unknown containment."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that a claim gives to one slot."""

    claim: Claim
    span: Span
    """The words that give it."""
    value: Value
    of: frozenset[str]
    """Content keys of what the value is a value of (the counted noun, the event), without the value itself."""
    raw: Any = None
    """What the extractor found, for the kind's own comparison."""
    is_amount: bool = False
    """True for a number of something, which must be the same thing in both facts."""
    sort: str = ""
    """What only values of one sort share: the unit of a quantity."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of comparing two facts of one slot."""

    relation: Relation
    near: float = 0.0
    """Near miss, added to the link's score: above 0 where the values look like one value given twice with an
    error (same unit, transposed digits, same week), below 0 where they look like values of two things."""
    of: float = 0.0
    """How well the things that the values are of match: 1 the same, 0 unknown, below 0 others."""
    exact: bool = True
    """Of an agreement: that the values are the same, not merely that one contains the other."""
    verdict: Verdict = Verdict.CONTRADICTION
    why: str = ""


APART = Comparison(Relation.APART)
AGREE = Comparison(Relation.AGREE)
CONTAINS = Comparison(Relation.AGREE, exact=False)


class RuleKind(Protocol):
    """One kind of conflict."""

    kind: str
    message: str
    """The finding's headline; a template over ``{what}``, ``{a}`` and ``{b}``."""

    def candidates(self, view: StoryView, min_score: float) -> tuple[Candidate, ...]:
        """The clashes in one story, best first; those below ``min_score`` only as echoes of a finding."""

    def agree(self, a: Fact, b: Fact, view: StoryView) -> bool:
        """True if two facts of this kind give the same value."""


class SlotKind(Protocol):
    """A kind that compares the values of one slot in pairs of linked claims; ``pairs.PairKind`` does the rest."""

    kind: str
    own: tuple[str, ...]
    """Prefixes of the content keys that the values themselves have: they clash, so they can not link."""
    slot: str
    """The slot of an event, as the ontology names it: ``when``, ``where``, ``who`` ..., or ``""``."""
    of_reports: bool
    """True if a clause that only reports counts too: who spoke, what was quoted."""

    def facts(self, claim: Claim, view: StoryView) -> Iterable[Fact]:
        """The values that a claim gives to this kind's slot."""

    def compare(self, a: Fact, b: Fact, view: StoryView) -> Comparison:
        """How two facts of this kind stand to each other; symmetric."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two facts that clash and are linked, or one that is impossible by itself."""

    a: Fact
    b: Fact | None
    score: float
    comparison: Comparison
    evidence: tuple[Any, ...] = field(default=())
