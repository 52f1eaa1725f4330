"""What Waymark stands on fails: a full disk, a database that somebody else holds, a Rasa that hangs, a long sleep."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime

import pytest

from bot.casework.calendar import LONDON
from bot.storage import Database
from bot.storage.clock import TrainingClock
from tests.live.person import Person
from tests.live.stack import Stack

pytestmark = pytest.mark.rasa

WORRY = "Social care in Stroud said today that a boy of 9 does not meet the threshold and we disagree"
DANGER = "he has a knife and he is attacking her right now"
PARTS = ("gateway", "actions", "worker", "rasa")
PATIENCE_SECONDS = 60.0


@contextmanager
def held(stack: Stack) -> Iterator[threading.Event]:
    """Another process has the database to itself, until told to let go."""
    let_go = threading.Event()
    with closing(sqlite3.connect(stack.database, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN EXCLUSIVE")
        ends = threading.Thread(target=lambda: (let_go.wait(), other.execute("ROLLBACK")))
        ends.start()
        try:
            yield let_go
        finally:
            let_go.set()
            ends.join()


def test_a_full_disk_takes_nothing_says_so_and_needs_no_repair(stack: Stack, me: Person) -> None:
    me.says(WORRY)
    before = me.history()
    with stack.full_disk(*PARTS):
        for words in ("they told us on Friday", DANGER):
            status, answer = me.tries(words)
            assert status == 503 and not answer.saved
            assert "999" in answer.text and "Nothing of your last message was saved" in answer.text
        assert me.history() == before
    stack.wait()
    assert me.history() == before
    assert me.presses("No").saved and me.presses("Nobody yet").deadline == "Monday 9 November 2026"


def test_who_holds_the_database_for_a_moment_is_waited_for(stack: Stack, me: Person) -> None:
    with held(stack) as let_go:
        threading.Timer(2, let_go.set).start()
        assert me.says(WORRY).saved
    assert len([said for said in me.history() if said["kind"] == "person"]) == 1


def test_who_holds_it_for_long_is_not_waited_for_and_nothing_is_half_done(stack: Stack, me: Person) -> None:
    me.says(WORRY)
    before = me.history()
    with held(stack):
        status, answer = me.tries(DANGER)
        assert status == 503 and not answer.saved and "999" in answer.text
        assert me.history() == before
    assert me.presses("No").saved


def test_danger_does_not_wait_for_a_rasa_that_hangs(stack: Stack, me: Person) -> None:
    me.says(WORRY)
    with stack.suspended("rasa"):
        answer = me.says(DANGER)
        assert answer.kinds[0] == "emergency" and "call 999" in answer.text and not answer.saved
    stack.wait()
    assert "Whom have you spoken to" in me.presses("No").question, "what Rasa still did for it counts for nothing"


def test_a_machine_that_sleeps_over_the_end_says_once_what_passed(stack: Stack, me: Person) -> None:
    me.says(WORRY)
    me.presses("No")
    assert me.presses("Nobody yet").deadline == "Monday 9 November 2026"
    answers: list[str] = []
    with stack.suspended(*PARTS):
        says = threading.Thread(target=lambda: answers.append(me.tries("what do I do now?")[1].text))
        says.start()
        time.sleep(0.5)
        _set_the_clock(stack, datetime(2026, 11, 10, 8, tzinfo=LONDON))
    says.join(PATIENCE_SECONDS)
    assert answers and answers[0]
    until = time.monotonic() + PATIENCE_SECONDS
    while not (reminders := [said for said in me.history() if said["kind"] == "reminder"]):
        assert time.monotonic() < until, "nobody is reminded"
        time.sleep(0.2)
    assert len(reminders) == 1 and "Monday 9 November 2026" in reminders[0]["text"]


def _set_the_clock(stack: Stack, moment: datetime) -> None:
    database = Database(f"sqlite:///{stack.database}")
    TrainingClock(database).set(moment)
    database.close()
