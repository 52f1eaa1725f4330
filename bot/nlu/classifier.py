"""From the numbers of a message to its intent: logistic regression, kept as two plain arrays.

Rasa has such a classifier, but importing it takes five seconds at every start (it asks skops to list all of
scikit-learn), and it has no setting for the regularisation. This one trains with scikit-learn and needs only
numpy to answer.
"""
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

FILE = "weights.npz"
RANKED = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LogisticRegression(GraphComponent, IntentClassifier):
    """One weight vector an intent; the softmax of what they say is the confidence."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self.config = config
        self.storage = storage
        self.resource = resource
        self.weights = np.empty((0, 0))
        self.bias = np.empty(0)
        self.intents: list[str] = []

    @classmethod
    def required_components(cls) -> list[type]:
        return [DenseFeaturizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        # `trust` is scikit-learn's C: the higher, the more the examples count against caution.
        return {"trust": 6.0, "max_iter": 1000, "random_seed": 20}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LogisticRegression":
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> "LogisticRegression":
        classifier = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder, np.load(folder / FILE) as kept:
            classifier.weights, classifier.bias = kept["weights"], kept["bias"]
            classifier.intents = kept["intents"].tolist()
        return classifier

    def train(self, training_data: TrainingData) -> Resource:
        from sklearn.linear_model import LogisticRegression as Learner

        learner = Learner(
            C=self.config["trust"],
            class_weight="balanced",
            max_iter=self.config["max_iter"],
            multi_class="multinomial",
            random_state=self.config["random_seed"],
        )
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        learner.fit(features(examples), [example.get(INTENT) for example in examples])
        weights, bias = learner.coef_, learner.intercept_
        if len(learner.classes_) == 2:  # of two, scikit-learn keeps the second alone
            weights, bias = np.vstack([-weights, weights]), np.append(-bias, bias)
        with self.storage.write_to(self.resource) as folder:
            intents = np.array([str(name) for name in learner.classes_])
            np.savez(folder / FILE, weights=weights.T, bias=bias, intents=intents)
        return self.resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message, confidences in zip(messages, self.confidences(features(messages)), strict=True):
            best = np.argsort(-confidences)[:RANKED]
            ranking = [
                {INTENT_NAME_KEY: self.intents[i], PREDICTED_CONFIDENCE_KEY: float(confidences[i])} for i in best
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def confidences(self, vectors: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
        scores = vectors @ self.weights + self.bias
        grown = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(grown / grown.sum(axis=1, keepdims=True))


def features(messages: list[Message]) -> "np.ndarray[Any, Any]":
    """The sentence features of each message, a row each."""
    return np.vstack([message.get_dense_features(TEXT)[1].features for message in messages])
