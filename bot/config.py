"""Settings, read once from the environment. Secrets do not print."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TRAINING = "training"


class SettingsError(Exception):
    """A setting that cannot be used, said in one sentence that names it."""


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
class Settings:
    """How this deployment runs."""

    mode: str
    policies: tuple[str, ...]
    policy_folder: Path
    port: int
    assistant_url: str
    actions_url: str
    database_url: str = field(repr=False)
    organisation: Path | None = None
    public_url: str = ""
    """Where people open Waymark in a browser, for links in what is sent to them; without a slash at its end."""
    mail: Mail = Mail()
    outbox: Path = ROOT / "var" / "outbox"
    """Where e-mails lie in training, instead of being sent."""

    @property
    def training(self) -> bool:
        """Whether people rehearse here: no sign-in, nothing leaves the machine, the clock can be set."""
        return self.mode == TRAINING

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings of this process. Raises SettingsError for a value that cannot be used."""
        names = environment.get("WAYMARK_POLICIES", "")
        port = _port(environment, "WAYMARK_PORT", 8000)
        return cls(
            mode=environment.get("WAYMARK_MODE", "live"),
            policies=tuple(name.strip() for name in names.split(",") if name.strip()),
            policy_folder=Path(environment.get("WAYMARK_POLICY_FOLDER", str(ROOT / "policies"))),
            port=port,
            assistant_url=environment.get("WAYMARK_ASSISTANT_URL", "http://127.0.0.1:5005"),
            actions_url=environment.get("WAYMARK_ACTIONS_URL", "http://127.0.0.1:5055"),
            database_url=environment.get("DATABASE_URL", f"sqlite:///{ROOT / 'var' / 'waymark.db'}"),
            organisation=Path(own) if (own := environment.get("WAYMARK_ORGANISATION")) else None,
            public_url=environment.get("WAYMARK_PUBLIC_URL", f"http://127.0.0.1:{port}").rstrip("/"),
            mail=Mail.from_environment(environment),
            outbox=Path(environment.get("WAYMARK_OUTBOX", str(ROOT / "var" / "outbox"))),
        )


def _port(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, str(default))
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise SettingsError(f"{name} must be a port number from 1 to 65535, not {text!r}")
    return int(text)
