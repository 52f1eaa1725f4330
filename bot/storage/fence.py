"""Nothing is written for a turn that is over.

A turn is held under a secret (its holder), which goes with the message to the assistant and comes back with what is
written for it. Whoever gives up on the assistant changes the holder first: from then on nothing that is still under way
there can be written, and what was written until then can be seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy import Connection, bindparam, select

from bot.casework.errors import CaseworkError
from bot.storage.people import people

_HELD = (
    select(people.c.id)
    .where(people.c.id == bindparam("who"), people.c.turn_holder == bindparam("holder"))
    .with_for_update(read=True)
)
_working_for: ContextVar[tuple[str, str] | None] = ContextVar("working_for", default=None)


@contextmanager
def working_for(person: str, holder: str | None) -> Iterator[None]:
    """Whatever is written in this block is written for that turn, or not at all."""
    before = _working_for.set((person, holder) if holder else None)
    try:
        yield
    finally:
        _working_for.reset(before)


def hold(connection: Connection) -> None:
    """Keep the turn that this is written for from ending before the transaction does.

    Raises CaseworkError ``turn_over`` where it has ended, or has been given up.
    """
    if (working := _working_for.get()) is None:
        return
    person, holder = working
    if connection.execute(_HELD, {"who": person, "holder": holder}).first() is None:
        raise CaseworkError("turn_over")
