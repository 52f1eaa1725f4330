"""The machine's clock was ahead and is put right: what was held or put off until a time far ahead is held no longer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Table, update

from bot import settling
from bot.bootstrap.watching import is_beating
from bot.channels.sending import Unreachable
from bot.delivery import LONGEST_ASKED
from bot.settling import Settling
from bot.storage import Database, inbox, outbox
from bot.storage.base import LONGEST_PAUSE
from bot.storage.outbox import LONGEST_CLAIM, deliveries
from bot.storage.reminders import reminders
from bot.worker import LEASE
from tests.reminders.conftest import Office
from tests.reminders.test_settling import Replacing, answer, remind

FIRST = "2026-11-06T09:00"
DAY = timedelta(days=1)


def was_ahead(database: Database, table: Table, by: timedelta) -> None:
    """All that is held there was written by a clock that far ahead."""
    (name,) = {"free_at", "next_try_at"} & set(table.c.keys())
    with database.transaction() as connection:
        held = table.c[name].is_not(None)
        assert connection.execute(update(table).where(held).values({name: datetime.now(UTC) + by})).rowcount == 1


def claimed(office: Office) -> None:
    """A worker has claimed what is due, and died."""
    office.case(office.person("person", "teams"))
    office.at(FIRST)
    office.teams.meanwhile = lambda _: (_ for _ in ()).throw(KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        office.worker().round()
    office.teams.meanwhile = None


@pytest.mark.parametrize("ahead", [LONGEST_CLAIM + LEASE, DAY])
def test_what_a_dead_worker_claimed(office: Office, ahead: timedelta) -> None:
    claimed(office)
    was_ahead(office.database, reminders, LEASE / 2)
    assert office.worker().round() == 0, "it may be at work yet"
    was_ahead(office.database, reminders, ahead)
    assert office.worker().round() == 1 and len(office.teams.notices) == 1


def test_what_was_put_off(office: Office) -> None:
    office.case(office.person("person", "teams"))
    office.teams.failures = [Unreachable("429", retry_after=60)]
    office.at(FIRST)
    office.worker().round()
    was_ahead(office.database, reminders, timedelta(seconds=LONGEST_ASKED))
    assert office.worker().round() == 0, "so long a channel may ask for"
    was_ahead(office.database, reminders, DAY)
    assert office.worker().round() == 1 and len(office.teams.notices) == 1


def test_a_card_that_keeps_its_buttons(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "LOOK_AT_ALL_EVERY", 0.0)
    teams = Replacing("teams", refusals=[Unreachable("429")])
    office.case(office.person("person", "teams"))
    (notice,) = remind(office, teams)
    answer(office, notice)
    settler = Settling(office.database, office.clock, {"teams": teams})
    settler.round()
    assert settler.round() == 0 and teams.replaced == []
    was_ahead(office.database, deliveries, DAY)
    assert settler.round() == 1 and len(teams.replaced) == 1


def test_a_message_that_waits(database: Database) -> None:
    """Accepted from Teams while the clock was a day ahead, by a gateway that was killed before it could answer."""
    now = datetime.now(UTC)
    with database.transaction() as connection:
        assert inbox.accept(connection, "key", None, {}, {}, now + DAY)
        assert inbox.claim(connection, now, timedelta(minutes=3)) is not None
        assert inbox.claim(connection, now, timedelta(minutes=3)) is None, "somebody is at it"


def test_a_worker_that_will_have_been_heard_of_is_not_at_work(database: Database) -> None:
    for ahead, beating in ((timedelta(), True), (DAY, False)):
        with database.transaction() as connection:
            outbox.beat(connection, "dead", datetime.now(UTC) + ahead)
        assert is_beating(database) is beating


def test_nothing_is_put_off_for_longer_than_is_taken_for_true() -> None:
    assert timedelta(seconds=LONGEST_ASKED) < LONGEST_PAUSE and LEASE < LONGEST_CLAIM
