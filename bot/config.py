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
        )


def _port(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, str(default))
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise SettingsError(f"{name} must be a port number from 1 to 65535, not {text!r}")
    return int(text)
