"""Who is at the web page: the session cookie, and the proof that a request comes from our own page."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Any
from urllib.parse import urlsplit

from flask import Request, Response

COOKIE = "waymark"
FORM_FIELD = "form_token"
_A_YEAR = 365 * 24 * 3600


def new_session() -> str:
    """A secret that only this visitor will hold."""
    return secrets.token_urlsafe(32)


def session_of(request: Request) -> str:
    """The session that the request brings, or nothing."""
    return request.cookies.get(COOKIE, "")


def remember(response: Response, session: str, *, secure: bool) -> None:
    """Give the visitor their session; scripts and other sites cannot use it."""
    response.set_cookie(COOKIE, session, max_age=_A_YEAR, httponly=True, samesite="Lax", secure=secure, path="/")


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
    """Whether a request comes from our own pages.

    Browsers send both headers with every post, and SameSite keeps the cookie from other sites besides. A program that
    is no browser sends neither, and brings nobody else's cookie.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    return origin is None or _host(origin) == request.host


def _host(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
