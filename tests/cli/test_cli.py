"""The command: exit codes, streams, flags. The pipeline is a stand-in that reports what the test says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fake_pipeline import fake_pipeline
from report_example import DATE, EMPTY, ORDINAL, PLACE, REPORT, TUESDAY, A

import factcheck
from factcheck.articles import ReadOptions
from factcheck.cli import app, main
from factcheck.errors import ArticleError, UsageError
from factcheck.model import Report, Skipped

READ = replace(REPORT, skipped=())
CLEAN = replace(READ, findings=())
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run the command in an empty folder: ``run(report, *arguments)`` gives code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "FACTCHECK_DEBUG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def run(report: Report | BaseException | ModuleType, *arguments: str) -> tuple[int, str, str]:
        pipeline = report if isinstance(report, ModuleType) else fake_pipeline(report, (TUESDAY,))
        monkeypatch.setitem(sys.modules, "factcheck.pipeline", pipeline)
        monkeypatch.setattr(factcheck, "pipeline", pipeline, raising=False)
        monkeypatch.setattr(sys, "argv", ["factcheck", *arguments])
        with pytest.raises(SystemExit) as caught:
            main()
        out, err = capfd.readouterr()
        return int(caught.value.code or 0), out, err

    return run


# --- exit codes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("report", "arguments", "code"),
    [
        (CLEAN, (), 0),
        (READ, (), 1),
        (replace(READ, findings=(DATE, ORDINAL)), (), 0),
        (replace(READ, findings=(DATE, ORDINAL)), ("--fail-on", "warning"), 1),
        (replace(READ, findings=(ORDINAL,)), ("--fail-on", "warning"), 0),
        (replace(READ, findings=(ORDINAL,)), ("--fail-on", "info"), 1),
        (READ, ("--fail-on", "never"), 0),
        (READ, ("--min-confidence", "0.95"), 0),
        (READ, ("--min-confidence", "0.92"), 1),
        (replace(READ, findings=(DATE,)), ("--min-severity", "error", "--fail-on", "warning"), 0),
        (replace(READ, findings=(replace(PLACE, baselined=True),)), (), 0),
        (replace(READ, findings=(replace(PLACE, suppressed="seen"),)), ("--fail-on", "info"), 0),
        (REPORT, (), 3),
        (replace(CLEAN, skipped=REPORT.skipped), (), 3),
        (REPORT, ("--allow-skipped",), 1),
        (replace(CLEAN, skipped=REPORT.skipped), ("--allow-skipped",), 0),
        (EMPTY, (), 3),
        (EMPTY, ("--allow-skipped",), 3),
    ],
)
@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_exit_codes(report: Report, arguments: tuple[str, ...], code: int, form: str, run: Run) -> None:
    assert run(report, "scan", "x", "--format", form, *arguments)[0] == code


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (UsageError("no such file: x"), 2, "factcheck: error: no such file: x\n"),
        (ArticleError("empty", "nothing in it"), 3, "factcheck: error: nothing in it\n"),
        (KeyboardInterrupt(), 130, ""),
        (
            RuntimeError("odd\x1b[31m"),
            4,
            "factcheck: internal error: RuntimeError: odd\\x1b[31m\n"
            "factcheck: this is a fault of factcheck, please report it "
            "(FACTCHECK_DEBUG=1 shows where it happened)\n",
        ),
    ],
)
@pytest.mark.parametrize("command", [("scan", "x"), ("claims", "x"), ("tag", "x"), ("explain", "7f3a9c01", "x")])
def test_errors(error: BaseException, code: int, told: str, command: tuple[str, ...], run: Run) -> None:
    assert run(error, *command) == (code, "", told)


def test_a_traceback_is_shown_on_demand(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    code, _, err = run(RuntimeError("odd"), "scan", "x")
    assert (code, err.startswith("Traceback"), "RuntimeError: odd" in err) == (4, True, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("scan", "x", "--published", "7/8/2024"),
            '--published: not a date: "7/8/2024"; write it like 2023-09-13',
        ),
        (("scan", "x", "--lang", "xx"), '--lang: no language data for "xx"; there is: de, en'),
        (("scan", "x", "-r", "none.yaml"), "none.yaml: can't read the rules file: No such file or directory"),
        (("scan", "x", "-o", "none/x.json"), "none/x.json: the folder none does not exist"),
        (("scan", "x", "-o", "."), ".: is a folder"),
        (("explain", "7F3A9C01"), "7F3A9C01 looks like a finding's id: say too which paths it was found in"),
        (
            ("explain", "f", "x"),
            'no finding has the id "f"; there are: 00c0de00, 0badf00d, 7f3a9c01, c0ffee11',
        ),
        (("explain", "0", "x"), 'several findings start with "0"; there are: 00c0de00, 0badf00d'),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], told: str, run: Run) -> None:
    assert run(replace(READ, findings=()) if "-o" in arguments else READ, *arguments) == (
        2,
        "",
        f"factcheck: error: {told}\n",
    )


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("scan",),
        ("scan", "x", "--format", "yaml"),
        ("scan", "x", "--fail-on", "fatal"),
        ("scan", "x", "--min-confidence", "2"),
        ("scan", "x", "--min-confidence", "nan"),
        ("scan", "x", "--nothing"),
        ("schema", "nothing"),
        ("nothing",),
    ],
)
def test_usage_that_cannot_be_read(arguments: tuple[str, ...], run: Run) -> None:
    code, out, err = run(READ, *arguments)
    assert (code, "Usage: factcheck" in out + err) == (2, True)


def test_a_fault_in_the_rules_is_told_with_its_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("rules:\n  - id: date-conflict\n    severty: {}\n")
    told = 'factcheck: error: rules.yaml:3:5: unknown key "severty", did you mean "severity"?\n'
    assert run(READ, "scan", "x") == (2, "", told)


# --- what goes where ----------------------------------------------------------------------------------


def test_json_is_alone_on_stdout(run: Run) -> None:
    warned = replace(
        REPORT,
        warnings=("no gazetteer",),
        documents=(replace(A, warnings=("guessed",)), *REPORT.documents[1:]),
    )
    code, out, err = run(warned, "scan", "x", "--format", "json")
    assert code == 3
    assert [finding["id"] for finding in json.loads(out)["findings"]] == [
        "7f3a9c01",
        "0badf00d",
        "c0ffee11",
        "00c0de00",
    ]
    assert err == (
        "factcheck: warning: no gazetteer\n"
        "factcheck: warning: bote/brücke.txt: guessed\n"
        "factcheck: skipped: leer.txt: the file is empty\n"
    )


def test_the_full_report_tells_of_skipped_articles_itself(run: Run) -> None:
    _, out, err = run(REPORT, "scan", "x")
    assert ("skipped: leer.txt: the file is empty" in out, err) == (True, "")


def test_a_pipe_gets_80_columns_without_colour(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    _, out, _ = run(READ, "scan", "x")
    assert ("\x1b" in out, max(map(len, out.splitlines())) <= 80) == (False, True)
    assert "factcheck explain 7f3a9c01 x\n" in out


@pytest.mark.parametrize(
    ("setting", "colored"), [({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)]
)
def test_colour_by_environment(
    setting: dict[str, str], colored: bool, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b" in run(READ, "scan", "x")[1]) is colored


def test_output_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    code, out, _ = run(READ, "scan", "x", "--format", "json", "-o", "report.json")
    assert (code, out) == (1, "")
    assert len(json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["findings"]) == 4


def test_hidden_findings_are_not_in_the_report(run: Run) -> None:
    out = run(READ, "scan", "x", "--format", "json", "--min-severity", "warning", "--min-confidence", "0.9")[1]
    report = json.loads(out)
    assert [finding["id"] for finding in report["findings"]] == ["7f3a9c01", "0badf00d"]
    assert report["summary"]["findings"] == {"error": 2, "warning": 0, "info": 0}


@pytest.mark.parametrize("command", ["scan", "claims", "tag"])
def test_no_article_at_all_is_told(command: str, run: Run) -> None:
    told = "factcheck: error: no readable article; in folders .txt, .md, .html and .htm files are read\n"
    code, _, err = run(EMPTY, command, "x", "--format", "jsonl" if command == "tag" else "json")
    assert (code, err) == (3, told)


def test_verbose_tells_what_is_known_of_each_article(run: Run) -> None:
    _, _, err = run(READ, "scan", "x", "-v")
    assert err.splitlines()[0] == ("factcheck: bote/brücke.txt: de (detected), Küstenbote, 2023-09-13 (sidecar)")


def test_names_of_files_that_are_no_unicode(run: Run, tmp_path: Path) -> None:
    odd = replace(CLEAN, skipped=(Skipped("a\udcff\x1b.txt", "empty", "the file is empty"),))
    _, out, err = run(odd, "scan", "x", "--format", "json")
    assert json.loads(out)["skipped"][0]["file"] == "a\udcff\x1b.txt"
    assert err == "factcheck: skipped: a\\udcff\\x1b.txt: the file is empty\n"


# --- what the pipeline is asked -----------------------------------------------------------------------


def test_flags_reach_the_pipeline(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("sources: [{files: '*', outlet: Bote}]\nsettings: {fail_on: never}\n")
    pipeline = fake_pipeline(READ)
    flags = ["--published", "13.09.2023", "--source", "Wire", "--lang", "de", "--stdin-filename", "draft.txt"]
    assert run(pipeline, "scan", "-", "a", "-r", "own.yaml", *flags)[0] == 0
    asked: dict[str, Any] = pipeline.calls[0]  # type: ignore[attr-defined]
    sources = asked["config"].sources
    assert asked["paths"] == ["-", "a"]
    assert asked["options"] == ReadOptions(date(2023, 9, 13), "Wire", "de", sources, "draft.txt")
    assert [source.outlet for source in sources] == ["Bote"]
    assert asked["start"] == tmp_path
    assert asked["progress"] is None


def test_the_hint_repeats_what_was_asked(run: Run) -> None:
    arguments = ["a b", "--published", "2023-09-13", "--lang", "de"]
    explain = "= next: factcheck explain 7f3a9c01 'a b' --published 2023-09-13 --lang de\n"
    assert explain in run(READ, "scan", *arguments)[1]
    assert "= next: factcheck explain 7f3a9c01 PATHS\n" in run(READ, "scan", "a", "b", "c", "d")[1]


def test_settings_of_the_rules_file_hold_without_flags(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("settings: {fail_on: never, min_severity: error, allow_skipped: true}\n")
    code, out, _ = run(REPORT, "scan", "x", "--format", "concise")
    assert (code, out.splitlines()[-1]) == (0, "2 errors in 3 articles (3 claims), 1 skipped")
    assert run(REPORT, "scan", "x", "--fail-on", "error")[0] == 1


# --- the other commands -------------------------------------------------------------------------------


def test_claims(run: Run) -> None:
    code, out, _ = run(READ, "claims", "x", "--format", "json")
    assert (code, [claim["id"] for claim in json.loads(out)["claims"]]) == (0, ["c1", "c6", "c7"])
    assert len(run(READ, "claims", "x", "--format", "jsonl")[1].splitlines()) == 3
    assert run(READ, "claims", "x", "--format", "csv")[1].startswith("id,file,line,column,")
    assert run(READ, "claims", "x")[1].endswith("3 claims in 3 articles\n")
    assert [run(REPORT, "claims", "x")[0], run(REPORT, "claims", "x", "--allow-skipped")[0]] == [3, 0]


def test_tag(run: Run) -> None:
    code, out, _ = run(READ, "tag", "x", "--format", "jsonl")
    assert (code, json.loads(out)) == (
        0,
        {"doc": "brücke", "start": 73, "end": 81, "text": "Dienstag", "type": "DATE", "value": "2023-09-12"},
    )
    assert "^^^^^^^^" in run(READ, "tag", "x")[1]
    assert run(EMPTY, "tag", "x")[0] == 3


def test_explain_a_finding(run: Run) -> None:
    code, out, _ = run(READ, "explain", "7F3A", "x")
    assert (code, "How it follows\n" in out) == (0, True)


def test_explain_a_rule(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = ModuleType("factcheck.rules")
    rules.page = lambda name: f"# {name}\n"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "factcheck.rules", rules)
    monkeypatch.setattr(factcheck, "rules", rules, raising=False)
    assert run(READ, "explain", "date-conflict") == (0, "# date-conflict\n", "")


@pytest.mark.parametrize("name", ["report", "claims", "tag", "rules"])
def test_schema(name: str, run: Run) -> None:
    code, out, err = run(READ, "schema", name)
    schema = json.loads(out)
    assert (code, schema["$schema"], err) == (0, "https://json-schema.org/draft/2020-12/schema", "")


def test_version(run: Run) -> None:
    assert run(READ, "--version") == (0, f"factcheck {factcheck.__version__}\n", "")


COMMANDS = ("scan", "claims", "tag", "explain", "schema")


def test_these_are_all_commands() -> None:
    assert tuple(info.callback.__name__ for info in app.registered_commands if info.callback) == COMMANDS


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_a_manual_with_examples(command: str, run: Run) -> None:
    code, out, _ = run(READ, *command.split(), "--help")
    assert (code, "Examples:" in out, f"factcheck {command}" in out) == (0, True, True)
    assert [line for line in out.splitlines() if len(line) > 100] == []


# --- as a process -------------------------------------------------------------------------------------

SCRIPT = """
import sys, factcheck
sys.path[:0] = {paths!r}
from fake_pipeline import fake_pipeline
from report_example import REPORT
from dataclasses import replace
factcheck.pipeline = sys.modules["factcheck.pipeline"] = fake_pipeline(
    replace(REPORT, skipped=(), documents=REPORT.documents * {times}, findings=REPORT.findings * {times})
)
from factcheck.cli import main
main()
"""


def command(*arguments: str, times: int = 1) -> list[str]:
    here = Path(__file__).parent
    script = SCRIPT.format(paths=[str(here), str(here.parent / "report")], times=times)
    return [sys.executable, "-c", script, *arguments]


def test_a_closed_pipe_is_silent_and_keeps_the_code() -> None:
    with subprocess.Popen(command("scan", "x", times=400), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()
        assert (process.wait(timeout=60), err) == (1, b"")


def test_output_is_utf8_whatever_the_locale() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(
        command("scan", "x", "--format", "json"),
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, "brücke".encode() in done.stdout) == (1, True)


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_same_bytes_under_every_hash_seed_and_zone(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "1" else "UTC"}
    done = subprocess.run(
        command("scan", "x", "--format", "json"),
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )
    reference = subprocess.run(command("scan", "x", "--format", "json"), capture_output=True, timeout=60, check=False)
    assert done.stdout == reference.stdout


def test_nothing_heavy_is_imported_for_help_and_version() -> None:
    script = (
        "import sys\nfrom factcheck.cli import main\nsys.argv = ['factcheck', '--version']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted({'numpy', 'trafilatura', 'rich', 'yaml', 'factcheck.articles'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert re.fullmatch(r"factcheck \S+\n\[\]\n", done.stdout)
