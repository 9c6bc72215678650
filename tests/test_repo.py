"""The checkout itself: what the documents promise, the corpus and its list of planted contradictions.

Skipped where there is no checkout around the tests (they also run against an installed wheel).
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import factcheck

ROOT = Path(__file__).resolve().parent.parent
if not (ROOT / "pyproject.toml").exists():
    pytest.skip("no checkout around the tests", allow_module_level=True)

SETUP_COMMANDS = [
    "python3 -m venv .venv && .venv/bin/pip install -q -e . && .venv/bin/factcheck scan corpus/",
    "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/python -m pytest",
]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
STORIES = ("moebellager-brand", "putin-kim", "strassenbahn-rostock")
ARTICLE_SUFFIXES = {".md", ".txt", ".html"}
GENERATED = {"build", "dist", "__pycache__", "node_modules"}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def texts() -> Iterator[tuple[str, str]]:
    """(path, content) of every text file of the checkout that a person or a tool of ours wrote."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = parts[0].startswith(".") and parts[0] not in {".ci", ".gitignore"}
        if path.is_file() and not hidden and not GENERATED.intersection(parts):
            try:
                yield "/".join(parts), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


# --- commands and documents ---------------------------------------------------------------------------


def test_readme_has_exactly_the_two_setup_commands() -> None:
    blocks = re.findall(r"^```(?:sh|bash|shell|console)\n(.*?)^```", read("README.md"), re.S | re.M)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    assert [line for line in lines if "-m venv" in line or "pip install" in line] == SETUP_COMMANDS


def test_ci_runs_the_commands_of_the_readme() -> None:
    lines = read(".ci/run").splitlines()
    commands = [line.removesuffix(" || code=$?") for line in lines if line.startswith("python3 -m venv .venv")]
    assert commands == SETUP_COMMANDS
    assert lines[-1] == SETUP_COMMANDS[1]


def test_changelog_has_the_version() -> None:
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", read("CHANGELOG.md"), re.M)
    assert versions[:1] == [factcheck.__version__]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_point_at_files_that_exist(document: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", read(document))
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_paths_in_the_prose_exist(document: str) -> None:
    named = re.findall(r"`((?:factcheck|tests|tools|corpus|\.ci)/[\w./-]*)`", read(document))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_no_file_mentions_a_path_of_one_machine() -> None:
    pattern = re.compile(r"(?<![\w./:*-])/(?:home|root|Users|work|mnt)/\w")
    seen = dict(texts())
    assert {"README.md", ".ci/run", "factcheck/model.py", "tests/test_repo.py"} <= seen.keys()
    assert [path for path, text in seen.items() if pattern.search(text)] == []


# --- the corpus ---------------------------------------------------------------------------------------


def gold(story: str) -> dict[str, Any]:
    data = yaml.safe_load(read(f"corpus/{story}/gold.yaml"))
    assert isinstance(data, dict)
    return data


def article_text(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = re.sub(r"</?(?:a|b|em|i|strong)\b[^>]*>", "", text)
        text = html.unescape(re.sub(r"<[^>]*>", " ", text))
    return " ".join(text.split())


def test_the_corpus_is_what_about_yaml_says() -> None:
    about = yaml.safe_load(read("corpus/about.yaml"))
    listed = {f"{story}/{name}" for story, entry in about["stories"].items() for name in entry["articles"]}
    found = {
        path.relative_to(ROOT / "corpus").as_posix()
        for path in (ROOT / "corpus").rglob("*")
        if path.suffix in ARTICLE_SUFFIXES
    }
    assert listed == found
    assert tuple(sorted(about["stories"])) == STORIES
    assert Counter(Path(name).suffix for name in found) == {".md": 6, ".txt": 5, ".html": 4}


@pytest.mark.parametrize("story", STORIES)
def test_planted_statements_stand_in_their_articles(story: str) -> None:
    entries = [entry for group in ("conflicts", "allowed", "traps") for entry in gold(story)[group]]
    cited = [(entry["id"], s["file"], s["quote"]) for entry in entries for s in entry["statements"]]
    assert len(cited) >= 2 * len(entries) > 20
    articles = {path.name: article_text(path) for path in (ROOT / "corpus" / story).iterdir()}
    assert [item for item in cited if item[2] not in articles[item[1]]] == []


@pytest.mark.parametrize("story", STORIES)
def test_planted_entries_are_complete(story: str) -> None:
    entries = gold(story)
    conflict_keys = {"id", "kind", "verdict", "level", "statements", "why"}
    wanted = {"conflicts": conflict_keys, "allowed": conflict_keys - {"verdict", "level"}}
    wanted["traps"] = wanted["allowed"]
    assert [e["id"] for group, keys in wanted.items() for e in entries[group] if set(e) != keys] == []
    ids = [e["id"] for group in wanted for e in entries[group]]
    assert len(ids) == len(set(ids))
