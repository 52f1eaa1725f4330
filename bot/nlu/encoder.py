"""The meaning of a message as numbers: a small BERT, tuned on our own messages, as a Rasa featurizer.

It began as all-MiniLM-L6-v2 and was tuned by scripts/tune-encoder (docs/adr/0007). Its weights, and what it makes of
the messages that it was tuned on, are part of the repository: nothing is fetched, and nothing but ONNX Runtime needed.
"""
from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

Vectors = np.ndarray
WEIGHTS = Path(__file__).parent / "weights"
TOKENS = 128
"""A message of about a hundred words. What stands behind that is read by the risk detector, part by part."""
MASKED = re.compile(r"[ ,]*\[[a-z ]+\](?:'s)?")
"""What the door left out ("[name]") says nothing here, and no message in data/nlu holds it."""
THREADS = {1: 0, 2: 64}
"""From how many tokens on so many threads share the work: in a short message the second would mostly wait."""
TOGETHER, PADDING = 32, 8
"""At most so many texts go through at once; and a run of its own costs no more than so many tokens of padding."""


class Encoder:
    """Texts in, a row of 384 numbers and of unit length each out."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        from tokenizers import Tokenizer

        self.sessions = {tokens: session(folder / "encoder.onnx", threads) for threads, tokens in THREADS.items()}
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(TOKENS)

    def encode(self, texts: list[str]) -> Vectors:
        """Texts of like length go through together, so that hardly anything is padded."""
        tokens = [encoding.ids for encoding in self.tokenizer.encode_batch([MASKED.sub("", text) for text in texts])]
        rows = np.empty((len(texts), 384), dtype=np.float32)
        for numbers in alike([len(row) for row in tokens]):
            rows[numbers] = self.through([tokens[number] for number in numbers])
        return rows

    def through(self, tokens: list[list[int]]) -> Vectors:
        longest = max(map(len, tokens))
        ids, seen = np.zeros((2, len(tokens), longest), dtype=np.int64)
        for number, row in enumerate(tokens):
            ids[number, : len(row)], seen[number, : len(row)] = row, 1
        network = self.sessions[max(tokens for tokens in self.sessions if tokens <= ids.size)]
        return np.asarray(network.run(None, {"tokens": ids, "seen": seen})[0])


def session(weights: Path, threads: int) -> Any:
    """The network, ready to run. A thread that waits for its part sleeps: by spinning, as ONNX Runtime would have it,
    it would take the processor from the other processes."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])


def alike(lengths: list[int]) -> list[list[int]]:
    """The numbers of the texts with these lengths, in groups to go through together, the shortest first."""
    groups: list[list[int]] = []
    for number in sorted(range(len(lengths)), key=lambda number: lengths[number]):
        group = groups[-1] if groups else []
        padding = sum(lengths[number] - lengths[other] for other in group)
        if group and len(group) < TOGETHER and padding <= PADDING:
            group.append(number)
        else:
            groups.append([number])
    return groups


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The one encoder of this process: it takes a moment to load and 80 MB, so it is loaded once and kept."""
    return Encoder()


def known() -> dict[int, Vectors]:
    """What the encoder makes of each message that it was tuned on, by the hash of its text."""
    with np.load(WEIGHTS / "known.npz") as kept:
        return dict(zip(kept["names"].tolist(), kept["vectors"] * kept["scale"], strict=True))


def name_of(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "little")


def is_said(message: Message) -> bool:
    """Whether it is words. A pressed button says by itself what it means, and Rasa reads that last of all."""
    return bool(message.get(TEXT)) and not message.get(TEXT).startswith(INTENT_MESSAGE_PREFIX)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(DenseFeaturizer, GraphComponent):
    """Numbers that lie close together for messages that want, fear and differ about much the same."""

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to check beyond what Rasa checks."""

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Rasa remembers what came of the data: never to be used again once the weights are others."""
        return hashlib.sha256((WEIGHTS / "encoder.onnx").read_bytes()).hexdigest()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoder:
        return cls(execution_context.node_name, config)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> SentenceEncoder:
        encoder()  # now, and not while somebody waits for the first answer
        return cls.create(config, model_storage, resource, execution_context)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Only what is new since the tuning has to go through the encoder: it would take a minute for all."""
        before = known()
        spoken = [message for message in training_data.training_examples if message.get(TEXT)]
        new = [message for message in spoken if name_of(message.get(TEXT)) not in before]
        self.process(new)
        for message in spoken:
            if (row := before.get(name_of(message.get(TEXT)))) is not None:
                self.add(message, row)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        spoken = [message for message in messages if is_said(message)]
        if spoken:
            rows = encoder().encode([message.get(TEXT) for message in spoken])
            for message, row in zip(spoken, rows, strict=True):
                self.add(message, row)
        return messages

    def add(self, message: Message, row: Vectors) -> None:
        alias = self._config[FEATURIZER_CLASS_ALIAS]
        message.add_features(Features(row.reshape(1, -1), FEATURE_TYPE_SENTENCE, TEXT, alias))
