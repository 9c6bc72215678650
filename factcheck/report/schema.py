"""JSON Schemas of what the program writes and reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from factcheck.report.claims_v1 import ClaimsV1
from factcheck.report.json_v1 import ReportV1, dumps
from factcheck.report.tags import TagV1

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def render(schema: Mapping[str, Any]) -> str:
    """The schema as indented JSON."""
    return dumps(schema, indent=2) + "\n"


def of(kind: type) -> dict[str, Any]:
    """The schema of a type, with the dialect named."""
    return {"$schema": DIALECT, **msgspec.json.schema(kind)}


OUTPUTS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "report": lambda: of(ReportV1),
    "claims": lambda: of(ClaimsV1),
    "tag": lambda: of(TagV1),
}
"""By the name that ``factcheck schema`` takes; ``rules`` comes from the configuration."""
