"""The bytes of one article -> Document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from pathspec import PathSpec

from factcheck.articles import markdown, plain
from factcheck.articles.decode import Decoded, decode
from factcheck.articles.derived import credited_agency
from factcheck.articles.frontmatter import OPEN, Entry, FrontMatter, entries, front_matter
from factcheck.articles.html.compose import Composed, compose
from factcheck.articles.html.content import article
from factcheck.articles.html.meta import article_body, statements
from factcheck.articles.html.scan import scan
from factcheck.articles.language import contradicts, detect, normalise
from factcheck.articles.metadata import KEYS, Metadata, Stated, combine, fold_key, stated
from factcheck.articles.options import ReadOptions
from factcheck.articles.pieces import Piece, classify
from factcheck.errors import ArticleError
from factcheck.languages import available
from factcheck.model import Block, BlockKind, Document, Segment

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True)
class _Parsed:
    """What the format alone tells."""

    text: str
    blocks: tuple[Block, ...]
    statements: tuple[Stated, ...]
    segments: tuple[Segment, ...] | None = None


def read_bytes(name: str, data: bytes, options: ReadOptions, sidecar: bytes | None = None) -> Document:
    """The article in ``data``. ``name`` becomes its id; its suffix tells the format, else the content does.

    Raises ArticleError: ``empty``, ``binary``, ``no-text``, ``bad-metadata`` or ``language``.
    """
    suffix = PurePosixPath(name).suffix.lower()
    decoded = decode(data, markup=suffix in HTML_SUFFIXES or b"<html" in data[:2000].lower())
    if suffix in HTML_SUFFIXES or (suffix not in (".txt", *MARKDOWN_SUFFIXES) and LOOKS_LIKE_HTML.match(decoded.text)):
        parsed = _html(decoded.text)
    else:
        parsed = _text(
            decoded.text,
            is_markdown=suffix != ".txt" and bool(suffix in MARKDOWN_SUFFIXES or OPEN.match(decoded.text)),
        )
    beside = () if sidecar is None else (_sidecar(name, sidecar),)
    metadata = combine(
        (*parsed.statements[:2], *beside, _flags(options), *_rules(name, options), *parsed.statements[2:])
    )
    return _document(name, decoded, parsed, metadata, options)


def _document(name: str, decoded: Decoded, parsed: _Parsed, metadata: Metadata, options: ReadOptions) -> Document:
    language, language_from, doubts = _language(parsed, metadata, options)
    title = metadata.text("title") or _title(parsed)
    return Document(
        id=name,
        text=parsed.text,
        raw=decoded.text,
        blocks=parsed.blocks,
        language=language,
        language_from=language_from,
        source=metadata.text("source"),
        source_from=metadata.origins.get("source"),
        published=metadata.published,
        published_from=metadata.origins.get("published"),
        title=title,
        url=metadata.text("url"),
        segments=parsed.segments,
        derived_from=metadata.text("derived_from") or credited_agency(parsed.text, parsed.blocks),
        warnings=decoded.warnings + metadata.warnings + doubts,
    )


def _html(raw: str) -> _Parsed:
    page = scan(raw)
    composed = compose(article(page, raw))
    if all(piece.kind is BlockKind.TITLE for piece in composed.pieces) and (body := article_body(page)):
        composed = _from_script(body, raw)
    if not composed.pieces:
        raise ArticleError("no-text", "the page holds no article text")
    blocks = classify(composed.text, composed.pieces)
    return _Parsed(composed.text, blocks, statements(page, raw), composed.segments)


def _from_script(body: str, raw: str) -> Composed:
    """Text that a script holds: located only where it stands there to the letter."""
    pieces = tuple(plain.pieces(body))
    segments: list[Segment] = []
    at = 0
    for span in (piece.span for piece in pieces):
        found = raw.find(body[span.start : span.end], at)
        if found >= 0:
            at = found + span.end - span.start
            segments.append(Segment(span.start, found, at, span.end - span.start))
    return Composed(body, pieces, tuple(segments))


def _text(text: str, *, is_markdown: bool) -> _Parsed:
    matter = front_matter(text)
    pieces = (markdown.pieces if is_markdown else plain.pieces)(text, matter.body)
    title = _unrepeated_title(text, matter, pieces)
    if not pieces and title is None:
        raise ArticleError("empty", "the file holds no text beside its front matter")
    blocks = classify(text, [*([] if title is None else [title]), *pieces])
    return _Parsed(text, blocks, (stated(matter.pairs, "front matter"),))


def _unrepeated_title(text: str, matter: FrontMatter, pieces: Sequence[Piece]) -> Piece | None:
    """The title of the front matter where no heading of the body gives it again."""
    entry = next((e for e in matter.entries if _is_title(e)), None)
    if entry is None or entry.span is None or not entry.value.strip():
        return None
    wanted = _folded(entry.value)
    repeated = any(_folded(text[p.span.start : p.span.end]) == wanted for p in pieces[:10])
    return None if repeated else Piece(entry.span, BlockKind.TITLE, 1)


def _is_title(entry: Entry) -> bool:
    return KEYS.get(fold_key(entry.key), ("", 0))[0] == "title"


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _title(parsed: _Parsed) -> str | None:
    title = next((b.span for b in parsed.blocks if b.kind is BlockKind.TITLE), None)
    return " ".join(parsed.text[title.start : title.end].split()) if title else None


def _sidecar(name: str, data: bytes) -> Stated:
    try:
        found = entries(decode(data).text)
    except ArticleError as error:
        if error.reason == "empty":
            return Stated("sidecar")
        raise ArticleError("bad-metadata", f"sidecar of {name}: {error}") from error
    return stated([(entry.key, entry.value) for entry in found], "sidecar")


def _flags(options: ReadOptions) -> Stated:
    return Stated("flag", options.published, options.source)


def _rules(name: str, options: ReadOptions) -> list[Stated]:
    return [
        Stated("rules", rule.published, rule.outlet, normalise(rule.language) if rule.language else None)
        for rule in options.sources
        if _glob(rule.glob).match_file(name)
    ]


@lru_cache(maxsize=256)
def _glob(pattern: str) -> PathSpec[Any]:
    return PathSpec.from_lines("gitignore", [pattern])


def _language(parsed: _Parsed, metadata: Metadata, options: ReadOptions) -> tuple[str, str, tuple[str, ...]]:
    """The code, where it was found, and a warning where a page declares a language that it isn't in."""
    warnings: tuple[str, ...] = ()
    if options.language:
        code, origin = normalise(options.language) or options.language, "flag"
    elif stated_code := metadata.text("language"):
        code, origin = stated_code, metadata.origins["language"]
        if origin == "meta tag" and (better := contradicts(_prose(parsed), code)):
            warnings = (f"the page declares the language {code!r}, but its text is {better!r}",)
            code, origin = better, "detected"
    else:
        code, known = detect(_prose(parsed))
        origin = "detected"
        if not known:
            raise _no_data(code, "reads like")
    if code not in available():
        raise _no_data(code, f"by {origin}:")
    return code, origin, warnings


def _no_data(code: str, how: str) -> ArticleError:
    return ArticleError("language", f"{how} {code!r}, and there is language data for {', '.join(available())} only")


def _prose(parsed: _Parsed) -> str:
    """What the article itself says; all of it where the whole seems furniture."""
    prose = [parsed.text[b.span.start : b.span.end] for b in parsed.blocks if b.kind is not BlockKind.FURNITURE]
    return "\n".join(prose) or parsed.text
