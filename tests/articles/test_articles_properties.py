"""What holds for every input: no crash, spans inside the text, and the way back into the file."""

import html
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.articles import ReadOptions, raw_span, read_bytes
from factcheck.errors import ArticleError
from factcheck.model import Document, Span

ENGLISH = ReadOptions(language="en")
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SCRAPS = st.sampled_from(
    ["<p>", "</p>", "<div class='", '"', ">", "<", "&amp;", "&#x41;", "&", "<!--", "-->", "<script>",
     "</script>", "<h1>", "<table><tr><td>", "<br>", "---\n", "title: ", "# ", "* ", "> ", "|", "![", "](",
     "\r\n", "\r", "\n\n", "Kommentare", "Foto: X", "2 min read", "Correction: ", "\u00ad", "\ufeff",
     "word ", "Ende. ", "12.3.2024 "]
)  # fmt: skip
WORDS = st.text(st.sampled_from("abc äß&<>\"'.–\u00a0"), min_size=1, max_size=40)


def check(document: Document) -> None:
    ends = [(block.span.start, block.span.end) for block in document.blocks]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(document.text) for start, end in ends)
    assert all(a[1] <= b[0] for a, b in pairwise(ends))


@QUICK
@given(st.lists(st.one_of(SCRAPS, WORDS), max_size=30), st.sampled_from(["a.txt", "a.md", "a.html", "a"]))
def test_any_text_is_read_or_refused(scraps: list[str], name: str) -> None:
    try:
        document = read_bytes(name, "".join(scraps).encode(), ENGLISH)
    except ArticleError:
        return
    check(document)


@QUICK
@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        check(read_bytes(name, data, ENGLISH))
    except ArticleError:
        return


@QUICK
@given(st.lists(WORDS, min_size=1, max_size=6), st.booleans())
def test_each_character_of_a_page_is_found_in_the_file(paragraphs: list[str], ascii_only: bool) -> None:
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    if ascii_only:
        body = body.encode("ascii", "xmlcharrefreplace").decode()
    try:
        document = read_bytes("a.html", f"<article>{body}</article>".encode(), ENGLISH)
    except ArticleError:
        return
    for block in document.blocks:
        for at in range(block.span.start, block.span.end):
            span = raw_span(document, Span(at, at + 1))
            assert span is not None
            assert " ".join(html.unescape(document.raw[span.start : span.end]).split()) == document.text[at].strip()
