"""What `waymark run` does: everything on this machine, from one command, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import FrameType

from bot import serving
from bot.config import ROOT, Settings
from bot.processes import SIGNALS, Part, Supervisor
from bot.training import TrainingFailed, trained_model

HOST = "127.0.0.1"
BEGAN = time.monotonic()


def main(check: Callable[[Settings], object], given: Mapping[str, str] = os.environ) -> int:
    """Start all parts and keep them running; gives the exit code. ``check`` refuses what must not start, by raising."""
    for number in SIGNALS:
        signal.signal(number, interrupted)
    os.umask(0o077)  # what is written here is nobody else's to read
    environment = where_everything_is(given)
    settings = Settings.from_environment(environment)
    if not is_free(settings.port):
        say(
            f"Port {settings.port} is taken by another program: "
            "stop that one, or choose another port, as in WAYMARK_PORT=8001 make run"
        )
        return 1
    try:
        return keep(settings, environment, trained_model(), check)
    except TrainingFailed as failure:
        say(str(failure))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 0


def keep(
    settings: Settings, environment: Mapping[str, str], model: Path, check: Callable[[Settings], object]
) -> int:
    """Rasa takes longest, so it is started first; the database is brought up to date while it loads."""
    with Supervisor(ROOT / "var" / "log", say) as supervisor:
        supervisor.start(rasa(settings, environment, model))
        from bot.storage import migrate

        migrate(settings.database_url)
        check(settings)
        supervisor.start(actions(settings, environment))
        supervisor.start(gateway(settings, environment))
        supervisor.start(worker(settings, environment))
        return supervisor.keep(f"Ready: http://{HOST}:{settings.port}")


def rasa(settings: Settings, environment: Mapping[str, str], model: Path) -> Part:
    """Ready when its REST channel answers, so once the model is loaded."""
    ready = f"{settings.assistant_urls[0]}/webhooks/rest/"
    return Part("rasa", serving.rasa(settings, model), ready, serving.for_rasa(settings, environment))


def actions(settings: Settings, environment: Mapping[str, str]) -> Part:
    return Part("actions", serving.actions(settings), f"{settings.actions_urls[0]}/health", environment)


def gateway(settings: Settings, environment: Mapping[str, str]) -> Part:
    """Ready when its health page says that a message can be answered, so when all of them are."""
    return Part("gateway", serving.gateway(settings), f"http://{HOST}:{settings.port}/healthz", environment)


def worker(settings: Settings, environment: Mapping[str, str]) -> Part:
    """It answers nobody, so it is ready once it runs; the health page knows when it fails."""
    return Part("worker", serving.worker(settings), environment=environment)


def where_everything_is(given: Mapping[str, str]) -> dict[str, str]:
    """The environment of every part: training, and a free port for each inner server, unless told otherwise."""
    return {
        "WAYMARK_MODE": "training",
        "WAYMARK_ASSISTANT_URL": f"http://{HOST}:{given.get('WAYMARK_RASA_PORT') or free_port()}",
        "WAYMARK_ACTIONS_URL": f"http://{HOST}:{given.get('WAYMARK_ACTIONS_PORT') or free_port()}",
        "PYTHONUNBUFFERED": "1",
        **given,
    }


def is_free(port: int) -> bool:
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HOST, port))
        except OSError:
            return False
        return True


def free_port() -> int:
    with socket.socket() as door:
        door.bind((HOST, 0))
        port: int = door.getsockname()[1]
        return port


def interrupted(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt


def say(text: str) -> None:
    with suppress(OSError):  # the terminal may be closed already; what runs is stopped all the same
        print(f"[{time.monotonic() - BEGAN:4.0f} s] {text}", flush=True)
