"""Documents -> stories: articles that tell of the same happenings.

Two articles are one story where they share enough rare content (names, places, rare words, concepts) and their
leads are alike, the more the further apart their publication dates are. Only articles that share a rare key are
ever compared, so that the cost grows with the shared keys, not with the square of the corpus.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.linking.vectors import Vectors
from factcheck.model import BlockKind, Claim, Document

BIAS, SHARED, OVERLAP, VECTORS = -13.0, 1.2, 26.0, 14.0
"""Logits: fitted by logistic regression on pairs of articles of the same and of different stories, rounded.
Shared weight of rare keys, the share of the shorter article's weight that the other has, and the cosine of the
vectors of the two leads."""
THRESHOLD = -1.0
"""Below even odds: two articles wrongly taken for one story cost time, two wrongly kept apart hide a conflict."""
_DISTANCE = ((21, 0.0),)
_FAR = -9.0
"""Weights of the days between two publication dates: one year's election is not the next one's."""
_LIKEST = 0.75
"""Cosine that two leads hardly exceed; pairs that could not pass with it are not encoded."""
_LEAD = 250
"""Code points of an article's beginning that its vector is made of."""
_COMMON_SHARE = 0.25
_MIN_COMMON = 12
_KEY_WEIGHT = {"n": 1.5, "p": 1.0, "l": 1.0, "c": 0.5}


def stories_of(
    documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]], sentence_vectors: Vectors
) -> tuple[tuple[Document, ...], ...]:
    """Groups of documents in the order of their first member; a document alone is a story of its own."""
    contents = _contents(documents, claims)
    parent = {d.id: d.id for d in documents}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    by_id = {d.id: d for d in documents}
    for (a, b), shared in sorted(_shared(contents).items()):
        if root(a) != root(b) and story_score(by_id[a], by_id[b], shared, contents, sentence_vectors) > THRESHOLD:
            first, second = sorted((root(a), root(b)))
            parent[second] = first
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        groups[root(document.id)].append(document)
    return tuple(tuple(group) for group in groups.values())


def story_score(
    a: Document,
    b: Document,
    shared: float,
    contents: Mapping[str, Mapping[str, float]],
    sentence_vectors: Vectors,
) -> float:
    """Logits that two articles tell one story; articles published long apart must share more."""
    smaller = min(sum(contents[a.id].values()), sum(contents[b.id].values()))
    score = BIAS + SHARED * shared + OVERLAP * shared / smaller + _distance(a, b)
    if score + VECTORS * _LIKEST <= THRESHOLD:
        return score
    return score + VECTORS * sentence_vectors.similarity(_lead(a), _lead(b))


def _distance(a: Document, b: Document) -> float:
    if a.published_day is None or b.published_day is None:
        return 0.0
    days = abs((a.published_day - b.published_day).days)
    return next((weight for limit, weight in _DISTANCE if days <= limit), _FAR)


def _lead(document: Document) -> str:
    text = " ".join(
        document.text[b.span.start : b.span.end] for b in document.blocks if b.kind is not BlockKind.FURNITURE
    )
    return text[:_LEAD]


def _contents(documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> dict[str, dict[str, float]]:
    """Document id -> key -> weight times rarity in the corpus."""
    raw: dict[str, dict[str, float]] = {}
    frequency: dict[str, int] = defaultdict(int)
    for document in documents:
        found: dict[str, float] = {}
        for claim in claims[document.id]:
            for key, weight in claim.content:
                found[key] = max(found.get(key, 0.0), weight * _KEY_WEIGHT[key[0]])
        raw[document.id] = found
        for key in found:
            frequency[key] += 1
    total = max(len(documents), 50)
    idf = {key: math.log(total / n) / math.log(total) if n < total else 0.0 for key, n in frequency.items()}
    return {d: {k: w * idf[k] for k, w in found.items() if w * idf[k] > 0.1} for d, found in raw.items()}


def _shared(contents: Mapping[str, Mapping[str, float]]) -> dict[tuple[str, str], float]:
    """Weight that each pair of documents shares, for pairs that share a key that is not common."""
    holders: dict[str, list[str]] = defaultdict(list)
    for document, keys in contents.items():
        for key in keys:
            holders[key].append(document)
    limit = max(_MIN_COMMON, int(len(contents) * _COMMON_SHARE) if len(contents) < 200 else 40)
    shared: dict[tuple[str, str], float] = defaultdict(float)
    for key, members in holders.items():
        if len(members) > limit:
            continue
        for i, a in enumerate(members):
            for b in members[i + 1 :]:
                shared[min(a, b), max(a, b)] += min(contents[a][key], contents[b][key])
    return shared
