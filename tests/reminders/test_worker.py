"""From a due row to a person: the words, the channels, what fails, and what is never lost or said twice."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot import delivery
from bot.bootstrap import watching
from bot.casework.case import Outcome
from bot.casework.reminders import Reply
from bot.channels.sending import Notice, Refused, Unreachable
from bot.delivery import PATIENCE, pause
from bot.storage import addresses, colleagues, conversations, outbox
from bot.storage.addresses import Preference
from bot.storage.case_store import CaseStore
from bot.storage.outbox import deliveries, shown_to_coordinators
from bot.storage.record import record
from bot.storage.reminders import button_token, reminders
from bot.worker import Worker
from tests.reminders.conftest import MONDAY, Gathering, Office
from tests.tampering import unguarded

FIRST, LAST_DAY, EVENING, AFTER = "2026-11-06T09:00", "2026-11-09T09:00", "2026-11-09T17:00", "2026-11-10T09:00"


def rows(office: Office, table: Any = reminders) -> list[dict[str, Any]]:
    with office.database.reading() as connection:
        return [dict(row) for row in connection.execute(select(table).order_by(table.c.id)).mappings()]


def free_all(office: Office) -> None:
    """Let every pause and lease be over."""
    with office.database.transaction() as connection:
        connection.execute(update(reminders).values(free_at=datetime.now(UTC) - timedelta(seconds=1)))


def test_before_it_is_due_nothing_is_said(office: Office) -> None:
    office.case(office.person())
    office.at("2026-11-06T08:59")
    assert office.worker().round() == 0
    assert office.inbox() == []


def test_what_is_said_on_the_way_to_a_date_and_past_it(office: Office) -> None:
    office.case(office.person())
    worker = office.worker()
    for moment in (FIRST, LAST_DAY, EVENING, AFTER):
        office.at(moment)
        assert worker.round() == 1
        assert worker.round() == 0
    first, last_day, evening, after = office.inbox()
    assert "runs out on Monday 9 November" in first
    assert "Contact next" in first and "Case W-0000001" in first and "call 999 first" in first
    assert "5 working days after Monday 2 November 2026" in first
    assert "runs out today" in last_day
    assert "If it is not settled by the end of the day, go to Stage 2" in evening
    assert "This date passed 1 day ago" in after and "Reminder 1 of 5" in after
    assert "go to Stage 2 now" in after and "Contact next" not in after, "what to do is the next stage, and that alone"


def test_after_a_long_stop_one_reminder_says_what_passed(office: Office) -> None:
    office.case(office.person())
    office.at("2026-11-12T15:00")
    office.worker().round()
    (said,) = office.inbox()
    assert "This date passed 3 days ago" in said and "Reminder 3 of 5" in said
    states = [row["state"] for row in rows(office)]
    assert states.count("superseded") == 5 and states.count("sent") == 1


def test_after_a_long_stop_two_limits_of_one_stage_are_said_in_one(office: Office) -> None:
    office.case(office.person(), "gloucestershire")  # its flowchart gives another, stricter limit than its text
    office.reminding.not_resolved("person", Outcome.REFUSED, None, MONDAY)
    office.at("2026-11-12T15:00")
    office.worker().round()
    (said,) = office.inbox()
    assert "This date passed" in said and "stricter" in said


def test_five_times_then_the_coordinator_sees_it(office: Office) -> None:
    office.case(office.person())
    worker = office.worker()
    for day in (10, 11, 12, 13, 16, 17, 18, 19):
        office.at(f"2026-11-{day}T09:00")
        worker.round()
    assert len(office.inbox()) == 5
    with office.database.reading() as connection:
        (told,), count = shown_to_coordinators(connection)
    assert (told.case, told.lost, count) == ("W-0000001", False, 1)


def test_a_clock_that_goes_back_and_forth_says_nothing_twice(office: Office) -> None:
    office.case(office.person())
    worker = office.worker()
    for moment in (FIRST, "2026-11-03T09:00", FIRST, LAST_DAY, FIRST, LAST_DAY):
        office.at(moment)
        worker.round()
    assert len(office.inbox()) == 2


def test_a_case_that_moves_while_its_reminder_is_claimed_is_not_reminded(office: Office) -> None:
    office.case(office.person("one", "teams"))
    office.case(office.person("two", "teams"))
    office.at(FIRST)

    def moves(notice: Notice) -> None:
        office.teams.meanwhile = None
        other = "two" if notice.person == "one" else "one"
        office.reminding.resolve(other, None, office.clock.now())

    office.teams.meanwhile = moves
    worker = office.worker(at_once=1)
    worker.round()
    worker.round()
    assert len(office.teams.notices) == 1


def left(office: Office) -> None:
    """Two cases of which a reminder is due; the second belongs to somebody who leaves."""
    for name in ("other", "leaver", "heir"):
        office.person(name, "teams")
    office.case("other")
    office.case("leaver")
    office.at(FIRST)


def hand_over(office: Office) -> None:
    with CaseStore(office.database).transaction() as cases:
        kept = cases.find("W-0000002")
        assert kept
        cases.hand_over(kept, "heir")


RIGHTLY = [("heir", "W-0000002"), ("other", "W-0000001")]


def test_a_case_that_is_handed_over_once_its_reminder_is_claimed_reminds_its_new_owner(office: Office) -> None:
    left(office)
    worker, now, real = office.worker(), office.clock.now(), datetime.now(UTC)
    with office.database.transaction() as connection:
        held = outbox.claim(connection, worker.name, now, real, timedelta(minutes=1), 9)
    hand_over(office)
    worker._delivery.deliver(worker.name, held, now, real + timedelta(minutes=1))

    assert sorted((notice.person, notice.case) for notice in office.teams.notices) == RIGHTLY


def test_a_case_that_is_handed_over_while_others_are_sent_reminds_its_new_owner(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "FRESH", 0)  # as if what was sent before had taken long
    left(office)
    office.teams.meanwhile = lambda notice: hand_over(office) if notice.person == "other" else None
    worker = office.worker()
    while worker.round():
        pass

    assert sorted((notice.person, notice.case) for notice in office.teams.notices) == RIGHTLY


def test_who_has_no_part_in_waymark_any_more_is_not_reminded_and_a_coordinator_sees_it(office: Office) -> None:
    office.case(office.person("person", "teams", "email"))
    office.at(FIRST)
    with office.database.transaction() as connection:
        colleagues.describe(connection, "person", "Ann", "ann@north.example", "", None)
    office.worker().round()

    assert office.teams.notices == office.email.notices == [] and office.inbox() == []
    with office.database.reading() as connection:
        assert shown_to_coordinators(connection)[1] == 1
        assert rows(office)[0]["state"] == "undeliverable"


def test_a_case_that_cannot_be_read_stands_in_nobodys_way(office: Office) -> None:
    office.case(office.person("broken"))
    office.case(office.person("whole"))
    with office.database.transaction() as connection, unguarded(connection):
        mine = (record.c.case == "W-0000001") & (record.c.event == "risk_answered")
        connection.execute(update(record).where(mine).values(event="nobody knows"))
    office.at(FIRST)
    office.worker().round()
    assert len(office.inbox("whole")) == 1 and office.inbox("broken") == []
    with office.database.transaction() as connection, unguarded(connection):
        connection.execute(update(record).where(record.c.event == "nobody knows").values(event="risk_answered"))
    free_all(office)
    office.worker().round()
    assert len(office.inbox("broken")) == 1


def test_the_words_are_those_of_the_case_as_it_is_now(office: Office) -> None:
    office.case(office.person())
    office.reminding.not_resolved("person", Outcome.REFUSED, None, MONDAY + timedelta(days=2))
    office.at(FIRST)
    office.worker().round()
    (said,) = office.inbox()
    assert "Stage 2" in said


def test_unreachable_is_tried_again_and_no_sooner_than_asked(office: Office) -> None:
    office.case(office.person("person", "teams", "web"))
    office.teams.failures = [Unreachable("429", retry_after=120)]
    office.at(FIRST)
    worker = office.worker()
    worker.round()
    assert worker.round() == 0, "it waits"
    (row,) = rows(office, deliveries)
    assert (row["state"], row["reason"], row["attempts"]) == ("unreachable", "429", 1)
    assert row["next_try_at"] >= datetime.now(UTC) + timedelta(seconds=110)
    free_all(office)
    worker.round()
    (row,) = rows(office, deliveries)
    assert (row["state"], row["attempts"], row["message_id"]) == ("sent", 2, f"teams-{row['reminder']}")
    assert len(office.teams.notices) == 1 and office.inbox() == []


def test_refused_goes_to_the_next_channel_and_a_dead_address_is_used_no_more(office: Office) -> None:
    office.case(office.person("person", "teams", "web", "email"))
    office.teams.failures = [Refused("ConversationBlockedByUser", gone=True)]
    office.at(FIRST)
    worker = office.worker()
    worker.round()
    worker.round()
    assert len(office.inbox()) == 1 and office.email.notices == []
    office.at(LAST_DAY)
    worker.round()
    assert office.teams.notices == [] and len(office.inbox()) == 2


def test_what_nobody_takes_is_shown_and_sent_when_the_person_is_reachable_again(office: Office) -> None:
    office.case(office.person("person", "teams"))
    office.teams.failures = [Refused("BotNotInConversationRoster", gone=True)]
    office.at(FIRST)
    worker = office.worker()
    worker.round()
    worker.round()
    with office.database.reading() as connection:
        (seen,), _ = shown_to_coordinators(connection)
    assert seen.lost and seen.person == "person"
    with office.database.transaction() as connection:
        addresses.keep(connection, "person", "teams", {}, office.clock.now())
    worker.round()
    assert [notice.reminder for notice in office.teams.notices] == [seen.reminder]


def test_a_channel_that_stays_silent_gives_way_to_the_next(office: Office) -> None:
    office.case(office.person("person", "teams", "email"))
    office.teams.failures = [Unreachable("503")] * (PATIENCE + 5)
    office.at(FIRST)
    worker = office.worker()
    for _ in range(PATIENCE + 1):
        free_all(office)
        worker.round()
    assert len(office.email.notices) == 1


def test_whatever_breaks_in_a_channel_is_an_attempt_that_may_have_arrived(office: Office) -> None:
    office.case(office.person("person", "teams"))
    office.teams.failures = [ZeroDivisionError("a defect")]
    office.at(FIRST)
    office.worker().round()
    (row,) = rows(office, deliveries)
    assert (row["state"], row["ambiguous"], row["reason"]) == ("unreachable", 1, "broken:ZeroDivisionError")


def test_quiet_hours_hold_what_makes_a_noise_and_nothing_else(office: Office) -> None:
    for name, channel in (("hush", "teams"), ("page", "web")):
        office.case(office.person(name, channel))
        with office.database.transaction() as connection:
            addresses.prefer(connection, name, Preference((channel,), time(20), time(8)))
    office.at("2026-11-06T22:00")
    worker = office.worker()
    worker.round()
    assert office.teams.notices == [] and len(office.inbox("page")) == 1
    free_all(office)
    office.at("2026-11-07T08:00")
    worker.round()
    assert len(office.teams.notices) == 1


def test_a_channel_that_gathers_says_all_in_one(office: Office) -> None:
    gathering = Gathering("email")
    person = office.person("person", "email")
    office.case(person)
    office.reminding.start_again(person, MONDAY)
    office.case(person)
    office.at(FIRST)
    Worker(office.parts(), {"email": gathering}).round()
    assert [len(notices) for notices in gathering.gathered] == [2]
    assert {row["message_id"] for row in rows(office, deliveries)} == {"one"}


def test_a_dead_workers_claim_returns_after_its_lease_and_not_before(office: Office) -> None:
    office.case(office.person("person", "teams"))
    office.at(FIRST)

    def dies(_: Notice) -> None:
        raise KeyboardInterrupt

    office.teams.meanwhile = dies
    with pytest.raises(KeyboardInterrupt):
        office.worker().round()
    office.teams.meanwhile = None
    other = office.worker()
    assert other.round() == 0
    free_all(office)
    assert other.round() == 1
    assert len(office.teams.notices) == 1


def test_a_worker_that_stops_lets_go_at_once(office: Office) -> None:
    for name in ("one", "two", "three"):
        office.case(office.person(name, "teams"))
    office.at(FIRST)
    worker = office.worker()
    office.teams.meanwhile = lambda _: worker.stop()
    worker.run()
    assert len(office.teams.notices) == 1
    assert not watching.is_beating(office.database)
    office.teams.meanwhile = None
    assert office.worker().round() == 2


def test_a_worker_says_that_it_is_alive(office: Office) -> None:
    worker = office.worker()
    seen: list[bool] = []
    office.case(office.person("person", "teams"))
    office.at(FIRST)

    def look(_: Notice) -> None:
        seen.append(watching.is_beating(office.database))
        worker.stop()

    office.teams.meanwhile = look
    worker.run()
    assert seen == [True]


def test_the_page_says_a_reminder_once_however_often_it_is_sent(office: Office) -> None:
    office.case(office.person())
    office.at(FIRST)
    office.worker().round()
    with office.database.transaction() as connection:
        connection.execute(update(reminders).where(reminders.c.state == "sent").values(state="pending"))
    office.worker().round()
    assert len(office.inbox()) == 1


def test_its_buttons_stand_on_the_page_until_it_is_answered(office: Office) -> None:
    office.case(office.person())
    office.at(FIRST)
    office.worker().round()

    def tokens() -> tuple[str, ...]:
        with office.database.reading() as connection:
            return conversations.history(connection, "person")[-1].tokens

    known = next(row["token"] for row in rows(office) if row["state"] == "sent")
    assert tokens() == tuple(button_token(known, reply) for reply in Reply)
    office.reminding.reply("person", tokens()[2], office.clock.now())
    assert tokens() == ()


def test_a_notice_holds_what_a_channel_needs_and_no_payload(office: Office) -> None:
    office.case(office.person("person", "teams"))
    office.at(FIRST)
    office.worker().round()
    (notice,) = office.teams.notices
    assert (notice.case, notice.due) == ("W-0000001", "Monday 9 November 2026")
    assert notice.stage.startswith("Stage 1: ") and notice.link.startswith("http")
    titles = [button.title for button in notice.message.buttons]
    assert titles == ["Resolved", "Not resolved: go to Stage 2", "No answer yet", "New date agreed"]
    assert len(set(notice.tokens)) == 4


def test_pauses_grow_are_spread_and_end(office: Office) -> None:
    for attempts in range(60):
        waits = [pause(attempts, Unreachable("503")).total_seconds() for _ in range(50)]
        assert min(waits) >= 0.5 and max(waits) <= 900
        assert len(set(waits)) > 1
    assert pause(0, Unreachable("t", ambiguous=True)).total_seconds() >= 30
    assert pause(0, Unreachable("429", retry_after=300)).total_seconds() >= 300
    assert pause(0, Unreachable("429", retry_after=1e12)).total_seconds() <= 6 * 3600
