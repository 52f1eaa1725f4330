"""One look at the cases for all of an action: the record is read once, and never from before what was just written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from actions.answers import ActionAnswer
from actions.intake import ValidateCaseForm
from actions.mending import ActionStartAgain
from bot.casework.case import Answer
from bot.casework.intake import Ask
from bot.storage.sitting import sitting
from tests.actions.conftest import ME, Practitioner

LOOK = "a connection is taken"


@contextmanager
def statements(me: Practitioner) -> Iterator[list[str]]:
    """What is asked of the database in this block, and LOOK for each connection that is taken to ask it."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    def note_look(*_: object) -> None:
        asked.append(LOOK)

    engine = me.parts.database.engine
    event.listen(engine, "before_cursor_execute", note)
    event.listen(engine, "checkout", note_look)
    try:
        yield asked
    finally:
        event.remove(engine, "checkout", note_look)
        event.remove(engine, "before_cursor_execute", note)


def records_read(asked: list[str]) -> int:
    return sum("FROM record" in statement for statement in asked)


def test_an_answer_reads_the_record_once(me: Practitioner) -> None:
    me.stands()
    with statements(me) as asked:
        assert me.to(ActionAnswer, "what do I do now?", "ask_next_step").messages
    assert records_read(asked) == 1
    assert sum(statement == LOOK for statement in asked) == 1


def test_several_cases_are_all_read_and_the_one_talked_about_is_named(me: Practitioner) -> None:
    me.stands("gloucestershire")
    me.to(ActionStartAgain, "another case", "start_again")
    me.stands("warrington")
    said = me.to(ActionAnswer, "what do I do now?", "ask_next_step")
    assert "W-0000002" in said.text


def test_what_was_written_is_seen_in_the_same_sitting(me: Practitioner) -> None:
    now, casework = me.clock.now(), me.parts.casework
    with sitting():
        assert casework.look(ME, now).case is None and not casework.has_others(ME)
        casework.answer_risk(ME, Ask.RISK, Answer.NO, now)
        assert (found := casework.look(ME, now).case) and found.risk is Answer.NO
        first = found.reference
        casework.start_again(ME, now)
        assert (second := casework.look(ME, now).case) and second.reference != first


def test_a_write_that_fails_leaves_nothing_to_be_seen(me: Practitioner) -> None:
    me.stands()
    now, casework = me.clock.now(), me.parts.casework
    with sitting():
        before = casework.look(ME, now)
        with pytest.raises(ZeroDivisionError), casework._store.transaction() as cases:
            cases.open("W-9", ME, now)
            raise ZeroDivisionError
        assert casework.look(ME, now) == before


def test_outside_a_sitting_each_look_sees_what_is_there(me: Practitioner) -> None:
    me.stands()
    with statements(me) as asked:
        for _ in range(2):
            me.parts.casework.look(ME, me.clock.now())
    assert records_read(asked) == 2


def test_the_form_reads_the_record_before_and_when_it_writes(me: Practitioner) -> None:
    me.to(ValidateCaseForm, "they closed it and we disagree", "disagreement")
    with statements(me) as asked:
        me.press(Ask.RISK, "no")
    assert records_read(asked) == 2
