"""Which case is asked for: one's own, or none."""

from __future__ import annotations

from flask import current_app
from werkzeug.exceptions import NotFound

from bot.casefiles import CaseFile
from bot.casework.errors import CaseworkError
from bot.door import Door


def own_file(actor: str, reference: str) -> CaseFile:
    """The person's own case. Raises NotFound for any other, and for none."""
    door = Door.of(current_app)
    try:
        return door.files.file(actor, reference, door.clock.now())
    except CaseworkError as error:
        raise NotFound from error
