"""What surrounds an article on a scraped page yields no sentence; prose that looks like it does."""

import pytest

from factcheck.articles import ReadOptions, marks, read_bytes
from factcheck.articles.furniture import words

PROSE = "Der Stadtrat hat die alte Brücke am Montag gesperrt, weil zwei Seile durchgerostet waren."
BODY = "\n".join([PROSE] * 4)


def kinds(text: str) -> list[tuple[str, str]]:
    document = read_bytes("a.txt", text.encode(), ReadOptions(language="de"))
    return [(block.kind.value, document.text[block.span.start : block.span.end]) for block in document.blocks]


def furniture(text: str) -> list[str]:
    return [content for kind, content in kinds(text) if kind == "furniture"]


@pytest.mark.parametrize(
    "line",
    [
        "zum Inhalt",
        "Werbung",
        "Anzeige: Jetzt Bonus sichern!",
        "2 min read",
        "Lesezeit: 3 Minuten",
        "Foto: Jo Ray/Agentur",
        "Von Ann Lee",
        "Von Ann Lee | 03.06.2019",
        "By Ann Lee, June 3, 2019",
        "Published 3 June 2019",
        "Stand: 4.11.2019, 9:30 Uhr",
        "geschrieben von annlee am 3. Juni 2019",
        "02.11.2019 | Ann Lee | Kommentare (8)",
        "Startseite > Stadt > Verkehr",
        "Politik | Sport | Wetter | Abo",
        "Alle Rechte vorbehalten.",
        "© 2025 Bote GmbH",
        "https://bote.example/bruecke",
        "#Brücke #Stadtrat",
        "Tags: Brücke, Stadtrat",
        "Mehr zum Thema: Zwei Tote in Adorf – Tunnel wird teurer",
        "Читайте также",
    ],
)
def test_lines_around_the_article(line: str) -> None:
    assert furniture(f"{line}\nBrücke gesperrt\n{BODY}") == [line]
    assert furniture(f"Brücke gesperrt\n{BODY}\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Von Westen ziehen Schauer durch.",
        "Von der Brücke ist seit dem Einsturz nur noch ein Pfeiler übrig geblieben",
        "Die Kommentare des Ministers sorgten für Ärger.",
        "Am Dienstag, dem 5. Juni 2019, kam es zum Streit.",
        "By Monday, two cables had rusted through.",
        "Zum Thema: Der Bürgermeister will morgen über die Kosten sprechen.",
        "Das Foto zeigt die Brücke im Jahr 1996.",
        "Die Werbung für die neue Brücke kostete zwei Millionen Euro.",
        "Teilen der Stadt fehlt seit Montag der Strom.",
        "„Mehr zum Thema sage ich nicht“, erklärte der Bürgermeister.",
        "Bei der Bank - einer Tochter der Sparkasse - fehlen 3 Millionen Euro.",
    ],
)
def test_prose_that_looks_like_it(line: str) -> None:
    assert furniture(f"Brücke gesperrt\n{BODY}\n{line}\n{BODY}") == []


def test_words_that_are_glued_to_the_first_or_last_sentence() -> None:
    assert kinds(f"Brücke gesperrt\n2 min read{PROSE}\n{PROSE}Werbung") == [
        ("title", "Brücke gesperrt"),
        ("furniture", "2 min read"),
        ("paragraph", PROSE),
        ("paragraph", PROSE),
        ("furniture", "Werbung"),
    ]
    assert kinds(f"Aktuelles„Wir sperren“ - Brücke zu\n{PROSE}")[:2] == [
        ("furniture", "Aktuelles"),
        ("title", "„Wir sperren“ - Brücke zu"),
    ]


def test_a_caption_loses_its_credit() -> None:
    assert kinds(f"{BODY}\nDie Brücke am Montag. Foto: Jo Ray, Agentur")[-2:] == [
        ("caption", "Die Brücke am Montag."),
        ("furniture", "Foto: Jo Ray, Agentur"),
    ]


