"""What the pipeline's tests share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factcheck.articles import ReadOptions
from factcheck.config import load
from factcheck.model import Report
from factcheck.pipeline import scan

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example corpus without its lists of what is planted."""
    if not (ROOT / "corpus").is_dir():
        pytest.skip("no corpus: not a checkout")
    copy = tmp_path_factory.mktemp("scan") / "corpus"
    shutil.copytree(ROOT / "corpus", copy, ignore=shutil.ignore_patterns("gold.yaml", "about.yaml"))
    return copy


@pytest.fixture(scope="session")
def corpus_report(corpus_folder: Path) -> Report:
    """One scan of the corpus with the default rules."""
    config = load((), corpus_folder.parent)
    return scan([str(corpus_folder)], config, ReadOptions(), start=corpus_folder.parent)
