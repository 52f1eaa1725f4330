"""Who is at the web page: the session cookie, and the proof that a request comes from our own page."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from flask import Request, Response, current_app

from bot.door import Door

COOKIE = "waymark"
SECURE_COOKIE = "__Host-waymark"
"""In earnest. Browsers take a cookie of such a name from this very host only, over TLS only."""
FORM_FIELD = "form_token"
_A_YEAR = 365 * 24 * 3600
_FRAMED = {"samesite": "None", "secure": True, "partitioned": True}


def new_session() -> str:
    """A secret that only this visitor will hold."""
    return secrets.token_urlsafe(32)


def session_of(request: Request) -> str:
    """The session that the request brings, or nothing."""
    return request.cookies.get(_cookie(), "")


def remember(response: Response, session: str, *, framed: bool = False) -> None:
    """Give the visitor their session; scripts and other sites cannot use it. In earnest it goes with the browser.

    ``framed``: the page may stand in a frame of another site. Browsers keep no cookie there unless it says that it
    belongs to our frame in that site and to nothing else (SameSite=None with Partitioned), over TLS or on this machine.
    """
    training = _is_training()
    limits: Mapping[str, Any] = _FRAMED if framed else {"samesite": "Lax", "secure": not training}
    age = _A_YEAR if training else None
    response.set_cookie(_cookie(), session, max_age=age, httponly=True, path="/", **limits)


def forget(response: Response) -> None:
    """Take the session back from the browser."""
    response.delete_cookie(_cookie(), httponly=True, samesite="Lax", secure=not _is_training(), path="/")


def can_be_framed(request: Request, door: Door) -> bool:
    """Whether the session may go into frames of other sites: where these are named, and nobody signs in.

    Who signs in does so in a window, and that session is not to be had in a frame of another site whatever it says.
    """
    safe = door.home.startswith("https:") or request.host.split(":")[0] in ("127.0.0.1", "localhost")
    return bool(door.framers) and door.training is not None and safe


def local_path(text: str) -> str:
    """Where in our own pages somebody wants to go back to; the conversation for whatever is not one of them."""
    plain = text.isascii() and text.isprintable() and len(text) <= 500 and "\\" not in text
    ours = plain and text.startswith("/") and not text.startswith(("//", "/sign-", "/signed-"))
    return text if ours else "/"


def form_token(session: str) -> str:
    """What our own forms carry. It follows from the session, which no other site can read."""
    return hashlib.sha256(f"form:{session}".encode()).hexdigest()


def is_own_form(request: Request, session: str) -> bool:
    """Whether a form post comes from a page that we gave to this very visitor."""
    given = request.form.get(FORM_FIELD, "")
    return is_same_site(request) and hmac.compare_digest(given.encode(errors="replace"), form_token(session).encode())


def json_body(request: Request) -> Any:
    """The JSON that the request holds; None where it holds none that can be read, however deep or odd."""
    try:
        return request.get_json(silent=True)
    except RecursionError:
        return None


def is_same_site(request: Request) -> bool:
    """Whether a request comes from our own pages, in a window or in a frame. A page around the frame is not ours.

    Browsers send both headers with every post, and SameSite keeps the cookie from other sites besides. A program that
    is no browser sends neither, and brings nobody else's cookie.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    return origin is None or _host(origin) == request.host


def _is_training() -> bool:
    return Door.of(current_app).training is not None


def _cookie() -> str:
    return COOKIE if _is_training() else SECURE_COOKIE


def _host(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
