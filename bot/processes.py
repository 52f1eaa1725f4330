"""Keeps a handful of processes running: starts them side by side, says how far they are, starts one again that
died, and stops them all with nothing left behind."""

from __future__ import annotations

import ctypes
import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
TICK_SECONDS = 0.1
TELL_SECONDS = 3.0
STEADY_SECONDS = 60.0
LONGEST_PAUSE_SECONDS = 30.0
GRACE_SECONDS = 4.0
STARTS_WITHOUT_SUCCESS = 3


@dataclass(frozen=True)
class Part:
    """One process: its name for people, its command, and the address that answers 200 once it is ready."""

    name: str
    command: Sequence[str | Path]
    ready_url: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)


class Child:
    """A part that was started."""

    def __init__(self, part: Part, log: Path) -> None:
        self.part = part
        self.log = log
        self.deaths = 0
        self.ready = self.was_ready = False
        self.again_at = 0.0
        log.write_bytes(b"")
        self.start()

    def start(self) -> None:
        self.started_at, self.again_at = time.monotonic(), 0.0
        supervisor = os.getpid()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.part.command,
                env=dict(self.part.environment) or None,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=lambda: die_with(supervisor),
            )

    def alive(self) -> bool:
        return self.process.poll() is None

    def answers(self) -> bool:
        return not self.part.ready_url or answers(self.part.ready_url)

    def died(self) -> float:
        """Make sure that nothing of it is left; gives the pause before it is started again."""
        self.signal(signal.SIGKILL)
        self.deaths = 1 if time.monotonic() - self.started_at > STEADY_SECONDS else self.deaths + 1
        self.ready = False
        pause = min(2.0 ** (self.deaths - 1), LONGEST_PAUSE_SECONDS)
        self.again_at = time.monotonic() + pause
        return pause

    def hopeless(self) -> bool:
        return not self.was_ready and self.deaths >= STARTS_WITHOUT_SUCCESS

    def signal(self, number: int) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, number)

    def gone(self) -> bool:
        """Whether it and all that it started are gone: they are one process group."""
        self.process.poll()
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return True
        except PermissionError:  # macOS, of a group of zombies
            return not self.alive()
        return False

    def last_words(self, lines: int = 10) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


class Supervisor:
    """Use as a context: from its beginning on a signal ends `keep`, at its end everything is stopped."""

    def __init__(self, logs: Path, say: Callable[[str], None]) -> None:
        self.logs = logs
        self.say = say
        self.children: list[Child] = []
        self.began = self.told_at = time.monotonic()
        self.stopping = False

    def __enter__(self) -> Supervisor:
        self.logs.mkdir(parents=True, exist_ok=True)
        for number in SIGNALS:
            signal.signal(number, self.stop_soon)
        return self

    def __exit__(self, *_: object) -> None:
        for child in self.children:
            child.signal(signal.SIGTERM)
        if not self.wait_until_gone(GRACE_SECONDS):
            for child in self.children:
                child.signal(signal.SIGKILL)
            self.wait_until_gone(1.0)
        self.say("Stopped.")

    def stop_soon(self, _: int, __: FrameType | None) -> None:
        self.stopping = True

    def start(self, part: Part) -> None:
        if not self.stopping:
            self.children.append(Child(part, self.logs / f"{part.name}.log"))

    def keep(self, when_ready: str) -> int:
        """Look after all that was started until told to stop; gives the exit code."""
        said_ready = False
        while not self.stopping:
            for child in self.children:
                self.look_after(child)
                if child.hopeless():
                    self.say(f"{child.part.name} does not start. Its last words:\n{child.last_words()}")
                    return 1
            if not said_ready and all(child.ready for child in self.children):
                said_ready = True
                self.say(f"{when_ready}  (after {self.elapsed()} s)")
            self.tell()
            time.sleep(TICK_SECONDS)
        return 0

    def look_after(self, child: Child) -> None:
        if child.alive():
            if not child.ready and child.answers():
                self.say(f"{child.part.name} is {'back' if child.was_ready else 'ready'}.")
                child.ready = child.was_ready = True
        elif not child.again_at:
            pause, code = child.died(), child.process.returncode
            self.say(f"{child.part.name} stopped (code {code}); starting it again in {pause:.0f} s. {child.log}")
        elif time.monotonic() >= child.again_at:
            child.start()

    def tell(self) -> None:
        waiting = [child.part.name for child in self.children if not child.ready]
        if waiting and time.monotonic() - self.told_at >= TELL_SECONDS:
            self.told_at = time.monotonic()
            self.say(f"Starting {', '.join(waiting)} ... {self.elapsed()} s")

    def elapsed(self) -> int:
        return round(time.monotonic() - self.began)

    def wait_until_gone(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if all(child.gone() for child in self.children):
                return True
            time.sleep(TICK_SECONDS / 2)
        return False


def answers(url: str) -> bool:
    """Whether this address on this machine answers 200, asked without any proxy."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=1)
    try:
        connection.request("GET", parts.path or "/")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def die_with(supervisor: int) -> None:
    """In the child: ask Linux to end it when the supervisor ends, even one that is killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        if os.getppid() != supervisor:
            os._exit(1)
