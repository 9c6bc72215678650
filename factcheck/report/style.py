"""Colours of the terminal report: they repeat what marks and words say, and never say it alone."""

from __future__ import annotations

from dataclasses import dataclass

_SGR = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "other": "1;35",
    "frame": "1;34",
    "strong": "1",
    "dim": "2",
    "good": "1;32",
}


@dataclass(frozen=True, slots=True)
class Paint:
    """``paint("error", text)``: the text in the colours of a role; as it is without ``color`` or a role."""

    color: bool

    def __call__(self, role: str, text: str) -> str:
        return f"\x1b[{_SGR[role]}m{text}\x1b[0m" if self.color and role and text else text
