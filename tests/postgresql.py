"""A PostgreSQL of the tests' own: a cluster in a temporary folder, on a free port, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg

from bot.supervisor import free_port

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
MISSING = "PostgreSQL is not installed; scripts/postgresql installs it"


def program(name: str) -> str:
    """Where a program of PostgreSQL is; of several versions the newest."""
    found = sorted(str(path) for place in PLACES for path in Path("/").glob(f"{place[1:]}/{name}"))
    path = shutil.which(name) or (found[-1] if found else None)
    if path is None:
        raise FileNotFoundError(MISSING)
    return path


class Cluster:
    """It does not run as root, so where we do, somebody else's name is borrowed for it."""

    def __init__(self) -> None:
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
        options = ["--auth=trust", "--username=waymark", "--encoding=UTF8", "--locale=C"]
        command = [program("initdb"), f"--pgdata={self._data}", *options]
        subprocess.run(command, check=True, stdout=self._log, stderr=self._log, **self._as)
        server = [program("postgres"), "-D", str(self._data), "-p", str(self.port), "-k", str(self.folder)]
        self._process = subprocess.Popen(
            [*server, "-h", "127.0.0.1"], stdout=self._log, stderr=self._log, start_new_session=True, **self._as
        )
        until = time.monotonic() + 30
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError((self.folder / "log").read_text()[-2000:])
            time.sleep(0.1)

    def database(self, name: str) -> str:
        """The address of a new, empty database."""
        with self._connected("postgres") as connection:
            connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type]  # not from outside
        return f"postgresql+psycopg://waymark@127.0.0.1:{self.port}/{name}"

    def stop(self) -> None:
        """End it at once and leave nothing behind."""
        if process := getattr(self, "_process", None):
            process.send_signal(signal.SIGQUIT)
            process.wait(30)
        self._log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _connected(self, name: str) -> psycopg.Connection[Any]:
        where = f"host=127.0.0.1 port={self.port} user=waymark dbname={name} connect_timeout=2"
        return psycopg.connect(where, autocommit=True)

    def _answers(self) -> bool:
        try:
            self._connected("postgres").close()
        except psycopg.OperationalError:
            return False
        return True
