"""What our three classifiers have in common as parts of Rasa's graph: each learns one regression and keeps it."""
from __future__ import annotations

import hashlib
from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import METADATA, METADATA_INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import regression
from bot.nlu.regression import Array, Regression, features

FILE = "weights.npz"


class Learner(GraphComponent, IntentClassifier):
    """A subclass says what is learnt of the training data, and what is made of it for a message."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self.config = config
        self.storage = storage
        self.resource = resource
        self.regression: Regression

    @classmethod
    def required_components(cls) -> list[type]:
        return [DenseFeaturizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"trust": 6.0, "random_seed": 20}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Rasa remembers what was learnt, and looks at the subclass alone to see whether to learn again."""
        code = b"".join(Path(file).read_bytes() for file in (__file__, regression.__file__))
        return hashlib.sha256(code).hexdigest()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Learner:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> Learner:
        learner = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            learner.recall(folder)
        return learner

    def train(self, training_data: TrainingData) -> Resource:
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        labelled = [(example, label) for example in examples if (label := self.label(example)) is not None]
        chosen, labels = zip(*labelled, strict=True)
        self.study(chosen, labels)
        with self.storage.write_to(self.resource) as folder:
            self.keep(folder)
        return self.resource

    def study(self, examples: Sequence[Message], labels: Sequence[Any]) -> None:
        self.regression = self.learn(features(examples), labels, self.config["trust"], self.config["random_seed"])

    def keep(self, folder: Path) -> None:
        self.regression.save(folder / FILE)

    def recall(self, folder: Path) -> None:
        self.regression = Regression.load(folder / FILE)

    def process(self, messages: list[Message]) -> list[Message]:
        spoken = [message for message in messages if message.get(TEXT)]
        if spoken:
            for message, row in zip(spoken, self.confidences(spoken), strict=True):
                self.tell(message, dict(zip(self.regression.labels, map(float, row), strict=True)))
        return messages

    def confidences(self, messages: Sequence[Message]) -> Array:
        """A row a message, a column a label."""
        return self.regression.confidences(features(messages))

    @staticmethod
    def learn(vectors: Array, labels: Sequence[Any], trust: float, seed: int) -> Regression:
        return Regression.of_one(vectors, labels, trust, seed)

    @abstractmethod
    def label(self, example: Message) -> Any:
        """What is to be learnt of this example; None where it says nothing about that."""

    @abstractmethod
    def tell(self, message: Message, confidences: dict[str, float]) -> None:
        """Put what was understood into the message."""


def noted(example: Message, what: str) -> Any:
    """What stands as metadata above the examples of an intent (data/nlu/README.md); None where nothing does."""
    return ((example.get(METADATA) or {}).get(METADATA_INTENT) or {}).get(what)
