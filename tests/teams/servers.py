"""Real HTTP servers on this machine in the place of Microsoft's: the connector, and the keys it signs with."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

APP = "11111111-2222-3333-4444-555555555555"
TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"


@dataclass
class Request:
    """What was asked of a server."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: Any


@dataclass
class Reply:
    """What it answers: a status, a body (JSON, or bytes as they are), and after how long."""

    status: int = 201
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drip: float = 0.0
    """Seconds between the bytes of the body."""
    hang_up: bool = False


class Server:
    """Answers with what its test says, and remembers what it was asked."""

    def __init__(self, answer: Callable[[Request], Reply]) -> None:
        self.asked: list[Request] = []
        self.answer = answer
        self._news = threading.Condition()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def _handle(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length)
                asked = Request(self.command, self.path, dict(self.headers), json.loads(body) if body else None)
                reply = outer.answer(asked)
                with outer._news:
                    outer.asked.append(asked)
                    outer._news.notify_all()
                time.sleep(reply.delay)
                if reply.hang_up:
                    return
                content = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body or {}).encode()
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                for byte in content if reply.drip else (content,):
                    self.wfile.write(bytes([byte]) if isinstance(byte, int) else byte)
                    self.wfile.flush()
                    time.sleep(reply.drip)

            do_GET = do_POST = do_PUT = _handle

            def log_message(self, *_: object) -> None:
                """Nothing: the tests look at what was asked."""

        class Listener(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                """The other side has hung up, as some tests want it to."""

        self._server = Listener(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def wait(self, enough: Callable[[list[Request]], bool], seconds: float = 20.0) -> list[Request]:
        """Wait until what was asked is enough."""
        with self._news:
            if not self._news.wait_for(lambda: enough(self.asked), seconds):
                raise AssertionError(f"still not there after {seconds} s: {[r.path for r in self.asked]}")
            return list(self.asked)

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@contextmanager
def serving(answer: Callable[[Request], Reply]) -> Iterator[Server]:
    server = Server(answer)
    try:
        yield server
    finally:
        server.stop()


class Teams(Server):
    """The connector. ``replies`` are given one after another; after them everything is taken."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self._number = 0
        self._counting = threading.Lock()
        super().__init__(self._take)

    def _take(self, asked: Request) -> Reply:
        if asked.body.get("type") == "typing":
            return Reply(202)
        with self._counting:
            if self.replies:
                return self.replies.pop(0)
            self._number += 1
            return Reply(200 if asked.method == "PUT" else 201, {"id": f"sent-{self._number}"})

    @property
    def sent(self) -> list[dict[str, Any]]:
        """The cards that were posted, oldest first."""
        return [card(asked.body) for asked in self.asked if asked.method == "POST" and "attachments" in asked.body]

    @property
    def replaced(self) -> dict[str, dict[str, Any]]:
        """The cards that were put in the place of others, by the id of those."""
        return {asked.path.rpartition("/")[2]: card(asked.body) for asked in self.asked if asked.method == "PUT"}

    def wait_for(self, number: int) -> dict[str, Any]:
        """Wait until that many cards were posted; gives the newest of them."""
        self.wait(lambda _: len(self.sent) >= number)
        return self.sent[number - 1]


@cache
def private_key(kid: str) -> rsa.RSAPrivateKey:
    """The same for all tests, for one takes long to find."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Keys(Server):
    """The OpenID provider of the Bot Framework: it publishes its keys, and signs with them."""

    def __init__(self) -> None:
        self.private = {"one": private_key("one")}
        self.endorsements: dict[str, list[str]] = {}
        self.reply: Reply | None = None
        super().__init__(self._publish)

    @property
    def metadata(self) -> str:
        return f"{self.url}/v1/.well-known/openidconfiguration"

    @property
    def fetches(self) -> int:
        """How often the keys were asked for."""
        return sum(asked.path.endswith("/keys") for asked in self.asked)

    def rotate(self, kid: str) -> None:
        """From now on there is only this key."""
        self.private = {kid: private_key(kid)}

    def sign(self, claims: Mapping[str, Any], kid: str | None = None) -> str:
        kid = kid or next(iter(self.private))
        content = json.dumps(claims).encode()  # claims that the library would refuse to sign, too
        return jwt.PyJWS().encode(content, self.private[kid], "RS256", headers={"kid": kid, "typ": "JWT"})

    def _publish(self, asked: Request) -> Reply:
        if self.reply:
            return self.reply
        if not asked.path.endswith("/keys"):
            return Reply(200, {"issuer": "https://api.botframework.com", "jwks_uri": f"{self.url}/keys"})
        return Reply(200, {"keys": [self._public(kid) for kid in self.private]})

    def _public(self, kid: str) -> dict[str, Any]:
        public = RSAAlgorithm.to_jwk(self.private[kid].public_key(), as_dict=True)
        return {**public, "kid": kid, "endorsements": self.endorsements.get(kid, ["msteams", "webchat"])}


def card(activity: Mapping[str, Any]) -> dict[str, Any]:
    """The card that an activity shows."""
    found: dict[str, Any] = activity["attachments"][0]["content"]
    return found


def texts(found: Any) -> str:
    """All words of a card, in their order."""
    if isinstance(found, list):
        return "\n".join(filter(None, map(texts, found)))
    if not isinstance(found, dict):
        return ""
    own = str(found["text"]) if isinstance(found.get("text"), str) else ""
    return "\n".join(filter(None, [own, *(texts(found.get(k)) for k in ("body", "items", "columns", "inlines"))]))


def buttons(found: Mapping[str, Any]) -> dict[str, str]:
    """What can be pressed on a card: title by token."""
    return {a["title"]: a["data"]["token"] for a in found["actions"] if a["type"] == "Action.Submit"}
