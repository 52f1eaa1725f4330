"""Asking the trained model, without a server and through the chat."""
import json
import sqlite3
import subprocess
import sys

from conftest import Assistant
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.encoder import SentenceEncoder

QUESTIONS = ["hi there", "I disagree with the decision of social care", "purple banana seventeen"]
DANGER = "The weather is fine. We had a meeting about funding. He is hitting her right now."


def test_answers_line_by_line_as_the_chat_would(assistant: Assistant) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.nlu.parse", assistant.folder / "models" / "small.tar.gz"],
        input="".join(json.dumps({"text": text}) + "\n" for text in QUESTIONS),
        capture_output=True,
        text=True,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["name"] for answer in answers] == ["greet", "start_case", "nlu_fallback"]
    assert answers[0]["ranking"][0] == {"name": "greet", "confidence": answers[0]["confidence"]}
    assert "banana" not in done.stderr


def test_danger_and_categories_reach_the_actions_and_are_kept(assistant: Assistant, actions_port: int) -> None:
    with assistant.serving(actions_port) as conversation:
        (told,) = conversation.say(DANGER, sender="somebody in danger")
    risk, categories = json.loads(told)
    assert risk["level"] == "now"
    assert 0 < risk["score"] <= 1
    assert risk["part"] in DANGER
    assert set(categories) == {"thresholds", "communication"}
    with sqlite3.connect(assistant.folder / "tracker.db") as kept:
        query = "SELECT data FROM events WHERE sender_id = 'somebody in danger' AND type_name = 'user'"
        (event,) = (json.loads(row[0]) for row in kept.execute(query))
    assert (event["parse_data"]["risk"], event["parse_data"]["categories"]) == (risk, categories)
    assert event["parse_data"]["intent"]["name"] == "immediate_risk"


def test_a_button_means_what_it_says_and_goes_through_no_encoder(assistant: Assistant, actions_port: int) -> None:
    with assistant.serving(actions_port) as conversation:
        assert conversation.say("/greet", sender="presses") == ["Hello."]
        assert conversation.say("/no_such_intent", sender="presses") == ["action_offer_meanings"]
        assert conversation.say('/start_case{"odd": 1}', sender="presses") == ["Which policy?"]


def test_only_words_are_encoded() -> None:
    said, pressed = Message(data={"text": "hello"}), Message(data={"text": "/greet"})
    SentenceEncoder("encoder", {"alias": "encoder"}).process([said, pressed, Message(data={})])
    assert (len(said.features), len(pressed.features)) == (1, 0)
