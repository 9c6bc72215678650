"""Paths of the command line -> the files to read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import UsageError

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; ``path`` is None for stdin."""

    id: str
    path: Path | None


def find(paths: Sequence[str], *, start: Path, stdin_name: str = "<stdin>") -> list[Found]:
    """The articles below ``paths``, each once, sorted by id.

    Folders are walked without hidden entries and without following links to folders; in them only the
    suffixes of articles count. A file that is named is always taken. Raises UsageError for a missing path.
    """
    found: dict[str, Found] = {}
    for name in paths:
        if name == STDIN:
            found.setdefault(STDIN, Found(stdin_name, None))
            continue
        for path in _files(name, start / name):
            found.setdefault(os.path.realpath(path), Found(_id(name, path, start), path))
    return sorted(found.values(), key=lambda item: item.id)


def _id(name: str, path: Path, start: Path) -> str:
    """``path`` relative to ``start`` where below it, else as given; with forward slashes."""
    for resolve in (os.path.abspath, os.path.realpath):
        absolute, base = resolve(path), resolve(start)
        if absolute.startswith(base.rstrip(os.sep) + os.sep):
            return Path(absolute).relative_to(base).as_posix()
    return (Path(name) / path.relative_to(start / name)).as_posix()


def _files(name: str, path: Path) -> Iterator[Path]:
    if not os.path.lexists(path):
        raise UsageError(f"no such file or folder: {name}")
    if path.is_dir():
        yield from _walk(path)
    else:
        yield path


def _walk(folder: Path) -> Iterator[Path]:
    unreadable: list[Path] = []
    walk = os.walk(folder, onerror=lambda error: unreadable.append(Path(error.filename)))
    for root, folders, files in walk:
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(root, name)
            wanted = not name.startswith(".") and path.suffix.lower() in SUFFIXES
            # A dangling link is kept: reading it fails and names the reason. Pipes and devices would hang.
            if wanted and (path.is_file() or path.is_symlink()):
                yield path
    # So is a folder that can't be listed.
    yield from unreadable
