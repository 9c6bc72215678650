"""Names of several articles -> entities."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.extract.reading import read
from factcheck.linking.entities import entities_of
from factcheck.model import Document

Article = Callable[..., Document]


def entities(article: Article, *texts: tuple[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    """(name, keys) of the entities of articles given as (language, text)."""
    documents = [article(text, language, f"{i}.txt") for i, (language, text) in enumerate(texts)]
    found, where = entities_of({d.id: read(d) for d in documents})
    assert set(where.values()) == {entity.id for entity in found}
    return [(entity.name, entity.keys) for entity in found]


LAVROV = ("de", "Gestern sprach Sergej Lawrow."), ("en", "Yesterday Sergei Lavrov spoke.")


def test_transliterations_are_one_entity(article: Article) -> None:
    assert entities(article, *LAVROV) == [("Sergej Lawrow", ("sergei lavrov",))]


def test_a_surname_joins_the_full_name_of_another_article(article: Article) -> None:
    found = entities(article, LAVROV[0], ("en", "Yesterday Lavrov spoke."))
    assert found == [("Sergej Lawrow", ("lavrov", "sergei lavrov"))]


def test_kim_jong_un_and_kim_jong_il_stay_two(article: Article) -> None:
    found = entities(article, ("de", "Gestern sprach Kim Jong Un."), ("en", "Yesterday Kim Jong Il spoke."))
    assert [name for name, _ in found] == ["Kim Jong Il", "Kim Jong Un"]


def test_a_short_name_is_its_own_articles_person(article: Article) -> None:
    found = entities(
        article,
        ("de", "Gestern sprach Kim Jong Un. Dann lachte Kim."),
        ("en", "Yesterday Kim Jong Il spoke. Then Kim laughed."),
    )
    assert found == [("Kim Jong Il", ("kim", "kim yong il")), ("Kim Jong Un", ("kim", "kim yong un"))]


def test_a_short_name_that_fits_two_people_joins_neither(article: Article) -> None:
    found = entities(
        article,
        ("de", "Gestern sprach Kim Jong Un."),
        ("de", "Gestern sprach Kim Jong Il."),
        ("de", "Gestern sprach Kim."),
    )
    assert [name for name, _ in found] == ["Kim", "Kim Jong Il", "Kim Jong Un"]


def test_siblings_of_one_surname_stay_two(article: Article) -> None:
    found = entities(article, ("en", "Yesterday Anna Maddison spoke. Then Gareth Maddison came."))
    assert [name for name, _ in found] == ["Anna Maddison", "Gareth Maddison"]


@pytest.mark.parametrize("reverse", [False, True])
def test_the_order_of_articles_changes_no_entity(article: Article, reverse: bool) -> None:
    texts = [*LAVROV, ("en", "Yesterday Kim Jong Il spoke.")]
    found = entities(article, *(reversed(texts) if reverse else texts))
    assert [keys for _, keys in found] == [("kim yong il",), ("sergei lavrov",)]


def test_no_article_no_entity() -> None:
    assert entities_of({}) == ((), {})
