"""The two that are compared: Waymark as it runs, and the peer, the bot that `rasa init` makes. Both over HTTP."""

from __future__ import annotations

import http.client
import json
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from bot.config import ROOT
from bot.processes import answers
from bot.supervisor import HOST, free_port
from tests.bench.machine import family

FOLDER = ROOT / "var" / "bench"
PEER = FOLDER / "peer"
PEERS_RASA = ROOT / ".venv-peer" / "bin" / "rasa"
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "PYTHONWARNINGS": "ignore", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}
PATIENCE_SECONDS = 600.0
KEPT_SECONDS = 1.0


class Line:
    """A connection that is kept open between the messages of one person, as a browser keeps it."""

    def __init__(self, address: str) -> None:
        self.http = http.client.HTTPConnection(urlsplit(address).netloc, timeout=120)
        self.headers: dict[str, str] = {}
        self.used = 0.0

    def get(self, path: str) -> http.client.HTTPResponse:
        self._wake()
        self.http.request("GET", path, headers=self.headers)
        return self._read()

    def post(self, path: str, body: Mapping[str, str]) -> Any:
        self._wake()
        self.http.request("POST", path, json.dumps(body), {"Content-Type": "application/json", **self.headers})
        response = self._read()
        assert response.status == 200, (path, response.status, self.body[:200])
        return json.loads(self.body)

    def rest(self) -> None:
        """Let go of the connection; the next message opens one."""
        self.http.close()

    def _wake(self) -> None:
        """After a while a server lets go of a connection; then a new one is opened, as a browser would."""
        if time.monotonic() - self.used > KEPT_SECONDS:
            self.rest()

    def _read(self) -> http.client.HTTPResponse:
        response = self.http.getresponse()
        self.body = response.read()
        self.used = time.monotonic()
        return response


class Visitor(Line):
    """Somebody at Waymark's page. Sets no clock: whoever measures lives now."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        cookie = self.get("/").headers["Set-Cookie"].partition(";")[0]
        self.headers = {"Cookie": cookie}

    def says(self, text: str) -> Any:
        answer = self.post("/chat/messages", {"text": text})
        assert answer["saved"], (text, answer)
        return answer


    def looks(self) -> None:
        """Look for something new, as the page does by itself; the browser has let go of the connection since."""
        self.rest()
        assert self.get("/chat/messages?after=1000000000").status == 204


class Stranger(Line):
    """Somebody at the peer's REST channel."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.sender = secrets.token_hex(8)

    def says(self, text: str) -> Any:
        return self.post("/webhooks/rest/webhook", {"sender": self.sender, "message": text})


class Side(Protocol):
    """One of the two. ``script`` is a conversation of ten messages."""

    name: str
    script: Sequence[str]

    def start(self) -> None: ...
    def stop(self) -> None: ...
    def pids(self) -> set[int]: ...
    def person(self) -> Visitor | Stranger: ...


class Server:
    """A command that serves at an address until it is ended, with all that it starts."""

    def serve(self, command: Sequence[str | Path], at: str, log: Path, **options: Any) -> None:
        """Start it and wait until that address answers. Raises RuntimeError with its last words."""
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("w") as output:
            self.process = subprocess.Popen(
                command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, start_new_session=True, **options
            )
        until = time.monotonic() + PATIENCE_SECONDS
        while not answers(at):
            if self.process.poll() is not None or time.monotonic() > until:
                self.stop()
                raise RuntimeError(log.read_text()[-2000:])
            time.sleep(0.05)

    def stop(self) -> None:
        """End it, and leave nothing running."""
        every = family([self.process.pid])
        self.process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(15)
        for pid in every:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def pids(self) -> set[int]:
        """All its processes."""
        return family([self.process.pid])


class Waymark(Server):
    """`waymark run`: gateway, Rasa, actions and worker, with a fresh database in a folder of its own.

    ``command`` and ``root`` say where else it is to be started, and how.
    """

    name = "Waymark"
    script = (
        "Children's social care say the threshold is not met and have closed my referral, and I do not agree",
        "no, nobody is in danger now",
        "Gloucestershire",
        "it is about a child",
        "I raised it with them today",
        "nobody yet, I have not spoken to anybody",
        "what do I do now?",
        "who should I contact about it?",
        "by when do they have to answer me?",
        "thank you, that is clear",
    )

    def __init__(self, command: Sequence[str] = (sys.executable, "-m", "bot.cli", "run"), root: Path = ROOT) -> None:
        self.command, self.root = command, root

    def start(self) -> None:
        folder = FOLDER / "waymark" / secrets.token_hex(4)
        self.log = folder / "log"
        port = free_port()
        self.address = f"http://{HOST}:{port}"
        mine = {name: value for name, value in os.environ.items() if not name.startswith("WAYMARK_")}
        settings = {
            "WAYMARK_PORT": str(port),
            "WAYMARK_TRACKER_URL": f"sqlite:///{folder / 'rasa.db'}",
            "DATABASE_URL": f"sqlite:///{folder / 'waymark.db'}",
        }
        command = [sys.executable, "-m", "bot.cli", "run"]
        health = f"{self.address}/healthz"
        self.serve(command, health, folder / "log", cwd=ROOT, env={**mine, **settings})

    def person(self) -> Visitor:
        return Visitor(self.address)


class Peer(Server):
    """Rasa as it comes: the project, the configuration and the model of `rasa init`."""

    name = "peer"
    script = (
        "hello",
        "I am so sad today",
        "no, not really",
        "are you a bot?",
        "hey there",
        "I feel great",
        "thanks, goodbye",
        "good morning",
        "my day was horrible",
        "yes it did",
    )

    def start(self) -> None:
        port = free_port()
        self.address = f"http://{HOST}:{port}"
        command = [PEERS_RASA, "run", "--interface", HOST, "--port", str(port)]
        health = f"{self.address}/webhooks/rest/"
        self.serve(command, health, FOLDER / "peer.log", cwd=PEER, env={**os.environ, **QUIET})

    def person(self) -> Stranger:
        return Stranger(self.address)


def peers_project() -> None:
    """Make the peer's project and its first model, once."""
    if not list((PEER / "models").glob("*.tar.gz")):
        PEER.mkdir(parents=True, exist_ok=True)
        rasa("init", "--no-prompt", "--init-dir", ".")


def rasa(*arguments: str) -> float:
    """Run the peer's rasa in its project; gives the seconds that it took."""
    began = time.perf_counter()
    with (PEER / "rasa.log").open("w") as log:
        subprocess.run(
            [PEERS_RASA, *arguments], cwd=PEER, env={**os.environ, **QUIET}, check=True, stdout=log, stderr=log
        )
    return time.perf_counter() - began
