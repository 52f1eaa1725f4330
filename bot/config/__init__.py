"""Settings, read once from the environment. Secrets do not print."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from bot.config.reading import SettingsError as SettingsError
from bot.config.reading import file, names, number
from bot.config.signing_in import SignInSettings as SignInSettings

ROOT = Path(__file__).resolve().parents[2]
TRAINING = "training"
METRICS = "WAYMARK_METRICS_PORT"
_TEAMS = (
    "APP_ID", "TENANT", "SECRET", "CERTIFICATE", "MANAGED_IDENTITY", "ALLOWED_TENANTS", "SERVICE_HOSTS", "PLAYGROUND",
)  # fmt: skip
_ORIGIN = re.compile(r"(https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?|http://(localhost|127\.0\.0\.1))(:[1-9]\d{0,4})?")
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Mail:
    """How e-mail leaves: through a mail server, or through GOV.UK Notify, or not at all."""

    sender: str = ""
    smtp_url: str = field(default="", repr=False)
    notify_key: str = field(default="", repr=False)
    notify_template: str = ""
    notify_url: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Mail:
        """Raises SettingsError where half of it is missing, or both ways are named."""
        given = cls(
            sender=environment.get("WAYMARK_MAIL_FROM", ""),
            smtp_url=environment.get("WAYMARK_SMTP_URL", ""),
            notify_key=environment.get("WAYMARK_NOTIFY_API_KEY", ""),
            notify_template=environment.get("WAYMARK_NOTIFY_TEMPLATE", ""),
            notify_url=environment.get("WAYMARK_NOTIFY_URL", ""),
        )
        if given.smtp_url and given.notify_key:
            raise SettingsError("WAYMARK_SMTP_URL and WAYMARK_NOTIFY_API_KEY are two ways to send e-mail: name one")
        if given.smtp_url and "@" not in given.sender:
            raise SettingsError("WAYMARK_SMTP_URL needs WAYMARK_MAIL_FROM: the address that e-mail comes from")
        if given.notify_key and not given.notify_template:
            raise SettingsError("WAYMARK_NOTIFY_API_KEY needs WAYMARK_NOTIFY_TEMPLATE: the id of the template")
        if given.notify_key and len(given.notify_key) < 73:
            raise SettingsError("WAYMARK_NOTIFY_API_KEY must be a whole key, as Notify shows it once")
        return given


@dataclass(frozen=True, slots=True)
class TeamsSettings:
    """How this deployment is reached in Microsoft Teams: as a registered app, or from the Playground while training."""

    app_id: str
    tenant: str
    secret: str = field(default="", repr=False)
    certificate: Path | None = None
    """A PEM file with the private key and the certificate."""
    managed_identity: str = ""
    """The client id of a user-assigned managed identity."""
    tenants: frozenset[str] = frozenset()
    """Whose people may speak to the app."""
    hosts: frozenset[str] = frozenset()
    """Where an answer, and our token with it, may be sent."""
    playground: str = ""
    """The Playground's service URL on this machine, in training mode only; nothing is authenticated then."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], training: bool) -> TeamsSettings | None:
        """What is set for Teams; None where Teams is off. Raises SettingsError for settings that cannot be used."""
        given = {name: environment.get(f"WAYMARK_TEAMS_{name}", "").strip() for name in _TEAMS}
        if given["PLAYGROUND"]:
            return cls("", "", playground=_playground(given["PLAYGROUND"], training))
        if training or not given["APP_ID"]:  # people rehearse: nothing leaves this machine
            return None
        app_id, tenant = (_guid(given, name) for name in ("APP_ID", "TENANT"))
        keys = [name for name in ("SECRET", "CERTIFICATE", "MANAGED_IDENTITY") if given[name]]
        if len(keys) != 1:
            raise SettingsError("Teams needs one of " + ", ".join(f"WAYMARK_TEAMS_{name}" for name in _TEAMS[2:5]))
        return cls(
            app_id=app_id,
            tenant=tenant,
            secret=given["SECRET"],
            certificate=file("WAYMARK_TEAMS_CERTIFICATE", given["CERTIFICATE"]),
            managed_identity=_guid(given, "MANAGED_IDENTITY") if given["MANAGED_IDENTITY"] else "",
            tenants=frozenset(names(given["ALLOWED_TENANTS"]) or {tenant}),
            hosts=frozenset(names(given["SERVICE_HOSTS"]) or {"smba.trafficmanager.net"}),
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """How this deployment runs."""

    mode: str
    policies: tuple[str, ...]
    policy_folder: Path
    host: str
    """Where the processes hear: on this machine only, unless the network around them is theirs alone."""
    port: int
    assistant_urls: tuple[str, ...]
    """Where each Rasa is."""
    actions_urls: tuple[str, ...]
    """Where each action server is."""
    database_url: str = field(repr=False)
    metrics_port: int | None = None
    """Where Prometheus finds this process; nowhere unless it is set."""
    organisation: Path | None = None
    public_url: str = ""
    """Where the gateway is reached from outside, without a slash at its end."""
    mail: Mail = Mail()
    outbox: Path = ROOT / "var" / "outbox"
    """Where e-mails lie in training, instead of being sent."""
    teams: TeamsSettings | None = None
    tracker_url: str = field(default=f"sqlite:///{ROOT / 'var' / 'rasa.db'}", repr=False)
    """Rasa's own memory of the conversations."""
    keep_cases: int | None = None
    """Days after which a case that is over is deleted; None keeps it."""
    keep_conversations: int | None = None
    """Days after which what was said is deleted; None keeps it."""
    anchors: Path | None = None
    """The file, outside the database, in which workers note where the records end; nowhere unless it is set."""
    embed_origins: tuple[str, ...] = ()
    """The sites whose pages may show ours in a frame: ``https://intranet.council.gov.uk``."""
    sign_in: SignInSettings | None = None
    redis_url: str = field(default="", repr=False)
    """Where several gateways count together what each person and address asks for; empty for one process."""
    proxies: int = 0
    """How many proxies of our own stand before the gateway, whose word on a visitor's address is taken."""

    @property
    def training(self) -> bool:
        """Whether people rehearse here: no sign-in, nothing leaves the machine, the clock can be set."""
        return self.mode == TRAINING

    @property
    def pages(self) -> str:
        """Where people open Waymark in a browser, for links in what is said to them; empty where nobody can.

        Outside training a page needs sign-in. Without it Waymark is in Teams only, and leads nobody to a page.
        """
        return self.public_url if self.training or self.sign_in else ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings of this process. Raises SettingsError for a value that cannot be used."""
        chosen = environment.get("WAYMARK_POLICIES", "")
        port = _port(environment, "WAYMARK_PORT", 8000)
        mode = environment.get("WAYMARK_MODE", "live")
        cases, said = ("", "") if mode == TRAINING else ("365", "90")  # the clock of training jumps over years
        home = environment.get("WAYMARK_PUBLIC_URL", f"http://127.0.0.1:{port}").rstrip("/")
        return cls(
            mode=mode,
            policies=tuple(name.strip() for name in chosen.split(",") if name.strip()),
            policy_folder=Path(environment.get("WAYMARK_POLICY_FOLDER", str(ROOT / "policies"))),
            host=environment.get("WAYMARK_HOST", "127.0.0.1"),
            port=port,
            assistant_urls=_urls(environment, "WAYMARK_ASSISTANT_URL", "http://127.0.0.1:5005"),
            actions_urls=_urls(environment, "WAYMARK_ACTIONS_URL", "http://127.0.0.1:5055"),
            database_url=environment.get("DATABASE_URL", f"sqlite:///{ROOT / 'var' / 'waymark.db'}"),
            metrics_port=_port(environment, METRICS) if environment.get(METRICS) else None,
            organisation=Path(own) if (own := environment.get("WAYMARK_ORGANISATION")) else None,
            public_url=home,
            mail=Mail.from_environment(environment),
            outbox=Path(environment.get("WAYMARK_OUTBOX", str(ROOT / "var" / "outbox"))),
            teams=TeamsSettings.from_environment(environment, mode == TRAINING),
            tracker_url=_tracker(environment),
            keep_cases=_days(environment, "WAYMARK_KEEP_CASES", cases),
            keep_conversations=_days(environment, "WAYMARK_KEEP_CONVERSATIONS", said),
            anchors=Path(noted) if (noted := environment.get("WAYMARK_ANCHORS")) else None,
            embed_origins=_origins(environment.get("WAYMARK_EMBED_ORIGINS", "")),
            sign_in=SignInSettings.from_environment(environment, mode == TRAINING, home),
            redis_url=environment.get("WAYMARK_REDIS_URL", "").strip(),
            proxies=number(environment, "WAYMARK_PROXIES", 0, 0, 5),
        )


def _tracker(environment: Mapping[str, str]) -> str:
    """Rasa's conversations lie beside the cases, where those are in PostgreSQL; else in a file of their own."""
    cases = environment.get("DATABASE_URL", "")
    own = cases if cases.startswith("postgresql") else f"sqlite:///{ROOT / 'var' / 'rasa.db'}"
    return environment.get("WAYMARK_TRACKER_URL", own)


def _urls(environment: Mapping[str, str], name: str, default: str) -> tuple[str, ...]:
    """One address or several, with commas between them."""
    urls = tuple(url.strip().rstrip("/") for url in environment.get(name, default).split(",") if url.strip())
    if not urls or not all(urlsplit(url).hostname for url in urls):
        raise SettingsError(f"{name} must be an address like {default}, or several with commas between them")
    return urls


def _port(environment: Mapping[str, str], name: str, default: int = 0) -> int:
    text = environment.get(name, str(default))
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise SettingsError(f"{name} must be a port number from 1 to 65535, not {text!r}")
    return int(text)


def _days(environment: Mapping[str, str], name: str, default: str) -> int | None:
    """A number of days; "never" keeps things for good."""
    text = environment.get(name, default) or "never"
    if text == "never":
        return None
    if not (text.isascii() and text.isdigit()) or not 0 < int(text) < 36_526:
        raise SettingsError(f'{name} must be a number of days from 1 to 36525, or "never", not {text!r}')
    return int(text)


def _guid(given: Mapping[str, str], name: str) -> str:
    text = given[name].lower()
    if not _GUID.fullmatch(text):
        raise SettingsError(f"WAYMARK_TEAMS_{name} must be an id as in the Azure portal, not {given[name]!r}")
    return text


def _origins(text: str) -> tuple[str, ...]:
    """The origins, each named whole: who may frame a page can lay something over it, so none is guessed."""
    given = names(text.replace(" ", ","))
    if wrong := [name for name in given if not _ORIGIN.fullmatch(name)]:
        raise SettingsError(
            f"WAYMARK_EMBED_ORIGINS must name sites such as https://intranet.example.gov.uk, without a path or *, "
            f"not {wrong[0]!r}; http:// is for this machine only"
        )
    return tuple(dict.fromkeys(given))


def _playground(url: str, training: bool) -> str:
    """Without sign-in, so that it must not be reached from anywhere else."""
    parts = urlsplit(url)
    if not training or parts.scheme != "http" or parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise SettingsError("WAYMARK_TEAMS_PLAYGROUND is for training mode only, and for http://127.0.0.1:... only")
    return url.rstrip("/")
