"""The people around a case: share it with a colleague, stop sharing it, hand it over."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, make_response, redirect, request

from bot.casework.errors import CaseworkError
from bot.casework.permissions import Actor, Tie
from bot.channels import asking, visitor
from bot.channels.answering import stranger
from bot.channels.cases.pages import refused
from bot.door import Door
from bot.wording import sharing as wording


def add_to(room: Blueprint) -> None:
    """Make these the routes of the room."""
    room.add_url_rule("/cases/<reference>/share", view_func=share, methods=["POST"])
    room.add_url_rule("/cases/<reference>/unshare", view_func=unshare, methods=["POST"])
    room.add_url_rule("/cases/<reference>/hand-over", view_func=hand_over, methods=["POST"])


def share(reference: str) -> Response:
    """Let the colleague with that work e-mail address in."""
    actor, door = _poster(), Door.of(current_app)
    if actor is None:
        return stranger()
    tie = Tie.HELPER if request.form.get("as") == Tie.HELPER else Tie.READER
    now = door.clock.now()
    try:
        person = door.sharing.share(actor, reference, request.form.get("colleague", ""), tie, now)
    except CaseworkError as error:
        return refused(reference, error, "people")
    door.conversation.tell(person, wording.told_shared(reference, tie), now)
    return _back(reference, "shared")


def unshare(reference: str) -> Response:
    """Let a colleague out again."""
    actor, door = _poster(), Door.of(current_app)
    if actor is None:
        return stranger()
    try:
        door.sharing.stop_sharing(actor, reference, request.form.get("person", ""), door.clock.now())
    except CaseworkError as error:
        return refused(reference, error, "people")
    return _back(reference, "unshared")


def hand_over(reference: str) -> Response:
    """Make the case a colleague's, and all other open cases of its owner where that is asked for."""
    actor, door, given = _poster(), Door.of(current_app), request.form
    if actor is None:
        return stranger()
    now, everything = door.clock.now(), given.get("everything") == "yes"
    try:
        person, cases = door.sharing.hand_over(
            actor, reference, given.get("colleague", ""), now, everything=everything
        )
    except CaseworkError as error:
        return refused(reference, error, "hand-over")
    door.conversation.tell(person, wording.told_handed_over(cases), now)
    return make_response(redirect("/cases?done=handed_over", 303))


def _poster() -> Actor | None:
    """Who sends this form, from a page of ours."""
    actor = asking.actor()
    return actor if actor and visitor.is_own_form(request, visitor.session_of(request)) else None


def _back(reference: str, done: str) -> Response:
    return make_response(redirect(f"/cases/{reference}?done={done}#people", 303))
