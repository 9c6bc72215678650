"""The real articles that the project began with, where they lie beside the checkout."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("FACTCHECK_SHARED", Path(__file__).resolve().parents[3] / "shared"))
SCORE = SHARED / "clusters" / "score.py"
SEEDS = SHARED / "seeds"
if not SCORE.is_file() or not SEEDS.is_dir():
    pytest.skip("no seed articles or no score.py beside the checkout", allow_module_level=True)

COMMAND = f"{shlex.quote(sys.executable)} -m factcheck scan {{dir}} --format json"


def test_no_trap_and_no_false_finding_on_the_seeds() -> None:
    command = [sys.executable, str(SCORE), "--clusters", str(SEEDS), "--command", COMMAND, "--json", "--jobs", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    summary = figures.get("summary", figures)
    assert (summary["clusters"], summary["failed"]) == (1, 0)
    assert summary["traps_sprung"] == 0
    assert summary["precision"] == 1.0
