"""Where Rasa keeps its conversations: a SQL tracker store that is quick, and says so when it fails.

Rasa's own joins a sub-query that PostgreSQL re-runs for every event, does not notice that the database was
restarted, and on any failure goes on with an empty conversation in memory. `endpoints.yml` names this class;
loading it also puts the rest of this package to work inside the server.
"""
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SessionStarted
from sqlalchemy.orm import Query, Session, sessionmaker

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
