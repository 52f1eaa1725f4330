"""Signing in and out in a browser: out to the directory, back from it, and the page after signing out."""

from __future__ import annotations

import base64
import binascii
import logging
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, make_response, redirect, request

from bot.channels import visitor
from bot.channels.answering import notice, stranger
from bot.directory import Flow, Refused
from bot.door import Door
from bot.signing_in import SignIns

log = logging.getLogger(__name__)

signing_in = Blueprint("signing_in", __name__)
COOKIE = "__Host-waymark-sign-in"
"""Holds the secret of one attempt, and where the person wants to go, while they are away at the directory."""
WITHIN_SECONDS = 600
AGAIN = ("/sign-in", "Sign in")


@signing_in.get("/sign-in")
def leave() -> Response:
    """To the directory, with where to come back to. Raises DirectoryDown."""
    flow, back = Flow.new(), visitor.local_path(request.args.get("next", "/"))
    response = make_response(redirect(_sign_ins().directory.address(flow), 303))
    value = f"{flow.secret}.{base64.urlsafe_b64encode(back.encode()).decode()}"
    response.set_cookie(COOKIE, value, max_age=WITHIN_SECONDS, httponly=True, samesite="Lax", secure=True, path="/")
    return response


@signing_in.get("/sign-in/callback")
def arrive() -> Response:
    """Back from the directory: a new session, never one that the browser brought. Raises DirectoryDown."""
    flow, back = _attempt()
    before, door = visitor.session_of(request), Door.of(current_app)
    try:
        session, _ = _sign_ins().finish(flow, request.args, before, door.clock.now())
    except Refused as refused:
        log.warning("sign-in refused: %s", refused.reason)
        says = "Your directory did not confirm who you are, or this page was open for too long. Nothing was changed."
        return notice(403, "That did not sign you in", says, ("/sign-in?" + urlencode({"next": back}), "Try again"))
    response = make_response(redirect(back, 303))
    visitor.remember(response, session)
    response.delete_cookie(COOKIE, httponly=True, samesite="Lax", secure=True, path="/")
    return response


@signing_in.post("/sign-out")
def sign_out() -> Response:
    """End the session here, at once; the next page offers to end the directory's as well."""
    session = visitor.session_of(request)
    if not session or not visitor.is_own_form(request, session):
        return stranger()
    _sign_ins().end(session)
    response = make_response(redirect("/signed-out", 303))
    visitor.forget(response)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@signing_in.get("/signed-out")
def signed_out() -> Response:
    """The end, and a link to sign out of the work account itself: a form may lead to our own pages only."""
    everywhere = _sign_ins().directory.end_address()
    line = "Nobody can see your cases here now."
    if everywhere is None:
        return notice(200, "You are signed out of Waymark", line, AGAIN)
    line += " On a computer that others use, sign out of your work account as well."
    return notice(200, "You are signed out of Waymark", line, (everywhere, "Sign out of your work account"))


def _attempt() -> tuple[Flow, str]:
    """The attempt that this browser began, and where it wanted to go. Without one nothing fits."""
    secret, _, back = request.cookies.get(COOKIE, "").partition(".")
    try:
        path = base64.urlsafe_b64decode(back.encode()).decode()
    except (binascii.Error, UnicodeDecodeError):
        path = "/"
    return (Flow(secret) if secret else Flow.new()), visitor.local_path(path)


def _sign_ins() -> SignIns:
    found = Door.of(current_app).sign_ins
    assert found is not None, "these pages are there with sign-in only"
    return found
