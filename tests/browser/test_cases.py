"""The page of a case in a browser: on a phone, by keyboard, without a script, and with danger first."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.gateway.standins import House
from tests.gateway.test_cases import opened

pytestmark = pytest.mark.browser


@pytest.fixture
def case(page: Page, house: House) -> str:
    """A case at Stage 2, of the visitor at the page."""
    session = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "waymark")
    person = house.conversation.recognise(session)
    assert person
    return opened(house.files, person)


def test_on_a_phone_the_stages_stand_as_a_list_before_the_chart(page: Page, case: str) -> None:
    page.goto("/")
    page.get_by_role("link", name="Your cases").click()
    page.get_by_role("link", name=f"Case {case}").click()

    expect(page.locator(".waymark-here")).to_contain_text("You are here, since Thursday 24 December 2026")
    here, chart = page.locator(".waymark-way").bounding_box(), page.locator(".waymark-chart").bounding_box()
    assert here and chart and here["y"] < chart["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    chart_says = "Gloucestershire escalation policy: flowchart, you are at Stage 2"
    expect(page.get_by_role("img", name=chart_says)).to_be_visible()


def test_ticking_off_by_keyboard(page: Page, case: str) -> None:
    page.goto(f"/cases/{case}")
    told = page.get_by_label("Make sure that the Independent Reviewing Officer is told")
    told.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Save what is ticked").press("Enter")

    expect(page.get_by_role("status")).to_contain_text("stands in the record")
    expect(page.locator(".waymark-ticked")).to_contain_text("noted by you")
    page.get_by_role("button", name="Not done after all").click()
    expect(told).not_to_be_checked()


def test_enter_in_the_date_takes_nothing_back(page: Page, case: str) -> None:
    page.goto(f"/cases/{case}")
    page.get_by_label("Make sure that the Independent Reviewing Officer is told").check()
    page.get_by_role("button", name="Save what is ticked").click()
    page.get_by_label("Go to your own manager").check()
    page.get_by_label("Year").press("Enter")

    expect(page.locator(".waymark-ticked")).to_have_count(2)


def test_a_note_without_a_script_and_danger_first(browser: Browser, page: Page, base_url: str, case: str) -> None:
    state = page.context.storage_state()
    with browser.new_context(base_url=base_url, java_script_enabled=False, storage_state=state) as context:
        plain = context.new_page()
        plain.goto(f"/cases/{case}")
        plain.get_by_label("Add a note").fill("Jamie says he has a knife <b>now</b>")
        plain.get_by_role("button", name="Add to the record").click()

        expect(plain.locator(".waymark-record")).to_contain_text("[name] says he has a knife <b>now</b>")
        expect(plain.locator("main ol, main h1").first).to_contain_text("call 999")
