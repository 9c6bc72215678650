"""Whom a clause is about when it names nobody: "the 44-year-old", "die Juristin", "she"."""

from __future__ import annotations

from factcheck.linking.story import StoryView
from factcheck.model import Claim

_BACK = 3
"""Sentences that an unnamed person may lie behind the last mention of a name."""


def person_of(claim: Claim, view: StoryView) -> str | None:
    """Entity id of the only person of the clause, else of the sentence, else the last one named before, or None."""
    in_clause = _persons(claim, view, claim.sentence, within_clause=True)
    if in_clause:
        return in_clause[0] if len(in_clause) == 1 else None
    for sentence in range(claim.sentence, max(-1, claim.sentence - _BACK - 1), -1):
        named = _persons(claim, view, sentence)
        if named:
            return named[-1] if len(set(named)) == 1 or sentence < claim.sentence else None
    after = _persons(claim, view, claim.sentence + 1)
    return after[0] if after else None


def _persons(claim: Claim, view: StoryView, sentence: int, *, within_clause: bool = False) -> list[str]:
    readings = view.readings[claim.document]
    if not 0 <= sentence < len(readings):
        return []
    found = []
    for name in readings[sentence].names:
        if within_clause and not claim.span.contains(name.span):
            continue
        entity = view.entity_of.get((claim.document, name.key))
        if entity in view.persons and entity is not None and entity not in found:
            found.append(entity)
    return found
