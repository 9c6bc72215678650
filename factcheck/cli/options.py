"""The flags that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Threshold(StrEnum):
    """A severity from which on."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class FailOn(StrEnum):
    """A severity from which on the exit code is 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATHS", help="Articles, folders of articles, or - for stdin.", show_default=False),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "-r",
        "--rules",
        metavar="FILE",
        help="A rules file to merge over the default one, in place of the nearest rules.yaml from here "
        "upwards. Repeatable: the later one wins.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date of articles that give none: 2023-09-13."),
]
Source = Annotated[str | None, typer.Option(metavar="NAME", help="Outlet of articles that name none.")]
Lang = Annotated[
    str | None, typer.Option(metavar="CODE", help="Language of all articles, in place of detection: de, en.")
]
StdinFilename = Annotated[str, typer.Option(metavar="NAME", help="What to call the article that is read from stdin.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write there in place of stdout.")]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="Draw no progress bar.")]
AllowSkipped = Annotated[
    bool | None,
    typer.Option("--allow-skipped", help="An article that can't be read does not fail the run.", show_default=False),
]
Verbose = Annotated[
    bool,
    typer.Option("-v", "--verbose", help="Tell on stderr what is known of each article, and from where."),
]
