"""rules.yaml: what it gives, how files are merged, and that every fault is told with its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from factcheck.articles import SourceRule
from factcheck.config import (
    KINDS,
    Parameter,
    PlaceConfig,
    RuleConfig,
    Settings,
    common_parameters,
    default_rules_path,
    load,
    rules_schema,
)
from factcheck.errors import ConfigError, FactcheckError, UsageError
from factcheck.model import Severity, Verdict

DEFAULT = {
    Verdict.CONTRADICTION: Severity.ERROR,
    Verdict.TENSION: Severity.WARNING,
    Verdict.CONSISTENT: Severity.INFO,
}


def written(folder: Path, text: str, name: str = "rules.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


# --- the default --------------------------------------------------------------------------------------


def test_the_default_has_one_rule_of_each_kind(tmp_path: Path) -> None:
    config = load([], tmp_path)
    assert config.rules == tuple(
        RuleConfig(f"{kind}-conflict", kind, True, DEFAULT, {"min_link": 0.4}, {}) for kind in KINDS
    )
    assert config.settings == Settings("error", "info", 0.0, False)
    assert (config.sources, config.events, config.places, config.aliases) == ((), {}, (), ())
    assert (config.files, config.directory) == ((default_rules_path(),), tmp_path)


def test_the_default_says_what_the_code_would_say_without_it(tmp_path: Path) -> None:
    config = load([], tmp_path)
    assert config.settings == Settings()
    assert len(config.rules) == 13


def test_every_example_in_the_comments_of_the_default_is_valid(tmp_path: Path) -> None:
    lines = default_rules_path().read_text(encoding="utf-8").splitlines()
    examples = [line.removeprefix("#   ") for line in lines if line.startswith("#   ")]
    assert any("Pier 7" in line for line in examples)
    text = """
sources:
  - files: "gazette/**"
    outlet: Evening Gazette
    published: 2023-09-13
    language: en
events:
  ribbon-cutting:
    en: [ribbon-cutting, cut the ribbon]
    de: [Banddurchschnitt, das Band durchschneiden]
places:
  - name: Pier 7
    part_of: Rostock
    aliases: [Liegeplatz 7, Berth 7]
    kind: facility
    country: DE
aliases:
  - [Werder Bremen, Bremen, the Green-Whites]
"""
    sentences = [line.strip() for line in text.splitlines() if line.strip() and not line.endswith("s:")]
    assert [line for line in sentences if not any(line in example for example in examples)] == []
    config = load([written(tmp_path, text)], tmp_path)
    assert config.sources == (SourceRule("gazette/**", "Evening Gazette", date(2023, 9, 13), "en"),)
    assert config.events == {
        "ribbon-cutting": {
            "en": ("ribbon-cutting", "cut the ribbon"),
            "de": ("Banddurchschnitt", "das Band durchschneiden"),
        }
    }
    assert config.places == (PlaceConfig("Pier 7", "Rostock", ("Liegeplatz 7", "Berth 7"), "facility", "DE"),)
    assert config.aliases == (("Werder Bremen", "Bremen", "the Green-Whites"),)


# --- search and merge ---------------------------------------------------------------------------------


def test_the_nearest_rules_file_upwards_counts(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    written(tmp_path, "settings: {fail_on: never}")
    assert load([], below).settings.fail_on == "never"
    near = written(tmp_path / "a", "settings: {fail_on: info}")
    config = load([], below)
    assert (config.settings.fail_on, config.directory, config.files[1:]) == ("info", tmp_path / "a", (near,))


def test_the_default_ends_the_search() -> None:
    config = load([], default_rules_path().parent)
    assert config.files == (default_rules_path(),)


def test_explicit_files_replace_the_search_and_the_later_one_wins(tmp_path: Path) -> None:
    written(tmp_path, "settings: {min_confidence: 0.9}")
    one = written(tmp_path, "settings: {fail_on: info, min_severity: error}", "one.yaml")
    two = written(tmp_path, "settings: {fail_on: never}", "two.yaml")
    assert load([one, two], tmp_path).settings == Settings("never", "error", 0.0, False)
    assert load([two, one], tmp_path).settings.fail_on == "info"


def test_explicit_files_are_relative_to_the_start(tmp_path: Path) -> None:
    written(tmp_path, "settings: {fail_on: never}", "own.yaml")
    assert load([Path("own.yaml")], tmp_path).settings.fail_on == "never"


def test_rules_are_merged_by_id_and_key(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
rules:
  - id: date-conflict
    severity: {tension: off}
    parameters: {min_link: 0.8}
  - id: place-conflict
    enabled: false
    message: "{what}: {a} or {b}?"
  - id: strict-count
    kind: count
    severity: {contradiction: warning}
    message: {de: "Zahlen", en: "numbers"}
""",
    )
    config = load([path], tmp_path)
    assert config.rule("date-conflict") == RuleConfig(
        "date-conflict", "date", True, {**DEFAULT, Verdict.TENSION: None}, {"min_link": 0.8}, {}
    )
    assert config.rule("place-conflict") == RuleConfig(
        "place-conflict", "place", False, DEFAULT, {"min_link": 0.4}, {"": "{what}: {a} or {b}?"}
    )
    assert config.rules[-1] == RuleConfig(
        "strict-count",
        "count",
        True,
        {**DEFAULT, Verdict.CONTRADICTION: Severity.WARNING},
        {"min_link": 0.4},
        {"de": "Zahlen", "en": "numbers"},
    )
    assert len(config.rules) == 14
    assert config.rule("none") is None


