"""The measuring itself, in small: what it counts is counted rightly. No time is asserted here."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.bootstrap import Parts
from bot.casework.reminders import Kind
from bot.storage import outbox
from bot.storage.cases import cases
from bot.storage.reminders import reminders
from tests.bench.__main__ import PARTS, main
from tests.bench.machine import cpu_seconds, family, megabytes
from tests.bench.many import DUE, KINDS, Copies, open_waymark
from tests.bench.reminding import FOUND, look
from tests.bench.report import BEGIN, END, PAGE, placed, table
from tests.bench.samples import Row, Sample, ratio

MANY = 250


@pytest.fixture
def waymark(tmp_path: Path) -> Iterator[Parts]:
    with open_waymark(f"sqlite:///{tmp_path / 'waymark.db'}") as parts:
        yield parts


def test_percentiles_are_times_that_were_measured() -> None:
    sample = Sample([number / 1000 for number in range(100, 0, -1)])
    assert (sample.p50, sample.p95, sample.at(0.99)) == (0.050, 0.095, 0.099)
    assert str(sample) == "50 / 95 / 99 ms (n=100)"


@pytest.mark.parametrize(
    ("value", "goal", "met"),
    [
        (0.8, "<= 0.8", True),
        (0.81, "<= 0.8", False),
        (2.0, ">= 2.0", True),
        (999.0, ">= 1,000 /s", False),
        (5.0, "", None),
        (None, "<= 1", None),
    ],
)
def test_a_goal_is_met_or_not(value: float | None, goal: str, met: bool | None) -> None:
    row = Row("a turn", "", "", value, goal)
    assert row.met is met
    assert ("**no**" in row.cells()) is (met is False)


def test_a_ratio_is_ours_to_theirs() -> None:
    row = ratio("a turn", Sample([0.010] * 3), Sample([0.040] * 3), 0.5, "<= 0.8")
    assert (row.what, row.value, row.met) == ("a turn, p50", 0.25, True)


def test_what_a_process_takes_counts_its_children() -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass\nprint(flush=True)\ninput()"
    command = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    with subprocess.Popen([sys.executable, "-c", command], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert len(family([process.pid])) == 2
        assert os.getpid() not in family([process.pid])
        assert cpu_seconds([process.pid]) >= 0.3
        assert megabytes([process.pid]) > 2
        process.communicate(b"\n")


def test_copies_are_open_cases_whose_reminders_can_be_claimed_and_told(waymark: Parts) -> None:
    Copies(waymark.database).whole(3)
    with waymark.database.transaction() as connection:
        each = connection.execute(select(reminders.c.case, func.count()).group_by(reminders.c.case)).all()
        assert len(each) == len(KINDS) + 3 and len({number for _, number in each}) > 1
        held = outbox.claim(connection, "me", DUE, DUE, DUE - DUE.replace(hour=0), 100)
    assert len(held) == len({reminder.case for reminder in held}) == len(each), "one of each, whatever its kind"
    assert not {reminder.planned.kind for reminder in held} & {Kind.COORDINATOR}
    desks = waymark.reminding.before_sending([reminder.case for reminder in held], DUE)
    assert {"W-0", "W-1", "W-2"} < desks.keys()
    assert all(desk.advice and desk.case and desk.case.is_open for desk in desks.values())


def test_what_is_due_is_found_among_copies_that_wait(tmp_path: Path, waymark: Parts) -> None:
    Copies(waymark.database).with_one_reminder(MANY, DUE)
    with waymark.database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(cases)) == MANY + len(KINDS)
        assert connection.scalar(select(func.count(func.distinct(reminders.c.due_at)))) >= 60
    assert len(look(f"sqlite:///{tmp_path / 'other.db'}", FOUND).seconds) > 10


def test_a_part_that_does_not_exist_is_refused_and_one_that_breaks_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["turnips"]) == 2
    assert "turnips" in capsys.readouterr().err

    def broken(_: object) -> list[Row]:
        raise LookupError("no such thing")

    monkeypatch.setitem(PARTS, "turns", broken)
    before = PAGE.read_text(encoding="utf-8")
    assert main(["turns"]) == 0
    assert "turns: could not be measured (LookupError)" in capsys.readouterr().out
    assert PAGE.read_text(encoding="utf-8") == before, "a part alone is not kept"


def test_the_table_takes_its_place_in_the_page_and_nothing_else() -> None:
    page = PAGE.read_text(encoding="utf-8")
    row = Row("a turn", "first figure", "theirs", 0.5, "<= 0.8")
    once = placed(page, str(table([row])))
    twice = placed(once, str(table([replace(row, waymark="second figure")])))
    assert "| a turn" in once and "second figure" in twice and "first figure" not in twice
    assert [text.partition(BEGIN)[0] for text in (page, twice)] == [page.partition(BEGIN)[0]] * 2
    assert [text.partition(END)[2] for text in (page, twice)] == [page.partition(END)[2]] * 2
    with pytest.raises(ValueError, match="no place"):
        placed("# Another page", "")
