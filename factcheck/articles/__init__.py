"""Files -> Document: decoding, metadata, the article's blocks, and the way back into the file.

``read`` takes paths and gives documents and what had to be skipped; ``read_bytes`` takes one article from
memory. ``raw_span`` and ``line_column`` show where a stretch of ``Document.text`` stands in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from factcheck.articles.document import read_bytes
from factcheck.articles.find import Found, find
from factcheck.articles.html.compose import locate
from factcheck.articles.lines import line_column
from factcheck.articles.options import ReadOptions, SourceRule
from factcheck.errors import ArticleError, UsageError
from factcheck.model import Document, Skipped, Span

__all__ = ["Found", "ReadOptions", "SourceRule", "find", "line_column", "raw_span", "read", "read_bytes"]

SIDECAR = ".meta.yaml"


def read(
    paths: Sequence[str], options: ReadOptions, *, start: Path, stdin: BinaryIO | None = None
) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """The articles of ``paths`` and those that could not be used, each sorted by id.

    ``start`` is the directory that ids are relative to; ``stdin`` serves the path ``-``. Raises UsageError
    for a path that does not exist; whatever else is wrong with an article makes it skipped.
    """
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for found in find(paths, start=start, stdin_name=options.stdin_name):
        try:
            documents.append(_read_one(found, options, stdin))
        except ArticleError as error:
            skipped.append(Skipped(found.id, error.reason, str(error)))
        except OSError as error:
            skipped.append(Skipped(found.id, "unreadable", error.strerror or str(error)))
    return tuple(documents), tuple(skipped)


def raw_span(document: Document, span: Span) -> Span | None:
    """Where ``span`` of ``Document.text`` stands in ``Document.raw``; None where it can't be located."""
    return span if document.segments is None else locate(document.segments, span)


def _read_one(found: Found, options: ReadOptions, stdin: BinaryIO | None) -> Document:
    if found.path is None:
        if stdin is None:
            raise UsageError("there is no standard input to read")
        return read_bytes(found.id, stdin.read(), options)
    return read_bytes(found.id, found.path.read_bytes(), options, _sidecar(found.path))


def _sidecar(path: Path) -> bytes | None:
    """``article.txt.meta.yaml`` or ``article.meta.yaml``."""
    for name in (path.name + SIDECAR, path.stem + SIDECAR):
        try:
            return path.with_name(name).read_bytes()
        except FileNotFoundError:
            continue
    return None
