"""E-mail by GOV.UK Notify, with its official client. The template holds ``((subject))`` and ``((body))``, no more."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any

import requests
from notifications_python_client.errors import HTTPError, InvalidResponse
from notifications_python_client.notifications import NotificationsAPIClient

from bot.channels.mail.letters import Letter
from bot.channels.sending import SEND_WITHIN_SECONDS, Refused, Unreachable

log = logging.getLogger(__name__)
# The client logs what Notify answers, which may repeat an address.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)

OFFICIAL = "https://api.notifications.service.gov.uk"
A_MINUTE = 60.0
"""Notify counts requests by the minute."""


@dataclass(frozen=True, slots=True)
class Notify:
    """Posts letters through one Notify service. Notify's ``reference`` is the letter's key."""

    key: str = field(repr=False)
    template: str
    url: str = OFFICIAL
    within: float = SEND_WITHIN_SECONDS - 5

    def post(self, to: str, letter: Letter) -> str | None:
        """Hand the letter over; gives Notify's id. Raises Unreachable or Refused."""
        client = NotificationsAPIClient(self.key, base_url=self.url, timeout=self.within)  # not safe to share
        try:
            answer = client.send_email_notification(
                email_address=to,
                template_id=self.template,
                personalisation={"subject": letter.subject, "body": letter.text},
                reference=letter.key,
            )
        except HTTPError as error:
            raise _meaning(error) from error
        except InvalidResponse as error:
            raise Unreachable("notify_unreadable", ambiguous=True) from error
        return str(answer["id"]) if isinstance(answer, dict) and "id" in answer else None


def _meaning(error: HTTPError) -> Unreachable | Refused:
    """What went wrong, and whether the letter may be on its way all the same."""
    if error.response is None:
        return _unanswered(error.__cause__)
    status, said = error.status_code, _errors(error)
    reason = f"notify_{status}"
    if status == 429:
        daily = any("TooManyRequests" in name for name, _ in said)  # gone until midnight: tell the person elsewhere
        return Refused("notify_daily_limit") if daily else Unreachable(reason, A_MINUTE)
    if status >= 500:
        return Unreachable(reason, ambiguous=status != 503)
    nobody = any(name == "ValidationError" and "email_address" in says for name, says in said)
    if not nobody:
        log.error("mail: Notify does not take letters from us: status=%s", status)
    return Refused(reason, gone=nobody)


def _unanswered(cause: BaseException | None) -> Unreachable:
    never_arrived = isinstance(cause, requests.ConnectTimeout) or "NewConnectionError" in repr(cause)
    return Unreachable("notify_connect" if never_arrived else "notify_silent", ambiguous=not never_arrived)


def _errors(error: HTTPError) -> list[tuple[str, str]]:
    said: Any = error.message
    try:
        body = error.response.json() if error.response is not None else {}
        said = body.get("errors", [])
        return [(str(item.get("error")), str(item.get("message"))) for item in said]
    except (ValueError, AttributeError, TypeError):
        return []
