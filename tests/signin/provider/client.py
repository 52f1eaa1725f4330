"""All that the tests know of the provider: how it is started, who sits at its desk, and a browser's way through it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests

from bot.processes import Child, Part, answers

HERE = Path(__file__).parent
TENANT = "11111111-2222-3333-4444-555555555555"
PATIENCE_SECONDS = 120.0
SECRET = "a secret of the tests"


@dataclass(frozen=True)
class Provider:
    """A provider that runs."""

    origin: str

    @property
    def issuer(self) -> str:
        """As Microsoft Entra's: it ends in the tenant."""
        return f"{self.origin}/{TENANT}/v2.0"

    def desk(self, **says: Any) -> None:
        """Who is at the desk (``at_the_desk``), what is known of whom (``people``), which token is handed out."""
        requests.post(f"{self.origin}/desk", json=says, timeout=10).raise_for_status()

    def visit(self, address: str) -> dict[str, str]:
        """Go there as a browser would; gives what it brings back to Waymark."""
        browser = requests.Session()
        for _ in range(10):
            answer = browser.get(address, allow_redirects=False, timeout=10)
            address = requests.compat.urljoin(address, answer.headers.get("Location", ""))  # type: ignore[attr-defined]
            if not address.startswith(self.origin):
                return dict(parse_qsl(urlsplit(address).query))
            assert answer.is_redirect, answer.text
        raise AssertionError("round in circles")


@contextmanager
def running(port: int, folder: Path) -> Iterator[Provider]:
    """The provider on this port."""
    made = Provider(f"http://127.0.0.1:{port}")
    ready = f"{made.issuer}/.well-known/openid-configuration"
    part = Part("provider", ["node", HERE / "provider.mjs", str(port), f"{TENANT}/v2.0"], ready)
    child = Child(part, folder / "provider.log")
    try:
        until = time.monotonic() + PATIENCE_SECONDS
        while not answers(ready):
            assert child.alive() and time.monotonic() < until, child.last_words()
            time.sleep(0.1)
        yield made
    finally:
        child.died()
        child.process.wait()
