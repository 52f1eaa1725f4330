"""Turn-taking: one turn at a time for one person, over all processes; what was begun is taken up or given up.

Every function takes the connection of a transaction that its caller opened, and moments of the machine's clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select, update

from bot.storage.buttons import release
from bot.storage.cases import cases
from bot.storage.people import people

_PERSON = select(people).where(people.c.id == bindparam("who")).with_for_update()
_MINE = (people.c.id == bindparam("who")) & (people.c.turn_holder == bindparam("holder"))
_BEGIN = (
    update(people)
    .where(people.c.id == bindparam("who"))
    .values(
        turn_holder=bindparam("holder"),
        turn_until=bindparam("until"),
        turn_button=None,
        turn_standing=bindparam("standing"),
    )
)
_END = update(people).where(_MINE).values(turn_holder=None, turn_until=None, turn_button=None)
_STANDING = select(func.coalesce(func.sum(cases.c.version + 1), 0)).where(cases.c.person == bindparam("who"))


@dataclass(frozen=True, slots=True)
class Taken:
    """A turn that has begun. ``interrupted``: the one before recorded something, and died before it was told."""

    interrupted: bool


def take(connection: Connection, person: str, holder: str, moment: datetime, lease: timedelta) -> Taken | None:
    """Let ``holder`` speak for this person, unless another holder's time still runs.

    A time that ends much later than any lease could was written before the clock was set back, and counts for nothing.
    Later by a little it is of a machine whose clock is ahead, or of who came first while this one waited for the row.
    """
    row = connection.execute(_PERSON, {"who": person}).one_or_none()
    if row is None or (row.turn_until is not None and moment <= row.turn_until <= moment + 2 * lease):
        return None
    stands = standing(connection, person)
    died = row.turn_holder is not None
    moved = died and row.turn_standing is not None and stands != row.turn_standing
    if died and row.turn_button and not moved:
        release(connection, row.turn_button)  # nothing came of it, so that it can be pressed again
    connection.execute(_BEGIN, {"who": person, "holder": holder, "until": moment + lease, "standing": stands})
    return Taken(moved)


def renew(connection: Connection, person: str, holder: str, until: datetime) -> None:
    """The holder is still at it."""
    mine = (people.c.id == person) & (people.c.turn_holder == holder) & people.c.turn_until.is_not(None)
    connection.execute(update(people).where(mine).values(turn_until=until))


def end(connection: Connection, person: str, holder: str) -> None:
    """Let the next one speak."""
    connection.execute(_END, {"who": person, "holder": holder})


def give_up(connection: Connection, person: str, holder: str, moved: bool, moment: datetime) -> None:
    """End a turn that broke: its button can be pressed again, or else the next turn begins with what was recorded."""
    mine = (people.c.id == person) & (people.c.turn_holder == holder)
    if moved:
        connection.execute(update(people).where(mine).values(turn_until=moment - timedelta(seconds=1)))
        return
    if button := connection.scalar(select(people.c.turn_button).where(mine)):
        release(connection, button)
    end(connection, person, holder)


def pressed(connection: Connection, person: str, token: str) -> None:
    """The turn has used up this button."""
    connection.execute(update(people).where(people.c.id == person).values(turn_button=token))


def cut_off(connection: Connection, person: str, holder: str, successor: str) -> bool:
    """Go on under another holder, so that nothing more is written for this one; gives whether anything was."""
    mine = (people.c.id == person) & (people.c.turn_holder == holder)
    held = connection.execute(update(people).where(mine).values(turn_holder=successor)).rowcount == 1
    before = connection.scalar(select(people.c.turn_standing).where(people.c.id == person))
    return not held or standing(connection, person) != before


def standing(connection: Connection, person: str | None) -> int:
    """A number that grows whenever something is recorded in one of the person's cases."""
    return int(connection.scalar(_STANDING, {"who": person}) or 0)
