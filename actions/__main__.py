"""The action server that Rasa calls: `python -m actions [PORT [HOST]]`, in one process.

It is for Rasa alone: without a HOST it hears on this machine only.
"""

from __future__ import annotations

import gc
import json
import logging
import sys

import uvloop
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

from bot import bootstrap, logs, metrics
from bot.loopback import Answer, serve

HOST = "127.0.0.1"
PORT = 5055

logger = logging.getLogger(__name__)


class ActionServer:
    """rasa_sdk's protocol. Its own server takes two milliseconds a call for what nobody here asks of it."""

    def __init__(self) -> None:
        self._executor = ActionExecutor()
        self._executor.register_package("actions")

    async def answer(self, method: str, path: str, body: bytes) -> Answer:
        """An error is named, and nothing of the request is repeated: it holds what was said."""
        match method, path:
            case "GET", "/health":
                return 200, b'{"status": "ok"}'
            case "POST", "/webhook":
                try:
                    return await self._played(body)
                except Exception as error:
                    name = type(error).__name__
                    logger.error("An action call failed: %s", name)
                    return 500, json.dumps({"error": name}).encode()
        return 404, b"{}"

    async def _played(self, body: bytes) -> Answer:
        try:
            result = await self._executor.run(json.loads(body))
        except ActionExecutionRejection as error:
            return 400, json.dumps({"error": "rejected", "action_name": error.action_name}).encode()
        except ActionNotFoundException as error:
            return 404, json.dumps({"error": "not found", "action_name": error.action_name}).encode()
        return 200, json.dumps(result.model_dump() if result else None).encode()


def main(arguments: list[str]) -> None:
    logs.configure()
    port = int(arguments[0]) if arguments else PORT
    host = arguments[1] if len(arguments) > 1 else HOST
    metrics.serve(bootstrap.parts().settings)  # all is put together before it says that it is well
    gc.collect()
    gc.freeze()  # what was put together stays: it need not be looked through again and again
    uvloop.run(serve(ActionServer().answer, host, port))


if __name__ == "__main__":
    main(sys.argv[1:])
