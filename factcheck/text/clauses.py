"""Sentence -> clauses, each around one predicate.

The sentence is cut into segments at punctuation, at words that open a subordinate or relative clause and at
coordinations of two finite verbs. Segments without a finite verb of their own (appositions, enumerations,
brackets of a verb) go back to the clause that they stand in; a clause that an embedded one interrupts is
joined again. What the rules can't tell apart stays in one clause: a slot of a clause that is too long is
ambiguous and stays silent later, a slot of a clause that is too short is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.model import Clause, Sentence, Token
from factcheck.text.grammar import Grammar

_OPEN_QUOTES = frozenset('„“»«"”')
_BREAKS = frozenset({",", ";", ":", "–", "—", "--", "(", ")", "[", "]"})
_DASHES = frozenset({"-", "–", "—", "--"})
_DATELINE, _SHORT_DATELINE = 16, 3
_FINITE = frozenset({"fin", "VBD", "VBZ", "VBP", "MD"})
_CLEARLY_FINITE = frozenset({"VBZ", "VBP", "MD"})


@dataclass(slots=True)
class _Segment:
    tokens: list[int]
    opener: str | None = None
    kind: str = "main"
    parenthesis: bool = False
    quoted: bool = False
    finite: list[int] = field(default_factory=list)


def clauses_of(sentence: Sentence, grammar: Grammar) -> tuple[Clause, ...]:
    """The clauses of a sentence, in the order of their first tokens."""
    tokens = sentence.tokens
    segments = _without_dateline(tokens, _segments(tokens, grammar))
    drafts = _joined(tokens, segments, grammar)
    clauses: list[Clause] = []
    for index, draft in enumerate(drafts):
        clauses.append(
            Clause(
                sentence=sentence.index,
                index=index,
                tokens=tuple(draft.tokens),
                verb=main_verb(tokens, draft.tokens, grammar),
                kind="parenthesis" if draft.parenthesis else draft.kind,
                introducer=draft.opener,
                governor=_governor(drafts, index),
                quoted=draft.quoted,
            )
        )
    return tuple(clauses)


def _governor(drafts: Sequence[_Segment], index: int) -> int | None:
    if drafts[index].kind == "main":
        return None
    before = [i for i in range(index) if drafts[i].kind == "main" or drafts[index].kind == "relative"]
    if before:
        return before[-1]
    after = [i for i in range(index + 1, len(drafts)) if drafts[i].kind == "main"]
    return after[0] if after else None


# --- cutting -------------------------------------------------------------------------------------------


def _segments(tokens: Sequence[Token], grammar: Grammar) -> list[_Segment]:
    segments = [_Segment([])]
    depth, quoted = 0, False
    for i, token in enumerate(tokens):
        if token.text in _OPEN_QUOTES:
            quoted = not quoted if token.text != "„" else True
            segments.append(_Segment([], parenthesis=depth > 0, quoted=quoted))
        elif token.text in _BREAKS:
            depth += (token.text in "([") - (token.text in ")]")
            segments.append(_Segment([], parenthesis=depth > 0, quoted=quoted))
        else:
            if _cuts_before(tokens, i, segments[-1], grammar):
                segments.append(_Segment([], parenthesis=depth > 0, quoted=quoted))
            segments[-1].tokens.append(i)
            if is_finite(tokens, i, grammar):
                segments[-1].finite.append(i)
    kept = [s for s in segments if s.tokens]
    for number, segment in enumerate(kept):
        _classify(tokens, segment, first=number == 0, grammar=grammar)
    return kept


def _without_dateline(tokens: Sequence[Token], segments: list[_Segment]) -> list[_Segment]:
    """Segments with "TOLEDO, Ohio (MidAm Press) —" kept apart: it dates and places the article, not the event."""
    dash = next((i for i, t in enumerate(tokens[:_DATELINE]) if t.text in _DASHES), None)
    if dash is None or any(i < dash for s in segments for i in s.finite):
        return segments
    before = [i for s in segments for i in s.tokens if i < dash]
    if not before or not _looks_like_dateline(tokens[:dash]):
        return segments
    rest = [replace(s, tokens=[i for i in s.tokens if i > dash]) for s in segments if s.tokens[-1] > dash]
    return [_Segment(before, kind="dateline"), *rest]


def _looks_like_dateline(head: Sequence[Token]) -> bool:
    """A place in capitals, an agency in brackets or no more than "Brünn/Wien"."""
    return (
        any(t.text.isupper() and len(t.text) > 3 for t in head)
        or any(t.text == ")" for t in head)
        or len(head) <= _SHORT_DATELINE
    )


def _cuts_before(tokens: Sequence[Token], i: int, segment: _Segment, grammar: Grammar) -> bool:
    """True if a new clause begins at token ``i`` without a comma before it."""
    if not segment.tokens:
        return False
    lower = tokens[i].lower
    words = grammar.clauses
    if lower in words.coordinators:
        return bool(segment.finite) and _finite_ahead(tokens, i + 1, grammar) is not None
    if grammar.verb_final:
        return False  # with commas before every subordinate clause no other cut is needed
    relative = lower in words.relatives and lower not in words.subordinators
    if not relative and not (lower in words.subordinators and segment.finite):
        return False
    return _finite_ahead(tokens, i + 1, grammar) is not None


def _finite_ahead(tokens: Sequence[Token], start: int, grammar: Grammar) -> int | None:
    for i in range(start, len(tokens)):
        if tokens[i].text in _BREAKS or tokens[i].text in _OPEN_QUOTES:
            return None
        if tokens[i].lower in grammar.clauses.coordinators and i > start:
            return None
        if is_finite(tokens, i, grammar):
            return i
    return None


def is_finite(tokens: Sequence[Token], i: int, grammar: Grammar) -> bool:
    """True if token ``i`` is a finite verb as far as its forms and its neighbours tell."""
    token = tokens[i]
    if token.pos == "AUX":
        return not _is_bare(token, grammar)
    if token.pos != "VERB":
        return False
    features = grammar.lexicon.get(token.text)
    forms = features.features if features is not None else frozenset()
    if not forms & _FINITE:
        return False
    if forms & _CLEARLY_FINITE:
        before = tokens[i - 1].lower if i else ""
        return before not in grammar.clauses.infinitive_marks
    if forms & {"part2", "VBN"}:
        return not _follows_auxiliary(tokens, i, grammar) and not _is_attributive(tokens, i)
    return True


def _is_bare(token: Token, grammar: Grammar) -> bool:
    entry = grammar.lexicon.get(token.text)
    forms = entry.features if entry is not None else frozenset()
    return bool(forms) and not forms & _FINITE


def _follows_auxiliary(tokens: Sequence[Token], i: int, grammar: Grammar) -> bool:
    """True if an auxiliary of the same bracket stands before (or, verb-final, right after) token ``i``."""
    if i + 1 < len(tokens) and tokens[i + 1].pos == "AUX":
        return True
    for j in range(i - 1, -1, -1):
        if tokens[j].text in _BREAKS or tokens[j].lower in grammar.clauses.coordinators:
            return False
        if tokens[j].pos == "AUX":
            return True
        if tokens[j].pos == "VERB" and not grammar.verb_final:
            return False
    return False


def _is_attributive(tokens: Sequence[Token], i: int) -> bool:
    """True for a participle before its noun: "the stolen paintings", "die verletzten Männer"."""
    after = tokens[i + 1].pos if i + 1 < len(tokens) else ""
    before = tokens[i - 1].pos if i else ""
    return after in {"NOUN", "PROPN"} and before in {"DET", "ADJ", "NUM", "ADP"}


def _classify(tokens: Sequence[Token], segment: _Segment, *, first: bool, grammar: Grammar) -> None:
    words = grammar.clauses
    lowers = [tokens[i].lower for i in segment.tokens[:3]]
    opener = lowers[0]
    if opener in words.coordinators and len(lowers) > 1:
        opener = lowers[1]
    if opener in words.subordinators and segment.finite and _is_subordinate(tokens, segment, grammar):
        segment.kind, segment.opener = "sub", opener
    elif not first and segment.finite and _is_relative(tokens, segment, grammar):
        segment.kind, segment.opener = "relative", opener
    elif not segment.finite and _has_infinitive(tokens, segment, grammar):
        segment.kind = "infinitive"
        segment.opener = opener if opener in words.infinitive_openers else None


def _is_subordinate(tokens: Sequence[Token], segment: _Segment, grammar: Grammar) -> bool:
    """German subordinate clauses end in their verb; "seit dem Unfall ist ..." is none."""
    return not grammar.verb_final or segment.finite[-1] >= segment.tokens[-1] - 1


def _is_relative(tokens: Sequence[Token], segment: _Segment, grammar: Grammar) -> bool:
    lowers = [tokens[i].lower for i in segment.tokens[:2]]
    relatives = grammar.clauses.relatives
    opens = lowers[0] in relatives or (
        len(lowers) > 1 and tokens[segment.tokens[0]].pos == "ADP" and lowers[1] in relatives
    )
    return opens and _is_subordinate(tokens, segment, grammar)


def _has_infinitive(tokens: Sequence[Token], segment: _Segment, grammar: Grammar) -> bool:
    for i in segment.tokens:
        entry = grammar.lexicon.get(tokens[i].text)
        if entry is None:
            continue
        if "zu-inf" in entry.features:
            return True
        marked = i and tokens[i - 1].lower in grammar.clauses.infinitive_marks
        if marked and entry.features & {"inf", "VB"} and tokens[i].pos in {"VERB", "AUX"}:
            return True
    return False


# --- joining -------------------------------------------------------------------------------------------


def _joined(tokens: Sequence[Token], segments: list[_Segment], grammar: Grammar) -> list[_Segment]:
    """Segments put together to clauses."""
    drafts: list[_Segment] = []
    open_main: _Segment | None = None
    for segment in segments:
        host = _host(drafts, open_main, segment)
        if host is not None:
            host.tokens.extend(segment.tokens)
            host.finite.extend(segment.finite)
            continue
        drafts.append(segment)
        if segment.kind == "main" and not segment.parenthesis:
            open_main = segment
    return drafts


def _host(drafts: list[_Segment], main: _Segment | None, segment: _Segment) -> _Segment | None:
    """The clause that a segment belongs to, or None if it is a clause of its own."""
    if segment.kind != "main" or not drafts or drafts[-1].kind == "dateline":
        return None
    if segment.parenthesis:
        return None if segment.finite else drafts[-1]
    if segment.finite:
        interrupted = main is not None and not main.finite and main.quoted == segment.quoted
        return main if interrupted else None
    if drafts[-1].kind != "main" and main is not None and not drafts[-1].parenthesis:
        return drafts[-1] if len(segment.tokens) <= 3 else main
    return drafts[-1] if drafts[-1].quoted == segment.quoted else (main or drafts[-1])


# --- predicates ----------------------------------------------------------------------------------------


def main_verb(tokens: Sequence[Token], members: Sequence[int], grammar: Grammar) -> int | None:
    """Index of the token that carries the clause's verb meaning, or None.

    The participle or infinitive of a verb bracket comes before its auxiliary or modal: in German the last
    one, in English the first after the auxiliary.
    """
    finite = [i for i in members if is_finite(tokens, i, grammar)]
    verbs = [i for i in members if tokens[i].pos == "VERB"]
    if not finite:
        return verbs[-1] if verbs else None
    full = [i for i in finite if tokens[i].pos == "VERB"]
    if full:
        return full[0]
    if grammar.verb_final:
        rest = [i for i in verbs if i not in finite and not _is_attributive(tokens, i)]
        return rest[-1] if rest else finite[0]
    rest = [i for i in verbs if i > finite[0] and not _is_attributive(tokens, i)]
    return rest[0] if rest and rest[0] - finite[0] <= 4 else finite[0]


def verb_lemma(tokens: Sequence[Token], members: Sequence[int], verb: int, grammar: Grammar) -> str:
    """The verb's lemma with a separated prefix put back: "hob ... ab" is "abheben"."""
    lemma = tokens[verb].lemma
    if not grammar.verb_final:
        return lemma
    for i in reversed(members):
        if i <= verb:
            break
        if tokens[i].pos in {"PART", "ADP", "ADV", "DET"} and (
            i == members[-1] or tokens[i + 1].text in _BREAKS | {"."}
        ):
            whole = grammar.lexicon.get(tokens[i].lower + lemma)
            if whole is not None and whole.pos == "VERB":
                return whole.lemma
    return lemma
