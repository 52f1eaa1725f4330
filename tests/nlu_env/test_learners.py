"""Intents, categories and risk, each learnt, kept and loaded as Rasa does it, over an encoder that can be foreseen."""
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.categories import Categories
from bot.nlu.classifier import RANKED, Intents
from bot.nlu.learner import Learner
from bot.nlu.regression import Array
from bot.nlu.risk import Risk, is_bare, parts

WORDS = ("bleeding", "bruised", "refused", "remit", "silent", "thanks", "weather")
EXAMPLES: list[tuple[str, str, dict[str, Any]]] = [
    ("bleeding", "immediate_risk", {}),
    ("bruised", "past_or_managed_risk", {}),
    ("refused", "disagreement", {"categories": ["thresholds"]}),
    ("remit", "disagreement", {"categories": ["roles"]}),
    ("silent", "disagreement", {"categories": ["communication"]}),
    ("remit silent", "disagreement", {"categories": ["roles", "communication"]}),
    ("refused bruised", "disagreement", {"risk": "ask", "categories": ["thresholds"]}),
    ("thanks", "thanks", {}),
    ("weather", "out_of_scope", {}),
    ("weather weather", "out_of_scope", {}),
]


class Foreseen:
    """Counts the words that it knows, as parts of the whole: an alarm in a long account is a small part."""

    def encode(self, texts: list[str]) -> Array:
        counts = np.array([[text.split().count(word) for word in WORDS] for text in texts], dtype=np.float32)
        return counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1)


@pytest.fixture(autouse=True)
def foreseen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.nlu.risk.encoder", Foreseen)


def message(text: str, **noted: Any) -> Message:
    row = Foreseen().encode([text])
    return Message({TEXT: text, **noted}, features=[Features(row, FEATURE_TYPE_SENTENCE, TEXT, "encoder")])


def learnt(kind: type[Learner], folder: Path, **config: Any) -> Learner:
    """One that learnt the examples, was kept, and was loaded again."""
    folder.mkdir(exist_ok=True)
    storage, resource = LocalModelStorage(folder), Resource("learner")
    config = {**kind.get_default_config(), "trust": 100.0, **config}
    examples = [message(text, intent=intent, metadata={"intent": noted}) for text, intent, noted in EXAMPLES]
    kind.create(config, storage, resource, None).train(TrainingData(examples))  # type: ignore[arg-type]
    return kind.load(config, storage, resource, None)  # type: ignore[arg-type]


def read(learner: Learner, text: str, **before: Any) -> Message:
    return learner.process([message(text, **before)])[0]


def test_intents_are_ranked(tmp_path: Path) -> None:
    read_ = read(learnt(Intents, tmp_path), "thanks")
    ranking = read_.get(INTENT_RANKING_KEY)
    assert ranking[0] == read_.get(INTENT)
    assert ranking[0]["name"] == "thanks"
    assert len(ranking) == len({intent for _, intent, _ in EXAMPLES}) <= RANKED
    assert sum(row["confidence"] for row in ranking) == pytest.approx(1)
    assert [row["confidence"] for row in ranking] == sorted((row["confidence"] for row in ranking), reverse=True)


def test_an_intent_that_another_part_decides_on_is_not_learnt(tmp_path: Path) -> None:
    told = read(learnt(Intents, tmp_path, but=["immediate_risk"]), "bleeding")
    assert "immediate_risk" not in {row["name"] for row in told.get(INTENT_RANKING_KEY)}


def test_several_categories_may_hold(tmp_path: Path) -> None:
    categories = learnt(Categories, tmp_path)
    both = read(categories, "remit silent").get("categories")
    assert set(both) == {"thresholds", "roles", "communication"}
    assert {name for name, score in both.items() if score > 0.5} == {"roles", "communication"}
    assert max(one := read(categories, "refused").get("categories"), key=lambda name: one[name]) == "thresholds"


def test_danger_by_the_whole_message_overrules_every_other_reading(tmp_path: Path) -> None:
    unsure = {"name": "nlu_fallback", "confidence": 0.3}
    told = read(learnt(Risk, tmp_path), "bleeding", intent=unsure, intent_ranking=[unsure])
    risk = told.get("risk")
    assert (risk["level"], risk["part"]) == ("now", "bleeding")
    assert risk["score"] == pytest.approx(told.get(INTENT)["confidence"], abs=1e-3) and risk["score"] > 0.8
    assert [row["name"] for row in told.get(INTENT_RANKING_KEY)] == ["immediate_risk", "nlu_fallback"]


