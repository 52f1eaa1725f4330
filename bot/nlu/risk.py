"""Whether somebody may be in danger: read in every message, whole and part by part, with thresholds of its own.

What a message says is now, perhaps (``ask``) or no danger (``none``). An account of a hundred words may hold its alarm
in one sentence, so each part of a long one is read by itself as well; alone it lacks what the others say about it
("that was last year"), so it has to be surer than the whole. The score, and the part that gave it, are told with the
decision.
"""
from __future__ import annotations

import re
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.encoder import encoder
from bot.nlu.learner import Learner, noted

RISK, NOW, ASK, NONE = "risk", "now", "ask", "none"
BY_INTENT = {"immediate_risk": NOW, "past_or_managed_risk": ASK}
BARE = {"yes", "yeah", "yep", "aye", "y", "no", "nope", "nah", "n", "ok", "okay", "please", "thanks", "thank", "you"}
"""Words of which an answer may consist. What they say is the question's, and whoever asked about danger reads them."""
MARKS = re.compile(r"(?<=[.!?;\n])\s+")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Risk(Learner):
    """The last word on danger: from ``alarm`` on the message is ``intent``, whatever was made of it before."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            **Learner.get_default_config(),
            "wording": 0.5,
            "wording_sharpness": 3.0,
            "intent": "immediate_risk",
            "alarm": 0.5,  # danger now, by the whole message
            "sure": 0.5,  # or by this much, where the intent is plainly `plainly`: then less is asked about
            "plainly": "disagreement",
            "plain": 0.95,
            "tells": ["disagreement", "past_or_managed_risk"],  # of danger itself: said by the alarm already
            "alarm_in_part": 0.8,  # or by one part of it
            "ask": 0.5,  # danger now or perhaps
            "long": 40,  # words: a message of fewer is read as a whole
            "words": 25,  # in a part, where no full stop ends it
            "parts": 10,
        }

    def label(self, example: Message) -> str:
        return str(noted(example, RISK) or BY_INTENT.get(example.get(INTENT), NONE))

    def tell(self, message: Message, confidences: dict[str, float]) -> None:
        score, part = self.worst(message.get(TEXT), confidences[NOW])
        plainly = self.plainly(message)
        needed = self.config["sure" if plainly == self.config["plainly"] else "alarm"]
        alarm = confidences[NOW] >= needed or score >= self.config["alarm_in_part"]
        perhaps = confidences[NOW] >= self.config["alarm"] or 1 - confidences[NONE] >= self.config["ask"]
        if is_bare(message.get(TEXT)):
            alarm = perhaps = False
        level = NOW if alarm else ASK if perhaps else NONE
        besides = plainly if alarm and plainly not in self.config["tells"] else None
        told = {"level": level, "score": round(score, 3), "part": part, "besides": besides}
        message.set(RISK, told, add_to_output=True)
        if alarm:
            found = {INTENT_NAME_KEY: self.config["intent"], PREDICTED_CONFIDENCE_KEY: score}
            message.set(INTENT, found, add_to_output=True)
            message.set(INTENT_RANKING_KEY, [found, *(message.get(INTENT_RANKING_KEY) or [])], add_to_output=True)

    def plainly(self, message: Message) -> str | None:
        """What the message plainly means, danger aside; None where that is not plain.

        Many that tell of a disagreement name harm, and few of them mean danger now. What else is plainly meant is
        told beside the alarm, so that it need not be said again.
        """
        found = message.get(INTENT) or {}
        is_plain = found.get(PREDICTED_CONFIDENCE_KEY, 0.0) >= self.config["plain"]
        return found.get(INTENT_NAME_KEY) if is_plain else None

    def worst(self, text: str, whole: float) -> tuple[float, str]:
        """The highest score of danger now, and the part that has it: the text itself, unless a part of it is worse.

        Parts are read where the whole is not as sure by itself as one of them would have to be.
        """
        unsettled = whole < self.config["alarm_in_part"] and len(text.split()) >= self.config["long"]
        found = parts(text, self.config["words"])[: self.config["parts"]] if unsettled else []
        if len(found) < 2:
            return whole, text
        scores = self.confidences(encoder().encode(found), found)[:, self.regression.labels.index(NOW)]
        highest = int(np.argmax(scores))
        return max((whole, text), (float(scores[highest]), found[highest]))


def is_bare(text: str) -> bool:
    """Whether it is a yes, a no or a thanks and nothing else."""
    words = set(re.findall(r"\w+", text.lower()))
    return bool(words) and words <= BARE


def parts(text: str, words: int) -> list[str]:
    """The sentences of a text; one that goes on and on, as dictated ones do, in pieces that overlap by half."""
    found = []
    for sentence in filter(str.strip, MARKS.split(text)):
        spoken = sentence.split()
        starts = range(0, max(1, len(spoken) - words // 2), words // 2) if len(spoken) > 2 * words else (0,)
        length = words if len(starts) > 1 else len(spoken)
        found += [" ".join(spoken[start : start + length]) for start in starts]
    return found
