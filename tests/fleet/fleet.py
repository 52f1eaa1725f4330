"""What deploy/compose.yml describes, as processes of this machine: the same commands and settings, other addresses."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import yaml

from bot.processes import Child, Part, answers
from bot.supervisor import free_port
from tests.conftest import ROOT
from tests.hanging import suspended
from tests.postgresql import Cluster
from tests.redis import RedisServer

COMPOSE = ROOT / "deploy" / "compose.yml"
OURS = ("gateway-1", "gateway-2", "worker-1", "worker-2", "actions-1", "actions-2", "rasa-1", "rasa-2")
GIVEN = {
    "POSTGRES_PASSWORD": "", "POSTGRES_DB": "", "REDIS_PASSWORD": "", "WAYMARK_DOMAIN": "waymark.example",
    "WAYMARK_MODE": "training",
}  # fmt: skip
"""What a machine's own file of settings says. Here people rehearse, so that the clock can be set."""
PATIENCE_SECONDS = 300.0


def described() -> dict[str, Any]:
    """The services of the topology."""
    services: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())["services"]
    return services


def filled_in(text: str) -> str:
    """As compose does it: ${NAME:?} and ${NAME:-default}."""
    return re.sub(r"\$\{(\w+)(?::[?-][^}]*)?\}", lambda found: GIVEN[found[1]], text)


class Fleet:
    """Two of each, over a real PostgreSQL and a real Redis."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cluster, self.redis = Cluster(), RedisServer()
        self._services = described()
        self._ports: dict[tuple[str, str], int] = {}
        self.children: dict[str, Child] = {}

    def start(self) -> None:
        """Start everything, in the order that compose keeps, and wait until each is well."""
        self.cluster.start()
        self.redis.start()
        self.database = self.cluster.database("waymark")
        migrate = self._child("migrate")
        if migrate.process.wait(60) != 0:
            raise RuntimeError(migrate.last_words())
        for name in OURS:
            self.children[name] = self._child(name)
        self.wait()

    def address(self, gateway: str) -> str:
        """Where people reach that gateway; a proxy stands before it in earnest."""
        return f"http://127.0.0.1:{self._port(gateway, '8000')}"

    def kill(self, *names: str) -> None:
        """End these as a crash would."""
        for name in names:
            self.children[name].signal(signal.SIGKILL)
        until = time.monotonic() + 10
        while not all(self.children[name].gone() for name in names) and time.monotonic() < until:
            time.sleep(0.02)

    def suspended(self, *names: str) -> AbstractContextManager[None]:
        """These hang for a while."""
        return suspended(*(self.children[name] for name in names))

    def bring_back(self, *names: str) -> None:
        """Start them again, as the engine would; they are waited for with :meth:`wait`."""
        for name in names:
            self.children[name].start()

    def start_what_ended(self) -> None:
        """Start what has ended by itself, as the engine does: `restart: unless-stopped`."""
        self.bring_back(*(name for name, child in self.children.items() if not child.alive()))

    def wait(self) -> None:
        """Wait until the health check of each of them succeeds."""
        until = time.monotonic() + PATIENCE_SECONDS
        waiting = list(OURS)
        while waiting := [name for name in waiting if not self.healthy(name)]:
            dead = [name for name in waiting if not self.children[name].alive()]
            if dead or time.monotonic() > until:
                words = {name: self.children[name].last_words() for name in waiting}
                raise RuntimeError(f"not well: {waiting}; died: {dead}; last words: {words}")
            time.sleep(0.3)

    def healthy(self, name: str) -> bool:
        """What the health check of that service says."""
        return answers(self._here(name, self._services[name]["healthcheck"]["test"][-1]))

    def metrics(self, name: str) -> str:
        """Where Prometheus finds that process."""
        return f"http://127.0.0.1:{self._port(name, '9100')}/metrics"

    def stop(self) -> None:
        """Leave nothing running."""
        for child in self.children.values():
            child.signal(signal.SIGTERM)
        time.sleep(1)
        self.kill(*self.children)
        self.redis.stop()
        self.cluster.stop()

    def _child(self, name: str) -> Child:
        program, *words = self._services[name]["command"]
        command = [str(Path(sys.executable).parent / program), *words]
        return Child(Part(name, command, "", self._environment(name)), self.folder / f"{name}.log")

    def _environment(self, name: str) -> dict[str, str]:
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("WAYMARK_")}
        said: Mapping[str, str] = self._services[name]["environment"]
        here = {key: self._here(name, filled_in(str(value))) for key, value in said.items()}
        return {**inherited, **here, "WAYMARK_OUTBOX": str(self.folder / "outbox"), "PYTHONUNBUFFERED": "1"}

    def _here(self, name: str, value: str) -> str:
        """The same address on this machine, where every service has a port of its own for each that it has there."""
        if value.startswith("postgresql"):
            return self.database
        if value.startswith("redis:"):
            return self.redis.url
        value = re.sub(
            r"//([\w.-]+):(\d+)", lambda at: f"//127.0.0.1:{self._port(_service(at[1], name), at[2])}", value
        )
        if value.startswith("/srv/"):
            return str(self.folder / Path(value).name)
        if value in ("8000", "9100"):
            return str(self._port(name, value))
        return "127.0.0.1" if value == "0.0.0.0" else value  # noqa: S104  what compose says

    def _port(self, name: str, port: str) -> int:
        return self._ports.setdefault((name, port), free_port())


def _service(host: str, name: str) -> str:
    return name if host == "127.0.0.1" else host
