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
        return APART if a.raw.unit != b.raw.unit else compare_quantities(a.raw, b.raw, 0.0)
