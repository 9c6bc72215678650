"""Two sources rank one event differently in its series: second against third, first since 2001 against 2010."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from factcheck.extract.concepts import concept_reader
from factcheck.languages import load
from factcheck.linking.story import StoryView
from factcheck.model import Claim, Ordinal, Value, Verdict
from factcheck.reasoning.series import EndOf, Statement, Within, consistent, implied_bounds, kth_since
from factcheck.rules.base import AGREE, APART, Comparison, Fact, Relation
from factcheck.rules.count import head_match
from factcheck.rules.pairs import PairKind

_NEAR = 0.5
_NUMBERS = {0: "none", 1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


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
    """One series counted to now, N(now) - N(since) = k for each: the solver tells whether both can hold."""
    if a.since is None and b.since is None:
        return AGREE if a.k == b.k else _different(a.k, b.k)
    one, other = _boundary(a), _boundary(b)
    if one is None or other is None or min(a.k, b.k) < 1:
        return APART
    if one == other:
        return AGREE if a.k == b.k else Comparison(Relation.CLASH, _NEAR)
    stated = [Statement(tag, (kth_since("this", o.k, s),)) for tag, o, s in ((0, a, one), (1, b, other))]
    if not consistent(stated):
        return Comparison(Relation.CLASH, _NEAR, why="Counted from the earlier start there can't be fewer")
    if a.k == b.k == 1:  # "first since 2001" and "first since 2010": both hold, and one start is wrong
        return Comparison(Relation.CLASH, _NEAR, why="Each says when the last one was")
    return Comparison(Relation.CLASH, _NEAR, verdict=Verdict.CONSISTENT, why=_what_follows(stated, a, b))


def _what_follows(stated: Sequence[Statement], a: Ordinal, b: Ordinal) -> str:
    """ "exactly one from 2011 to 2019": how many of the series both counts leave between their starts."""
    assert a.since is not None
    assert b.since is not None
    early, late = sorted((a, b), key=lambda o: (o.since.earliest if o.since else None) or date.min)
    start, end = _boundary(early), late.since.latest if late.since else None
    assert start is not None
    assert end is not None
    bounds = implied_bounds(stated, start, EndOf(end.toordinal()))
    if bounds is None or bounds.low != bounds.high:
        return "Both counts can hold"
    number = f"exactly {_NUMBERS.get(bounds.low or 0, bounds.low)}"
    return f"Both counts can hold; {number} {early.noun or 'one'} from {_when(early)} to {_when(late)} follows"


def _when(ordinal: Ordinal) -> str:
    assert ordinal.since is not None
    return ordinal.since.value


def _boundary(ordinal: Ordinal) -> Within | None:
    """The start of the count, named so that two sources that say "2011" mean one moment."""
    since = ordinal.since
    if since is None or since.earliest is None or since.latest is None:
        return None
    return Within(since.earliest.toordinal(), since.latest.toordinal(), since.value)


def _different(a: int, b: int) -> Comparison:
    """Neighbours and swapped digits look like one rank given twice; others are two members of the series."""
    near = abs(a - b) == 1 or (a > 9 and sorted(str(a)) == sorted(str(b)))
    return Comparison(Relation.CLASH, 0.5) if near else APART


def _value(ordinal: Ordinal) -> Value:
    since = ordinal.since.value if ordinal.since else None
    text = f"no. {ordinal.k}" + (f" since {since}" if since else "")
    return Value("ordinal", text, (("k", ordinal.k), ("noun", ordinal.noun), ("since", since)))
