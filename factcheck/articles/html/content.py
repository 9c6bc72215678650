"""Which paragraphs of a page are its article.

Three witnesses: the page's own elements (article, main, nav, aside), the words of class and id attributes,
and trafilatura. Where the page marks its article, the elements decide, and trafilatura is asked about
doubtful parts inside; where it does not, trafilatura decides, except on small pages that it loses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.articles import bylines, marks
from factcheck.articles.furniture import words
from factcheck.articles.html.compose import Kept, plain
from factcheck.articles.html.elements import Verdict, is_root, names
from factcheck.articles.html.scan import CELLS, HEADINGS, Element, Page, Paragraph, Run
from factcheck.model import BlockKind

SHINGLE = 5
"""Words in a row that two versions of a paragraph must share."""
SMALL = 20_000
"""Code points of text up to which a page that trafilatura loses is read whole."""
LARGEST = 3_000_000
"""Code points of a page that trafilatura is given."""
MAX_LINKED = 0.6
"""Share of a paragraph inside links from which on it is a list of links."""
PROSE = 120
LONGEST_BYLINE = 120
TITLE_TAILS = (" | ", " - ", " – ", " — ", " :: ", " · ", " » ")
MAX_TAIL_WORDS = 4


def article(page: Page, raw: str) -> list[Kept]:
    """The title and the paragraphs of the page's article, in the order of the file."""
    verdict, extracted = Verdict(page), _Extracted(raw)
    body = [p for p in page.paragraphs if not verdict.by_tag(p.element)]
    scope = verdict.scope(body)
    if scope is not None:
        inside = [p for p in body if any(one is scope for one in p.element.up())]
        chosen = [p for p in inside if _is_content(p, verdict, extracted)]
    else:
        chosen = _unmarked(body, verdict, extracted)
    return _with_title(page, _with_corrections(body, chosen))


def _is_content(paragraph: Paragraph, verdict: Verdict, extracted: _Extracted) -> bool:
    """False for lists of links and for what a class calls furniture, unless trafilatura keeps it."""
    if verdict.by_class(paragraph.element):
        return len(paragraph.text) - paragraph.linked >= PROSE and extracted.has(plain(paragraph))
    return not _is_linked(paragraph) or extracted.has(plain(paragraph))


def _is_linked(paragraph: Paragraph) -> bool:
    return paragraph.linked > MAX_LINKED * len(paragraph.text)


def _unmarked(body: Sequence[Paragraph], verdict: Verdict, extracted: _Extracted) -> list[Paragraph]:
    """Those that trafilatura extracts; on a small page where it loses most, all that look like prose."""
    chosen = [p for p in body if extracted.has(plain(p))]
    prose = [p for p in body if not _is_linked(p) and not verdict.by_class(p.element)]
    size = sum(len(p.text) for p in prose)
    if not chosen or (size <= SMALL and sum(len(p.text) for p in chosen) < 0.5 * size):
        return prose
    return chosen


class _Extracted:
    """What trafilatura takes for the article, as whole paragraphs and as rows of words; found when asked."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.lines: set[str] | None = None
        self.shingles: set[tuple[str, ...]] = set()

    def has(self, text: str) -> bool:
        """True if trafilatura kept ``text``, or half of its rows of words."""
        if self.lines is None:
            self.lines = set()
            for line in extract(self.raw).splitlines():
                found = line.casefold().split()
                self.lines.add("".join(found))
                self.shingles.update(_shingles(found))
        found = text.casefold().split()
        rows = list(_shingles(found))
        return "".join(found) in self.lines or (
            bool(rows) and 2 * sum(row in self.shingles for row in rows) >= len(rows)
        )


def _shingles(found: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(found[i : i + SHINGLE]) for i in range(len(found) - SHINGLE + 1))


def extract(raw: str) -> str:
    """trafilatura's plain text of a page; nothing where it gives up or the page is too large for it."""
    if len(raw) > LARGEST:
        return ""
    import logging

    import trafilatura

    # Without a handler Python prints the library's complaints about odd pages to stderr.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        text = trafilatura.extract(raw, favor_precision=True, include_comments=False, include_tables=True)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ""
    return text or ""


def _with_corrections(body: Sequence[Paragraph], chosen: list[Paragraph]) -> list[Paragraph]:
    """``chosen`` and the notes of correction that stand outside of it."""
    have = {id(p) for p in chosen}
    return [p for p in body if id(p) in have or marks.is_correction(plain(p))]


def _with_title(page: Page, chosen: Sequence[Paragraph]) -> list[Kept]:
    kept = [Kept(p, *_kind(p)) for p in chosen]
    if any(item.kind is BlockKind.TITLE for item in kept):
        return kept
    headline = next((p for p in page.paragraphs if p.element.tag == "h1" and plain(p)), None)
    if headline is None and page.title is not None and plain(page.title):
        headline = _without_tail(page.title)
    return [Kept(headline, BlockKind.TITLE, 1), *kept] if headline is not None else kept


def _without_tail(title: Paragraph) -> Paragraph:
    """``<title>`` without the outlet's name behind a bar or dash."""
    text = title.text.rstrip()
    at = max(text.rfind(tail) for tail in TITLE_TAILS)
    if at <= 0 or len(text[at:].split()) - 1 > MAX_TAIL_WORDS or len(text[:at].split()) < 3:
        return title
    runs: list[Run] = []
    for run in title.runs:
        if at >= len(run.text):
            runs.append(run)
        elif at > 0 and run.literal:
            runs.append(Run(run.text[:at], run.raw_start, run.raw_start + at))
        at -= len(run.text)
        if at <= 0:
            break
    return Paragraph(title.element, runs)


def _kind(paragraph: Paragraph) -> tuple[BlockKind, int]:
    for element in paragraph.element.up():
        if level := HEADINGS.get(element.tag):
            return (BlockKind.TITLE if level == 1 else BlockKind.HEADING), level
        if element.tag in ("figcaption", "caption"):
            return BlockKind.CAPTION, 0
        if is_root(element) or element.tag in (*CELLS, "body"):
            break
        if _is_byline(element, paragraph):
            return BlockKind.FURNITURE, 0
    return BlockKind.PARAGRAPH, 0


def _is_byline(element: Element, paragraph: Paragraph) -> bool:
    """True for a short paragraph that its class calls a byline; a bare date stays, others may need it."""
    if len(paragraph.text) >= LONGEST_BYLINE or not words().meta_classes.intersection(names(element)):
        return False
    return not bylines.is_date(plain(paragraph)) and not bylines.ends_sentence(plain(paragraph))
