"""What a clause commits to: polarity, modality and whose claim it is (attribution).

The report time is kept apart from the event time: a clause whose verb only reports ("wie Interfax am Mittwoch
mitteilte", "police said on Friday") gives its times to the attribution of the clauses that it governs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.model import Attribution, Clause, Modality, Polarity, Sentence, Span, TimeExpression, Token
from factcheck.text.clauses import verb_lemma
from factcheck.text.grammar import Grammar


@dataclass(frozen=True, slots=True)
class Stance:
    """The stance of one clause."""

    polarity: Polarity
    modality: Modality
    attribution: Attribution | None
    reporting: bool
    """True for a clause that only reports another one."""


def stances(
    sentence: Sentence, clauses: Sequence[Clause], times: Sequence[TimeExpression], grammar: Grammar
) -> tuple[Stance, ...]:
    """One stance a clause, in the order of the clauses."""
    tokens = sentence.tokens
    reporting = [is_reporting(tokens, clause, clauses, grammar) for clause in clauses]
    whole = next((_from_clause(tokens, c, times, grammar) for c, r in zip(clauses, reporting, strict=True) if r), None)
    found = []
    for clause, reports in zip(clauses, reporting, strict=True):
        words = [tokens[i] for i in clause.tokens]
        attribution = None if reports else _from_preposition(words, times, grammar) or whole
        if attribution is None and not reports and _is_indirect(words, grammar):
            attribution = Attribution(speakers=(), kind="unknown")
        found.append(
            Stance(
                polarity=polarity(words, grammar),
                modality=modality(words, clause, grammar),
                attribution=attribution,
                reporting=reports,
            )
        )
    return tuple(found)


# --- polarity and modality -----------------------------------------------------------------------------


def polarity(words: Sequence[Token], grammar: Grammar) -> Polarity:
    """NEVER for "noch nie" and for a negation over a stretch of time, NEGATIVE for one negation."""
    data = grammar.data["polarity"]
    negations = 0
    for i, token in enumerate(words):
        if token.lower in data["never"]:
            return Polarity.NEVER
        if token.lower in data["negative"] or token.lower.endswith(tuple(data.get("suffix", ("\0",)))):
            after = words[i + 1].lower if i + 1 < len(words) else ""
            negations += after not in data["not_only"]
    if negations % 2 == 0:
        return Polarity.POSITIVE
    return Polarity.NEVER if any(t.lower in data["since"] for t in words) else Polarity.NEGATIVE


def modality(words: Sequence[Token], clause: Clause, grammar: Grammar) -> Modality:
    """How sure the clause is of what it tells; the strongest doubt wins."""
    data = grammar.data["modality"]
    lowers = {t.lower for t in words}
    lemmas = {t.lemma.lower() for t in words if t.pos in {"VERB", "AUX"}}
    if clause.introducer in grammar.clauses.condition or lowers & set(data["hypothetical"]["forms"]):
        return Modality.HYPOTHETICAL
    if lemmas & set(data["denied"]["verbs"]):
        return Modality.DENIED
    if lowers & set(data["alleged"]["words"]) or lemmas & set(data["alleged"]["verbs"]):
        return Modality.ALLEGED
    verbal = {t.lower for t in words if t.pos in {"VERB", "AUX"} and not t.text[:1].isupper()}
    if (lemmas | verbal) & set(data["hypothetical"]["modals"]):
        return Modality.HYPOTHETICAL
    if lemmas & set(data["planned"]["modals"]) or lowers & set(data["planned"]["modals"]):
        return Modality.ALLEGED if _is_perfect_infinitive(words, grammar) else Modality.PLANNED
    compared = next((i for i, t in enumerate(words) if t.lower in data["comparisons"]), len(words))
    stated = {t.lower for t in words[:compared]}  # "ten million more than planned" is no plan
    if _is_future(words, data, grammar) or stated & set(data["planned"]["words"]):
        return Modality.PLANNED
    if lemmas & set(data["expected"]["verbs"] + data["expected"]["modals"]) or lowers & set(data["expected"]["words"]):
        return Modality.EXPECTED
    return Modality.HAPPENED


def _is_future(words: Sequence[Token], data: dict[str, Any], grammar: Grammar) -> bool:
    """A future auxiliary in the present with an infinitive: "wird eröffnen", neither "wird eröffnet" nor
    "musste eröffnet werden" nor "wurde empfangen"."""
    auxiliaries = [t.lower for t in words if t.pos == "AUX" and "fin" in _forms(t, grammar)]
    if not auxiliaries or not set(auxiliaries) <= set(data["planned"]["future"]):
        return False
    verbs = [_forms(t, grammar) for t in words if t.pos in {"VERB", "AUX"}]
    return any("inf" in forms and "part2" not in forms and "fin" not in forms for forms in verbs) or any(
        "inf" in forms and "part2" not in forms for forms in verbs[1:]
    )


def _is_perfect_infinitive(words: Sequence[Token], grammar: Grammar) -> bool:
    """ "soll ... gestohlen haben": hearsay about the past, no plan."""
    perfect = grammar.data["modality"]["alleged"]["perfect"]
    auxiliaries = [t for t in words if t.lemma in perfect and "inf" in _forms(t, grammar)]
    return bool(auxiliaries) and any("part2" in _forms(t, grammar) for t in words if t.pos == "VERB")


def _forms(token: Token, grammar: Grammar) -> frozenset[str]:
    entry = grammar.lexicon.get(token.text)
    return entry.features if entry is not None else frozenset()


# --- attribution ---------------------------------------------------------------------------------------


def is_reporting(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause], grammar: Grammar) -> bool:
    """True if the clause's verb is one of saying and another clause of the sentence is what was said."""
    if clause.verb is None or len(clauses) < 2:
        return False
    lemma = verb_lemma(tokens, clause.tokens, clause.verb, grammar)
    return lemma.lower() in grammar.data["attribution"]["verbs"]


