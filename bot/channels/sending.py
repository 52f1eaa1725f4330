"""The contract of every channel that Waymark speaks first on: what it is given, what it gives back, how it fails.

A channel is one file in this room. It knows nothing of cases, retries or other channels: the worker re-reads the case,
renders it, chooses the channel by the person's preference, and decides what a failure means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.casework.message import Message

SEND_WITHIN_SECONDS = 20.0
"""A channel gives up (Unreachable) before this: what is claimed by a worker returns to the others after a lease."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to be said unasked to one person.

    ``tokens`` stand for the message's buttons, in their order: a channel shows the button's title and gives back the
    token, which works however late and often it is pressed. A button's payload never leaves Waymark.
    """

    reminder: int
    """The same in every attempt, so that a channel may recognise what it has sent already."""
    person: str
    message: Message
    tokens: tuple[str, ...]
    case: str
    """The case's reference, as people say it."""
    stage: str
    """"Stage 2: Escalate to line manager"."""
    due: str
    """"Thursday 24 December 2026", or empty where there is no date."""
    link: str
    """Where the person can answer in a browser; empty where they cannot."""


class Unreachable(Exception):
    """Not delivered as far as is known: to be tried again.

    ``retry_after`` is what the other side asked for, in seconds. ``ambiguous`` means that it may have been delivered
    all the same (a time-out after the request was written), so that the next attempt may be a second copy. ``reason``
    is a short code for the record, never a text that came from outside.
    """

    def __init__(self, reason: str, retry_after: float | None = None, *, ambiguous: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after
        self.ambiguous = ambiguous


class Refused(Exception):
    """It will never be delivered there: another channel has to be used. ``reason`` is a short code for the record.

    ``gone`` means that the address itself is dead (the app was removed, the mailbox does not exist), so that nothing
    further is tried there until the person is heard from on that channel again.
    """

    def __init__(self, reason: str, *, gone: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.gone = gone


class Channel(Protocol):
    """A way to reach a person."""

    @property
    def name(self) -> str:
        """The name under which addresses, preferences and deliveries are kept: ``web``, ``teams``, ``email``."""
        ...

    def send(self, address: Mapping[str, Any], notice: Notice) -> str | None:
        """Deliver it to that address, as it was kept; gives the id that the message has there, if it has one.

        Raises Unreachable or Refused. Anything else that it raises counts as Unreachable, and possibly delivered.
        """
        ...


class SettlingChannel(Channel, Protocol):
    """A channel on which a message that was sent can be replaced."""

    def settle(self, address: Mapping[str, Any], message_id: str, message: Message) -> None:
        """Put ``message`` in the place of one that was answered, so that its buttons disappear. Raises as ``send``."""
        ...


class GatheringChannel(Channel, Protocol):
    """A channel on which several reminders that are due together are said in one message: a digest, not a flood."""

    def gather(self, address: Mapping[str, Any], notices: Sequence[Notice]) -> str | None:
        """Deliver all of them as one, or none. Give the id of the one message that holds them. Raises as ``send``."""
        ...
