"""A small assistant with our config.yml, endpoints.yml and credentials.yml, trained as a person would train it."""
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from rasa.shared.utils.io import read_yaml_file, write_yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RASA = Path(sys.executable).parent / "rasa"
FOR_A_FEW_MESSAGES = {"trust": 6.0, "alarm": 0.5, "alarm_in_part": 0.6, "long": 0}
"""Thresholds of risk. Ours are chosen for thousands of messages: after two dozen all would be danger."""
BY_MEANING = {"wording": 0.0, "trust": 6.0}
"""What single words tell is learnt from thousands of messages as well."""
UNSURE = {"threshold": 0.6}
"""Of a handful of intents one is always fairly likely."""


class Assistant:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def rasa(self, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [RASA, *arguments],
            cwd=self.folder,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    @contextmanager
    def serving(self, actions_port: int, **environment: str) -> Iterator["Conversation"]:
        port, log = free_port(), self.folder / "server.log"
        told = {
            "WAYMARK_ACTIONS_URL": f"http://127.0.0.1:{actions_port}",
            "WAYMARK_TRACKER_URL": f"sqlite:///{self.folder / 'tracker.db'}",
            "LOG_LEVEL": "WARNING",
            **environment,
        }
        named = ["--model", "models/small.tar.gz", "--endpoints", "endpoints.yml", "--port", str(port)]
        command = [sys.executable, "-m", "bot.nlu.serve", *named]
        with log.open("w") as out:
            server = subprocess.Popen(
                command, cwd=self.folder, env={**os.environ, **told}, stdout=out, stderr=out
            )
        try:
            wait_for(port, server)
            yield Conversation(port, log)
        finally:
            server.terminate()
            server.wait(20)


class Conversation:
    def __init__(self, port: int, log: Path) -> None:
        self.url = f"http://127.0.0.1:{port}/webhooks/rest/webhook"
        self.log = log

    def say(self, text: str, sender: str = "somebody") -> list[str]:
        body = json.dumps({"sender": sender, "message": text}).encode()
        request = urllib.request.Request(self.url, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return [message["text"] for message in json.load(answer)]


class Actions(BaseHTTPRequestHandler):
    """Stands in for our action server: says which action it was asked for, and of danger what it was told."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name, message = asked["next_action"], asked["tracker"]["latest_message"]
        told = json.dumps([message["risk"], message["categories"]]) if name == "action_emergency" else name
        body = json.dumps({"events": [], "responses": [{"text": told}]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(1200):
        assert server.poll() is None, "Rasa ended at its start"
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("Rasa did not start")


@pytest.fixture(scope="session")
def untrained(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("assistant")
    for name in ("endpoints.yml", "credentials.yml"):
        shutil.copy(ROOT / name, folder)
    config = read_yaml_file(ROOT / "config.yml")
    for part in config["pipeline"]:
        part.update(BY_MEANING if "wording" in part else UNSURE if "threshold" in part else {})
    config["pipeline"][-1].update(FOR_A_FEW_MESSAGES)
    write_yaml(config, folder / "config.yml")
    (folder / "data").mkdir()
    shutil.copy(HERE / "bot" / "domain.yml", folder)
    shutil.copy(HERE / "bot" / "data.yml", folder / "data")
    shutil.copy(HERE / "bot" / "stories.yml", folder)
    return Assistant(folder)


@pytest.fixture(scope="session")
def assistant(untrained: Assistant) -> Assistant:
    trained = untrained.rasa("train", "--fixed-model-name", "small")
    assert trained.returncode == 0, trained.stdout[-3000:]
    return untrained


@pytest.fixture(scope="session")
def actions_port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Actions)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
