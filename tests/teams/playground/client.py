"""All that the tests know of the Playground: how it is started, and the person at its page."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from bot.processes import Child, Part, answers

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"
PATIENCE_SECONDS = 30.0


def service_url(port: int) -> str:
    """Where it takes what a bot sends."""
    return f"http://127.0.0.1:{port}/_connector"


@contextmanager
def playing(port: int, endpoint: str, folder: Path) -> Iterator[str]:
    """The Playground on this port, for the bot at that endpoint; gives the address of its page."""
    address = f"http://127.0.0.1:{port}"
    command = [
        "node", "--require", HERE / "loopback.cjs", PROGRAM, "start", "-e", endpoint, "-c", "msteams", "-p", str(port),
        "--service-url", service_url(port), "--disable-telemetry",
    ]  # fmt: skip
    surroundings = {**os.environ, "BROWSER": "none"}
    before = Path.cwd()
    os.chdir(folder)  # it writes its log where it is started
    try:
        part = Part("playground", command, f"{address}/_internal/v1/config", surroundings)
        child = Child(part, folder / "playground.log")
    finally:
        os.chdir(before)
    try:
        until = time.monotonic() + PATIENCE_SECONDS
        while not answers(f"{address}/_internal/v1/config"):
            assert child.alive() and time.monotonic() < until, child.last_words()
            time.sleep(0.1)
        yield address
    finally:
        child.signal(signal.SIGKILL)
        child.process.wait()


class Person:
    """Somebody at the Playground's page, and what they see there."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.goto(address)

    def say(self, text: str) -> None:
        box = self.page.get_by_role("textbox").last
        box.fill(text)
        box.press("Enter")

    def press(self, title: str) -> None:
        self.button(title).click()

    def button(self, title: str) -> Locator:
        return self.page.get_by_role("button", name=title, exact=True).last

    def sees(self, text: str) -> None:
        """Wait until that stands somewhere in the conversation."""
        expect(self.page.get_by_text(text).last).to_be_visible(timeout=PATIENCE_SECONDS * 1000)
