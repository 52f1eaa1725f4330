"""Who asks too often is told to wait, with the safety net; nobody else notices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.door import Door
from bot.limiting import Allowance, Limits
from tests.signin.office import PRACTITIONER, Waymark


@pytest.fixture
def limited(waymark: Waymark) -> Waymark:
    waymark.app.extensions["waymark"] = replace(Door.of(waymark.app), limits=Limits())
    return waymark


def test_a_person_who_sends_too_much_waits_and_nobody_else(limited: Waymark) -> None:
    ann, ben = limited.employ("ann", PRACTITIONER), limited.employ("ben", PRACTITIONER)
    nothing, most = {"text": ""}, Allowance.PERSON_SENDS.value
    codes = {ann.client.post("/chat/messages", json=nothing).status_code for _ in range(most)}

    held = ann.client.post("/chat/messages", json={"text": "he has a knife"})

    assert codes == {200}
    assert held.status_code == 429 and 1 <= int(held.headers["Retry-After"]) <= 61
    assert "999" in held.get_json()["messages"][0]["text"] and held.get_json()["saved"] is False
    assert ben.client.post("/chat/messages", json={"text": ""}).status_code == 200
    assert ann.get("/cases").status_code == 200  # looking is counted apart


def test_an_address_that_knocks_too_often_waits(limited: Waymark) -> None:
    ann, stranger = limited.employ("ann", PRACTITIONER), limited.browser()
    codes = {stranger.get("/sign-in").status_code for _ in range(Allowance.ADDRESS.value)}

    assert codes == {303, 429}
    assert stranger.get("/").status_code == 429 and "999" in stranger.get("/").text
    assert ann.get("/cases").status_code == 200 and stranger.get("/healthz").status_code == 200


def test_where_redis_is_away_nobody_is_held_back(caplog: pytest.LogCaptureFixture) -> None:
    limits = Limits("redis://127.0.0.1:1/0")

    assert limits.wait(Allowance.PERSON_SENDS, "ann") == 0
    assert "nothing is counted" in caplog.text
