"""What a disagreement is about: the classifier's kinds and the plain words together. Several may hold."""

from __future__ import annotations

from collections.abc import Mapping

DISAGREEMENT = "disagreement_"
LIKELY = 0.35
"""A category is taken from the classifier at this confidence, from plain words at :data:`PLAIN`."""
PLAIN = 0.5


def likely(ranking: Mapping[str, float], words: Mapping[str, float]) -> dict[str, float]:
    """The categories that hold, with their scores, the likeliest first.

    ``ranking`` holds the confidence of each intent, ``words`` the score that plain words give to each category.
    """
    learnt = {
        intent.removeprefix(DISAGREEMENT): confidence
        for intent, confidence in ranking.items()
        if intent.startswith(DISAGREEMENT) and confidence >= LIKELY
    }
    plain = {name: score for name, score in words.items() if score >= PLAIN}
    scores = {name: max(learnt.get(name, 0.0), plain.get(name, 0.0)) for name in {**learnt, **plain}}
    return dict(sorted(scores.items(), key=lambda item: -item[1]))
