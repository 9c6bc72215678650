"""Published schemas describe what is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from report_example import COUNT, EMPTY, REPORT, TUESDAY, WEDNESDAY, A, C

from factcheck.model import Report, Value
from factcheck.report import claims, json_v1, schema, tags
from factcheck.report.claims_v1 import ClaimsV1
from factcheck.report.json_v1 import ReportV1
from factcheck.report.tags import TagV1
from factcheck.report.values import value_of

VALUES = [
    Value("date", "Tuesday", (("timex", "2023-09-12"), ("earliest", None), ("latest", None), ("weekday", 1))),
    Value("clock", "03:20", (("first", 200), ("last", 200), ("utc_offset", None))),
    Value("place", "Oslo", (("key", "name:oslo"), ("name", "Oslo"), ("kind", "settlement"), ("country", "NO"))),
    Value("count", "at least 5", (("low", 5.0), ("high", float("inf")), ("nominal", 5.0), ("hedge", "at_least"))),
    Value("attribute", "4.87 m", (("low", 4.87), ("high", 4.87), ("unit", "m"))),
    Value("status", "not released"),
    Value("ordinal", "2nd", (("k", 2), ("noun", "visit"), ("since", None))),
    Value("never", "never before", (("noun", "visit"), ("since", "2002"))),
    Value("duration", "P2D", (("timex", "P2D"), ("low", 172800.0), ("high", 172800.0))),
    Value("participant", "Ada", (("key", "ada"),)),
    Value("quote", "so be it"),
    Value("text", "wooden"),
]


def with_values() -> Report:
    """A report with a statement of every type of value."""
    first = COUNT.statements[0]
    statements = tuple(replace(first, value=value) for value in VALUES)
    return replace(REPORT, findings=(replace(COUNT, statements=statements),))


@pytest.mark.parametrize("report", [REPORT, EMPTY, with_values()])
def test_reports_are_what_the_schema_says(report: Report) -> None:
    text = json_v1.render(report)
    assert msgspec.json.decode(text, type=ReportV1) == json_v1.to_v1(report)
    assert undescribed(json.loads(text), schema.OUTPUTS["report"]()) == []


def test_claims_are_what_the_schema_says() -> None:
    text = claims.render_json(REPORT)
    assert len(msgspec.json.decode(text, type=ClaimsV1).claims) == 3
    assert undescribed(json.loads(text), schema.OUTPUTS["claims"]()) == []


def test_tags_are_what_the_schema_says() -> None:
    lines = tags.render_jsonl(A, (TUESDAY,)) + tags.render_jsonl(C, (WEDNESDAY,))
    assert [msgspec.json.decode(line, type=TagV1).value for line in lines.splitlines()] == [
        "2023-09-12",
        "XXXX-WXX-3",
    ]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.type)
def test_a_value_keeps_its_type_and_fields(value: Value) -> None:
    written = msgspec.to_builtins(value_of(value))
    expected = {name: None if field == float("inf") else field for name, field in value.data}
    assert {**written, "type": value.type, "text": value.text, **expected} == written


@pytest.mark.parametrize("value", [Value("shape", "round"), Value("date", "x", (("moon", "full"),))])
def test_a_value_of_no_known_shape_is_a_fault(value: Value) -> None:
    with pytest.raises(msgspec.ValidationError):
        value_of(value)


@pytest.mark.parametrize("name", ["report", "claims", "tag"])
def test_keys_of_version_1_are_all_there(name: str) -> None:
    """A key that goes missing breaks readers of version 1: this list may only grow."""
    keys = {
        "report": {
            "ReportV1": "schema_version tool summary skipped findings",
            "SummaryV1": "articles claims findings skipped suppressed baselined",
            "SkippedV1": "file reason message",
            "FindingV1": "id fingerprint rule kind severity verdict confidence message reason event "
            "statements derivation suppressed baselined",
            "EventV1": "id predicate participants",
            "StatementV1": "role file source language published published_from start end quote claim sentence value",
            "PositionV1": "line column offset",
            "StepV1": "step statements",
        },
        "claims": {
            "ClaimsV1": "schema_version claims",
            "ClaimV1": "id file start end quote sentence predicate roles event_time report_time places "
            "quantities ordinal polarity modality attribution",
        },
        "tag": {"TagV1": "doc start end text type value"},
    }
    definitions = schema.OUTPUTS[name]()["$defs"]
    missing = [
        (kind, key)
        for kind, listed in keys[name].items()
        for key in listed.split()
        if key not in definitions[kind]["required"]
    ]
    assert missing == []


def undescribed(value: Any, root: dict[str, Any]) -> list[str]:
    """Paths of keys that the schema doesn't know."""
    return list(_undescribed(value, root, root, "$"))


def _undescribed(value: Any, part: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[str]:
    part = _resolved(value, part, root)
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _undescribed(item, part["items"], root, f"{path}[{index}]")
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in part["properties"]:
                yield f"{path}.{key}"
            else:
                yield from _undescribed(item, part["properties"][key], root, f"{path}.{key}")


def _resolved(value: Any, part: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    find: Callable[[str], dict[str, Any]] = lambda ref: root["$defs"][ref.rsplit("/", 1)[1]]  # noqa: E731
    if "$ref" in part:
        return find(part["$ref"])
    if "discriminator" in part:
        return find(part["discriminator"]["mapping"][value["type"]])
    if "anyOf" in part and value is not None:
        return _resolved(value, next(option for option in part["anyOf"] if option != {"type": "null"}), root)
    return part
