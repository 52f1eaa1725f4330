"""Sending to Teams: the Bot Connector's REST interface, and what its answers mean.

Creating an activity is not idempotent and takes no key, so that an answer that never came may hide a delivered message:
such a failure is marked as ambiguous.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote

import requests
from urllib3.exceptions import NewConnectionError

from bot.channels.sending import SEND_WITHIN_SECONDS, Refused, Unreachable
from bot.channels.teams.credentials import Tokens
from bot.channels.teams.http import Answer, exchange
from bot.channels.teams.throttle import Throttle

log = logging.getLogger(__name__)

REQUEST_SECONDS = 7.0
QUEUE_SECONDS = 4.0
"""No sender stands in the queue of one conversation for longer than this."""
LONGEST_PAUSE_SECONDS = 3600.0
LONGEST_CONVERSATION = 512
AGAIN = frozenset({412, 429, 503})
"""Not delivered, for now."""
PERHAPS = frozenset({408, 500, 502, 504})
"""Perhaps delivered all the same."""
GONE = frozenset({
    "BotDisabledByAdmin", "BotNotInConversationRoster", "ConversationBlockedByUser", "ConversationNotFound",
    "MessageWritesBlocked",
})  # fmt: skip
"""Nobody is reached there any more."""


class Connector:
    """Sends to the conversations of Teams. Safe to share between threads."""

    def __init__(
        self,
        tokens: Tokens,
        may_be_told: Callable[[str], bool],
        throttle: Throttle | None = None,
        *,
        proxies: bool = True,
    ) -> None:
        self._tokens = tokens
        self._may_be_told = may_be_told
        self._throttle = throttle or Throttle()
        self._proxies = proxies

    def post(self, address: Mapping[str, Any], activity: Mapping[str, Any]) -> str | None:
        """Say something new; gives the id that it has there. Raises Unreachable or Refused."""
        self._stand_in_line(str(address["conversation"]))
        answer = self._send("POST", address, "", activity)
        found = answer.json()
        number = found.get("id") if isinstance(found, dict) else None
        return number if isinstance(number, str) and 0 < len(number) <= 255 else None

    def put(self, address: Mapping[str, Any], place: str, activity: Mapping[str, Any]) -> None:
        """Replace what has that id. Raises Unreachable or Refused."""
        self._stand_in_line(str(address["conversation"]))
        self._send("PUT", address, place, {**activity, "id": place})

    def begin(self, address: Mapping[str, Any]) -> str:
        """Begin a personal conversation with somebody whose last one is lost; gives its id.

        Raises Unreachable, or Refused where the app is not installed for them.
        """
        tenant = {"tenantId": address["tenant"]} if address.get("tenant") else {}
        channel_data = {"tenant": {"id": address["tenant"]}} if tenant else {}
        wanted = {
            "bot": {"id": address["bot"]}, "members": [{"id": address["user"]}], "isGroup": False, **tenant,
            "channelData": channel_data,
        }  # fmt: skip
        found = self._request("POST", address, "v3/conversations", wanted).json()
        number = found.get("id") if isinstance(found, dict) else None
        if not isinstance(number, str) or not 0 < len(number) <= LONGEST_CONVERSATION:
            raise Refused("no conversation")
        return number

    def typing(self, address: Mapping[str, Any]) -> None:
        """Show that somebody is writing. Whether it comes through matters to nothing."""
        if self._throttle.take(str(address["conversation"])) == 0.0:
            with suppress(Unreachable, Refused):
                self._send("POST", address, "", {"type": "typing"})

    def _stand_in_line(self, conversation: str) -> None:
        until = time.monotonic() + QUEUE_SECONDS
        while wait := self._throttle.take(conversation):
            if time.monotonic() + wait > until:
                raise Unreachable("throttled here", wait)
            time.sleep(wait)

    def _send(self, method: str, address: Mapping[str, Any], place: str, activity: Mapping[str, Any]) -> Answer:
        path = f"v3/conversations/{quote(str(address['conversation']), safe='')}/activities"
        body = {**activity, "from": {"id": address["bot"]}, "recipient": {"id": address["user"]}}
        return self._request(method, address, "/".join(filter(None, (path, quote(place, safe="")))), body)

    def _request(self, method: str, address: Mapping[str, Any], path: str, body: Mapping[str, Any]) -> Answer:
        service_url = str(address["service_url"])
        if not self._may_be_told(service_url):  # the list may have changed since the address was kept
            raise Refused("service URL not allowed")
        until = time.monotonic() + SEND_WITHIN_SECONDS - QUEUE_SECONDS
        url = f"{service_url.rstrip('/')}/{path}"
        answer = self._ask(method, url, body, until)
        if answer.status == 401:
            self._tokens.renew()
            answer = self._ask(method, url, body, until)
        _raise_for(answer)
        return answer

    def _ask(self, method: str, url: str, body: Mapping[str, Any], until: float) -> Answer:
        token = self._tokens.token()
        seconds = min(REQUEST_SECONDS, until - time.monotonic())
        if seconds <= 0:
            raise Unreachable("no time left")
        try:
            return exchange(method, url, seconds, body=body, token=token, proxies=self._proxies)
        except requests.RequestException as error:
            raise Unreachable(type(error).__name__, ambiguous=not _never_connected(error)) from None


def _never_connected(error: requests.RequestException) -> bool:
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(error, requests.ConnectTimeout) or isinstance(reason, NewConnectionError)


def _raise_for(answer: Answer) -> None:
    """Raises Unreachable or Refused where the answer is not that it was taken."""
    status, code = answer.status, _code(answer)
    if 200 <= status < 300:
        return
    if status in AGAIN or status in PERHAPS or status >= 500:
        raise Unreachable(code, _retry_after(answer), ambiguous=status not in AGAIN)
    if status == 401 or 300 <= status < 400:
        log.error("teams: the connector does not take our token: %s", code)
        raise Unreachable(code)
    log.warning("teams: refused for good: %s", code)
    raise Refused(code, gone=code in GONE)


def _code(answer: Answer) -> str:
    """The error's code, or the status: never a text that came from outside."""
    found = answer.json()
    error = found.get("error") if isinstance(found, dict) else None
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, str) and re.fullmatch(r"[A-Za-z]{1,48}", code) else f"status {answer.status}"


def _retry_after(answer: Answer) -> float | None:
    """Seconds, from a number or a date; None where there is neither."""
    given = answer.headers.get("Retry-After", "")
    try:
        seconds = float(given) if given.isascii() and given.isdigit() else _until(given)
    except (TypeError, ValueError, OverflowError):
        return None
    return min(max(seconds, 0.0), LONGEST_PAUSE_SECONDS)


def _until(date: str) -> float:
    moment = parsedate_to_datetime(date)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - datetime.now(UTC).timestamp()
