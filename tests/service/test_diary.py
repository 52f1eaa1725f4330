"""Which dates of a case belong into a calendar, and that they keep their identity while the case moves."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import update

from bot.casework.calendar import LONDON
from bot.casework.case import Outcome
from bot.service import Casework
from bot.storage import Database
from bot.storage.record import record
from tests.service.test_a_case import ME, NOW, opened
from tests.tampering import unguarded

CASE = "W-0000001"


def names(casework: Casework, now: datetime = NOW) -> dict[str, date]:
    return {item.name: item.due for item in casework.dates(ME, now)[CASE]}


@pytest.mark.parametrize(
    ("policy", "name", "due"),
    [
        ("gloucestershire", "w-0000001.glos-1d.1", date(2026, 11, 9)),
        ("warrington", "w-0000001.warr-t1", date(2026, 11, 9)),
        ("rainbow_early_years", "w-0000001.rain-t2", date(2026, 11, 9)),
        ("telford_wrekin", "w-0000001.telf-1a.1", date(2026, 11, 4)),
    ],
)
def test_the_first_date_is_there(casework: Casework, policy: str, name: str, due: date) -> None:
    opened(casework, policy)
    assert names(casework)[name] == due


def test_a_policy_without_limits_has_none(casework: Casework) -> None:
    opened(casework, "cambridgeshire_peterborough")
    assert names(casework) == {}


def test_an_agreed_date_moves_it_in_place(casework: Casework) -> None:
    opened(casework, "gloucestershire")
    casework.agree_date(ME, date(2026, 11, 20), NOW)
    assert names(casework)["w-0000001.glos-1d.1"] == date(2026, 11, 20)


def test_a_limit_over_two_stages_is_one_date(casework: Casework) -> None:
    opened(casework, "warrington")
    before = names(casework)
    casework.not_resolved(ME, Outcome.REFUSED, None, NOW + timedelta(days=1))
    assert names(casework) == before == {"w-0000001.warr-t1": date(2026, 11, 9)}


def test_the_next_stage_is_another_date(casework: Casework) -> None:
    opened(casework, "gloucestershire")
    casework.not_resolved(ME, Outcome.REFUSED, None, NOW + timedelta(days=1))
    assert "w-0000001.glos-1d.1" not in names(casework) and "w-0000001.glos-2g.2" in names(casework)


def test_hours_have_a_time_and_the_title_says_it(casework: Casework) -> None:
    opened(casework, "telford_wrekin")
    for day in (1, 2):
        casework.not_resolved(ME, Outcome.UNRESOLVED, None, NOW + timedelta(days=day))
    (timed,) = [item for item in casework.dates(ME, NOW + timedelta(days=2))[CASE] if item.due_at]
    assert timed.due_at == (NOW + timedelta(days=3)) and timed.title.endswith("due by 10:00")


def test_nothing_of_what_was_told_is_in_a_title(casework: Casework) -> None:
    opened(casework, "gloucestershire")
    first = casework.dates(ME, NOW)[CASE][0]
    assert first.title == "W-0000001, Stage 1: resolution at Stage 1, due"


def test_the_working_day_before_passes_over_the_holidays(casework: Casework) -> None:
    opened(casework, "gloucestershire", now=datetime(2026, 12, 18, 10, tzinfo=LONDON))
    first, *_ = casework.dates(ME, datetime(2026, 12, 18, 10, tzinfo=LONDON))[CASE]
    assert (first.due, first.before) == (date(2026, 12, 29), date(2026, 12, 24))


def test_a_settled_case_keeps_only_what_follows_from_that(casework: Casework) -> None:
    opened(casework, "gloucestershire")
    casework.resolve(ME, None, NOW)
    assert names(casework) == {}


def test_a_case_before_its_stage_has_no_dates_and_another_person_no_case(casework: Casework) -> None:
    casework.alarm(ME, NOW)
    assert casework.dates(ME, NOW) == {CASE: ()}
    assert casework.dates("somebody else", NOW) == {}


def test_a_lost_policy_hides_no_other_case(casework: Casework, database: Database) -> None:
    opened(casework, "gloucestershire")
    casework.start_again(ME, NOW)
    opened(casework, "warrington")
    taken = (record.c.case == CASE) & (record.c.event == "policy_set")
    with database.transaction() as connection, unguarded(connection):
        about = {"policy": "gloucestershire", "version": "1", "hash": "0" * 64}
        connection.execute(update(record).where(taken).values(about=about))
    assert set(casework.dates(ME, NOW)) == {"W-0000002"}
