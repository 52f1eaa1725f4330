"""Any history of a case: its record stays whole, and what is stored of it is what the record adds up to."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.casefiles import CaseFiles
from bot.casework import chain
from bot.casework.calendar import LONDON, local_date
from bot.casework.case import Answer, Case, Outcome, Tried
from bot.casework.errors import CaseworkError
from bot.casework.intake import Ask, Told
from bot.casework.reminders import schedule
from bot.casework.vocabulary import Category, Level, Person
from bot.service import Casework
from bot.storage import Database, cases, deadlines, record
from bot.storage.reminders import reminders
from tests.generating import generated

MONDAY = datetime(2026, 11, 2, 10, tzinfo=LONDON)
PEOPLE = itertools.count(1)
Deed = Callable[[CaseFiles, str, datetime], object]


def case_of(files: CaseFiles, actor: str, now: datetime) -> str:
    desk = files.look(actor, now)
    return desk.case.reference if desk.case else "W-NOBODY0"


def told(**facts: object) -> Deed:
    return lambda files, actor, now: files.tell(actor, Told(**facts), now)  # type: ignore[arg-type]


def raised(days_ago: int) -> Deed:
    return lambda files, actor, now: files.tell(actor, Told(raised_at=now - timedelta(days=days_ago)), now)


def tried(level: Level, outcome: Outcome) -> Deed:
    return lambda files, actor, now: files.tell(actor, Told(tried=Tried(level, outcome, now)), now)


def agreed(days: int) -> Deed:
    return lambda files, actor, now: files.agree_date(actor, local_date(now) + timedelta(days=days), now)


def note(level: str) -> Deed:
    return lambda files, actor, now: files.note(actor, case_of(files, actor, now), "ein Wort \u2028 é", level, now)


POLICIES = ["warrington", "rainbow_early_years", "cambridgeshire_peterborough", "gloucestershire", "telford_wrekin"]
deeds = st.one_of(
    st.sampled_from(POLICIES).map(lambda policy: told(policy=policy)),
    st.sampled_from(Person).map(lambda person: told(person=person)),
    st.sampled_from(Category).map(lambda category: told(categories=(category,))),
    st.integers(0, 9).map(raised),
    st.builds(tried, st.sampled_from(Level), st.sampled_from(Outcome)),
    st.builds(agreed, st.integers(-1, 30)),
    st.sampled_from(["none", "ask", "alarm"]).map(note),
    st.sampled_from(Answer).map(lambda answer: lambda f, a, now: f.answer_risk(a, Ask.RISK, answer, now)),
    st.sampled_from(Outcome).map(lambda outcome: lambda f, a, now: f.not_resolved(a, outcome, None, now)),
    st.sampled_from(Ask).map(lambda ask: lambda f, a, now: f.correct(a, ask, now)),
    st.sampled_from(["step_done", "resolve"]).map(lambda name: lambda f, a, now: getattr(f, name)(a, None, now)),
    st.sampled_from(["reopen", "start_again", "doubt"]).map(lambda name: lambda f, a, now: getattr(f, name)(a, now)),
)
READY = [
    told(policy="gloucestershire", person=Person.CHILD, categories=(Category.ROLES,)),
    raised(1),
    tried(Level.PRACTITIONER, Outcome.REFUSED),
]
"""What leads to a stage, where deadlines run: without it hardly any history comes so far."""


@generated(40, share=0.1)
@given(st.booleans(), st.lists(st.tuples(deeds, st.integers(0, 72)), min_size=1, max_size=14))
def test_the_stored_case_is_what_its_record_adds_up_to(
    casework: Casework, database: Database, ready: bool, history: list[tuple[Deed, int]]
) -> None:
    files, actor, now = CaseFiles.over(casework), f"person {next(PEOPLE)}", MONDAY
    files.answer_risk(actor, Ask.RISK, Answer.NO, now)
    for deed, hours in [*((each, 1) for each in READY if ready), *history]:
        now += timedelta(hours=hours)
        with suppress(CaseworkError):
            deed(files, actor, now)
    for file in files.mine(actor, now):
        check(files, database, file.case)


def test_what_half_of_them_begin_with_leads_to_a_stage(casework: Casework) -> None:
    files = CaseFiles.over(casework)
    files.answer_risk("somebody", Ask.RISK, Answer.NO, MONDAY)
    for deed in READY:
        deed(files, "somebody", MONDAY)
    (file,) = files.mine("somebody", MONDAY)
    assert file.case.stage == "2"


def check(files: CaseFiles, database: Database, case: Case) -> None:
    reference = case.reference
    with database.reading() as connection:
        head, lines = record.head_of(connection, reference), record.lines_of(connection, reference)
        entries = list(record.of_case(connection, reference))
        assert chain.faults(reference, lines, head) == [] and cases.differing(connection, reference) == []
        assert Case.replay(reference, entries) == case
        table = deadlines.deadlines
        columns = (table.c.rule, table.c.due, table.c.due_at, table.c.why)
        stored = {tuple(row) for row in connection.execute(select(*columns).where(table.c.case == reference))}
        waits = connection.scalars(
            select(reminders.c.key).where(reminders.c.case == reference, reminders.c.state == "pending")
        ).all()
    # What follows from a record follows from it at the moment of its last entry.
    last = entries[-1].at
    policy = files.policies.get(case.policy or "")
    follows = schedule(case, policy, files.calendar_of(policy) if policy else None, last)
    dated = [item.deadline for item in follows.running if item.deadline.due is not None]
    assert stored == {(each.rule, each.due, each.due_at, each.why) for each in dated}
    assert {planned.key for planned in follows.reminders if planned.at > last} <= set(waits) or not case.is_open
