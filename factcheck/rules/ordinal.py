"""Two sources rank one event differently in its series: second against third, first since 2001 against 2010."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.extract.concepts import concept_reader
from factcheck.languages import load
from factcheck.linking.story import StoryView
from factcheck.model import Claim, Ordinal, TimeExpression, Value, Verdict
from factcheck.rules.base import AGREE, APART, Comparison, Fact, Relation
from factcheck.rules.count import head_match
from factcheck.rules.pairs import PairKind


class OrdinalKind(PairKind):
    """ordinal: see the rule's page."""

    kind = "ordinal"
    message = "Two ranks for {what}: {a} or {b}"

    def facts(self, claim: Claim, view: StoryView) -> Iterable[Fact]:
        if claim.ordinal is not None:
            yield Fact(claim, claim.ordinal.span, _value(claim.ordinal), _of(claim, view), claim.ordinal)

    def compare(self, a: Fact, b: Fact, view: StoryView) -> Comparison:
        if head_match(a.of, b.of) < 0.5:
            return APART
        return compare_ordinals(a.raw, b.raw)


def _of(claim: Claim, view: StoryView) -> frozenset[str]:
    assert claim.ordinal is not None
    lemma = claim.ordinal.noun.lower()
    reader = concept_reader(load(view.documents[claim.document].language))
    return frozenset({f"l:{lemma}"} | {f"c:{c}" for c in reader.of_lemma(lemma, "n")})


def compare_ordinals(a: Ordinal, b: Ordinal) -> Comparison:
    """One series counted to now: N(now) - N(since) = k for each, and N never falls."""
    if a.since is None and b.since is None:
        return AGREE if a.k == b.k else _different(a.k, b.k)
    if a.since is None or b.since is None:
        return APART
    one, other = _bounds(a.since), _bounds(b.since)
    if one is None or other is None:
        return APART
    if one[0] <= other[1] and other[0] <= one[1]:
        return AGREE if a.k == b.k else Comparison(Relation.CLASH, 0.5)
    early, late = (a, b) if one < other else (b, a)
    if early.k > late.k:
        why = f"{early.k - late.k} between {early.since.text} and {late.since.text}"  # type: ignore[union-attr]
        return Comparison(Relation.CLASH, 0.5, verdict=Verdict.CONSISTENT, why=why)
    if early.k == late.k == 1:
        return Comparison(Relation.CLASH, 0.5)
    return Comparison(Relation.CLASH, 0.5)


def _different(a: int, b: int) -> Comparison:
    """Neighbours and swapped digits look like one rank given twice; others are two members of the series."""
    near = abs(a - b) == 1 or (a > 9 and sorted(str(a)) == sorted(str(b)))
    return Comparison(Relation.CLASH, 0.5) if near else APART


def _bounds(time: TimeExpression) -> tuple[int, int] | None:
    if time.earliest is None or time.latest is None:
        return None
    return time.earliest.toordinal(), time.latest.toordinal()


def _value(ordinal: Ordinal) -> Value:
    since = ordinal.since.value if ordinal.since else None
    text = f"no. {ordinal.k}" + (f" since {since}" if since else "")
    return Value("ordinal", text, (("k", ordinal.k), ("noun", ordinal.noun), ("since", since)))
