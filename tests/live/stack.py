"""The real Waymark as processes of its own: Rasa, actions, gateway and worker, each of which can be killed."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from bot import supervisor
from bot.config import Settings
from bot.processes import Child, answers
from bot.storage import migrate
from bot.training import trained_model
from tests.hanging import suspended

PATIENCE_SECONDS = 120.0


class Stack:
    """A fresh database, free ports, training mode. Parts are started by the same code as in `waymark run`.

    ``settings`` are environment variables besides.
    """

    def __init__(self, folder: Path, settings: Mapping[str, str] | None = None) -> None:
        self._folder = folder
        self.database = folder / "waymark.db"
        self._environment = supervisor.where_everything_is(
            {
                **{name: value for name, value in os.environ.items() if not name.startswith("WAYMARK_")},
                "WAYMARK_PORT": str(supervisor.free_port()),
                "WAYMARK_TRACKER_URL": f"sqlite:///{folder / 'rasa.db'}",
                "DATABASE_URL": f"sqlite:///{self.database}",
                **(settings or {}),
            }
        )
        self._settings = Settings.from_environment(self._environment)
        self.address = f"http://{supervisor.HOST}:{self._settings.port}"
        self._children: dict[str, Child] = {}

    def start(self) -> None:
        """Start everything, and wait until a message can be answered."""
        parts = [supervisor.rasa(self._settings, self._environment, trained_model())]
        migrate(self._settings.database_url)
        parts += [part(self._settings, self._environment) for part in (supervisor.actions, supervisor.gateway)]
        parts.append(supervisor.worker(self._settings, self._environment))
        for part in parts:
            self._children[part.name] = Child(part, self._folder / f"{part.name}.log")
        self.wait()

    def kill(self, *names: str) -> None:
        """End these parts as a crash would: at once, with nothing said."""
        for name in names:
            self._children[name].signal(signal.SIGKILL)
        self._gone(names)

    def suspended(self, *names: str) -> AbstractContextManager[None]:
        """These parts hang for a while."""
        return suspended(*(self._children[name] for name in names))

    @contextmanager
    def full_disk(self, *names: str) -> Iterator[None]:
        """No byte can be written by these parts for a while: neither into the databases nor into their logs."""
        for most in (0, resource.RLIM_INFINITY):
            for name in names:
                for process in self._processes(name):
                    resource.prlimit(process, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
            if not most:
                yield

    def bring_back(self, *names: str) -> None:
        """Start them again, and wait until a message can be answered."""
        for name in names:
            self._children[name].start()
        self.wait()

    def stop(self) -> None:
        """Leave nothing running."""
        for child in self._children.values():
            child.signal(signal.SIGTERM)
        try:
            self._gone(self._children, seconds=10)
        except TimeoutError:
            self.kill(*self._children)

    def wait(self) -> None:
        """Wait until `/healthz` says that a message can be answered."""
        until = time.monotonic() + PATIENCE_SECONDS
        while not answers(f"{self.address}/healthz"):
            dead = [name for name, child in self._children.items() if not child.alive()]
            if dead or time.monotonic() > until:
                words = {name: child.last_words() for name, child in self._children.items()}
                raise RuntimeError(f"not ready; died: {dead}; last words: {words}")
            time.sleep(0.2)

    def log(self, name: str) -> str:
        """What a part has logged."""
        return (self._folder / f"{name}.log").read_text()

    def _processes(self, name: str) -> list[int]:
        """All of that part: they are one process group."""
        group = str(self._children[name].process.pid)
        listed = subprocess.run(["ps", "-A", "-o", "pgid=,pid="], capture_output=True, text=True, check=True)
        return [int(pid) for pgid, pid in map(str.split, listed.stdout.splitlines()) if pgid == group]

    def _gone(self, names: Iterable[str], seconds: float = PATIENCE_SECONDS) -> None:
        children = [self._children[name] for name in names]
        until = time.monotonic() + seconds
        while not all(child.gone() for child in children):
            if time.monotonic() > until:
                raise TimeoutError
            time.sleep(0.05)
