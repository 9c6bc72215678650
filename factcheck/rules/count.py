"""Two sources give one thing two numbers: people, objects, money, shares, distances."""

from __future__ import annotations

import math
from collections.abc import Iterable

from factcheck.extract.concepts import ancestors, concept_reader, ontology
from factcheck.extract.numbers import SCORE_BASE
from factcheck.languages import load
from factcheck.linking.story import StoryView
from factcheck.model import Claim, Hedge, Quantity, Value
from factcheck.rules.base import APART, Comparison, Fact, Relation
from factcheck.rules.pairs import PairKind

OTHER_KINDS = frozenset({"age", "score", "s"})
_ROUNDING = 0.02
_TOLLS = {
    **dict.fromkeys(("dead_people", "death", "death_toll", "dead"), "dead"),
    **dict.fromkeys(("injured_people", "injury", "injury_toll", "injured"), "injured"),
    **dict.fromkeys(("missing_people", "missing"), "missing"),
    **dict.fromkeys(("rescued_people",), "rescued"),
    **dict.fromkeys(("evacuation", "evacuees"), "evacuated"),
    **dict.fromkeys(("infected_people",), "infected"),
    **dict.fromkeys(("arrest",), "arrested"),
}
"""Concepts whose numbers grow while a story goes on, by the toll that they are part of."""


class CountKind(PairKind):
    """count: see the rule's page."""

    kind = "count"
    message = "Two figures for {what}: {a} or {b}"

    def facts(self, claim: Claim, view: StoryView) -> Iterable[Fact]:
        for quantity in claim.quantities:
            if quantity.unit not in OTHER_KINDS:
                yield fact_of(claim, quantity, view)

    def compare(self, a: Fact, b: Fact, view: StoryView) -> Comparison:
        if a.raw.unit != b.raw.unit:
            return APART
        counted = a.raw.noun or b.raw.noun
        same = head_match(a.of, b.of) if counted else property_match(a, b)
        if same < 0 or _two_tolls(a, b) or _is_update(a, b, view):
            return APART
        return compare_quantities(a.raw, b.raw, same)


def _is_update(a: Fact, b: Fact, view: StoryView) -> bool:
    """True for a figure that grew with time: a later article has the higher toll, or says "so far"."""
    dates = [view.published(f.claim) for f in (a, b)]
    if dates[0] is None or dates[1] is None or dates[0] == dates[1]:
        return False
    early, late = (a, b) if dates[0] < dates[1] else (b, a)
    early_number, late_number = (float(f.raw.nominal) for f in (early, late))
    if late_number <= early_number:
        return False
    return bool(_tolls(a) or _tolls(b)) or _says_so_far(late, view)


def _two_tolls(a: Fact, b: Fact) -> bool:
    """True for the dead of one statement and the injured of the other, though both count "people"."""
    one, other = _tolls(a), _tolls(b)
    return bool(one and other) and not one & other


def _tolls(fact: Fact) -> frozenset[str]:
    """The tolls that the clause or the counted noun names: dead, hurt, missing, rescued, held."""
    keys = [key[2:] for key in (*fact.of, *dict(fact.claim.content)) if key.startswith("c:")]
    return frozenset(_TOLLS[t] for key in keys for t in ancestors(key) if t in _TOLLS)


def _says_so_far(fact: Fact, view: StoryView) -> bool:
    updates = load(view.documents[fact.claim.document].language).section("grammar")["updates"]
    words = [t.lower for t in view.sentence(fact.claim).tokens if fact.claim.span.contains(t.span)]
    return any(f" {update} " in f" {' '.join(words)} " for update in updates)


def fact_of(claim: Claim, quantity: Quantity, view: StoryView, type_: str = "count") -> Fact:
    """A fact whose ``of`` holds the counted noun and its concepts."""
    return Fact(
        claim,
        quantity.span,
        value_of(quantity, type_),
        heads(claim, quantity, view),
        quantity,
        is_amount=type_ == "count",
        sort=quantity.unit,
    )


def heads(claim: Claim, quantity: Quantity, view: StoryView) -> frozenset[str]:
    """``l:`` and ``c:`` keys of the counted noun; empty for a measure whose property is elsewhere."""
    if not quantity.noun:
        return frozenset()
    reader = concept_reader(load(view.documents[claim.document].language))
    lemma = quantity.noun.lower()
    found = {f"l:{lemma}"} | {f"c:{c}" for c in reader.of_lemma(lemma, "n")}
    return frozenset(found)


