"""Waymark on an intranet page of another site: one that is named, and one that is not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from bot.storage import Database
from tests.browser.axe.rules import violations
from tests.gateway.standins import House

pytestmark = pytest.mark.browser


@dataclass
class Intranet:
    """One page, of a site that browsers take for another than 127.0.0.1, with the line in it."""

    line: str = ""
    address: str = field(default="", init=False)

    @Request.application
    def __call__(self, request: Request) -> Response:
        page = f"<!doctype html><html lang=en><title>Intranet</title>{self.line}<main><h1>Intranet</h1></main></html>"
        response = Response(page, mimetype="text/html")
        response.headers["Content-Security-Policy"] = "default-src 'none'; script-src *; frame-src *; img-src 'self'"
        return response


@pytest.fixture
def intranets() -> Iterator[list[Intranet]]:
    """Two sites."""
    made, servers = [Intranet(), Intranet()], []
    for intranet in made:
        server = make_server("127.0.0.1", 0, intranet, threaded=True)
        server.daemon_threads = False
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        intranet.address = f"http://localhost:{server.server_port}"
        servers.append(server)
    yield made
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def house(database: Database, intranets: list[Intranet]) -> House:
    """Only the first may frame it."""
    return House(database, framers=(intranets[0].address,))


@pytest.fixture
def page(browser: Browser, base_url: str, intranets: list[Intranet]) -> Iterator[Page]:
    """Somebody who has never seen Waymark."""
    for intranet in intranets:
        intranet.line = f'<script src="{base_url}/embed.js" async></script>'
    with browser.new_context(viewport={"width": 1000, "height": 800}) as context:
        yield context.new_page()


def test_a_conversation_in_a_frame_of_another_site_by_keyboard(page: Page, intranets: list[Intranet]) -> None:
    page.goto(intranets[0].address)
    button, frame = page.get_by_role("button", name="What do I do now?"), page.frame_locator("iframe")
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    box = frame.get_by_label("Your message")
    box.fill("They closed it.")
    box.press("Enter")
    expect(frame.get_by_role("button", name="Not sure")).to_be_visible()  # its cookie came back to it
    assert violations(page) == []

    box.press("Escape")
    expect(button).to_be_focused()
    expect(page.get_by_role("region", name="Waymark")).to_be_hidden()

    page.reload()
    button.click()
    expect(frame.get_by_role("log")).to_contain_text("They closed it.")
    page.get_by_role("button", name="Close").click()
    expect(button).to_be_focused()


def test_a_site_that_is_not_named_gets_no_frame(page: Page, intranets: list[Intranet]) -> None:
    page.goto(intranets[1].address)
    page.get_by_role("button", name="What do I do now?").click()

    expect(page.get_by_role("link", name="Open in a new tab")).to_be_visible()
    page.wait_for_function("document.querySelector('waymark-widget').shadowRoot.activeElement?.localName === 'iframe'")
    assert "Waymark" not in page.frame_locator("iframe").locator("body").inner_text()


def test_a_plain_frame_needs_no_script(page: Page, base_url: str, intranets: list[Intranet]) -> None:
    intranets[0].line = f'<iframe src="{base_url}/" title="Waymark" width="400" height="600"></iframe>'
    page.goto(intranets[0].address)

    frame = page.frame_locator("iframe")
    frame.get_by_label("Your message").fill("They closed it.")
    frame.get_by_role("button", name="Send").click()
    expect(frame.get_by_role("button", name="Not sure")).to_be_visible()
