"""A real mail server on loopback whose moods a test chooses, and a letter for it."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.casework.message import Block, Kind, Message, Shape
from bot.channels.mail import Server, Smtp
from bot.channels.sending import Notice

NOW = datetime(2026, 12, 23, 9, 0, tzinfo=UTC)
HOME = "https://waymark.example.nhs.uk"
SENDER = "Waymark <waymark@example.nhs.uk>"
ME = "me@school.example"


def notice(reminder: int = 7, case: str = "W-7K2M9QD", due: str = "Thursday 24 December 2026", **other: str) -> Notice:
    """A reminder whose message says more than an e-mail may."""
    told = Message(Kind.REMINDER, (Block(Shape.TEXT, ("The boy with the bruises: ring the line manager.",)),))
    given = {"stage": "Stage 2: the two line managers talk", "link": f"{HOME}/cases/{case}", **other}
    return Notice(reminder, "p1", told, ("t1",), case, given["stage"], due, given["link"])


@dataclass
class Page:
    """Where the links lead."""

    name: str = "web"
    notices: list[Notice] = field(default_factory=list)

    def send(self, address: Mapping[str, Any], notice: Notice) -> str | None:
        self.notices.append(notice)
        return None


@dataclass
class Postmaster:
    """Takes letters, unless a test has set an answer for a step or wants the line cut there."""

    answers: dict[str, str] = field(default_factory=dict)
    cut_at: str = ""
    silent_at: str = ""
    taken: list[Envelope] = field(default_factory=list)
    over_tls: list[bool] = field(default_factory=list)
    logins: list[tuple[bytes, bytes]] = field(default_factory=list)
    greeted: int = 0

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return await self._answer(server, "MAIL", "250 OK")

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return await self._answer(server, "RCPT", "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = await self._answer(server, "DATA", "250 accepted")
        self.taken.append(envelope)
        assert server.transport is not None
        self.over_tls.append(server.transport.get_extra_info("ssl_object") is not None)
        return answer

    def auth(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login, data.password))
        return AuthResult(success=data.password == b"s3cret:@/", handled=False)

    async def _answer(self, server: SMTP, step: str, otherwise: str) -> str:
        if step == self.cut_at:
            assert server.transport is not None
            server.transport.abort()
        if step == self.silent_at:
            await asyncio.sleep(30)
        return self.answers.get(step, otherwise)


@dataclass
class Running:
    """The server, and how to reach it."""

    postmaster: Postmaster
    port: int
    trusts: ssl.SSLContext

    def way(self, scheme: str = "smtp+plain", login: str = "", within: float = 5.0) -> Smtp:
        """The way to post letters there."""
        server = Server.from_url(f"{scheme}://{login}127.0.0.1:{self.port}")
        return Smtp(server, SENDER, lambda: NOW, self.trusts, within)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 with its key, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    path.write_bytes(key.private_bytes(*plain) + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def serve(certificate: Path) -> Iterator[Callable[..., Running]]:
    """Start a server: ``starttls`` offers encryption, ``tls`` speaks it from the start, ``login`` wants a password."""
    started: list[Controller] = []

    def start(*, starttls: bool = False, tls: bool = False, login: bool = False) -> Running:
        postmaster = Postmaster()
        own = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        own.load_cert_chain(certificate)
        wants: dict[str, Any] = {"tls_context": own} if starttls else {}
        if login:
            wants |= {"authenticator": postmaster.auth, "auth_required": starttls, "auth_require_tls": starttls}
        controller = Controller(postmaster, hostname="127.0.0.1", port=0, ssl_context=own if tls else None, **wants)
        controller.port = _free_port()
        controller.start()
        started.append(controller)
        return Running(postmaster, controller.port, ssl.create_default_context(cafile=str(certificate)))

    yield start
    for controller in started:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port
