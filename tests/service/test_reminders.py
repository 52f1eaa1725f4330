"""Reminders as they are kept: rows with their case, answers with one effect, whatever is pressed when."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import delete, select

from bot.casework.calendar import LONDON
from bot.casework.case import Answer, Event, Outcome, Tried
from bot.casework.intake import Ask, Told
from bot.casework.reminders import Kind, Reminder, Reply
from bot.casework.vocabulary import Category, Person
from bot.reminding import Effect, Reminding
from bot.service import Desk
from bot.storage import Database
from bot.storage.case_store import CaseStore
from bot.storage.cases import cases as cases_table
from bot.storage.outbox import sent
from bot.storage.reminders import button_token, reminder, reminders

ME = "practitioner"
NOW = datetime(2026, 11, 2, 10, tzinfo=LONDON)  # a Monday


def opened(reminding: Reminding, policy: str = "warrington", person: str = ME, now: datetime = NOW) -> Desk:
    reminding.answer_risk(person, Ask.RISK, Answer.NO, now)
    told = Told(
        policy=policy, person=Person.CHILD, categories=(Category.THRESHOLDS,), raised_at=now, tried=Tried(None)
    )
    return reminding.tell(person, told, now)


def states(database: Database, case: str = "W-0000001") -> dict[str, str]:
    """What became of each reminder of a case."""
    with database.reading() as connection:
        rows = connection.execute(select(reminders).where(reminders.c.case == case).order_by(reminders.c.due_at))
        return {f"{row.stage} {row.kind} {row.number}": row.state for row in rows}


def say(database: Database, kind: Kind, stage: str = "1", number: int = 1, case: str = "W-0000001") -> Reminder:
    """Let the reminder be sent, as a worker would."""
    chosen = (reminders.c.case == case, reminders.c.kind == kind, reminders.c.number == number)
    with database.transaction() as connection:
        row = connection.execute(select(reminders).where(*chosen, reminders.c.stage == stage)).one()
        sent(connection, [row.id], row.due_at)
        return reminder(row)


def press(reminding: Reminding, said: Reminder, reply: Reply, now: datetime, person: str = ME) -> Effect | None:
    found = reminding.reply(person, button_token(said.token, reply), now)
    return found.effect if found else None


def test_reminders_are_written_with_their_deadline(reminding: Reminding, database: Database) -> None:
    opened(reminding)
    assert set(states(database).values()) == {"pending"}
    assert len(states(database)) == 9


def test_a_case_that_moves_takes_its_reminders_along(reminding: Reminding, database: Database) -> None:
    opened(reminding)
    reminding.not_resolved(ME, Outcome.REFUSED, None, NOW + timedelta(days=1))
    found = states(database)
    assert {state for name, state in found.items() if name.startswith("1 ")} == {"cancelled"}
    assert {state for name, state in found.items() if name.startswith("2 ")} == {"pending"}


def test_a_settled_case_has_none_and_gets_them_back_when_it_is_opened_again(
    reminding: Reminding, database: Database
) -> None:
    opened(reminding)
    reminding.resolve(ME, None, NOW + timedelta(hours=1))
    assert set(states(database).values()) == {"cancelled"}
    reminding.reopen(ME, NOW + timedelta(days=5))  # Saturday: what fell on the Friday is not made up for
    found = states(database)
    assert found.pop("1 before 1") == "cancelled"
    assert set(found.values()) == {"pending"}


def test_a_corrected_date_replaces_what_was_planned(reminding: Reminding, database: Database) -> None:
    opened(reminding)
    reminding.tell(ME, Told(raised_at=NOW - timedelta(days=3)), NOW)
    with database.reading() as connection:
        moments = connection.execute(select(reminders.c.moment, reminders.c.state)).all()
    assert {(moment.date(), state) for moment, state in moments} == {
        (date(2026, 11, 10), "cancelled"),
        (date(2026, 11, 7), "pending"),
    }


def test_what_is_due_and_not_yet_sent_stays_due_when_the_case_is_touched(
    reminding: Reminding, database: Database
) -> None:
    """A worker that is late loses nothing to somebody who tells a further fact meanwhile."""
    opened(reminding)
    late = NOW + timedelta(days=9)
    reminding.doubt(ME, late)
    assert states(database)["1 chase 1"] == "pending"
    assert states(database)["1 before 1"] == "pending"


def test_a_clock_that_goes_back_and_forth_says_nothing_twice(reminding: Reminding, database: Database) -> None:
    opened(reminding)
    say(database, Kind.BEFORE)
    reminding.doubt(ME, NOW - timedelta(days=30))
    reminding.doubt(ME, NOW + timedelta(days=1))
    found = states(database)
    assert found.pop("1 before 1") == "sent"
    assert set(found.values()) == {"pending"}


def test_resolved_under_a_reminder(reminding: Reminding, database: Database) -> None:
    opened(reminding)
    found = reminding.reply(ME, button_token(say(database, Kind.ON_DAY).token, Reply.RESOLVED), NOW + timedelta(days=7))
    assert found and found.effect is Effect.DONE
    assert found.desk.case and found.desk.case.resolved_at == NOW + timedelta(days=7)
    assert "pending" not in states(database).values()


def test_not_resolved_goes_to_the_next_stage_once_however_often_it_is_pressed(
    reminding: Reminding, database: Database
) -> None:
    opened(reminding)
    said = say(database, Kind.CHASE)
    now = NOW + timedelta(days=8)
    assert press(reminding, said, Reply.NOT_RESOLVED, now) is Effect.DONE
    for reply in Reply:
        assert press(reminding, said, reply, now + timedelta(days=1)) is Effect.ALREADY
    case = reminding.look(ME, now).case
    assert case and case.stage == "2"


def test_many_presses_at_once_have_one_effect(reminding: Reminding, database: Database) -> None:
    opened(reminding)
    said = say(database, Kind.EXPIRED)
    now = NOW + timedelta(days=8)
    replies = [Reply.NOT_RESOLVED, Reply.NO_ANSWER] * 4
    with ThreadPoolExecutor(8) as pool:
        effects = list(pool.map(lambda reply: press(reminding, said, reply, now), replies))
    assert sorted(map(str, effects)) == ["already"] * 7 + ["done"]
    case = reminding.look(ME, now).case
    assert case and case.stage == "2"


def test_silence_is_an_answer_once_the_time_is_over_and_not_before(reminding: Reminding, database: Database) -> None:
    opened(reminding)
    early, late = say(database, Kind.BEFORE), say(database, Kind.EXPIRED)
    assert press(reminding, early, Reply.NO_ANSWER, NOW + timedelta(days=4)) is Effect.WAITING
    assert "pending" in states(database).values(), "the end is still told"
    say(database, Kind.EXPIRED)
    on_the_evening = NOW + timedelta(days=7, hours=8)
    assert press(reminding, late, Reply.NO_ANSWER, on_the_evening) is Effect.ALREADY, "one deadline, one answer"


def test_silence_on_the_evening_of_the_last_day_is_noted_and_asked_again_in_the_morning(
    reminding: Reminding, database: Database
) -> None:
    opened(reminding)
    said = say(database, Kind.EXPIRED)
    evening = NOW + timedelta(days=7, hours=8)
    assert press(reminding, said, Reply.NO_ANSWER, evening) is Effect.WAITING, "it runs until midnight"
    desk = reminding.look(ME, evening)
    assert desk.case and desk.case.stage == "1"
    assert states(database)["1 chase 1"] == "pending"
    chase = say(database, Kind.CHASE)
    assert press(reminding, chase, Reply.NO_ANSWER, NOW + timedelta(days=8)) is Effect.DONE
    with CaseStore(database).reading() as cases:
        entries = list(cases.record_of("W-0000001"))
    assert [entry.event for entry in entries[-2:]] == [Event.REMINDER_ANSWERED, Event.STAGE_ENTERED]
    assert entries[-1].about["because"] == "no_answer"


def test_a_late_press_on_a_case_that_has_moved_changes_nothing(reminding: Reminding, database: Database) -> None:
    opened(reminding)
    said = say(database, Kind.ON_DAY)
    reminding.not_resolved(ME, Outcome.REFUSED, None, NOW + timedelta(days=7, hours=1))
    for reply in Reply:
        assert press(reminding, said, reply, NOW + timedelta(days=300)) is Effect.MOVED
    case = reminding.look(ME, NOW).case
    assert case and case.stage == "2" and case.is_open


def test_at_the_last_stage_not_resolved_is_noted_and_chases_no_further(
    reminding: Reminding, database: Database
) -> None:
    opened(reminding, "gloucestershire")
    for days in (7, 14, 21):
        reminding.answer_risk(ME, Ask.RISK, Answer.NO, NOW + timedelta(days=days))
        reminding.not_resolved(ME, Outcome.REFUSED, None, NOW + timedelta(days=days))
    said = say(database, Kind.CHASE, "4")
    found = reminding.reply(ME, button_token(said.token, Reply.NOT_RESOLVED), NOW + timedelta(days=60))
    assert found and found.refused and found.refused.code == "last_stage"
    waiting = {name for name, state in states(database).items() if state == "pending"}
    assert waiting and all("still_open" in name or "coordinator" in name for name in waiting)


def test_a_new_date_is_refused_at_once_where_the_policy_gives_none(reminding: Reminding, database: Database) -> None:
    opened(reminding)
    said = say(database, Kind.ON_DAY)
    found = reminding.reply(ME, button_token(said.token, Reply.NEW_DATE), NOW + timedelta(days=7))
    assert found and found.refused and found.refused.code == "no_extension"


def test_a_new_date_is_asked_for_and_counts_as_answered_once_it_was_asked(
    reminding: Reminding, database: Database
) -> None:
    opened(reminding, "gloucestershire")
    said = say(database, Kind.ON_DAY)
    token, now = button_token(said.token, Reply.NEW_DATE), NOW + timedelta(days=7)
    assert press(reminding, said, Reply.NEW_DATE, now) is Effect.ASK_DATE
    assert press(reminding, said, Reply.NEW_DATE, now) is Effect.ASK_DATE, "used up although nothing was asked"
    reminding.date_asked(ME, token, now)
    reminding.date_asked(ME, token, now)
    assert press(reminding, said, Reply.NEW_DATE, now) is Effect.ALREADY
    reminding.agree_date(ME, date(2026, 11, 20), now)
    coming = [name for name, state in states(database).items() if state == "pending"]
    assert "1 chase 1" in coming
    with database.reading() as connection:
        moments = set(connection.scalars(select(reminders.c.moment).where(reminders.c.state == "pending")))
    assert datetime(2026, 11, 21, tzinfo=LONDON) in moments


def test_nobody_else_presses_my_buttons(reminding: Reminding, database: Database) -> None:
    opened(reminding)
    said = say(database, Kind.ON_DAY)
    assert press(reminding, said, Reply.RESOLVED, NOW, person="somebody else") is None
    assert reminding.reply(ME, said.token, NOW) is None
    assert reminding.reply(ME, said.token + "x", NOW) is None
    assert press(reminding, said, Reply.RESOLVED, NOW) is Effect.DONE


def test_a_press_turns_to_its_case_unless_another_is_being_set_up(reminding: Reminding, database: Database) -> None:
    opened(reminding)
    said = say(database, Kind.ON_DAY)
    reminding.start_again(ME, NOW)
    found = reminding.reply(ME, button_token(said.token, Reply.NOT_RESOLVED), NOW + timedelta(days=7))
    assert found and found.effect is Effect.DONE and not found.turned_to
    assert found.desk.case and found.desk.case.stage == "2"
    talked = reminding.look(ME, NOW).case
    assert talked and talked.reference == "W-0000002"

    opened(reminding, now=NOW + timedelta(days=7))
    later = say(database, Kind.CHASE, "2")
    found = reminding.reply(ME, button_token(later.token, Reply.NO_ANSWER), NOW + timedelta(days=8))
    assert found and found.turned_to
    talked = reminding.look(ME, NOW).case
    assert talked and talked.reference == "W-0000001"


def test_cases_older_than_reminders_are_planned_for_once(reminding: Reminding, database: Database) -> None:
    opened(reminding)
    with database.transaction() as connection:
        connection.execute(delete(reminders))
    assert reminding.plan_missing(NOW) == 1
    assert len(states(database)) == 9
    assert reminding.plan_missing(NOW) == 0


@pytest.mark.parametrize("policy", ["telford_wrekin", "gloucestershire"])
def test_what_is_kept_as_due_is_what_advice_shows(reminding: Reminding, database: Database, policy: str) -> None:
    desk = opened(reminding, policy)
    with database.reading() as connection:
        due_at = connection.scalar(select(cases_table.c.due_at))
    assert desk.advice and desk.advice.headline
    assert due_at == desk.advice.headline.deadline.moment
