"""One road through all rooms: determinism, skipped files, stdin, the schema of what comes out."""

from __future__ import annotations

import io
import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.articles import ReadOptions
from factcheck.config import load
from factcheck.errors import FactcheckError
from factcheck.model import Report
from factcheck.pipeline import scan

ARTICLES = {
    "a.md": "---\nlang: de\ndate: 2024-03-07\nsource: Blatt\n---\n\n"
    "Das Theater am Hafen in Husum ist am Freitag eröffnet worden. Sieben Menschen wurden im Gedränge verletzt.\n",
    "b.txt": "Am Samstag wurde in Husum das Theater am Hafen eröffnet. Im Gedränge wurden neun Menschen verletzt.\n",
    "c.html": "<html lang=en><title>Theatre</title><article><p>The theatre at the harbour in Husum was opened on "
    "Friday. Seven people were injured in the crush.</p></article></html>",
}


def _written(folder: Path) -> Path:
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return _written(tmp_path)


def _scan(paths: list[str], start: Path, stdin: bytes | None = None) -> Report:
    stream = io.BytesIO(stdin) if stdin is not None else None
    return scan(paths, load((), start), ReadOptions(), start=start, stdin=stream)


def _json(folder: Path, names: list[str], **environment: str) -> bytes:
    command = [sys.executable, "-m", "factcheck", "scan", *names, "--format", "json", "--no-progress"]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, check=False, timeout=120
    )
    assert (done.returncode, done.stderr) == (1, b"")
    return done.stdout


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The JSON report of the command on the whole folder."""
    return _json(_written(tmp_path_factory.mktemp("printed")), ["."], PYTHONHASHSEED="0", TZ="UTC")


def test_the_same_bytes_whatever_the_order_the_hashes_and_the_zone(folder: Path, printed: bytes) -> None:
    again = _json(folder, ["c.html", "a.md", "b.txt"], PYTHONHASHSEED="1", TZ="Asia/Tokyo")
    assert len(json.loads(printed)["findings"]) >= 2
    assert printed == again


def test_every_order_of_the_files_gives_the_same_findings(folder: Path) -> None:
    reports = [_scan([str(folder / name) for name in order], folder) for order in itertools.permutations(ARTICLES)]
    assert len(reports) == 6
    assert [r.findings for r in reports] == [reports[0].findings] * 6
    assert reports[0].findings != ()


def test_what_can_not_be_read_is_skipped_and_told(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 8)
    report = _scan([str(folder)], folder)
    assert sorted(Path(s.file).name for s in report.skipped) == ["empty.txt", "picture.txt"]
    assert all(s.reason and s.message for s in report.skipped)
    assert len(report.documents) == len(ARTICLES)


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match=r"none\.txt"):
        _scan([str(tmp_path / "none.txt")], tmp_path)


def test_an_article_from_stdin_is_compared_with_the_files(folder: Path) -> None:
    draft = "Das Theater am Hafen in Husum wurde am Sonntag eröffnet.\n".encode()
    report = _scan(["-", str(folder / "a.md")], folder, stdin=draft)
    files = {s.document for f in report.findings for s in f.statements}
    assert [(f.kind, f.verdict.value) for f in report.findings] == [("date", "contradiction")]
    assert files == {"<stdin>", "a.md"}


def test_one_article_alone_is_silent(folder: Path) -> None:
    report = _scan([str(folder / "a.md")], folder)
    assert (len(report.documents), report.findings) == (1, ())
    assert report.claims != ()


def test_the_report_has_the_form_of_its_schema(printed: bytes) -> None:
    """Every required key is there and no value is of another type than the published schema says."""
    report = json.loads(printed)
    command = [sys.executable, "-m", "factcheck", "schema", "report"]
    schema = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=120).stdout)
    assert report["findings"] != []
    assert list(_faults(report, schema, schema, "$")) == []


_TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def _faults(value: object, schema: dict[str, object], root: dict[str, object], where: str) -> list[str]:
    """What is wrong with a value: types, required keys, enumerations; for the keywords that our schema uses."""
    if "$ref" in schema:
        name = str(schema["$ref"]).removeprefix("#/$defs/")
        return _faults(value, root["$defs"][name], root, where)  # type: ignore[index]
    if "anyOf" in schema:
        tries = [_faults(value, option, root, where) for option in schema["anyOf"]]  # type: ignore[attr-defined]
        return min(tries, key=len)
    types = schema.get("type", [])
    wanted = [types] if isinstance(types, str) else types
    if wanted and not any(isinstance(value, _TYPES[t]) for t in wanted):  # type: ignore[attr-defined]
        return [f"{where}: {type(value).__name__} is no {types}"]
    if "enum" in schema and value not in schema["enum"]:  # type: ignore[operator]
        return [f"{where}: {value!r} is none of {schema['enum']}"]
    found: list[str] = []
    if isinstance(value, dict):
        properties: dict[str, dict[str, object]] = schema.get("properties", {})  # type: ignore[assignment]
        required: list[str] = schema.get("required", [])  # type: ignore[assignment]
        found += [f"{where}: no {key}" for key in required if key not in value]
        for key in value.keys() & properties.keys():
            found += _faults(value[key], properties[key], root, f"{where}.{key}")
    if isinstance(value, list) and isinstance(schema.get("items"), dict):
        for i, item in enumerate(value):
            found += _faults(item, schema["items"], root, f"{where}[{i}]")  # type: ignore[arg-type]
    return found
