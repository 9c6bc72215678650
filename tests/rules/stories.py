"""The examples of the rules' pages: small stories that are scanned and compared with what they expect.

A story is a fenced block of the language ``story``::

    name: two towns for one meeting
    expect: place contradiction a.txt "Husum" b.md "Heide"
    --- a.txt (lang=de)
    Text of the first article ...
    --- b.md (lang=en, published=2024-05-03, source=Outlet)
    Text of the second ...

Each ``expect`` line is one finding: kind, verdict, then for every statement its file and the words that it marks.
``expect: nothing`` is a story that must stay silent. Findings of verdict ``consistent`` are compared only in stories
that expect one; apart from them everything that is reported must be expected.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from factcheck.articles import ReadOptions
from factcheck.config import load
from factcheck.model import Finding, Report, Severity, Verdict
from factcheck.pipeline import scan

_BLOCK = re.compile(r"^```story\n(.*?)^```$", re.S | re.M)
_HEADING = re.compile(r"^## (.+)$", re.M)
_FILE = re.compile(r"--- (?P<name>\S+)(?: \((?P<about>.*)\))?")
_FRONT_MATTER = {"lang": "lang", "published": "date", "source": "source"}
NOTHING = "nothing"
GAPS = "Known gaps"

Seen = tuple[str, str, tuple[tuple[str, str], ...]]
"""Kind, verdict and the sorted (file, words) of a finding's statements."""


@dataclass(frozen=True, slots=True)
class Article:
    """One file of a story."""

    name: str
    about: tuple[tuple[str, str], ...]
    """Keys of front matter or a sidecar, with their values."""
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """One example of a page."""

    kind: str
    heading: str
    name: str
    expected: tuple[Seen, ...]
    articles: tuple[Article, ...]

    @property
    def is_gap(self) -> bool:
        return self.heading == GAPS

    @property
    def id(self) -> str:
        return f"{self.kind}: {self.name}"


def stories_of(kind: str, page: str) -> Iterator[Story]:
    """The stories of a page in their order. Raises ValueError for a block that is no story."""
    headings = [(match.start(), match[1]) for match in _HEADING.finditer(page)]
    for block in _BLOCK.finditer(page):
        heading = [title for start, title in headings if start < block.start()][-1]
        yield _story(kind, heading, block[1].splitlines())


def _story(kind: str, heading: str, lines: list[str]) -> Story:
    starts = [i for i, line in enumerate(lines) if _FILE.fullmatch(line)]
    if not starts:
        raise ValueError(f"a story without articles: {lines[:2]}")
    head = [line.partition(": ") for line in lines[: starts[0]]]
    if [key for key, _, _ in head[:2]] != ["name", "expect"] or {key for key, _, _ in head[2:]} - {"expect"}:
        raise ValueError(f"a story begins with its name and what it expects: {lines[:2]}")
    expected = [value for key, _, value in head if key == "expect" and value != NOTHING]
    articles = tuple(_article(lines[i:j]) for i, j in zip(starts, [*starts[1:], len(lines)], strict=True))
    return Story(kind, heading, head[0][2], tuple(sorted(_seen(line) for line in expected)), articles)


def _seen(line: str) -> Seen:
    kind, verdict, *rest = shlex.split(line)
    if not rest or len(rest) % 2:
        raise ValueError(f"each file needs the words that are marked in it: {line}")
    return kind, verdict, tuple(sorted(zip(rest[::2], rest[1::2], strict=True)))


def _article(lines: list[str]) -> Article:
    match = _FILE.fullmatch(lines[0])
    assert match is not None
    about = [part.strip().partition("=") for part in (match["about"] or "").split(",") if part.strip()]
    if unknown := [key for key, _, _ in about if key not in _FRONT_MATTER]:
        raise ValueError(f"unknown in {lines[0]}: {unknown}")
    return Article(match["name"], tuple((key, value) for key, _, value in about), "\n".join(lines[1:]) + "\n")


def write(story: Story, folder: Path) -> None:
    """The story's articles as files: front matter in .md, a sidecar beside the others."""
    for article in story.articles:
        known = {_FRONT_MATTER[key]: value for key, value in article.about}
        header = yaml.safe_dump(known, allow_unicode=True) if known else ""
        file = folder / article.name
        if file.suffix == ".md":
            file.write_text(f"---\n{header}---\n\n{article.text}" if header else article.text, encoding="utf-8")
            continue
        file.write_text(article.text, encoding="utf-8")
        if header:
            file.with_suffix(".meta.yaml").write_text(header, encoding="utf-8")


def report_of(folder: Path) -> Report:
    """A scan of the folder with the default rules."""
    return scan([str(folder)], load((), folder), ReadOptions(), start=folder)


def seen(finding: Finding, report: Report) -> Seen:
    """What a story can say of a finding."""
    texts = {document.id: document.text for document in report.documents}
    marked = {(Path(s.document).name, texts[s.document][s.span.start : s.span.end]) for s in finding.statements}
    return finding.kind, finding.verdict.value, tuple(sorted(marked))


def result(story: Story, folder: Path) -> tuple[Seen, ...]:
    """What a scan of the story reports, in the form of ``Story.expected``."""
    write(story, folder)
    report = report_of(folder)
    if len(report.documents) != len(story.articles) or report.skipped:
        raise AssertionError(f"not every article was read: {report.skipped}")
    with_notes = any(verdict == Verdict.CONSISTENT.value for _, verdict, _ in story.expected)
    return tuple(sorted(seen(f, report) for f in report.findings if with_notes or f.severity is not Severity.INFO))
