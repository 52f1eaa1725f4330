"""People's dates in their own calendars: what is published, changed in place, called off, and for whom.

A calendar program keeps what it was once given, so what was published is remembered: a date that moves keeps its
identity and counts its changes (RFC 5545, UID and SEQUENCE), and one that is gone is called off, not just left out.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.casework.diary import Appointment
from bot.storage import calendars, people
from bot.storage.base import Database
from bot.storage.calendars import Published

CALLED_OFF_FOR = timedelta(days=60)
"""How long a date that is gone is still told to be so; by then every calendar has asked again."""

Dates = Mapping[str, Sequence[Appointment]]


@dataclass(frozen=True, slots=True)
class Diary:
    """Calendars of people, and of single cases."""

    database: Database
    dates: Callable[[str, datetime], Dates]
    """The dates of all the cases of a person, by reference; a case without dates is there with none."""
    host: str
    """What identities end in: the name under which Waymark was reached when they were made."""

    def of_case(self, person: str, reference: str, now: datetime) -> tuple[Published, ...] | None:
        """The dates of one of this person's cases; None where it is not theirs."""
        found = self._publish(person, now)
        return found.get(reference)

    def of_feed(self, secret: str, now: datetime) -> tuple[Published, ...] | None:
        """All the dates of the person whose calendar this is; None where nobody's is."""
        with self.database.reading() as connection:
            person = calendars.feed_of(connection, _hash(secret))
        if person is None:
            return None
        return tuple(item for items in self._publish(person, now).values() for item in items)

    def open(self, person: str, now: datetime) -> str:
        """A new secret for this person's calendar. It is known here and now only; the one before works no more."""
        secret = secrets.token_urlsafe(32)
        with self.database.transaction() as connection:
            calendars.open_feed(connection, person, _hash(secret), now)
        return secret

    def close(self, person: str) -> bool:
        """The person's calendar can be read no more; says whether there was one."""
        with self.database.transaction() as connection:
            return calendars.close_feed(connection, person)

    def is_open(self, person: str) -> bool:
        """Whether the person has a calendar."""
        with self.database.reading() as connection:
            return calendars.has_feed(connection, person)

    def _publish(self, person: str, now: datetime) -> dict[str, tuple[Published, ...]]:
        """Bring what is remembered up to date, writing only where something has changed; gives what is to be told."""
        dates = self.dates(person, now)
        with self.database.reading() as connection:
            known = calendars.published(connection, list(dates))
        if self._changes(dates, known, now):
            with self.database.transaction() as connection:
                people.hold(connection, person)  # nobody else publishes for them meanwhile
                known = calendars.published(connection, list(dates))
                changes = self._changes(dates, known, now)
                calendars.publish(connection, changes)
            changed = {item.uid: item for item in changes}
            known = [*(item for item in known if item.uid not in changed), *changed.values()]
        told = [item for item in known if item.live or now - item.changed_at < CALLED_OFF_FOR]
        told.sort(key=lambda item: item.uid)
        return {case: tuple(item for item in told if item.case == case) for case in dates}

    def _changes(self, dates: Dates, known: Sequence[Published], now: datetime) -> list[Published]:
        before = {item.uid.partition("@")[0]: item for item in known}
        changes = []
        for case, items in dates.items():
            for item in items:
                was, content = before.pop(item.name, None), _content(item)
                if was is None:
                    changes.append(Published(f"{item.name}@{self.host}", case, 0, True, content, now))
                elif not was.live or was.content != content:
                    changes.append(replace(was, sequence=was.sequence + 1, live=True, content=content, changed_at=now))
        gone = (item for item in before.values() if item.live)
        return [*changes, *(replace(item, sequence=item.sequence + 1, live=False, changed_at=now) for item in gone)]


def _content(item: Appointment) -> dict[str, Any]:
    return {
        "title": item.title,
        "rule": item.rule,
        "due": item.due.isoformat(),
        "due_at": item.due_at.isoformat() if item.due_at else None,
        "before": item.before.isoformat(),
        "tentative": item.tentative,
    }


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()
