"""The statements by which many reminders are dealt with at once: they read what they are asked for, and no more."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event

from bot.casework.case import Outcome
from bot.storage import record
from bot.storage.case_store import CaseStore
from tests.reminders.conftest import MONDAY, Office
from tests.tampering import unguarded

TABLES = ("reminders", "record", "cases", "people", "addresses", "preferences", "deliveries")


def test_whatever_a_worker_asks_of_many_is_found_by_an_index(office: Office) -> None:
    office.case(office.person("person", "teams"))
    office.at("2026-11-06T09:00")
    asked: list[tuple[str, object]] = []

    def note(_c: object, _cursor: object, statement: str, given: object, _x: object, _many: object) -> None:
        asked.append((statement, given))

    event.listen(office.database.engine, "before_cursor_execute", note)
    office.worker().round()
    event.remove(office.database.engine, "before_cursor_execute", note)
    lists = [each for each in asked if "json_each" in each[0]]
    assert len(lists) >= 9, "each of them takes a list as one parameter"
    with office.database.reading() as connection:
        for statement, given in lists:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)  # type: ignore[arg-type]
            steps = [row.detail for row in plan]
            assert not [step for step in steps for table in TABLES if step.startswith(f"SCAN {table}")], statement


def test_records_read_together_are_the_same_as_each_by_itself(office: Office) -> None:
    office.case(office.person("one"))
    office.case(office.person("two"))
    for days in range(2, 6):
        office.reminding.not_resolved("one", Outcome.REFUSED, None, MONDAY + timedelta(days=1))
        office.reminding.start_again("two", MONDAY + timedelta(days=days))
    with office.database.reading() as connection:
        known = [f"W-000000{number}" for number in (1, 2, 3)]
        together = record.of_cases(connection, [*known, "W-NOBODYS"])
        assert {case: list(record.of_case(connection, case)) for case in known} == together
        assert record.of_cases(connection, []) == {}
    with CaseStore(office.database).reading() as cases:
        assert cases.find_all(known) == {case: cases.find(case) for case in known}


@pytest.mark.parametrize("broken", ["{", "", "{}, {}"])
def test_a_record_that_is_no_json_stands_in_nobodys_way(office: Office, broken: str) -> None:
    office.case(office.person("broken"))
    office.case(office.person("whole"))
    with office.database.transaction() as connection, unguarded(connection):
        connection.exec_driver_sql(
            """UPDATE record SET about = ? WHERE "case" = 'W-0000001' AND number = 2""", (broken,)
        )
    office.at("2026-11-06T09:00")
    office.worker().round()
    assert len(office.inbox("whole")) == 1 and office.inbox("broken") == []
