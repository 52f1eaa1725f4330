"""The small server between the parts: what is asked is answered, in order, and nothing odd stops it."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Iterator
from contextlib import suppress
from threading import Thread

import pytest

from bot.loopback import LARGEST, Answer, Line


async def echo(method: str, path: str, body: bytes) -> Answer:
    if path == "/breaks":
        raise RuntimeError("broken")
    await asyncio.sleep(0.05 if path == "/slow" else 0)
    return 200, json.dumps([method, path, len(body)]).encode()


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(loop.create_server(lambda: Line(echo), "127.0.0.1", 0))
    thread = Thread(target=loop.run_forever)
    thread.start()
    yield server.sockets[0].getsockname()[1]
    loop.call_soon_threadsafe(server.close)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.run_until_complete(server.wait_closed())
    loop.close()


def asked(port: int, *parts: bytes) -> bytes:
    """Everything that comes back until the server lets go of the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        for part in parts:
            line.sendall(part)
        return b"".join(iter(lambda: line.recv(65536), b""))


def post(path: str, body: bytes, kept: str = "close") -> bytes:
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: {kept}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def test_a_body_comes_whole_in_however_many_pieces(port: int) -> None:
    whole = post("/a?b=c", b"x" * 100_000)
    answer = asked(port, whole[:7], whole[7:60], whole[60:50_000], whole[50_000:])
    assert answer.startswith(b"HTTP/1.1 200 OK\r\n") and answer.endswith(b'["POST", "/a", 100000]')
    assert asked(port, b"GET / HTTP/1.0\r\n\r\n").endswith(b'["GET", "/", 0]')


def test_requests_on_one_line_are_answered_one_after_the_other(port: int) -> None:
    answer = asked(port, post("/slow", b"", "keep-alive") + post("/a", b"12", "keep-alive") + post("/b", b"123"))
    assert [answer.count(text) for text in (b"200 OK", b"keep-alive", b"close")] == [3, 2, 1]
    assert answer.index(b"/slow") < answer.index(b"/a") < answer.index(b"/b")


def test_what_breaks_is_answered_and_the_line_goes_on(port: int) -> None:
    answer = asked(port, post("/breaks", b"", "keep-alive"), post("/a", b""))
    assert answer.startswith(b"HTTP/1.1 500 ") and b"broken" not in answer and answer.endswith(b'["POST", "/a", 0]')


@pytest.mark.parametrize("odd", [b"\x16\x03\x01 hello\r\n\r\n", b"GET\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"])
def test_what_is_not_http_is_let_go(port: int, odd: bytes) -> None:
    assert asked(port, odd) == b""
    assert b"200 OK" in asked(port, post("/a", b""))


def test_too_much_is_let_go(port: int) -> None:
    with suppress(ConnectionError):  # it may be let go of while it is still sending
        assert asked(port, post("/a", b"x" * (LARGEST + 1_000_000))) == b""
    assert b"200 OK" in asked(port, post("/a", b""))
