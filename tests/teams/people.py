"""Somebody in Teams, who writes and presses, through the token and the activities that Teams would send."""

from __future__ import annotations

import itertools
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.teams.servers import APP, TENANT, Keys, Teams

_NUMBERS = itertools.count(1)


def claims(service_url: str, **other: Any) -> dict[str, Any]:
    """What a good token says. A value of None takes a claim away."""
    now = int(time.time())
    usual = {"iss": "https://api.botframework.com", "aud": APP, "nbf": now - 60, "exp": now + 3600}
    made = {**usual, "serviceurl": service_url, **other}
    return {k: v() if callable(v) else v for k, v in made.items() if v is not None}


def activity(service_url: str, **other: Any) -> dict[str, Any]:
    """A message as Teams sends it. A value of None takes a field away."""
    usual = {
        "type": "message",
        "id": f"{next(_NUMBERS)}",
        "timestamp": "2026-12-24T15:00:00.000Z",
        "channelId": "msteams",
        "serviceUrl": service_url,
        "from": {"id": "29:user-one", "name": "Somebody", "aadObjectId": "99999999-0000-0000-0000-000000000001"},
        "conversation": {"conversationType": "personal", "tenantId": TENANT, "id": "a:conversation-one"},
        "recipient": {"id": f"28:{APP}", "name": "Waymark"},
        "textFormat": "plain",
        "locale": "en-GB",
        "channelData": {"tenant": {"id": TENANT}},
        "entities": [{"type": "clientInfo", "locale": "en-GB", "country": "GB", "platform": "Web"}],
    }
    return {k: v for k, v in {**usual, **other}.items() if v is not None}


@dataclass
class Practitioner:
    """One person with the app."""

    client: FlaskClient
    keys: Keys
    teams: Teams
    usual: dict[str, Any] = field(default_factory=dict)

    def post(self, body: Mapping[str, Any]) -> TestResponse:
        token = self.keys.sign(claims(self.teams.url))
        return self.client.post("/api/messages", json=body, headers={"Authorization": f"Bearer {token}"})

    def send(self, **other: Any) -> TestResponse:
        return self.post(activity(self.teams.url, **{**self.usual, **other}))

    def say(self, text: str, **other: Any) -> None:
        assert self.send(text=text, **other).status_code == 202

    def press(self, token: str, **other: Any) -> None:
        assert self.send(value={"token": token}, replyToId="sent-1", **other).status_code == 202

    def install(self) -> None:
        assert self.send(type="installationUpdate", action="add").status_code == 202
