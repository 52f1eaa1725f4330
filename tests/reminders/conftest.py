"""Workers in this process, over a real database file, with channels that do as they are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest

from bot.bootstrap import Parts
from bot.casework.calendar import LONDON
from bot.casework.case import Answer, Outcome, Tried
from bot.casework.intake import Ask, Told
from bot.casework.vocabulary import Category, Level, Person
from bot.channels.sending import Notice
from bot.channels.web import Inbox
from bot.config import Settings
from bot.reminding import Reminding
from bot.storage import Database, addresses, conversations, people
from bot.storage.addresses import Preference
from bot.storage.clock import TrainingClock
from bot.worker import Worker

MONDAY = datetime(2026, 11, 2, 10, tzinfo=LONDON)


@dataclass
class Post:
    """A channel that keeps what it is given, and fails as it is told: once for each failure."""

    name: str
    failures: list[Exception] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    meanwhile: Callable[[Notice], None] | None = None

    def send(self, address: Mapping[str, Any], notice: Notice) -> str | None:
        if self.meanwhile:
            self.meanwhile(notice)
        if self.failures:
            raise self.failures.pop(0)
        self.notices.append(notice)
        return f"{self.name}-{notice.reminder}"


@dataclass
class Gathering(Post):
    """A channel that says several in one."""

    gathered: list[Sequence[Notice]] = field(default_factory=list)

    def gather(self, address: Mapping[str, Any], notices: Sequence[Notice]) -> str | None:
        self.gathered.append(notices)
        return "one"


@dataclass
class Office:
    """Everything that a reminder passes through."""

    database: Database
    reminding: Reminding
    clock: TrainingClock
    teams: Post = field(default_factory=lambda: Post("teams"))
    email: Post = field(default_factory=lambda: Post("email"))

    def parts(self) -> Parts:
        settings = Settings.from_environment({"WAYMARK_MODE": "training"})
        return Parts(settings, self.database, self.clock, self.reminding, self.reminding)

    def worker(self, **more: Any) -> Worker:
        web = Inbox(self.database, self.clock)
        return Worker(self.parts(), {"teams": self.teams, "web": web, "email": self.email}, **more)

    def at(self, moment: str) -> None:
        """Set the training clock: ``2026-11-06T09:00`` in London."""
        self.clock.set(datetime.fromisoformat(moment).replace(tzinfo=LONDON))

    def person(self, name: str = "person", *channels: str) -> str:
        """Somebody who is reached on those channels, in that order."""
        with self.database.transaction() as connection:
            people.create(connection, name, None, MONDAY)
            addresses.prefer(connection, name, Preference(channels or ("web",)))
            for channel in channels or ("web",):
                addresses.keep(connection, name, channel, {}, MONDAY)
        return name

    def case(
        self, person: str, policy: str = "warrington", level: Level | None = None,
        category: Category = Category.ROLES, since: datetime = MONDAY, now: datetime = MONDAY,
    ) -> None:  # fmt: skip
        """A case of theirs, at its first stage since Monday 2 November; or at the one after that ``level`` has failed,
        ``since`` another day."""
        self.reminding.answer_risk(person, Ask.RISK, Answer.NO, now)
        tried = Tried(level, Outcome.UNRESOLVED, since) if level else Tried(None)
        told = Told(policy=policy, person=Person.CHILD, categories=(category,), raised_at=since, tried=tried)
        self.reminding.tell(person, told, now)

    def inbox(self, person: str = "person") -> list[str]:
        """The texts that stand in a person's conversation."""
        with self.database.reading() as connection:
            return [said.message.text for said in conversations.history(connection, person)]


@pytest.fixture
def office(database: Database, reminding: Reminding) -> Office:
    return Office(database, reminding, TrainingClock(database))
