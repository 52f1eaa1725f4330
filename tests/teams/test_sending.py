"""Sending to a connector that throttles, refuses, hangs and hangs up; and the token that it wants."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from bot.casework.message import Block, Kind, Message, Shape
from bot.channels.sending import Notice, Refused, Unreachable
from bot.channels.teams import cards
from bot.channels.teams import connector as connectors
from bot.channels.teams.channel import TeamsChannel
from bot.channels.teams.connector import Connector
from bot.channels.teams.credentials import RESOURCE, Credentials
from bot.channels.teams.throttle import Throttle
from bot.config import TeamsSettings
from tests.gateway.standins import ANSWER, QUESTION
from tests.teams.servers import APP, TENANT, Reply, Teams, buttons, card, serving, texts


class Tokens:
    """Counts how often a new token was wanted."""

    def __init__(self) -> None:
        self.renewed = 0

    def token(self) -> str | None:
        return f"token {self.renewed}"

    def renew(self) -> None:
        self.renewed += 1


@pytest.fixture
def tokens() -> Tokens:
    return Tokens()


class Page:
    """Where a reminder stands as well."""

    name = "web"

    def __init__(self) -> None:
        self.shown: list[int] = []

    def send(self, address: Mapping[str, Any], notice: Notice) -> str | None:
        self.shown.append(notice.reminder)
        return None


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def kept() -> dict[str, Mapping[str, Any]]:
    return {}


@pytest.fixture
def channel(tokens: Tokens, page: Page, kept: dict[str, Mapping[str, Any]]) -> TeamsChannel:
    connector = Connector(tokens, lambda url: "127.0.0.1" in url, proxies=False)
    return TeamsChannel(connector, page, kept.__setitem__)


@pytest.fixture
def address(teams: Teams) -> dict[str, str]:
    return {"service_url": f"{teams.url}/uk/", "conversation": "a:1/../x?y#z", "bot": f"28:{APP}", "user": "29:user"}


def notice(message: Message = QUESTION, number: int = 7, mark: str = "token") -> Notice:
    numbers = tuple(f"{mark}-{number}" for number in range(len(message.buttons)))
    return Notice(number, "somebody", message, numbers, "W-1", "Stage 2", "", "https://waymark.example")


def test_a_reminder_arrives_and_is_settled(channel: TeamsChannel, teams: Teams, address: dict[str, str]) -> None:
    place = channel.send(address, notice())
    assert place == "sent-1"
    channel.settle(address, place, ANSWER)

    posted, put = teams.asked
    assert posted.path == "/uk/v3/conversations/a%3A1%2F..%2Fx%3Fy%23z/activities"
    assert posted.headers["Authorization"] == "Bearer token 0"
    assert posted.body["recipient"] == {"id": "29:user"}
    assert buttons(teams.sent[0]) == {"Yes": "token-0", "No": "token-1", "Not sure": "token-2"}
    assert (put.method, put.path) == ("PUT", f"{posted.path}/sent-1")
    assert texts(teams.replaced["sent-1"]) == "I have written that down."


def test_a_reminder_stands_on_the_page_too_even_if_teams_is_away(
    channel: TeamsChannel, page: Page, teams: Teams, address: dict[str, str]
) -> None:
    teams.replies = [Reply(503)]
    fails(channel, address)
    assert page.shown == [7]


def test_what_is_due_together_is_one_card_with_buttons_for_each(
    channel: TeamsChannel, page: Page, teams: Teams, address: dict[str, str]
) -> None:
    place = channel.gather(address, [notice(number=7, mark="a"), notice(number=8, mark="b")])
    (card,) = teams.sent
    assert place == "sent-1" and page.shown == [7, 8]
    assert texts(card).startswith("2 reminders are due together")
    pressed = [action["data"]["token"] for action in submits(card)]
    assert pressed == ["a-0", "a-1", "a-2", "b-0", "b-1", "b-2"]


def test_a_card_of_very_many_stays_below_the_limit_and_says_what_is_left_out() -> None:
    blocks = (Block(Shape.HEADING, ("H",)), Block(Shape.LIST, ("many words " * 900,)))
    long = Message(Kind.REMINDER, blocks, QUESTION.buttons)
    made = cards.digest([(long, ("a", "b", "c"))] * 13, link="https://waymark.example")
    assert len(json.dumps(made).encode("utf-16-le")) < cards.SIZE_LIMIT
    assert "And 3 more, on your Waymark page." in texts(card(made))
    assert len(submits(card(made))) == 10 * 3


def submits(found: Any) -> list[dict[str, Any]]:
    """Every button of a card, wherever it stands."""
    if isinstance(found, list):
        return [each for part in found for each in submits(part)]
    if not isinstance(found, dict):
        return []
    return [found] if found.get("type") == "Action.Submit" else submits(list(found.values()))


LOST = Reply(404, {"error": {"code": "ConversationNotFound"}})


def test_a_lost_conversation_is_begun_anew_and_remembered(
    channel: TeamsChannel, teams: Teams, address: dict[str, str], kept: dict[str, Mapping[str, Any]]
) -> None:
    teams.replies = [LOST, Reply(201, {"id": "a:another"})]
    assert channel.send({**address, "tenant": TENANT}, notice()) == "sent-1"
    _, begun, posted = teams.asked
    assert begun.path == "/uk/v3/conversations"
    assert begun.body["members"] == [{"id": "29:user"}] and begun.body["bot"] == {"id": f"28:{APP}"}
    assert begun.body["tenantId"] == TENANT and begun.body["isGroup"] is False
    assert posted.path == "/uk/v3/conversations/a%3Aanother/activities"
    assert kept["somebody"]["conversation"] == "a:another" and kept["somebody"]["user"] == "29:user"


@pytest.mark.parametrize(
    "answer", [Reply(403, {"error": {"code": "BotNotInConversationRoster"}}), Reply(201, {}), Reply(201, {"id": 5})]
)
def test_where_none_can_be_begun_nobody_is_reached_there(
    channel: TeamsChannel, teams: Teams, address: dict[str, str], kept: dict[str, Mapping[str, Any]], answer: Reply
) -> None:
    teams.replies = [LOST, answer]
    failure = fails(channel, address)
    assert isinstance(failure, Refused) and (failure.reason, failure.gone) == ("ConversationNotFound", True)
    assert kept == {}


def test_a_busy_connector_is_asked_again_for_a_conversation(
    channel: TeamsChannel, teams: Teams, address: dict[str, str]
) -> None:
    teams.replies = [LOST, Reply(429, headers={"Retry-After": "9"})]
    failure = fails(channel, address)
    assert isinstance(failure, Unreachable) and failure.retry_after == 9.0


def fails(channel: TeamsChannel, address: dict[str, str]) -> Unreachable | Refused:
    with pytest.raises((Unreachable, Refused)) as caught:
        channel.send(address, notice())
    found: Unreachable | Refused = caught.value
    return found


@pytest.mark.parametrize(
    ("status", "ambiguous"),
    [(412, False), (429, False), (503, False), (408, True), (500, True), (502, True), (504, True), (599, True)],
)
def test_what_may_be_tried_again(
    channel: TeamsChannel, teams: Teams, address: dict[str, str], status: int, ambiguous: bool
) -> None:
    teams.replies = [Reply(status, headers={"Retry-After": "7"})]

    failure = fails(channel, address)

    assert isinstance(failure, Unreachable)
    assert (failure.retry_after, failure.ambiguous, failure.reason) == (7.0, ambiguous, f"status {status}")


@pytest.mark.parametrize(
    ("status", "code", "gone"),
    [
        (403, "ConversationBlockedByUser", True),
        (403, "MessageWritesBlocked", True),
        (403, "BotNotInConversationRoster", True),
        (403, "BotDisabledByAdmin", True),
        (403, "SomethingNew", False),
        (413, "MessageSizeTooBig", False),
        (400, "BadArgument", False),
    ],
)
def test_what_is_refused_for_good(
    channel: TeamsChannel, teams: Teams, address: dict[str, str], status: int, code: str, gone: bool
) -> None:
    teams.replies = [Reply(status, {"error": {"code": code, "message": "text from outside"}})]

    failure = fails(channel, address)

    assert isinstance(failure, Refused)
    assert (failure.reason, failure.gone) == (code, gone)


@pytest.mark.parametrize(
    "body", [b"<html>", {"error": "x"}, {"error": {"code": "a b\nc"}}, {"error": {"code": 5}}, [1]]
)
def test_an_error_page_gives_no_text(channel: TeamsChannel, teams: Teams, address: dict[str, str], body: Any) -> None:
    teams.replies = [Reply(403, body)]

    assert fails(channel, address).args == ("status 403",)


@pytest.mark.parametrize("given", ["", "soon", "-5", "1e400", "99999999999999999999", "²"])
def test_an_odd_retry_after(channel: TeamsChannel, teams: Teams, address: dict[str, str], given: str) -> None:
    teams.replies = [Reply(429, headers={"Retry-After": given} if given.isascii() else {})]

    failure = fails(channel, address)

    assert isinstance(failure, Unreachable)
    assert failure.retry_after is None or 0 <= failure.retry_after <= 3600


def test_a_retry_after_that_is_a_date(channel: TeamsChannel, teams: Teams, address: dict[str, str]) -> None:
    at = datetime.now(UTC) + timedelta(minutes=10)
    teams.replies = [Reply(429, headers={"Retry-After": format_datetime(at, usegmt=True)})]

    failure = fails(channel, address)

    assert isinstance(failure, Unreachable)
    assert 500 < (failure.retry_after or 0) < 700


def test_a_token_that_expired_is_renewed_once(
    channel: TeamsChannel, teams: Teams, tokens: Tokens, address: dict[str, str]
) -> None:
    teams.replies = [Reply(401)]
    assert channel.send(address, notice())
    assert [asked.headers["Authorization"] for asked in teams.asked] == ["Bearer token 0", "Bearer token 1"]

    teams.replies = [Reply(401), Reply(401)]
    assert isinstance(fails(channel, address), Unreachable)
    assert tokens.renewed == 2


def test_a_redirect_is_not_followed_with_our_token(
    channel: TeamsChannel, teams: Teams, address: dict[str, str]
) -> None:
    teams.replies = [Reply(307, headers={"Location": "http://127.0.0.1:9/steal"})]

    assert isinstance(fails(channel, address), Unreachable)
    assert len(teams.asked) == 1


def test_hanging_up_is_ambiguous(channel: TeamsChannel, teams: Teams, address: dict[str, str]) -> None:
    teams.replies = [Reply(hang_up=True)]

    failure = fails(channel, address)

    assert isinstance(failure, Unreachable)
    assert failure.ambiguous


@pytest.mark.parametrize("reply", [Reply(delay=2.0), Reply(201, b" " * 400, drip=0.05)])
def test_hanging_is_ambiguous_and_ends(
    channel: TeamsChannel, teams: Teams, address: dict[str, str], monkeypatch: pytest.MonkeyPatch, reply: Reply
) -> None:
    monkeypatch.setattr(connectors, "REQUEST_SECONDS", 0.5)
    teams.replies = [reply]

    failure = fails(channel, address)

    assert isinstance(failure, Unreachable)
    assert failure.ambiguous


def test_nobody_there_is_not_ambiguous(channel: TeamsChannel, address: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: the port answers nobody
        failure = fails(channel, {**address, "service_url": f"http://127.0.0.1:{taken.getsockname()[1]}"})

    assert isinstance(failure, Unreachable)
    assert not failure.ambiguous


def test_an_address_that_is_no_longer_allowed(
    channel: TeamsChannel, teams: Teams, tokens: Tokens, address: dict[str, str]
) -> None:
    assert isinstance(fails(channel, {**address, "service_url": "https://evil.example"}), Refused)
    assert teams.asked == []


@pytest.mark.parametrize("body", [b"", b"{", {"id": 7}, {"id": ""}, {"id": "a" * 300}, [1]])
def test_an_answer_without_an_id_is_a_delivery_all_the_same(
    channel: TeamsChannel, teams: Teams, address: dict[str, str], body: Any
) -> None:
    teams.replies = [Reply(201, body)]

    assert channel.send(address, notice()) is None


def test_the_limits_of_one_conversation() -> None:
    clock = [0.0]
    throttle = Throttle(lambda: clock[0])
    sent: list[float] = []
    while clock[0] < 3700:
        wait = throttle.take("a")
        if wait == 0.0:
            sent.append(clock[0])
        clock[0] += wait

    for number, seconds in ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0)):
        assert all(later - earlier >= seconds - 1e-6 for earlier, later in zip(sent, sent[number:], strict=False))
    assert len(sent) > 1800
    assert throttle.take("another") == 0.0


def test_two_senders_share_the_limits(teams: Teams, tokens: Tokens, address: dict[str, str]) -> None:
    connector = Connector(tokens, lambda _: True, proxies=False)
    threads = [threading.Thread(target=connector.post, args=(address, {"type": "message"})) for _ in range(9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(teams.asked) == 9


class Entra:
    """MSAL's HTTP client, with answers of ours."""

    def __init__(self, *answers: dict[str, Any]) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, Any]] = []

    def post(self, url: str, data: Any = None, **_: Any) -> Any:
        self.asked.append((url, data))
        return self._response(self.answers.pop(0) if len(self.answers) > 1 else self.answers[0])

    def get(self, url: str, **_: Any) -> Any:
        tenant = f"https://login.microsoftonline.com/{TENANT}"
        ends = {"authorization_endpoint": f"{tenant}/a", "token_endpoint": f"{tenant}/oauth2/v2.0/token"}
        return self._response({**ends, "issuer": f"{tenant}/v2.0"})

    def close(self) -> None:
        """Nothing is open."""

    @staticmethod
    def _response(body: dict[str, Any]) -> Any:
        text = json.dumps(body)
        return type(
            "Response", (), {"status_code": 200, "text": text, "headers": {}, "raise_for_status": lambda _: None}
        )()


