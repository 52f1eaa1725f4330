"""`waymark run`, the real thing: everything starts, answers, and is gone when told to stop."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import requests

from bot.supervisor import HOST, free_port, where_everything_is

pytestmark = pytest.mark.processes

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "WAYMARK_PORT": str(free_port()),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'waymark.db'}",
        "WAYMARK_TRACKER_URL": f"sqlite:///{tmp_path / 'rasa.db'}",
    }


def waymark_run(environment: Mapping[str, str]) -> subprocess.Popen[str]:
    waymark = Path(sys.executable).parent / "waymark"
    return subprocess.Popen([waymark, "run"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def descendants(process: int) -> Iterator[int]:
    found = subprocess.run(["ps", "--ppid", str(process), "-o", "pid="], capture_output=True, text=True)
    for word in found.stdout.split():
        yield int(word)
        yield from descendants(int(word))


def running(process: int) -> bool:
    found = subprocess.run(["ps", "-p", str(process), "-o", "stat="], capture_output=True, text=True)
    return bool(found.stdout.strip()) and not found.stdout.startswith("Z")


def test_a_taken_port_is_said_in_one_sentence(environment: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, int(environment["WAYMARK_PORT"])))
        taken.listen()
        process = waymark_run(environment)
        said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert f"Port {environment['WAYMARK_PORT']} is taken by another program" in said
    assert "WAYMARK_PORT=8001" in said


def test_it_is_for_training_and_on_free_ports_unless_told_otherwise() -> None:
    chosen = where_everything_is({})
    assert chosen["WAYMARK_MODE"] == "training"
    assert chosen["WAYMARK_ASSISTANT_URL"] != chosen["WAYMARK_ACTIONS_URL"]
    told = where_everything_is({"WAYMARK_MODE": "live", "WAYMARK_RASA_PORT": "5005"})
    assert told["WAYMARK_MODE"] == "live"
    assert told["WAYMARK_ASSISTANT_URL"] == "http://127.0.0.1:5005"


@pytest.mark.rasa
def test_everything_starts_answers_and_stops(environment: dict[str, str]) -> None:
    process = waymark_run(environment)
    assert process.stdout is not None
    address = f"http://{HOST}:{environment['WAYMARK_PORT']}"
    said = []
    for line in process.stdout:
        said.append(line)
        if "Ready: " in line:
            break
    assert f"Ready: {address}" in said[-1], "".join(said)
    assert requests.get(f"{address}/healthz", timeout=10).status_code == 200
    family = list(descendants(process.pid))
    assert len(family) >= 3
    process.terminate()
    rest, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert rest.endswith("Stopped.\n")
    assert not [child for child in family if running(child)]
