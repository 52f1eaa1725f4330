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


@dataclass(frozen=True)
class Regression:
    """One weight vector a label. Where labels exclude each other the softmax of what they say is the confidence;
    where several may hold, the logistic function of each."""

    labels: tuple[str, ...]
    weights: Array
    bias: Array
    exclusive: bool

    @classmethod
    def of_one(cls, vectors: Array, labels: Sequence[str], trust: float, seed: int) -> Regression:
        """Learns which one label holds. Every label weighs the same, however many examples it has.

        ``trust`` is scikit-learn's C: the higher, the more the examples count against caution.
        """
        names, weights, bias = of_each(_learner(trust, seed).fit(vectors, labels))
        return cls(names, weights.astype(np.float32), bias, True)

    @classmethod
    def of_several(cls, vectors: Array, labels: Sequence[frozenset[str]], trust: float, seed: int) -> Regression:
        """Learns which labels hold, each by itself."""
        names = sorted(frozenset.union(*labels))
        learners = [_learner(trust, seed).fit(vectors, [name in held for held in labels]) for name in names]
        weights = np.vstack([learner.coef_ for learner in learners]).T.astype(np.float32)
        return cls(tuple(names), weights, np.concatenate([learner.intercept_ for learner in learners]), False)

    @classmethod
    def load(cls, file: Path) -> Regression:
        with np.load(file) as kept:
            return cls(tuple(kept["labels"].tolist()), kept["weights"], kept["bias"], bool(kept["exclusive"]))

    def save(self, file: Path) -> None:
        np.savez(file, labels=np.array(self.labels), weights=self.weights, bias=self.bias, exclusive=self.exclusive)

    def confidences(self, vectors: Array) -> Array:
        """A row a vector, a column a label."""
        scores = vectors @ self.weights + self.bias
        if not self.exclusive:
            return np.asarray(1 / (1 + np.exp(-scores)))
        return softmax(scores)


def of_each(learner: Any) -> tuple[tuple[str, ...], Array, Array]:
    """The labels that scikit-learn learnt, a column of weights for each, and where each begins."""
    weights, bias = learner.coef_, learner.intercept_
    if len(learner.classes_) == 2:  # of two, scikit-learn keeps the second alone
        weights, bias = np.vstack([-weights, weights]), np.append(-bias, bias)
    return tuple(map(str, learner.classes_)), weights.T, bias


def softmax(scores: Array) -> Array:
    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(grown / grown.sum(axis=1, keepdims=True))


def features(messages: Sequence[Message]) -> Array:
    """The sentence features of each message, a row each."""
    return np.vstack([message.get_dense_features(TEXT)[1].features for message in messages])


def _learner(trust: float, seed: int) -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=trust, class_weight="balanced", max_iter=1000, random_state=seed)