def test_what_is_plainly_meant_beside_danger_is_told_with_it(tmp_path: Path) -> None:
    risk = learnt(Risk, tmp_path)
    meant = {
        name: read(risk, "bleeding", intent={"name": name, "confidence": sure}).get("risk")["besides"]
        for name, sure in (("allegation", 0.99), ("complaint", 0.6), ("disagreement", 0.99), ("nlu_fallback", 0.3))
    }
    assert meant == {"allegation": "allegation", "complaint": None, "disagreement": None, "nlu_fallback": None}
    calm = read(risk, "thanks", intent={"name": "allegation", "confidence": 0.99}).get("risk")
    assert (calm["level"], calm["besides"]) == ("none", None)


def test_danger_in_the_fifth_sentence_of_a_long_account(tmp_path: Path) -> None:
    calm = "We talked about the weather, the weather and thanks to her the weather again."
    account = " ".join([calm] * 4 + ["Then I saw that he was bleeding ."] + [calm] * 3)
    risk = read(learnt(Risk, tmp_path, alarm_in_part=0.6), account).get("risk")
    assert risk["level"] == "now"
    assert risk["part"] == "Then I saw that he was bleeding ."
    calmer = read(learnt(Risk, tmp_path / "calmer", alarm_in_part=1.1), account).get("risk")
    assert calmer["level"] != "now", "the whole of it must not be what gave the alarm"


def test_a_whole_that_is_sure_enough_by_itself_is_not_read_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = " ".join(["He is bleeding and bleeding and bleeding."] * 8)
    risk = learnt(Risk, tmp_path, alarm_in_part=0.6)
    monkeypatch.setattr("bot.nlu.risk.encoder", lambda: pytest.fail("nothing is left to find out"))
    assert read(risk, account).get("risk")["level"] == "now"


@pytest.mark.parametrize(("text", "level"), [("bruised", "ask"), ("refused bruised", "ask"), ("thanks", "none")])
def test_doubt_and_calm_leave_the_intent_as_it_was(text: str, level: str, tmp_path: Path) -> None:
    before = {"name": "help", "confidence": 0.9}
    told = read(learnt(Risk, tmp_path), text, intent=before)
    assert told.get("risk")["level"] == level
    assert told.get(INTENT) == before


def test_a_bare_yes_says_nothing_of_danger_by_itself(tmp_path: Path) -> None:
    eager = learnt(Risk, tmp_path, alarm=0.0)
    assert read(eager, "yes.").get("risk")["level"] == "none"
    assert read(eager, "yes he is").get("risk")["level"] == "now"
    assert [text for text in ("Yes!", "no, thanks", "OK", "", "?", "yes bleeding", "no one is") if is_bare(text)] == [
        "Yes!",
        "no, thanks",
        "OK",
    ]


def test_a_message_without_words_is_left_alone(tmp_path: Path) -> None:
    silent = Message({})
    assert learnt(Risk, tmp_path).process([silent]) == [silent]
    assert silent.get("risk") is None


def test_parts_are_sentences() -> None:
    said = ["He said no.", "Why?", "I do not know;", "she does!"]
    assert parts("He said no. Why?\nI do not know; she does!", 25) == said
    assert parts("", 25) == parts(" \n ", 25) == []
    assert parts("Seen by Dr. Who at 3.15", 25)[-1].endswith("3.15")


@pytest.mark.parametrize("count", [1, 49, 50, 51, 62, 75, 76, 200])
def test_parts_of_dictated_words_overlap_and_leave_none_out(count: int) -> None:
    said = [f"w{number}" for number in range(count)]
    found = [part.split() for part in parts(" ".join(said), 25)]
    assert list(dict.fromkeys(word for part in found for word in part)) == said
    assert len(found) == 1 or max(map(len, found)) <= 25
    assert all(any({a, b} <= set(part) for part in found) for a, b in pairwise(said))


def test_other_code_is_another_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = Risk.fingerprint_addon({})
    (tmp_path / "regression.py").write_text("changed")
    monkeypatch.setattr("bot.nlu.regression.__file__", str(tmp_path / "regression.py"))
    assert Risk.fingerprint_addon({}) != ours
