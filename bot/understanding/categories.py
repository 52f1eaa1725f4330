"""What a disagreement is about: by the trained model, or by plain words where it was not asked."""

from __future__ import annotations

from collections.abc import Mapping

LIKELY = 0.55
"""A category holds at this score."""
PLAIN = 0.9
"""Words that have this score say it in passing, too."""


def likely(learnt: Mapping[str, float], words: Mapping[str, float]) -> dict[str, float]:
    """The categories of a disagreement and their scores, the likeliest first; where none is sure, that one alone.

    ``learnt`` holds the model's score of each category, ``words`` the score that plain words give to it.
    """
    scores = learnt or words
    ranked = sorted(scores, key=lambda name: -scores[name])
    held = [name for name in ranked if scores[name] >= LIKELY]
    return {name: scores[name] for name in held or ranked[:1]}
