"""`waymark gateway`, `worker`, `actions`, `rasa` and `migrate`: one process each, for several machines."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from typing import Any

from bot import serving
from bot.config import Settings
from bot.processes import answers

HEALTHY = "healthy"
COMMANDS = {
    "gateway": "serve people, until Ctrl-C; any number may run",
    "worker": "send the reminders that are due, until Ctrl-C; any number may run",
    "actions": "serve the actions to Rasa, until Ctrl-C; any number may run",
    "rasa": "serve Rasa to the gateways, until Ctrl-C; any number may run, with PostgreSQL and Redis",
    HEALTHY: "whether that address on this machine answers 200, as an exit code",
    "migrate": "bring the database up to date; what runs goes on meanwhile",
}


def add_commands(commands: Any) -> None:
    """Say which there are."""
    for name, does in COMMANDS.items():
        command = commands.add_parser(name, help=does)
        if name == HEALTHY:
            command.add_argument("url", help="an address on this machine")


def run(arguments: Namespace, settings: Settings) -> int:
    """Be that process, or do that one thing; gives the exit code."""
    os.umask(0o077)  # what is written here is nobody else's to read
    match arguments.command:
        case "healthy":
            return 0 if answers(arguments.url) else 1
        case "migrate":
            return _migrate(settings)
        case "worker":
            from bot.worker import main as work

            return work()
        case "rasa":
            return _rasa(settings)
        case _:
            command = (serving.gateway if arguments.command == "gateway" else serving.actions)(settings)
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
