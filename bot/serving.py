"""How each process of Waymark is started, on one machine by `waymark run` or on many by a command for each."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import make_url

from bot.config import ROOT, Settings

QUIET = {"LOG_LEVEL": "WARNING", "LOG_LEVEL_LIBRARIES": "ERROR", "PYTHONWARNINGS": "ignore"}
"""Of Rasa's own log only warnings of its own and errors of others are kept."""


def gateway(settings: Settings) -> Sequence[str]:
    """The public door. One process with threads: whoever needs more of them starts more of these."""
    server = [sys.executable, "-m", "gunicorn", "--bind", f"{settings.host}:{settings.port}"]
    workers = ["--workers", "1", "--worker-class", "gthread", "--threads", "8"]
    options = ["--graceful-timeout", "3", "--no-control-socket", "--log-level", "warning"]
    return [*server, *workers, *options, "bot.gateway:serve()"]


def worker(_: Settings) -> Sequence[str]:
    """Sends the reminders."""
    return [sys.executable, "-m", "bot.cli", "worker"]


def actions(settings: Settings) -> Sequence[str]:
    """What Rasa calls. It hears where the first of the addresses says, on every interface of a machine of its own."""
    return [sys.executable, "-m", "actions", port_of(settings.actions_urls[0]), settings.host]


def rasa(settings: Settings, model: Path) -> Sequence[str]:
    """Its REST channel only, and nobody but the gateway may reach it."""
    python = str(ROOT / ".venv-rasa" / "bin" / "python")
    where = ["--interface", settings.host, "--port", port_of(settings.assistant_urls[0])]
    return [python, "-m", "bot.nlu.serve", "--model", str(model), *where]


def for_rasa(settings: Settings, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of Rasa: its conversations by the driver that is there in its own environment."""
    url = make_url(settings.tracker_url)
    if url.get_backend_name() == "postgresql":
        url = url.set(drivername="postgresql+psycopg2")
    kept = {"WAYMARK_TRACKER_URL": url.render_as_string(hide_password=False)}
    return {**environment, "WAYMARK_ACTIONS_URL": settings.actions_urls[0], **kept, **QUIET}


def port_of(url: str) -> str:
    """The port at which an address is served."""
    return str(urlsplit(url).port or 80)


def become(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Let this process be that one from now on."""
    os.chdir(ROOT)
    os.execve(command[0], list(command), dict(environment))
