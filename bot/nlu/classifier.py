"""What the person wants: the intent, from what the message means and from the words that it is put in."""
from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.encoder import is_said
from bot.nlu.learner import Learner

RANKED = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Intents(Learner):
    """Learns every intent but those that ``but`` names: another part of the pipeline decides on them."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            **Learner.get_default_config(),
            "but": [],
            "wording": 0.5,
        }

    def label(self, example: Message) -> str | None:
        intent = str(example.get(INTENT))
        return None if intent in self.config["but"] else intent

    def process(self, messages: list[Message]) -> list[Message]:
        """Of what was not said nothing is known, until Rasa reads what the button means."""
        for message in messages:
            if not is_said(message):
                message.set(INTENT, {INTENT_NAME_KEY: None, PREDICTED_CONFIDENCE_KEY: 0.0}, add_to_output=True)
        return super().process(messages)

    def tell(self, message: Message, confidences: dict[str, float]) -> None:
        best = sorted(confidences, key=lambda name: -confidences[name])[:RANKED]
        ranking = [{INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: confidences[name]} for name in best]
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
