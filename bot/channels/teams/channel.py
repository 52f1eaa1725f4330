"""Teams as a channel on which Waymark speaks first: reminders, and what stands in their place once answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.casework.message import Message
from bot.channels.sending import Channel, Notice, Refused
from bot.channels.teams import cards
from bot.channels.teams.connector import Connector

NAME = "teams"
LOST = "ConversationNotFound"
"""The conversation is gone, and the app may still be there: then another one can be begun."""


class TeamsChannel:
    """Reaches people in the conversation that they last wrote in. Needs no more than their address.

    ``page`` is where a reminder stands as well, so that Teams and a browser show one history; ``keep`` remembers the
    address of a person whose conversation had to be begun anew.
    """

    name = NAME

    def __init__(self, connector: Connector, page: Channel, keep: Callable[[str, Mapping[str, Any]], None]) -> None:
        self._connector = connector
        self._page = page
        self._keep = keep

    def send(self, address: Mapping[str, Any], notice: Notice) -> str | None:
        """Deliver it; gives the id that it has there. Raises Unreachable or Refused."""
        self._page.send({}, notice)
        return self._post(notice.person, address, cards.activity(notice.message, notice.tokens, link=notice.link))

    def gather(self, address: Mapping[str, Any], notices: Sequence[Notice]) -> str | None:
        """Deliver several reminders of one person as one card, each with its own buttons. Raises as ``send``."""
        for notice in notices:
            self._page.send({}, notice)
        parts = [(notice.message, notice.tokens) for notice in notices]
        return self._post(notices[0].person, address, cards.digest(parts, link=notices[0].link))

    def settle(self, address: Mapping[str, Any], message_id: str, message: Message) -> None:
        """Put ``message``, which shows no buttons, in the place of one that was answered. Raises as ``send``."""
        self._connector.put(address, message_id, cards.activity(message))

    def _post(self, person: str, address: Mapping[str, Any], activity: Mapping[str, Any]) -> str | None:
        try:
            return self._connector.post(address, activity)
        except Refused as refused:
            if refused.reason != LOST:
                raise
            fresh = self._begun_anew(address, refused)
        self._keep(person, fresh)
        return self._connector.post(fresh, activity)

    def _begun_anew(self, address: Mapping[str, Any], refused: Refused) -> Mapping[str, Any]:
        """Where the person is reached now. Raises ``refused`` where Teams does not allow it: nobody is reached then."""
        try:
            return {**address, "conversation": self._connector.begin(address)}
        except Refused:
            raise refused from None
