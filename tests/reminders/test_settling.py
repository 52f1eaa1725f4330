"""A reminder that was answered, wherever that was: its message elsewhere loses its buttons, and nobody waits for it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select, update

import bot.settling
from bot.casework.case import Outcome, Tried
from bot.casework.intake import Ask, Told
from bot.casework.message import Message
from bot.casework.reminders import Reply
from bot.channels.sending import Notice, Refused, Unreachable
from bot.channels.web import Inbox
from bot.settling import AT_ONCE, MOST_ATTEMPTS, Settling
from bot.storage import addresses, settling
from bot.storage.outbox import deliveries
from bot.worker import Worker
from tests.reminders.conftest import MONDAY, Office, Post

FIRST, LAST_DAY = "2026-11-06T09:00", "2026-11-09T09:00"


@dataclass
class Replacing(Post):
    """A channel on which what was sent can be replaced, or not, as it is told: once for each failure."""

    refusals: list[Exception] = field(default_factory=list)
    replaced: list[tuple[str, str]] = field(default_factory=list)

    def settle(self, address: Mapping[str, Any], message_id: str, message: Message) -> None:
        if self.refusals:
            raise self.refusals.pop(0)
        assert message.buttons == ()
        self.replaced.append((message_id, message.text))


@pytest.fixture
def teams() -> Replacing:
    return Replacing("teams")


@pytest.fixture(autouse=True)
def each_look_is_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.settling, "LOOK_AT_ALL_EVERY", 0.0)


@pytest.fixture
def settler(office: Office, teams: Replacing) -> Settling:
    return Settling(office.database, office.clock, {"teams": teams, "web": Inbox(office.database, office.clock)})


def remind(office: Office, teams: Replacing, moment: str = FIRST) -> list[Notice]:
    office.at(moment)
    Worker(office.parts(), {"teams": teams, "web": Inbox(office.database, office.clock)}).round()
    return teams.notices


def answer(office: Office, notice: Notice, reply: Reply = Reply.RESOLVED) -> None:
    office.reminding.reply(notice.person, notice.tokens[list(Reply).index(reply)], office.clock.now())


def written(office: Office) -> list[dict[str, Any]]:
    with office.database.reading() as connection:
        return [dict(row) for row in connection.execute(select(deliveries).order_by(deliveries.c.id)).mappings()]


def pauses_are_over(office: Office) -> None:
    with office.database.transaction() as connection:
        past = datetime.now(UTC) - timedelta(seconds=1)
        connection.execute(update(deliveries).where(deliveries.c.next_try_at.is_not(None)).values(next_try_at=past))


def test_what_waits_for_an_answer_keeps_its_buttons(office: Office, teams: Replacing, settler: Settling) -> None:
    office.case(office.person("person", "teams"))
    remind(office, teams)
    assert settler.round() == 0 and teams.replaced == []


def test_once_answered_it_says_what_was_answered_and_once_only(
    office: Office, teams: Replacing, settler: Settling
) -> None:
    office.case(office.person("person", "teams"))
    (notice,) = remind(office, teams)
    answer(office, notice)
    assert settler.round() == 1 and settler.round() == 0
    ((place, said),) = teams.replaced
    assert place == f"teams-{notice.reminder}"
    assert "your case W-0000001" in said
    assert "answered with “Resolved” on Friday 6 November 2026, 09:00" in said
    assert written(office)[0]["settled_at"] is not None


def test_one_answer_settles_all_that_was_sent_of_its_date(office: Office, teams: Replacing, settler: Settling) -> None:
    office.case(office.person("person", "teams"))
    remind(office, teams)
    newest = remind(office, teams, LAST_DAY)[-1]
    answer(office, newest, Reply.NO_ANSWER)
    settler.round()
    assert {place for place, _ in teams.replaced} == {f"teams-{notice.reminder}" for notice in teams.notices}
    assert len(teams.replaced) == 2


def test_once_its_case_has_moved_on_by_other_ways_it_says_so(
    office: Office, teams: Replacing, settler: Settling
) -> None:
    office.case(office.person("person", "teams"))
    remind(office, teams)
    office.reminding.not_resolved("person", Outcome.REFUSED, None, office.clock.now())
    assert settler.round() == 1 and settler.round() == 0
    ((_, said),) = teams.replaced
    assert "your case W-0000001. The case has moved on since" in said


def test_while_its_case_is_being_put_right_it_waits(office: Office, teams: Replacing, settler: Settling) -> None:
    office.case(office.person("person", "teams"))
    remind(office, teams)
    office.reminding.correct("person", Ask.TRIED, office.clock.now())
    assert settler.round() == 0
    office.reminding.tell("person", Told(tried=Tried(None)), office.clock.now())
    assert settler.round() == 0 and teams.replaced == [], "the case is where it was, and the reminder holds"


def test_a_digest_keeps_its_buttons_until_nothing_in_it_can_be_answered(
    office: Office, teams: Replacing, settler: Settling
) -> None:
    office.person("person", "teams")
    for _ in range(2):
        office.reminding.start_again("person", MONDAY)
        office.case("person")
    first, second = remind(office, teams)
    with office.database.transaction() as connection:
        connection.execute(update(deliveries).values(message_id="one card"))
    answer(office, first)
    assert settler.round() == 0
    answer(office, second)
    assert settler.round() == 2
    assert {place for place, _ in teams.replaced} == {"one card"}
    assert all(said.count("It was answered") == 2 for _, said in teams.replaced)


def test_what_stands_on_the_page_is_not_taken_up(office: Office, teams: Replacing, settler: Settling) -> None:
    office.case(office.person("person", "web"))
    remind(office, teams)
    office.reminding.resolve("person", None, office.clock.now())
    assert settler.round() == 0


def test_a_failure_is_tried_again_later_and_no_sooner_than_asked(
    office: Office, teams: Replacing, settler: Settling
) -> None:
    office.case(office.person("person", "teams"))
    (notice,) = remind(office, teams)
    answer(office, notice)
    teams.refusals = [Unreachable("429", retry_after=120), ZeroDivisionError("a defect")]
    assert settler.round() == 1 and settler.round() == 0
    (row,) = written(office)
    assert (row["state"], row["reason"], row["settle_attempts"], row["settled_at"]) == ("sent", "429", 1, None)
    assert row["next_try_at"] >= datetime.now(UTC) + timedelta(seconds=110)
    for _ in range(2):
        pauses_are_over(office)
        assert settler.round() == 1
    assert len(teams.replaced) == 1
    (row,) = written(office)
    assert row["settled_at"] is not None and row["reason"] is None


def test_what_cannot_be_replaced_is_given_up(office: Office, teams: Replacing, settler: Settling) -> None:
    for name in ("one", "two"):
        office.case(office.person(name, "teams"))
    for notice in remind(office, teams):
        answer(office, notice)
    teams.refusals = [Refused("ActivityNotFound"), Refused("ConversationBlockedByUser", gone=True)]
    assert settler.round() == 2 and settler.round() == 0
    assert [row["reason"] for row in written(office)] == ["ActivityNotFound", "ConversationBlockedByUser"]
    with office.database.reading() as connection:
        found = [addresses.find(connection, notice.person, "teams") for notice in teams.notices]
    assert [each.live for each in found if each] == [True, False]


def test_a_channel_that_never_takes_it_is_left_alone_in_the_end(
    office: Office, teams: Replacing, settler: Settling
) -> None:
    office.case(office.person("person", "teams"))
    answer(office, remind(office, teams)[0])
    teams.refusals = [Unreachable("503")] * (MOST_ATTEMPTS + 1)
    for _ in range(MOST_ATTEMPTS):
        assert settler.round() == 1
        pauses_are_over(office)
    assert settler.round() == 0 and len(teams.refusals) == 1


def test_somebody_who_is_not_reached_there_now_is_waited_for(
    office: Office, teams: Replacing, settler: Settling
) -> None:
    office.case(office.person("person", "teams"))
    answer(office, remind(office, teams)[0])
    with office.database.transaction() as connection:
        addresses.bury(connection, "person", "teams", "removed", office.clock.now())
    assert settler.round() == 0
    with office.database.transaction() as connection:
        addresses.keep(connection, "person", "teams", {}, office.clock.now())
    assert settler.round() == 1 and len(teams.replaced) == 1


def test_a_few_at_a_time_and_each_by_one_worker(office: Office, teams: Replacing, settler: Settling) -> None:
    for number in range(AT_ONCE + 1):
        office.case(office.person(f"person-{number}", "teams"))
    for notice in remind(office, teams):
        answer(office, notice)
    real, hour = datetime.now(UTC), timedelta(hours=1)
    with office.database.transaction() as connection:
        (held,) = settling.claim(connection, ["teams"], real, hour, 1)
    assert settler.round() == AT_ONCE and settler.round() == 0
    assert held.message_id not in {place for place, _ in teams.replaced}
    with office.database.transaction() as connection:
        assert settling.claim(connection, ["teams"], real + hour, hour, 9) == [held], "back after its lease"


def test_reminders_do_not_wait_for_it(office: Office, teams: Replacing) -> None:
    office.case(office.person("one", "teams"))
    office.case(office.person("two", "teams"))
    answer(office, next(notice for notice in remind(office, teams) if notice.person == "one"))
    office.at(LAST_DAY)
    hanging, over = threading.Event(), threading.Event()
    worker = Worker(office.parts(), {"teams": teams})

    def hangs(*_: object) -> None:
        hanging.set()
        over.wait(30)

    def is_sent(_: Notice) -> None:
        assert hanging.wait(30) and not over.is_set()
        worker.stop()

    teams.settle = hangs  # type: ignore[method-assign]
    teams.meanwhile = is_sent
    try:
        worker.run()
    finally:
        over.set()
        for thread in threading.enumerate():
            if thread.name == "settling":
                thread.join(30)
    assert [notice.person for notice in teams.notices].count("two") == 2


def test_a_look_is_at_what_has_changed_and_once_a_minute_at_all(
    office: Office, teams: Replacing, settler: Settling, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(AT_ONCE + 2):
        office.case(office.person(f"person-{number}", "teams"))
    first, *others = remind(office, teams)
    assert settler.round() == 0
    monkeypatch.setattr(bot.settling, "LOOK_AT_ALL_EVERY", 60.0)
    for notice in others:
        answer(office, notice)
    assert [settler.round() for _ in range(3)] == [AT_ONCE, 1, 0], "until all that changed has been taken up"
    teams.refusals = [Unreachable("503")]
    answer(office, first)
    assert settler.round() == 1
    pauses_are_over(office)
    assert settler.round() == 0 and len(teams.replaced) == len(others)
    monkeypatch.setattr(bot.settling, "LOOK_AT_ALL_EVERY", 0.0)
    assert settler.round() == 1 and len(teams.replaced) == len(others) + 1


def test_what_has_changed_is_found_by_its_case(office: Office, settler: Settling) -> None:
    assert settler.round() == 0
    with office.database.reading() as connection:
        since = settling.newest_entry(connection)
    assert since == 0
    office.case(office.person("person", "teams"))
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, statement: str, given: object, _x: object, _many: object) -> None:
        asked.append((statement, given))

    with office.database.reading() as connection:
        assert settling.newest_entry(connection) > since
        event.listen(connection, "before_cursor_execute", note)
        settling.any_shown(connection, ["teams"], MONDAY, since)
        [(statement, given)] = asked
        steps = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)]
    assert not [step for step in steps if step.startswith("SCAN") or "ix_deliveries_shown" in step], steps
