"""Whole outputs, kept beside the tests. FACTCHECK_UPDATE_GOLDEN=1 writes them anew (read the difference!)."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def golden(name: str, actual: str) -> str:
    """The kept output of that name."""
    path = FOLDER / name
    if os.environ.get("FACTCHECK_UPDATE_GOLDEN"):
        FOLDER.mkdir(exist_ok=True)
        path.write_bytes(actual.encode("utf-8"))
    return path.read_bytes().decode("utf-8")
