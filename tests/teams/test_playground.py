"""A whole case in Microsoft's own Playground, over the real Waymark: written, pressed and seen in its page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sqlalchemy import select

from bot import supervisor
from bot.casework.message import Block, Button, Kind, Message, Shape
from bot.channels.sending import Notice
from bot.channels.teams import setup
from bot.channels.teams.channel import TeamsChannel
from bot.config import TeamsSettings
from bot.storage import Database, addresses, identities
from tests.live.stack import Stack
from tests.teams.playground.client import Person, playing, service_url

pytestmark = pytest.mark.playground

WORRY = (
    "I'm a health visitor in Cheltenham. Social care closed the case on Friday, they say it doesn't meet threshold. "
    "I spoke to the social worker today and she won't change it. The mother is Sarah Whitfield."
)
REMINDER = Message(
    Kind.REMINDER,
    (
        Block(Shape.HEADING, ("Due today: has the line manager answered?",)),
        Block(Shape.TEXT, ("Your case W-7K2M9QD in Gloucestershire is at Stage 2.",)),
        Block(Shape.DEADLINE, ("Wednesday 30 December 2026", "5 working days after Monday 21 December."), "By"),
    ),
    (Button("It is resolved", "/r"), Button("Not resolved", "/u"), Button("No answer yet", "/n")),
    ("GLOS-2d",),
)


@pytest.fixture(scope="module")
def port() -> int:
    return supervisor.free_port()


@pytest.fixture(scope="module")
def waymark(port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    stack = Stack(tmp_path_factory.mktemp("stack"), {"WAYMARK_TEAMS_PLAYGROUND": service_url(port)})
    try:
        stack.start()
        yield stack
    finally:
        stack.stop()


@pytest.fixture
def person(browser: Browser, waymark: Stack, port: int, tmp_path: Path) -> Iterator[Person]:
    """Somebody in Teams just before Christmas."""
    with (
        playing(port, f"{waymark.address}/api/messages", tmp_path) as address,
        browser.new_context(viewport={"width": 1100, "height": 1000}) as context,
    ):
        page = context.new_page()
        done = page.request.post(f"{waymark.address}/training/clock", data={"now": "2026-12-21T16:40"})
        assert done.ok, done.text()
        yield Person(page, address)


def test_a_case_to_its_advice_and_its_reminder(person: Person, waymark: Stack, port: int) -> None:
    person.sees("What has happened?")  # the page installs the app by itself

    person.say(WORRY)
    person.sees("I left out a name")
    person.sees("is anyone in danger now")
    person.press("No")
    person.sees("Wednesday 30 December 2026")
    person.sees("You chose: No")
    person.sees("GLOS-2g")
    person.page.screenshot(path="/tmp/pg/advice.png", full_page=True)

    person.press("Not resolved")
    person.sees("Gloucestershire, Stage 3")
    person.sees("You chose: Not resolved")

    remind(waymark, port)
    person.sees("has the line manager answered?")
    person.page.screenshot(path="/tmp/pg/reminder.png", full_page=True)


def test_danger_cuts_in_at_once(person: Person) -> None:
    person.say("he is hitting her now, we are in Gloucester")
    person.sees("If someone is in danger now, call 999")
    person.page.screenshot(path="/tmp/pg/danger.png", full_page=True)


def remind(waymark: Stack, port: int) -> None:
    """What the worker does when something is due."""
    database = Database(waymark.database_url)
    with database.reading() as connection:
        someone = connection.execute(select(identities.identities.c.person)).scalars().first()
        assert someone
        address = addresses.reaches(connection, [someone])[someone].addresses["teams"]
    database.close()
    channel: TeamsChannel = setup.channel(TeamsSettings("", "", playground=service_url(port)))
    tokens = tuple(f"token-number-{number:08d}" for number in range(3))
    assert channel.send(address, Notice(1, someone, REMINDER, tokens, "W-7K2M9QD", "Stage 2", "", waymark.address))
