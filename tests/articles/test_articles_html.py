"""Pages: what is article, what it says about itself, and the way back into the file."""

import html
import re
from datetime import date, datetime

import pytest

from factcheck.articles import ReadOptions, line_column, raw_span, read_bytes
from factcheck.errors import ArticleError
from factcheck.model import Document, Span

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Ferry runs aground | The Daily Buoy</title>
<meta property="og:site_name" content="The Daily Buoy">
<meta property="article:published_time" content="2024-03-05T22:15:00-05:00">
<link rel="canonical" href="https://buoy.example/ferry?a=1&amp;b=2">
<style>p { color: red }</style></head>
<body>
<header><a href="/">The Daily Buoy</a> <nav><a href="/sea">Sea</a> <a href="/land">Land</a></nav></header>
<div class="ticker">Oil 71.20 | Tin 30,100</div>
<article class="has-sidebar">
<header><p class="kicker">Shipping</p><h1>Ferry runs <em>aground</em></h1></header>
<p class="byline">By Ann Lee &middot; 5 March 2024</p>
<figure><img src="x.jpg" alt="A ferry">
<figcaption>The ferry on Tuesday. Photo: Jo Ray/Agency</figcaption></figure>
<p>A ferry with <b>41&nbsp;people</b> aboard ran aground near T&uuml;nderö on <!-- when? -->Tuesday,
   the coast&shy;guard said&#46;</p>
<aside><p>In numbers: 300 people died in the disaster of 1912.</p></aside>
<p>&ldquo;Nobody was hurt,&rdquo; said the captain.<br><br>
The <a href="/x">operator</a> called it bad luck.</p>
<ul><li>Three tugs are on their way.</li><li>The harbour stays open.</li></ul>
<table><tr><th>Length</th><td>88 m</td></tr><tr><th>Built</th><td>1996</td></tr></table>
<div class="related-articles"><p>Two drown off Skerry, 14 February</p></div>
<p><i>Correction: An earlier version of this article gave the number of passengers as 14.</i></p>
</article>
<div class="comments"><p>Bob: I was on that ferry in 2011!</p></div>
<footer>&copy; 2024 The Daily Buoy</footer>
<script>document.write("<p>Not a paragraph.</p>")</script>
</body></html>
"""

TEXT = [
    ("paragraph", "Shipping"),
    ("title", "Ferry runs aground"),
    ("furniture", "By Ann Lee · 5 March 2024"),
    ("caption", "The ferry on Tuesday."),
    ("furniture", "Photo: Jo Ray/Agency"),
    ("paragraph", "A ferry with 41 people aboard ran aground near Tünderö on Tuesday, the coastguard said."),
    ("paragraph", "“Nobody was hurt,” said the captain."),
    ("paragraph", "The operator called it bad luck."),
    ("paragraph", "Three tugs are on their way."),
    ("paragraph", "The harbour stays open."),
    ("paragraph", "Length | 88 m"),
    ("paragraph", "Built | 1996"),
    ("correction", "Correction: An earlier version of this article gave the number of passengers as 14."),
]


def page(raw: str) -> Document:
    return read_bytes("a.html", raw.encode(), ReadOptions())


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.span.start : block.span.end]) for block in document.blocks]


def shown(document: Document, words: str) -> str | None:
    """What stands in the file where the text has ``words``."""
    start = document.text.index(words)
    span = raw_span(document, Span(start, start + len(words)))
    return None if span is None else document.raw[span.start : span.end]


def test_the_article_and_nothing_else() -> None:
    assert blocks(page(PAGE)) == TEXT


def test_what_the_page_says_about_itself() -> None:
    document = page(PAGE)
    assert (document.source, document.source_from) == ("The Daily Buoy", "meta tag")
    assert (document.published_day, document.published_from) == (date(2024, 3, 5), "meta tag")
    assert isinstance(document.published, datetime)
    assert document.published.isoformat() == "2024-03-05T22:15:00-05:00"
    assert (document.language, document.language_from) == ("en", "meta tag")
    assert (document.title, document.url) == ("Ferry runs aground", "https://buoy.example/ferry?a=1&b=2")


def test_spans_lead_back_through_tags_and_entities() -> None:
    document = page(PAGE)
    assert shown(document, "41 people aboard") == "41&nbsp;people</b> aboard"
    assert shown(document, "Tünderö on Tuesday, the") == "T&uuml;nderö on <!-- when? -->Tuesday,\n   the"
    assert shown(document, "coastguard said.") == "coast&shy;guard said&#46;"
    assert shown(document, "“Nobody") == "&ldquo;Nobody"
    assert shown(document, "88 m") == "88 m"
    span = raw_span(document, Span(document.text.index("41"), document.text.index("41") + 2))
    assert span is not None
    assert line_column(document.raw, span.start) == (16, 20)


def test_a_page_drawn_by_script_is_read_from_json_ld() -> None:
    body = r"The ferry ran aground near the harbour on Tuesday.\n\nNobody was \"hurt\" there."
    node = f'{{"@type": "Article", "articleBody": "{body}"}}'
    raw = f'<script type="application/ld+json">{node}</script><div></div>'
    document = page(raw)
    assert [content for _, content in blocks(document)] == [
        "The ferry ran aground near the harbour on Tuesday.",
        'Nobody was "hurt" there.',
    ]
    assert shown(document, "near the harbour") == "near the harbour"
    assert shown(document, '"hurt"') is None


def test_every_sentence_is_located() -> None:
    document = page(PAGE)
    for block in document.blocks:
        span = raw_span(document, block.span)
        assert span is not None
        stripped = re.sub(r"<!--.*?-->|<[^>]*>", "", document.raw[span.start : span.end])
        written = " ".join(html.unescape(stripped).replace("\u00ad", "").split())
        text = document.text[block.span.start : block.span.end].replace(" | ", "")
        assert written == text


def test_what_stands_between_blocks_is_nowhere_in_the_file() -> None:
    document = page(PAGE)
    gap = document.text.index("\n\n")
    assert raw_span(document, Span(gap, gap + 2)) is None


JSON_LD = """<html><head><title>Fire</title><script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "Site", "datePublished": "2001-01-01"},
 {"@type": "Organization", "@id": "#us", "name": "Harbour Times"},
 {"@type": "LiveBlogPosting", "headline": "Fire &amp; smoke", "datePublished": "2019-06-03T06:40:00-04:00",
  "dateModified": "2019-06-04", "publisher": {"@id": "#us"}, "isBasedOn": "https://wire.example/1",
  "inLanguage": "en-US", "liveBlogUpdate": [{"@type": "BlogPosting", "datePublished": "2019-06-02"}]}]}
