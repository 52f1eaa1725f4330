"""One bounded HTTP exchange: no redirects, no endless answers, nothing that hangs."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests
from requests.auth import AuthBase
from urllib3.exceptions import HTTPError

CONNECT_SECONDS = 3.0
ANSWER_LIMIT = 512 * 1024
PIECE = 16 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """The body as JSON; None where it is not."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None


class Bearer(AuthBase):
    """Our token, or none. Given always, so that requests does not look for a password in the owner's netrc."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def exchange(
    method: str, url: str, seconds: float, *, body: Any = None, token: str | None = None, proxies: bool = True
) -> Answer:
    """Ask, and wait no longer than about that many seconds. Raises requests.RequestException.

    ``proxies`` is False for what is on this machine: a proxy set in the environment is for what is outside.
    """
    until = time.monotonic() + seconds
    with requests.Session() as session:
        session.trust_env = proxies
        timeout = (min(CONNECT_SECONDS, seconds), seconds)
        with session.request(
            method, url, json=body, auth=Bearer(token), timeout=timeout, allow_redirects=False, stream=True
        ) as response:
            return Answer(response.status_code, response.headers, _read(response, until))


def _read(response: requests.Response, until: float) -> bytes:
    """The body, up to the limit. Each piece may come in time, and all of them together too late."""
    read = b""
    try:
        while piece := response.raw.read1(PIECE, decode_content=True):
            read += piece
            if len(read) > ANSWER_LIMIT:
                raise requests.exceptions.ContentDecodingError("too much")
            if time.monotonic() > until:
                raise requests.exceptions.ReadTimeout("too slow")
    except HTTPError as error:
        raise requests.ConnectionError(type(error).__name__) from None
    return read
