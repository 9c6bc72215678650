"""The library's front door: the rooms, called in order. Reads the files it is given; prints nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from factcheck.articles import ReadOptions, read
from factcheck.claims import claims_of
from factcheck.config import Config, RuleConfig
from factcheck.extract.extras import NOTHING, Extras
from factcheck.extract.reading import Reading
from factcheck.extract.reading import read as read_sentences
from factcheck.extract.temporal import tagger
from factcheck.gazetteer.own import OwnPlace
from factcheck.languages import load
from factcheck.linking.score import logit
from factcheck.linking.stories import stories_of
from factcheck.linking.story import view_of
from factcheck.linking.vectors import Vectors
from factcheck.model import BlockKind, Claim, Document, Finding, Report, TimeExpression
from factcheck.rules.engine import ActiveRule, run, sort_key
from factcheck.rules.findings import RuleSetting

_PER_WORKER, _CHUNK = 40, 8
"""Articles that make one more process worth starting, and that are handed to it at a time."""

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done and how much there is."""


def scan(
    paths: Sequence[str],
    config: Config,
    options: ReadOptions,
    *,
    start: Path,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Report:
    """Read the articles and report what can't all be true. Raises FactcheckError for what a user can mend."""
    documents, skipped = read(paths, options, start=start, stdin=stdin)
    tell = progress or _silent
    readings: dict[str, tuple[Reading, ...]] = {}
    claims: dict[str, tuple[Claim, ...]] = {}
    count = 0
    for done, (document, (found, local)) in enumerate(
        zip(documents, _extracted(documents, extras_of(config)), strict=True)
    ):
        tell("reading", done, len(documents))
        readings[document.id] = found
        claims[document.id] = tuple(replace(claim, id=f"c{count + i}") for i, claim in enumerate(local, 1))
        count += len(local)
    findings = _findings(documents, readings, claims, config, tell)
    return Report(
        documents=documents,
        sentences={d: tuple(r.sentence for r in found) for d, found in readings.items()},
        claims=tuple(claim for document in documents for claim in claims[document.id]),
        events=(),
        findings=findings,
        skipped=skipped,
    )


def extract(document: Document, extras: Extras = NOTHING) -> tuple[tuple[Reading, ...], tuple[Claim, ...]]:
    """The readings and claims of one article: pure and picklable, so that it can run anywhere."""
    readings = read_sentences(document, extras)
    return readings, claims_of(document, readings)


def extras_of(config: Config) -> Extras:
    """The words and places that the configuration adds."""
    events = tuple(
        (name, code, word)
        for name, languages in sorted(config.events.items())
        for code, words in sorted(languages.items())
        for word in words
    )
    places = tuple(OwnPlace(p.name, p.part_of, p.aliases, p.kind, p.country) for p in config.places)
    return Extras(events, places)


def _extracted(
    documents: Sequence[Document], extras: Extras
) -> Iterator[tuple[tuple[Reading, ...], tuple[Claim, ...]]]:
    """``extract`` of each document in order, on all cores where there are enough to pay for the processes."""
    workers = min(os.cpu_count() or 1, len(documents) // _PER_WORKER)
    work = partial(extract, extras=extras)
    if workers < 2:
        yield from map(work, documents)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(work, documents, chunksize=_CHUNK)


def _findings(
    documents: Sequence[Document],
    readings: Mapping[str, Sequence[Reading]],
    claims: Mapping[str, Sequence[Claim]],
    config: Config,
    tell: Progress,
) -> tuple[Finding, ...]:
    rules = [_active(rule) for rule in config.rules if rule.enabled]
    vectors = Vectors()
    stories = stories_of(documents, claims, vectors)
    found: list[Finding] = []
    for done, story in enumerate(stories):
        tell("checking", done, len(stories))
        members = [claim for document in story for claim in claims[document.id]]
        found.extend(run(rules, view_of(story, readings, members, vectors, config.aliases)))
    return tuple(sorted(found, key=sort_key))


def _active(rule: RuleConfig) -> ActiveRule:
    min_link = rule.parameters["min_link"]
    assert isinstance(min_link, float)
    message = rule.message.get("en") or rule.message.get("")
    return ActiveRule(rule.kind, RuleSetting(rule.id, rule.severity, logit(min_link), message))


def tag(
    paths: Sequence[str],
    config: Config,
    options: ReadOptions,
    *,
    start: Path,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Iterator[tuple[Document, tuple[TimeExpression, ...]]]:
    """Each article with its temporal expressions."""
    documents, _ = read(paths, options, start=start, stdin=stdin)
    tell = progress or _silent
    for done, document in enumerate(documents):
        tell("tagging", done, len(documents))
        spans = [b.span for b in document.blocks if b.kind is not BlockKind.FURNITURE]
        yield document, tagger(load(document.language)).tag(document.text, document.published, spans)


def _silent(step: str, done: int, total: int) -> None:
    """No progress."""
