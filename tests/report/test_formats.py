"""Every format's whole output on one report."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from golden import golden
from report_example import COUNT, DATE, EMPTY, ORDINAL, PLACE, REPORT, TUESDAY, WEDNESDAY, A, C

from factcheck.model import Document, Evidence, Finding, Report, Step
from factcheck.report import claims, concise, explain, json_v1, tags, terminal

OUTPUTS: dict[str, Callable[[], str]] = {
    "report-100.txt": lambda: terminal.render(REPORT, width=100, again="articles/"),
    "report-50.txt": lambda: terminal.render(REPORT, width=50, again="articles/"),
    "report-40.txt": lambda: terminal.render(REPORT, width=40, again="articles/"),
    "report-color.txt": lambda: terminal.render(REPORT, color=True, again="PATHS"),
    "concise.txt": lambda: concise.render(REPORT),
    "report.json": lambda: json_v1.render(REPORT),
    "claims.json": lambda: claims.render_json(REPORT),
    "claims.jsonl": lambda: claims.render_jsonl(REPORT),
    "claims.csv": lambda: claims.render_csv(REPORT),
    "claims-100.txt": lambda: claims.render_table(REPORT, width=100),
    "claims-50.txt": lambda: claims.render_table(REPORT, width=50),
    "tags.jsonl": lambda: tags.render_jsonl(A, (TUESDAY,)) + tags.render_jsonl(C, (WEDNESDAY,)),
    "tags.txt": lambda: tags.render_text(A, (TUESDAY,)) + tags.render_text(C, ()),
    "explain.txt": lambda: explain.render(EXPLAINED, REPORT, width=70),
}
EXPLAINED = replace(
    PLACE,
    derivation=(*PLACE.derivation, Step("neither contains the other", ())),
    evidence=(Evidence("participants", 0.4, "Ada Lindqvist"), Evidence("day", -0.1, "Tuesday, Wednesday")),
)


@pytest.mark.parametrize("name", OUTPUTS)
def test_output(name: str) -> None:
    actual = OUTPUTS[name]()
    assert actual == golden(name, actual)


def test_order_of_findings_in_the_report_does_not_matter() -> None:
    turned = replace(REPORT, findings=REPORT.findings[::-1])
    assert terminal.render(turned) == terminal.render(REPORT)
    assert json_v1.render(turned) == json_v1.render(REPORT)
    assert concise.render(turned) == concise.render(REPORT)


def test_without_colour_and_with_it_the_text_is_the_same() -> None:
    colored = terminal.render(REPORT, width=70, color=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == terminal.render(REPORT, width=70)
    assert "\x1b" in colored


@pytest.mark.parametrize("width", [*range(40, 121, 3)])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = terminal.render(REPORT, width=width, again="articles/").splitlines()
    assert [line for line in lines[:-1] if len(line) > width] == []


def test_an_empty_report() -> None:
    assert terminal.render(EMPTY) == "no findings in 0 articles (0 claims), 0 skipped\n"
    assert concise.render(EMPTY) == "no findings in 0 articles (0 claims), 0 skipped\n"
    assert json.loads(json_v1.render(EMPTY))["summary"] == {
        "articles": 0,
        "claims": 0,
        "findings": {"error": 0, "warning": 0, "info": 0},
        "skipped": 0,
        "suppressed": 0,
        "baselined": 0,
    }
    assert claims.render_json(EMPTY) == '{\n  "schema_version": "1.0",\n  "claims": []\n}\n'
    assert claims.render_jsonl(EMPTY) == ""


def test_suppressed_and_baselined_findings_are_listed_in_json_and_counted_apart() -> None:
    report = replace(REPORT, findings=(replace(COUNT, baselined=True), replace(DATE, suppressed="reviewed"), ORDINAL))
    found = json.loads(json_v1.render(report))
    assert [(f["id"], f["suppressed"], f["baselined"]) for f in found["findings"]] == [
        ("0badf00d", None, True),
        ("c0ffee11", "reviewed", False),
        ("00c0de00", None, False),
    ]
    assert found["summary"]["findings"] == {"error": 0, "warning": 0, "info": 1}
    assert (found["summary"]["suppressed"], found["summary"]["baselined"]) == (1, 1)
    last = terminal.render(report).splitlines()[-1]
    assert last == "1 note in 3 articles (3 claims), 1 skipped, 1 baselined, 1 suppressed"


def test_many_statements_take_one_line_each_after_the_sixth() -> None:
    shown = terminal.render(_many(9)).splitlines()
    assert [line for line in shown if ":::" in line or "-->" in line] == [
        "  --> 0.txt:1:21  unknown source, undated, de",
        *(f"  ::: {number}.txt:1:21  unknown source, undated, de" for number in range(1, 9)),
    ]
    assert sum("----" in line or "^^^^" in line for line in shown) == 6
    assert shown[-6:-2] == [
        "  ::: 8.txt:1:21  unknown source, undated, de",
        "      a Wednesday",
        "   = why: Wednesday may be the day of the agency's report; then both are true.",
        "   = next: factcheck explain c0ffee11 PATHS",
    ]


def _many(count: int) -> Report:
    documents = tuple(replace(C, id=f"{number}.txt") for number in range(count))
    first = DATE.statements[0]
    statements = tuple(
        replace(first, document=document.id, role="conflicting" if index else "primary")
        for index, document in enumerate(documents)
    )
    return replace(EMPTY, documents=documents, findings=(replace(DATE, statements=statements),))


def test_csv_cells_are_neither_formulas_nor_commands_to_the_terminal() -> None:
    written = tuple(replace(REPORT.claims[1], predicate=text) for text in ("=HYPERLINK(1)", "\t@x", "a\x1b[2J\nb"))
    rows = list(csv.DictReader(io.StringIO(claims.render_csv(replace(REPORT, claims=written)))))
    assert [row["predicate"] for row in rows] == ["'=HYPERLINK(1)", "'@x", "a\\x1b[2J b"]


def test_a_finding_without_statements_or_reason_still_prints() -> None:
    bare: Finding = replace(COUNT, statements=(), reason="")
    assert terminal.render(replace(EMPTY, findings=(bare,)), again="x") == (
        "error[count-conflict]: 7 or 9 people were hurt\n"
        "   = next: factcheck explain 0badf00d x\n"
        "\n"
        "1 error in 0 articles (0 claims), 0 skipped\n"
    )


def test_words_that_the_file_does_not_hold_are_said_to_be_extracted() -> None:
    page: Document = replace(C, raw="<p>Die Brücke</p>", segments=())
    report = replace(REPORT, documents=(A, page, REPORT.documents[2]))
    statement = json.loads(json_v1.render(report))["findings"][2]["statements"][0]
    assert (statement["located"], statement["start"]) == (
        "extracted",
        {"line": 1, "column": 21, "offset": 20},
    )
    assert "kurier.txt:1:21  unknown source, undated, de, in the extracted text" in terminal.render(report)
