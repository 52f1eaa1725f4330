"""Where Rasa keeps its conversations: a SQL tracker store that is quick, and says so when it fails.

Rasa's own joins a sub-query that PostgreSQL re-runs for every event, does not notice that the database was
restarted, and on any failure goes on with an empty conversation in memory. `endpoints.yml` names this class;
loading it also puts the rest of this package to work inside the server.

It forgets what the dialogue no longer needs, for Rasa replays all that it holds at every turn: the record is the case,
and not the conversation (docs/adr/0002).
"""
from collections.abc import Iterator
from itertools import islice
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.orm import Query, Session, sessionmaker

from bot.nlu.forgetting import spent
from bot.nlu.quiet_logs import keep_logs_quiet
from bot.nlu.speedups import speed_up

BUSY_SECONDS = 5


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

    def _event_query(self, session: Session, sender_id: str, fetch_events_from_all_sessions: bool) -> Query:
        """As Rasa's, but asks once when the latest session began, and not once an event."""
        event = self.SQLEvent
        of_sender = session.query(event).filter(event.sender_id == sender_id).order_by(event.id)
        if fetch_events_from_all_sessions:
            return of_sender
        session_start = (
            session.query(sa.func.max(event.timestamp))
            .filter(event.sender_id == sender_id, event.type_name == SessionStarted.type_name)
            .scalar_subquery()
        )
        return of_sender.filter(event.timestamp >= sa.func.coalesce(session_start, 0))

    def _additional_events(self, session: Session, tracker: DialogueStateTracker) -> Iterator[Event]:
        """The events that are not stored yet. Those that are needed no more are deleted in the same transaction."""
        stored = self._event_query(session, tracker.sender_id, False).with_entities(self.SQLEvent.id)
        ids = [number for (number,) in stored]
        gone = [ids[place] for place in spent(tracker.events) if place < len(ids)]
        if gone:
            session.query(self.SQLEvent).filter(self.SQLEvent.id.in_(gone)).delete(synchronize_session=False)
        return islice(tracker.events, len(ids), None)


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
