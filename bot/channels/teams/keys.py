"""The keys with which the Bot Framework signs what it sends, and the channels that each key is good for.

Fetched when they are first needed, again every day, and when a key is unknown, though at most every few minutes. Keys
that were read stay good while a refresh fails: a network that is down must not close the door.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt.algorithms import RSAAlgorithm

from bot.channels.teams.http import Answer, exchange

log = logging.getLogger(__name__)

METADATA = "https://login.botframework.com/v1/.well-known/openidconfiguration"
A_DAY = 24 * 3600.0
BETWEEN_UNKNOWN_SECONDS = 300.0
BETWEEN_FAILURES_SECONDS = 10.0
FETCH_SECONDS = 4.0
SMALLEST_KEY_BITS = 2048


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key, and the channels whose messages it may sign."""

    key: RSAPublicKey
    endorsements: frozenset[str]


def _get(url: str) -> Answer:
    return exchange("GET", url, FETCH_SECONDS)


class SigningKeys:
    """The signing keys of one OpenID provider. Safe to share between threads: one fetches, the others wait for it."""

    def __init__(
        self,
        metadata: str = METADATA,
        get: Callable[[str], Answer] = _get,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._metadata = metadata
        self._get = get
        self._clock = clock
        self._lock = threading.Lock()
        self._keys: Mapping[str, SigningKey] = {}
        self._fetched_at: float | None = None
        self._tried_at: float | None = None

    def find(self, kid: str) -> SigningKey | None:
        """The key of that name; None where there is none, or none could be fetched."""
        if self._is_due(kid) and self._lock.acquire(timeout=2 * FETCH_SECONDS):
            try:
                if self._is_due(kid):
                    self._refresh()
            finally:
                self._lock.release()
        return self._keys.get(kid)

    def _is_due(self, kid: str) -> bool:
        now, tried, fetched = self._clock(), self._tried_at, self._fetched_at
        if tried is None:
            return True
        since = now - tried
        if fetched is None or now - fetched > A_DAY:
            return since >= BETWEEN_FAILURES_SECONDS
        return kid not in self._keys and since >= BETWEEN_UNKNOWN_SECONDS

    def _refresh(self) -> None:
        self._tried_at = self._clock()
        try:
            keys = self._fetch()
        except (requests.RequestException, ValueError) as error:
            log.warning("teams: the signing keys could not be fetched: %s", type(error).__name__)
            return
        self._keys, self._fetched_at = keys, self._clock()

    def _fetch(self) -> Mapping[str, SigningKey]:
        """Raises ValueError where the answer is not what it should be."""
        where = _json(self._get(self._metadata)).get("jwks_uri")
        if not isinstance(where, str) or _origin(where) != _origin(self._metadata):
            raise ValueError("keys in a strange place")
        listed = _json(self._get(where)).get("keys")
        keys = dict(filter(None, map(_read, listed if isinstance(listed, list) else [])))
        if not keys:
            raise ValueError("no keys")
        return keys


def _json(answer: Answer) -> Mapping[str, Any]:
    found = answer.json()
    if answer.status != 200 or not isinstance(found, dict):
        raise ValueError(f"status {answer.status}")
    return found


def _read(listed: Any) -> tuple[str, SigningKey] | None:
    """One key of the list; None for one that cannot be used here."""
    try:
        kid, endorsements = listed["kid"], listed.get("endorsements") or ()
        key = RSAAlgorithm.from_jwk(listed)
    except (KeyError, TypeError, AttributeError, ValueError, jwt.InvalidKeyError):
        return None
    if not isinstance(kid, str) or not isinstance(key, RSAPublicKey) or key.key_size < SMALLEST_KEY_BITS:
        return None
    names = endorsements if isinstance(endorsements, list) else ()
    return kid, SigningKey(key, frozenset(name for name in names if isinstance(name, str)))


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc
