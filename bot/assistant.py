"""The way to Rasa: an HTTP client of its REST channel, which no person can reach."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence
from typing import Any
from zlib import crc32

import requests

from bot.casework.message import Block, Button, Kind, Message, Shape

RESTING_SECONDS = 5.0
NOT_UNDERSTOOD = "nlu_fallback"
"""What Rasa calls the intent of a message of which it is not sure enough."""


class AssistantDown(Exception):
    """The assistant gave no answer that a person could be shown. The reason holds no word of what the person said."""


class Assistant:
    """Rasa, seen from the gateway. Safe to share between threads."""

    def __init__(self, base_url: str, timeout: float = 20.0) -> None:
        self._base_url = base_url.rstrip("/")
        self._timeout = timeout
        self._local = threading.local()
        self._failed_at = -RESTING_SECONDS

    @property
    def rests(self) -> bool:
        """Whether it gave no answer a moment ago, so that another is rather asked."""
        return time.monotonic() - self._failed_at < RESTING_SECONDS

    def ask(
        self, sender: str, text: str, metadata: Mapping[str, Any], timeout: float | None = None
    ) -> tuple[Message, ...]:
        """What the assistant answers to this person. Raises AssistantDown where it gives no usable answer."""
        body = {"sender": sender, "message": text, "metadata": dict(metadata)}
        try:
            return self._asked(body, timeout or self._timeout)
        except AssistantDown:
            self._failed_at = time.monotonic()
            raise

    def _asked(self, body: Mapping[str, Any], timeout: float) -> tuple[Message, ...]:
        try:
            response = self._session.post(
                f"{self._base_url}/webhooks/rest/webhook", json=body, timeout=timeout
            )
        except requests.RequestException as error:
            raise AssistantDown(type(error).__name__) from None
        return _read(response)

    def healthy(self) -> bool:
        """Whether Rasa's REST channel is up."""
        return reachable(f"{self._base_url}/webhooks/rest/")

    @property
    def _session(self) -> requests.Session:
        """A thread's own session: keep-alive without sharing a connection."""
        if not hasattr(self._local, "session"):
            self._local.session = requests.Session()
            self._local.session.trust_env = False  # loopback never goes through a proxy
        session: requests.Session = self._local.session
        return session


def in_order(assistants: Sequence[Assistant], person: str) -> list[Assistant]:
    """Whom to ask for this person, the likeliest to answer first; each person begins with the same one."""
    first = crc32(person.encode()) % len(assistants)
    turned = [*assistants[first:], *assistants[:first]]
    return sorted(turned, key=lambda assistant: assistant.rests)


def reachable(url: str, timeout: float = 2.0) -> bool:
    """Whether a part of Waymark answers there with 200."""
    try:
        with requests.Session() as session:
            session.trust_env = False
            return session.get(url, timeout=timeout).status_code == 200
    except requests.RequestException:
        return False


def _read(response: requests.Response) -> tuple[Message, ...]:
    """Rasa answers 200 with an empty list when an action failed or the message was odd: that is no answer."""
    if response.status_code != 200:
        raise AssistantDown(f"status {response.status_code}")
    try:
        items = response.json()
    except ValueError:
        raise AssistantDown("not JSON") from None
    if not isinstance(items, list):
        raise AssistantDown("not a list")
    messages = tuple(message for item in items if (message := _message(item)))
    if not messages:
        raise AssistantDown("an empty answer")
    return messages


def _message(item: Any) -> Message | None:
    """One item of Rasa's answer: our own message, or a plain utterance of the domain."""
    if not isinstance(item, Mapping):
        return None
    try:
        if item.get("custom"):
            return Message.from_dict(item["custom"])
        buttons = tuple(Button(str(b["title"]), str(b["payload"])) for b in item.get("buttons") or ())
    except (KeyError, TypeError, ValueError, AttributeError):
        raise AssistantDown("an answer in an unknown shape") from None
    text = item.get("text")
    if not isinstance(text, str) or not text.strip():
        return None
    kind = Kind.QUESTION if buttons else Kind.ANSWER
    paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]
    return Message(kind, tuple(Block(Shape.TEXT, (part,)) for part in paragraphs), buttons)
