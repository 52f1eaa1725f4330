"""A worker and a real mail server: one letter for all that is due to a person, and greylisting that loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from sqlalchemy import select, update

from bot.channels.mail import EmailChannel
from bot.channels.web import Inbox
from bot.reminding import Reminding
from bot.storage import Database, addresses
from bot.storage.clock import TrainingClock
from bot.storage.outbox import deliveries
from bot.storage.reminders import reminders
from bot.worker import Worker
from tests.mail.conftest import HOME, ME, Running
from tests.reminders.conftest import MONDAY, Office

DUE = "2026-11-06T09:00"


@pytest.fixture
def office(database: Database, reminding: Reminding) -> Office:
    return Office(database, reminding, TrainingClock(database))


@pytest.fixture
def post(serve: Callable[..., Running]) -> Running:
    return serve()


def worker(office: Office, post: Running) -> Worker:
    page = Inbox(office.database, office.clock)
    return Worker(office.parts(), {"email": EmailChannel(post.way(), HOME, page), "web": page})


def somebody(office: Office, cases: int = 1) -> None:
    """A person with an e-mail address and so many cases at their first stage."""
    office.person("person", "email", "web")
    with office.database.transaction() as connection:
        addresses.keep(connection, "person", "email", {"email": ME}, MONDAY)
    for _ in range(cases):
        office.case("person")
        office.reminding.start_again("person", MONDAY)


def letters(post: Running) -> list[str]:
    taken = [envelope.original_content for envelope in post.postmaster.taken]
    mails = [message_from_bytes(content, policy=policy.default) for content in taken if isinstance(content, bytes)]
    return [mail.get_content() for mail in mails]  # type: ignore[attr-defined]


def states(office: Office) -> list[str]:
    with office.database.reading() as connection:
        return list(connection.scalars(select(reminders.c.state).where(reminders.c.due_at <= office.clock.now())))


def test_three_cases_are_one_letter(office: Office, post: Running) -> None:
    somebody(office, cases=3)
    office.at(DUE)
    worker(office, post).round()

    (letter,) = letters(post)
    assert sum(letter.count(f"Case {reference}") for reference in ("W-0000001", "W-0000002", "W-0000003")) == 3
    assert letter.count("Monday 9 November 2026") == 3
    assert states(office) == ["sent"] * 3
    assert len(office.inbox()) == 3, "the link leads to where they can be answered"


def test_greylisting_delays_and_loses_nothing(office: Office, post: Running) -> None:
    somebody(office)
    office.at(DUE)
    post.postmaster.answers["RCPT"] = "451 4.7.1 come back later"
    working = worker(office, post)
    working.round()
    assert letters(post) == [] and states(office) == ["pending"]

    with office.database.reading() as connection:
        again = connection.scalar(select(deliveries.c.next_try_at))
    assert again is not None and again - datetime.now(UTC) > timedelta(minutes=4)
    post.postmaster.answers.clear()
    with office.database.transaction() as connection:
        connection.execute(update(reminders).values(free_at=datetime.now(UTC) - timedelta(seconds=1)))
    working.round()
    assert len(letters(post)) == len(office.inbox()) == 1 and states(office) == ["sent"]


def test_a_dead_mailbox_gives_way_to_the_page(office: Office, post: Running) -> None:
    somebody(office)
    office.at(DUE)
    post.postmaster.answers["RCPT"] = "550 5.1.1 no such user"
    working = worker(office, post)
    while working.round():
        pass
    assert letters(post) == [] and len(office.inbox()) == 1
    with office.database.reading() as connection:
        kept = addresses.find(connection, "person", "email")
    assert kept is not None and not kept.live
