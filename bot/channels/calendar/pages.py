"""Where calendars are asked for: one's own case by its reference, everything by a secret address."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, make_response, request
from werkzeug.exceptions import NotFound

from bot.channels import asking
from bot.channels.answering import stranger
from bot.channels.calendar.ics import as_ics
from bot.door import Door
from bot.storage.calendars import Published

calendar = Blueprint("calendar", __name__)


@calendar.get("/cases/<reference>/calendar.ics")
def of_case(reference: str) -> Response:
    """The dates of one's own case, as a file. Raises NotFound for any other."""
    door, person = Door.of(current_app), asking.person()
    if person is None:
        return stranger()
    found = door.diary.of_case(person, reference, door.clock.now())
    if found is None:
        raise NotFound
    response = _calendar(found, f"Waymark {reference}")
    response.headers["Content-Disposition"] = f'attachment; filename="{reference}.ics"'
    return response


@calendar.get("/calendar/<secret>.ics")
def of_feed(secret: str) -> Response:
    """All the dates of the person who was given that address. Raises NotFound where nobody was."""
    door = Door.of(current_app)
    found = door.diary.of_feed(secret, door.clock.now())
    if found is None:
        raise NotFound
    return _calendar(found, "Waymark deadlines")


def _calendar(found: tuple[Published, ...], name: str) -> Response:
    response = make_response(as_ics(found, name, Door.of(current_app).home))
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    response.headers["Cache-Control"] = "private, no-cache"  # may be kept, must be asked about
    response.add_etag()
    response.make_conditional(request)
    return response
