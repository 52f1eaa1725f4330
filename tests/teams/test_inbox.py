"""The inbox over both databases: many desks at once, one answer each, one person's messages in their order."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.storage import Database, addresses, identities, inbox, migrate
from tests.postgresql import Cluster

pytestmark = pytest.mark.processes

LEASE = timedelta(minutes=3)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    url = f"sqlite:///{tmp_path / 'inbox.db'}"
    if request.param == "postgresql":
        cluster: Cluster = request.getfixturevalue("cluster")
        url = cluster.database(tmp_path.name)
    migrate(url)
    made = Database(url)
    yield made
    made.close()


def side_by_side(number: int, work: object) -> None:
    threads = [threading.Thread(target=work) for _ in range(number)]  # type: ignore[arg-type]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_somebody_who_comes_by_many_requests_at_once_is_one_person(database: Database) -> None:
    found: list[str] = []
    kept: list[bool] = []

    def arrive() -> None:
        now = datetime.now(UTC)
        with database.transaction() as connection:
            person = identities.find_or_begin(connection, "entra:a", "b", now)
            addresses.reaches(connection, [person])
            found.append(person)
            kept.append(inbox.accept(connection, "the same", person, {"a": 1}, {"kind": "words"}, now))

    side_by_side(8, arrive)

    assert len(set(found)) == 1
    assert sorted(kept) == [False] * 7 + [True]


def test_many_desks_take_each_message_once_and_in_order(database: Database) -> None:
    now = datetime.now(UTC)
    with database.transaction() as connection:
        people = [identities.find_or_begin(connection, "entra:a", str(number), now) for number in range(5)]
        for number in range(40):
            inbox.accept(connection, str(number), people[number % 5], {}, {"number": number}, now)
        inbox.accept(connection, "urgent", people[0], {}, {"number": 99}, now, urgent=True)
    taken: list[int] = []
    at_work: list[str] = []

    def desk() -> None:
        while True:
            with database.transaction() as connection:
                mine = inbox.claim(connection, datetime.now(UTC), LEASE)
            if mine is None:
                with database.reading() as connection:
                    if inbox.waiting(connection) == 0:
                        return
                continue
            assert mine.person and (mine.person not in at_work or mine.body["number"] == 99)
            at_work.append(mine.person)
            taken.append(mine.body["number"])
            at_work.remove(mine.person)
            with database.transaction() as connection:
                inbox.note_answer(connection, mine.id, [1])
                inbox.finish(connection, mine.id, datetime.now(UTC))

    side_by_side(6, desk)

    assert taken.index(99) < 6
    assert sorted(taken) == [*range(40), 99]
    for person in range(5):
        own = [number for number in taken if number % 5 == person and number != 99]
        assert own == sorted(own)


def test_what_was_dealt_with_is_remembered_for_a_day_and_no_longer(database: Database) -> None:
    now = datetime.now(UTC)
    with database.transaction() as connection:
        inbox.accept(connection, "one", None, {"a": 1}, {"b": 2}, now)
        held = inbox.claim(connection, now, LEASE)
        assert held and inbox.claim(connection, now + timedelta(minutes=2), LEASE) is None
        again = inbox.claim(connection, now + timedelta(minutes=4), LEASE)
        assert again and (again.id, again.attempts, again.answer) == (held.id, 2, None)
        inbox.finish(connection, held.id, now)
        assert not inbox.accept(connection, "one", None, {}, {}, now)
        inbox.forget(connection, now + timedelta(hours=23))
        assert not inbox.accept(connection, "one", None, {}, {}, now)
        inbox.forget(connection, now + timedelta(hours=25))
        assert inbox.accept(connection, "one", None, {}, {}, now)
