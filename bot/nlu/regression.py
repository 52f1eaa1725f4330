"""Logistic regression on sentence features, kept as plain arrays: what our three classifiers learn with.

Rasa has such a classifier, but importing it takes five seconds at every start (it asks skops to list all of
scikit-learn), it has no setting for the regularisation, and it learns intents only. This one trains with scikit-learn
and needs only numpy to answer.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

Array = np.ndarray
Labels = Sequence[Any]
"""One word an example, or a set of words."""


@dataclass(frozen=True)
class Regression:
    """One weight vector a label. Where labels exclude each other the softmax of what they say is the confidence;
    where several may hold, the logistic function of each."""

    labels: tuple[str, ...]
    weights: Array
    bias: Array
    exclusive: bool

    @classmethod
    def of(cls, vectors: Array, labels: Labels, trust: float, seed: int) -> Regression:
        """Learns which label holds, or which labels. Each weighs the same, however many examples it has.

        ``trust`` is scikit-learn's C: the higher, the more the examples count against caution.
        """
        from sklearn.linear_model import LogisticRegression

        learner = LogisticRegression(C=trust, class_weight="balanced", max_iter=1000, random_state=seed)
        names, weights, bias = learnt(learner, vectors, labels)
        return cls(names, weights.astype(np.float32), bias, exclude_each_other(labels))

    @classmethod
    def load(cls, file: Path) -> Regression:
        with np.load(file) as kept:
            return cls(tuple(kept["labels"].tolist()), kept["weights"], kept["bias"], bool(kept["exclusive"]))

    def save(self, file: Path) -> None:
        np.savez(file, labels=np.array(self.labels), weights=self.weights, bias=self.bias, exclusive=self.exclusive)

    def scores(self, vectors: Array) -> Array:
        """What speaks for each label: a row a vector, a column a label."""
        return np.asarray(vectors @ self.weights + self.bias)

    def confidences(self, scores: Array) -> Array:
        """The same, each from 0 to 1."""
        return softmax(scores) if self.exclusive else np.asarray(1 / (1 + np.exp(-scores)))


def exclude_each_other(labels: Labels) -> bool:
    """Whether one label holds for each example, told as a word; several that may hold together are told as a set."""
    return isinstance(labels[0], str)


def learnt(learner: Any, rows: Any, labels: Labels) -> tuple[tuple[str, ...], Array, Array]:
    """The labels that a learner of scikit-learn learns, a column of weights for each, and where each begins."""
    from sklearn.base import clone

    if exclude_each_other(labels):
        learner.fit(rows, labels)
        weights, bias = learner.coef_, learner.intercept_
        if len(learner.classes_) == 2:  # of two, scikit-learn keeps the second alone
            weights, bias = np.vstack([-weights, weights]), np.append(-bias, bias)
        return tuple(map(str, learner.classes_)), weights.T, bias
    names = sorted(frozenset.union(*labels))
    each = [clone(learner).fit(rows, [name in held for held in labels]) for name in names]
    return tuple(names), np.vstack([one.coef_ for one in each]).T, np.concatenate([one.intercept_ for one in each])


def softmax(scores: Array) -> Array:
    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(grown / grown.sum(axis=1, keepdims=True))


def features(messages: Sequence[Message]) -> Array:
    """The sentence features of each message, a row each. Rasa's own way to them copies them twice."""
    return np.vstack([made.features for message in messages for made in message.features if made.attribute == TEXT])
