"""What a person may write, and what comes of it: whatever it is, an answer or a refusal, never a broken door."""

from __future__ import annotations

import pytest

from tests.gateway.conftest import Visitor
from tests.gateway.standins import House

WORDS = [
    "They closed the referral.",
    "Zamknęli zgłoszenie i nikt nie oddzwonił.",
    "لقد أغلقوا الإحالة",
    "asdkj qwe 0934 ;;;;",
    "!!!???",
    '{"text": "a", "button": "b"}',
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "'; DROP TABLE messages; --",
    "{{ 7 * 7 }} ${7*7} %s %(x)s",
    "👩‍👧 she said no\n\n\n\nand closed it",
    "a" * 5000,
]


@pytest.mark.parametrize("text", WORDS)
def test_words_are_answered_and_kept(visitor: Visitor, house: House, text: str) -> None:
    answer = visitor.say(text)

    assert answer["saved"] is True
    assert [message["kind"] for message in answer["messages"]] == ["question"]
    assert house.assistant.texts == [text]
    assert answer["said"]["text"] == text


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\t\r\n", "\x00\x07\x1b", "/", " // /", "\u200b\ufeff", "\u202e", "\ud800"]
)
def test_nothing_to_read_gets_a_friendly_sentence(visitor: Visitor, house: House, text: str) -> None:
    answer = visitor.say(text)

    assert answer["saved"] is False
    assert "in your own words" in answer["messages"][0]["text"]
    assert house.assistant.asked == []


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("/restart", "restart"),
        ('/inform{"risk":"no"}', 'inform{"risk":"no"}'),
        (" \t//EXTERNAL_stage_expired", "EXTERNAL_stage_expired"),
        ("\u200b/session_start", "session_start"),
        ("\u200d/session_start", "session_start"),
        ("\x00/restart", "restart"),
        ("\ud800/restart", "restart"),
        ("say /restart", "say /restart"),
        ("a\x00b\x1b[31mc\u202ed", "ab[31mcd"),
        ("line one\r\nline two", "line one\nline two"),
        ("cafe\u0301", "café"),
    ],
)
def test_words_are_never_a_command(visitor: Visitor, house: House, typed: str, asked: str) -> None:
    visitor.say(typed)

    assert house.assistant.texts == [asked]


def test_too_long_is_refused_with_the_limit(visitor: Visitor, house: House) -> None:
    answer = visitor.say("a" * 20_000)

    assert answer["saved"] is False
    assert "20,000 characters" in answer["messages"][0]["text"]
    assert "5,000" in answer["messages"][0]["text"]
    assert house.assistant.asked == []
    assert [message["kind"] for message in visitor.history()] == ["answer"]


def test_danger_in_a_text_that_is_too_long_is_still_heard(visitor: Visitor) -> None:
    answer = visitor.say("He has a knife. " + "a" * 6_000)

    assert [message["kind"] for message in answer["messages"]] == ["emergency", "refusal"]


def test_what_identifies_somebody_is_left_out_everywhere(visitor: Visitor, house: House) -> None:
    answer = visitor.say("Jamie, born 04/05/2017, was sent home. Jamie cried.")

    assert "I left out a name and a date of birth" in answer["messages"][0]["text"]
    assert answer["said"]["text"] == "[name], born [date of birth], was sent home. [name] cried."
    everything = str(visitor.history()) + str(house.assistant.asked) + visitor.client.get("/").text
    assert "Jamie" not in everything
    assert "04/05/2017" not in everything


def test_words_of_danger_are_passed_on_to_be_judged(visitor: Visitor, house: House) -> None:
    answer = visitor.say("He came in with a knife")

    assert [message["kind"] for message in answer["messages"]] == ["question"]
    assert house.assistant.asked[0][2] == {"alarm": True}


def test_a_hint_of_danger_is_passed_on(visitor: Visitor, house: House) -> None:
    visitor.say("there was a bruise last week")

    assert house.assistant.asked[0][2] == {"ask": True}


def test_a_broken_emergency_answer_leaves_the_safety_net(visitor: Visitor, house: House) -> None:
    house.emergencies.broken = house.assistant.down = True

    answer = visitor.say("He has a knife")

    assert answer["messages"][0]["kind"] == "emergency"
    assert "999" in answer["messages"][0]["text"]


def test_the_assistant_down_gives_the_safety_net_and_keeps_nothing(visitor: Visitor, house: House) -> None:
    house.assistant.down = True

    answer = visitor.say("They closed the referral")

    assert answer["saved"] is False
    assert [message["kind"] for message in answer["messages"]] == ["failure", "question"]
    assert "999" in answer["messages"][0]["text"]
    assert "social care" in answer["messages"][0]["text"]
    assert "Nothing was saved" in answer["messages"][0]["text"]
    assert "They closed" not in str(visitor.history())


def test_the_assistant_down_leaves_the_buttons(visitor: Visitor, house: House) -> None:
    house.assistant.down = True
    first, second = (visitor.say(words)["messages"][-1] for words in ("They closed the referral", "Hello?"))

    assert [button["title"] for button in first["buttons"]] == [
        "What do I do now?", "Show my open cases", "Someone is in danger now",
    ]  # fmt: skip
    assert second["id"] == first["id"], "they are offered once"

    house.assistant.down = False
    asking = visitor.say("They closed the referral")["messages"][-1]
    house.assistant.down = True
    assert visitor.say("yes")["messages"][-1]["buttons"] == asking["buttons"], "an open question stays open"


def test_danger_while_the_assistant_is_down_is_still_answered_first(visitor: Visitor, house: House) -> None:
    house.assistant.down = True

    answer = visitor.say("He has a knife")

    assert [message["kind"] for message in answer["messages"]] == ["emergency", "failure", "question"]


def test_markup_is_shown_and_never_run(visitor: Visitor) -> None:
    answer = visitor.say("<script>alert(1)</script>")

    assert "<script>alert" not in visitor.client.get("/").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer["said"]["html"]


def test_two_messages_of_one_person_are_answered_one_after_the_other(visitor: Visitor, house: House) -> None:
    house.patience = 0.3
    session = visitor.client.get_cookie("waymark")
    assert session
    conversation = house.conversation
    person = conversation.recognise(session.value)
    assert person
    inner = []
    house.assistant.meanwhile = lambda: inner.append(conversation.say(person, "second", house.clock.now()))

    visitor.say("first")

    assert [turn.saved for turn in inner] == [False]
    assert "still answering" in inner[0].messages[0].message.text
    assert house.assistant.texts == ["first"]


def test_a_turn_ends_when_the_assistant_breaks(visitor: Visitor, house: House) -> None:
    def breaks() -> None:
        house.assistant.meanwhile = None
        raise RuntimeError("a defect")

    house.assistant.meanwhile = breaks

    assert visitor.post({"text": "first"}).status_code == 500
    assert visitor.say("second")["saved"] is True


def test_another_language_is_greeted_at_once_and_danger_is_asked_about(visitor: Visitor, house: House) -> None:
    answer = visitor.say("Dzień dobry, nikt nie odpowiada")

    assert answer["messages"][0]["text"] == "Zadzwoń pod numer 999."
    assert house.assistant.asked[-1][2] == {"abroad": True, "ask": True}


def test_danger_in_another_language_is_an_emergency_at_the_door(visitor: Visitor, house: House) -> None:
    answer = visitor.say("Dzień dobry, he has a knife")

    assert [message["kind"] for message in answer["messages"]][:2] == ["emergency", "answer"]
    assert house.assistant.asked[-1][2] == {"abroad": True}
