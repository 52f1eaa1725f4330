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
WORDS = 1 << 14
"""Are kept with their pieces. All that we learn from are fewer."""


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
        from sklearn.preprocessing import normalize
        from sklearn.svm import LinearSVC

        counted = [remembered(text) for text in texts]
        places, times = (np.concatenate(told) for told in zip(*counted, strict=True))
        starts = np.cumsum([0, *(len(told) for told, _ in counted)])
        rarity = np.log((1 + len(texts)) / (1 + np.bincount(places, minlength=PLACES))).astype(np.float32) + 1
        table = csr_matrix((weighed(places, times, rarity), places, starts), (len(texts), PLACES), np.float64)
        learner = LinearSVC(C=trust, class_weight="balanced", random_state=seed, tol=ENOUGH)
        names, weights, bias = learnt(learner, normalize(table, copy=False), labels)
        return cls(names, rarity, weights.astype(np.float16), bias, sharpness)

    def scores(self, texts: Sequence[str]) -> Array:
        """What speaks for each label: a row a text, a column a label."""
        return np.vstack([self._scores(text) for text in texts]) * self.sharpness

    def _scores(self, text: str) -> Array:
        places, times = counts(text)
        found = weighed(places, times, self.rarity)
        shares = found / (np.linalg.norm(found) or 1)  # all pieces of a text together are one
        return shares @ self.weights[places].astype(np.float32) + self.bias

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
    words = WORD.findall(text[:LETTERS].lower())
    places = [place(f"w{one} {two}") for one, two in zip(words, words[1:])]  # noqa: B905  # one shorter, on purpose
    for word in words:
        places += of_word(word)
    found = Counter(places)
    return np.fromiter(found, np.int32, len(found)), np.fromiter(found.values(), np.float32, len(found))


remembered = lru_cache(maxsize=None)(counts)
"""For the time of a training, in which two parts learn from the same texts."""


def weighed(places: Array, times: Array, rarity: Array) -> Array:
    """What each piece counts for: often is little more than once, rare is more."""
    return np.asarray((1 + np.log(times)) * rarity[places], dtype=np.float32)


@lru_cache(maxsize=WORDS)
def of_word(word: str) -> tuple[int, ...]:
    """The places of a word and of its runs of letters. The same few words are said over and over."""
    padded = f" {word} "
    runs = (padded[start : start + length] for length in RUNS for start in range(len(padded) - length + 1))
    return (place(f"w{word}"), *(place(f"r{run}") for run in runs))


def place(piece: str) -> int:
    return zlib.crc32(piece.encode()) % PLACES
