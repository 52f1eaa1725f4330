"""Which words a message holds, pairs of them and runs of letters, and what they alone say of the intent.

It stands beside the encoder for what that makes too little of: the field's own terms, abbreviations, misspelling.
"""
from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from bot.nlu.regression import Array, Labels, learnt

PLACES = 1 << 16
RUNS = (2, 3, 4)
WORD = re.compile(r"\w+|[^\w\s]")
ENOUGH = 0.01
"""From here on learning changes no answer any more, and would take twice as long."""
LETTERS = 600
"""Of a message are read. What somebody wants is said in so many."""


@dataclass(frozen=True)
class Wording:
    """How rare each piece is, and one weight for each piece and label."""

    labels: tuple[str, ...]
    rarity: Array
    weights: Array
    bias: Array
    sharpness: float

    @classmethod
    def of(cls, texts: Sequence[str], labels: Labels, trust: float, sharpness: float, seed: int) -> Wording:
        """Learns which label holds, or which labels. ``trust`` is as in Regression."""
        from scipy.sparse import csr_matrix
        from sklearn.svm import LinearSVC

        counted = [remembered(text) for text in texts]
        held = np.bincount(np.concatenate([places for places, _ in counted]), minlength=PLACES)
        rarity = np.log((1 + len(texts)) / (1 + held)).astype(np.float32) + 1
        rows = [shares(places, times, rarity) for places, times in counted]
        starts = np.cumsum([0, *map(len, rows)])
        columns = np.concatenate([places for places, _ in counted])
        table = csr_matrix((np.concatenate(rows), columns, starts), (len(texts), PLACES))
        learner = LinearSVC(C=trust, class_weight="balanced", random_state=seed, tol=ENOUGH)
        names, weights, bias = learnt(learner, table, labels)
        return cls(names, rarity, weights.astype(np.float16), bias, sharpness)

    def scores(self, texts: Sequence[str]) -> Array:
        """What speaks for each label: a row a text, a column a label."""
        return np.vstack([self._scores(text) for text in texts]) * self.sharpness

    def _scores(self, text: str) -> Array:
        places, times = counts(text)
        return shares(places, times, self.rarity) @ self.weights[places].astype(np.float32) + self.bias

    @classmethod
    def load(cls, file: Path) -> Wording:
        with np.load(file) as kept:
            told: dict[str, Any] = dict(kept)
        labels, sharpness = tuple(told.pop("labels").tolist()), float(told.pop("sharpness"))
        return cls(labels, sharpness=sharpness, **told)

    def save(self, file: Path) -> None:
        np.savez(
            file,
            labels=np.array(self.labels),
            rarity=self.rarity,
            weights=self.weights,
            bias=self.bias,
            sharpness=self.sharpness,
        )


def counts(text: str) -> tuple[Array, Array]:
    """The place of each piece of a text, and how often it is there."""
    found = Counter(zlib.crc32(piece.encode()) % PLACES for piece in pieces(text))
    return np.fromiter(found, np.int32, len(found)), np.fromiter(found.values(), np.float32, len(found))


remembered = lru_cache(maxsize=None)(counts)
"""For the time of a training, in which two parts learn from the same texts."""


def shares(places: Array, times: Array, rarity: Array) -> Array:
    """What each piece counts for: often is little more than once, rare is more; all of a text together are one."""
    found = (1 + np.log(times)) * rarity[places]
    return np.asarray(found / (np.linalg.norm(found) or 1), dtype=np.float32)


def pieces(text: str) -> list[str]:
    words = WORD.findall(text[:LETTERS].lower())
    pairs = [f"{one} {two}" for one, two in zip(words, words[1:])]  # noqa: B905  # one shorter, on purpose
    padded = [f" {word} " for word in words]
    runs = [word[i : i + length] for word in padded for length in RUNS for i in range(len(word) - length + 1)]
    return [*(f"w{word}" for word in words), *(f"w{pair}" for pair in pairs), *(f"r{run}" for run in runs)]
