"""Reminders: how many a second two workers send, beside APScheduler's SQLAlchemy job store; and finding what is due."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import func, select

from bot.bootstrap import Parts
from bot.config import ROOT
from bot.storage import outbox
from bot.storage.clock import TrainingClock
from bot.storage.reminders import reminders
from tests.bench.many import Copies, open_waymark, places
from tests.bench.pair import Pair, say
from tests.bench.samples import Row, Sample
from tests.bench.sides import FOLDER
from tests.reminders.conftest import MONDAY

REMINDERS, JOBS, WORKERS = 4000, 1000, 2
GOALS = {"SQLite": ">= 400 /s", "PostgreSQL": ">= 1,000 /s"}
DUE = datetime(2026, 11, 6, 9, 30, tzinfo=UTC)
FEW, MANY, FOUND, LOOKS = 1_000, 1_000_000, 200, 60
PATIENCE_SECONDS = 120.0
_LINES = FOLDER / "jobs"


def reminders_sent(_: Pair) -> list[Row]:
    """Claimed, rendered, sent to a sink and marked, by two workers; APScheduler runs jobs that only write a line."""
    rows = []
    with places() as found:
        for name, new in found.items():
            ours = send(new(), REMINDERS)
            say(f"  {name}: {ours:.0f} reminders/s")
            theirs = run_jobs(new(), JOBS)
            say(f"  {name}: APScheduler {theirs:.0f} jobs/s")
            shown = f"{ours:,.0f}/s (n={REMINDERS})", f"APScheduler {theirs:,.0f}/s (n={JOBS})"
            rows.append(Row(f"reminders a second, {name}, {WORKERS} workers", *shown, ours, GOALS[name]))
            rows.append(Row(f"the same against APScheduler, {name}", *shown, ours / theirs, ">= 5"))
    return rows


def due(_: Pair) -> list[Row]:
    """What a worker does to find and claim 200 due reminders, among a thousand open cases and among a million."""
    rows = []
    with places() as found:
        for name, new in found.items():
            times = {}
            for number in (FEW, MANY):
                say(f"  {name}: {number:,} open cases")
                times[number] = look(new(), number)
            few, many = times[FEW], times[MANY]
            shown = f"{many} among {MANY:,}; {few} among {FEW:,}"
            rows.append(Row(f"finding what is due, {name}", shown, "", many.p50 / few.p50, "<= 1.3"))
    return rows


def send(url: str, number: int) -> float:
    """Reminders a second, from the moment at which they are due until all are marked as sent."""
    sink = FOLDER / "sink"
    sink.parent.mkdir(parents=True, exist_ok=True)
    sink.write_text("")
    with open_waymark(url) as parts:
        _set(parts, MONDAY)
        Copies(parts.database).whole(number)
        crew = [_worker(url, sink) for _ in range(WORKERS)]
        try:
            _until(lambda: _workers(parts) == WORKERS)
            began = time.perf_counter()
            _set(parts, DUE)
            _until(lambda: _sent(parts) >= number)
            taken = time.perf_counter() - began
        finally:
            for each in crew:
                each.send_signal(signal.SIGTERM)
                each.wait(30)
    return number / taken


def run_jobs(url: str, number: int) -> float:
    """Jobs a second of APScheduler, from the moment at which it is let loose."""
    scheduler = BackgroundScheduler(jobstores={"default": SQLAlchemyJobStore(url)})
    scheduler.start(paused=True)
    moment = datetime.now(UTC)
    _LINES.write_text("")
    for each in range(number):
        scheduler.add_job(_write, "date", [each], run_date=moment, misfire_grace_time=None)
    began = time.perf_counter()
    scheduler.resume()
    _until(lambda: not scheduler.get_jobs() and len(_LINES.read_text().splitlines()) >= number)
    taken = time.perf_counter() - began
    scheduler.shutdown()
    return number / taken


def look(url: str, number: int) -> Sample:
    """The times of looking for what is due and claiming it, which is taken back each time."""
    with open_waymark(url) as parts:
        copies = Copies(parts.database)
        copies.with_one_reminder(number, DUE + timedelta(days=1))
        copies.make_due(FOUND, DUE)
        return Sample([_claim(parts) for _ in range(LOOKS)])


def _claim(parts: Parts) -> float:
    real = datetime.now(UTC)
    with parts.database.engine.connect() as connection:
        began = time.perf_counter()
        assert outbox.any_due(connection, DUE, real)
        held = outbox.claim(connection, "bench", DUE, real, timedelta(seconds=90), FOUND)
        taken = time.perf_counter() - began
        connection.rollback()
    assert len(held) == FOUND
    return taken


def _worker(url: str, sink: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "DATABASE_URL": url, "WAYMARK_MODE": "training"}
    command = [sys.executable, "-m", "tests.reminders.sinking", str(sink)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)


def _set(parts: Parts, moment: datetime) -> None:
    assert isinstance(parts.clock, TrainingClock)
    parts.clock.set(moment)


def _workers(parts: Parts) -> int:
    with parts.database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(outbox.workers)) or 0


def _sent(parts: Parts) -> int:
    with parts.database.reading() as connection:
        return connection.scalar(select(func.count()).where(reminders.c.state == "sent")) or 0


def _until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while not true():
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.02)


def _write(number: int) -> None:
    """A job of APScheduler: as little as the sink of our workers does."""
    with _LINES.open("a") as lines:
        lines.write(f"{number}\n")
