"""The way from Rasa to the actions: one connection that is kept, and of a conversation only what they read."""
from collections.abc import Mapping
from typing import Any

import aiohttp
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

TIMEOUT_SECONDS = 60.0
"""The gateway has given up long before; what comes later is not recorded."""
ASKED = "requested_slot"


class Link(EndpointConfig):
    """Where the actions are. Rasa's own opens a session and a connection for each call."""

    _session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "Link":
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session:
            await self._session.close()

    async def request(self, method: str = "post", **given: Any) -> Any:
        """What they answer. Raises as Rasa's own does: ClientResponseError from 400 on, aiohttp's ClientError."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(TIMEOUT_SECONDS))
        async with self._session.request(method, self.url, json=given["json"]) as response:
            said = await response.read()
            if response.status >= 400:
                raise ClientResponseError(response.status, response.reason or "", said)
            return await response.json()


def call(action: RemoteAction, tracker: DialogueStateTracker, _: Domain) -> Mapping[str, Any]:
    """The call of an action, in rasa_sdk's format: the message, the question that is open, and what was done since.

    Our actions read no more (actions/turn.py): neither the domain nor what came before.
    """
    loop = tracker.active_loop
    state = {
        "sender_id": tracker.sender_id,
        "slots": {ASKED: tracker.get_slot(ASKED)},
        "latest_message": tracker._latest_message_data(),
        "events": since_the_message(tracker),
        "active_loop": {"name": loop.name} if loop else {},
        "latest_action_name": tracker.latest_action_name,
    }
    return {"next_action": action.name(), "sender_id": tracker.sender_id, "tracker": state, "domain": {}}


def since_the_message(tracker: DialogueStateTracker) -> list[dict[str, Any]]:
    """That it came, and which actions have answered it."""
    done: list[dict[str, Any]] = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            return [{"event": event.type_name}, *reversed(done)]
        if isinstance(event, ActionExecuted):
            done.append({"event": event.type_name, "name": event.action_name})
    return done[::-1]


def keep_it_short() -> None:
    """Have Rasa call actions so."""
    RemoteAction._action_call_format = call