def _from_clause(
    tokens: Sequence[Token], clause: Clause, times: Sequence[TimeExpression], grammar: Grammar
) -> Attribution:
    members = [tokens[i] for i in clause.tokens]
    span = Span(members[0].span.start, members[-1].span.end)
    verb = verb_lemma(tokens, clause.tokens, clause.verb, grammar) if clause.verb is not None else None
    return _attribution(members, span, times, verb, grammar)


def _from_preposition(words: Sequence[Token], times: Sequence[TimeExpression], grammar: Grammar) -> Attribution | None:
    """ "laut Polizei", "nach Angaben der Feuerwehr", "according to the ministry"."""
    data = grammar.data["attribution"]
    for i, token in enumerate(words):
        needs_noun = token.lower in data["noun_prepositions"]
        if not needs_noun and token.lower not in data["prepositions"]:
            continue
        phrase = _phrase_after(words, i) or _phrase_before(words, i)
        if needs_noun and not any(t.lemma in data["nouns"] for t in phrase[:1]):
            continue
        if phrase:
            span = Span(min(token.span.start, phrase[0].span.start), max(token.span.end, phrase[-1].span.end))
            return _attribution(phrase, span, times, None, grammar)
    return None


def _phrase_after(words: Sequence[Token], i: int) -> list[Token]:
    phrase: list[Token] = []
    start = i + 1
    while start < len(words) and words[start].pos in {"ADP", "PART"}:
        start += 1  # "according to"
    for token in words[start : start + 7]:
        if token.pos not in {"DET", "ADJ", "NOUN", "PROPN", "ADP"} or (phrase and token.pos == "ADP"):
            break
        phrase.append(token)
    return [t for t in phrase if t.pos != "ADP"]


def _phrase_before(words: Sequence[Token], i: int) -> list[Token]:
    phrase: list[Token] = []
    for token in reversed(words[max(0, i - 4) : i]):
        if token.pos not in {"DET", "ADJ", "NOUN", "PROPN", "PRON"}:
            break
        phrase.insert(0, token)
    return phrase


def _attribution(
    words: Sequence[Token], span: Span, times: Sequence[TimeExpression], verb: str | None, grammar: Grammar
) -> Attribution:
    data = grammar.data["attribution"]
    nouns = [t for t in words if t.pos in {"NOUN", "PROPN"} and t.lemma not in data["nouns"]]
    time = next((t for t in times if span.contains(t.span)), None)
    return Attribution(
        speakers=(" ".join(t.text for t in nouns),) if nouns else (),
        kind=_speaker_kind(nouns, grammar),
        verb=verb,
        time=time,
        span=span,
    )


def _speaker_kind(nouns: Sequence[Token], grammar: Grammar) -> str:
    data = grammar.data["attribution"]
    for kind, key in (("authority", "authorities"), ("media", "media")):
        known = {w.lower() for w in data[key]}
        for token in nouns:
            lemma = token.lemma.lower()
            if lemma in known or any(lemma.endswith(w) for w in known if len(w) >= 6):
                return kind
    return "party" if nouns else "unknown"


def _is_indirect(words: Sequence[Token], grammar: Grammar) -> bool:
    return any(t.lower in grammar.data["modality"]["reported_forms"] for t in words)
