"""The commands and their manual."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli import options as flags
from factcheck.cli.outcome import guard

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class ScanFormat(StrEnum):
    """How findings are written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


class ClaimsFormat(StrEnum):
    """How claims are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class TagFormat(StrEnum):
    """How temporal expressions are written."""

    TEXT = "text"
    JSONL = "jsonl"


class SchemaName(StrEnum):
    """What has a JSON Schema."""

    REPORT = "report"
    CLAIMS = "claims"
    TAG = "tag"
    RULES = "rules"


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")]


@app.callback()
def factcheck(version: Version = False) -> None:
    """A linter for facts: finds what news articles say that cannot all be true.

    It reads German and English articles (.txt, .md, .html), works out which sentences of which outlets speak
    of the same event, and shows those that contradict each other, with the reason.

    It runs offline, and the same articles give the same report every time.

    \b
    Examples:
      factcheck scan articles/                the report
      factcheck scan articles/ --format json  the report for machines
      factcheck explain date-conflict         what a rule means
      factcheck claims articles/              what the articles claim, as a table
      cat draft.txt | factcheck scan - articles/ --published 2023-09-13

    \b
    Exit codes:
      0    nothing at or above --fail-on
      1    findings
      2    wrong usage, a fault in the configuration, a missing path
      3    no readable article, or one was skipped without --allow-skipped
      4    an internal error
      130  interrupted
    """


@app.command(short_help="Report what articles say that can't all be true.")
def scan(
    paths: flags.Paths,
    format: Annotated[
        ScanFormat, typer.Option("--format", help="full shows the sentences, concise one line a finding.")
    ] = ScanFormat.FULL,
    output: flags.Output = None,
    rules: flags.Rules = None,
    fail_on: Annotated[
        flags.FailOn | None, typer.Option(help="Exit with 1 from this severity on.  [default: error]")
    ] = None,
    min_severity: Annotated[flags.Threshold | None, typer.Option(help="Report nothing below.  [default: info]")] = None,
    min_confidence: Annotated[
        float | None, typer.Option(min=0.0, max=1.0, help="Report nothing less sure.  [default: 0]")
    ] = None,
    allow_skipped: flags.AllowSkipped = None,
    published: flags.Published = None,
    source: flags.Source = None,
    lang: flags.Lang = None,
    stdin_filename: flags.StdinFilename = "<stdin>",
    no_progress: flags.NoProgress = False,
    verbose: flags.Verbose = False,
) -> None:
    """Report what the articles say that cannot all be true.

    Folders are searched for .txt, .md, .html and .htm files. A file that is named is always read, and - is
    stdin. What an article says of itself (date, outlet, language) comes before the flags.

    Findings that --min-severity or --min-confidence hide don't count for the exit code either.

    \b
    Examples:
      factcheck scan articles/
      factcheck scan a.html b.txt --fail-on warning
      factcheck scan articles/ --format json -o report.json
      factcheck scan articles/ -r strict.yaml --min-confidence 0.8
      pbpaste | factcheck scan - articles/ --stdin-filename draft.txt --published 2023-09-13
    """

    def body() -> int:
        from factcheck.cli import run

        inputs = run.Inputs(paths, rules or (), published, source, lang, stdin_filename, not no_progress, verbose)
        limits = run.Limits(fail_on, min_severity, min_confidence, allow_skipped)
        return run.scan(inputs, limits, format.value, output)

    guard(body)


@app.command(short_help="Print what articles claim, as a table.")
def claims(
    paths: flags.Paths,
    format: Annotated[ClaimsFormat, typer.Option("--format", help="How to write them.")] = ClaimsFormat.TABLE,
    output: flags.Output = None,
    rules: flags.Rules = None,
    allow_skipped: flags.AllowSkipped = None,
    published: flags.Published = None,
    source: flags.Source = None,
    lang: flags.Lang = None,
    stdin_filename: flags.StdinFilename = "<stdin>",
    no_progress: flags.NoProgress = False,
    verbose: flags.Verbose = False,
) -> None:
    """Print what the articles claim: who did what, when, where, how many, and who says so.

    \b
    Examples:
      factcheck claims articles/
      factcheck claims articles/ --format csv -o claims.csv
      factcheck claims articles/ --format jsonl | jq 'select(.modality == "planned")'
    """

    def body() -> int:
        from factcheck.cli import run

        inputs = run.Inputs(paths, rules or (), published, source, lang, stdin_filename, not no_progress, verbose)
        return run.claims(inputs, format.value, output, allow_skipped)

    guard(body)


@app.command(short_help="Print temporal expressions with their values.")
def tag(
    paths: flags.Paths,
    format: Annotated[TagFormat, typer.Option("--format", help="How to write them.")] = TagFormat.TEXT,
    output: flags.Output = None,
    rules: flags.Rules = None,
    published: flags.Published = None,
    source: flags.Source = None,
    lang: flags.Lang = None,
    stdin_filename: flags.StdinFilename = "<stdin>",
    no_progress: flags.NoProgress = False,
) -> None:
    """Print the temporal expressions of the articles with their TIMEX3 types and values.

    \b
    Examples:
      factcheck tag article.txt --published 2023-09-13
      factcheck tag articles/ --format jsonl
    """

    def body() -> int:
        from factcheck.cli import run

        inputs = run.Inputs(paths, rules or (), published, source, lang, stdin_filename, not no_progress)
        return run.tag(inputs, format.value, output)

    guard(body)


@app.command(short_help="Explain a rule or a finding.")
def explain(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A rule (date-conflict), a kind (date) or a finding's id.")
    ],
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATHS", help="For a finding: what was scanned.")] = None,
    rules: flags.Rules = None,
    published: flags.Published = None,
    source: flags.Source = None,
    lang: flags.Lang = None,
    stdin_filename: flags.StdinFilename = "<stdin>",
    no_progress: flags.NoProgress = False,
) -> None:
    """Explain a rule, or how one finding follows step by step.

    For a finding give the paths (and flags) that it was found with.

    \b
    Examples:
      factcheck explain place-conflict
      factcheck explain 7f3a9c01 articles/
    """

    def body() -> int:
        from factcheck.cli import run

        if not paths:
            return run.explain_rule(name)
        inputs = run.Inputs(paths, rules or (), published, source, lang, stdin_filename, not no_progress)
        return run.explain_finding(name, inputs)

    guard(body)


@app.command(short_help="Print a JSON Schema.")
def schema(
    name: Annotated[SchemaName, typer.Argument(help="The format that the schema describes.", show_default=False)],
) -> None:
    """Print the JSON Schema of what the program writes, or of rules.yaml.

    \b
    Examples:
      factcheck schema report > report.schema.json
      factcheck schema rules > rules.schema.json    (editors complete and check rules.yaml with it)
    """

    def body() -> int:
        from factcheck.cli import run

        return run.schema(name.value)

    guard(body)
