"""Stories of several articles, and the signs that two claims speak of two things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck.claims import claims_of
from factcheck.extract.reading import Reading, read
from factcheck.linking.guards import two_things
from factcheck.linking.stories import stories_of
from factcheck.linking.story import StoryView, view_of, widened
from factcheck.linking.vectors import Vectors
from factcheck.model import Claim, Document

Article = Callable[..., Document]


class NoVectors(Vectors):
    """Every two texts are as alike as any others, so that words alone decide and no model is loaded."""

    def similarity(self, a: str, b: str) -> float:
        return 0.5


def read_all(
    article: Article, *texts: tuple[str, str]
) -> tuple[list[Document], dict[str, tuple[Reading, ...]], list[Claim]]:
    documents = [article(text, language, f"{i}.txt") for i, (language, text) in enumerate(texts)]
    readings = {d.id: read(d) for d in documents}
    claims = [claim for d in documents for claim in claims_of(d, readings[d.id])]
    return documents, readings, claims


def view(article: Article, *texts: tuple[str, str]) -> StoryView:
    documents, readings, claims = read_all(article, *texts)
    numbered = [_with_id(claim, i) for i, claim in enumerate(claims, 1)]
    return view_of(documents, readings, numbered, NoVectors())


def _with_id(claim: Claim, number: int) -> Claim:
    return replace(claim, id=f"c{number}")


GUARDED = [
    ("Am Montag entgleiste ein Zug.", "Am Dienstag entgleiste ein Zug.", "two times"),
    ("Am Montag entgleiste ein Zug.", "Am Montag entgleiste ein Zug.", None),
    ("Um 9 Uhr entgleiste ein Zug.", "Um 17 Uhr entgleiste ein Zug.", "two times"),
    ("Es war ihre zweite Reise.", "Es war ihre dritte Reise.", "two members of one series"),
    ("Es war ihre zweite Reise.", "Es war ihre zweite Reise.", None),
    (
        "Der Rat verkaufte das Haus.",
        "Der Rat will das Haus verkaufen.",
        "one is planned or supposed, the other happened",
    ),
    (
        "Im Januar 2019 entgleiste ein Zug.",
        "Am Montag entgleiste ein Zug.",
        "one tells of something long before its article",
    ),
    ("Das Tor schoss Trainerin Petra Hollweg.", "Das Tor schoss Trainerin Ute Brantner.", "two agents"),
    ("Das Tor schoss Trainerin Petra Hollweg.", "Das Tor schoss Trainerin Petra Hollweg.", None),
    ("Drei Menschen starben.", "Vier Menschen starben.", None),
]


@pytest.mark.parametrize(("one", "other", "reason"), GUARDED)
def test_two_things(one: str, other: str, reason: str | None, article: Article) -> None:
    story = view(article, ("de", one), ("de", other))
    a, b = story.claims
    assert (two_things(a, b, story), two_things(b, a, story)) == (reason, reason)


@pytest.mark.parametrize(
    ("one", "other", "compared"),
    [
        ("Am Montag entgleiste ein Zug.", "Am Dienstag entgleiste ein Zug.", "compares_times"),
        ("Es war ihre zweite Reise.", "Es war ihre dritte Reise.", "compares_series"),
        ("Das Tor schoss Trainerin Petra Hollweg.", "Das Tor schoss Trainerin Ute Brantner.", "compares_agents"),
    ],
)
def test_what_a_rule_compares_is_no_sign_of_two_things(one: str, other: str, compared: str, article: Article) -> None:
    story = view(article, ("de", one), ("de", other))
    a, b = story.claims
    assert two_things(a, b, story, **{compared: True}) is None


def test_a_view_knows_its_sentences_entities_and_dates(article: Article) -> None:
    story = view(article, ("de", "Gestern sprach Sergej Lawrow."), ("en", "Yesterday Sergei Lavrov spoke."))
    a, b = story.claims
    texts = [story.documents[c.document].text[story.sentence(c).span.start :] for c in (a, b)]
    assert texts == ["Gestern sprach Sergej Lawrow.", "Yesterday Sergei Lavrov spoke."]
    assert [entity.name for entity in story.entities] == ["Sergej Lawrow"]
    assert story.persons == frozenset({"n:sergei lavrov"})
    assert "n:sergei lavrov" in story.contents[a.id].keys() & story.contents[b.id].keys()
    assert story.published(a) == story.documents["0.txt"].published


def test_a_settlement_lies_in_its_country_and_apart_from_others(article: Article) -> None:
    story = view(
        article, ("de", "Er reiste nach Wien."), ("de", "Er reiste nach Österreich."), ("de", "Er reiste nach Prag.")
    )
    vienna, austria, prague = (claim.places[0] for claim in story.claims)
    assert (story.contains(austria, vienna), story.contains(vienna, austria)) == (True, False)
    assert story.contains(austria, prague) is False


def test_broader_concepts_weigh_less() -> None:
    found = widened({"c:methane_explosion": 1.0, "l:x": 0.4})
    assert (found["c:methane_explosion"], found["c:explosion"], found["l:x"]) == (1.0, 0.35, 0.4)


DERAILMENT_DE = (
    "Bei Uelzen ist am Montag ein Güterzug mit Kalksalz entgleist. Lokführerin Hanna Brockmeier wurde verletzt. "
    "Elf Kesselwagen kippten auf den Bahndamm, die Feuerwehr dichtete ein Leck."
)
DERAILMENT_AGAIN = (
    "Ein Güterzug voller Kalksalz ist am Montag bei Uelzen entgleist. Zwölf Kesselwagen stürzten vom Bahndamm. "
    "Lokführerin Hanna Brockmeier kam verletzt in eine Klinik."
)
BAKERY = (
    "Die älteste Bäckerei von Graz schließt im Herbst. Bäckermeister Alois Pirklbauer findet keinen Nachfolger "
    "für den Ofen aus dem Jahr 1874."
)


def stories(article: Article, *texts: str) -> list[list[str]]:
    documents, _, claims = read_all(article, *(("de", text) for text in texts))
    by_document = {d.id: [c for c in claims if c.document == d.id] for d in documents}
    return [[d.id for d in story] for story in stories_of(documents, by_document, NoVectors())]


def test_articles_of_one_happening_are_one_story(article: Article) -> None:
    assert stories(article, DERAILMENT_DE, BAKERY, DERAILMENT_AGAIN) == [["0.txt", "2.txt"], ["1.txt"]]


def test_an_article_alone_is_a_story_and_none_is_none(article: Article) -> None:
    assert stories(article, BAKERY) == [["0.txt"]]
    assert stories(article) == []


def test_articles_without_a_word_are_stories_of_their_own(article: Article) -> None:
    assert stories(article, "", "...", "") == [["0.txt"], ["1.txt"], ["2.txt"]]
