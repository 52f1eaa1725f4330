"""What Teams sends, read strictly: one activity of the Bot Framework, reduced to the little that Waymark needs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

DEEPEST = 24
LONGEST_ID = 255
LONGEST_URL = 1024
_NOTHING_TYPED = ("", "|EMPTY|")


class Unreadable(ValueError):
    """Not an activity that can be answered. The reason holds nothing of it."""


class Sort(Enum):
    """What an activity is to Waymark."""

    WORDS = auto()
    PRESS = auto()
    ADDED = auto()
    REMOVED = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity. ``text`` is as it was typed: it must not be kept, nor printed."""

    sort: Sort
    id: str
    channel: str
    service_url: str
    conversation: str
    personal: bool
    tenants: frozenset[str]
    user: str
    object_id: str
    bot: str
    text: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    card: str = ""
    """Where a pressed button stands."""

    @property
    def key(self) -> str:
        """The same for the same activity, however often it is delivered."""
        return hashlib.sha256(f"teams\n{self.conversation}\n{self.id}".encode()).hexdigest()

    @property
    def address(self) -> dict[str, str]:
        """Where an answer goes, and what is said later without being asked."""
        return {
            "service_url": self.service_url,
            "conversation": self.conversation,
            "tenant": min(self.tenants, default=""),
            "user": self.user,
            "object_id": self.object_id,
            "bot": self.bot,
        }


def read(body: bytes) -> Activity:
    """The activity in a request's body. Raises Unreadable."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise Unreadable("not JSON") from None
    if not isinstance(found, dict) or _too_deep(found):
        raise Unreadable("no object, or too deep")
    conversation, sender, recipient = (_object(found, name) for name in ("conversation", "from", "recipient"))
    sort, text, token = _said(found)
    return Activity(
        sort=sort,
        id=_id(found, "id", needed=sort in (Sort.WORDS, Sort.PRESS)),
        channel=_id(found, "channelId"),
        service_url=_id(found, "serviceUrl", longest=LONGEST_URL),
        conversation=_id(conversation, "id"),
        personal=conversation.get("conversationType") == "personal" and not conversation.get("isGroup"),
        tenants=_tenants(found, conversation),
        user=_id(sender, "id"),
        object_id=_id(sender, "aadObjectId", needed=False).lower(),
        bot=_id(recipient, "id"),
        text=text,
        token=token,
        card=_id(found, "replyToId", needed=False) if sort is Sort.PRESS else "",
    )


def _said(found: Mapping[str, Any]) -> tuple[Sort, str, str]:
    """What kind of activity it is, with the words or the token that it brings."""
    match found.get("type"):
        case "message":
            return _message(found)
        case "installationUpdate":
            return {"add": Sort.ADDED, "remove": Sort.REMOVED}.get(str(found.get("action")), Sort.OTHER), "", ""
        case "conversationUpdate":
            return _membership(found), "", ""
    return Sort.OTHER, "", ""


def _message(found: Mapping[str, Any]) -> tuple[Sort, str, str]:
    """Words that were typed are words, whatever else comes with them; a pressed button brings a value and no words."""
    text = found.get("text")
    text = text if isinstance(text, str) else ""
    value = found.get("value")
    if value is None or text.strip() not in _NOTHING_TYPED:
        return Sort.WORDS, text.replace("&nbsp;", " "), ""
    token = value.get("token") if isinstance(value, dict) else None
    return Sort.PRESS, "", token if isinstance(token, str) else ""


def _membership(found: Mapping[str, Any]) -> Sort:
    bot = _object(found, "recipient").get("id")
    for name, sort in (("membersAdded", Sort.ADDED), ("membersRemoved", Sort.REMOVED)):
        members = found.get(name)
        if isinstance(members, list) and any(isinstance(m, dict) and m.get("id") == bot for m in members):
            return sort
    return Sort.OTHER


def _tenants(found: Mapping[str, Any], conversation: Mapping[str, Any]) -> frozenset[str]:
    """Every tenant that the activity says it is from."""
    named = (conversation.get("tenantId"), _object(_object(found, "channelData"), "tenant").get("id"))
    return frozenset(name.lower() for name in named if isinstance(name, str) and name)


def _object(found: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = found.get(name)
    return value if isinstance(value, dict) else {}


def _id(found: Mapping[str, Any], name: str, *, longest: int = LONGEST_ID, needed: bool = True) -> str:
    value = found.get(name)
    if isinstance(value, str) and len(value) <= longest and value.isprintable() and (value or not needed):
        return value
    if value is None and not needed:
        return ""
    raise Unreadable(f"{name} is missing or odd")


def _too_deep(found: Any) -> bool:
    """Whether something is nested deeper than any real activity."""
    level, depth = [found], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            return True
        level = [
            inner
            for value in level
            for inner in (value.values() if isinstance(value, dict) else value if isinstance(value, list) else ())
            if isinstance(inner, dict | list)
        ]
    return False
