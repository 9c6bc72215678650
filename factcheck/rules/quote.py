"""The same words of the same speaker, in quotation marks, given differently."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import Indel

from factcheck.linking.story import StoryView
from factcheck.model import Claim, Span, Value, Verdict
from factcheck.rules.base import AGREE, APART, Comparison, Fact, Relation
from factcheck.rules.pairs import PairKind
from factcheck.text.tokens import tokenize

_MIN_WORDS = 4
_SIMILAR = 0.7


class QuoteKind(PairKind):
    """quote: see the rule's page."""

    kind = "quote"
    of_reports = True
    message = "One quotation, two wordings"

    def facts(self, claim: Claim, view: StoryView) -> Iterable[Fact]:
        first = view.by_sentence[claim.sentence_key][0]
        if claim.quote and len(_words(claim.quote)) >= _MIN_WORDS and claim is first_with_quote(claim, view):
            start = view.documents[claim.document].text.find(claim.quote, view.sentence(first).span.start)
            yield Fact(
                claim,
                Span(start, start + len(claim.quote)),
                Value("quote", claim.quote),
                frozenset(),
                claim.quote,
            )

    def compare(self, a: Fact, b: Fact, view: StoryView) -> Comparison:
        one, other = _words(a.raw), _words(b.raw)
        if view.documents[a.claim.document].language != view.documents[b.claim.document].language:
            return APART
        shorter, longer = sorted((one, other), key=len)
        window = _best_window(shorter, longer)
        ratio = Indel.normalized_similarity(shorter, window)
        if shorter == window:
            return AGREE
        if ratio < _SIMILAR:
            return APART
        within = a.claim.document == b.claim.document
        verdict = Verdict.TENSION if within else Verdict.CONTRADICTION
        return Comparison(Relation.CLASH, 2.0 * ratio, verdict=verdict)


def first_with_quote(claim: Claim, view: StoryView) -> Claim:
    """The first claim of the sentence that holds this quotation."""
    return next(c for c in view.by_sentence[claim.sentence_key] if c.quote == claim.quote)


def _words(quote: str) -> list[str]:
    return [w for s in tokenize(quote) if (w := quote[s.start : s.end].casefold())[0].isalnum()]


def _best_window(shorter: list[str], longer: list[str]) -> list[str]:
    """The stretch of the longer quotation that is most like the shorter one."""
    size = len(shorter)
    windows = [longer[i : i + size] for i in range(max(1, len(longer) - size + 1))]
    return max(windows, key=lambda w: Indel.normalized_similarity(shorter, w))
