"""HTML -> paragraphs with the place of each character in the file.

A tokeniser of our own: parsers that build a tree (lxml, html5lib) forget where a character stood. It follows
the tokenising rules of the HTML standard as far as they bear on text, and is linear in the file's length.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,60})")
ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']*))?""")
ENTITY = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
     "wbr"}
)  # fmt: skip
RAW_TEXT = frozenset({"script", "style", "textarea", "title", "noscript", "iframe", "noembed", "noframes", "xmp"})
BLOCK = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
     "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
     "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "nav", "ol", "option", "p",
     "pre", "section", "select", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"}
)  # fmt: skip
CELLS = frozenset({"td", "th"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
DEEPEST = 256
"""Nested elements; browsers stop at 512, and no article needs as many."""
IGNORED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens and joiners: part of the layout, not of the words."""


@dataclass(slots=True)
class Element:
    """An open or closed element and what it stands in."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    index: int

    def up(self) -> Iterator[Element]:
        """This element and those around it, from the inside out."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent


@dataclass(slots=True)
class Run:
    """``text`` that stands at ``raw_start`` to ``raw_end``: to the letter, or decoded from an entity."""

    text: str
    raw_start: int
    raw_end: int

    @property
    def literal(self) -> bool:
        return len(self.text) == self.raw_end - self.raw_start


@dataclass(slots=True)
class Paragraph:
    """The text of a block element between two block borders."""

    element: Element
    runs: list[Run] = field(default_factory=list)
    linked: int = 0
    """Characters inside links."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class Page:
    """Everything that the scan finds."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    """Contents of the JSON-LD scripts."""
    title: Paragraph | None = None


def scan(raw: str) -> Page:
    """The paragraphs, elements and JSON-LD of a page."""
    return _Scanner(raw).run()


class _Scanner:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.page = Page()
        self.root = Element("#document", {}, None, -1)
        self.stack = [self.root]
        self.depth: dict[str, int] = {}
        self.current: Paragraph | None = None
        self.breaks = 0
        self.missing: set[str] = set()

    def run(self) -> Page:
        at, end = 0, len(self.raw)
        while at < end:
            less = self._find("<", at)
            if less < 0:
                less = end
            if less > at:
                self._text(at, less)
            at = self._markup(less) if less < end else end
        self._border()
        return self.page

    def _find(self, what: str, at: int) -> int:
        """``raw.find`` that never searches twice in vain: hostile files stay linear."""
        if what in self.missing:
            return -1
        found = self.raw.find(what, at)
        if found < 0:
            self.missing.add(what)
        return found

    def _markup(self, at: int) -> int:
        """Handles what starts with ``<`` at ``at``; where to go on."""
        if self.raw.startswith("<!--", at):
            close = self._find("-->", at + 4)
            return close + 3 if close >= 0 else len(self.raw)
        if self.raw.startswith(("<!", "<?"), at):
            return self._after_bracket(at)
        tag = TAG.match(self.raw, at)
        # A tag that the end of the file tears is none; asked before its attributes are read, once for all.
        if not tag or self._find(">", tag.end()) < 0:
            self._text(at, at + 1)
            return at + 1
        name = tag[2].lower()
        attributes, stop = self._attributes(tag.end())
        if tag[1]:
            self._end(name)
        else:
            self._start(name, attributes)
            if name in RAW_TEXT:
                return self._raw_text(name, attributes, stop)
        return stop

    def _after_bracket(self, at: int) -> int:
        close = self._find(">", at)
        return close + 1 if close >= 0 else len(self.raw)

    def _attributes(self, at: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        while match := ATTRIBUTE.match(self.raw, at):
            at = match.end()
            value = match[2] or ""
            if value[:1] in "\"'" and value:
                value = value[1:-1]
            elif self.raw[at : at + 1] in ('"', "'"):
                at += 1  # a quote that is never closed, or a stray one
            attributes.setdefault(match[1].lower(), value)
        return attributes, self._after_bracket(at)

    def _raw_text(self, name: str, attributes: dict[str, str], at: int) -> int:
        """Skips to the end tag of an element whose content is no markup."""
        close = re.compile(rf"</{name}\b", re.I).search(self.raw, at) if f"</{name}" not in self.missing else None
        if close is None:
            self.missing.add(f"</{name}")
            self._end(name)
            return len(self.raw) if name in ("script", "style", "title") else at
        content = (at, close.start())
        if name == "script" and "ld+json" in attributes.get("type", "").lower():
            self.page.scripts.append(self.raw[content[0] : content[1]])
        if name == "title" and self.page.title is None and "svg" not in self.depth:
            self.page.title = Paragraph(self.stack[-1])
            self._add_runs(self.page.title, *content)
        self._end(name)
        return self._after_bracket(close.end())

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._imply_end(name)
        if name in BLOCK:
            self._border()
        elif name in CELLS and self.current is not None and self.current.runs:
            self.current.runs.append(Run(" | ", 0, 0))
        element = Element(name, attributes, self.stack[-1], len(self.page.elements))
        self.page.elements.append(element)
        if name == "br":
            self._break()
        if name not in VOID and len(self.stack) < DEEPEST:
            self.stack.append(element)
            self.depth[name] = self.depth.get(name, 0) + 1

    def _imply_end(self, name: str) -> None:
        """End tags that HTML lets authors leave out."""
        last = self.stack[-1].tag
        if (
            (name in BLOCK and last == "p")
            or (name in ("li", "option", "tr") and last == name)
            or (name in ("dd", "dt") and last in ("dd", "dt"))
            or (name in CELLS and last in CELLS)
        ):
            self._pop(last)

    def _end(self, name: str) -> None:
        if name in BLOCK:
            self._border()
        if self.depth.get(name):
            self._pop(name)

    def _pop(self, name: str) -> None:
        while len(self.stack) > 1:
            element = self.stack.pop()
            self.depth[element.tag] -= 1
            if element.tag in BLOCK:
                self._border()
            if element.tag == name:
                return

    def _break(self) -> None:
        self.breaks += 1
        if self.breaks >= 2:
            self._border()
        elif self.current is not None and self.current.runs:
            self.current.runs.append(Run("\n", 0, 0))

    def _border(self) -> None:
        if self.current is not None and self.current.text.strip():
            self.page.paragraphs.append(self.current)
        self.current, self.breaks = None, 0

    def _text(self, start: int, end: int) -> None:
        if self.current is None:
            if self.raw[start:end].isspace():
                return
            self.current = Paragraph(self._block())
        if not self.raw[start:end].isspace():
            self.breaks = 0
        before = len(self.current.runs)
        self._add_runs(self.current, start, end)
        if self.depth.get("a"):
            self.current.linked += sum(len(run.text) for run in self.current.runs[before:])

    def _block(self) -> Element:
        for element in reversed(self.stack):
            if element.tag in BLOCK or element.tag in CELLS or element is self.root:
                return element
        return self.root

    def _add_runs(self, paragraph: Paragraph, start: int, end: int) -> None:
        at = start
        for match in ENTITY.finditer(self.raw, start, end):
            decoded = html.unescape(match[0])
            if decoded == match[0]:
                continue
            if match.start() > at:
                paragraph.runs.append(Run(self.raw[at : match.start()], at, match.start()))
            paragraph.runs.append(Run(decoded, match.start(), match.end()))
            at = match.end()
        if end > at:
            paragraph.runs.append(Run(self.raw[at:end], at, end))
