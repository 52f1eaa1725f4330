"""The action server that Rasa calls: `python -m actions [PORT [HOST]]`, in one process.

It is for Rasa alone: without a HOST it hears on this machine only.
"""

from __future__ import annotations

import logging
import sys
import warnings
from typing import Any

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor
from sanic import Request, Sanic
from sanic.handlers import ErrorHandler
from sanic.response import HTTPResponse, json

from bot import bootstrap, logs, metrics

HOST = "127.0.0.1"
PORT = 5055

logger = logging.getLogger(__name__)


def action_server() -> Sanic[Any, Any]:
    """Rasa's own server without CORS, and with an error answer that does not send the conversation back."""
    executor = ActionExecutor()
    executor.register_package("actions")
    app: Sanic[Any, Any] = create_app(executor, cors_origins=[])
    app.error_handler = QuietErrors()
    return app


class QuietErrors(ErrorHandler):
    """Names the error, and repeats nothing of the request: it holds the whole conversation."""

    def default(self, request: Request, exception: Exception) -> HTTPResponse:
        name, status = type(exception).__name__, getattr(exception, "status_code", 500)
        logger.error("An action call failed: %s", name)
        return json({"error": name}, status=status)


def main(arguments: list[str]) -> None:
    logs.configure()
    warnings.filterwarnings("ignore", module="sanic")
    port = int(arguments[0]) if arguments else PORT
    host = arguments[1] if len(arguments) > 1 else HOST
    metrics.serve(bootstrap.parts().settings)  # all is put together before it says that it is well
    action_server().run(host, port, single_process=True, access_log=False, motd=False, register_sys_signals=True)


if __name__ == "__main__":
    main(sys.argv[1:])
