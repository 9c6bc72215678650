"""A cold scan of many dated texts: wall time, peak memory and what is reported.

    python benchmarks/news.py NEWS [--limit N] [--keep REPORT.json]

NEWS is a file of JSON Lines with the keys ``text`` and, where known, ``date`` (ISO 8601), ``title``, ``source`` and
``lang`` (de, en), or a folder of such ``.jsonl`` files or of articles. JSON Lines are written to a temporary folder as
Markdown with front matter first; that does not count. A scan of real news of many topics should be fast and nearly
silent: whatever it reports above severity info wants to be read by a person.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_FRONT_MATTER = ("date", "title", "source", "lang")
_KIB_PER_MIB = 1024
_FINDINGS = 1
"""The exit code of a scan that found something."""


def records(news: Path) -> Iterator[dict[str, Any]]:
    """The objects of one ``.jsonl`` file or of all in a folder, in the order of their names."""
    for file in [news] if news.is_file() else sorted(news.rglob("*.jsonl")):
        with file.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def write_article(record: dict[str, Any], file: Path) -> None:
    """One record as Markdown with front matter."""
    known = {key: record[key] for key in _FRONT_MATTER if record.get(key)}
    header = yaml.safe_dump(known, allow_unicode=True, sort_keys=False)
    file.write_text(f"---\n{header}---\n\n{record['text']}\n", encoding="utf-8")


def scan(folder: Path) -> tuple[dict[str, Any], float, int]:
    """The report, the wall time in seconds and the peak memory in KiB of a scan in a process of its own."""
    command = [sys.executable, "-m", "factcheck", "scan", str(folder), "--format", "json", "--no-progress"]
    started = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - started
    if done.returncode not in {0, _FINDINGS}:
        sys.exit(f"factcheck: exit code {done.returncode}\n{done.stderr[-1000:]}")
    return json.loads(done.stdout), seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


def measure(folder: Path) -> dict[str, Any]:
    """Scan the folder and print the figures."""
    report, seconds, kib = scan(folder)
    articles = report["summary"]["articles"]
    loud = [finding for finding in report["findings"] if finding["severity"] != "info"]
    kinds = Counter(f"{finding['kind']} {finding['verdict']}" for finding in loud)
    print(f"articles            {articles}")
    print(f"skipped             {report['summary']['skipped']}")
    print(f"claims              {report['summary']['claims']}")
    print(f"wall time           {seconds:.1f} s ({1000 * seconds / max(1, articles):.0f} ms an article)")
    print(f"peak memory         {kib / _KIB_PER_MIB:.0f} MiB")
    print(f"findings above info {len(loud)}")
    for kind, count in sorted(kinds.items()):
        print(f"  {kind:<25} {count}")
    return report


def main() -> None:
    """Parse the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path, help="JSON Lines, or a folder of them or of articles")
    parser.add_argument("--limit", type=int, help="take the first N records only")
    parser.add_argument("--keep", type=Path, metavar="REPORT.json", help="write the report there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="factcheck-news-") as scratch:
        folder = Path(scratch)
        for number, record in enumerate(records(options.news)):
            if options.limit is not None and number >= options.limit:
                break
            write_article(record, folder / f"{number:06d}.md")
        report = measure(folder if any(folder.iterdir()) else options.news)
    if options.keep is not None:
        options.keep.write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
