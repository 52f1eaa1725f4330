"""Reached without a mouse, heard without eyes, and seen in somebody's own colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.states import STATES, say
from tests.gateway.standins import House

pytestmark = pytest.mark.browser

FOCUSED = """() => {
    const one = document.activeElement, style = getComputedStyle(one);
    const name = (one.labels?.[0] ?? one).textContent.trim();
    const seen = style.outlineStyle !== "none" || style.boxShadow !== "none";
    return { name, seen, html: one.outerHTML, body: one === document.body };
}"""
EDGES = """(nodes) => nodes.map((node) => {
    const style = getComputedStyle(node);
    return parseFloat(style.borderLeftWidth) > 0 && style.borderLeftStyle !== "none"
        && style.borderLeftColor !== style.backgroundColor;
})"""
HEARD = """() => {
    window.heard = [];
    new MutationObserver((changes) => {
        for (const change of changes) for (const node of change.addedNodes) heard.push(node.textContent);
    }).observe(document.querySelector("[role=log]"), { childList: true, subtree: true });
}"""


@pytest.mark.parametrize("name", ["advice", "reminder", "case"])
def test_every_control_is_reached_by_tab_and_seen_when_it_is(page: Page, house: House, name: str) -> None:
    STATES[name](page, house)
    page.reload()  # so that the first Tab begins at the top
    page.keyboard.press("Tab")
    names: list[str] = []
    while not (at := page.evaluate(FOCUSED))["body"] and len(names) < 80:
        assert at["seen"], at["html"]
        names.append(at["name"])
        page.keyboard.press("Tab")

    controls = page.locator("main").locator("button, textarea, input:not([type=hidden])").filter(visible=True)
    assert names[0] == "Skip to the content"
    reached = [name for name in names if name]
    for label in controls.evaluate_all("all => all.map(one => (one.labels?.[0] ?? one).textContent.trim())"):
        assert label in reached


def test_only_what_is_new_is_announced(page: Page, house: House) -> None:
    STATES["asking"](page, house)
    page.reload()
    page.evaluate(HEARD)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    say(page, "It was on Friday.")
    expect(page.locator(".waymark-message--question")).to_have_count(2)

    heard = page.evaluate("heard")
    assert len(heard) == 2 and "It was on Friday." in heard[0] and "is anyone in danger" in heard[1]
    expect(page.get_by_label("Your message")).to_be_focused()


def test_in_forced_colours_everything_keeps_its_edges(page: Page, house: House) -> None:
    page.emulate_media(forced_colors="active")
    STATES["advice"](page, house)
    house.assistant.down = True
    say(page, "He has a knife")
    expect(page.locator(".waymark-message--emergency")).to_be_visible()

    for what in ("--emergency", "--person", "--advice"):
        assert set(page.locator(f".waymark-message{what}").evaluate_all(EDGES)) == {True}, what
    for what in ("deadline", "choice", "caution", "say textarea"):
        assert set(page.locator(f".waymark-{what}").filter(visible=True).evaluate_all(EDGES)) == {True}, what
