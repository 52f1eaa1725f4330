"""Rasa's own tracker store, written by Rasa and forgotten by us: it begins anew, and no byte is left."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from bot.storage.trackers import Trackers
from tests.conftest import ROOT

pytestmark = pytest.mark.rasa

SECRET = "the zebra in the airing cupboard"
SAYS = """
import asyncio, sys
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SessionStarted, UserUttered
from bot.nlu.tracker_store import TrackerStore

async def say(url, person, words):
    store = TrackerStore(Domain.empty(), host=url)
    tracker = await store.get_or_create_tracker(person)
    if not tracker.events:
        tracker.update(SessionStarted())
    for _ in range(20):
        tracker.update(UserUttered(words))
    await store.save(tracker)
    print(len(tracker.events), [e.text for e in tracker.events if isinstance(e, UserUttered)].count(words))

asyncio.run(say(*sys.argv[1:]))
"""


def say(url: str, person: str, words: str) -> list[int]:
    """Twenty times the same words to Rasa's memory; gives how many events it has then, and how many are these words."""
    python = ROOT / ".venv-rasa" / "bin" / "python"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    command = [str(python), "-c", SAYS, url, person, words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return [int(number) for number in done.stdout.split()[-2:]]


def test_it_forgets_one_person_and_goes_on(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'rasa.db'}"
    trackers = Trackers(url)
    say(url, "one", SECRET)
    say(url, "two", "something else")
    assert len(trackers.held("one")) == len(trackers.held("two")) > 20
    trackers.forget("one")
    trackers.tidy()
    assert trackers.held("one") == [] and len(trackers.held("two")) > 20
    assert not any(SECRET.encode() in path.read_bytes() for path in tmp_path.iterdir())
    _, said = say(url, "one", "hello again")
    assert said == 20 and not any(SECRET.encode() in path.read_bytes() for path in tmp_path.iterdir())
