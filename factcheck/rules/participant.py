"""One role that only one can hold, given to two people: winner, scorer, fire chief, the one who signed."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from factcheck.linking.story import StoryView
from factcheck.model import Claim, Mention, Value
from factcheck.rules.base import AGREE, APART, Comparison, Fact, Relation
from factcheck.rules.pairs import PairKind

_ALIKE = 60


class ParticipantKind(PairKind):
    """participant: see the rule's page."""

    kind = "participant"
    own: tuple[str, ...] = ("n:",)
    slot = "who"
    of_reports = True
    message = "Two names for {what}: {a} or {b}"

    def facts(self, claim: Claim, view: StoryView) -> Iterable[Fact]:
        agents = [m for role, m in claim.roles if role == "agent" and m.kind == "person"]
        if len(agents) == 1:
            yield _fact(claim, agents[0], view)

    def compare(self, a: Fact, b: Fact, view: StoryView) -> Comparison:
        if same_name(a.raw.key, b.raw.key):
            return AGREE
        if _known_in(a.raw.key, b.claim.document, view) or _known_in(b.raw.key, a.claim.document, view):
            return APART
        return Comparison(Relation.CLASH, _near(a, b))


def _fact(claim: Claim, mention: Mention, view: StoryView) -> Fact:
    value = Value("participant", mention.text, (("name", mention.text), ("key", mention.key)))
    name = next((n for n in view.reading(claim).names if n.span == mention.span), None)
    titles = frozenset(t.lower() for t in name.titles) if name is not None else frozenset()
    return Fact(claim, mention.span, value, titles, mention)


def _near(a: Fact, b: Fact) -> float:
    """High for one office with two names that sound alike: one of them is likely a slip."""
    alike = fuzz.ratio(a.raw.key, b.raw.key) >= _ALIKE
    return 1.2 if alike and a.of & b.of else 0.6 if alike or a.of & b.of else 0.0


def same_name(a: str, b: str) -> bool:
    """True if one folded name is the other or its last part: "gareth maddocks" and "maddocks"."""
    one, other = a.split(), b.split()
    shorter, longer = sorted((one, other), key=len)
    return longer[-len(shorter) :] == shorter or (len(shorter) == 1 and shorter[0] in longer)


def _known_in(key: str, document: str, view: StoryView) -> bool:
    """True if the other article knows this person too, so that it could have named them."""
    return any(same_name(key, name.key) for r in view.readings[document] for name in r.names)
