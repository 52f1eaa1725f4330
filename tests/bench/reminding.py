"""Reminders: how many a second two workers send, beside APScheduler's SQLAlchemy job store; and finding what is due."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import bindparam, func, select

from bot import settling
from bot.bootstrap import Parts
from bot.config import ROOT
from bot.storage import outbox
from bot.storage.clock import TrainingClock
from bot.storage.reminders import reminder, reminders
from bot.wording import reminding as wording
from tests.bench.machine import cpu_seconds
from tests.bench.many import DUE, KINDS, TOLD, Copies, open_waymark, places
from tests.bench.pair import Pair, say
from tests.bench.samples import Row, Sample
from tests.bench.sides import FOLDER

REMINDERS, JOBS, WORKERS = 12_000, 3_000, 2
"""So many that it takes seconds: a worker at rest looks each fifth of one, and at the end one waits for the other."""
GOALS = {"SQLite": ">= 400 /s", "PostgreSQL": ">= 1,000 /s"}
FEW, MANY, FOUND, LOOKS = 1_000, 1_000_000, 200, 60
PATIENCE_SECONDS = 120.0
REST_SECONDS, AT_REST = 1.0, 0.1
"""So long, and with so little of a core, all that take part look for what is due before it is."""
_LINES = FOLDER / "jobs"
_OF_NUMBER = select(reminders).where(reminders.c.id == bindparam("number"))
_parts: Parts


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast so many were dealt with, and the processor time of all who took part: who sends, the database, and the
    little that watching takes."""

    number: int
    seconds: float
    cpu_seconds: float

    @classmethod
    def of(cls, number: int, work: Callable[[], None]) -> Pace:
        """The pace at which that work deals with so many."""
        cpu, began = cpu_seconds([os.getpid()]), time.perf_counter()
        work()
        taken = time.perf_counter() - began
        return cls(number, taken, cpu_seconds([os.getpid()]) - cpu)

    @property
    def a_second(self) -> float:
        return self.number / self.seconds

    def __str__(self) -> str:
        return f"{self.a_second:,.0f}/s, {1000 * self.cpu_seconds / self.number:.2f} ms of CPU (n={self.number})"


def reminders_sent(_: Pair) -> list[Row]:
    """Claimed, read, worded, sent to a sink and marked, by two workers; beside it jobs of APScheduler."""
    rows = []
    with places() as found:
        for name, new in found.items():
            ours = send(new(), REMINDERS)
            say(f"  {name}: reminders {ours}")
            bare = run_jobs(new(), JOBS)
            say(f"  {name}: APScheduler's jobs {bare}")
            alike = run_like_jobs(new(), new(), JOBS)
            say(f"  {name}: its jobs that read the case and word the reminder {alike}")
            what = f"reminders a second, {name}, {WORKERS} workers"
            rows.append(Row(what, str(ours), "", ours.a_second, GOALS[name]))
            for jobs, kind, goal in ((bare, "only write a line", ">= 5"), (alike, "read the case and word it", "")):
                ratio = ours.a_second / jobs.a_second
                rows.append(Row(f"beside jobs that {kind}, {name}", str(ours), f"APScheduler {jobs}", ratio, goal))
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


def send(url: str, number: int) -> Pace:
    """From the moment at which reminders are due until all are marked as sent."""
    sink = _emptied(FOLDER / "sink")
    with open_waymark(url) as parts:
        _set(parts, TOLD)
        Copies(parts.database).whole(number)
        due = number + len(KINDS)

        def work() -> None:
            _set(parts, DUE)
            _until(lambda: _lines(sink) >= due)  # asking the database all the while would take its time
            _until(lambda: _sent(parts) >= due)

        crew = [_worker(url, sink) for _ in range(WORKERS)]
        try:
            _until(lambda: _workers(parts) == WORKERS and _at_rest())
            pace = Pace.of(due, work)
        finally:
            for each in crew:
                each.send_signal(signal.SIGTERM)
                each.wait(30)
    assert _lines(sink) == due
    return pace


