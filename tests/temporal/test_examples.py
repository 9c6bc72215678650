"""Every example of every row of every language's time.yaml, as "date | text with [expressions] | TYPE value
mod"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from factcheck.extract.temporal import tagger
from factcheck.languages import available, load

LANGUAGES = [code for code in available() if load(code).section("time")]


def _examples_of(row: Any) -> list[str]:
    if not isinstance(row, dict):
        return []
    found = row.get("ex") or []
    return [found] if isinstance(found, str) else list(found)


def _rows(code: str) -> Iterator[tuple[str, Any]]:
    data = load(code).section("time")
    for name in ("patterns", "examples"):
        for number, row in enumerate(data.get(name) or ()):
            yield f"{name}[{number}] {row.get('match', '') if isinstance(row, dict) else ''}", row


def _cases() -> list[Any]:
    return [
        pytest.param(code, example, id=f"{code}: {name}: {example}")
        for code in LANGUAGES
        for name, row in _rows(code)
        for example in _examples_of(row)
    ]


def _parse(example: str) -> tuple[date | None, str, list[tuple[str, str, str, str | None]]]:
    day, marked, expected = (part.strip() for part in example.split(" | "))
    texts = re.findall(r"\[([^\]]*)\]", marked)
    values = [] if expected == "none" else [part.split() for part in expected.split(";")]
    assert len(texts) == len(values), f"brackets and values differ: {example}"
    wanted = [(text, v[0], v[1], v[2] if len(v) > 2 else None) for text, v in zip(texts, values, strict=True)]
    return None if day == "-" else date.fromisoformat(day), re.sub(r"[\[\]]", "", marked), wanted


@pytest.mark.parametrize(("code", "example"), _cases())
def test_example(code: str, example: str) -> None:
    published, text, wanted = _parse(example)
    found = tagger(load(code)).tag(text, published)
    assert [(e.text, e.type, e.value, e.mod) for e in found] == wanted


def test_there_are_examples() -> None:
    assert {"de", "en"} <= set(LANGUAGES)
    assert len(_cases()) > 100


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_row_has_an_example(code: str) -> None:
    assert [name for name, row in _rows(code) if not _examples_of(row)] == []
