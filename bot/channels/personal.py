"""The page on which people see what is held of them, take it with them, and have it deleted."""

from __future__ import annotations

import json

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request

from bot.channels import asking, visitor
from bot.channels.answering import notice, stranger
from bot.door import Door

personal = Blueprint("personal", __name__)

DONE = {
    "conversation": "Your conversation is deleted. Your cases, their dates and reminders are still here.",
    "everything": "Your conversation and all your cases are deleted.",
}


@personal.get("/personal-data")
def page() -> Response:
    """What is held, for how long, and what can be done about it."""
    person = asking.person()
    return _page(person, request.args.get("done", "")) if person else stranger()


@personal.get("/personal-data.json")
def download() -> Response:
    """All that is held of the person who asks, and of nobody else."""
    person = asking.person()
    if person is None:
        return stranger()
    door = Door.of(current_app)
    held = door.personal.held(person, door.clock.now())
    response = make_response(json.dumps(held, default=str, ensure_ascii=False, indent=2) + "\n")
    response.mimetype = "application/json"
    response.headers["Content-Disposition"] = 'attachment; filename="waymark-personal-data.json"'
    return response


@personal.post("/personal-data")
def erase() -> Response:
    """Delete the conversation, or everything where that was ticked."""
    person = asking.person()
    if person is None or not visitor.is_own_form(request, visitor.session_of(request)):
        return stranger()
    what = request.form.get("do", "")
    if what not in DONE:
        return _page(person)
    if what == "everything" and not request.form.get("sure"):
        return _page(person, error="Tick the box to delete your cases too")
    door = Door.of(current_app)
    if not door.personal.wish(person, what == "everything", door.clock.now()):
        return notice(409, "Your last message is still being answered", "Nothing was deleted. Please try again.")
    return make_response(redirect(f"/personal-data?done={what}", 303))


def _page(person: str, done: str = "", error: str = "") -> Response:
    door = Door.of(current_app)
    said = len(door.conversation.history(person))
    words = render_template(
        "personal.html",
        said=said,
        cases=len(door.files.mine(person, door.clock.now())),
        keeps=door.personal,
        done=DONE.get(done),
        error=error,
        error_field="sure",
        form_token=visitor.form_token(visitor.session_of(request)),
    )
    return make_response(words, 400 if error else 200)
