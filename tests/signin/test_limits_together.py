"""Gateways that count together in a real Redis, and what becomes of it when that is killed or hangs."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot import limiting
from bot.door import Door
from bot.limiting import Allowance, Limits
from tests.redis import RedisServer
from tests.signin.office import PRACTITIONER, Waymark

pytestmark = pytest.mark.processes

MOST = Allowance.PERSON_SENDS.value
KNIFE = {"text": "he has a knife"}


@pytest.fixture
def redis() -> Iterator[RedisServer]:
    server = RedisServer()
    server.start()
    yield server
    server.stop()


def asked(limits: Limits, times: int, who: str = "ann") -> int:
    """How often that was allowed."""
    return sum(limits.wait(Allowance.PERSON_SENDS, who) == 0 for _ in range(times))


def test_two_gateways_hold_one_person_back_together(redis: RedisServer) -> None:
    _early_in_a_minute()
    one, other = Limits(redis.url), Limits(redis.url)
    assert asked(one, MOST // 2) + asked(other, MOST) == MOST
    assert asked(one, 1) == 0 and asked(other, 1, who="ben") == 1


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "hanging"])
def test_danger_is_answered_while_nothing_can_be_counted(
    redis: RedisServer, waymark: Waymark, how: signal.Signals, caplog: pytest.LogCaptureFixture
) -> None:
    """Who had to wait need not any more; a Redis that hangs is waited for once, and not by each."""
    waymark.app.extensions["waymark"] = replace(Door.of(waymark.app), limits=Limits(redis.url))
    ann = waymark.employ("ann", PRACTITIONER)
    _early_in_a_minute()
    for _ in range(MOST):
        ann.client.post("/chat/messages", json={"text": ""})
    assert ann.client.post("/chat/messages", json=KNIFE).status_code == 429
    redis.signal(how)
    said = [ann.client.post("/chat/messages", json=KNIFE) for _ in range(3)]
    redis.signal(signal.SIGCONT)
    assert {answer.status_code for answer in said} == {200} and all(answer.get_json()["saved"] for answer in said)
    assert caplog.text.count("nothing is counted") == 1


def test_counting_begins_again_when_redis_is_back(redis: RedisServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limiting, "RESTING_SECONDS", 0.0)
    limits = Limits(redis.url)
    redis.kill()
    assert asked(limits, MOST + 5) == MOST + 5
    redis.start()
    _early_in_a_minute()
    assert asked(limits, MOST + 5) == MOST


def _early_in_a_minute() -> None:
    """What is counted is counted by the minute of the clock."""
    if time.time() % 60 > 50:
        time.sleep(60 - time.time() % 60)
