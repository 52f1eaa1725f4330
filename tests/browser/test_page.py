"""The page in a browser, as a person uses it: with the keyboard, on a narrow screen, and when things go wrong."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.gateway.standins import QUESTION, House

pytestmark = pytest.mark.browser


def _say(page: Page, text: str) -> None:
    page.get_by_label("Your message").fill(text)
    page.get_by_label("Your message").press("Enter")


def test_a_conversation_by_keyboard(page: Page) -> None:
    box = page.get_by_label("Your message")
    choices = page.get_by_role("group", name="Answers to choose from")
    expect(page.get_by_role("log")).to_contain_text("Hello, I am Waymark")
    expect(choices).to_be_hidden()

    box.press_sequentially("They closed it.")
    box.press("Shift+Enter")
    box.press_sequentially("I disagree.")
    box.press("Enter")

    expect(page.locator(".waymark-message--person")).to_contain_text("They closed it.\nI disagree.")
    expect(page.locator(".waymark-message--question")).to_be_visible()
    expect(box).to_have_value("")
    expect(box).to_be_focused()

    choices.get_by_role("button", name="No", exact=True).press("Enter")

    expect(page.locator(".waymark-date")).to_have_text("Monday 4 January 2027")
    expect(choices.get_by_role("button", name="I have done this")).to_be_visible()
    expect(choices.get_by_role("button", name="Not sure")).to_have_count(0)
    expect(box).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_history_is_there_again(page: Page) -> None:
    _say(page, "They closed it.")
    expect(page.locator(".waymark-message--question")).to_be_visible()
    before = page.get_by_role("listitem").all_inner_texts()

    page.reload()

    assert page.get_by_role("listitem").all_inner_texts() == before
    expect(page.get_by_role("button", name="Not sure")).to_be_visible()


def test_where_no_answer_comes_the_same_is_offered_again_and_done_once(page: Page, house: House) -> None:
    _say(page, "They closed it.")
    expect(page.get_by_role("button", name="Not sure")).to_be_visible()
    lost = "**/chat/messages"  # it arrives, and the answer does not come back
    page.route(lost, lambda route: (route.fetch(), route.fulfill(body="gone")), times=1)
    page.get_by_role("button", name="No", exact=True).click()

    expect(page.locator(".waymark-message--failure")).to_contain_text("nothing is noted or done twice")
    expect(page.get_by_role("link", name="999").last).to_be_visible()
    page.get_by_role("button", name="Send it again").click()

    expect(page.locator(".waymark-message--failure")).to_have_count(0)
    page.reload()
    expect(page.locator(".waymark-message--advice")).to_have_count(1)
    assert house.assistant.texts == ["They closed it.", '/inform{"risk":"no"}']


def test_danger_looks_like_it_also_while_the_assistant_is_down(page: Page, house: House) -> None:
    house.assistant.down = True
    _say(page, "He has a knife")

    expect(page.locator(".waymark-message--emergency")).to_be_visible()
    expect(page.get_by_role("link", name="999").first).to_have_attribute("href", "tel:999")


def test_what_failed_is_sent_again_without_typing(page: Page, house: House) -> None:
    house.assistant.down = True
    _say(page, "They closed it.")
    expect(page.locator(".waymark-message--failure")).to_contain_text("999")
    expect(page.get_by_role("status")).to_have_text("Not sent. Nothing was saved.")
    expect(page.get_by_label("Your message")).to_have_value("They closed it.")

    house.assistant.down = False
    page.get_by_role("button", name="Send").click()

    expect(page.locator(".waymark-message--question").last).to_contain_text("danger")
    expect(page.locator(".waymark-message--failure")).to_have_count(0)
    expect(page.get_by_label("Your message")).to_have_value("")


def test_the_safety_net_needs_no_server(page: Page) -> None:
    page.route("**/chat/messages", lambda route: route.fulfill(status=200, body="a proxy's own page"))

    _say(page, "They closed it.")

    expect(page.locator(".waymark-message--failure")).to_contain_text("call 999")
    expect(page.get_by_label("Your message")).to_have_value("They closed it.")


def test_a_reminder_appears_by_itself(page: Page, house: House) -> None:
    session = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "waymark")
    person = house.conversation.recognise(session)
    assert person
    house.conversation.tell(person, QUESTION, house.clock.now())

    page.evaluate("window.dispatchEvent(new Event('focus'))")

    expect(page.locator(".waymark-message--question")).to_be_visible()
    expect(page.get_by_role("button", name="Not sure")).to_be_visible()


def test_nothing_that_should_be_hidden_is_shown(page: Page) -> None:
    shown = "nodes => nodes.filter(node => node.getClientRects().length).map(node => node.outerHTML)"

    assert page.locator("[hidden]").evaluate_all(shown) == []


def test_without_javascript(browser: Browser, base_url: str) -> None:
    with browser.new_context(base_url=base_url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/")
        page.get_by_label("Your message").fill("They closed it.")
        page.get_by_role("button", name="Send").click()
        page.get_by_role("button", name="No", exact=True).click()

        expect(page.locator(".waymark-date")).to_have_text("Monday 4 January 2027")
        expect(page.get_by_role("button", name="Copy")).to_have_count(0)

        page.get_by_text("Change the clock").click()
        page.get_by_role("button", name="1 day on").click()
        expect(page.get_by_role("region", name="Training")).to_contain_text("Friday 25 December 2026, 15:00")
