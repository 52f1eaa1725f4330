"""Everything that can break, at random moments under load; then the ledger.

``WAYMARK_SOAK_FAULTS`` says how many faults (`make soak`: hundreds). For every day there is test_two_of_each.py.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from tests.fleet import ledger
from tests.fleet.fleet import OURS, Fleet
from tests.fleet.load import Crowd

FAULTS = int(os.environ.get("WAYMARK_SOAK_FAULTS", "0"))
pytestmark = [pytest.mark.rasa, pytest.mark.skipif(not FAULTS, reason="make soak asks for it")]

PEOPLE = 4
PAUSE_SECONDS = 3.0


def killed(fleet: Fleet, name: str) -> Iterator[None]:
    """SIGKILL, and started again as the engine does it."""
    fleet.kill(name)
    yield
    fleet.bring_back(name)


def suspended(fleet: Fleet, name: str) -> Iterator[None]:
    """It hangs: alive, holding what it holds, answering nobody."""
    fleet.children[name].signal(signal.SIGSTOP)
    yield
    fleet.children[name].signal(signal.SIGCONT)


def redis_killed(fleet: Fleet, _: str) -> Iterator[None]:
    fleet.redis.kill()
    yield
    fleet.redis.start()


def postgresql_killed(fleet: Fleet, _: str) -> Iterator[None]:
    fleet.cluster.kill()
    yield
    fleet.cluster.begin()


def everything_killed(fleet: Fleet, _: str) -> Iterator[None]:
    """The power of the machine fails."""
    fleet.kill(*OURS)
    fleet.cluster.kill()
    fleet.redis.kill()
    yield
    fleet.cluster.begin()
    fleet.redis.start()
    fleet.bring_back(*OURS)


def records_locked(fleet: Fleet, _: str) -> Iterator[None]:
    """Somebody holds the tables of the cases."""
    with fleet.cluster.connected("waymark") as connection, connection.transaction():
        connection.execute("LOCK TABLE cases, record, messages IN ACCESS EXCLUSIVE MODE")
        yield


def database_read_only(fleet: Fleet, _: str) -> Iterator[None]:
    """As with a full disk: it answers, and takes nothing."""
    with fleet.cluster.connected("postgres") as connection:
        connection.execute("ALTER DATABASE waymark SET default_transaction_read_only = on")
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'waymark'")
        yield
        connection.execute("ALTER DATABASE waymark SET default_transaction_read_only = off")
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'waymark'")


FAULT = {
    "killed": killed,
    "suspended": suspended,
    "redis killed": redis_killed,
    "postgresql killed": postgresql_killed,
    "everything killed": everything_killed,
    "tables locked": records_locked,
    "database takes nothing": database_read_only,
}
ODDS = {"killed": 12, "suspended": 4, "redis killed": 1, "postgresql killed": 2, "everything killed": 1,
        "tables locked": 2, "database takes nothing": 1}  # fmt: skip


def test_whatever_breaks_nothing_is_lost_or_done_twice(fleet: Fleet) -> None:
    done: Counter[str] = Counter()
    first = random.sample(list(FAULT), len(FAULT))
    with Crowd([fleet.address("gateway-1"), fleet.address("gateway-2")], PEOPLE) as tally:
        time.sleep(PAUSE_SECONDS)
        for number in range(FAULTS):
            fault = first[number] if number < len(first) else random.choices(list(ODDS), list(ODDS.values()))[0]
            name = random.choice(OURS)
            _break(FAULT[fault], fleet, name)
            done[f"{fault} {name[:-2]}" if fault in ("killed", "suspended") else fault] += 1
        fleet.wait()
        time.sleep(PAUSE_SECONDS)
    with ledger.opened(fleet.database) as made:
        print(f"\n{dict(done)}\n{ledger.as_line(tally)} recorded={ledger.moves(made)}")  # noqa: T201  what is measured
        ledger.check(made, tally)
    assert tally.outcomes["answered"] > FAULTS


def _break(fault: Callable[[Fleet, str], Iterator[None]], fleet: Fleet, name: str) -> None:
    for _ in fault(fleet, name):
        time.sleep(random.uniform(0.2, PAUSE_SECONDS))
    time.sleep(random.uniform(0.2, 2 * PAUSE_SECONDS))
