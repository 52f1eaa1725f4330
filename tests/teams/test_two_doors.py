"""One person in Teams and on the page at the same time: the same question, answered in both, counts once."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import pytest
from sqlalchemy import select, update

from bot.channels import visitor
from bot.storage.conversations import messages
from bot.storage.people import people
from tests.gateway.standins import House
from tests.teams.people import Practitioner
from tests.teams.servers import Teams, buttons, texts

WorkOff = Callable[[], None]
OnThePage = Callable[[str], str]
DONE = "answered already"


@pytest.fixture
def on_the_page(practitioner: Practitioner, house: House, work_off: WorkOff) -> OnThePage:
    """Lets the same person press on the page; gives what they are told."""
    practitioner.say("They closed it.")
    work_off()
    session = visitor.new_session()
    with house.database.transaction() as connection:
        (person,) = connection.scalars(select(people.c.id))
        connection.execute(update(people).values(session_hash=sha256(session.encode()).hexdigest()))
    page = practitioner.client.application.test_client()
    page.set_cookie(visitor.COOKIE, session)

    def presses(token: str) -> str:
        answer = page.post("/chat/messages", json={"button": token}).get_json()
        return "taken" if answer["saved"] else "\n".join(message["text"] for message in answer["messages"])

    assert house.conversation.recognise(session) == person
    return presses


def chosen(house: House) -> list[str]:
    with house.database.reading() as connection:
        bodies = connection.scalars(select(messages.c.body).where(messages.c.kind == "person").order_by(messages.c.id))
        return ["".join(line for block in body["blocks"] for line in block["lines"]) for body in bodies]


def test_the_same_button_at_once(
    practitioner: Practitioner, house: House, teams: Teams, work_off: WorkOff, on_the_page: OnThePage
) -> None:
    token = buttons(teams.sent[-1])["No"]
    house.assistant.meanwhile = lambda: time.sleep(0.2)
    practitioner.press(token)
    with ThreadPoolExecutor(2) as pool:
        in_teams, page = pool.submit(work_off), pool.submit(on_the_page, token)
        in_teams.result()
    told = [page.result(), *(texts(card) for card in teams.sent[2:])]
    assert chosen(house) == ["They closed it.", "No"], "one effect"
    assert sum(DONE in each for each in told) == 1, "and the other one is told so"


def test_in_teams_after_the_page_has_gone_on(
    practitioner: Practitioner, house: House, teams: Teams, work_off: WorkOff, on_the_page: OnThePage
) -> None:
    old = buttons(teams.sent[-1])
    assert on_the_page(old["No"]) == "taken"
    practitioner.press(old["Yes"])
    work_off()
    assert any(DONE in texts(card) for card in teams.sent[2:]) and chosen(house)[1:] == ["No"]
    assert '/inform{"risk":"yes"}' not in house.assistant.texts
