"""Who is being answered is known to all servers, and by each alone while Redis is away. (With a Redis: tests/fleet.)"""
import json

import pytest
import redis
from rasa.core.lock_store import LockStore
from rasa.utils.endpoints import EndpointConfig

from bot.nlu.lock_store import PREFIX, Locks


class Server:
    """A Redis that keeps what it is given, or does not answer."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.lives: dict[str, int] = {}
        self.away = False
        self.asked = 0

    def _here(self) -> None:
        self.asked += 1
        if self.away:
            raise redis.ConnectionError("gone")

    def get(self, key: str) -> str | None:
        self._here()
        return self.kept.get(key)

    def set(self, key: str, value: str, ex: int) -> None:
        self._here()
        self.kept[key], self.lives[key] = value, ex

    def delete(self, key: str) -> None:
        self._here()
        self.kept.pop(key, None)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    made = Server()
    monkeypatch.setattr(redis.Redis, "from_url", lambda url, **timeouts: made)
    return made


def made(url: str | None) -> LockStore:
    store = LockStore.create(EndpointConfig(url, type="bot.nlu.lock_store.Locks"))
    assert type(store) is Locks
    return store


def test_without_a_redis_a_server_keeps_its_own() -> None:
    store = made(None)
    assert store.issue_ticket("me") == 0 and store.issue_ticket("me") == 1
    store.cleanup("me", 0)
    assert store.get_lock("me").now_serving == 1


def test_two_servers_wait_for_each_other(server: Server) -> None:
    first, second = made("redis://there"), made("redis://there")
    assert (first.issue_ticket("me"), second.issue_ticket("me")) == (0, 1)
    assert second.get_lock("me").is_locked(1)
    first.cleanup("me", 0)
    assert not second.get_lock("me").is_locked(1)
    assert json.loads(server.kept[PREFIX + "me"]) and 0 < server.lives[PREFIX + "me"] <= 60
    second.cleanup("me", 1)
    assert not server.kept


def test_while_redis_is_away_each_goes_on_alone_and_does_not_ask_it_again_at_once(server: Server) -> None:
    store = made("redis://there")
    server.away = True
    assert store.issue_ticket("me") == 0
    store.cleanup("me", 0)
    assert server.asked == 1
