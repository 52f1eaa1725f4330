"""What the database says after everything broke: nothing lost, nothing twice, everything in its place."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import func, select

from bot import bootstrap
from bot.bootstrap import Parts
from bot.casework.case import Event
from bot.casework.reminders import schedule
from bot.config import Settings
from bot.storage import conversations
from bot.storage.case_store import CaseStore
from bot.storage.cases import cases
from bot.storage.record import record
from bot.storage.reminders import reminders
from tests.fleet.load import Tally

STAGES = ["1", "2", "3", "4"]


@contextmanager
def opened(url: str) -> Iterator[Parts]:
    """What looks at that database."""
    made = bootstrap.build(Settings.from_environment({"DATABASE_URL": url, "WAYMARK_MODE": "training"}))
    try:
        yield made
    finally:
        made.database.close()


def moves(made: Parts) -> int:
    """How often a case went to another stage because somebody pressed that nothing is resolved."""
    with made.database.reading() as connection:
        rows = connection.execute(select(record.c.about).where(record.c.event == Event.STAGE_ENTERED.value))
        return sum(row.about["because"] == "unresolved" for row in rows)


def check(made: Parts, tally: Tally, moves_before: int = 0) -> None:
    """Hold the database against what people were told. ``moves_before``: stage changes from before they came."""
    moved = moves(made) - moves_before
    assert not tally.silent, "each message got an answer or an honest failure"
    assert len(tally.moved) <= moved <= len(tally.pressed), "no stage change is lost, and none is done twice"
    _said_once(made, tally)
    _stages_in_order(made)
    _deadlines_and_reminders(made)


def _said_once(made: Parts, tally: Tally) -> None:
    with made.database.reading() as connection:
        kept = Counter(connection.scalars(select(conversations.messages.c.key)))
    lost = [words for key, words in tally.said if kept[key] != 1]
    assert not lost, "what was answered is in the history, once"


def _stages_in_order(made: Parts) -> None:
    with made.database.reading() as connection:
        entries = select(record.c.case, record.c.about).where(record.c.event == Event.STAGE_ENTERED.value)
        entered: dict[str, list[str]] = {}
        for case, about in connection.execute(entries.order_by(record.c.case, record.c.number)):
            entered.setdefault(case, []).append(about["stage"])
        numbers = select(record.c.case, func.count(), func.max(record.c.number)).group_by(record.c.case)
        gaps = [case for case, count, last in connection.execute(numbers) if count != last]
        stands = {row.reference: row.stage for row in connection.execute(select(cases.c.reference, cases.c.stage))}
    assert not gaps, "no entry is missing in a record"
    assert all(stages == STAGES[: len(stages)] for stages in entered.values()), "no stage is left out or entered twice"
    assert all(stands[case] == stages[-1] for case, stages in entered.items()), "a case stands where its record says"


def _deadlines_and_reminders(made: Parts) -> None:
    """Planned anew from the record, what is planned for each case comes out as it stands."""
    with CaseStore(made.database).transaction() as store, made.database.reading() as connection:
        for reference in connection.scalars(select(cases.c.reference).where(cases.c.stage.is_not(None))).all():
            kept = store.find(reference)
            assert kept is not None
            policy = made.casework.policies[kept.case.policy or ""]
            moment = connection.scalar(select(cases.c.changed_at).where(cases.c.reference == reference))
            assert isinstance(moment, datetime)
            ought = schedule(kept.case, policy, made.casework.calendar_of(policy), moment)
            known = (reminders.c.case == reference) & reminders.c.state.in_(("pending", "sent"))
            planned = set(connection.scalars(select(reminders.c.key).where(known, reminders.c.due_at > moment)))
            assert planned == {each.key for each in ought.reminders if each.at > moment}, reference


def as_line(tally: Tally) -> str:
    """What was counted, for the table in docs/reliability.md."""
    return json.dumps({**tally.outcomes, "messages": tally.messages, "moves": len(tally.moved)}, sort_keys=True)
