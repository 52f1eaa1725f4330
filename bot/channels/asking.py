"""Who asks, and what they may: the one place where a route learns that."""

from __future__ import annotations

from flask import current_app, g, request

from bot.casework.permissions import Action, Actor, Role
from bot.channels import visitor
from bot.door import Door

ASKED_BY_THE_PAGE = "chat.history"
"""The page asks for this by itself, whether anybody is there or not: that keeps no session alive."""


class NoRole(Exception):
    """Somebody is signed in, and the directory gives them nothing to do here."""


def actor() -> Actor | None:
    """The person who asks, with their roles and their organisation; None for somebody we do not know.

    In training nobody signs in: everybody may rehearse, and look at the overview. Raises NoRole; and DirectoryDown,
    where what the person may do has to be asked of the directory and cannot be.
    """
    if "actor" not in g:
        g.actor = _actor()
    found: Actor | None = g.actor
    if found and not found.roles:
        raise NoRole
    return found


def person() -> str | None:
    """Only who asks, where all that is needed is that they may use Waymark."""
    found = actor()
    return found.id if found and found.may(Action.TALK) else None


def _actor() -> Actor | None:
    session, door = visitor.session_of(request), Door.of(current_app)
    if not session:
        return None
    if door.sign_ins:
        return door.sign_ins.actor(session, door.clock.now(), acting=request.endpoint != ASKED_BY_THE_PAGE)
    known = door.conversation.recognise(session)
    return Actor(known, frozenset({Role.TRAINEE})) if known else None
