"""Buttons: one press, one effect; only the newest question; only one's own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.gateway.conftest import Visitor
from tests.gateway.standins import QUESTION, House


def _tokens(answer: dict) -> dict[str, str]:  # type: ignore[type-arg]
    return {button["title"]: button["token"] for button in answer["messages"][-1]["buttons"]}


def test_a_press_reaches_the_assistant_as_its_payload(visitor: Visitor, house: House) -> None:
    asking = visitor.say("They closed it")

    answer = visitor.press(_tokens(asking)["No"])

    assert house.assistant.texts[-1] == '/inform{"risk":"no"}'
    assert answer["saved"] is True
    assert answer["said"]["text"] == "No"
    assert answer["said"]["kind"] == "person"


def test_payloads_and_tokens_stay_apart(visitor: Visitor) -> None:
    asking = visitor.say("They closed it")
    visitor.press(_tokens(asking)["No"])

    assert "/inform" not in str(visitor.history())
    assert "/inform" not in visitor.client.get("/").text


def test_the_second_press_changes_nothing_and_shows_the_newest_question(visitor: Visitor, house: House) -> None:
    token = _tokens(visitor.say("They closed it"))["No"]
    advice = visitor.press(token)

    again = visitor.press(token)

    assert again["saved"] is False
    assert "answered already" in again["messages"][0]["text"]
    assert again["messages"][1]["id"] == advice["messages"][-1]["id"]
    assert again["messages"][1]["buttons"] == advice["messages"][-1]["buttons"]
    assert len(house.assistant.asked) == 2


def test_two_presses_at_once_have_one_effect(visitor: Visitor, house: House) -> None:
    tokens = _tokens(visitor.say("They closed it"))
    session = visitor.client.get_cookie("waymark")
    assert session
    person = house.conversation.recognise(session.value)
    assert person

    def press(title: str) -> bool:
        return house.conversation.press(person, tokens[title], house.clock.now()).saved

    with ThreadPoolExecutor(6) as pool:
        saved = list(pool.map(press, ["Yes", "Yes", "No", "Yes", "No", "Not sure"]))

    assert sum(saved) == 1
    assert len(house.assistant.asked) == 2


def test_an_older_question_can_no_longer_be_answered(visitor: Visitor, house: House) -> None:
    old = _tokens(visitor.say("They closed it"))["Yes"]
    newer = _tokens(visitor.say("I am not sure what to do"))

    assert visitor.press(old)["saved"] is False
    assert visitor.press(newer["No"])["saved"] is True


def test_another_persons_button_is_nobodys(arrive: Callable[[], Visitor], house: House) -> None:
    mine, other = arrive(), arrive()
    token = _tokens(mine.say("They closed it"))["No"]

    answer = other.press(token)

    assert answer["saved"] is False
    assert len(answer["messages"]) == 1
    assert mine.press(token)["saved"] is True


@pytest.mark.parametrize("token", ["", "x", "\x00", "a" * 24, "/restart", "é" * 24, "a" * 5000])
def test_a_forged_button_does_nothing(visitor: Visitor, house: House, token: str) -> None:
    assert visitor.press(token)["saved"] is False
    assert house.assistant.asked == []


def test_a_press_can_be_repeated_when_the_assistant_was_down(visitor: Visitor, house: House) -> None:
    token = _tokens(visitor.say("They closed it"))["No"]
    house.assistant.down = True

    failed = visitor.press(token)
    house.assistant.down = False

    assert failed["saved"] is False
    assert failed["messages"][0]["kind"] == "failure"
    assert visitor.press(token)["saved"] is True


def test_a_press_can_be_repeated_when_something_broke(visitor: Visitor, house: House) -> None:
    token = _tokens(visitor.say("They closed it"))["No"]

    def breaks() -> None:
        house.assistant.meanwhile = None
        raise RuntimeError("a defect")

    house.assistant.meanwhile = breaks

    assert visitor.post({"button": token}).status_code == 500
    assert visitor.press(token)["saved"] is True


def test_words_leave_a_question_open_until_there_is_a_newer_one(visitor: Visitor, house: House) -> None:
    asking = visitor.say("They closed it")["messages"][-1]

    shown = visitor.history()[-1]

    assert shown["buttons"] == asking["buttons"]


def test_a_reminder_takes_over_the_buttons(visitor: Visitor, house: House) -> None:
    old = _tokens(visitor.say("They closed it"))["No"]
    last = visitor.history()[-1]["id"]
    session = visitor.client.get_cookie("waymark")
    assert session
    person = house.conversation.recognise(session.value)
    assert person
    house.conversation.tell(person, QUESTION, house.clock.now())

    reminder = visitor.history(last)

    assert [message["text"] for message in reminder] == [QUESTION.text]
    assert visitor.press(old)["saved"] is False
    assert visitor.press(reminder[0]["buttons"][0]["token"])["saved"] is True
