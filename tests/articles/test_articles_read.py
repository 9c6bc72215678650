"""Files to documents, as the command line would read them."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from factcheck.articles import ReadOptions, SourceRule, line_column, raw_span, read, read_bytes
from factcheck.errors import ArticleError, UsageError
from factcheck.model import Block, BlockKind, Document, Skipped, Span

PROSE = "The council closed the old bridge on Monday, because two of its cables had rusted through."


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.span.start : block.span.end]) for block in document.blocks]


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def test_plain_text_without_metadata() -> None:
    text = f"Bridge closed\r\n\r\n{PROSE}\r\n"
    assert read_bytes("a.txt", text.encode("utf-8-sig"), ReadOptions()) == Document(
        id="a.txt",
        text=text,
        raw=text,
        blocks=(Block(Span(0, 13), BlockKind.TITLE), Block(Span(17, 17 + len(PROSE)), BlockKind.PARAGRAPH)),
        language="en",
        language_from="detected",
        title="Bridge closed",
    )


def test_front_matter_gives_metadata_and_its_own_text() -> None:
    text = (
        '---\ntitle: "Bridge closed"\ndate: 2024-09-13T23:20:00-04:00\nsource: Herald\nlang: en-GB\n'
        f"url: https://herald.example/1\n---\n\n{PROSE}\n"
    )
    document = read_bytes("a.md", text.encode(), ReadOptions())
    assert (document.source, document.source_from) == ("Herald", "front matter")
    assert (document.language, document.language_from) == ("en", "front matter")
    assert (document.published_day, document.published_from) == (date(2024, 9, 13), "front matter")
    assert (document.title, document.url) == ("Bridge closed", "https://herald.example/1")
    assert document.text == text
    assert blocks(document) == [("title", "Bridge closed"), ("paragraph", PROSE)]


@pytest.mark.parametrize(
    "written", ["Bridge closed", "'Bridge closed'", "|\n  Bridge closed", "Bridge closed   # so far"]
)
def test_a_title_is_cited_inside_the_front_matter(written: str) -> None:
    document = read_bytes("a.md", f"---\ntitle: {written}\nlang: en\n---\n{PROSE}".encode(), ReadOptions())
    assert blocks(document)[0] == ("title", "Bridge closed")


def test_a_title_that_the_body_repeats_is_cited_there() -> None:
    text = f"---\ntitle: Bridge closed\n---\n# Bridge *closed*\n\n{PROSE}\n"
    assert blocks(read_bytes("a.md", text.encode(), ReadOptions())) == [
        ("title", "Bridge *closed*"),
        ("paragraph", PROSE),
    ]


@pytest.mark.parametrize("value", ["NO", "xx", "Dutch", "fr-FR"])
def test_a_language_without_data_is_refused(value: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_bytes("a.md", f"---\nlang: {value}\n---\n{PROSE}".encode(), ReadOptions())
    assert caught.value.reason == "language"


def test_a_text_in_a_language_without_data_is_refused() -> None:
    french = "Le président a rencontré hier soir le maire de la ville pour parler de la réforme des transports. "
    with pytest.raises(ArticleError, match="reads like 'fr'") as caught:
        read_bytes("a.txt", (french * 4).encode(), ReadOptions())
    assert caught.value.reason == "language"
    assert read_bytes("a.txt", (french * 4).encode(), ReadOptions(language="en")).language_from == "flag"


def test_a_bad_date_is_a_warning_and_no_date() -> None:
    document = read_bytes("a.md", f"---\ndate: next week\n---\n{PROSE}".encode(), ReadOptions())
    assert (document.published, document.published_from) == (None, None)
    assert document.warnings == ("front matter: date: not a date that can be read: 'next week'",)


def test_what_is_no_language_is_a_warning() -> None:
    document = read_bytes("a.md", f"---\nlang: Klingon\n---\n{PROSE}".encode(), ReadOptions())
    assert (document.language, document.language_from) == ("en", "detected")
    assert document.warnings == ("front matter: lang: not a language: 'Klingon'",)


@pytest.mark.parametrize(
    ("matter", "message"),
    [
        ("---\ntitle: a: b\n---\n", "line 2: mapping values are not allowed here"),
        ("---\ntitle: x\n\tdate: y\n---\n", "line 3: "),
        ("---\ntitle: x\nno end\n", "line 1: the front matter is opened by --- and never closed"),
        ("---\ntitle: " + "[" * 2000 + "\n---\n", "line 2: "),
    ],
)
def test_broken_front_matter_names_its_line(matter: str, message: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_bytes("a.md", (matter + PROSE).encode(), ReadOptions())
    assert caught.value.reason == "bad-metadata"
    assert str(caught.value).startswith(message)


def test_a_line_of_dashes_is_no_front_matter() -> None:
    text = f"---\n\n{PROSE}\n\n---\n\nMore of it.\n"
    assert blocks(read_bytes("a.md", text.encode(), ReadOptions())) == [
        ("paragraph", PROSE),
        ("paragraph", "More of it."),
    ]


@pytest.mark.parametrize("name", ["a__txt__meta__yaml", "a__meta__yaml"])
def test_a_sidecar_speaks_for_its_article(tmp_path: Path, name: str) -> None:
    write(tmp_path, a__txt=PROSE, **{name: "datePublished: 2024-09-13\nsitename: Herald\ninLanguage: en\n"})
    (document,), skipped = read(["."], ReadOptions(), start=tmp_path)
    assert skipped == ()
    assert (document.published, document.published_from) == (date(2024, 9, 13), "sidecar")
    assert (document.source, document.source_from) == ("Herald", "sidecar")
    assert (document.language, document.language_from) == ("en", "sidecar")


def test_a_broken_sidecar_skips_its_article(tmp_path: Path) -> None:
    write(tmp_path, a__txt=PROSE, a__meta__yaml="date: [\n")
    documents, (skipped,) = read(["."], ReadOptions(), start=tmp_path)
    assert documents == ()
    assert (skipped.file, skipped.reason) == ("a.txt", "bad-metadata")
    assert skipped.message.startswith("sidecar of a.txt: line ")


def test_rules_fill_what_nobody_says() -> None:
    options = ReadOptions(
        sources=(
            SourceRule("wire/**", "Wire", None, None),
            SourceRule("*.txt", "Anybody", date(2024, 1, 2), "en-GB"),
        )
    )
    document = read_bytes("wire/a.txt", PROSE.encode(), options)
    assert (document.source, document.source_from) == ("Wire", "rules")
    assert (document.published, document.published_from) == (date(2024, 1, 2), "rules")
    assert (document.language, document.language_from) == ("en", "rules")


def test_flags_serve_undated_articles_and_force_the_language() -> None:
    options = ReadOptions(published=date(2024, 1, 2), source="Flag", language="de")
    undated = read_bytes("a.md", PROSE.encode(), options)
    dated = read_bytes("a.md", f"---\ndate: 2023-05-06\nlang: en\n---\n{PROSE}".encode(), options)
    assert (undated.published, undated.published_from, undated.source_from) == (
        date(2024, 1, 2),
        "flag",
        "flag",
    )
    assert (dated.published, dated.published_from) == (date(2023, 5, 6), "front matter")
    assert (dated.language, dated.language_from) == ("de", "flag")


def test_one_bad_article_never_ends_the_run(tmp_path: Path) -> None:
    write(
        tmp_path,
        good__txt=PROSE,
        none__txt="",
        blank__md=" \n",
        image__txt=b"\x89PNG\0\0",
        bare__html="<html>",
    )
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    documents, skipped = read(["."], ReadOptions(), start=tmp_path)
    assert [document.id for document in documents] == ["good.txt"]
    assert skipped == (
        Skipped("bare.html", "no-text", "the page holds no article text"),
        Skipped("blank.md", "empty", "the file is empty"),
        Skipped("gone.txt", "unreadable", "No such file or directory"),
        Skipped("image.txt", "binary", "the file holds NUL bytes: not a text"),
        Skipped("none.txt", "empty", "the file is empty"),
    )


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (f"Bridge closed\n\n{PROSE}", "Bridge closed"),
        (f"---\ntitle: Bridge shut\n---\n{PROSE}", "Bridge shut"),
        (f"<!DOCTYPE html><html><body><h1>Bridge off</h1><p>{PROSE}</p></body></html>", "Bridge off"),
    ],
)
def test_stdin_is_read_as_what_it_looks_like(tmp_path: Path, content: str, title: str) -> None:
    options = ReadOptions(published=datetime(2024, 1, 2, 3, 4, tzinfo=UTC))
    (document,), _ = read(["-"], options, start=tmp_path, stdin=io.BytesIO(content.encode()))
    assert (document.id, document.title, document.published_from) == ("<stdin>", title, "flag")


def test_stdin_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read(["-"], ReadOptions(), start=tmp_path)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"Bridge closed\n\nBERLIN (dpa/bb) - {PROSE}", "dpa"),
        (f"Bridge closed\n\nSPRINGFIELD, Ohio (MidWire) — {PROSE}", "MidWire"),
        (f"Bridge closed\n\n{PROSE}\n\nAFP, Reuters/xy", "AFP, Reuters"),
        (f"Bridge closed\n\n{PROSE} (dpa)", "dpa"),
        (f"Bridge closed\n\nBERLIN (red) - {PROSE}", None),
        (f"Bridge closed\n\n{PROSE} (see map)", None),
    ],
)
def test_a_credited_agency_is_noted(text: str, agency: str | None) -> None:
    assert read_bytes("a.txt", text.encode(), ReadOptions(language="en")).derived_from == agency


def test_outside_html_the_text_is_the_file() -> None:
    document = read_bytes("a.txt", PROSE.encode(), ReadOptions())
    assert raw_span(document, Span(4, 11)) == Span(4, 11)


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (1, 1)), (1, (1, 2)), (2, (1, 3)), (3, (2, 1)), (5, (3, 1)), (7, (4, 1)), (8, (4, 2))],
)
def test_lines_end_at_lf_crlf_or_cr(offset: int, place: tuple[int, int]) -> None:
    assert line_column("a\r\nb\rc\n𝕕e", offset) == place
