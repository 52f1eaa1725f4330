"""The featurizer and the classifier, by themselves."""
from pathlib import Path

import numpy as np
import pytest
from bot.nlu.embeddings import SentenceEmbeddings, encoder
from bot.nlu.ngrams import Ngrams, parts, vector
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.classifier import LogisticRegression, features

EXAMPLES = {
    "thanks": ["thank you", "thanks a lot", "that was helpful, cheers"],
    "deadline": ["by when must they decide", "how many days do they have", "what is the time limit"],
    "no_reply": ["they have not answered", "nobody rings me back", "still no reply from the manager"],
}


def embedded(*texts: str) -> list[Message]:
    featurizer = SentenceEmbeddings("embeddings", SentenceEmbeddings.get_default_config())
    return featurizer.process([Message({TEXT: text}) for text in texts])


def test_vectors_are_of_unit_length_and_like_for_like() -> None:
    vectors = features(embedded("nobody rings me back", "they never return my calls", "thank you", ""))
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    near, far = vectors[0] @ vectors[1], vectors[0] @ vectors[2]
    assert near > far + 0.2


def test_a_message_without_text_is_left_alone() -> None:
    featurizer = SentenceEmbeddings("embeddings", SentenceEmbeddings.get_default_config())
    spoken, action = featurizer.process([Message({TEXT: "hi"}), Message({})])
    assert spoken.features and not action.features


def test_wording_is_the_same_in_every_process_and_of_unit_length() -> None:
    assert np.allclose(np.linalg.norm(vector("no reply from MASH")), 1)
    assert not vector("").any()
    assert vector("ok")[:600].nonzero()[0].tolist() == [338, 479, 566]
    assert {"word mash", "word reply from", "run sh ", "run mas"} <= set(parts("Reply from MASH"))
    assert vector("reply from MASH") @ vector("replies from the MASH") > vector("reply") @ vector("case")


def test_both_featurizers_speak_to_the_classifier() -> None:
    config = Ngrams.get_default_config()
    both = Ngrams("ngrams", {**config, "alias": "ngrams"}).process(embedded("hello", "no reply"))
    assert features(both).shape == (2, 512 + 1024)


def test_one_encoder_a_process() -> None:
    assert encoder() is encoder()


def learnt(intents: list[str], tmp_path: Path) -> LogisticRegression:
    """A classifier that learnt these intents, was kept, and was loaded again."""
    storage, resource = LocalModelStorage(tmp_path), Resource("classifier")
    learning = LogisticRegression(LogisticRegression.get_default_config(), storage, resource)
    examples = []
    for intent in intents:
        for message in embedded(*EXAMPLES[intent]):
            message.set(INTENT, intent)
            examples.append(message)
    learning.train(TrainingData(examples))
    return LogisticRegression.load({}, storage, resource, None)  # type: ignore[arg-type]


@pytest.mark.parametrize("intents", [["thanks", "no_reply"], ["thanks", "no_reply", "deadline"]])
def test_what_was_learnt_is_kept_and_answers(intents: list[str], tmp_path: Path) -> None:
    messages = learnt(intents, tmp_path).process(embedded("they have still not rung me", "thanks!"))
    assert [message.get(INTENT)["name"] for message in messages] == ["no_reply", "thanks"]
    ranking = messages[0].get(INTENT_RANKING_KEY)
    assert sum(row["confidence"] for row in ranking) == pytest.approx(1)
    assert ranking[0] == messages[0].get(INTENT)
    assert ranking[0]["confidence"] > ranking[1]["confidence"]