def granted(token: str) -> dict[str, Any]:
    return {"access_token": token, "expires_in": 3600, "token_type": "Bearer"}


def test_a_secret_gets_a_token_that_is_kept_until_it_is_refused() -> None:
    entra = Entra(granted("first"), granted("second"))
    credentials = Credentials(TeamsSettings(APP, TENANT, secret="very secret"), entra)

    assert [credentials.token(), credentials.token()] == ["first", "first"]
    credentials.renew()
    assert credentials.token() == "second"
    url, data = entra.asked[0]
    assert url == f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token"
    assert data["scope"] == "https://api.botframework.com/.default"
    assert data["grant_type"] == "client_credentials"


def test_a_certificate_signs_for_us(tmp_path: Path) -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "waymark")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now).not_valid_after(now + timedelta(days=1))
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ) + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    (tmp_path / "waymark.pem").write_bytes(pem)
    entra = Entra(granted("by certificate"))

    assert (
        Credentials(TeamsSettings(APP, TENANT, certificate=tmp_path / "waymark.pem"), entra).token() == "by certificate"
    )
    signed = entra.asked[0][1]["client_assertion"]
    assert "x5t#S256" in jwt.get_unverified_header(signed)


def test_a_managed_identity_asks_the_machine_it_runs_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """As App Service has it: a local endpoint and a header, and no secret of ours anywhere."""
    until = str(int(datetime.now(UTC).timestamp()) + 7200)
    given = {"access_token": "managed", "expires_on": until, "token_type": "Bearer", "resource": RESOURCE}
    with serving(lambda _: Reply(200, given)) as endpoint:
        monkeypatch.setenv("IDENTITY_ENDPOINT", f"{endpoint.url}/msi/token")
        monkeypatch.setenv("IDENTITY_HEADER", "of this machine")
        credentials = Credentials(TeamsSettings(APP, TENANT, managed_identity="99999999-0000-0000-0000-000000000000"))
        assert [credentials.token(), credentials.token()] == ["managed", "managed"]
        (asked,) = endpoint.asked
        credentials.renew()
        assert credentials.token() == "managed" and len(endpoint.asked) == 2
    query = parse_qs(urlsplit(asked.path).query)
    assert "of this machine" in asked.headers.values()
    assert query["resource"] == [RESOURCE] and query["client_id"] == ["99999999-0000-0000-0000-000000000000"]


@pytest.mark.parametrize("status", [400, 404, 500])
def test_a_managed_identity_that_is_refused_is_no_token(monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    with serving(lambda _: Reply(status, {"error": {"code": "no", "message": "secret text"}})) as endpoint:
        monkeypatch.setenv("IDENTITY_ENDPOINT", f"{endpoint.url}/msi/token")
        monkeypatch.setenv("IDENTITY_HEADER", "of this machine")
        with pytest.raises(Unreachable):
            Credentials(TeamsSettings(APP, TENANT, managed_identity="9" * 8)).token()


@pytest.mark.parametrize("answer", [{"error": "invalid_client", "error_description": "secret text"}, {}])
def test_no_token_is_a_failure_that_tells_no_secret(answer: dict[str, Any], caplog: pytest.LogCaptureFixture) -> None:
    credentials = Credentials(TeamsSettings(APP, TENANT, secret="very secret"), Entra(answer))

    with pytest.raises(Unreachable):
        credentials.token()
    assert "secret" not in caplog.text


def test_secrets_do_not_print() -> None:
    assert "very secret" not in repr(TeamsSettings(APP, TENANT, secret="very secret"))