</script></head><body><main><h1>Fire</h1><h3>2:30 p.m.</h3>
<p>The fire was under control, and the road was open again by then.</p></main></body></html>"""


def test_json_ld_speaks_for_the_article_not_for_its_site_or_updates() -> None:
    document = page(JSON_LD)
    assert isinstance(document.published, datetime)
    assert document.published.isoformat() == "2019-06-03T06:40:00-04:00"
    assert (document.published_from, document.source_from) == ("json-ld", "json-ld")
    assert (document.source, document.derived_from) == ("Harbour Times", "https://wire.example/1")
    assert (document.title, document.language) == ("Fire & smoke", "en")
    assert blocks(document)[1] == ("heading", "2:30 p.m.")


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"datePublished": </script>',
        '<script type="application/ld+json">' + "[" * 5000 + "</script>",
        '<script type="application/ld+json">["a", 1, null, {"@type": 3}]</script>',
        '<meta property="article:published_time">',
        "<meta name=date content='Tomorrow'>",
    ],
)
def test_broken_metadata_leaves_the_article(head: str) -> None:
    raw = f"<html lang=en><head>{head}</head><body><p>The ferry ran aground near the harbour on Tuesday.</p>"
    document = page(raw)
    assert (document.published, blocks(document)) == (
        None,
        [("paragraph", "The ferry ran aground near the harbour on Tuesday.")],
    )


def test_a_day_in_the_prose_or_the_footer_is_no_publication_date() -> None:
    raw = (
        "<html lang=en><body><article><h1>Museum opens</h1><p>The museum welcomed its first guests "
        "on Sunday, June 2, 2019, on an island.</p></article>"
        "<footer>&copy; 2021 City News</footer></body></html>"
    )
    assert page(raw).published is None


def test_the_title_serves_where_there_is_no_heading() -> None:
    raw = "<title>Ferry &amp; tug collide off Aln - Buoy</title><p>Nobody was hurt on Tuesday, police said."
    document = page(raw)
    assert blocks(document)[0] == ("title", "Ferry & tug collide off Aln")
    assert shown(document, "Ferry & tug") == "Ferry &amp; tug"


def test_a_page_whose_template_names_another_language_is_read_by_its_text() -> None:
    prose = "Die Fähre lief am Dienstag in der Nähe des Hafens auf Grund, wie die Küstenwache mitteilte. " * 4
    document = page(f'<html lang="en"><body><article><p>{prose}</p></article></body></html>')
    assert (document.language, document.language_from) == ("de", "detected")
    assert document.warnings == ("the page declares the language 'en', but its text is 'de'",)


@pytest.mark.parametrize(
    "raw",
    [
        "<html><body></body></html>",
        "<html><head><style>p {}</style><script>x()</script></head><body><nav>Home</nav></body></html>",
        "<html><body><!-- <p>Text.</p>",
    ],
)
def test_a_page_without_text_is_skipped(raw: str) -> None:
    with pytest.raises(ArticleError) as caught:
        page(raw)
    assert caught.value.reason == "no-text"


@pytest.mark.parametrize(
    "raw", ["<p>{0}", "<div><p>{0}</div></p></b>", "<p title='>'>{0}</p", "< p {0} <", "<p>a<b&{0}"]
)
def test_torn_markup_loses_no_words(raw: str) -> None:
    sentence = "The ferry ran aground near the harbour on Tuesday evening, the coast guard said."
    assert sentence in page(raw.format(sentence)).text


def test_deep_and_wide_pages_end() -> None:
    sentence = "The ferry ran aground near the harbour on Tuesday."
    assert sentence in page("<div>" * 20_000 + sentence).text
    assert sentence in page(f"<p>{sentence}</p>" + "<a href='" * 20_000).text
