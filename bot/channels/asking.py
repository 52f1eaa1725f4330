"""Who asks, and what they may: the one place where a route learns that."""

from __future__ import annotations

from flask import current_app, request

from bot.casework.permissions import Actor, Role
from bot.channels import visitor
from bot.door import Door


def actor() -> Actor | None:
    """The person who asks, with their roles and their organisation; None for somebody we do not know.

    In training nobody signs in: everybody may rehearse, and look at the overview.
    """
    session = visitor.session_of(request)
    person = Door.of(current_app).conversation.recognise(session) if session else None
    return Actor(person, frozenset({Role.TRAINEE})) if person else None


def person() -> str | None:
    """Only who asks."""
    found = actor()
    return found.id if found else None
