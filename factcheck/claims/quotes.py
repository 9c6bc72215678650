"""Words inside quotation marks."""

from __future__ import annotations

from factcheck.model import Clause, Sentence

_PAIRS = {"„": '“”"', "“": '”“"', '"': '"', "«": "»", "»": "«"}


def quote_in(text: str, sentence: Sentence, clause: Clause) -> str | None:
    """The longest quotation of the sentence that overlaps the clause, without its marks, or None.

    A quotation that the sentence does not close runs to its end.
    """
    tokens = sentence.tokens
    first, last = tokens[clause.tokens[0]].span.start, tokens[clause.tokens[-1]].span.end
    best = ""
    i = 0
    while i < len(tokens):
        closers = _PAIRS.get(tokens[i].text)
        if closers is None:
            i += 1
            continue
        end = next((j for j in range(i + 1, len(tokens)) if tokens[j].text in closers), len(tokens))
        start_at = tokens[i].span.end
        end_at = tokens[end].span.start if end < len(tokens) else sentence.span.end
        if start_at < last and first < end_at and end_at - start_at > len(best):
            best = text[start_at:end_at]
        i = end + 1
    return best.strip() or None
