"""What the directory's claims say of a person."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from bot.casework.permissions import Role
from bot.config.signing_in import EVERYBODY, SignInSettings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Vouched:
    """A person for whom the directory vouches. ``provider`` and ``subject`` are who they are on every channel."""

    provider: str
    subject: str
    name: str
    email: str
    """Where it says that the address is theirs; else empty."""
    organisation: str
    roles: frozenset[Role]
    refresh_token: str = field(default="", repr=False)


def vouched(claims: Mapping[str, Any], settings: SignInSettings, refresh_token: str = "") -> Vouched:
    """The person of whom verified claims speak."""
    provider, subject = identity(settings.issuer, claims)
    unsure = claims.get("email_verified") is False
    return Vouched(
        provider=provider,
        subject=subject,
        name=_text(claims, settings.name_claim, 120),
        email="" if unsure else _text(claims, settings.email_claim, 254).lower(),
        organisation=_text(claims, settings.organisation_claim, 64).lower(),
        roles=roles(claims, settings),
        refresh_token=refresh_token,
    )


def identity(issuer: str, claims: Mapping[str, Any]) -> tuple[str, str]:
    """Provider and subject of ``identities``.

    Microsoft Entra's issuer ends in the tenant (``/<tid>/v2.0``). There a person is the directory's object id, by which
    Teams knows them too; ``sub`` would be another for each app. Anywhere else only ``sub`` is sure to be theirs alone.
    """
    tenant, object_id = claims.get("tid"), claims.get("oid")
    entra = isinstance(tenant, str) and isinstance(object_id, str) and tenant and object_id
    if entra and urlsplit(issuer).path.lower() == f"/{tenant}/v2.0".lower():
        return f"entra:{str(tenant).lower()}", str(object_id).lower()
    return "oidc:" + hashlib.sha256(issuer.encode()).hexdigest()[:32], str(claims["sub"])


def roles(claims: Mapping[str, Any], settings: SignInSettings) -> frozenset[Role]:
    """What the person is here; nothing where the directory names none of the groups that count."""
    said = claims.get(settings.roles_claim, ())
    listed = {said.lower()} if isinstance(said, str) else _lowered(said)
    if settings.roles_claim in (claims.get("_claim_names") or {}):
        log.warning("sign-in: the directory leaves the groups out because there are too many; use app roles")
    held = set()
    if EVERYBODY in settings.practitioners or listed & settings.practitioners:
        held.add(Role.PRACTITIONER)
    if listed & settings.coordinators:
        held.add(Role.COORDINATOR)
    return frozenset(held)


def _lowered(said: Any) -> set[str]:
    return {each.lower() for each in said if isinstance(each, str)} if isinstance(said, list | tuple) else set()


def _text(claims: Mapping[str, Any], name: str, longest: int) -> str:
    """A claim that people will read: one line, not endless."""
    said = claims.get(name) if name else None
    return " ".join(said.split())[:longest] if isinstance(said, str) and said.isprintable() else ""
