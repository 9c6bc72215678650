"""A pipeline that reads nothing and reports what a test gave it."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from factcheck.model import Document, Report, TimeExpression


def fake_pipeline(report: Report | BaseException, times: tuple[TimeExpression, ...] = ()) -> ModuleType:
    """A stand-in for ``factcheck.pipeline``; ``calls`` remembers what it was asked."""
    module = ModuleType("factcheck.pipeline")
    calls: list[dict[str, Any]] = []

    def scan(paths: list[str], config: object, options: object, **rest: object) -> Report:
        calls.append({"paths": list(paths), "config": config, "options": options, **rest})
        if isinstance(report, BaseException):
            raise report
        return report

    def tag(
        paths: list[str], config: object, options: object, **rest: object
    ) -> Iterator[tuple[Document, tuple[TimeExpression, ...]]]:
        found = scan(paths, config, options, **rest)
        for document in found.documents:
            yield document, times if document.id == found.documents[0].id else ()

    module.scan, module.tag, module.calls = scan, tag, calls  # type: ignore[attr-defined]
    return module
