"""What belongs to a case and to a person: the one list by which it is erased and given out.

A table that comes to hold either has to be named here; a test sees to it. Every function takes the connection of a
transaction that its caller opened.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, String, Table, delete, insert, or_, select

from bot.storage import identities as directory
from bot.storage.addresses import addresses, preferences
from bot.storage.base import NUMBER, UtcDateTime, metadata
from bot.storage.buttons import buttons
from bot.storage.calendars import appointments, feeds
from bot.storage.cards import cards
from bot.storage.cases import cases
from bot.storage.confirmations import confirmations
from bot.storage.conversations import messages
from bot.storage.deadlines import deadlines
from bot.storage.focus import focus
from bot.storage.inbox import inbox
from bot.storage.people import people
from bot.storage.record import entomb, heads, record, tombstones
from bot.storage.reminders import reminders
from bot.storage.sessions import sessions
from bot.storage.shares import looks, shares

erasures = Table(
    "erasures",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=True),
    Column("person", String(32), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("what", String(16), nullable=False),
    Column("why", String(16), nullable=False),
)

OF_CASE = (deadlines.c.case, focus.c.case, reminders.c.case, appointments.c.case, shares.c.case, looks.c.case)
SEALED = (record.c.case, heads.c.case)
"""Goes with the case too, and leaves its tombstone."""
SAID = (cards.c.person, buttons.c.person, messages.c.person, inbox.c.person)
"""The conversation."""
ACCOUNT = (
    addresses.c.person, preferences.c.person, feeds.c.person, confirmations.c.person, focus.c.person,
    reminders.c.person, directory.identities.c.person, sessions.c.person, shares.c.person, people.c.id,
)  # fmt: skip
"""What is known of a person besides; without it they are nobody here any more."""
OWNED = (cases.c.person,)
REMAINS = (tombstones.c.case, erasures.c.person, looks.c.person)
"""Says that something was erased, and nothing of what. Who looked at somebody else's case belongs to that case."""
SECRETS = frozenset(
    """
    session_hash secret_hash token_hash token key words hash sealed payload turn_holder turn_button
    """.split()  # noqa: SIM905
)
"""Columns that let somebody in, or mean nothing to a person: they are not given out."""


def cases_of(connection: Connection, person: str) -> list[str]:
    """The references of a person's cases."""
    return list(connection.scalars(select(cases.c.reference).where(cases.c.person == person).order_by("reference")))


def cases_over(connection: Connection, before: datetime) -> list[str]:
    """Cases that were settled or closed, and in which nothing has been noted since then."""
    over = (cases.c.status != "open") & (cases.c.changed_at < before)
    return list(connection.scalars(select(cases.c.reference).where(over).order_by(cases.c.reference)))


def erase_case(connection: Connection, case: str, why: str, now: datetime) -> None:
    """A case with all that belongs to it; its tombstone stays."""
    entomb(connection, case, why, now)
    _delete(connection, OF_CASE, case)
    connection.execute(delete(cases).where(cases.c.reference == case))


def erase_conversation(connection: Connection, person: str) -> None:
    """All that was said with a person. A message that still waits for its answer is answered first."""
    waiting = (inbox.c.person == person) & inbox.c.done_at.is_(None)
    kept = set(connection.scalars(select(inbox.c.id).where(waiting)))
    connection.execute(delete(inbox).where(inbox.c.person == person, inbox.c.id.not_in(kept)))
    _delete(connection, [column for column in SAID if column.table is not inbox], person)


def erase_account(connection: Connection, person: str) -> None:
    """All else that is known of a person, whose cases are erased already."""
    _delete(connection, (*SAID, *ACCOUNT), person)


def forget_said(connection: Connection, before: datetime) -> int:
    """Delete what was said before then, and visitors without a case who have not been here since. Gives how many
    messages that were."""
    gone = connection.execute(delete(messages).where(messages.c.created_at < before)).rowcount
    signed_in = select(directory.identities.c.person)
    has_case = select(cases.c.person)
    stale = (people.c.last_seen_at < before) & people.c.id.not_in(signed_in) & people.c.id.not_in(has_case)
    for person in connection.scalars(select(people.c.id).where(stale)).all():
        erase_account(connection, person)
    return gone


def note(connection: Connection, person: str, what: str, why: str, now: datetime) -> None:
    """That something of this person was erased: when, what kind, by whose wish, and no word of it."""
    connection.execute(insert(erasures).values(person=person, at=now, what=what, why=why))


def find(connection: Connection, who: str) -> str | None:
    """The person of that id, of that case, or with that id in the directory."""
    known = directory.identities.c
    for query in (
        select(people.c.id).where(people.c.id == who),
        select(cases.c.person).where(cases.c.reference == who.upper()),
        select(known.person).where(known.subject == who),
    ):
        if (person := connection.scalar(query)) is not None:
            return str(person)
    return None


def held(connection: Connection, person: str) -> dict[str, list[dict[str, Any]]]:
    """All that is held of a person and their cases: rows by table, without secrets."""
    mine = cases_of(connection, person)
    found: dict[str, list[dict[str, Any]]] = {}
    for table in metadata.sorted_tables:
        of_people = (*SAID, *ACCOUNT, *OWNED, erasures.c.person, looks.c.person)
        ours = [column for column in of_people if column.table is table]
        theirs = [column for column in (*OF_CASE, *SEALED) if column.table is table]
        if not ours and not theirs:
            continue
        chosen = or_(*(column == person for column in ours), *(column.in_(mine) for column in theirs))
        shown = [column for column in table.columns if column.name not in SECRETS]
        found[table.name] = [dict(row) for row in connection.execute(select(*shown).where(chosen)).mappings()]
    return found


def _delete(connection: Connection, columns: Iterable[Column[Any]], owner: str) -> None:
    for column in columns:
        connection.execute(delete(column.table).where(column == owner))
