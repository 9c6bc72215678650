"""Bytes to text."""

import pytest

from factcheck.articles.decode import Decoded, decode
from factcheck.errors import ArticleError

TEXT = "Die Brücke über den Fluß wurde für fünf Monate gesperrt – „leider“, so der Bürgermeister.\r\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"),
    ],
)
def test_unicode_is_read_without_its_mark_and_with_its_line_ends(data: bytes) -> None:
    assert decode(data) == Decoded(TEXT)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_other_encodings_are_guessed_with_a_warning(encoding: str) -> None:
    text = "Der Bürgermeister sprach von Ärger über die Straße, für die fünf Jahre lang niemand zuständig war."
    assert decode(text.encode(encoding)) == Decoded(text, ("no encoding declared and not UTF-8: read as cp1252",))


def test_utf16_without_a_mark_is_known_by_its_nul_bytes() -> None:
    text = "The bridge was closed on Monday."
    assert decode(text.encode("utf-16-le")) == Decoded(text, ("no encoding declared: read as utf-16-le",))


def test_a_declared_encoding_counts_in_markup() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź</body></html>'
    assert decode(page.encode("iso-8859-2"), markup=True) == Decoded(page)


def test_latin1_is_read_as_browsers_read_it() -> None:
    page = "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>„Zitat“ – 5 €"
    assert decode(page.encode("cp1252"), markup=True) == Decoded(page)


def test_a_wrong_declaration_gives_way_to_utf8() -> None:
    page = '<meta charset="iso-8859-1">Brücke'
    assert decode(page.encode(), markup=True) == Decoded(page, ("declares iso-8859-1, but is UTF-8",))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\ufeff \u00a0\n".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "binary"),
        (b"%PDF-1.4\n" + bytes(range(1, 256)) * 4, "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError) as caught:
        decode(data)
    assert caught.value.reason == reason
