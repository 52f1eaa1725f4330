"""Which case is asked for: one that the person may see, or none."""

from __future__ import annotations

from flask import current_app
from werkzeug.exceptions import NotFound

from bot.casefiles import CaseFile
from bot.casework.errors import CaseworkError
from bot.channels import asking
from bot.door import Door


def file_of(reference: str) -> CaseFile:
    """The case, for the person who asks. Raises NotFound where they may not see it, and where there is none."""
    actor, door = asking.actor(), Door.of(current_app)
    if actor is None:
        raise NotFound
    try:
        return door.files.file(actor, reference, door.clock.now())
    except CaseworkError as error:
        raise NotFound from error
