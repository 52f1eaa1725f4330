"""One look at the cases for all of an answer: what is asked of them again and again is read once.

Within a sitting whatever is looked at is seen as it was at the first look. As soon as something is written, the sitting
begins anew, so that nobody answers from before their own words.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from bot.storage.base import Database

T = TypeVar("T")


class Sitting:
    """A transaction for looking only, begun with the first look, and what was found out in it."""

    def __init__(self) -> None:
        self._held = ExitStack()
        self._connections: dict[Database, Connection] = {}
        self._known: dict[Hashable, Any] = {}

    def connection(self, database: Database) -> Connection:
        """Where to look."""
        if database not in self._connections:
            self._connections[database] = self._held.enter_context(database.reading())
        return self._connections[database]

    def once(self, what: Hashable, find: Callable[[], T]) -> T:
        """What ``find`` gave the first time, by its name."""
        if what not in self._known:
            self._known[what] = find()
        return cast("T", self._known[what])

    def end(self) -> None:
        """What was seen is over; the next look sees what is there by then."""
        self._known.clear()
        self._connections.clear()
        self._held.close()


_current: ContextVar[Sitting | None] = ContextVar("sitting", default=None)


@contextmanager
def sitting() -> Iterator[None]:
    """Read each thing once in this block."""
    mine = Sitting()
    before = _current.set(mine)
    try:
        yield
    finally:
        _current.reset(before)
        mine.end()


def current() -> Sitting | None:
    """The sitting that is going on in this thread."""
    return _current.get()