def test_lists_are_added_and_event_words_joined(tmp_path: Path) -> None:
    one = written(tmp_path, "events: {visit: {de: [Stippvisite]}}\naliases: [[A, B]]\nplaces: [{name: X}]", "1.yaml")
    two = written(
        tmp_path,
        "events: {visit: {de: [Stippvisite, Blitzbesuch], en: [drop-in]}}\naliases: [[C, D]]\nplaces: [{name: Y}]",
        "2.yaml",
    )
    config = load([one, two], tmp_path)
    assert config.events == {"visit": {"de": ("Stippvisite", "Blitzbesuch"), "en": ("drop-in",)}}
    assert config.aliases == (("A", "B"), ("C", "D"))
    assert [place.name for place in config.places] == ["Y", "X"]


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "rules:\n", "rules: []\nplaces: ~\n", "{}"])
def test_an_empty_file_changes_nothing(text: str, tmp_path: Path) -> None:
    assert load([written(tmp_path, text)], tmp_path).rules == load([], Path(tmp_path.anchor)).rules


# --- the traps of YAML --------------------------------------------------------------------------------


def test_words_stay_words(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
places:
  - {name: NO, country: NO, aliases: [yes, on, 12:30:00, 0x1F, 2023-09-12, 1_000, .inf, =]}
sources:
  - {files: a, published: 2023-09-12}
  - {files: b, published: 2023-09-12T08:30}
""",
    )
    config = load([path], tmp_path)
    aliases = ("yes", "on", "12:30:00", "0x1F", "2023-09-12", "1_000", ".inf", "=")
    assert config.places == (PlaceConfig("NO", None, aliases, "unknown", "NO"),)
    assert [source.published for source in config.sources] == [
        date(2023, 9, 12),
        datetime(2023, 9, 12, 8, 30),  # noqa: DTZ001 - written without a zone
    ]


def test_a_byte_order_mark_moves_no_column(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfrulez: []")
    with pytest.raises(ConfigError) as caught:
        load([path], tmp_path)
    assert str(caught.value) == 'x.yaml:1:1: unknown key "rulez", did you mean "rules"?'


# --- faults -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "rules:\n  - id: date-conflict\n    severty: {tension: off}",
            '3:5: unknown key "severty", did you mean "severity"?',
        ),
        (
            "rules:\n  - id: date-conflict\n    severity: {tenson: off}",
            '3:16: unknown verdict "tenson", did you mean "tension"?',
        ),
        (
            "rules:\n  - id: date-conflict\n    severity: {tension: eror}",
            '3:25: unknown severity "eror", did you mean "error"?',
        ),
        ("rules:\n  - {id: x, kind: datum}", '2:19: unknown kind "datum", did you mean "date"?'),
        (
            "rules:\n  - id: date-conflit",
            '2:5: no default rule is called "date-conflit", did you mean "date-conflict"? (a new rule needs a "kind")',
        ),
        ("rules:\n  - kind: date", '2:5: missing "id"'),
        (
            "rules:\n  - {id: date-conflict, kind: place}",
            '2:25: rule "date-conflict" is of kind date; give a rule of another kind another id',
        ),
        (
            "rules:\n  - id: date-conflict\n    parameters: {min_lnk: 0.5}",
            '3:18: unknown key "min_lnk", did you mean "min_link"?',
        ),
        (
            "rules:\n  - id: date-conflict\n    parameters: {min_link: 2}",
            "3:28: expected a number from 0 to 1, found 2",
        ),
        (
            "rules:\n  - id: date-conflict\n    parameters: {min_link: high}",
            '3:28: expected a number from 0 to 1, found "high"',
        ),
        (
            "rules:\n  - id: date-conflict\n    parameters: {min_link: .nan}",
            '3:28: expected a number from 0 to 1, found ".nan"',
        ),
        (
            "rules:\n  - id: date-conflict\n    enabled: yes",
            '3:14: expected true or false, found "yes"',
        ),
        (
            "rules:\n  - id: date-conflict\n  - id: date-conflict",
            '3:5: rule "date-conflict" stands here twice, first in line 2',
        ),
        (
            "rules:\n  - id: date-conflict\n    message: '{0.x}'",
            '3:14: not a field of a message: "{0.x}"; there are {what}, {a}, {b}',
        ),
        (
            "rules:\n  - id: date-conflict\n    message: '{x'",
            "3:14: not a message template: expected '}' before end of string",
        ),
        (
            "rules:\n  - id: date-conflict\n    message: '{a:999999999}'",
            '3:14: not a field of a message: "{a}"; there are {what}, {a}, {b}',
        ),
        ("rules:\n  date-conflict: {}", "2:3: expected a list, found a mapping"),
        ("settings: {fail_on: error}\nsettings: {}", '2:1: "settings" stands here twice, first in line 1'),
        ("settings: {fail_on: fatal}", '1:21: unknown severity "fatal"; known: error, warning, info, never'),
        ("settings: {min_severity: never}", '1:26: unknown severity "never"; known: error, warning, info'),
        ("- rules", "1:1: expected a mapping, found a list"),
        ("just words", '1:1: expected a mapping, found "just words"'),
        ("places: [{name: 7}]", "1:17: expected text, found 7"),
        ("places: [{name: ' '}]", "1:17: expected text, found none"),
        ("places: [{name: }]", "1:16: expected text, found nothing"),
        ("places: [{part_of: X}]", '1:10: missing "name"'),
        ("aliases: [[One]]", "1:11: expected a list of at least 2, found 1"),
        ("aliases: [One]", '1:11: expected a list, found "One"'),
        ("events: {visit: {de: []}}", "1:22: expected a list of at least 1, found 0"),
        (
            "sources: [{files: a, published: 31.12.2023}]",
            '1:33: not a date: "31.12.2023"; write it like 2023-09-12 or 2023-09-12T08:30',
        ),
        ("? [a, b]\n: c", "1:3: expected a word as key, found a list"),
        ("places: !!python/object:os.system {}", "1:9: expected a list, found a mapping"),
        ("places: !secret x", "1:9: expected a list, found the tag !secret"),
        ("a: b: c", "1:5: not YAML: mapping values are not allowed here"),
        (
            "rules: [",
            "1:9: not YAML: expected the node content, but found '<stream end>', while parsing a flow node",
        ),
        ("rules: &a [*a]", "1:8: expected a mapping, found a list"),
        ("rules: *a", "1:8: not YAML: found undefined alias 'a'"),
        (
            "places:\n\t- name: x",
            "2:1: not YAML: found character '\\t' that cannot start any token, while scanning for the next token",
        ),
        ("x: \x01", "1:4: a control character that YAML forbids"),
        (
            "a: 1\n--- \nb: 2",
            "2:1: not YAML: but found another document, expected a single document in the stream",
        ),
        ("[" * 5000, "1:1: nested too deeply"),
    ],
)
def test_faults_are_told_with_their_place(text: str, error: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load([written(tmp_path, text, "own.yaml")], tmp_path)
    assert str(caught.value) == f"own.yaml:{error}"
    assert caught.value.exit_code == 2


def test_what_is_not_utf8_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"places:\n  - name: K\xf6ln\n")
    with pytest.raises(ConfigError, match=r"^x\.yaml:2:12: not UTF-8$"):
        load([Path("x.yaml")], tmp_path)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("none.yaml", "none.yaml: can't read the rules file: No such file or directory"),
        (".", ".: can't read the rules file: Is a directory"),
    ],
)
def test_a_file_that_cannot_be_read(name: str, error: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load([tmp_path / name], tmp_path)
    assert str(caught.value) == error


def test_a_fault_in_a_file_that_was_found_names_it(tmp_path: Path) -> None:
    below = tmp_path / "below"
    below.mkdir()
    path = written(tmp_path, "x: 1")
    with pytest.raises(FactcheckError) as caught:
        load([], below)
    assert str(caught.value).startswith(f'{path}:1:1: unknown key "x"')


# --- parameters and schema ----------------------------------------------------------------------------


def parameters(kind: str) -> Mapping[str, Parameter]:
    """What a registry of kinds could say."""
    own: dict[str, Mapping[str, Parameter]] = {"count": {"tolerance": 0.1, "strict": False, "most": 3, "units": ("m",)}}
    return {**common_parameters(kind), **own.get(kind, {})}


def test_parameters_have_the_type_of_their_default(tmp_path: Path) -> None:
    text = "rules: [{id: count-conflict, parameters: {strict: true, most: 5, units: [kg, s]}}]"
    rule = load([written(tmp_path, text)], tmp_path, parameters).rule("count-conflict")
    assert rule is not None
    assert rule.parameters == {
        "min_link": 0.4,
        "tolerance": 0.1,
        "strict": True,
        "most": 5,
        "units": ("kg", "s"),
    }


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("{most: 1.5}", "1:49: expected a whole number from 0 up, found 1.5"),
        ("{strict: 1}", "1:51: expected true or false, found 1"),
        ("{units: m}", '1:50: expected a list, found "m"'),
        ("{unit: [m]}", '1:43: unknown key "unit", did you mean "units"?'),
    ],
)
def test_parameters_of_the_wrong_type(value: str, error: str, tmp_path: Path) -> None:
    text = f"rules: [{{id: count-conflict, parameters: {value}}}]"
    with pytest.raises(ConfigError) as caught:
        load([written(tmp_path, text)], tmp_path, parameters)
    assert str(caught.value) == f"rules.yaml:{error}"


def test_a_parameter_of_another_kind_is_unknown(tmp_path: Path) -> None:
    text = "rules: [{id: date-conflict, parameters: {strict: true}}]"
    with pytest.raises(ConfigError, match=r'1:42: unknown parameter of kind date "strict"'):
        load([written(tmp_path, text)], tmp_path, parameters)


def test_the_schema_knows_what_the_program_accepts() -> None:
    schema = rules_schema(parameters)
    assert list(schema["properties"]) == ["rules", "sources", "events", "places", "aliases", "settings"]
    rule = schema["properties"]["rules"]["items"]
    assert rule["required"] == ["id"]
    assert rule["additionalProperties"] is False
    assert rule["properties"]["kind"] == {"type": "string", "enum": list(KINDS)}
    assert rule["properties"]["parameters"]["properties"]["tolerance"] == {
        "type": "number",
        "minimum": 0.0,
        "maximum": 1.0,
    }
