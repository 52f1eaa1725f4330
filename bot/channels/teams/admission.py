"""Who may speak to Waymark as Teams: the token that comes with every request, and whether it belongs to its activity.

Fails closed: what cannot be verified is turned away, and the log says which part did not fit (never a text, never a
token). Sources: the Bot Framework's "Authentication with the Bot Connector API", connector to bot; an allow-list of
hosts and tenants besides, which it leaves to the bot.
"""

from __future__ import annotations

import ipaddress
import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlsplit

import jwt

from bot.channels.teams.activity import Activity
from bot.channels.teams.keys import SigningKey, SigningKeys

log = logging.getLogger(__name__)

ISSUER = "https://api.botframework.com"
CHANNEL = "msteams"
LEEWAY_SECONDS = 300
LONGEST_TOKEN = 8 * 1024


class TurnedAway(Exception):
    """Not let in: 401 where it is not known who asks, 403 where it is known and does not fit."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody whose token was verified."""

    service_url: str
    endorsements: Collection[str]


class Admission(Protocol):
    """How a deployment decides who may speak."""

    def identify(self, headers: Mapping[str, str], remote: str) -> Caller:
        """Who asks, before anything that they say is read. Raises TurnedAway."""
        ...

    def admit(self, caller: Caller, activity: Activity) -> None:
        """Raises TurnedAway where that activity is not theirs to send."""
        ...

    def may_be_told(self, service_url: str) -> bool:
        """Whether an answer, and the token with it, may be sent there."""
        ...


@dataclass(frozen=True, slots=True)
class TeamsAdmission:
    """The real one: tokens of the Bot Framework for this app, from these tenants and hosts."""

    keys: SigningKeys
    app_id: str
    tenants: frozenset[str]
    hosts: frozenset[str]

    def identify(self, headers: Mapping[str, str], remote: str) -> Caller:
        scheme, _, token = headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token or len(token) > LONGEST_TOKEN:
            raise TurnedAway(401, "no token")
        key = self._key(token)
        try:
            claims = jwt.decode(
                token,
                key.key,
                algorithms=["RS256"],
                audience=[self.app_id, f"api://{self.app_id}", f"api://botid-{self.app_id}"],
                issuer=ISSUER,
                leeway=LEEWAY_SECONDS,
                options={"require": ["exp", "iss", "aud"]},
            )
        except (jwt.PyJWTError, ValueError, TypeError, RecursionError) as error:
            raise TurnedAway(401, f"{type(error).__name__} {_says(token)}") from None
        service_url = claims.get("serviceurl")
        if not isinstance(service_url, str) or not service_url:
            raise TurnedAway(401, f"no serviceurl {_says(token)}")
        return Caller(service_url, key.endorsements)

    def admit(self, caller: Caller, activity: Activity) -> None:
        if activity.channel != CHANNEL or CHANNEL not in caller.endorsements:
            raise TurnedAway(403, "channel not endorsed")
        if activity.service_url.rstrip("/") != caller.service_url.rstrip("/"):
            raise TurnedAway(403, "another service URL than the token's")
        if not self.may_be_told(activity.service_url):
            raise TurnedAway(403, "service URL not allowed")
        if not activity.tenants or not activity.tenants <= self.tenants:
            raise TurnedAway(403, "tenant not allowed")

    def may_be_told(self, service_url: str) -> bool:
        try:
            parts = urlsplit(service_url)
            plain = parts.scheme == "https" and parts.port in (None, 443) and not parts.query and not parts.fragment
        except ValueError:
            return False
        return plain and "@" not in parts.netloc and "\\" not in service_url and (parts.hostname or "") in self.hosts

    def _key(self, token: str) -> SigningKey:
        """The key that the token names. Only its name is taken from the token, never the algorithm."""
        try:
            header = jwt.get_unverified_header(token)
        except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
            raise TurnedAway(401, "not a token") from None
        kid = header.get("kid")
        if header.get("alg") != "RS256" or not isinstance(kid, str):
            raise TurnedAway(401, f"another algorithm, or no kid {_says(token)}")
        key = self.keys.find(kid)
        if key is None:
            raise TurnedAway(401, f"unknown key {_says(token)}")
        return key


@dataclass(frozen=True, slots=True)
class PlaygroundAdmission:
    """For training only: Microsoft's Playground on this machine, which sends no tokens."""

    service_url: str

    def identify(self, headers: Mapping[str, str], remote: str) -> Caller:
        if not _is_loopback(remote) or "X-Forwarded-For" in headers or "Forwarded" in headers:
            raise TurnedAway(403, "not from this machine")
        return Caller(self.service_url, (CHANNEL,))

    def admit(self, caller: Caller, activity: Activity) -> None:
        if activity.channel != CHANNEL or not self.may_be_told(activity.service_url):
            raise TurnedAway(403, "not the Playground's service URL")

    def may_be_told(self, service_url: str) -> bool:
        return service_url.rstrip("/") == self.service_url.rstrip("/")


def _is_loopback(remote: str) -> bool:
    try:
        return ipaddress.ip_address(remote).is_loopback
    except ValueError:
        return False


def _says(token: str) -> str:
    """What a refused token says of itself, for the log: short, and without anything that could forge a line."""
    try:
        claims: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
        return "(unreadable)"
    return " ".join(f"{name}={ascii(str(claims.get(name)))[:80]}" for name in ("iss", "aud"))
