"""E-mail by SMTP, with the standard library: encrypted unless it is said otherwise, one connection a letter."""

from __future__ import annotations

import logging
import re
import smtplib
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parseaddr
from urllib.parse import unquote, urlsplit

from bot.channels.mail.letters import Letter
from bot.channels.mail.mime import as_mail
from bot.channels.sending import SEND_WITHIN_SECONDS, Refused, Unreachable

log = logging.getLogger(__name__)

PORTS = {"smtps": 465, "smtp": 587, "smtp+plain": 25}
COME_BACK_SECONDS = 300.0
"""How long a server that says "later" is left alone. Servers that greylist let a letter in after about five minutes."""
_NOBODY_THERE = re.compile(rb"^5\.(1\.\d+|2\.1)\b")  # RFC 3463: no such mailbox or system; mailbox disabled


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server: ``smtps://`` speaks TLS from the start, ``smtp://`` insists on STARTTLS, ``smtp+plain://`` neither
    (for a relay on this machine)."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def from_url(cls, url: str) -> Server:
        """Read ``scheme://user:password@host:port``. Raises ValueError with a sentence that holds no password."""
        parts = urlsplit(url)
        if parts.scheme not in PORTS or not parts.hostname or parts.path not in ("", "/"):
            raise ValueError("must look like smtp://user:password@host:587, smtps://... or smtp+plain://...")
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        if user and parts.scheme == "smtp+plain":
            raise ValueError("must not send a password unencrypted: use smtp:// or smtps://")
        return cls(parts.scheme, parts.hostname, parts.port or PORTS[parts.scheme], user, password)


@dataclass(frozen=True, slots=True)
class Smtp:
    """Posts letters to one server."""

    server: Server
    sender: str
    now: Callable[[], datetime]
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    within: float = SEND_WITHIN_SECONDS - 5

    def post(self, to: str, letter: Letter) -> str:
        """Hand the letter over; gives its Message-ID. Raises Unreachable or Refused."""
        mail = as_mail(letter, self.sender, to, self.now())
        try:
            session = _Session(self)
        except ssl.SSLCertVerificationError as error:
            raise _refused_us("certificate") from error
        except smtplib.SMTPConnectError as error:
            raise _meaning("connect", error.smtp_code, b"") from error
        except (OSError, smtplib.SMTPException) as error:
            raise Unreachable("smtp_connect") from error
        try:
            session.deliver(parseaddr(self.sender)[1], to, mail.as_bytes())
        finally:
            session.leave()
        return str(mail["Message-ID"])


class _Session:
    """One conversation with the server, which has to end in time."""

    def __init__(self, way: Smtp) -> None:
        self._way = way
        self._until = time.monotonic() + way.within
        host, port = way.server.host, way.server.port
        if way.server.scheme == "smtps":
            self._smtp: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=way.within, context=way.tls)
        else:
            self._smtp = smtplib.SMTP(host, port, timeout=way.within)

    def deliver(self, sender: str, to: str, mail: bytes) -> None:
        """All the steps, one after the other. Raises Unreachable or Refused."""
        self._step("hello", self._smtp.ehlo)
        if self._way.server.scheme == "smtp":
            self._encrypt()
        if self._way.server.user:
            self._step("login", lambda: self._smtp.login(self._way.server.user, self._way.server.password))
        self._step("sender", lambda: self._smtp.mail(sender))
        self._step("recipient", lambda: self._smtp.rcpt(to))
        self._step("data", lambda: self._smtp.docmd("DATA"))
        self._step("letter", lambda: self._hand_over(mail))

    def leave(self) -> None:
        """Say goodbye, if there is anybody left to say it to: what was accepted stays accepted."""
        with suppress(OSError, smtplib.SMTPException):
            if self._smtp.sock:
                self._smtp.sock.settimeout(1.0)
            self._smtp.quit()
        self._smtp.close()

    def _encrypt(self) -> None:
        self._step("starttls", lambda: self._smtp.starttls(context=self._way.tls))
        self._step("hello", self._smtp.ehlo)

    def _hand_over(self, mail: bytes) -> tuple[int, bytes]:
        self._smtp.send(re.sub(rb"(?m)^\.", b"..", mail) + b".\r\n")
        return self._smtp.getreply()

    def _step(self, name: str, command: Callable[[], tuple[int, bytes]]) -> None:
        left = self._until - time.monotonic()
        if left <= 0:
            raise Unreachable("smtp_slow")
        assert self._smtp.sock is not None
        self._smtp.sock.settimeout(left)
        try:
            code, says = command()
        except ssl.SSLCertVerificationError as error:
            raise _refused_us("certificate") from error
        except smtplib.SMTPNotSupportedError as error:
            raise _refused_us(name) from error
        except smtplib.SMTPResponseException as error:
            code, says = error.smtp_code, b""
        except (OSError, smtplib.SMTPException) as error:
            # Once the letter itself is on its way, silence says nothing about whether it was taken.
            raise Unreachable(f"smtp_{name}", ambiguous=name == "letter") from error
        if not (200 <= code < 300 or (name == "data" and code == 354)):
            raise _meaning(name, code, says)


def _meaning(step: str, code: int, says: bytes) -> Unreachable | Refused:
    """What an answer that is no yes means for the letter."""
    reason = f"smtp_{step}_{code}"
    if not 500 <= code < 600:
        return Unreachable(reason, COME_BACK_SECONDS if 400 <= code < 500 else None)
    if step in ("recipient", "letter", "data"):
        return Refused(reason, gone=step == "recipient" and bool(_NOBODY_THERE.match(says)))
    return _refused_us(f"{step}_{code}")


def _refused_us(what: str) -> Refused:
    """The server does not want us, whoever the letter is for: people are told elsewhere until somebody mends it."""
    log.error("mail: the server does not take letters from us: %s", what)
    return Refused(f"smtp_{what}")
