"""`waymark gateway`, `worker`, `actions`, `rasa` and `migrate`: one process each, for several machines."""

from __future__ import annotations

import os
import sys
from typing import Any

from bot import serving
from bot.config import Settings

COMMANDS = {
    "gateway": "serve people, until Ctrl-C; any number may run",
    "worker": "send the reminders that are due, until Ctrl-C; any number may run",
    "actions": "serve the actions to Rasa, until Ctrl-C; any number may run",
    "rasa": "serve Rasa to the gateways, until Ctrl-C; any number may run, with PostgreSQL and Redis",
    "migrate": "bring the database up to date; what runs goes on meanwhile",
}


def add_commands(commands: Any) -> None:
    """Say which there are."""
    for name, does in COMMANDS.items():
        commands.add_parser(name, help=does)


def run(name: str, settings: Settings) -> int:
    """Be that process, or do that one thing; gives the exit code."""
    os.umask(0o077)  # what is written here is nobody else's to read
    match name:
        case "migrate":
            return _migrate(settings)
        case "worker":
            from bot.worker import main as work

            return work()
        case "rasa":
            return _rasa(settings)
        case _:
            command = serving.gateway(settings) if name == "gateway" else serving.actions(settings)
            return serving.become(command, os.environ)


def _migrate(settings: Settings) -> int:
    from bot.storage import migrate

    migrate(settings.database_url)
    sys.stdout.write("The database is up to date.\n")
    return 0


def _rasa(settings: Settings) -> int:
    from bot.training import TrainingFailed, trained_model

    try:
        model = trained_model()
    except TrainingFailed as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    return serving.become(serving.rasa(settings, model), serving.for_rasa(settings, os.environ))