def run_jobs(url: str, number: int) -> Pace:
    """Jobs of APScheduler that only write a line, from the moment at which it is let loose."""
    return _run(url, _write, range(number))


def run_like_jobs(url: str, cases: str, number: int) -> Pace:
    """The same of jobs that do what a worker does between claiming and marking: read the case, word it, send it."""
    global _parts
    with open_waymark(cases) as _parts:
        Copies(_parts.database).whole(number)
        with _parts.database.reading() as connection:
            due = connection.scalars(select(reminders.c.id).where(reminders.c.due_at <= DUE).limit(number)).all()
        return _run(url, _tell, due)


def _run(url: str, job: Callable[[int], None], about: Sequence[int]) -> Pace:
    lines = _emptied(_LINES)
    scheduler = BackgroundScheduler(jobstores={"default": SQLAlchemyJobStore(url)})
    scheduler.start(paused=True)
    moment = datetime.now(UTC)
    for each in about:
        scheduler.add_job(job, "date", [each], run_date=moment, misfire_grace_time=None)

    def work() -> None:
        scheduler.resume()
        _until(lambda: _lines(lines) >= len(about))  # a job has been marked, that is removed, before it runs

    pace = Pace.of(len(about), work)
    assert not scheduler.get_jobs() and sorted(map(int, lines.read_text().split())) == sorted(about)
    scheduler.shutdown()
    return pace


def look(url: str, number: int) -> Sample:
    """The times of looking for what is due and claiming it, which is taken back each time."""
    with open_waymark(url) as parts:
        copies = Copies(parts.database)
        copies.with_one_reminder(number, DUE + timedelta(days=1))
        copies.make_due(FOUND, DUE)
        return Sample([_claim(parts) for _ in range(LOOKS)])


def _claim(parts: Parts) -> float:
    real = datetime.now(UTC)
    began = time.perf_counter()
    with parts.database.transaction() as connection:
        assert outbox.any_due(connection, DUE, real)
        held = outbox.claim(connection, "bench", DUE, real, timedelta(seconds=90), FOUND)
        taken = time.perf_counter() - began
        connection.rollback()
    assert len(held) == FOUND
    return taken


def _worker(url: str, sink: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "DATABASE_URL": url, "WAYMARK_MODE": "training"}
    command = [sys.executable, "-m", "tests.reminders.sinking", str(sink), "0", "90", str(settling.LOOK_EVERY)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)


def _set(parts: Parts, moment: datetime) -> None:
    assert isinstance(parts.clock, TrainingClock)
    parts.clock.set(moment)


def _workers(parts: Parts) -> int:
    with parts.database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(outbox.workers)) or 0


def _at_rest() -> bool:
    """Whether the workers, and the database, have done what is done once when a worker begins, such as tidying."""
    before = cpu_seconds([os.getpid()])
    time.sleep(REST_SECONDS)
    return cpu_seconds([os.getpid()]) - before < AT_REST * REST_SECONDS


def _sent(parts: Parts) -> int:
    with parts.database.reading() as connection:
        return connection.scalar(select(func.count()).where(reminders.c.state == "sent")) or 0


def _until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while not true():
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.02)


def _emptied(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("")
    return file


def _lines(file: Path) -> int:
    return file.read_bytes().count(b"\n")


def _write(number: int) -> None:
    """A job of APScheduler: as little as the sink of our workers does."""
    with _LINES.open("a") as lines:
        lines.write(f"{number}\n")


def _tell(number: int) -> None:
    """A job of APScheduler that knows no more than which reminder is due."""
    with _parts.database.reading() as connection:
        due = reminder(connection.execute(_OF_NUMBER, {"number": number}).one())
    desk = _parts.reminding.before_sending([due.case], DUE)[due.case]
    assert wording.reminder(due, desk)
    _write(number)
