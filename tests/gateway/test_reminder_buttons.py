"""Buttons under reminders, from the page: without the assistant, once, and however late."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.bootstrap import Parts
from bot.casework.case import Answer, Outcome, Tried
from bot.casework.intake import Ask, Told
from bot.casework.vocabulary import Category, Person
from bot.channels.web import Inbox
from bot.config import Settings
from bot.pressing import Pressing
from bot.reminding import Reminding
from bot.worker import Worker
from tests.gateway.conftest import Visitor
from tests.gateway.opening import open_gateway
from tests.gateway.standins import House

MONDAY = datetime(2026, 11, 2, 10, tzinfo=UTC)
LAST_DAY, AFTER = MONDAY + timedelta(days=7), MONDAY + timedelta(days=8)


@pytest.fixture
def house(house: House, reminding: Reminding) -> House:
    house.reminders = Pressing(reminding)
    return house


@pytest.fixture
def person(visitor: Visitor, house: House) -> str:
    session = visitor.client.get_cookie("waymark")
    assert session
    found = house.conversation.recognise(session.value)
    assert found
    return found


def reminded(
    house: House, reminding: Reminding, visitor: Visitor, person: str, policy: str = "warrington", at: datetime = AFTER
) -> dict[str, str]:
    """A case, and its reminder on the page: the tokens by their titles."""
    house.clock.set(MONDAY)
    reminding.answer_risk(person, Ask.RISK, Answer.NO, MONDAY)
    told = Told(policy=policy, person=Person.CHILD, categories=(Category.ROLES,), raised_at=MONDAY, tried=Tried(None))
    reminding.tell(person, told, MONDAY)
    house.clock.set(at)
    parts = Parts(Settings.from_environment({}), house.database, house.clock, reminding, reminding)
    assert Worker(parts, {"web": Inbox(house.database, house.clock)}).round() > 0
    message = visitor.history()[-1]
    assert message["kind"] == "reminder"
    return {button["title"].split(":")[0]: button["token"] for button in message["buttons"]}


def test_not_resolved_moves_the_case_and_asks_about_danger_while_the_assistant_is_down(
    visitor: Visitor, house: House, reminding: Reminding, person: str
) -> None:
    house.assistant.down = True
    answer = visitor.press(reminded(house, reminding, visitor, person)["Not resolved"])
    assert answer["saved"] is True
    (said,) = answer["messages"]
    assert "goes to Stage 2 now" in said["text"] and "anyone in danger" in said["text"]
    assert [button["title"] for button in said["buttons"]] == ["Yes", "No", "Not sure"]
    assert visitor.history()[-1]["text"] == said["text"]


def test_within_a_day_of_being_asked_about_danger_the_whole_advice_follows(
    visitor: Visitor, house: House, reminding: Reminding, person: str
) -> None:
    tokens = reminded(house, reminding, visitor, person)
    reminding.answer_risk(person, Ask.RISK, Answer.NO, AFTER)
    answer = visitor.press(tokens["Not resolved"])
    assert answer["messages"][0]["kind"] == "advice"
    assert "Stage 2" in answer["messages"][0]["text"]
    assert house.assistant.asked == []


def test_the_second_press_says_when_it_was_answered(
    visitor: Visitor, house: House, reminding: Reminding, person: str
) -> None:
    token = reminded(house, reminding, visitor, person)["Resolved"]
    assert visitor.press(token)["saved"] is True
    house.clock.set(AFTER + timedelta(days=400))
    again = visitor.press(token)
    assert again["saved"] is False
    when = "Tuesday 10 November 2026, 10:00"
    assert f"already answered this reminder with “Resolved” on {when}" in again["messages"][0]["text"]


def test_a_press_after_the_case_has_moved_says_where_it_is(
    visitor: Visitor, house: House, reminding: Reminding, person: str
) -> None:
    tokens = reminded(house, reminding, visitor, person)
    reminding.not_resolved(person, Outcome.REFUSED, None, AFTER)
    answer = visitor.press(tokens["No answer yet"])
    assert "The case has moved to Stage 2" in answer["messages"][0]["text"]


def test_a_question_that_was_open_stays_open_beside_a_reminder(
    visitor: Visitor, house: House, reminding: Reminding, person: str
) -> None:
    asking = visitor.say("They closed it")["messages"][-1]["buttons"]
    reminded(house, reminding, visitor, person)
    assert visitor.press(asking[1]["token"])["saved"] is True


def test_a_new_date_is_asked_for_by_the_assistant(
    visitor: Visitor, house: House, reminding: Reminding, person: str
) -> None:
    token = reminded(house, reminding, visitor, person, "gloucestershire")["New date agreed"]
    house.assistant.down = True
    failed = visitor.press(token)
    assert failed["saved"] is False and "nothing was changed" in failed["messages"][0]["text"]
    house.assistant.down = False
    assert visitor.press(token)["saved"] is True
    assert house.assistant.texts[-1] == "/report_agreed_date"
    assert visitor.press(token)["saved"] is False


def test_where_the_policy_gives_no_extension_that_is_said_at_once(
    visitor: Visitor, house: House, reminding: Reminding, person: str
) -> None:
    answer = visitor.press(reminded(house, reminding, visitor, person)["New date agreed"])
    assert "the date that I gave you stands" in answer["messages"][0]["text"]
    assert house.assistant.asked == []


def test_before_the_end_silence_waits(visitor: Visitor, house: House, reminding: Reminding, person: str) -> None:
    tokens = reminded(house, reminding, visitor, person, at=LAST_DAY)
    answer = visitor.press(tokens["No answer yet"])
    words = answer["messages"][0]["text"]
    assert "There is still time until the end of today, Monday 9 November 2026, so I have not moved" in words


def test_where_nothing_has_a_limit_silence_offers_to_tell_the_date_that_is_agreed(
    visitor: Visitor, house: House, reminding: Reminding, person: str
) -> None:
    tokens = reminded(house, reminding, visitor, person, "cambridgeshire_peterborough")
    (said,) = visitor.press(tokens["No answer yet"])["messages"]
    assert "tell me which: I keep track of it" in said["text"]
    (agreed,) = said["buttons"]
    assert agreed["title"] == "New date agreed" and visitor.press(agreed["token"])["saved"] is True
    assert house.assistant.texts == ['/report_agreed_date{"case":"W-0000001"}']


def test_payloads_stay_inside(visitor: Visitor, house: House, reminding: Reminding, person: str) -> None:
    reminded(house, reminding, visitor, person)
    assert "/reminder" not in str(visitor.history()) + visitor.client.get("/").text


def test_a_plain_form_works_too(visitor: Visitor, house: House, reminding: Reminding, person: str) -> None:
    token = reminded(house, reminding, visitor, person)["Resolved"]
    assert f'value="{token}"' in visitor.client.get("/").text
    form = {"form_token": visitor.form_token(), "button": token}
    assert visitor.client.post("/chat/messages", data=form).status_code == 303
    assert f'value="{token}"' not in visitor.client.get("/").text


def test_health_shows_a_dead_worker_and_still_says_that_messages_are_answered(house: House) -> None:
    door = house.door()
    beside = {"worker": lambda: False}
    client = open_gateway(replace(door, training=None, besides=beside))
    response = client.test_client().get("/healthz")
    assert response.status_code == 200
    assert response.get_json() == {"status": "degraded", "parts": {"database": "ok", "worker": "down"}}
