"""The web page: the chat itself, with and without JavaScript, the history that it polls, and the reminders in it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request

from bot import replies
from bot.casework.message import Kind, Message
from bot.channels import asking, visitor
from bot.channels.answering import as_json, refuse, reply, stranger, turn_json
from bot.channels.sending import Notice, Refused
from bot.conversation import Turn
from bot.door import Clock, Door
from bot.storage import Database, conversations
from bot.storage.conversations import StoredMessage

chat = Blueprint("chat", __name__)
_LARGEST_ID = 2**63 - 1
_ID = re.compile(r"[A-Za-z0-9_-]{16,64}")
"""What a sender may call a message, to be recognised when it is sent again."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """The conversation as a channel: what is sent stands on the page at its next look, and in the history."""

    database: Database
    clock: Clock
    name: str = "web"

    def send(self, address: Mapping[str, Any], notice: Notice) -> str | None:
        """Put it into the person's conversation, once however often it is sent."""
        with self.database.transaction() as connection:
            now = self.clock.now()
            told = conversations.tell(connection, notice.person, notice.message, now, notice.reminder)
        if told is None:
            raise Refused("unknown_person", gone=True)
        return str(told.id)


@chat.get("/")
def page() -> Response:
    """The page with the whole conversation. Where nobody signs in, a new visitor gets a session and a welcome."""
    door = Door.of(current_app)
    session = visitor.session_of(request)
    person = asking.person()
    if person:
        return _page(person, session)
    if door.sign_ins:
        return stranger()
    session = visitor.new_session()
    response = _page(door.conversation.begin(session, door.clock.now()), session)
    visitor.remember(response, session, framed=visitor.can_be_framed(request, door))
    return response


@chat.post("/chat/messages")
def say() -> Response:
    """Words or a pressed button: JSON for the script, the same route as a plain form for everybody else."""
    return _say_json() if request.is_json else _say_form()


@chat.get("/chat/messages")
def history() -> Response:
    """What was said after a message. 204 where nothing is new."""
    person = asking.person()
    if person is None:
        return stranger()
    after = request.args.get("after", "0")
    if not (after.isascii() and after.isdigit() and len(after) < 20):
        return refuse(400, "after: the id of a message")
    found = Door.of(current_app).conversation.history(person, min(int(after), _LARGEST_ID))
    if not found:
        return make_response("", 204)
    response = reply({"messages": [as_json(message) for message in found]})
    response.add_etag()
    response.make_conditional(request)
    return response


def _say_json() -> Response:
    if not visitor.is_same_site(request):
        return refuse(403, "not from this page")
    body = visitor.json_body(request)
    text, button = _field(body, "text"), _field(body, "button")
    if (text is None) == (button is None):
        return refuse(400, 'one of {"text": "..."} or {"button": "..."}')
    key = body.get("id", "") if "id" in body else new_id()
    if not (isinstance(key, str) and _ID.fullmatch(key)):
        return refuse(400, "id: 16 to 64 letters, digits or dashes, the same when a message is sent again")
    person = asking.person()
    return stranger() if person is None else reply(turn_json(_turn(person, text, button, key)))


def _say_form() -> Response:
    session = visitor.session_of(request)
    person = asking.person()
    if person is None or not visitor.is_own_form(request, session):
        return stranger()
    text = request.form.get("text", "")
    key = request.form.get("id", "")
    turn = _turn(person, text, request.form.get("button"), key if _ID.fullmatch(key) else new_id())
    if turn.saved:
        return make_response(redirect("/#latest", 303))
    return _page(person, session, turn, text)


def new_id() -> str:
    """By what a message is known that its sender gave no id."""
    return secrets.token_urlsafe(18)


def _turn(person: str, text: str | None, button: str | None, key: str) -> Turn:
    door = Door.of(current_app)
    if button is not None:
        return door.conversation.press(person, button, door.clock.now())
    return door.conversation.say(person, text or "", door.clock.now(), key)


def _page(person: str, session: str, turn: Turn | None = None, text: str = "") -> Response:
    """The page; after a form post that was not taken, with what was answered to it and the words back in the box."""
    said = Door.of(current_app).conversation.history(person)
    unsaved = [message for message in turn.messages if message.id is None] if turn else []
    return make_response(
        render_template(
            "chat.html",
            history=said,
            unsaved=unsaved,
            live=next((m for m in reversed(said) if m.tokens and m.message.kind is not Kind.REMINDER), None),
            last=said[-1].id if said else 0,
            newest_words=next((m.id for m in reversed(said) if m.message.kind is Kind.PERSON), None),
            unreachable=_passing(replies.no_word(Door.of(current_app).safety_net())),
            text=text,
            form_token=visitor.form_token(session),
            new_id=new_id(),
        )
    )


def _passing(message: Message) -> StoredMessage:
    return StoredMessage(None, message, Door.of(current_app).clock.now())


def _field(body: Any, name: str) -> str | None:
    value = body.get(name) if isinstance(body, dict) else None
    return value if isinstance(value, str) else None