@pytest.mark.parametrize("opener", ["Kommentare", "3 Kommentare", "Schreibe einen Kommentar", "Leave a Reply"])
def test_comments_close_the_article(opener: str) -> None:
    comment = "Ich war am Samstag auf der Brücke, und da waren es noch 14 Seile, die alle rostig waren!"
    tail = [opener, "Max", comment, comment, "Antworten"]
    assert furniture("\n".join(["Brücke gesperrt", BODY, *tail])) == tail


def test_a_link_to_the_comments_below_the_lead_does_not() -> None:
    text = "\n".join(["Brücke gesperrt", PROSE, PROSE, PROSE, "Kommentare (12)", *[BODY] * 4])
    assert furniture(text) == ["Kommentare (12)"]


def test_a_marked_title_is_a_title() -> None:
    text = f"# Video: Brücke stürzt ein\n\n{PROSE}\n"
    document = read_bytes("a.md", text.encode(), ReadOptions(language="de"))
    assert [block.kind.value for block in document.blocks] == ["title", "paragraph"]


def test_a_count_of_comments_above_the_article_does_not() -> None:
    assert furniture(f"Brücke gesperrt\n3 Kommentare\n{BODY}") == ["3 Kommentare"]


def test_teasers_inside_the_article_end_at_its_next_paragraph() -> None:
    text = f"Brücke gesperrt\n{BODY}\nLesen Sie auch:\nZwei Tote in Adorf\nTunnel wird teurer\n{BODY}\n{BODY}"
    assert furniture(text) == ["Lesen Sie auch:", "Zwei Tote in Adorf", "Tunnel wird teurer"]


def test_teasers_at_its_end_do_not() -> None:
    teaser = "In Adorf sind am Freitag zwei Menschen bei einem Brand ums Leben gekommen."
    text = f"Brücke gesperrt\n{BODY}\nCheck Also\nZwei Tote in Adorf\n{teaser}"
    assert furniture(text) == ["Check Also", "Zwei Tote in Adorf", teaser]


def test_a_blurb_about_the_author_and_initials() -> None:
    blurb = "“Kaffeetrinker. Hobbykoch. Bahnfahrer. Leidenschaftlicher Tänzer. Immer freundlich.”"
    assert furniture(f"{BODY}\nA.L.\n{blurb}") == ["A.L.", blurb]


@pytest.mark.parametrize(
    "note",
    [
        "Korrektur: Es sind zwei Seile, nicht vier.",
        "Anmerkung der Redaktion: In einer früheren Version hieß es, vier Seile seien gerissen.",
        "In einer früheren Fassung war von vier Seilen die Rede.",
        "This article was amended on 3 June.",
    ],
)
def test_corrections_are_kept_apart(note: str) -> None:
    assert kinds(f"Brücke gesperrt\n{BODY}\nKommentare\n{note}")[-1] == ("correction", note)


@pytest.mark.parametrize(
    "note",
    ["Anmerkung der Redaktion: Der Autor ist Brückenbauer.", "Die Korrektur der Zahlen dauerte drei Wochen."],
)
def test_not_every_note_is_a_correction(note: str) -> None:
    assert kinds(f"Brücke gesperrt\n{BODY}\n{note}")[-1][0] != "correction"


def test_a_day_on_its_own_line_is_a_heading() -> None:
    assert kinds(f"Brücke gesperrt\nMittwoch, 5. Juni 2019\n{BODY}")[:2] == [
        ("title", "Brücke gesperrt"),
        ("heading", "Mittwoch, 5. Juni 2019"),
    ]


def test_wrapped_lines_make_paragraphs() -> None:
    text = (
        "Bridge closed\n\nThe council closed the old bridge on Monday, because two of\n"
        "its cables had rusted through. It had been built in 1996 and\n"
        "had last been checked in 2011, when nobody found a fault.\nDrivers have to take the ferry.\n\n"
        "A new bridge is to be built by 2030, and the state will pay for\nhalf of it, the mayor said.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "paragraph"]


def test_every_listed_line_is_known_again() -> None:
    lists = words()
    assert len(lists.lines) > 100
    for line in sorted(lists.lines | lists.closers | lists.teasers):
        assert marks.mark(line.replace("{n}", "3").capitalize()) is not marks.Mark.NONE, line
