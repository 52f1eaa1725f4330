"""A whole case in Microsoft's own Playground, over the real Waymark: written, pressed and seen in its page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser

from bot import supervisor
from tests.live.stack import Stack
from tests.teams.playground.client import Person, playing, service_url

pytestmark = pytest.mark.playground

WORRY = (
    "I'm a health visitor in Cheltenham. Social care closed the case on Friday, they say it doesn't meet threshold. "
    "I spoke to the social worker today and she won't change it. The mother is Sarah Whitfield."
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
        browser.new_context(viewport={"width": 1100, "height": 2200}) as context,
    ):
        set_clock(waymark, "2026-12-21T16:40")
        yield Person(context.new_page(), address)


def set_clock(waymark: Stack, moment: str) -> None:
    assert requests.post(f"{waymark.address}/training/clock", json={"now": moment}, timeout=10).ok


def test_a_case_to_its_advice_and_its_reminder(person: Person, waymark: Stack, tmp_path: Path) -> None:
    person.sees("What has happened?")  # the page installs the app by itself

    person.say(WORRY)
    person.sees("I left out a name")
    person.sees("is anyone in danger now")
    person.press("No")
    person.sees("Wednesday 30 December 2026")
    person.sees("You chose: No")
    person.sees("GLOS-2g")
    person.page.screenshot(path=tmp_path / "advice.png")

    person.press("What do I say?")
    person.sees("You chose: What do I say?")

    set_clock(waymark, "2026-12-30T09:01")
    person.sees("Reminder: Gloucestershire, Stage 2")
    person.page.screenshot(path=tmp_path / "reminder.png")
    person.press("Resolved")
    person.sees("This was a reminder about your case")
    person.sees("It was answered with “Resolved”")


def test_danger_cuts_in_at_once(person: Person, tmp_path: Path) -> None:
    person.say("he is hitting her now, we are in Gloucester")
    person.sees("If someone is in danger now, call 999")
    person.page.screenshot(path=tmp_path / "danger.png")
