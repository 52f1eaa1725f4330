"""Who asks for which case: one's own, or none."""

from __future__ import annotations

from flask import current_app, request
from werkzeug.exceptions import NotFound

from bot.casefiles import CaseFile
from bot.casework.errors import CaseworkError
from bot.channels import visitor
from bot.door import Door


def person() -> str | None:
    """The person who asks, if we know them."""
    session = visitor.session_of(request)
    return Door.of(current_app).conversation.recognise(session) if session else None


def own_file(actor: str, reference: str) -> CaseFile:
    """The person's own case. Raises NotFound for any other, and for none."""
    door = Door.of(current_app)
    try:
        return door.files.file(actor, reference, door.clock.now())
    except CaseworkError as error:
        raise NotFound from error
