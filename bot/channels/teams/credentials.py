"""Waymark's own token for the Bot Framework, by MSAL: a secret, a certificate, or an Azure managed identity."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import msal
import requests

from bot.channels.sending import Unreachable
from bot.config import TeamsSettings

log = logging.getLogger(__name__)

RESOURCE = "https://api.botframework.com"
AUTHORITY = "https://login.microsoftonline.com"
TOKEN_SECONDS = 5.0


class Tokens(Protocol):
    """Where a token comes from."""

    def token(self) -> str | None:
        """A token that is good now; None where none is needed. Raises Unreachable."""
        ...

    def renew(self) -> None:
        """The last token was refused: get a new one next time."""
        ...


class NoTokens:
    """For the Playground, which wants none."""

    def token(self) -> str | None:
        return None

    def renew(self) -> None:
        """There is nothing to renew."""


class Credentials:
    """Asks Entra, keeps what it got for as long as it is good. Safe to share between threads."""

    def __init__(self, settings: TeamsSettings, http_client: Any = None) -> None:
        self._settings = settings
        self._http = http_client or _session()
        self._lock = threading.Lock()
        self._acquire: Callable[[], Any] | None = None

    def token(self) -> str | None:
        with self._lock:
            try:
                self._acquire = self._acquire or self._client()
                answer = self._acquire()
            except (requests.RequestException, ValueError, OSError) as error:
                log.error("teams: no token: %s", type(error).__name__)
                raise Unreachable("no token") from None
        if not isinstance(answer, dict) or not isinstance(answer.get("access_token"), str):
            reason = answer.get("error") if isinstance(answer, dict) else None
            log.error("teams: no token: %s", ascii(str(reason))[:80])
            raise Unreachable("no token")
        return str(answer["access_token"])

    def renew(self) -> None:
        with self._lock:
            self._acquire = None

    def _client(self) -> Callable[[], Any]:
        """A client with an empty cache. Nothing is asked for yet."""
        ours = self._settings
        if ours.managed_identity:
            identity = msal.UserAssignedManagedIdentity(client_id=ours.managed_identity)
            managed = msal.ManagedIdentityClient(identity, http_client=self._http)
            return lambda: managed.acquire_token_for_client(resource=RESOURCE)
        app = msal.ConfidentialClientApplication(
            ours.app_id,
            authority=f"{AUTHORITY}/{ours.tenant}",
            client_credential=_certificate(ours.certificate) if ours.certificate else ours.secret,
            http_client=self._http,
            instance_discovery=False,
        )
        return lambda: app.acquire_token_for_client([f"{RESOURCE}/.default"])


def _certificate(path: Path) -> dict[str, str]:
    """A PEM file that holds the private key and the certificate."""
    pem = path.read_text()
    return {"private_key": pem, "public_certificate": pem}


class _Session(requests.Session):
    """MSAL sets no time limit of its own."""

    def request(self, *given: Any, **named: Any) -> requests.Response:
        named.setdefault("timeout", TOKEN_SECONDS)
        return super().request(*given, **named)


def _session() -> requests.Session:
    return _Session()
