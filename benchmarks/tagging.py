"""How fast the temporal tagger reads, beside other readers of the same texts in the same run.

    python benchmarks/tagging.py TEXTS.jsonl [--language de] [--rounds 5] [--slow-bytes 20000]

TEXTS.jsonl has one object a line with ``text`` and ``date``. Start-up (compiling patterns, loading models) is
apart; each figure is the median of the rounds, in megabytes of UTF-8 a second of processor time on one core.
dateparser reads only the first ``--slow-bytes`` of the texts. What isn't installed is passed over.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from factcheck.extract.temporal import tagger
from factcheck.languages import load

Text = tuple[str, date]
Reader = Callable[[list[Text]], object]


def read(path: Path) -> list[Text]:
    """The texts with their dates."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(row["text"], date.fromisoformat(row["date"][:10])) for row in rows]


def size(texts: list[Text]) -> int:
    """Bytes of UTF-8."""
    return sum(len(text.encode()) for text, _ in texts)


def first_bytes(texts: list[Text], limit: int) -> list[Text]:
    """The first texts, at least one, up to about ``limit`` bytes."""
    taken: list[Text] = []
    for text in texts:
        taken.append(text)
        if size(taken) >= limit:
            break
    return taken


def our_tagger(language: str) -> Reader:
    """The tagger of this project."""
    tag = tagger(load(language)).tag
    return lambda texts: [tag(text, day) for text, day in texts]


def trigger_words(language: str) -> str:
    """One alternation of the words of time.yaml that build expressions."""
    data = load(language).section("time")
    words = {
        str(word)
        for name, groups in data["words"].items()
        if name not in data["weak"]
        for group in (groups if isinstance(groups, list) else [groups])
        for word in group["words"]
    }
    return r"(?i)\b(?:" + "|".join(map(re.escape, sorted(words))) + r")\w*|\b\d+(?:[.:]\d+)*"


def scanner(module: str, language: str) -> Reader | None:
    """A bare scan for the trigger words with ``re`` or ``re2``."""
    try:
        find = importlib.import_module(module).compile(trigger_words(language)).finditer
    except ImportError:
        return None
    return lambda texts: [sum(1 for _ in find(text)) for text, _ in texts]


def search_dates(language: str) -> Reader | None:
    """dateparser's free-text search."""
    try:
        search = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        return None
    return lambda texts: [search(text, languages=[language]) for text, _ in texts]


def spacy_tokenizer(language: str) -> Reader | None:
    """spaCy's blank tokenizer."""
    try:
        blank = importlib.import_module("spacy").blank(language)
    except ImportError:
        return None
    return lambda texts: [len(blank.make_doc(text)) for text, _ in texts]


def speed(reader: Reader, texts: list[Text], rounds: int) -> float:
    """Megabytes a second: the median of the rounds."""
    taken = []
    for _ in range(rounds):
        started = time.process_time()
        reader(texts)
        taken.append(time.process_time() - started)
    return size(texts) / statistics.median(taken) / 1e6


def main() -> None:
    """Print one line a reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--language", default="de")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slow-bytes", type=int, default=20_000)
    args = parser.parse_args()
    texts = read(args.texts)
    started = time.process_time()
    ours = our_tagger(args.language)
    print(f"{len(texts)} texts, {size(texts)} bytes; start-up {time.process_time() - started:.2f} s")
    readers: list[tuple[str, Reader | None, list[Text], int]] = [
        ("factcheck", ours, texts, args.rounds),
        ("re, trigger words", scanner("re", args.language), texts, args.rounds),
        ("re2, trigger words", scanner("re2", args.language), texts, args.rounds),
        ("spaCy, blank", spacy_tokenizer(args.language), texts, args.rounds),
        ("search_dates", search_dates(args.language), first_bytes(texts, args.slow_bytes), 3),
    ]
    for name, reader, sample, rounds in readers:
        figure = f"{speed(reader, sample, rounds):8.3f} MB/s" if reader else "not installed"
        print(f"{name:20s} {figure}")


if __name__ == "__main__":
    main()
