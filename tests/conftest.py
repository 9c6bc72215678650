"""Articles of one paragraph, for the tests of the rooms that read text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from factcheck.claims import claims_of
from factcheck.extract.reading import Reading, read
from factcheck.model import Block, BlockKind, Claim, Document, Span

PUBLISHED = date(2024, 5, 17)
"""A Friday."""


def one_paragraph(text: str, language: str, name: str = "a.txt") -> Document:
    return Document(
        id=name,
        text=text,
        raw=text,
        blocks=(Block(Span(0, len(text)), BlockKind.PARAGRAPH),),
        language=language,
        language_from="flag",
        published=PUBLISHED,
        published_from="flag",
    )


@pytest.fixture(scope="session")
def article() -> Callable[..., Document]:
    """(text, language, id) -> an article of one paragraph."""
    return one_paragraph


@pytest.fixture(scope="session")
def readings_of() -> Callable[[str, str], tuple[Reading, ...]]:
    """(text, language) -> one reading a sentence."""
    return lambda text, language: read(one_paragraph(text, language))


@pytest.fixture(scope="session")
def claims_in() -> Callable[[str, str], tuple[Claim, ...]]:
    """(text, language) -> the article's claims in text order."""

    def claims(text: str, language: str) -> tuple[Claim, ...]:
        document = one_paragraph(text, language)
        return tuple(claims_of(document, read(document)))

    return claims
