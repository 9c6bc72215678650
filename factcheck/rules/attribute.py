"""Two sources give one thing two scores, ages or results."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.linking.story import StoryView
from factcheck.model import Claim
from factcheck.rules.base import APART, Comparison, Fact
from factcheck.rules.count import compare_quantities, fact_of
from factcheck.rules.pairs import PairKind

_UNITS = frozenset({"score", "age"})


class AttributeKind(PairKind):
    """attribute: see the rule's page."""

    kind = "attribute"
    message = "Two values for {what}: {a} or {b}"

    def facts(self, claim: Claim, view: StoryView) -> Iterable[Fact]:
        seen: set[str] = set()
        for quantity in claim.quantities:
            if quantity.unit in _UNITS and quantity.unit not in seen:  # "3:2 (1:1)": the second is half-time's
                seen.add(quantity.unit)
                yield fact_of(claim, quantity, view, "attribute")

    def compare(self, a: Fact, b: Fact, view: StoryView) -> Comparison:
        if a.raw.unit != b.raw.unit or _of_others(a, b, view):
            return APART
        return compare_quantities(a.raw, b.raw, 0.0)


def _of_others(a: Fact, b: Fact, view: StoryView) -> bool:
    """True if both clauses name people or teams and share none: another match, another person's age."""
    one, other = ({k for k in view.contents[f.claim.id] if k.startswith("n:")} for f in (a, b))
    return bool(one and other) and not one & other
