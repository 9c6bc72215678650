"""Paths to files."""

import os
from pathlib import Path

import pytest

from factcheck.articles import find
from factcheck.errors import UsageError


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "sub/c.HTML",
        "sub/d.htm",
        "e.pdf",
        "a.meta.yaml",
        ".hidden.txt",
        ".git/f.txt",
    ):
        path = tmp_path / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def ids(paths: list[str], start: Path) -> list[str]:
    return [found.id for found in find(paths, start=start)]


def test_a_folder_gives_its_articles_sorted(tree: Path) -> None:
    expected = ["corpus/a.md", "corpus/b.txt", "corpus/sub/c.HTML", "corpus/sub/d.htm"]
    assert ids(["corpus"], tree) == expected
    assert ids([str(tree / "corpus")], tree) == expected
    assert ids(["./corpus/"], tree) == expected


def test_a_named_file_is_always_taken_and_each_file_once(tree: Path) -> None:
    assert ids(["corpus/e.pdf", "corpus/b.txt", "./corpus/b.txt", "corpus/sub"], tree) == [
        "corpus/b.txt",
        "corpus/e.pdf",
        "corpus/sub/c.HTML",
        "corpus/sub/d.htm",
    ]


def test_outside_the_start_a_path_stays_as_given(tree: Path) -> None:
    start = tree / "elsewhere"
    start.mkdir()
    assert ids(["../corpus/sub"], start) == ["../corpus/sub/c.HTML", "../corpus/sub/d.htm"]
    assert ids([str(tree / "corpus" / "b.txt")], start) == [(tree / "corpus" / "b.txt").as_posix()]


def test_a_missing_path_is_wrong_usage(tree: Path) -> None:
    with pytest.raises(UsageError, match=r"no such file or folder: nowhere\.txt"):
        find(["corpus", "nowhere.txt"], start=tree)


def test_a_pipe_in_a_folder_is_passed_over(tree: Path) -> None:
    os.mkfifo(tree / "corpus" / "pipe.txt")
    assert "corpus/pipe.txt" not in ids(["corpus"], tree)


def test_a_loop_of_links_ends(tree: Path) -> None:
    (tree / "corpus" / "loop").symlink_to(tree / "corpus")
    assert len(ids(["corpus"], tree)) == 4
