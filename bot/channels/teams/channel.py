"""Teams as a channel on which Waymark speaks first: reminders, and what stands in their place once answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.casework.message import Message
from bot.channels.sending import Notice
from bot.channels.teams import cards
from bot.channels.teams.connector import Connector

NAME = "teams"


class TeamsChannel:
    """Reaches people in the conversation that they last wrote in. Needs no more than their address."""

    name = NAME

    def __init__(self, connector: Connector) -> None:
        self._connector = connector

    def send(self, address: Mapping[str, Any], notice: Notice) -> str | None:
        """Deliver it; gives the id that it has there. Raises Unreachable or Refused."""
        return self._connector.post(address, cards.activity(notice.message, notice.tokens, link=notice.link))

    def settle(self, address: Mapping[str, Any], message_id: str, message: Message) -> None:
        """Put ``message``, which shows no buttons, in the place of one that was answered. Raises as ``send``."""
        self._connector.put(address, message_id, cards.activity(message))
