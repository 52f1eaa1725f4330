"""How staff sign in: the directory that vouches for them, what it calls their roles, how long a session lasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

from bot.config.reading import SettingsError, file, names, number

EVERYBODY = "*"
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class SignInSettings:
    """An OpenID provider and how we are registered there."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    practitioners: frozenset[str]
    """Groups or app roles whose people may use Waymark, in lower case; ``*`` stands for all who can sign in."""
    coordinators: frozenset[str] = frozenset()
    roles_claim: str = "roles"
    name_claim: str = "name"
    email_claim: str = "email"
    organisation_claim: str = ""
    """Which claim says to which organisation somebody belongs; empty where this Waymark serves one."""
    scopes: str = "openid profile email offline_access"
    idle: timedelta = timedelta(minutes=60)
    longest: timedelta = timedelta(hours=10)
    roles_for: timedelta = timedelta(minutes=15)
    """After so long the directory is asked again what somebody is."""
    in_teams: timedelta | None = timedelta(days=30)
    """For so long a sign-in in a browser counts in Teams as well; None where Teams alone decides who is let in."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], training: bool, home: str) -> SignInSettings | None:
        """What is set for sign-in; None where it is off. Raises SettingsError for settings that cannot be used."""
        given = {name: environment.get(f"WAYMARK_OIDC_{name}", "").strip() for name in _NAMES}
        if training or not given["ISSUER"]:  # people rehearse: nobody signs in
            return None
        for what, url in (("WAYMARK_OIDC_ISSUER", given["ISSUER"]), ("WAYMARK_PUBLIC_URL", home)):
            _check_address(what, url)
        if not given["CLIENT_ID"] or not given["PRACTITIONER_GROUPS"]:
            raise SettingsError(
                "WAYMARK_OIDC_ISSUER needs WAYMARK_OIDC_CLIENT_ID and WAYMARK_OIDC_PRACTITIONER_GROUPS: who may use "
                "Waymark, or * for all whom the directory lets sign in"
            )
        days = number(environment, "WAYMARK_OIDC_TEAMS_DAYS", 30, 0, 365)
        claims = {f"{name.lower()}_claim": given[f"{name}_CLAIM"] for name in _CLAIMS if given[f"{name}_CLAIM"]}
        return cls(
            issuer=given["ISSUER"],
            client_id=given["CLIENT_ID"],
            client_secret=_secret(given),
            practitioners=frozenset(names(given["PRACTITIONER_GROUPS"])),
            coordinators=frozenset(names(given["COORDINATOR_GROUPS"])),
            **claims,
            **({"scopes": given["SCOPES"]} if given["SCOPES"] else {}),
            idle=timedelta(minutes=number(environment, "WAYMARK_SESSION_IDLE_MINUTES", 60, 5, 24 * 60)),
            longest=timedelta(hours=number(environment, "WAYMARK_SESSION_HOURS", 10, 1, 24)),
            roles_for=timedelta(minutes=number(environment, "WAYMARK_OIDC_ROLES_MINUTES", 15, 1, 60)),
            in_teams=timedelta(days=days) if days else None,
        )


_CLAIMS = ("ROLES", "NAME", "EMAIL", "ORGANISATION")
_NAMES = (
    "ISSUER", "CLIENT_ID", "CLIENT_SECRET", "CLIENT_SECRET_FILE", "PRACTITIONER_GROUPS", "COORDINATOR_GROUPS",
    "SCOPES", *(f"{name}_CLAIM" for name in _CLAIMS),
)  # fmt: skip


def _check_address(what: str, url: str) -> None:
    """Raises SettingsError where passwords and sessions would travel in the open."""
    parts = urlsplit(url)
    if not parts.hostname or not (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)):
        raise SettingsError(f"{what} must be an https:// address for sign-in, not {url!r}")


def _secret(given: Mapping[str, str]) -> str:
    """The client secret, out of the environment or out of a file of one line."""
    if bool(given["CLIENT_SECRET"]) == bool(given["CLIENT_SECRET_FILE"]):
        raise SettingsError("Sign-in needs one of WAYMARK_OIDC_CLIENT_SECRET, WAYMARK_OIDC_CLIENT_SECRET_FILE")
    path = file("WAYMARK_OIDC_CLIENT_SECRET_FILE", given["CLIENT_SECRET_FILE"])
    secret = path.read_text(encoding="utf-8").strip() if path else given["CLIENT_SECRET"]
    if not secret:
        raise SettingsError("WAYMARK_OIDC_CLIENT_SECRET_FILE names a file with nothing in it")
    return secret
