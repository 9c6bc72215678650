"""The claim table: for people, as JSON, JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Literal

from factcheck.model import Document, Report
from factcheck.report.cells import visible
from factcheck.report.claims_v1 import ClaimV1, QuantityV1, to_v1
from factcheck.report.frame import hanging, published
from factcheck.report.json_v1 import dumps
from factcheck.report.style import Paint

CSV_COLUMNS = (
    "id",
    "file",
    "line",
    "column",
    "source",
    "language",
    "published",
    "predicate",
    "roles",
    "event_time",
    "report_time",
    "places",
    "quantities",
    "ordinal",
    "polarity",
    "modality",
    "attribution",
    "quote",
)
COLUMNS = ("claim", "what", "who", "details")
Row = Mapping[str, Sequence[str]]
NARROWEST_TABLE = 60
_FORMULA = ("=", "+", "-", "@")


def render_json(report: Report) -> str:
    """``{"schema_version", "claims": [...]}``."""
    return dumps(to_v1(report), indent=2) + "\n"


def render_jsonl(report: Report) -> str:
    """One claim a line."""
    return "".join(dumps(claim) + "\n" for claim in to_v1(report).claims)


def render_csv(report: Report) -> str:
    """One claim a row, each cell one line; what a spreadsheet would take for a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for claim in to_v1(report).claims:
        cells = _cells(claim)
        writer.writerow([_inert(cells[column]) for column in CSV_COLUMNS])
    return out.getvalue()


def render_table(report: Report, *, width: int = 80, color: bool = False) -> str:
    """A table an article, and a list where the terminal is too narrow for tables."""
    claims = to_v1(report).claims
    by_file: dict[str, list[Row]] = {}
    for claim in claims:
        by_file.setdefault(claim.file, []).append(_row(claim))
    shown: list[str] = []
    for document in report.documents:
        if rows := by_file.get(document.id):
            shown.append(_title(document, color))
            used = [name for name in COLUMNS if any(row[name] for row in rows)]
            table = _table if width >= NARROWEST_TABLE else _list
            shown.append(table(used, rows, width, color))
    count = f"{_many(len(claims), 'claim')} in {_many(len(report.documents), 'article')}\n"
    return "\n".join([*shown, count]) if shown else count


def _title(document: Document, color: bool) -> str:
    paint = Paint(color)
    about = (document.source or "unknown source", published(document.published), document.language)
    return f"{paint('strong', visible(document.id))}  {paint('dim', visible(', '.join(about)))}"


def _table(columns: Sequence[str], rows: Sequence[Row], width: int, color: bool) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column == "claim")
    for row in rows:
        table.add_row(*(Text("\n".join(map(visible, row[column]))) for column in columns))
    out = io.StringIO()
    system: Literal["standard"] | None = "standard" if color else None
    console = Console(file=out, width=width, force_terminal=color, color_system=system, legacy_windows=False)
    console.print(table)
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def _list(columns: Sequence[str], rows: Sequence[Row], width: int, color: bool) -> str:
    paint = Paint(color)
    lines: list[str] = []
    for row in rows:
        lines.append(f" {paint('strong', row['claim'][0])} {row['claim'][1]}")
        for column in columns[1:]:
            for line in row[column]:
                lines += hanging("   ", line, width, paint, "dim")
    return "".join(line + "\n" for line in lines)


def _row(claim: ClaimV1) -> Row:
    """The lines of each cell."""
    doubts = [word for word in (claim.polarity, claim.modality) if word not in ("positive", "happened")]
    says = [f"says {' > '.join(claim.attribution.speakers)}"] if claim.attribution else []
    details = {
        "when": [time.value for time in claim.event_time],
        "said": [claim.report_time.value] if claim.report_time else [],
        "where": [place.name for place in claim.places],
        "how many": [_number(quantity) for quantity in claim.quantities],
        "which": [claim.ordinal.text] if claim.ordinal else [],
    }
    return {
        "claim": [claim.id, f"{claim.start.line}:{claim.start.column}"],
        "what": [claim.predicate.removeprefix("lemma:"), *doubts, *says],
        "who": [f"{role.role}: {role.text}" for role in claim.roles],
        "details": [f"{name}: {value}" for name, values in details.items() for value in values],
    }


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _cells(claim: ClaimV1) -> Mapping[str, str]:
    return {
        "id": claim.id,
        "file": claim.file,
        "line": str(claim.start.line),
        "column": str(claim.start.column),
        "source": claim.source or "",
        "language": claim.language,
        "published": claim.published or "",
        "predicate": claim.predicate,
        "roles": "; ".join(f"{role.role}: {role.text}" for role in claim.roles),
        "event_time": "; ".join(time.value for time in claim.event_time),
        "report_time": claim.report_time.value if claim.report_time else "",
        "places": "; ".join(place.name for place in claim.places),
        "quantities": "; ".join(_number(quantity) for quantity in claim.quantities),
        "ordinal": claim.ordinal.text if claim.ordinal else "",
        "polarity": claim.polarity,
        "modality": claim.modality,
        "attribution": " > ".join(claim.attribution.speakers) if claim.attribution else "",
        "quote": claim.quote,
    }


def _number(quantity: QuantityV1) -> str:
    low, high = (format(end, "g") if end is not None else "" for end in (quantity.low, quantity.high))
    interval = low if low == high else f"{low}..{high}"
    return " ".join(filter(None, (interval, quantity.unit, quantity.noun)))


def _inert(cell: str) -> str:
    shown = visible(cell)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
