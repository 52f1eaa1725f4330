"""A real browser at a real gateway: the machine's own Chromium, and by default the stand-ins behind the door.

``WAYMARK_URL`` points the tests that need no stand-in at a gateway that already runs.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from playwright.sync_api import Browser, ConsoleMessage, Page
from werkzeug.serving import make_server

from bot.gateway import create_app
from bot.storage import Database
from tests.gateway.standins import House
from tests.signin.office import Waymark


@pytest.fixture
def house(database: Database) -> House:
    """What stands behind the door of these tests."""
    return House(database)


@pytest.fixture
def base_url(house: House) -> Iterator[str]:
    """Where the gateway is."""
    if running := os.environ.get("WAYMARK_URL"):
        yield running
        return
    with serving(create_app(door=house.door())) as address:
        yield address


@pytest.fixture
def waymark(house: House) -> Waymark:
    """A gateway at which staff sign in, over the same house."""
    return Waymark(house)


@pytest.fixture
def signed_in(browser: Browser, waymark: Waymark) -> Iterator[Page]:
    """A browser at that gateway, in which nobody has signed in yet."""
    with serving(waymark.app) as address:
        yield from _visitor(browser, address)


@pytest.fixture
def page(browser: Browser, base_url: str) -> Iterator[Page]:
    """A visitor at the page."""
    for page in _visitor(browser, base_url):
        page.goto("/")
        yield page


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """That gateway, and where it is."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    server.daemon_threads = False  # so that closing waits for what still reads the database
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _visitor(browser: Browser, base_url: str) -> Iterator[Page]:
    """What its console complains of fails the test, and so does a request to anybody else.

    A policy for content (CSP) that is broken is told in the console.
    """
    context = browser.new_context(base_url=base_url, viewport={"width": 320, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if _complains(said, page) else None)
    page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(base_url) else None)
    yield page
    context.close()
    assert complaints == []


def _complains(said: ConsoleMessage, page: Page) -> bool:
    """Whether it is an error; that the page itself came with a status such as 404 is none."""
    own = said.location["url"] == page.url and said.text.startswith("Failed to load resource")
    return said.type == "error" and not own