def value_of(quantity: Quantity, type_: str = "count") -> Value:
    """The statement's value, e.g. "at least 5 Toter" or "4.87 m"."""
    number = f"{quantity.nominal:,.15g}".replace(",", " ")
    words = [number, quantity.unit or quantity.noun]
    if quantity.hedge is not Hedge.EXACT:
        words.insert(0, quantity.hedge.value.replace("_", " "))
    return Value(
        type_,
        " ".join(w for w in words if w),
        (
            ("low", quantity.low),
            ("high", quantity.high),
            ("nominal", quantity.nominal),
            ("unit", quantity.unit),
            ("noun", quantity.noun),
            ("hedge", quantity.hedge.value),
        ),
    )


def compare_quantities(a: Quantity, b: Quantity, same: float) -> Comparison:
    """Overlap of the intervals is agreement. ``same``: how well the things measured match.

    "Up to 14" against "up to 41" are two highest values: their numbers are compared as they stand.
    """
    highest = a.hedge is b.hedge is Hedge.AT_MOST
    agree = a.nominal == b.nominal if highest else a.low <= b.high and b.low <= a.high
    if agree or _rounds_to(a, b) or _rounds_to(b, a) or _convert_alike(a, b):
        return Comparison(Relation.AGREE, of=same)
    return Comparison(Relation.CLASH, _likeness(a, b), of=same)


def _convert_alike(a: Quantity, b: Quantity) -> bool:
    """True if two units of one measure meet within half a unit of each last digit: 2.6 miles, 4,200 metres."""
    if a.surface_unit == b.surface_unit or not a.nominal or not b.nominal:
        return False
    slack = sum(0.5 * 10.0 ** (math.floor(math.log10(abs(q.nominal))) - q.digits + 1) for q in (a, b))
    return abs(a.nominal - b.nominal) <= slack


def property_match(a: Fact, b: Fact) -> float:
    """For a measure: 1 where the clauses name the same measured property, -0.5 where they name others."""
    one, other = (_properties(f.claim) for f in (a, b))
    if one & other:
        return 1.0
    return -0.5 if one and other else 0.0


def _properties(claim: Claim) -> frozenset[str]:
    found = {
        key[2:]
        for key, _ in claim.content
        if key.startswith("c:") and key[2:] in ontology() and ontology()[key[2:]].kind == "quantity"
    }
    return frozenset(found)


def head_match(a: frozenset[str], b: frozenset[str]) -> float:
    """1 for the same noun or concept, 0.5 for a broader one, 0 where one is unknown, -1 for two other things."""
    if not a or not b:
        return 0.0
    if a & b:
        return 1.0
    broad_a = {x for key in a if key.startswith("c:") for x in ancestors(key[2:])}
    broad_b = {x for key in b if key.startswith("c:") for x in ancestors(key[2:])}
    if {k[2:] for k in a if k[:2] == "c:"} & broad_b or {k[2:] for k in b if k[:2] == "c:"} & broad_a:
        return 0.5
    return -1.0 if broad_a and broad_b else 0.0


def _rounds_to(rounded: Quantity, exact: Quantity) -> bool:
    """True if ``exact`` rounded to the digits of the other is the other: 1.93 and 1.9, 9 412 and 9 400."""
    if rounded.digits >= exact.digits or not rounded.nominal:
        return False
    unit = 10.0 ** (len(str(int(abs(rounded.nominal)))) - rounded.digits)
    return abs(exact.nominal - rounded.nominal) <= max(unit / 2, _ROUNDING * abs(rounded.nominal))


def _likeness(a: Quantity, b: Quantity) -> float:
    """Near misses in writing: the same digits in another order or scale, or one digit that differs."""
    if a.unit == "score":
        return score_likeness(a.nominal, b.nominal)
    digits_x, digits_y = (f"{q.nominal:.15g}".replace(".", "").strip("0") for q in (a, b))
    if digits_x == digits_y or (len(digits_x) >= 2 and sorted(digits_x) == sorted(digits_y)):
        return 2.0 if len(digits_x) >= 3 else 1.0
    ratio = max(a.nominal, b.nominal) / max(1e-9, min(a.nominal, b.nominal))
    return 0.3 if ratio <= 1.5 else 0.0 if ratio <= 4 else -0.4


def score_likeness(a: float, b: float) -> float:
    """1 where one side of two scores is the same: "3:2" and "4:2"; -1 where none is."""
    first, second = divmod(a, SCORE_BASE), divmod(b, SCORE_BASE)
    return 1.0 if first[0] == second[0] or first[1] == second[1] else -1.0
