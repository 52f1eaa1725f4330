"""What a disagreement is about: what the trained model says, and plain words where they are plain. Several may hold."""

from __future__ import annotations

from collections.abc import Mapping

LIKELY = 0.6
"""A category is taken from the model at this score, from words of its own at :data:`PLAIN`."""
PLAIN = 0.9


def likely(learnt: Mapping[str, float], words: Mapping[str, float]) -> dict[str, float]:
    """The categories of a disagreement and their scores, the likeliest first; where none is sure, that one alone.

    ``learnt`` holds the model's score of each category, ``words`` the score that plain words give to it.
    """
    scores = {name: max(learnt.get(name, 0.0), words.get(name, 0.0)) for name in {**learnt, **words}}
    ranked = sorted(scores, key=lambda name: -scores[name])
    held = [name for name in ranked if learnt.get(name, 0.0) >= LIKELY or words.get(name, 0.0) >= PLAIN]
    return {name: scores[name] for name in held or ranked[:1]}
