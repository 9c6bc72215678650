"""The example corpus against the lists of what is planted in it (gold.yaml)."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.model import Finding, Report, Severity, Verdict

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
if not CORPUS.is_dir():
    pytest.skip("no corpus: not a checkout", allow_module_level=True)

COVERAGE = 0.6
"""Share of a planted quote's words that a statement's sentence must hold."""
GOLD: dict[str, dict[str, Any]] = {
    path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(CORPUS.glob("*/gold.yaml"))
}
MISSED = {
    ("moebellager-brand", "c3"): "the night to Sunday against the early hours of Saturday",
    ("putin-kim", "c3"): "the day of a report against the day of the event",
    ("putin-kim", "c5"): "train or plane",
    ("strassenbahn-rostock", "c2"): "a Sunday whose date was a Saturday, the day of the other article",
    ("strassenbahn-rostock", "c4"): "a rank in its series",
}
SPRUNG: dict[tuple[str, str], str] = {}
FALSE = {
    ("date", "nordwest-rundschau.txt", "pacific-ledger.md"): "two meetings",
}


def _planted(part: str, known: dict[tuple[str, str], str]) -> list[Any]:
    found = []
    for story, gold in GOLD.items():
        for entry in gold[part]:
            why = known.get((story, entry["id"]))
            marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=why)] if why else []
            found.append(pytest.param(story, entry, id=f"{story} {entry['id']} {entry['kind']}", marks=marks))
    return found


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", html.unescape(text).casefold()))


def _loud(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity is not Severity.INFO]


def _files(finding: Finding) -> tuple[str, ...]:
    return tuple(sorted({Path(s.document).name for s in finding.statements}))


def _covers(finding: Finding, planted: dict[str, str], report: Report) -> bool:
    quote = _words(planted["quote"])
    texts = {document.id: document.text for document in report.documents}
    sentences = [
        texts[s.document][s.sentence_span.start : s.sentence_span.end]
        for s in finding.statements
        if Path(s.document).name == planted["file"]
    ]
    return any((quote & _words(sentence)).total() >= COVERAGE * quote.total() for sentence in sentences)


def _cited(finding: Finding, entry: dict[str, Any], report: Report) -> int:
    return sum(_covers(finding, statement, report) for statement in entry["statements"])


def _is_reported(finding: Finding, entry: dict[str, Any], report: Report) -> bool:
    return finding.kind == entry["kind"] and _cited(finding, entry, report) == len(entry["statements"])


def test_there_is_a_corpus() -> None:
    assert sorted(GOLD) == ["moebellager-brand", "putin-kim", "strassenbahn-rostock"]
    assert all(gold["conflicts"] and gold["traps"] for gold in GOLD.values())


def test_every_article_is_read(corpus_report: Report) -> None:
    assert corpus_report.skipped == ()
    assert len(corpus_report.documents) == 15


@pytest.mark.parametrize(("story", "conflict"), _planted("conflicts", MISSED))
def test_planted_conflict_is_found(story: str, conflict: dict[str, Any], corpus_report: Report) -> None:
    found = [f for f in _loud(corpus_report) if _is_reported(f, conflict, corpus_report)]
    assert found != []
    assert {f.verdict.value for f in found} == {conflict["verdict"]}


@pytest.mark.parametrize(("story", "trap"), _planted("traps", SPRUNG))
def test_near_miss_is_not_reported(story: str, trap: dict[str, Any], corpus_report: Report) -> None:
    conflicts = GOLD[story]["conflicts"]
    sprung = [
        f.message
        for f in _loud(corpus_report)
        if _cited(f, trap, corpus_report) >= 2 and not any(_is_reported(f, c, corpus_report) for c in conflicts)
    ]
    assert sprung == []


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="; ".join(FALSE.values()))
def test_nothing_else_is_reported(corpus_report: Report) -> None:
    assert _unexplained(corpus_report) == []


def test_what_else_is_reported_is_known(corpus_report: Report) -> None:
    assert sorted((kind, *files) for kind, files, _ in _unexplained(corpus_report)) == sorted(FALSE)


def _unexplained(report: Report) -> list[tuple[str, tuple[str, ...], str]]:
    """Kind, files and message of the findings that cite no two statements of anything that is planted."""
    entries = [e for gold in GOLD.values() for part in ("conflicts", "allowed", "traps") for e in gold[part]]
    return [
        (f.kind, _files(f), f.message)
        for f in _loud(report)
        if not any(_cited(f, entry, report) >= 2 for entry in entries)
    ]


def test_the_meeting_has_one_place(corpus_report: Report) -> None:
    """The finding of the README: every outlet's name of either place in one finding."""
    found = [f for f in corpus_report.findings if f.kind == "place"]
    assert [(f.verdict, f.severity, f.predicate) for f in found] == [(Verdict.CONTRADICTION, Severity.ERROR, "meeting")]
    keys = {dict(s.value.data)["key"] for s in found[0].statements}
    assert len(keys) == 2


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="the ranks are of two sorts of noun: Reise, visit")
def test_two_ranks_that_both_hold_are_a_note(corpus_report: Report) -> None:
    notes = [f for f in corpus_report.findings if f.verdict is Verdict.CONSISTENT]
    assert ("ordinal", ("fernost-depesche.md", "harbour-gazette.html"), Severity.INFO) in [
        (f.kind, _files(f), f.severity) for f in notes
    ]
