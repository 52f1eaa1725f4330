"""How the gateway answers over HTTP: messages as JSON, and calm notices that always hold the safety net."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from flask import Response, current_app, jsonify, make_response, render_template, request

from bot import replies
from bot.channels import visitor
from bot.conversation import Turn
from bot.door import Door
from bot.replies import TEXT_LIMIT
from bot.storage.conversations import StoredMessage

NOT_TAKEN = "You are not signed in any more. Nothing was saved. Copy what you wrote, then open this page again."
STILL_HERE = (
    "You are not signed in any more. Nothing was saved, and what you wrote is still in the box below. Open Waymark in "
    "a new tab, sign in there, then come back and send it again."
)


def as_json(said: StoredMessage) -> dict[str, Any]:
    """A message for the page's script and for other programs. Payloads stay here; only live buttons are shown."""
    message = said.message
    body = message.as_dict()
    return {
        "id": said.id,
        "kind": body["kind"],
        "text": message.text,
        "blocks": body["blocks"],
        "buttons": [{"title": b.title, "token": t} for b, t in zip(message.buttons, said.tokens, strict=False)],
        "cites": body["cites"],
        "html": _html(said),
    }


def _html(said: StoredMessage) -> str:
    """The message by itself: without what surrounds it on a page, which would be read from the database each time."""
    return current_app.jinja_env.get_template("message.html").render(said=said)


def turn_json(turn: Turn) -> dict[str, Any]:
    """What was answered, whether the person's words were kept, and as what."""
    said = as_json(turn.said) if turn.said else None
    return {"messages": [as_json(message) for message in turn.messages], "saved": turn.saved, "said": said}


def reply(body: dict[str, Any], status: int = 200) -> Response:
    """A JSON answer."""
    response = jsonify(body)
    response.status_code = status
    return response


def refuse(status: int, reason: str) -> Response:
    """A program asked in a way that has no answer."""
    return reply({"error": reason}, status)


def notice(status: int, title: str, line: str, onward: tuple[str, str] | None = None, words: str = "") -> Response:
    """Something did not work: the calm page, or the same as an answer of the chat. Needs no database.

    ``onward`` is a link and its words; ``words`` are the person's own, which were not saved and are given back.
    """
    message = replies.failure(title, line, Door.of(current_app).safety_net())
    said = StoredMessage(None, message, datetime.now(UTC))
    if wants_json():
        return reply(turn_json(Turn((said,), saved=False)), status)
    page = render_template("notice.html", title=title, said=said, onward=onward, words=words)
    return make_response(page, status)


def stranger() -> Response:
    """Nobody we know, or not from our own page."""
    if Door.of(current_app).sign_ins:
        return _not_signed_in()
    return notice(401, "Please open the page again", "This page has lost its place. Nothing was saved.")


def _not_signed_in() -> Response:
    """The way to sign in, and back to where the person wanted to go. What they had written is given back to them."""
    looked = request.method in ("GET", "HEAD")
    back = visitor.local_path(request.full_path.rstrip("?")) if looked else "/"
    words = "" if looked or not visitor.is_same_site(request) else request.form.get("text", "")[:TEXT_LIMIT]
    lost = STILL_HERE if request.is_json else NOT_TAKEN
    line = "Waymark is for staff. You sign in with your work account." if looked else lost
    return notice(401, "Please sign in", line, ("/sign-in?" + urlencode({"next": back}), "Sign in"), words)


def wants_json() -> bool:
    """Whether the answer is for a program or the page's script."""
    accepted = request.accept_mimetypes
    return request.is_json or accepted["application/json"] > accepted["text/html"]
