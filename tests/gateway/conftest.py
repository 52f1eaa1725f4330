"""A gateway over a real SQLite file, with stand-ins behind it, and visitors to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.storage import Database
from tests.gateway.opening import open_gateway
from tests.gateway.standins import House


@dataclass
class Visitor:
    """Somebody at the page, with their own cookie."""

    client: FlaskClient

    def post(self, body: Any, **more: Any) -> TestResponse:
        return self.client.post("/chat/messages", json=body, **more)

    def say(self, text: str) -> dict[str, Any]:
        return self._answer({"text": text})

    def press(self, token: str) -> dict[str, Any]:
        return self._answer({"button": token})

    def history(self, after: int = 0) -> list[dict[str, Any]]:
        response = self.client.get(f"/chat/messages?after={after}")
        return response.get_json()["messages"] if response.status_code == 200 else []

    def form_token(self) -> str:
        found = re.search(r'name="form_token" value="(\w+)"', self.client.get("/").text)
        assert found
        return found[1]

    def _answer(self, body: Any) -> dict[str, Any]:
        response = self.post(body)
        assert response.status_code == 200, response.text
        answer: dict[str, Any] = response.get_json()
        return answer


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


@pytest.fixture
def arrive(house: House) -> Callable[[], Visitor]:
    """Lets a new visitor open the page."""
    app = open_gateway(house.door())

    def arrived() -> Visitor:
        client = app.test_client()
        assert client.get("/").status_code == 200
        return Visitor(client)

    return arrived


@pytest.fixture
def visitor(arrive: Callable[[], Visitor]) -> Visitor:
    return arrive()
