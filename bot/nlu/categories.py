"""What a disagreement is about: thresholds, roles, communication, need for action. Several may hold."""
from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.learner import Learner, noted

CATEGORIES = "categories"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Categories(Learner):
    """Tells a score from 0 to 1 for each category; whoever reads them knows whether a disagreement was told at all."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            **Learner.get_default_config(),
            "wording": 0.3,
            "wording_sharpness": 1.5,
        }

    def label(self, example: Message) -> frozenset[str] | None:
        named = noted(example, CATEGORIES)
        return frozenset(named) if named else None

    def tell(self, message: Message, confidences: dict[str, float]) -> None:
        message.set(CATEGORIES, {name: round(score, 3) for name, score in confidences.items()}, add_to_output=True)
