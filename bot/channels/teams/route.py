"""``POST /api/messages``: the Bot Framework's way in. Acknowledged within a second, answered afterwards."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, Response, request
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.answering import refuse, reply
from bot.channels.sending import Refused, Unreachable
from bot.channels.teams.activity import Activity, Unreadable, read
from bot.channels.teams.admission import Admission, TurnedAway
from bot.channels.teams.reception import Full, Reception

log = logging.getLogger(__name__)

BODY_LIMIT = 256 * 1024
"""Teams sends a long message twice over: as text and as HTML."""
RETRY_SECONDS = "15"


def blueprint(
    admission: Admission, reception: Reception, apologise: Callable[[Mapping[str, Any]], None], start: Callable[[], Any]
) -> Blueprint:
    """The route. ``apologise`` says at once that nothing was kept; ``start`` lets the answering begin."""
    made = Blueprint("teams", __name__)
    made.record_once(lambda _: start())

    @made.post("/api/messages")
    def messages() -> Response:
        request.max_content_length = BODY_LIMIT
        try:
            caller = admission.identify(dict(request.headers), request.remote_addr or "")
            activity = read(request.get_data(cache=False))
            admission.admit(caller, activity)
        except TurnedAway as away:
            log.warning("teams: turned away: status=%s reason=%s", away.status, away.reason)
            return refuse(away.status, "not authorised")
        except Unreadable as odd:
            log.warning("teams: unreadable: %s", odd)
            return refuse(400, "not an activity")
        return _take(reception, activity, apologise)

    return made


def _take(reception: Reception, activity: Activity, apologise: Callable[[Mapping[str, Any]], None]) -> Response:
    try:
        reception.take(activity)
    except Full:
        log.warning("teams: full")
        response = refuse(429, "too much is waiting")
        response.headers["Retry-After"] = RETRY_SECONDS
        return response
    except SQLAlchemyError as error:
        log.error("teams: not kept: %s", type(error).__name__)
        return _not_kept(activity, apologise)
    return reply({}, 202)


def _not_kept(activity: Activity, apologise: Callable[[Mapping[str, Any]], None]) -> Response:
    """The person is told at once, with the safety net. Only where that fails too does Teams deliver it again."""
    try:
        apologise(activity.address)
    except (Unreachable, Refused):
        return refuse(503, "not kept")
    return reply({}, 200)
