"""The clock of training mode, so that a whole escalation can be rehearsed in minutes. Nobody finds it in earnest."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from flask import Blueprint, Response, current_app, make_response, redirect, request

from bot.casework.calendar import LONDON, london
from bot.casework.errors import BeyondCalendar
from bot.channels import visitor
from bot.channels.answering import notice, refuse, reply
from bot.door import Door, Training

training = Blueprint("training", __name__)
_YEARS = range(2000, 2100)


@training.post("/training/clock")
def set_clock() -> Response:
    """Set the clock: JSON ``{"now": ISO or null}``, or the form of the page."""
    return _set_by_json() if request.is_json else _set_by_form()


def _set_by_json() -> Response:
    if not visitor.is_same_site(request):
        return refuse(403, "not from this page")
    body = visitor.json_body(request)
    now = body.get("now") if isinstance(body, dict) and "now" in body else False
    moment = _moment(now)
    if moment is None and now is not None:
        return refuse(400, '{"now": an ISO date and time between 2000 and 2099, or null for the real time}')
    clock = _training().clock
    clock.set(moment)
    return reply({"now": clock.now().isoformat()})


def _set_by_form() -> Response:
    if not visitor.is_own_form(request, visitor.session_of(request)):
        return notice(403, "Please open the page again", "This page has lost its place. The clock was not changed.")
    try:
        moment = _asked()
    except (ValueError, BeyondCalendar):
        return notice(400, "The clock was not changed", "I cannot go to that day. Choose one between 2000 and 2099.")
    _training().clock.set(moment)
    return make_response(redirect("/#latest", 303))


def _asked() -> datetime | None:
    """The moment that the form asks for. Raises ValueError or BeyondCalendar where there is no such moment."""
    now = london(_training().clock.now())
    match request.form.get("move"):
        case "real":
            return None
        case "day":
            day = now.date() + timedelta(days=1)
        case "working_day":
            day = _training().next_working_day(now.date())
        case _:
            if moment := _moment(request.form.get("at")):
                return moment
            raise ValueError("no moment")
    if day.year not in _YEARS:
        raise ValueError("too far")
    return datetime.combine(day, time(now.hour, now.minute), LONDON).astimezone(UTC)


def _moment(text: Any) -> datetime | None:
    """An ISO moment; one without a zone is London's time."""
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return london(moment).astimezone(UTC) if moment.year in _YEARS else None


def _training() -> Training:
    found = Door.of(current_app).training
    assert found is not None, "the clock is there in training only"
    return found
