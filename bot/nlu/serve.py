"""The Rasa server: `python -m bot.nlu.serve --model M --interface HOST --port P`.

It serves what the gateway asks for and no more: Rasa's REST channel, at Rasa's addresses. Rasa itself (its agent, its
graph, its policies and forms) is as endpoints.yml and the model say; only its web server, with all that it could
serve besides, is left out.
"""
import gc
import json
import logging
import os
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import uvloop
from rasa.core.agent import Agent, load_agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.utils import AvailableEndpoints

from bot.loopback import Answer, serve
from bot.nlu.link import Link, keep_it_short
from bot.nlu.quiet_logs import keep_logs_quiet

HEALTH, WEBHOOK = "/webhooks/rest/", "/webhooks/rest/webhook"
CHANNEL = "rest"
ENDPOINTS = Path(__file__).resolve().parents[2] / "endpoints.yml"

log = logging.getLogger("rasa.serve")


class Rest:
    """Rasa's REST channel."""

    def __init__(self, agent: Agent) -> None:
        self._agent = agent

    async def answer(self, method: str, path: str, body: bytes) -> Answer:
        if method == "GET" and path == HEALTH:
            return 200, b'{"status":"ok"}'
        if method != "POST" or path != WEBHOOK:
            return 404, b"{}"
        try:
            asked = json.loads(body)
            message = asked["message"], asked["sender"], asked.get("metadata")
        except (ValueError, KeyError, TypeError, AttributeError):
            return 400, b"{}"
        return 200, json.dumps(await self._said(*message)).encode()

    async def _said(self, text: str, sender: str, metadata: dict[str, Any] | None) -> Sequence[dict[str, Any]]:
        """What Rasa says; nothing, where it failed, as Rasa's own channel does."""
        said = CollectingOutputChannel()
        try:
            await self._agent.handle_message(UserMessage(text, said, sender, input_channel=CHANNEL, metadata=metadata))
        except Exception:
            log.exception("a message was not answered")
        return said.messages


async def load(model: str, endpoints: Path = ENDPOINTS) -> Agent:
    """The agent, ready. Raises RuntimeError where the model cannot be loaded."""
    keep_it_short()
    configured = AvailableEndpoints.read_endpoints(str(endpoints))
    configured.action = Link(configured.action.url)
    agent = await load_agent(model, endpoints=configured)
    if not agent.is_ready():
        raise RuntimeError(f"{model} could not be loaded")
    return agent


def main(arguments: Sequence[str] | None = None) -> None:
    parser = ArgumentParser(prog="bot.nlu.serve")
    parser.add_argument("--model", required=True)
    parser.add_argument("--interface", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=5005)
    parser.add_argument("--endpoints", type=Path, default=ENDPOINTS)
    given = parser.parse_args(arguments)
    logging.basicConfig(level=os.environ.get("LOG_LEVEL_LIBRARIES", "ERROR"))
    logging.getLogger("rasa").setLevel(os.environ.get("LOG_LEVEL", "WARNING"))
    keep_logs_quiet()
    uvloop.run(run(given.model, given.interface, given.port, given.endpoints))


async def run(model: str, host: str, port: int, endpoints: Path) -> None:
    agent = await load(model, endpoints)
    gc.collect()
    gc.freeze()  # what was loaded stays: it need not be looked through again and again
    async with agent.action_endpoint:
        await serve(Rest(agent).answer, host, port)


if __name__ == "__main__":
    main()
