"""Who asks too often is told to wait, with the safety net. In training nobody is held back."""

from __future__ import annotations

from flask import Response, current_app, request

from bot.channels import asking
from bot.channels.answering import notice
from bot.directory import DirectoryDown
from bot.door import Door
from bot.limiting import Allowance

FREE = ("static", "healthz")
BY_ADDRESS = ("signing_in.leave", "signing_in.arrive", "signing_in.signed_out", "calendar.of_feed")
"""Asked for by nobody whom we know yet."""


def hold_back() -> Response | None:
    """Called before every request: an answer where it came too soon. Teams counts by itself (bot/channels/teams)."""
    limits, place = Door.of(current_app).limits, request.endpoint or ""
    if limits is None or place in FREE or place.startswith("teams"):
        return None
    person = None if place in BY_ADDRESS else _person()
    sends = Allowance.PERSON_SENDS if request.method == "POST" else Allowance.PERSON_LOOKS
    wait = limits.wait(sends, person) if person else limits.wait(Allowance.ADDRESS, request.remote_addr or "")
    if not wait:
        return None
    says = f"Please wait {wait} seconds, and try again. Nothing of this was saved. If it cannot wait, ring."
    response = notice(429, "That was very much at once", says)
    response.headers["Retry-After"] = str(wait)
    return response


def _person() -> str | None:
    try:
        return asking.person()
    except (asking.NoRole, DirectoryDown):
        return None
