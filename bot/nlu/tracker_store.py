"""Where Rasa keeps its conversations: a SQL tracker store that is quick, and says so when it fails.

Rasa's own joins a sub-query that PostgreSQL re-runs for every event, builds its statements anew each time, does not
notice that the database was restarted, and on any failure goes on with an empty conversation in memory. `endpoints.yml`
names this class; loading it also puts the rest of this package to work inside the server.

It forgets what the dialogue no longer needs, for Rasa replays all that it holds at every turn: the record is the case,
and not the conversation (docs/adr/0002).
"""
import json
from itertools import islice
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.orm import sessionmaker

from bot.nlu.forgetting import spent
from bot.nlu.quiet_logs import keep_logs_quiet
from bot.nlu.speedups import speed_up

BUSY_SECONDS = 5

events = SQLTrackerStore.SQLEvent.__table__
_begun = sa.select(sa.func.max(events.c.timestamp)).where(
    events.c.sender_id == sa.bindparam("sender"), events.c.type_name == SessionStarted.type_name
)
LATEST = (
    sa.select(events.c.id, events.c.data)
    .where(events.c.sender_id == sa.bindparam("sender"))
    .where(events.c.timestamp >= sa.func.coalesce(_begun.scalar_subquery(), 0))
    .order_by(events.c.id)
)
"""The latest session; when it began is asked once, and not once an event."""
FORGET = sa.delete(events).where(events.c.id.in_(sa.bindparam("ids", expanding=True)))


class TrackerStore(SQLTrackerStore):
    """Configured by one SQLAlchemy URL, as `url:` in endpoints.yml."""

    engine: sa.engine.Engine

    def __init__(
        self, domain: Domain | None = None, host: str = "", event_broker: EventBroker | None = None, **_: Any
    ) -> None:
        speed_up()
        keep_logs_quiet()
        raise_when_the_store_fails()
        super().__init__(domain, host=host, event_broker=event_broker)
        self.engine.dispose()
        self.engine = engine_for(host)
        self.sessionmaker = sessionmaker(bind=self.engine)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The latest session, of which only what the dialogue needs is kept; None where there is none."""
        with self.engine.connect() as connection:
            rows = connection.execute(LATEST, {"sender": sender_id}).all()
        if not rows:
            return None
        kept = [json.loads(row.data) for row in rows]
        tracker = DialogueStateTracker.from_dict(sender_id, kept, self.domain.slots)
        tracker.rows = [row.id for row in rows]
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Add what is new, and delete in the same transaction what the dialogue needs no more."""
        await self.stream_events(tracker)
        needless = set(spent(tracker.events))
        with self.engine.begin() as connection:
            rows = tracker.__dict__.pop("rows", None) or self._rows(connection, tracker.sender_id)
            if gone := [number for place, number in enumerate(rows) if place in needless]:
                connection.execute(FORGET, {"ids": gone})
            fresh = enumerate(islice(tracker.events, len(rows), None), len(rows))
            if new := [row(tracker.sender_id, event) for place, event in fresh if place not in needless]:
                connection.execute(sa.insert(events), new)
        kept = [event for place, event in enumerate(tracker.events) if place not in needless]
        tracker.events = type(tracker.events)(kept)

    def _rows(self, connection: sa.engine.Connection, sender_id: str) -> list[int]:
        return [row.id for row in connection.execute(LATEST, {"sender": sender_id})]


def row(sender_id: str, event: Event) -> dict[str, Any]:
    """An event as Rasa stores it."""
    data = event.as_dict()
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


def engine_for(url: str) -> sa.engine.Engine:
    if not url.startswith("sqlite"):
        return sa.create_engine(url, pool_pre_ping=True)
    # Rasa does all its work in one thread, so a connection may be kept: opening one costs 2 ms a use.
    kept = {"timeout": BUSY_SECONDS, "check_same_thread": False}
    engine = sa.create_engine(url, connect_args=kept, poolclass=sa.pool.QueuePool)
    sa.event.listen(engine, "connect", prepare_sqlite)
    return engine


def prepare_sqlite(connection: Any, _: Any) -> None:
    """Readers do not wait for a writer, nor a commit for the disk (a power cut may lose the last turns).
    What is deleted is written over."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA secure_delete = ON")


def raise_when_the_store_fails() -> None:
    """Rasa wraps every store in one that falls back to memory: have it pass the error on instead."""
    FailSafeTrackerStore.on_tracker_store_error = pass_on
    FailSafeTrackerStore.on_tracker_store_retrieve_error = pass_on


def pass_on(store: FailSafeTrackerStore, error: Exception) -> None:
    raise error
