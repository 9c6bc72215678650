"""Event types, places and aliases that a user adds in rules.yaml, without code."""

from __future__ import annotations

from pathlib import Path

from factcheck.articles import ReadOptions
from factcheck.config import load
from factcheck.model import Report
from factcheck.pipeline import scan

RULES = """
events:
  wimmeln: {de: [Wimmelfest]}
places:
  - {name: Strandhalle, part_of: Rostock, aliases: [Beach Hall], kind: facility}
aliases:
  - [Nordlichter, Team Polar]
"""


def _scanned(folder: Path, text: str) -> Report:
    (folder / "rules.yaml").write_text(RULES, encoding="utf-8")
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return scan(["a.txt"], load([Path("rules.yaml")], folder), ReadOptions(language="de"), start=folder)


def test_a_place_of_the_user_is_known_with_what_contains_it(tmp_path: Path) -> None:
    report = _scanned(tmp_path, "Am Montag wurde in der Strandhalle gefeiert.")
    places = [(p.name, p.key, p.country) for claim in report.claims for p in claim.places]
    assert places == [("Strandhalle", "place:strandhalle", "DE")]


def test_a_word_of_the_user_is_an_event_type(tmp_path: Path) -> None:
    report = _scanned(tmp_path, "Am Montag war das Wimmelfest.")
    assert [claim.predicate for claim in report.claims] == ["wimmeln"]
