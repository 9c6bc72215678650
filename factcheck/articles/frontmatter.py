"""YAML front matter and sidecars -> (key, value) pairs with their place in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from factcheck.errors import ArticleError
from factcheck.model import Span

OPEN = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
CLOSE = re.compile(r"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|$)")
LOOKS_LIKE_KEY = re.compile(r"[\w:.-]{1,40}[ \t]*:(?:\s|$)")
LARGEST = 65_536
"""Code points; longer front matter is a mistake, and YAML's own parser is slow."""
PLAIN_KEYS_IN_NESTED = ("name", "url", "@id", "id", "title")


@dataclass(frozen=True, slots=True)
class Entry:
    """A scalar of a YAML mapping as written: dates, ``NO`` and numbers stay text."""

    key: str
    value: str
    span: Span | None
    """The value in the file, without its quotes; None where folding or escapes make it other text."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The entries and where the body starts."""

    entries: tuple[Entry, ...]
    body: int

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return [(entry.key, entry.value) for entry in self.entries]


def front_matter(text: str) -> FrontMatter:
    """The front matter at the start of ``text``; no entries and body 0 where it has none.

    Raises ArticleError (``bad-metadata``) where it is opened and not closed, or no YAML mapping.
    """
    opening = OPEN.match(text)
    if not opening:
        return FrontMatter((), 0)
    start = opening.end()
    closing = CLOSE.search(text, start, start + LARGEST)
    if not closing:
        if LOOKS_LIKE_KEY.match(text, start):
            raise ArticleError("bad-metadata", "line 1: the front matter is opened by --- and never closed")
        return FrontMatter((), 0)
    block = text[start : closing.start()]
    if not LOOKS_LIKE_KEY.search(block):
        return FrontMatter((), 0)  # two thematic breaks around prose
    return FrontMatter(entries(block, offset=start, first_line=2), closing.end())


def entries(block: str, *, offset: int = 0, first_line: int = 1) -> tuple[Entry, ...]:
    """The scalars of a YAML mapping; of a nested one its name, of a list its first scalar.

    Raises ArticleError (``bad-metadata``) with the line.
    """
    try:
        root = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = first_line + error.problem_mark.line if error.problem_mark else first_line
        raise ArticleError("bad-metadata", f"line {line}: {error.problem or error.context}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        cause = str(error).partition("\n")[0] or "nested too deep"
        raise ArticleError("bad-metadata", f"line {first_line}: {cause}") from error
    if root is None:
        return ()
    if not isinstance(root, yaml.MappingNode):
        line = first_line + root.start_mark.line
        raise ArticleError("bad-metadata", f"line {line}: not a mapping of keys to values")
    return tuple(
        Entry(key.value, node.value, _span(block, node, offset))
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode) and (node := _scalar(value)) is not None
    )


def _scalar(node: yaml.Node) -> yaml.ScalarNode | None:
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == "tag:yaml.org,2002:null" else node
    if isinstance(node, yaml.SequenceNode) and node.value:
        return node.value[0] if isinstance(node.value[0], yaml.ScalarNode) else None
    if isinstance(node, yaml.MappingNode):
        for wanted in PLAIN_KEYS_IN_NESTED:
            for key, value in node.value:
                if key.value == wanted and isinstance(value, yaml.ScalarNode):
                    return value
    return None


def _span(block: str, node: yaml.ScalarNode, offset: int) -> Span | None:
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ('"', "'"):
        start, end = start + 1, end - 1
    if node.style in ("|", ">"):
        start = block.find("\n", start) + 1
        start += len(block[start:end]) - len(block[start:end].lstrip())
    written = block[start:end]
    if node.style == '"' and "\\" in written:
        return None
    return Span(offset + start, offset + start + len(written.rstrip()))
