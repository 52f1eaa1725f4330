"""What the directory publishes of itself: its addresses and its keys, fetched when they are needed, kept for a day.

Source: OpenID Connect Discovery 1.0. What was read stays good while a refresh fails.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import requests
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import extract_compact

from bot.directory.errors import DirectoryDown, Refused

log = logging.getLogger(__name__)

A_DAY = 24 * 3600.0
BETWEEN_UNKNOWN_SECONDS = 60.0
ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA")
"""Signed with a key of the directory's own; never by the secret that we share with it, and never not at all."""


class Metadata:
    """The published configuration of one provider."""

    def __init__(self, issuer: str, timeout: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._issuer, self._timeout, self._clock = issuer, timeout, clock
        self._lock = threading.Lock()
        self._said: Mapping[str, Any] = {}
        self._keys = KeySet([])
        self._read_at = self._keys_at = float("-inf")

    def endpoint(self, name: str) -> str:
        """One of its addresses. Raises DirectoryDown where there is none."""
        found = self.optional(name)
        if found is None:
            raise DirectoryDown(f"no {name}")
        return found

    def optional(self, name: str) -> str | None:
        """One of its addresses, if it has it. Raises DirectoryDown."""
        found = self._published().get(name)
        safe = isinstance(found, str) and urlsplit(found).scheme in ("https", urlsplit(self._issuer).scheme)
        return found if safe else None

    def names_issuer(self) -> bool:
        """Whether its answers name it (RFC 9207)."""
        return self._published().get("authorization_response_iss_parameter_supported") is True

    def algorithms(self) -> list[str]:
        """How its identity tokens may be signed."""
        said = self._published().get("id_token_signing_alg_values_supported")
        return [name for name in ALGORITHMS if not isinstance(said, list) or name in said]

    def key_for(self, token: str) -> KeySet:
        """Its keys, read again where the token names one that is not among them. Raises Refused and DirectoryDown."""
        try:
            named = extract_compact(token.encode()).headers().get("kid")
        except (JoseError, ValueError, TypeError) as error:
            raise Refused("not a token") from error
        known = {key.kid for key in self._keys.keys}
        age = self._clock() - self._keys_at
        if age > A_DAY or (named not in known and age > BETWEEN_UNKNOWN_SECONDS):
            self._read_keys(bool(known))
        return self._keys

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Mapping[str, Any]:
        """The JSON object at that address. Raises DirectoryDown."""
        try:
            answer = requests.get(url, headers=dict(headers or {}), timeout=self._timeout, allow_redirects=False)
            found = answer.json() if answer.status_code == 200 else None
        except (requests.RequestException, ValueError) as error:
            raise DirectoryDown(type(error).__name__) from None
        if not isinstance(found, dict):
            raise DirectoryDown(f"status {answer.status_code}")
        return found

    def _published(self) -> Mapping[str, Any]:
        with self._lock:
            if self._clock() - self._read_at > A_DAY:
                self._read(bool(self._said))
            return self._said

    def _read(self, known: bool) -> None:
        try:
            said = self.fetch(self._issuer.rstrip("/") + "/.well-known/openid-configuration")
            if said.get("issuer") != self._issuer:
                raise DirectoryDown("it calls itself by another name than WAYMARK_OIDC_ISSUER")
        except DirectoryDown as down:
            log.warning("sign-in: the directory's configuration could not be read: %s", down)
            if not known:
                raise
            return
        self._said, self._read_at = said, self._clock()

    def _read_keys(self, known: bool) -> None:
        try:
            keys = KeySet.import_key_set(self.fetch(self.endpoint("jwks_uri")))  # type: ignore[arg-type]
        except (DirectoryDown, JoseError, ValueError, KeyError, TypeError) as error:
            log.warning("sign-in: the directory's keys could not be read: %s", type(error).__name__)
            if not known:
                raise DirectoryDown("no keys") from error
            return
        self._keys, self._keys_at = keys, self._clock()
