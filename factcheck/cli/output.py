"""Where text goes: stdout or a file, and what the terminal can show."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from factcheck.errors import UsageError

PIPED_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Screen:
    """What the output can show."""

    width: int
    color: bool


def screen(output: Path | None, stream: TextIO | None = None) -> Screen:
    """A terminal's width and colours; 80 cells without colour for files and pipes."""
    stream = stream or sys.stdout
    terminal = output is None and is_terminal(stream)
    width = shutil.get_terminal_size((PIPED_WIDTH, 24)).columns if terminal else PIPED_WIDTH
    wanted = bool(os.environ.get("FORCE_COLOR")) and output is None
    refused = bool(os.environ.get("NO_COLOR")) or (terminal and os.environ.get("TERM") == "dumb")
    return Screen(width, (terminal or wanted) and not refused)


def is_terminal(stream: TextIO) -> bool:
    """True for a terminal; False for a pipe, a file and a closed stream."""
    try:
        return stream.isatty()
    except ValueError:
        return False


def check(output: Path | None) -> None:
    """Raise UsageError now if ``output`` can't be written later."""
    if output is None:
        return
    if output.is_dir():
        raise UsageError(f"{output}: is a folder")
    if not output.parent.is_dir():
        raise UsageError(f"{output}: the folder {output.parent} does not exist")


def write(text: str, output: Path | None = None) -> None:
    """Write to ``output`` or stdout, as UTF-8 where the terminal takes it. A closed pipe ends in silence."""
    if output is not None:
        try:
            output.write_bytes(text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise UsageError(f"{output}: {error.strerror or error}") from error
        return
    try:
        _to_stdout(text)
    except BrokenPipeError:
        _drop_stdout()


def _to_stdout(text: str) -> None:
    stream = sys.stdout
    # A terminal may know fewer characters; what reads a pipe or a file gets UTF-8 always.
    encoding = (stream.encoding or "utf-8") if is_terminal(stream) else "utf-8"
    data = text.encode(encoding, "backslashreplace")
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(data.decode(encoding))
    else:
        stream.flush()
        buffer.write(data)
    stream.flush()


def _drop_stdout() -> None:
    """Let the interpreter's last flush go nowhere, so that it can't complain."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
