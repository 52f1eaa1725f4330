"""E-mail by GOV.UK Notify, its own client against a stand-in on loopback that answers as its documents say."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import jwt
import pytest

from bot.channels.mail import EmailChannel, Notify
from bot.channels.sending import Refused, Unreachable
from tests.mail.conftest import HOME, ME, Page, notice

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"waymark-{SERVICE}-{SECRET}"
ADDRESS = {"email": ME}


@dataclass
class StandIn:
    """What Notify answers, and what it was asked."""

    status: int = 201
    body: Any = field(default_factory=lambda: {"id": "740e5834-3a29-46b4-9a6f-16142fde533a"})
    pause: float = 0.0
    hang_up: bool = False
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    url: str = ""

    def channel(self, within: float = 5.0) -> EmailChannel:
        return EmailChannel(Notify(KEY, "template", self.url, within), HOME, Page())


@pytest.fixture
def notify() -> Iterator[StandIn]:
    state = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # noqa: N802
            token = self.headers["Authorization"].removeprefix("Bearer ")
            claims = jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_iat": False})
            assert claims["iss"] == SERVICE
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.asked.append((self.path, body))
            time.sleep(state.pause)
            if state.hang_up:
                return
            said = state.body if isinstance(state.body, bytes) else json.dumps(state.body).encode()
            self.send_response(state.status)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    serving.start()
    state.url = f"http://127.0.0.1:{server.server_port}"
    yield state
    server.shutdown()
    serving.join()
    server.server_close()


def errors(status: int, error: str, message: str) -> dict[str, Any]:
    return {"status_code": status, "errors": [{"error": error, "message": message}]}


def test_a_letter_goes_through_the_template(notify: StandIn) -> None:
    assert notify.channel().send(ADDRESS, notice()) == "740e5834-3a29-46b4-9a6f-16142fde533a"

    path, body = notify.asked[0]
    assert path == "/v2/notifications/email"
    assert body["email_address"] == ME and body["template_id"] == "template"
    assert body["personalisation"]["subject"] == "Waymark: W-7K2M9QD, due Thursday 24 December 2026"
    assert "Stage 2" in body["personalisation"]["body"] and "bruises" not in json.dumps(body)


def test_a_retry_carries_the_same_reference(notify: StandIn) -> None:
    channel = notify.channel()
    for number in (7, 7, 8):
        channel.send(ADDRESS, notice(number))
    first, again, other = (body["reference"] for _, body in notify.asked)
    assert first == again != other


@pytest.mark.parametrize(
    ("status", "error", "message", "gone"),
    [
        (400, "ValidationError", "email_address Not a valid email address", True),
        (400, "BadRequestError", "Can't send to this recipient using a team-only API key", False),
        (400, "BadRequestError", "Template not found", False),
        (403, "AuthError", "Invalid token: API key not found", False),
        (429, "TooManyRequestsError", "Exceeded send limits (LIMIT NUMBER) for today", False),
    ],
)
def test_what_will_never_go_is_refused(notify: StandIn, status: int, error: str, message: str, gone: bool) -> None:
    notify.status, notify.body = status, errors(status, error, message)
    with pytest.raises(Refused) as refused:
        notify.channel().send(ADDRESS, notice())
    assert refused.value.gone is gone


def test_too_many_in_a_minute_waits_for_the_next(notify: StandIn) -> None:
    notify.status, notify.body = 429, errors(429, "RateLimitError", "Exceeded rate limit for key type LIVE")
    with pytest.raises(Unreachable) as unreachable:
        notify.channel().send(ADDRESS, notice())
    assert unreachable.value.retry_after == 60 and not unreachable.value.ambiguous


@pytest.mark.parametrize(
    ("status", "body", "ambiguous"),
    [(500, errors(500, "Exception", "Internal server error"), True), (503, b"<html>", False), (502, b"", True)],
)
def test_a_broken_notify_is_tried_again(notify: StandIn, status: int, body: Any, ambiguous: bool) -> None:
    notify.status, notify.body = status, body
    with pytest.raises(Unreachable) as unreachable:
        notify.channel().send(ADDRESS, notice())
    assert unreachable.value.ambiguous is ambiguous


@pytest.mark.parametrize("body", [b"not json", b'"a text"', b"[]"])
def test_an_answer_that_cannot_be_read_is_no_crash(notify: StandIn, body: bytes) -> None:
    notify.body = body
    try:
        assert notify.channel().send(ADDRESS, notice()) is None
    except Unreachable as unreachable:
        assert unreachable.ambiguous


def test_silence_and_a_cut_line_after_the_request_are_ambiguous(notify: StandIn) -> None:
    notify.hang_up = True
    with pytest.raises(Unreachable) as cut:
        notify.channel().send(ADDRESS, notice())
    notify.pause = 0.6
    with pytest.raises(Unreachable) as silent:
        notify.channel(within=0.2).send(ADDRESS, notice())
    assert cut.value.ambiguous and silent.value.ambiguous


def test_nobody_listening_is_not_ambiguous() -> None:
    channel = EmailChannel(Notify(KEY, "template", "http://127.0.0.1:1", 2.0), HOME, Page())
    with pytest.raises(Unreachable) as unreachable:
        channel.send(ADDRESS, notice())
    assert not unreachable.value.ambiguous


def test_nothing_that_notify_says_is_logged(notify: StandIn, caplog: pytest.LogCaptureFixture) -> None:
    notify.status, notify.body = 400, errors(400, "BadRequestError", f"{ME} is not in your team")
    with pytest.raises(Refused):
        notify.channel().send(ADDRESS, notice())
    assert ME not in caplog.text and SECRET not in caplog.text + repr(notify.channel())
