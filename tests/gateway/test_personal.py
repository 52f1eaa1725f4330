"""Deleting by chat and by page: only what was chosen, only one's own, and also while the assistant is down."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.casework.case import Answer
from bot.casework.intake import Ask
from bot.evidence import verify
from bot.storage.belongings import erasures
from bot.storage.people import people
from bot.wording import erasing
from tests.gateway.conftest import Visitor
from tests.gateway.standins import START, House

WORDS = "the zebra in the airing cupboard"


@pytest.fixture
def offered(house: House, visitor: Visitor) -> dict[str, str]:
    """Somebody with a case has said something, and was offered to delete it: the tokens by their titles."""
    house.files.answer_risk(person_of(house), Ask.RISK, Answer.NO, START)
    visitor.say(WORDS)
    return buttons(visitor.say("please delete my data"))


def person_of(house: House) -> str:
    with house.database.reading() as connection:
        return str(connection.scalar(select(people.c.id)))


def buttons(answer: dict[str, Any]) -> dict[str, str]:
    return {button["title"]: button["token"] for button in answer["messages"][-1]["buttons"]}


def said(answer: dict[str, Any]) -> str:
    return str(answer["messages"][-1]["text"])


def noted(house: House) -> list[tuple[str, str]]:
    with house.database.reading() as connection:
        return [(row.what, row.why) for row in connection.execute(select(erasures).order_by(erasures.c.id))]


def cases(house: House) -> int:
    return len(house.files.mine(person_of(house), START))


def test_the_conversation_is_deleted_at_a_press(house: House, visitor: Visitor, offered: dict[str, str]) -> None:
    asked = len(house.assistant.asked)
    answer = visitor.press(offered["Delete our conversation"])
    assert "Our conversation is deleted" in said(answer) and answer["saved"]
    assert len(house.assistant.asked) == asked and house.memory.forgotten == [person_of(house)]
    assert not any(WORDS in message["text"] for message in visitor.history())
    assert cases(house) == 1 and noted(house) == [("conversation", "asked")]


def test_the_cases_go_only_after_a_second_press(house: House, visitor: Visitor, offered: dict[str, str]) -> None:
    sure = buttons(visitor.press(offered["Delete everything, my cases too"]))
    assert cases(house) == 1 and noted(house) == []
    assert "all your cases are deleted" in said(visitor.press(sure["Yes, delete everything"]))
    assert cases(house) == 0 and noted(house) == [("everything", "asked")]
    assert list(verify(house.database).erased) and verify(house.database).faults == ()


def test_nothing_is_deleted_unless_chosen(house: House, visitor: Visitor, offered: dict[str, str]) -> None:
    assert said(visitor.press(offered["Delete nothing"])) == "Nothing was deleted."
    assert cases(house) == 1 and noted(house) == [] and any(WORDS in each["text"] for each in visitor.history())


@pytest.mark.parametrize("typed", [choice.value for choice in erasing.Choice])
def test_what_is_typed_deletes_nothing(house: House, visitor: Visitor, typed: str) -> None:
    visitor.say(WORDS)
    visitor.say(typed)
    assert noted(house) == [] and any(WORDS in message["text"] for message in visitor.history())


def test_what_cannot_be_deleted_is_said(house: House, visitor: Visitor, offered: dict[str, str]) -> None:
    house.memory.down = True
    assert "could not delete it just now" in said(visitor.press(offered["Delete our conversation"]))
    assert noted(house) == [] and any(WORDS in message["text"] for message in visitor.history())


def test_the_page_gives_out_ones_own(house: House, arrive: Callable[[], Visitor]) -> None:
    mine, other = arrive(), arrive()
    mine.say(WORDS)
    told = mine.client.get("/personal-data.json")
    assert WORDS in told.text and "attachment" in told.headers["Content-Disposition"]
    held = json.loads(told.text)["held"]
    assert len(held["people"]) == 1 and "session_hash" not in held["people"][0]
    assert WORDS not in other.client.get("/personal-data.json").text
    mine.client.delete_cookie("waymark")
    assert mine.client.get("/personal-data.json").status_code == 401


def test_the_page_deletes_what_was_chosen(house: House, visitor: Visitor) -> None:
    house.files.answer_risk(person_of(house), Ask.RISK, Answer.NO, START)
    visitor.say(WORDS)
    form = {"form_token": visitor.form_token(), "do": "everything"}
    assert visitor.client.post("/personal-data", data=form).status_code == 400 and cases(house) == 1
    assert visitor.client.post("/personal-data", data={**form, "form_token": "x"}).status_code == 401
    assert visitor.client.post("/personal-data", data={**form, "do": "conversation"}).status_code == 303
    assert cases(house) == 1 and visitor.history() == []
    done = visitor.client.post("/personal-data", data={**form, "sure": "yes"}, follow_redirects=True)
    assert "all your cases are deleted" in done.text and cases(house) == 0
    assert visitor.client.get("/").status_code == 200


def test_the_page_says_how_long_things_are_kept(house: House, visitor: Visitor) -> None:
    assert "is deleted after" not in visitor.client.get("/personal-data").text
    assert START + timedelta(0) == house.clock.now()
