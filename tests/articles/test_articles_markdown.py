"""Markdown: spans leave the markup out."""

import pytest

from factcheck.articles import ReadOptions, read_bytes

PROSE = "The council closed the old bridge on Monday, because two cables had rusted."


def blocks(text: str) -> list[tuple[str, str]]:
    document = read_bytes("a.md", text.encode(), ReadOptions(language="en"))
    return [(block.kind.value, document.text[block.span.start : block.span.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"# Bridge closed #\n{PROSE}", [("title", "Bridge closed"), ("paragraph", PROSE)]),
        (f"Bridge closed\n===\n{PROSE}", [("title", "Bridge closed"), ("paragraph", PROSE)]),
        (f"Why now?\n---\n{PROSE}", [("heading", "Why now?"), ("paragraph", PROSE)]),
        (f"## Why now?\r\n\r\n{PROSE}\r\n", [("heading", "Why now?"), ("paragraph", PROSE)]),
        (f"{PROSE}\n{PROSE}", [("paragraph", f"{PROSE}\n{PROSE}")]),
        (f"*{PROSE}*", [("paragraph", PROSE)]),
        (f"> {PROSE}", [("paragraph", PROSE)]),
        (f"**Ayton.** {PROSE}", [("paragraph", f"Ayton.** {PROSE}")]),
        (f"- {PROSE}\n- {PROSE}", [("paragraph", PROSE), ("paragraph", PROSE)]),
        (f"1. {PROSE}\n   {PROSE}", [("paragraph", f"{PROSE}\n   {PROSE}")]),
        (
            "| Built | 1996 |\n|---|---|\n| Length | 88 m |",
            [("paragraph", "Built | 1996"), ("paragraph", "Length | 88 m")],
        ),
        ("![The bridge on Monday](x.jpg)", [("caption", "The bridge on Monday")]),
        (f"{PROSE}\n\n```\ncode 2024-01-01\n```\n", [("paragraph", PROSE)]),
        (f"{PROSE}\n\n***\n\n<!-- note -->\n[1]: https://x.example\n", [("paragraph", PROSE)]),
        (
            f"{PROSE}\n\n*Correction: The bridge was closed on Monday, not on Sunday.*",
            [
                ("paragraph", PROSE),
                ("correction", "Correction: The bridge was closed on Monday, not on Sunday."),
            ],
        ),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected
