"""Three workers on one database, killed at random while the clock runs through a whole deadline: nothing is missing.

``WAYMARK_SOAK_KILLS`` says how often one is killed in all (``make soak``: hundreds); a few suffice for every day.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot import bootstrap
from bot.bootstrap import Parts
from bot.config import Settings
from bot.reminding import Reminding
from bot.storage import migrate
from bot.storage.clock import TrainingClock
from bot.storage.outbox import deliveries, workers
from bot.storage.reminders import reminders
from bot.worker import AT_ONCE
from tests.conftest import ROOT
from tests.postgresql import Cluster
from tests.reminders.conftest import Office

pytestmark = pytest.mark.processes

KILLS = int(os.environ.get("WAYMARK_SOAK_KILLS", "12"))
WORKERS = 3
CASES = 120
SETTLED = 20
"""So many cases are settled at the end, each with the cards of all that was said of it."""
LEASE = 3.0
PATIENCE = 120.0
MOMENTS = ("06T09:00", "09T09:00", "09T17:00", "10T09:00", "11T09:00", "12T09:00", "13T09:00", "16T09:00", "17T09:00")
SLEPT = "13T09:00"
"""Nobody works from before the reminder of the day before to this moment: one says what both would have said."""


@dataclass
class Crew:
    """Worker processes that are killed and started again."""

    url: str
    sink: Path
    kills: int = 0
    crew: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self) -> None:
        command = [sys.executable, "-m", "tests.reminders.sinking", str(self.sink), "0.004", str(LEASE)]
        environment = {**os.environ, "DATABASE_URL": self.url, "WAYMARK_MODE": "training"}
        while len(self.crew) < WORKERS:
            self.crew.append(subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True))

    def kill_one(self) -> None:
        victim = self.crew.pop(random.randrange(len(self.crew)))
        victim.send_signal(signal.SIGKILL)
        victim.wait()
        self.kills += 1

    def stop(self, number: signal.Signals = signal.SIGTERM) -> list[int]:
        """End them all; gives how they ended."""
        for each in self.crew:
            each.send_signal(number)
        codes = [each.wait(30) for each in self.crew]
        self.crew.clear()
        return codes


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    made = Cluster()
    try:
        made.start()
        yield made
    finally:
        made.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'waymark.db'}"
    found: Cluster = request.getfixturevalue("cluster")
    return found.database("soak")


@pytest.fixture
def parts(url: str) -> Iterator[Parts]:
    migrate(url)
    made = bootstrap.build(Settings.from_environment({"DATABASE_URL": url, "WAYMARK_MODE": "training"}))
    yield made
    made.database.close()


def test_nothing_is_missing_and_nothing_recorded_twice(parts: Parts, url: str, tmp_path: Path) -> None:
    office = _office(parts)
    for number in range(CASES):
        office.case(office.person(f"person-{number}", "sink"))
    crew = Crew(url, tmp_path / "sink")
    crew.sink.touch()
    try:
        for passed, moment in enumerate(MOMENTS, start=1):
            _until_said(office, crew, moment, kills=KILLS * passed // len(MOMENTS))
            _answered(office, since=moment)
        _until_settled(parts, crew)
        _until_all_work(parts, crew)
        assert crew.stop() == [0] * WORKERS, "SIGTERM ends a worker calmly"
    finally:
        crew.stop(signal.SIGKILL)
    _count(parts, crew)


def _until_said(office: Office, crew: Crew, moment: str, kills: int) -> None:
    """Let it be that moment, kill workers while they send, and wait until all that is due has been sent."""
    if moment == MOMENTS[MOMENTS.index(SLEPT) - 1]:
        crew.stop(signal.SIGKILL)
        return
    office.at(f"2026-11-{moment}")
    until = time.monotonic() + PATIENCE
    while crew.kills < kills or _waiting(office):
        assert time.monotonic() < until or crew.kills < kills, f"{_waiting(office)} are still waiting at {moment}"
        crew.start()
        time.sleep(random.uniform(0.05, 1.5))
        if crew.kills < kills:
            crew.kill_one()
        if random.random() < 0.2:  # the clock goes back and forth
            office.at("2026-11-03T10:00")
            time.sleep(0.1)
            office.at(f"2026-11-{moment}")


def _answered(office: Office, since: str) -> None:
    """A few people settle their cases after the last reminder, on another way: those cards lose their buttons."""
    if since == MOMENTS[-1]:
        for number in range(SETTLED):
            office.reminding.resolve(f"person-{number}", None, office.clock.now())


def _until_settled(parts: Parts, crew: Crew) -> None:
    """Wait until every card of the cases that are over has been replaced, while workers are killed at that too."""
    waiting = select(func.count()).select_from(deliveries.join(reminders, reminders.c.id == deliveries.c.reminder))
    waiting = waiting.where(reminders.c.state == "over", deliveries.c.settled_at.is_(None))
    until, kills = time.monotonic() + PATIENCE, crew.kills + max(KILLS // 4, 1)
    while True:
        crew.start()
        with parts.database.reading() as connection:
            if not connection.scalar(waiting):
                return
        assert time.monotonic() < until, "cards still show their buttons"
        time.sleep(random.uniform(0.1, 1.0))
        if crew.kills < kills:
            crew.kill_one()


def _until_all_work(parts: Parts, crew: Crew) -> None:
    crew.start()
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with parts.database.reading() as connection:
            names = list(connection.scalars(select(workers.c.name)))
        if all(any(f"-{each.pid}-" in name for name in names) for each in crew.crew):
            return
        time.sleep(0.1)
    raise TimeoutError("the workers do not begin")


def _waiting(office: Office) -> int:
    """How many are due and not yet said, nor said better by a newer one."""
    due = (reminders.c.state == "pending") & (reminders.c.due_at <= office.clock.now())
    with office.database.reading() as connection:
        return connection.scalar(select(func.count()).where(due)) or 0


def _count(parts: Parts, crew: Crew) -> None:
    with parts.database.reading() as connection:
        rows = connection.execute(select(reminders)).all()
        written = connection.execute(select(deliveries.c.reminder, deliveries.c.state)).all()
    said_of = {"over": "sent"}
    states = Counter((row.kind, row.number, said_of.get(row.state, row.state)) for row in rows)
    expected = {(kind, number, "sent") for kind, number in (("before", 1), ("on_day", 1), ("expired", 1))}
    expected |= {("chase", number, "superseded" if number == 3 else "sent") for number in range(1, 6)}
    assert states == Counter(dict.fromkeys(expected | {("coordinator", 1, "sent")}, CASES))

    said = {row.id for row in rows if row.state in ("sent", "over") and row.audience == "practitioner"}
    assert sorted(written) == sorted((number, "sent") for number in said), "each recorded exactly once"
    lines = [line.split() for line in crew.sink.read_text().splitlines()]
    wire = Counter(int(first) for first, _ in lines if first != "settled")
    settled = Counter(place for first, place in lines if first == "settled")
    over = {f"sunk-{row.id}" for row in rows if row.state == "over" and row.id in said}
    assert set(settled) == over and len(over) == SETTLED * len(said) // CASES, "their buttons are gone, and no others"
    assert set(wire) == said, "nothing missing, and nothing that should not have been said"
    copies = wire.total() - len(wire)
    print(f"\n{crew.kills} kills, {len(wire)} reminders, {copies} sent again, {len(over)} cards settled")  # noqa: T201  what is measured
    assert copies <= crew.kills * AT_ONCE


def _office(parts: Parts) -> Office:
    assert isinstance(parts.clock, TrainingClock) and isinstance(parts.reminding, Reminding)
    return Office(parts.database, parts.reminding, parts.clock)
