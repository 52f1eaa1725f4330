"""What our two featurizers have in common: each gives a message one vector of unit length.

Neither learns anything, so nothing of them is kept in the model.
"""
from abc import abstractmethod
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

Vectors = np.ndarray


class SentenceFeaturizer(DenseFeaturizer, GraphComponent):
    """A subclass says how texts become vectors, a row each."""

    @abstractmethod
    def vectors(self, texts: list[str]) -> Vectors:
        """One row of unit length a text."""

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
    ) -> "SentenceFeaturizer":
        return cls(execution_context.node_name, config)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        alias = self._config[FEATURIZER_CLASS_ALIAS]
        spoken = [message for message in messages if message.get(TEXT) is not None]
        if spoken:
            rows = self.vectors([message.get(TEXT) for message in spoken])
            for message, row in zip(spoken, rows, strict=True):
                message.add_features(Features(row.reshape(1, -1), FEATURE_TYPE_SENTENCE, TEXT, alias))
        return messages
