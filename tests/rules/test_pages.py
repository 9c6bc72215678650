"""Every kind of conflict has a page, and every example on it comes out as the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from stories import Story, result, stories_of

from factcheck.config import KINDS as CONFIGURED
from factcheck.config import load
from factcheck.errors import UsageError
from factcheck.rules import KINDS
from factcheck.rules.page import page, pages

HEADINGS = ["What it does", "Why it matters", "Examples", "When to ignore", "Configuration"]
LEAST_STORIES = 6
SILENT_SHARE = (0.3, 0.7)
STORIES = [story for kind, text in pages().items() for story in stories_of(kind, text)]


def _param(story: Story) -> object:
    gap = pytest.mark.xfail(strict=True, raises=AssertionError, reason="a known gap of the rule")
    return pytest.param(story, id=story.id, marks=[gap] if story.is_gap else [])


@pytest.mark.parametrize("story", [_param(story) for story in STORIES])
def test_example(story: Story, tmp_path: Path) -> None:
    assert result(story, tmp_path) == story.expected


@pytest.mark.parametrize("kind", sorted(pages()))
def test_page_has_the_fixed_headings(kind: str) -> None:
    text = page(kind)
    assert re.findall(r"^# (.+)$", text, re.M) == [kind]
    assert [h for h in re.findall(r"^## (.+)$", text, re.M) if h != "Known gaps"] == HEADINGS


@pytest.mark.parametrize("kind", sorted(pages()))
def test_page_has_stories_in_both_directions_and_languages(kind: str) -> None:
    own = [story for story in STORIES if story.kind == kind]
    assert len(own) >= LEAST_STORIES
    silent = sum(not story.expected for story in own) / len(own)
    assert SILENT_SHARE[0] <= silent <= SILENT_SHARE[1]
    assert {dict(a.about).get("lang") for story in own for a in story.articles} >= {"de", "en"}
    assert len({story.name for story in own}) == len(own)


def test_every_kind_that_is_implemented_has_a_page() -> None:
    assert sorted(set(KINDS) - set(pages())) == []


def test_every_page_is_of_a_kind_that_rules_may_have() -> None:
    assert sorted(set(pages()) - set(CONFIGURED)) == []


def test_every_default_rule_has_a_page(tmp_path: Path) -> None:
    rules = [rule for rule in load((), tmp_path).rules if rule.kind in KINDS]
    assert len(rules) >= len(KINDS)
    assert [rule.id for rule in rules if page(rule.id) != page(rule.kind)] == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("date-conflct", 'no rule "date-conflct", did you mean "date-conflict"?'),
        ("plce", 'no rule "plce", did you mean "place"?'),
    ],
)
def test_an_unknown_rule_is_met_with_a_suggestion(name: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        page(name)
    assert str(caught.value) == told


@pytest.mark.parametrize("name", ["", "../page", "§§§"])
def test_a_name_like_no_rule_is_met_with_the_list(name: str) -> None:
    with pytest.raises(UsageError, match=r"there are .*date-conflict.*place-conflict"):
        page(name)


def test_a_block_that_is_no_story_is_an_error() -> None:
    for block in (
        "name: a\nexpect: nothing\n",
        "expect: nothing\n--- a.txt\nText\n",
        "name: a\nexpect: date tension a.txt\n--- a.txt\nText\n",
    ):
        with pytest.raises(ValueError, match=r"."):
            list(stories_of("date", f"# date\n\n## Examples\n\n```story\n{block}```\n"))
