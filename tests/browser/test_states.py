"""Every state of every page: for everybody, at 320 pixels and four times its size, and in the dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.axe.rules import violations
from tests.browser.states import SIGNED_IN, STATES
from tests.gateway.standins import House
from tests.signin.office import Waymark

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 800}
FOUR_TIMES = {"width": 320, "height": 200}
"""What is left of that screen at 400 %: the same width as a small telephone has."""
WIDER_TEXT = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
OUT_OF_REACH = """() => [...document.querySelectorAll("a, button, input, textarea, summary")]
    .filter((one) => one.checkVisibility() && one.type !== "hidden")
    .filter((one) => { const box = one.getBoundingClientRect(); return box.width && box.right > innerWidth + 1; })
    .map((one) => one.outerHTML)"""


@pytest.mark.parametrize("name", STATES)
def test_everybody_can_use_it(page: Page, house: House, name: str) -> None:
    page.set_viewport_size(DESK)
    STATES[name](page, house)
    _usable(page)


@pytest.mark.parametrize("name", SIGNED_IN)
def test_everybody_can_use_it_where_staff_sign_in(signed_in: Page, waymark: Waymark, name: str) -> None:
    signed_in.set_viewport_size(DESK)
    SIGNED_IN[name](signed_in, waymark)
    _usable(signed_in)


def _usable(page: Page) -> None:
    assert violations(page) == []

    page.set_viewport_size(FOUR_TIMES)
    assert violations(page, "target-size", "color-contrast") == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate(OUT_OF_REACH) == []

    page.emulate_media(color_scheme="dark")
    assert violations(page, "color-contrast") == []
