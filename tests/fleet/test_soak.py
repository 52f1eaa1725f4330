"""Everything that can break, at random moments and several things at once, under load; then the ledger.

``WAYMARK_SOAK_FAULTS`` says how many faults (`make soak`: hundreds). For every day there is test_two_of_each.py.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager

import pytest

from tests.fleet import ledger
from tests.fleet.fleet import OURS, Fleet
from tests.fleet.load import Crowd, Tally
from tests.hanging import suspended

FAULTS = int(os.environ.get("WAYMARK_SOAK_FAULTS", "0"))
pytestmark = [pytest.mark.rasa, pytest.mark.skipif(not FAULTS, reason="make soak asks for it")]

PEOPLE = 4
TOGETHER = 4
"""At most so many processes of ours are broken at the same time, besides what they all stand on."""
PAUSE_SECONDS = 2.0
PATIENCE_SECONDS = 60.0
LOOK_EVERY = 60
"""After so many faults nobody is there for a moment, and the database is held against what everybody was told."""
OFTEN = {"gateway": 4, "worker": 4, "actions": 3, "rasa": 1}
"""A Rasa needs ten seconds to come back, the others two or three: so they are broken more often."""


@contextmanager
def killed(fleet: Fleet, name: str) -> Iterator[None]:
    """SIGKILL, and started again as the engine does it."""
    fleet.kill(name)
    yield
    fleet.bring_back(name)


@contextmanager
def redis_killed(fleet: Fleet) -> Iterator[None]:
    fleet.redis.kill()
    yield
    fleet.redis.start()


def redis_suspended(fleet: Fleet) -> AbstractContextManager[None]:
    """Worse than gone: it takes connections and answers none."""
    return suspended(fleet.redis)


@contextmanager
def postgresql_killed(fleet: Fleet) -> Iterator[None]:
    fleet.cluster.kill()
    yield
    fleet.cluster.begin()


@contextmanager
def postgresql_disk_full(fleet: Fleet) -> Iterator[None]:
    """Nothing more can be written: as soon as it has to, it gives up and ends."""
    fleet.cluster.fill()
    yield
    fleet.cluster.kill()
    fleet.cluster.begin()


@contextmanager
def everything_killed(fleet: Fleet) -> Iterator[None]:
    """The power of the machine fails."""
    fleet.kill(*OURS)
    fleet.cluster.kill()
    fleet.redis.kill()
    yield
    fleet.cluster.begin()
    fleet.redis.start()
    fleet.bring_back(*OURS)


@contextmanager
def everything_suspended(fleet: Fleet) -> Iterator[None]:
    """The lid is closed."""
    with suspended(fleet.redis), fleet.suspended(*OURS):
        yield


@contextmanager
def records_locked(fleet: Fleet) -> Iterator[None]:
    """Somebody holds the tables of the cases."""
    with fleet.cluster.connected("waymark") as connection, connection.transaction():
        connection.execute("LOCK TABLE cases, record, messages IN ACCESS EXCLUSIVE MODE")
        yield


@contextmanager
def database_read_only(fleet: Fleet) -> Iterator[None]:
    """It answers, and takes nothing."""
    with fleet.cluster.connected("postgres") as connection:
        connection.execute("ALTER DATABASE waymark SET default_transaction_read_only = on")
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'waymark'")
        yield
        connection.execute("ALTER DATABASE waymark SET default_transaction_read_only = off")
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'waymark'")


Whole = Callable[[Fleet], AbstractContextManager[None]]
WHOLE: dict[str, tuple[Whole, int]] = {
    "redis killed": (redis_killed, 3),
    "redis suspended": (redis_suspended, 3),
    "postgresql killed": (postgresql_killed, 3),
    "postgresql's disk full": (postgresql_disk_full, 3),
    "tables locked": (records_locked, 3),
    "database takes nothing": (database_read_only, 2),
    "everything suspended": (everything_suspended, 2),
    "everything killed": (everything_killed, 1),
}
"""What befalls all at once, and how often beside the others."""


def test_whatever_breaks_nothing_is_lost_or_done_twice(fleet: Fleet) -> None:
    done: Counter[str] = Counter()
    tally = Tally()
    first = random.sample(list(WHOLE), len(WHOLE))
    while done.total() < FAULTS:
        until = min(FAULTS, done.total() + LOOK_EVERY)
        with Crowd([fleet.address("gateway-1"), fleet.address("gateway-2")], PEOPLE, tally):
            time.sleep(PAUSE_SECONDS)
            while done.total() < until:
                done += _break_something(fleet, first.pop() if first else _one_of_whole())
                _goes_on(fleet, tally)
            fleet.start_what_ended()
            fleet.wait()
            time.sleep(PAUSE_SECONDS)
        with ledger.opened(fleet.database) as made:
            ledger.check(made, tally)
            told = f"{done.total()} {dict(done)}\n{ledger.as_line(tally)} recorded={ledger.moves(made)}"
            print(f"\n{told}", flush=True)  # noqa: T201  what is measured
    assert tally.moved and tally.outcomes["answered"] > FAULTS / 2


def _goes_on(fleet: Fleet, tally: Tally) -> None:
    """Let people be answered again before the next thing breaks."""
    answered, until = tally.outcomes["answered"] + PEOPLE, time.monotonic() + PATIENCE_SECONDS
    while tally.outcomes["answered"] < answered and time.monotonic() < until:
        fleet.start_what_ended()
        time.sleep(0.2)


def _one_of_whole() -> str | None:
    """Every third time."""
    kinds = list(WHOLE)
    return random.choices(kinds, [WHOLE[kind][1] for kind in kinds])[0] if random.random() < 1 / 3 else None


def _break_something(fleet: Fleet, whole: str | None) -> Counter[str]:
    """Break some processes and perhaps what they stand on, at different moments, and let it all come back."""
    done: Counter[str] = Counter()
    ours = () if whole and whole.startswith("everything") else _some_of_ours()
    with ExitStack() as broken:
        for name in ours:
            how = random.choice((killed, killed, Fleet.suspended))
            broken.enter_context(how(fleet, name))
            done[f"{name[:-2]} {how.__name__}"] += 1
            time.sleep(random.uniform(0, PAUSE_SECONDS / 4))
        if whole:
            broken.enter_context(WHOLE[whole][0](fleet))
            done[whole] += 1
        time.sleep(random.uniform(0.2, PAUSE_SECONDS))
    time.sleep(random.uniform(0.2, 2 * PAUSE_SECONDS))
    return done


def _some_of_ours() -> tuple[str, ...]:
    odds = [OFTEN[name[:-2]] for name in OURS]
    return tuple(set(random.choices(OURS, odds, k=random.randint(1, TOGETHER))))
