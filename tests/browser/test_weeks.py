"""Weeks of one case, lived through on the page by the training clock: reminded, silent, late, twice and in two tabs."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.bootstrap import Parts
from bot.casework.calendar import LONDON
from bot.channels.web import Inbox
from bot.config import Settings
from bot.pressing import Pressing
from bot.reminding import Reminding
from bot.worker import Worker
from tests.browser.states import person_at
from tests.gateway.standins import House
from tests.gateway.test_cases import opened

pytestmark = pytest.mark.browser


@pytest.fixture
def house(house: House, reminding: Reminding) -> House:
    house.reminders = Pressing(reminding)
    return house


@pytest.fixture
def worker(house: House, reminding: Reminding) -> Worker:
    parts = Parts(Settings.from_environment({}), house.database, house.clock, reminding, reminding)
    return Worker(parts, {"web": Inbox(house.database, house.clock)})


def at(page: Page, worker: Worker, moment: str) -> Locator:
    """That moment, set on the page; gives the newest reminder, once whatever is due by then is said."""
    page.get_by_text("Change the clock").click()
    page.get_by_label("Date and time").fill(moment)
    page.get_by_role("button", name="Set").click()
    expect(page.locator(".waymark-clock")).to_contain_text(f"{datetime.fromisoformat(moment):%H:%M}")
    while worker.round():
        pass
    page.goto("/")
    return page.locator(".waymark-message--reminder").last


def test_three_weeks_of_a_case(page: Page, house: House, worker: Worker) -> None:
    person, log = person_at(page, house), page.get_by_role("log")
    case = opened(house.files, person)  # at Stage 2 since Thursday 24 December 2026, until Tuesday 5 January 2027
    page.goto("/")

    before = at(page, worker, "2027-01-04T09:30")
    expect(before).to_contain_text("This runs out on Tuesday 5 January 2027")
    named = before.get_by_role("group", name=f"Reminder: Gloucestershire, Stage 2 Case {case}")
    named.get_by_role("button", name="No answer yet").click()
    expect(log).to_contain_text("There is still time until")
    expect(page.get_by_role("group", name="Answers to choose from").get_by_role("button")).to_have_count(2)

    at(page, worker, "2027-01-05T17:30")
    late = at(page, worker, "2027-01-08T09:30")
    expect(late).to_contain_text("I have not heard how this ended")
    expect(late).to_contain_text("go to Stage 3 now")
    expect(late).not_to_contain_text("Contact next")

    other = page.context.new_page()
    other.goto("/")
    late.get_by_role("button", name="Not resolved: go to Stage 3").click()
    expect(log).to_contain_text(f"Case {case} goes to Stage 3 now")
    other.locator(".waymark-message--reminder").last.get_by_role("button", name="Resolved", exact=True).click()
    expect(other.get_by_role("log")).to_contain_text("You have already answered this reminder with “Not resolved”")

    file = house.files.file(person, case, datetime.fromisoformat("2027-01-08T10:00").replace(tzinfo=LONDON))
    assert (file.case.stage, file.case.is_open) == ("3", True)
    for day in (18, 19, 20, 21, 22, 25, 26, 27):
        last = at(page, worker, f"2027-01-{day}T09:30")
    expect(last).to_contain_text("This is my last reminder of this date")
    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_role("heading", name="Needs somebody to look (1)")).to_be_visible()
    expect(page.locator("[aria-labelledby=needs]")).to_contain_text(case)
