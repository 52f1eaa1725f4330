"""Whatever comes has to be dealt with in time, and leave alone what belongs to somebody else."""

from __future__ import annotations

import json
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest
from hypothesis import strategies as st
from sqlalchemy import select

from bot.storage import Database
from bot.storage.base import metadata

SECONDS = 30
"""Nothing takes so long on any machine, unless it hangs."""

odd_text = st.text(max_size=60) | st.sampled_from(
    ["", "\0", "../../etc", "%00", "\ud800", "'; DROP TABLE cases; --", "{{7*7}}", "W-2222222", "/restart", "9" * 400]
)
"""Texts as programs and people send them that mean no good."""
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | odd_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(odd_text, inner, max_size=4),
    max_leaves=12,
)


def deep(levels: int) -> bytes:
    """Lists in lists."""
    return b"[" * levels + b"]" * levels


def as_bytes(value: Any) -> bytes:
    """Any value as JSON, halves of emoji included."""
    return json.dumps(value).encode()


@contextmanager
def in_time() -> Iterator[None]:
    """Raises TimeoutError where the block hangs."""

    def ring(_: int, __: FrameType | None) -> None:
        raise TimeoutError(f"no answer in {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def rows(database: Database, chosen: Callable[[str], bool] = lambda name: True) -> dict[str, list[Any]]:
    """All that is in these tables."""
    with database.reading() as connection:
        return {
            name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for name, table in metadata.tables.items()
            if chosen(name)
        }


class Watch:
    """Looks again only where something was written since the last time, which SQLite knows."""

    def __init__(self, database: Database) -> None:
        self._own = sqlite3.connect(str(database.engine.url.database))
        self._seen: dict[str, tuple[int, Any]] = {}

    def look(self, name: str, at: Callable[[], Any]) -> Any:
        """What there is now, by that look."""
        (written,) = self._own.execute("PRAGMA data_version").fetchone()
        if name not in self._seen or self._seen[name][0] != written:
            self._seen[name] = written, at()
        return self._seen[name][1]

    def close(self) -> None:
        """Let go of the file."""
        self._own.close()


@pytest.fixture
def watch(database: Database) -> Iterator[Watch]:
    made = Watch(database)
    yield made
    made.close()
