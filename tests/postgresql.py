"""A PostgreSQL of the tests' own: a cluster in a temporary folder, on a free port, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg

from bot.supervisor import free_port

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
PAGE = 8192
MISSING = "PostgreSQL is not installed; scripts/postgresql installs it"


def program(name: str) -> str:
    """Where a program of PostgreSQL is; of several versions the newest."""
    found = sorted(str(path) for place in PLACES for path in Path("/").glob(f"{place[1:]}/{name}"))
    path = shutil.which(name) or (found[-1] if found else None)
    if path is None:
        raise FileNotFoundError(MISSING)
    return path


class Cluster:
    """It does not run as root, so where we do, somebody else's name is borrowed for it.

    Unless it is ``synced``, a power cut may cost it everything; its own death costs nothing either way.
    """

    def __init__(self, *, synced: bool = True) -> None:
        self._more = [] if synced else ["-F"]
        self.folder = Path(tempfile.mkdtemp(prefix="waymark-postgresql-"))
        self.port = free_port()
        self._as: dict[str, Any] = {}
        if os.geteuid() == 0:
            names = {user.pw_name for user in pwd.getpwall()}
            user = "postgres" if "postgres" in names else "nobody"
            self._as = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": [], "cwd": self.folder}
            shutil.chown(self.folder, user)
        self._data = self.folder / "data"
        self._log = (self.folder / "log").open("w")

    def start(self) -> None:
        """Begin to serve. Raises FileNotFoundError where PostgreSQL is not installed."""
        options = ["--auth=trust", "--username=waymark", "--encoding=UTF8", "--locale=C", "--no-sync"]
        command = [program("initdb"), f"--pgdata={self._data}", *options]
        subprocess.run(command, check=True, stdout=self._log, stderr=self._log, **self._as)
        self.begin()

    def begin(self) -> None:
        """Serve what is there already; after a crash that takes until the last of its processes is gone."""
        until = time.monotonic() + 60
        self._serve()
        while not self._answers():
            if time.monotonic() > until:
                raise RuntimeError((self.folder / "log").read_text()[-2000:])
            if self._process.poll() is not None:
                self._serve()
            time.sleep(0.1)

    def _serve(self) -> None:
        server = [program("postgres"), "-D", str(self._data), "-p", str(self.port), "-k", str(self.folder), *self._more]
        self._process = subprocess.Popen(
            [*server, "-h", "127.0.0.1"], stdout=self._log, stderr=self._log, start_new_session=True, **self._as
        )

    def database(self, name: str) -> str:
        """The address of a new, empty database."""
        with self.connected("postgres") as connection:
            connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type]  # not from outside
        return f"postgresql+psycopg://waymark@127.0.0.1:{self.port}/{name}"

    def kill(self) -> None:
        """End it and all that it started as a crash would."""
        for process in self._processes():
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._process.wait(30)

    def fill(self) -> None:
        """Let no file of it grow past its first page, as where the disk is full, until it is killed."""
        for process in self._processes():  # one of them may be gone by now
            limited = ["prlimit", f"--pid={process}", f"--fsize={PAGE}:"]
            subprocess.run(limited, stderr=self._log, check=False, **self._as)

    def _processes(self) -> list[int]:
        listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self._process.pid)], capture_output=True, text=True)
        return [self._process.pid, *map(int, listed.stdout.split())]

    def stop(self) -> None:
        """End it at once and leave nothing behind."""
        if process := getattr(self, "_process", None):
            process.send_signal(signal.SIGQUIT)
            process.wait(30)
        self._log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def connected(self, name: str, seconds: int = 120) -> psycopg.Connection[Any]:
        """A connection of the tests' own, each statement for itself."""
        where = f"host=127.0.0.1 port={self.port} user=waymark dbname={name} connect_timeout={seconds}"
        return psycopg.connect(where, autocommit=True)

    def _answers(self) -> bool:
        try:
            self.connected("postgres", seconds=2).close()
        except psycopg.OperationalError:
            return False
        return True
