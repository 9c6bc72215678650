"""Imports point one way: a room imports only from rooms above it in the list."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck

PACKAGE = "factcheck"
ROOMS = (
    "errors",
    "model",
    "calendar",
    "languages",
    "text.fold",  # folding of names needs nothing of the other text modules, and the gazetteer needs it
    "lexicon",
    "gazetteer",
    "articles",
    "text",
    "extract",
    "claims",
    "linking",
    "reasoning",
    "rules",
    "report",
    "config",
    "cache",
    "pipeline",
    "cli",
    "__main__",
)


def room_of(module: str) -> str | None:
    """The room that a dotted module name below the package belongs to; the longest match wins."""
    matches = [room for room in ROOMS if module == room or module.startswith(f"{room}.")]
    return max(matches, key=len, default=None)


def module_name(path: Path, root: Path) -> str:
    """Dotted name below the package; empty for the package's own ``__init__``."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(node: ast.Import | ast.ImportFrom, path: Path, root: Path) -> Iterator[str]:
    """Names below the package that one import statement asks for (a module, or a module's member)."""
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif node.level == 0:
        names = [f"{node.module}.{alias.name}" for alias in node.names]
    else:
        package = [PACKAGE, *path.relative_to(root).parent.parts]
        base = package[: len(package) - node.level + 1] + ([node.module] if node.module else [])
        names = [".".join([*base, alias.name]) for alias in node.names]
    for name in names:
        if name.startswith(f"{PACKAGE}."):
            yield name.removeprefix(f"{PACKAGE}.")


def violations(root: Path) -> Iterator[str]:
    """``file:line: what`` for each import that points the wrong way and each module outside the rooms."""
    paths = sorted(root.rglob("*.py"))
    if not paths:
        raise AssertionError(f"no module under {root}")
    for path in paths:
        where = path.relative_to(root.parent).as_posix()
        name = module_name(path, root)
        room = room_of(name)
        if name and room is None:
            yield f"{where}:1: not in a known room"
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                rooms = {room_of(target) for target in imported(node, path, root)}
                for other in sorted(filter(None, rooms)):
                    if room is None or ROOMS.index(other) > ROOMS.index(room):
                        yield f"{where}:{node.lineno}: {room or PACKAGE} imports {other}"


def test_every_room_imports_only_from_rooms_above_it() -> None:
    assert list(violations(Path(factcheck.__file__).parent)) == []


def test_the_check_sees_every_form_of_import(tmp_path: Path) -> None:
    root = tmp_path / PACKAGE
    (root / "text").mkdir(parents=True)
    (root / "__init__.py").write_text("")
    (root / "model.py").write_text("import json\nimport factcheck.cli\n")
    (root / "text" / "__init__.py").write_text("from ..rules import date\nfrom factcheck import errors\n")
    (root / "text" / "fold.py").write_text("from . import tokens\nfrom factcheck import __version__\n")
    (root / "text" / "tokens.py").write_text("from factcheck.text.fold import fold\nfrom .fold import fold\n")
    (root / "gazetteer.py").write_text(
        "from factcheck.text import fold\n\n\ndef f() -> None:\n    from factcheck.text.tokens import x\n"
    )
    (root / "util.py").write_text("")
    assert list(violations(root)) == [
        "factcheck/gazetteer.py:5: gazetteer imports text",
        "factcheck/model.py:2: model imports cli",
        "factcheck/text/__init__.py:1: text imports rules",
        "factcheck/text/fold.py:1: text.fold imports text",
        "factcheck/util.py:1: not in a known room",
    ]


def test_the_check_does_not_pass_on_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no module"):
        list(violations(tmp_path))
