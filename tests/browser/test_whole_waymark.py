"""One case in a real browser over the real Waymark: from a worried message to its advice, and there afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.live.stack import Stack

pytestmark = pytest.mark.browser

WORRY = (
    "I'm a health visitor in Cheltenham. Social care closed the case on Friday, they say it doesn't meet threshold. "
    "I spoke to the social worker today and she won't change it."
)


@pytest.fixture
def page(browser: Browser, stack: Stack) -> Iterator[Page]:
    """Somebody at the page just before Christmas; whatever it complains of in its console fails the test."""
    context = browser.new_context(base_url=stack.address, viewport={"width": 390, "height": 844})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto("/")
    set_clock(page, "2026-12-21T16:40")
    yield page
    set_clock(page, None)
    context.close()
    assert complaints == []


def set_clock(page: Page, moment: str | None) -> None:
    done = page.request.post("/training/clock", data={"now": moment}, headers={"Origin": page.url.rstrip("/")})
    assert done.ok, done.text()


def test_a_case_to_its_advice_and_after_a_reload(page: Page) -> None:
    page.get_by_label("Your message").fill(WORRY)
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("is anyone in danger now")
    page.get_by_role("button", name="No", exact=True).click()

    log = page.get_by_role("log")
    expect(log).to_contain_text("Gloucestershire, Stage 2: Escalate to line manager")
    expect(log).to_contain_text("Wednesday 30 December 2026")  # over Christmas and the Boxing Day holiday
    expect(log).to_contain_text("Your manager, supervisor or named professional.")
    expect(log).to_contain_text("GLOS-2g")

    page.reload()
    expect(log).to_contain_text("Wednesday 30 December 2026")
    page.get_by_role("button", name="Not resolved").click()
    expect(log).to_contain_text("Gloucestershire, Stage 3")


def test_a_reminder_comes_by_itself_and_its_button_moves_the_case(page: Page) -> None:
    log = page.get_by_role("log")
    page.get_by_label("Your message").fill(WORRY)
    page.keyboard.press("Enter")
    expect(log).to_contain_text("is anyone in danger now")
    page.get_by_role("button", name="No", exact=True).click()
    expect(log).to_contain_text("Gloucestershire, Stage 2: Escalate to line manager")

    set_clock(page, "2027-01-04T09:00")  # three working days after the date
    reminder = page.locator(".waymark-message--reminder").last
    expect(reminder).to_contain_text("This date passed 5 days ago", timeout=30_000)
    expect(page.locator(".waymark-message--reminder")).to_have_count(1)  # the newest says what has passed
    reminder.get_by_role("button", name="Not resolved: go to Stage 3").click()
    expect(log).to_contain_text("goes to Stage 3 now")
    expect(log).to_contain_text("has anything changed?")

    page.reload()
    expect(page.locator(".waymark-message--reminder")).to_contain_text("This date passed 5 days ago")
    expect(page.locator(".waymark-message--reminder").get_by_role("button")).to_have_count(0)
    page.get_by_role("button", name="No", exact=True).click()
    expect(log).to_contain_text("Gloucestershire, Stage 3")


def test_danger_cuts_in_at_once(page: Page) -> None:
    page.get_by_label("Your message").fill("he is hitting her now, we are in Gloucester")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="If someone is in danger now, call 999").last).to_be_visible()
