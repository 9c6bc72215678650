"""Meta tags, JSON-LD and the visible date of a page -> what it says about itself."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from factcheck.articles.dates import parse_date
from factcheck.articles.html.scan import Page
from factcheck.articles.metadata import Stated, stated

NESTED = ("name", "headline", "url", "@id")
DEEPEST = 6
LARGEST = 500_000
"""Code points that are searched for a visible date."""
EARLIEST, LATEST = "1850-01-01", "2199-12-31"
"""What htmldate may find; a fixed end, so that the answer doesn't hang on the day of the run."""
EXTRA_KEYS = {"itemprop": "itemprop", "name": "name", "property": "property", "http-equiv": "http-equiv"}


def statements(page: Page, raw: str) -> tuple[Stated, ...]:
    """Meta tags, then JSON-LD; htmldate's answer last, where neither gives a date."""
    meta = stated(_meta_pairs(page), "meta tag")
    linked = stated(_json_pairs(page), "json-ld")
    if meta.published or linked.published:
        return meta, linked
    return meta, linked, Stated("page", published=_visible_date(raw))


def article_body(page: Page) -> str | None:
    """The article's text as JSON-LD gives it, for pages that draw themselves by script; or None."""
    for data in _scripts(page):
        body = _article_node(list(_nodes(data, 0))).get("articleBody")
        if isinstance(body, str) and body.strip():
            return html.unescape(body)
    return None


def _meta_pairs(page: Page) -> Iterator[tuple[str, str]]:
    for element in page.elements:
        attributes = element.attributes
        if element.tag == "meta" and "content" in attributes:
            for name in EXTRA_KEYS:
                if name in attributes:
                    yield attributes[name], html.unescape(attributes["content"])
        elif element.tag == "html" and "lang" in attributes:
            yield "lang", attributes["lang"]
        elif element.tag == "html" and "xml:lang" in attributes:
            yield "language", attributes["xml:lang"]
        elif element.tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            yield "canonical", html.unescape(attributes.get("href", ""))
        elif element.tag == "time" and attributes.get("itemprop") == "datePublished":
            yield "datePublished", attributes.get("datetime", attributes.get("content", ""))


def _json_pairs(page: Page) -> Iterator[tuple[str, str]]:
    for data in _scripts(page):
        nodes = list(_nodes(data, 0))
        for key, value in _article_node(nodes).items():
            if text := _text(_resolved(value, nodes)):
                yield key, html.unescape(text)


def _scripts(page: Page) -> Iterator[Any]:
    for script in page.scripts:
        try:
            yield json.loads(script.strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue


def _resolved(value: Any, nodes: list[dict[str, Any]]) -> Any:
    """The node that ``{"@id": ...}`` points at, else ``value`` itself."""
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return next((node for node in nodes if node.get("@id") == value.get("@id") and len(node) > 2), value)
    return value


def _article_node(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """The first node that is an article or posting, else the first that has a publication date."""
    for node in nodes:
        types = node.get("@type")
        names = types if isinstance(types, list) else [types]
        if any(isinstance(name, str) and name.endswith(("Article", "Posting", "Report")) for name in names):
            return node
    return next((node for node in nodes if "datePublished" in node), {})


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The nodes themselves, not what hangs on them: a live blog's entries have dates of their own."""
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity"):
            yield from _nodes(data.get(key), depth + 1)


def _text(value: Any, depth: int = 0) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and depth < DEEPEST:
        return _text(value[0], depth + 1)
    if isinstance(value, dict):
        return next((value[key] for key in NESTED if isinstance(value.get(key), str)), None)
    return None


def _visible_date(raw: str) -> date | None:
    import htmldate

    try:
        found = htmldate.find_date(raw, extensive_search=False, original_date=True, min_date=EARLIEST, max_date=LATEST)
    except (ValueError, TypeError, RecursionError):
        return None
    return parse_date(found) if found else None
