"""The action server: on this machine only, one process, and its failures do not tell what was said."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from bot.supervisor import free_port

pytestmark = pytest.mark.processes

ROOT = Path(__file__).resolve().parents[2]
SECRET = "Persephone"
# The real server around one action of the test's own, which breaks.
SERVER = """
import sys
from actions import __main__ as server
from rasa_sdk.executor import ActionExecutor

async def run(executor, call):
    raise RuntimeError("broken: " + str(call))

ActionExecutor.register_package = lambda self, package: None
ActionExecutor.run = run
server.main(sys.argv[1:])
"""


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("actions") / "log"


@pytest.fixture(scope="module")
def url(log: Path) -> Iterator[str]:
    port = free_port()
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "-c", SERVER, str(port)], cwd=ROOT, stdout=out, stderr=out, env={**os.environ}
        )
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    assert server.wait(10) in (0, -15)


def test_answers_that_it_is_well(url: str) -> None:
    for _ in range(200):
        try:
            assert requests.get(f"{url}/health", timeout=5).json() == {"status": "ok"}
            return
        except requests.ConnectionError:
            time.sleep(0.1)
    pytest.fail("the action server did not start")


def test_an_error_is_answered_and_logged_without_what_was_said(url: str, log: Path) -> None:
    call = {"next_action": "action_x", "tracker": {"latest_message": {"text": SECRET}}, "version": "3.6.21"}
    answer = requests.post(f"{url}/webhook", json=call, timeout=5)
    assert answer.status_code == 500
    assert answer.json() == {"error": "RuntimeError"}
    assert SECRET not in log.read_text()
    assert "An action call failed: RuntimeError" in log.read_text()


def test_no_other_site_may_call_it(url: str) -> None:
    answer = requests.get(f"{url}/health", headers={"Origin": "https://elsewhere.example"}, timeout=5)
    assert "Access-Control-Allow-Origin" not in answer.headers
