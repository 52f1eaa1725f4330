"""Rasa's own memory of the conversations, from outside: what it holds of a person, and how it forgets.

Rasa writes it (`bot/nlu/tracker_store.py`), under the person's id. It must not be in the middle of answering the person
whose events go, for it would write them again: the caller holds their turn.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import column, delete, inspect, select, table
from sqlalchemy.engine import make_url

from bot.storage.base import Database

events = table("events", column("id"), column("sender_id"), column("timestamp"), column("data"))


class Trackers:
    """Rasa's tracker store, where there is one yet."""

    def __init__(self, url: str) -> None:
        self._url = url

    def forget(self, person: str) -> None:
        """Delete all of it that is about this person."""
        self._delete(events.c.sender_id == person)

    def forget_before(self, moment: datetime) -> None:
        """Delete what is older, by the machine's clock."""
        self._delete(events.c.timestamp < moment.timestamp())

    def held(self, person: str) -> list[dict[str, Any]]:
        """What it holds of this person, oldest first."""
        if (database := self._open()) is None:
            return []
        query = select(events.c.data).where(events.c.sender_id == person).order_by(events.c.id)
        try:
            with database.reading() as connection:
                return [json.loads(data) for data in connection.scalars(query)]
        finally:
            database.close()

    def tidy(self) -> None:
        """Leave no trace of what was deleted in the database's files."""
        if database := self._open():
            database.tidy()
            database.close()

    def _delete(self, chosen: Any) -> None:
        if (database := self._open()) is None:
            return
        try:
            with database.transaction() as connection:
                connection.execute(delete(events).where(chosen))
            database.settle()
        finally:
            database.close()

    def _open(self) -> Database | None:
        """The database, unless Rasa has never run: then there is nothing, and nothing is made."""
        url = make_url(self._url)
        if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
            return None
        database = Database(self._url)
        if inspect(database.engine).has_table("events"):
            return database
        database.close()
        return None
