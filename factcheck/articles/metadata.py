"""What an article and those around it say about it: keys and values -> publication, outlet, language ..."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from factcheck.articles.dates import parse_date
from factcheck.articles.language import normalise

# The usual names of each field, folded as in ``fold_key``; the earlier in a row the better.
PUBLISHED = (
    "articlepublishedtime", "datepublished", "published", "publishedat", "publishedtime", "publishedon",
    "publisheddate", "publicationdate", "publishdate", "pubdate", "ogpublishedtime", "dcdateissued",
    "dctermsissued", "dctermscreated", "dcdatecreated", "parselypubdate", "sailthrudate",
    "cxenseparsepublishtime", "datecreated", "date", "dcdate", "dctermsdate",
)  # fmt: skip
SOURCE = ("source", "ogsitename", "sitename", "publisher", "outlet", "dcpublisher", "dctermspublisher",
          "articlepublisher", "applicationname")  # fmt: skip
LANGUAGE = ("lang", "language", "inlanguage", "dclanguage", "dctermslanguage", "contentlanguage", "oglocale")
URL = ("url", "canonical", "canonicalurl", "link", "permalink", "ogurl", "mainentityofpage")
TITLE = ("title", "headline", "ogtitle", "twittertitle")
DERIVED = ("isbasedon", "basedon", "agency", "wire", "syndicatedfrom")
KEYS = {key: (name, rank)
        for name, keys in (("published", PUBLISHED), ("source", SOURCE), ("language", LANGUAGE), ("url", URL),
                           ("title", TITLE), ("derived_from", DERIVED))
        for rank, key in enumerate(keys)}  # fmt: skip


ADDRESS = re.compile(r"https?:|#|/")


@dataclass(frozen=True, slots=True)
class Stated:
    """What one place says; None for what it does not say."""

    origin: str
    """``front matter``, ``meta tag``, ``json-ld``, ``sidecar``, ``flag``, ``rules`` or ``page``."""
    published: date | datetime | None = None
    source: str | None = None
    language: str | None = None
    url: str | None = None
    title: str | None = None
    derived_from: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """The first word on each field, and whose it was."""

    values: dict[str, object] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def text(self, name: str) -> str | None:
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    @property
    def published(self) -> date | datetime | None:
        value = self.values.get("published")
        return value if isinstance(value, date) else None


FIELDS = ("published", "source", "language", "url", "title", "derived_from")


def fold_key(key: str) -> str:
    """``article:published_time``, ``article-published-time`` and ``ArticlePublishedTime`` are one key."""
    return "".join(c for c in key.casefold() if c.isalnum())


def stated(pairs: Iterable[tuple[str, str]], origin: str) -> Stated:
    """The fields that (key, value) pairs give, by the usual names of the keys; a later equal key wins.

    A date or language that can't be read becomes a warning and stays unknown.
    """
    best: dict[str, tuple[int, str, str]] = {}
    for key, value in pairs:
        name, rank = KEYS.get(fold_key(key), ("", 0))
        value = " ".join(value.split())
        if name and value and (name not in best or rank <= best[name][0]):
            best[name] = (rank, key, value)
    warnings: list[str] = []
    published = language = None
    if "published" in best:
        _, key, value = best["published"]
        published = parse_date(value)
        if published is None:
            warnings.append(f"{origin}: {key}: not a date that can be read: {value[:60]!r}")
    if "language" in best:
        _, key, value = best["language"]
        language = normalise(value)
        if language is None:
            warnings.append(f"{origin}: {key}: not a language: {value[:60]!r}")
    plain = {name: best[name][2] for name in ("source", "url", "title", "derived_from") if name in best}
    if ADDRESS.match(plain.get("source", "")):
        del plain["source"]  # a page about the outlet, not its name
    return Stated(origin, published, language=language, warnings=tuple(warnings), **plain)


def combine(statements: Sequence[Stated]) -> Metadata:
    """For each field the first of ``statements`` that gives it."""
    values: dict[str, object] = {}
    origins: dict[str, str] = {}
    for one in statements:
        for name in FIELDS:
            value = getattr(one, name)
            if value is not None and name not in values:
                values[name], origins[name] = value, one.origin
    return Metadata(values, origins, tuple(warning for one in statements for warning in one.warnings))
