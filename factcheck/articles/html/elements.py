"""What the elements of a page tell of the text inside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from factcheck.articles.furniture import words
from factcheck.articles.html.scan import HEADINGS, Element, Page, Paragraph

FURNITURE_TAGS = frozenset(
    {"nav", "footer", "aside", "form", "script", "style", "noscript", "template", "svg", "button", "select",
     "dialog", "menu", "iframe", "object", "head", "title"}
)  # fmt: skip
FURNITURE_ROLES = frozenset(
    {
        "navigation",
        "complementary",
        "banner",
        "contentinfo",
        "search",
        "menu",
        "dialog",
        "alertdialog",
        "toolbar",
    }
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
NAME_PART = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")
TURNED = frozenset({"has", "no", "with", "without", "is", "hide", "show"})
"""``has-sidebar`` is said of what stands beside a sidebar."""
SUBSTANCE = 0.25
"""Share of the page's text from which on <article> or <main> holds the article."""
MOST = 0.5
"""Share from which on no class makes an element furniture."""


class Verdict:
    """The answers for one page, each found once."""

    def __init__(self, page: Page) -> None:
        self.size = _sizes(page.paragraphs)
        self.total = sum(len(p.text) - p.linked for p in page.paragraphs) or 1
        self.tags: dict[int, bool] = {}
        self.classes: dict[int, bool] = {}

    def by_tag(self, element: Element) -> bool:
        """True inside navigation, footers, asides, forms and hidden elements."""
        return _inherited(element, self.tags, _is_furniture)

    def by_class(self, element: Element) -> bool:
        """True inside elements whose class or id says menu, related, comments ..."""
        return _inherited(element, self.classes, self._has_furniture_name)

    def _has_furniture_name(self, element: Element) -> bool:
        if is_root(element) or element.tag in ("html", "body", "p", *HEADINGS):
            return False
        small = self.size[element.index] <= MOST * self.total
        return small and not words().classes.isdisjoint(names(element))

    def scope(self, body: Sequence[Paragraph]) -> Element | None:
        """The element that holds the article: the longest <article>, or the <main> around several."""
        size = _sizes(body)
        roots = {e.index: e for p in body for e in p.element.up() if is_root(e)}
        substance = SUBSTANCE * sum(len(p.text) - p.linked for p in body)
        enough = [e for e in roots.values() if size[e.index] >= substance]
        best = _largest([e for e in enough if not _is_main(e)], size)
        main = _largest([e for e in enough if _is_main(e)], size)
        if best is not None and main is not None and size[best.index] < 0.6 * size[main.index]:
            return main
        return best or main


def is_root(element: Element) -> bool:
    """True for <article>, <main> and what says that it is one."""
    attributes = element.attributes
    return (
        element.tag in ("article", "main")
        or attributes.get("role", "") in ("main", "article")
        or "articleBody" in attributes.get("itemprop", "")
    )


def names(element: Element) -> set[str]:
    """The words of its class and id: ``related-articles`` gives related, articles and the whole."""
    found: set[str] = set()
    for name in f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}".split():
        parts = [part.casefold() for part in NAME_PART.split(name)]
        if parts[0] not in TURNED:
            found.update(parts)
            found.add(name.casefold())
    return found


def _is_main(element: Element) -> bool:
    return element.tag == "main" or element.attributes.get("role", "") == "main"


def _largest(elements: Sequence[Element], size: dict[int, int]) -> Element | None:
    return max(elements, key=lambda e: (size[e.index], -e.index), default=None)


def _sizes(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Characters outside links, by the index of the element that they stand in."""
    size: dict[int, int] = defaultdict(int)
    for paragraph in paragraphs:
        for element in paragraph.element.up():
            size[element.index] += len(paragraph.text) - paragraph.linked
    return size


def _inherited(element: Element, known: dict[int, bool], test: Callable[[Element], bool]) -> bool:
    path: list[Element] = []
    answer = False
    for one in element.up():
        if one.index in known:
            answer = known[one.index]
            break
        path.append(one)
    for one in reversed(path):
        answer = answer or test(one)
        known[one.index] = answer
    return answer


def _is_furniture(element: Element) -> bool:
    attributes = element.attributes
    if element.tag in ("html", "body", "article", "main", "#document"):
        return False
    if element.tag in FURNITURE_TAGS or attributes.get("role", "").lower() in FURNITURE_ROLES:
        return True
    if element.tag == "header":
        return not any(is_root(one) for one in element.up())
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return hidden or bool(HIDDEN.search(attributes.get("style", "")))
