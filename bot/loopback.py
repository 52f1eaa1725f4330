"""A small HTTP server for this machine: the parts of Waymark ask each other through it, and nobody else does.

Rasa's and rasa_sdk's own servers can do much more, and take milliseconds for it at every call. Runs inside Rasa as well
(Python 3.10), so it imports nothing of ours. To be run on uvloop.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import cast

import httptools

Answer = tuple[int, bytes]
Handler = Callable[[str, str, bytes], Awaitable[Answer]]
"""Method, path and body in; status and JSON out. Whatever it raises is answered with 500."""

LARGEST = 4_000_000
"""Bytes of a request's body. The door lets nothing through that comes near it."""
GRACE_SECONDS = 3.0


class Line(asyncio.Protocol):
    """One connection: its requests are answered one after the other."""

    transport: asyncio.Transport

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._parser = httptools.HttpRequestParser(self)
        self._task: asyncio.Task[None] | None = None
        self._path, self._body = b"", b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)

    def connection_lost(self, _: Exception | None) -> None:
        """Nobody waits for the answer any more, so nothing more is done for it."""
        if self._task:
            self._task.cancel()

    def data_received(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            self.transport.close()

    def on_message_begin(self) -> None:
        self._path, self._body = b"", b""

    def on_url(self, url: bytes) -> None:
        self._path += url

    def on_body(self, body: bytes) -> None:
        self._body += body
        if len(self._body) > LARGEST:
            self.transport.close()

    def on_message_complete(self) -> None:
        method, path = self._parser.get_method().decode(), self._path.partition(b"?")[0].decode("latin-1")
        asked = self._answer(method, path, self._body, self._parser.should_keep_alive(), self._task)
        self._task = asyncio.get_running_loop().create_task(asked)

    async def _answer(
        self, method: str, path: str, body: bytes, keep: bool, before: asyncio.Task[None] | None
    ) -> None:
        if before:
            await before
        try:
            status, said = await self._handler(method, path, body)
        except Exception:
            status, said = HTTPStatus.INTERNAL_SERVER_ERROR, b"{}"
        kept = b"keep-alive" if keep else b"close"
        head = b"HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: %s\r\n\r\n"
        self.transport.write(head % (status, HTTPStatus(status).phrase.encode(), len(said), kept) + said)
        if not keep:
            self.transport.close()


async def serve(handler: Handler, host: str, port: int) -> None:
    """Answer until told to stop (SIGTERM, SIGINT); what is being answered then may end."""
    loop, over = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, over.set)
    server = await loop.create_server(lambda: Line(handler), host, port, backlog=128)
    await over.wait()
    server.close()
    answering = asyncio.all_tasks() - {asyncio.current_task()}
    if answering:
        await asyncio.wait(answering, timeout=GRACE_SECONDS)
