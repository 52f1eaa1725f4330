"""What our three classifiers have in common as parts of Rasa's graph: each learns one regression and keeps it.

Beside the meaning of a message (the encoder's numbers) the words that it is put in may have a share in the decision.
"""
from __future__ import annotations

import hashlib
from abc import abstractmethod
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
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

from bot.nlu import regression, wording
from bot.nlu.encoder import MASKED, is_said
from bot.nlu.regression import Array, Regression, features
from bot.nlu.wording import Wording

FILE, WORDING = "weights.npz", "wording.npz"


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
        return {
            "trust": 6.0,
            "random_seed": 20,
            "wording": 0.0,  # the share of the words, the rest being that of the meaning
            "wording_trust": 1.0,
            "wording_sharpness": 6.0,
        }

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Rasa remembers what was learnt, and looks at the subclass alone to see whether to learn again."""
        code = b"".join(Path(file).read_bytes() for file in (__file__, regression.__file__, wording.__file__))
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
        """Meaning and words at the same time: most of it is arithmetic, for which neither holds up the other."""
        seed = self.config["random_seed"]
        with ThreadPoolExecutor(max_workers=1) as beside:
            meaning = beside.submit(Regression.of, features(examples), labels, self.config["trust"], seed)
            if self.config["wording"]:
                trust, sharpness = self.config["wording_trust"], self.config["wording_sharpness"]
                texts = [MASKED.sub("", example.get(TEXT)) for example in examples]
                self.wording = Wording.of(texts, labels, trust, sharpness, seed)
            self.regression = meaning.result()

    def keep(self, folder: Path) -> None:
        self.regression.save(folder / FILE)
        if self.config["wording"]:
            self.wording.save(folder / WORDING)

    def recall(self, folder: Path) -> None:
        self.regression = Regression.load(folder / FILE)
        if self.config["wording"]:
            self.wording = Wording.load(folder / WORDING)

    def process(self, messages: list[Message]) -> list[Message]:
        spoken = [message for message in messages if is_said(message)]
        if spoken:
            texts = [message.get(TEXT) for message in spoken]
            for message, row in zip(spoken, self.confidences(features(spoken), texts), strict=True):
                self.tell(message, dict(zip(self.regression.labels, map(float, row), strict=True)))
        return messages

    def confidences(self, vectors: Array, texts: Sequence[str]) -> Array:
        """A row a text, a column a label. Where meaning and words are both fairly sure, together they are surer."""
        scores, share = self.regression.scores(vectors), self.config["wording"]
        if share:
            scores = (1 - share) * scores + share * self.wording.scores([MASKED.sub("", text) for text in texts])
        return self.regression.confidences(scores)

    @abstractmethod
    def label(self, example: Message) -> Any:
        """What is to be learnt of this example; None where it says nothing about that."""

    @abstractmethod
    def tell(self, message: Message, confidences: dict[str, float]) -> None:
        """Put what was understood into the message."""


def noted(example: Message, what: str) -> Any:
    """What stands as metadata above the examples of an intent (data/nlu/README.md); None where nothing does."""
    return ((example.get(METADATA) or {}).get(METADATA_INTENT) or {}).get(what)
