"""The supervisor, with small programs in place of the real parts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.processes import Part, Supervisor, answers
from bot.supervisor import free_port

pytestmark = pytest.mark.processes

SERVER = """
import http.server, os, sys
class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/ready" else 503)
        self.send_header("Content-Length", "0")
        self.end_headers()
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Page).serve_forever()
"""
SUPERVISED = """
import os, sys
from pathlib import Path
from bot.processes import Part, Supervisor
logs, stubborn = Path(sys.argv[1]), "trap '' TERM; " if sys.argv[2] == "stubborn" else ""
with Supervisor(logs, lambda text: print(text, flush=True)) as supervisor:
    supervisor.start(Part("first", ["sh", "-c", stubborn + "sleep 1000 & sleep 1001 & wait"]))
    supervisor.start(Part("second", ["sleep", "1002"]))
    print(*(child.process.pid for child in supervisor.children), flush=True)
    sys.exit(supervisor.keep("Ready"))
"""


def server(port: int, path: str = "/ready") -> Part:
    return Part("server", [sys.executable, "-c", SERVER, str(port)], f"http://127.0.0.1:{port}{path}")


def members(group: int) -> list[str]:
    """The processes of this group that run (a zombie does not)."""
    listed = subprocess.run(["ps", "-eo", "pgid=,stat=,args="], capture_output=True, text=True, check=True)
    rows = [line.split(None, 2) for line in listed.stdout.splitlines()]
    return [row[2] for row in rows if row[0] == str(group) and not row[1].startswith("Z")]


def soon(true: Callable[[], bool], seconds: float = 20) -> bool:
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.05)
    return true()


class Watched(Supervisor):
    """A supervisor that is told to stop when it has said something, or after so many looks."""

    def __init__(self, logs: Path, until: str) -> None:
        self.said: list[str] = []
        super().__init__(logs, self.said.append)
        self.until = until

    def tell(self) -> None:
        super().tell()
        self.stopping |= any(self.until in line for line in self.said)


@pytest.fixture(autouse=True)
def handlers_as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_says_ready_when_every_part_answers(tmp_path: Path) -> None:
    port = free_port()
    with Watched(tmp_path, until="Ready") as supervisor:
        supervisor.start(server(port))
        supervisor.start(Part("other", ["sleep", "100"]))
        assert supervisor.keep("Ready: here") == 0
        assert answers(f"http://127.0.0.1:{port}/ready")
    assert "server is ready." in supervisor.said
    assert any(line.startswith("Ready: here") for line in supervisor.said)
    assert supervisor.said[-1] == "Stopped."
    assert not any(members(child.process.pid) for child in supervisor.children)


def test_a_part_that_answers_anything_but_200_is_not_ready(tmp_path: Path) -> None:
    with Watched(tmp_path, until="Starting") as supervisor:
        supervisor.start(server(free_port(), "/not-yet"))
        supervisor.keep("Ready")
    assert any(line.startswith("Starting server ... ") for line in supervisor.said)
    assert not any(line.startswith("Ready") for line in supervisor.said)


def test_a_part_that_dies_is_said_and_started_again(tmp_path: Path) -> None:
    port = free_port()
    with Watched(tmp_path, until="server is ready.") as supervisor:
        supervisor.start(server(port))
        supervisor.keep("Ready")
        first = supervisor.children[0].process.pid
        os.kill(first, signal.SIGKILL)
        supervisor.stopping, supervisor.until = False, "server is back."
        supervisor.keep("Ready again")
        assert supervisor.children[0].process.pid != first
        assert answers(f"http://127.0.0.1:{port}/ready")
    assert any("server stopped (code -9); starting it again in 1 s." in line for line in supervisor.said)


def test_the_pause_grows_with_each_death(tmp_path: Path) -> None:
    with Supervisor(tmp_path, lambda _: None) as supervisor:
        supervisor.start(Part("dies", ["false"]))
        pauses = [supervisor.children[0].died() for _ in range(8)]
    assert pauses == [1, 2, 4, 8, 16, 30, 30, 30]


def test_a_part_that_never_starts_ends_it_all_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.processes.LONGEST_PAUSE_SECONDS", 0.1)
    with Watched(tmp_path, until="never said") as supervisor:
        supervisor.start(Part("sound", ["sleep", "100"]))
        supervisor.start(Part("broken", ["sh", "-c", "echo no such table; exit 3"], "http://127.0.0.1:9/"))
        assert supervisor.keep("Ready") == 1
    assert any("broken does not start. Its last words:" in s and "no such table" in s for s in supervisor.said)
    assert not any(members(child.process.pid) for child in supervisor.children)


@pytest.mark.parametrize(
    ("number", "manners"),
    [
        (signal.SIGINT, "polite"),
        (signal.SIGTERM, "polite"),
        (signal.SIGHUP, "polite"),
        (signal.SIGTERM, "stubborn"),
    ],
)
def test_a_signal_stops_everything(tmp_path: Path, number: int, manners: str) -> None:
    process, groups = supervised(tmp_path, manners)
    process.send_signal(number)
    assert process.communicate(timeout=20)[0].endswith("Stopped.\n")
    assert process.returncode == 0
    assert soon(lambda: not any(members(group) for group in groups), 2)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of their parent's death")
def test_a_supervisor_that_is_killed_takes_its_parts_along(tmp_path: Path) -> None:
    process, groups = supervised(tmp_path, "polite")
    process.kill()
    process.communicate(timeout=20)
    # What the part itself started is its own to end; the part is gone.
    assert soon(lambda: not any("1002" in args or "sh -c" in args for g in groups for args in members(g)))
    for group in groups:
        if members(group):
            os.killpg(group, signal.SIGKILL)


def supervised(logs: Path, manners: str) -> tuple[subprocess.Popen[str], list[int]]:
    process = subprocess.Popen(
        [sys.executable, "-c", SUPERVISED, str(logs), manners], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    groups = [int(word) for word in process.stdout.readline().split()]
    while "Ready" not in process.stdout.readline():
        pass
    assert soon(lambda: sum(len(members(group)) for group in groups) == 4)
    return process, groups
