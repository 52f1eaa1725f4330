"""What the person wants: the intent, from what the message means and from the words that it is put in."""
from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu import wording
from bot.nlu.encoder import MASKED
from bot.nlu.learner import Learner
from bot.nlu.regression import Array, softmax
from bot.nlu.wording import Wording

RANKED = 10
WORDING = "wording.npz"
LEAST = 1e-9
"""No intent is out of the question."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Intents(Learner):
    """Learns every intent but those that ``but`` names: another part of the pipeline decides on them."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            **Learner.get_default_config(),
            "but": [],
            "wording": 0.5,  # the share of the words in the decision, the rest being that of the meaning
            "wording_trust": 1.0,
            "wording_sharpness": 6.0,
        }

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        code = Path(wording.__file__).read_bytes()
        return super().fingerprint_addon(config) + hashlib.sha256(code).hexdigest()

    def study(self, examples: Sequence[Message], labels: Sequence[Any]) -> None:
        super().study(examples, labels)
        chosen = (self.config[name] for name in ("wording_trust", "wording_sharpness", "random_seed"))
        self.wording = Wording.of(said(examples), labels, *chosen)

    def keep(self, folder: Path) -> None:
        super().keep(folder)
        self.wording.save(folder / WORDING)

    def recall(self, folder: Path) -> None:
        super().recall(folder)
        self.wording = Wording.load(folder / WORDING)

    def confidences(self, messages: Sequence[Message]) -> Array:
        """Multiplied rather than added: where both are fairly sure, together they are surer."""
        by_meaning, by_words = super().confidences(messages), self.wording.confidences(said(messages))
        share = self.config["wording"]
        return softmax((1 - share) * np.log(by_meaning + LEAST) + share * np.log(by_words + LEAST))

    def label(self, example: Message) -> str | None:
        intent = str(example.get(INTENT))
        return None if intent in self.config["but"] else intent

    def tell(self, message: Message, confidences: dict[str, float]) -> None:
        best = sorted(confidences, key=lambda name: -confidences[name])[:RANKED]
        ranking = [{INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: confidences[name]} for name in best]
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)


def said(messages: Sequence[Message]) -> list[str]:
    return [MASKED.sub("", message.get(TEXT)) for message in messages]
