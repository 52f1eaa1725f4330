"""What stands behind the public door. :mod:`bot.bootstrap` fills it in; tests fill it with fakes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, cast

from flask import Blueprint, Flask

from bot.casefiles import CaseFiles
from bot.casework.message import Message
from bot.conversation import Conversation
from bot.diary import Diary
from bot.limiting import Limits
from bot.overview import Overview
from bot.personal import PersonalData
from bot.preferences import Preferences
from bot.sharing import Sharing
from bot.signing_in import SignIns


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime: ...


class PracticeClock(Clock, Protocol):
    """A clock that can be set; None goes back to the real time."""

    def set(self, moment: datetime | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Training:
    """What only training mode has."""

    clock: PracticeClock
    next_working_day: Callable[[date], date]


@dataclass(frozen=True, slots=True)
class Door:
    """What the gateway works with. ``training`` is None in earnest."""

    conversation: Conversation
    clock: Clock
    safety_net: Callable[[], Message]
    checks: Mapping[str, Callable[[], bool]]
    """Each part that is needed to answer a message, and whether it works."""
    files: CaseFiles
    overview: Overview
    sharing: Sharing
    diary: Diary
    preferences: Preferences
    personal: PersonalData
    home: str
    """Where people open Waymark in a browser, without a slash at its end."""
    training: Training | None = None
    sign_ins: SignIns | None = None
    """How staff sign in; None where nobody does."""
    besides: Mapping[str, Callable[[], bool]] = field(default_factory=dict)
    """Each part that works beside the conversation: messages are answered without it."""
    ways_in: tuple[Blueprint, ...] = ()
    """The channels besides the page by which people come in."""
    framers: tuple[str, ...] = ()
    """The origins of other sites whose pages may show ours in a frame."""
    limits: Limits | None = None
    """How much one may ask for at once; None where nobody is held back."""
    proxies: int = 0
    """How many proxies of our own stand before the gateway."""
    page: bool = True
    """Whether the page is there: not where nobody can sign in to it."""

    @staticmethod
    def of(app: Flask) -> Door:
        """What that gateway works with."""
        return cast(Door, app.extensions["waymark"])
