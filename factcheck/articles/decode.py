"""Bytes -> text: byte order mark, declared encoding, UTF-8, then a guess that is owned up to."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from factcheck.errors import ArticleError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(
    rb"""(?:<meta[^<>]{0,200}?charset|<\?xml[^<>]{0,100}?encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})""", re.I
)
PRESCAN = 4096
SAMPLE = 200_000
"""Bytes that the guess looks at."""
MAX_CONTROL_SHARE = 0.01
GUESSES = ("cp1252", "latin_1", "iso8859_15", "cp1250", "iso8859_2", "cp1251", "koi8_r", "cp1253", "cp1254",
           "mac_roman", "cp850", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, without a byte order mark and with its own line ends."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, markup: bool = False) -> Decoded:
    """The text of ``data``; with ``markup`` an encoding declared in HTML or XML counts.

    Raises ArticleError with reason ``empty`` or ``binary``.
    """
    if not data.strip():
        raise ArticleError("empty", "the file is empty")
    decoded = _by_bom(data) or _wide(data)
    if decoded is None:
        if b"\0" in data:
            raise ArticleError("binary", "the file holds NUL bytes: not a text")
        decoded = (_declared(data) if markup else None) or _utf8(data) or _guess(data)
    _check_text(decoded.text)
    return decoded


def _by_bom(data: bytes) -> Decoded | None:
    for bom, name in BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(name, errors="replace")
            warnings = (f"not valid {name}: unreadable characters were replaced",) if "\ufffd" in text else ()
            return Decoded(text, warnings)
    return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte of Western text is NUL."""
    head = data[:PRESCAN]
    for name, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        nul, other = head[high::2].count(0), head[1 - high :: 2].count(0)
        if len(head) >= 16 and nul > 0.8 * (len(head) // 2) and other == 0:
            text = data.decode(name, errors="replace")
            return Decoded(text, (f"no encoding declared: read as {name}",))
    return None


def _declared(data: bytes) -> Decoded | None:
    match = DECLARED.search(data[:PRESCAN])
    if not match:
        return None
    name = match[1].decode("ascii", "replace")
    try:
        codec = codecs.lookup(name).name
        # A page can't declare UTF-16 in ASCII bytes, and browsers read Latin-1 as Windows-1252.
        codec = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(codec, codec)
        if codec.startswith("utf-16") or not isinstance(text := data.decode(codec), str):
            return None
    except (LookupError, UnicodeError):
        return None
    if codec != "utf-8" and not data.isascii() and (utf8 := _utf8(data)):
        return Decoded(utf8.text, (f"declares {name}, but is UTF-8",))
    return Decoded(text)


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _guess(data: bytes) -> Decoded:
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:SAMPLE], cp_isolation=list(GUESSES)).best()
    name = best.encoding if best else "cp1252"
    # Bytes that two Western code pages read alike go to the commoner one.
    if name in {"latin_1", "cp1250", "iso8859_15", "iso8859_2", "cp1254"} and _western(data):
        name = "cp1252"
    text = data.decode(name, errors="replace")
    return Decoded(text, (f"no encoding declared and not UTF-8: read as {name}",))


def _western(data: bytes) -> bool:
    try:
        text = data[:SAMPLE].decode("cp1252")
    except UnicodeDecodeError:
        return False
    beyond = [c for c in text if c > "\x7f"]
    plain = sum(c in "äöüÄÖÜßéèêëàâáíóúñçøåæ„“”’‘‚–—…€»«§°£©®·\xa0" for c in beyond)
    return plain >= 0.8 * len(beyond)


def _check_text(text: str) -> None:
    if not text.strip():
        raise ArticleError("empty", "the file holds nothing but white space")
    sample = text[:SAMPLE]
    odd = sum(c < " " and c not in "\t\n\r\f\v\x1b" for c in sample) + sample.count("\ufffd")
    if odd > MAX_CONTROL_SHARE * len(sample):
        raise ArticleError("binary", "the file is not a text")
