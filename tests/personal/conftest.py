"""Somebody with a case, a conversation, and everything else that Waymark can hold of a person."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert

from bot import bankholidays
from bot.casefiles import CaseFiles
from bot.casework.calendar import LONDON
from bot.casework.case import Answer, Tried
from bot.casework.intake import Ask, Told
from bot.casework.message import Block, Button, Kind, Message, Shape
from bot.casework.permissions import Actor, Tie
from bot.casework.policy import Policy
from bot.casework.vocabulary import Category, Person
from bot.personal import PersonalData
from bot.storage import (
    Database,
    addresses,
    calendars,
    cards,
    confirmations,
    conversations,
    identities,
    inbox,
    people,
    sessions,
    shares,
)
from bot.storage.calendars import appointments
from bot.storage.case_store import CaseStore
from bot.storage.trackers import Trackers

NOW = datetime(2026, 11, 2, 10, tzinfo=LONDON)
SECRET = "the zebra in the airing cupboard"
MAILBOX = "zebra@school.example"


@dataclass
class Holding:
    """A database with somebody in it, and Rasa's memory beside it."""

    database: Database
    personal: PersonalData
    files: CaseFiles
    folder: Path
    trackers: Path

    def somebody(self, person: str, reference: str) -> None:
        """All that can be held of a person, with the secret wherever words can stand."""
        with self.database.transaction() as connection:
            identities_of(connection, person)
            said = Message(Kind.PERSON, (Block(Shape.TEXT, (SECRET,)),), (Button(SECRET, "/help"),))
            for _ in range(40):
                kept = conversations.add(connection, person, said, NOW)
            assert kept.id is not None
            cards.shown(connection, kept.id, person, "a place")
            addresses.keep(connection, person, "email", {"email": MAILBOX}, NOW)
            addresses.prefer(connection, person, addresses.Preference())
            calendars.open_feed(connection, person, f"{person:0<64}", NOW)
            confirmations.begin(connection, person, MAILBOX, f"{person:0<63}c", NOW)
            inbox.accept(connection, f"key of {person}", person, {}, {"text": SECRET}, NOW)
            claimed = inbox.claim(connection, NOW, timedelta(minutes=1))
            assert claimed is not None
            inbox.finish(connection, claimed.id, NOW)
        self._case(person, reference)
        self._remembered(person)

    def _case(self, person: str, reference: str) -> None:
        self.files.answer_risk(person, Ask.RISK, Answer.NO, NOW)
        told = Told(SECRET, "gloucestershire", Person.CHILD, (Category.ROLES,), {}, NOW, Tried(None))
        desk = self.files.tell(person, told, NOW)
        assert desk.case is not None and desk.case.reference == reference
        for _ in range(3):
            self.files.note(person, reference, f"{SECRET}, again. " * 50, "none", NOW)
        row = {"uid": f"of {reference}", "case": reference, "sequence": 0, "state": "live", "changed_at": NOW}
        with self.database.transaction() as connection:
            connection.execute(insert(appointments).values(**row, content={"name": SECRET}))
            shares.share(connection, reference, "a colleague", Tie.READER, person, NOW)
            shares.note_look(connection, reference, "a colleague", Tie.READER, NOW)
            sessions.begin(connection, f"{person:0<63}s", Actor(person), "", NOW)

    def _remembered(self, person: str) -> None:
        with sqlite3.connect(self.trackers) as memory:
            memory.execute("PRAGMA journal_mode = WAL")
            memory.execute(
                "CREATE TABLE IF NOT EXISTS events (id INTEGER PRIMARY KEY, sender_id, type_name, timestamp, data)"
            )
            data = json.dumps({"event": "user", "text": SECRET})
            rows = [(person, "user", NOW.timestamp(), data)] * 40
            memory.executemany("INSERT INTO events (sender_id, type_name, timestamp, data) VALUES (?, ?, ?, ?)", rows)
        memory.close()

    def lies_anywhere(self, text: str) -> list[str]:
        """The files in which these bytes lie: databases, their journals, letters."""
        files = [path for path in self.folder.iterdir() if path.is_file()]
        return sorted(path.name for path in files if text.encode() in path.read_bytes())


def identities_of(connection: Connection, person: str) -> None:
    people.create(connection, person, f"{person:0<64}", NOW)
    row = {"provider": "entra:tenant", "subject": f"oid of {person}", "person": person, "created_at": NOW}
    connection.execute(insert(identities.identities).values(row))


def holding(url: str, folder: Path, policies: Mapping[str, Policy]) -> Holding:
    """Over that database; Rasa's memory is a file of its own in the folder."""
    database, trackers = Database(url), folder / "rasa.db"
    working = {policy.nation: bankholidays.calendar(policy.nation) for policy in policies.values()}
    references = iter(("W-2222222", "W-3333333", "W-4444444"))
    files = CaseFiles(CaseStore(database), policies, working, lambda: next(references))
    personal = PersonalData(database, Trackers(f"sqlite:///{trackers}"), letters=folder)
    return Holding(database, personal, files, folder, trackers)


@pytest.fixture
def held(tmp_path: Path, migrated: Path, policies: Mapping[str, Policy]) -> Iterator[Holding]:
    shutil.copy(migrated, tmp_path / "waymark.db")
    made = holding(f"sqlite:///{tmp_path / 'waymark.db'}", tmp_path, policies)
    made.somebody("one", "W-2222222")
    yield made
    made.database.close()
