"""Places named in a sentence, and what the text itself says of where they lie."""

from __future__ import annotations

from factcheck.extract.places.containment import learn_containment
from factcheck.extract.places.find import find_places

__all__ = ["find_places", "learn_containment"]
