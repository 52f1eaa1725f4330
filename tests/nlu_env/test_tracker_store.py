"""Conversations are kept, and a failure to keep one is a failure."""
import asyncio
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.core.agent import Agent
from rasa.core.tracker_store import TrackerStore as RasasTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.nlu.tracker_store import TrackerStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tracker.db"


@pytest.fixture
def store(path: Path) -> TrackerStore:
    endpoint = EndpointConfig(f"sqlite:///{path}", type="bot.nlu.tracker_store.TrackerStore")
    made = RasasTrackerStore.create(endpoint, Domain.empty())
    assert type(made) is TrackerStore
    return made


def save(store: TrackerStore, *texts: str) -> None:
    tracker = asyncio.run(store.get_or_create_tracker("me"))
    for text in texts:
        tracker.update(SessionStarted() if text == "NEW SESSION" else UserUttered(text))
    asyncio.run(store.save(tracker))


def said(tracker: DialogueStateTracker) -> list[str]:
    return [event.text for event in tracker.events if isinstance(event, UserUttered)]


def test_keeps_what_was_said_in_order(store: TrackerStore) -> None:
    save(store, "one", "two")
    save(store, "three")
    assert said(asyncio.run(store.retrieve("me"))) == ["one", "two", "three"]
    assert asyncio.run(store.retrieve("somebody else")) is None


def test_gives_the_latest_session_and_forgets_the_others(store: TrackerStore) -> None:
    save(store, "old")
    save(store, "NEW SESSION", "new")
    save(store, "newer")
    assert said(asyncio.run(store.retrieve("me"))) == ["new", "newer"]
    assert said(asyncio.run(store.retrieve_full_tracker("me"))) == ["new", "newer"]


def test_a_sqlite_reader_does_not_wait_for_a_writer(store: TrackerStore, path: Path) -> None:
    save(store, "one")
    with sqlite3.connect(path) as writer:
        assert writer.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        writer.execute("BEGIN IMMEDIATE")
        assert said(asyncio.run(store.retrieve("me"))) == ["one"]


def test_a_failing_store_is_not_replaced_by_memory(store: TrackerStore) -> None:
    wrapped = Agent(Domain.empty(), tracker_store=store).tracker_store
    save(store, "one")
    with store.engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE events"))
    with pytest.raises(sa.exc.OperationalError):
        asyncio.run(wrapped.retrieve("me"))
    with pytest.raises(sa.exc.OperationalError):
        asyncio.run(wrapped.save(DialogueStateTracker("me", [])))


def test_other_databases_are_asked_whether_they_are_still_there() -> None:
    from bot.nlu.tracker_store import engine_for

    assert engine_for("postgresql://nobody@127.0.0.1:9/none").pool._pre_ping
