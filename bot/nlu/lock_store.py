"""Where Rasa keeps who is being answered: in Redis, so that several Rasa servers do not answer one person at once.

Without a Redis, and while it is away, each server keeps that for itself. Nothing is lost by it: the gateway lets one
person take one turn at a time, and nothing is recorded for a turn that was given up.
"""
import json
import logging
import time
from collections.abc import Callable
from typing import Any

import redis
from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore, LockStore
from rasa.utils.endpoints import EndpointConfig

log = logging.getLogger(__name__)

PREFIX = "waymark:lock:"
TIMEOUT_SECONDS = 2
RESTING_SECONDS = 10
"""After a failure Redis is left alone for so long: every wait for it stops the whole server."""


class Locks(LockStore):
    """Configured by one URL, as `url:` in endpoints.yml; none means that there is one Rasa server only."""

    def __init__(self, endpoint_config: EndpointConfig | None = None) -> None:
        url = endpoint_config.url if endpoint_config else None
        timeouts = {"socket_timeout": TIMEOUT_SECONDS, "socket_connect_timeout": TIMEOUT_SECONDS}
        self._redis = redis.Redis.from_url(url, **timeouts) if url else None
        self._own = InMemoryLockStore()
        self._away_until = 0.0
        super().__init__()

    def get_lock(self, conversation_id: str) -> TicketLock | None:
        def shared(server: redis.Redis) -> TicketLock | None:
            kept = server.get(PREFIX + conversation_id)
            return TicketLock.from_dict(json.loads(kept)) if kept else None

        return self._either(shared, lambda: self._own.get_lock(conversation_id))

    def save_lock(self, lock: TicketLock) -> None:
        """It is forgotten by Redis's own clock as well, so that a clock that was set back locks nobody out."""
        key = PREFIX + lock.conversation_id
        self._either(lambda server: server.set(key, lock.dumps(), ex=LOCK_LIFETIME), lambda: self._own.save_lock(lock))

    def delete_lock(self, conversation_id: str) -> None:
        key = PREFIX + conversation_id
        self._either(lambda server: server.delete(key), lambda: self._own.delete_lock(conversation_id))

    def _either(self, shared: Callable[[Any], Any], own: Callable[[], Any]) -> Any:
        if self._redis is None or time.monotonic() < self._away_until:
            return own()
        try:
            return shared(self._redis)
        except redis.RedisError as error:
            log.warning("Redis does not answer: %s", type(error).__name__)
            self._away_until = time.monotonic() + RESTING_SECONDS
            return own()
