"""E-mail by SMTP against a real server: what arrives, and what each refusal, silence and broken line means."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Thread

import pytest

from bot.channels.mail import EmailChannel, Server, Smtp
from bot.channels.sending import Refused, Unreachable
from tests.mail.conftest import HOME, ME, NOW, SENDER, Page, Running, notice

Serve = Callable[..., Running]
ADDRESS = {"email": ME}


def arrived(running: Running) -> EmailMessage:
    envelope = running.postmaster.taken[-1]
    assert envelope.rcpt_tos == [ME] and envelope.mail_from == "waymark@example.nhs.uk"
    assert isinstance(envelope.original_content, bytes)
    mail = message_from_bytes(envelope.original_content, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_a_reminder_arrives_and_tells_nothing_of_the_case(serve: Serve) -> None:
    running = serve()
    given = EmailChannel(running.way(), HOME, Page()).send(ADDRESS, notice())

    mail = arrived(running)
    assert mail["Subject"] == "Waymark: W-7K2M9QD, due Thursday 24 December 2026"
    assert mail["Message-ID"] == given
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["From"] == SENDER and mail["To"] == ME
    text = mail.get_content()
    assert "Stage 2: the two line managers talk" in text and f"{HOME}/cases/W-7K2M9QD" in text
    assert "999" in text and f"{HOME}/preferences" in text
    assert "bruises" not in running.postmaster.taken[0].original_content.decode()  # type: ignore[union-attr]
    assert mail.get_content_type() == "text/plain" and not list(mail.iter_attachments())


def test_several_reminders_are_one_letter(serve: Serve) -> None:
    running = serve()
    channel = EmailChannel(running.way(), HOME, Page())
    channel.gather(ADDRESS, [notice(1), notice(2, "W-AAAAAAA", due="")])

    assert len(running.postmaster.taken) == 1
    mail = arrived(running)
    assert mail["Subject"] == "Waymark: 2 reminders"
    assert "W-7K2M9QD" in mail.get_content() and "W-AAAAAAA" in mail.get_content()


def test_a_retry_is_recognisable(serve: Serve) -> None:
    channel = EmailChannel(serve().way(), HOME, Page())
    first, again, other = (channel.send(ADDRESS, notice(number)) for number in (7, 7, 8))
    batch, shuffled = (channel.gather(ADDRESS, list(map(notice, numbers))) for numbers in ((7, 8), (8, 7)))

    assert first == again != other
    assert batch == shuffled and batch not in (first, other)


def test_hostile_words_stay_inside_their_line(serve: Serve) -> None:
    running = serve()
    smuggled = "W-1\r\nBcc: everybody@evil.example\r\n\r\n.\r\nMAIL FROM:<x@evil.example>"
    EmailChannel(running.way(), HOME, Page()).send(ADDRESS, notice(1, smuggled, "x\r\ny", stage="a\n.\nb\x00\x1b[31m"))

    mail = arrived(running)
    assert mail["Bcc"] is None and len(running.postmaster.taken) == 1
    assert "\n.\n" not in mail.get_content() and "\x1b" not in mail.get_content()


@pytest.mark.parametrize("to", ["", "a\r\nb@x.example", "me@x.example\nRCPT TO:<y@x.example>", "é@x.example", "@"])
def test_what_is_no_address_is_refused_before_anything_is_sent(serve: Serve, to: str) -> None:
    running = serve()
    with pytest.raises(Refused) as refused:
        EmailChannel(running.way(), HOME, Page()).send({"email": to}, notice())
    assert refused.value.gone and not running.postmaster.taken


@pytest.mark.parametrize("address", [{}, {"email": None}, {"email": ["x"]}])
def test_an_address_without_an_email_is_refused(serve: Serve, address: dict[str, object]) -> None:
    with pytest.raises(Refused):
        EmailChannel(serve().way(), HOME, Page()).send(address, notice())


@pytest.mark.parametrize(
    ("step", "answer", "later"),
    [
        ("RCPT", "451 4.7.1 Greylisted, try again later", True),
        ("MAIL", "421 4.3.2 going down", True),
        ("DATA", "452 4.2.2 over quota", True),
        ("RCPT", "450 4.2.1 busy", True),
    ],
)
def test_later_is_tried_again_and_was_not_delivered(serve: Serve, step: str, answer: str, later: bool) -> None:
    running = serve()
    running.postmaster.answers[step] = answer
    with pytest.raises(Unreachable) as unreachable:
        EmailChannel(running.way(), HOME, Page()).send(ADDRESS, notice())
    assert not unreachable.value.ambiguous
    assert (unreachable.value.retry_after is not None) is later
    assert answer[:3] in unreachable.value.reason

    running.postmaster.answers.clear()
    assert EmailChannel(running.way(), HOME, Page()).send(ADDRESS, notice())


@pytest.mark.parametrize(
    ("step", "answer", "gone"),
    [
        ("RCPT", "550 5.1.1 No such user", True),
        ("RCPT", "550 5.2.1 Mailbox disabled", True),
        ("RCPT", "550 5.7.1 Not from you", False),
        ("RCPT", "552 5.2.2 Mailbox full", False),
        ("RCPT", "550 no", False),
        ("MAIL", "550 5.7.1 We do not know you", False),
        ("DATA", "554 5.6.0 looks like spam", False),
    ],
)
def test_no_is_no_and_only_a_dead_mailbox_is_gone(serve: Serve, step: str, answer: str, gone: bool) -> None:
    running = serve()
    running.postmaster.answers[step] = answer
    with pytest.raises(Refused) as refused:
        EmailChannel(running.way(), HOME, Page()).send(ADDRESS, notice())
    assert refused.value.gone is gone


@pytest.mark.parametrize(("step", "ambiguous"), [("MAIL", False), ("RCPT", False), ("DATA", True)])
def test_a_line_that_is_cut_is_ambiguous_only_after_the_letter(serve: Serve, step: str, ambiguous: bool) -> None:
    running = serve()
    running.postmaster.cut_at = step
    with pytest.raises(Unreachable) as unreachable:
        EmailChannel(running.way(), HOME, Page()).send(ADDRESS, notice())
    assert unreachable.value.ambiguous is ambiguous


@pytest.mark.parametrize(("step", "ambiguous"), [("RCPT", False), ("DATA", True)])
def test_silence_ends_in_time_and_is_ambiguous_only_after_the_letter(serve: Serve, step: str, ambiguous: bool) -> None:
    running = serve()
    running.postmaster.silent_at = step
    with pytest.raises(Unreachable) as unreachable:
        EmailChannel(running.way(within=0.5), HOME, Page()).send(ADDRESS, notice())
    assert unreachable.value.ambiguous is ambiguous


def test_nobody_listening_is_unreachable() -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        way = Smtp(Server.from_url(f"smtp+plain://127.0.0.1:{door.getsockname()[1]}"), SENDER, lambda: NOW)
        with pytest.raises(Unreachable) as unreachable:
            EmailChannel(way, HOME, Page()).send(ADDRESS, notice())
    assert not unreachable.value.ambiguous


@pytest.mark.parametrize("greeting", [b"554 5.7.1 go away\r\n", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"", b"\xff\r\n"])
def test_what_is_no_mail_server_says_no_and_nothing_breaks(greeting: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:

        def once() -> None:
            line, _ = door.accept()
            with line:
                line.sendall(greeting)

        answering = Thread(target=once)
        answering.start()
        way = Smtp(Server.from_url(f"smtp+plain://127.0.0.1:{door.getsockname()[1]}"), SENDER, lambda: NOW, within=2)
        with pytest.raises((Unreachable, Refused)) as told:
            EmailChannel(way, HOME, Page()).send(ADDRESS, notice())
        answering.join()
    assert not getattr(told.value, "ambiguous", False)


@pytest.mark.parametrize(("scheme", "wants"), [("smtp", {"starttls": True}), ("smtps", {"tls": True})])
def test_it_is_encrypted_and_signed_in(serve: Serve, scheme: str, wants: dict[str, bool]) -> None:
    running = serve(**wants, login=True)
    EmailChannel(running.way(scheme, "waymark%40x:s3cret%3A%40%2F@"), HOME, Page()).send(ADDRESS, notice())

    assert running.postmaster.over_tls == [True]
    assert running.postmaster.logins == [(b"waymark@x", b"s3cret:@/")]


def test_a_wrong_password_is_not_the_persons_fault(serve: Serve, caplog: pytest.LogCaptureFixture) -> None:
    running = serve(starttls=True, login=True)
    with pytest.raises(Refused) as refused:
        EmailChannel(running.way("smtp", "waymark:wrong@"), HOME, Page()).send(ADDRESS, notice())
    assert not refused.value.gone
    assert "login" in caplog.text and "wrong" not in caplog.text


def test_without_encryption_nothing_is_said(serve: Serve) -> None:
    running = serve()
    with pytest.raises(Refused):
        EmailChannel(running.way("smtp", "waymark:s3cret@"), HOME, Page()).send(ADDRESS, notice())
    assert not running.postmaster.taken and not running.postmaster.logins


@pytest.mark.parametrize(("scheme", "wants"), [("smtp", {"starttls": True}), ("smtps", {"tls": True})])
def test_a_certificate_that_nobody_vouches_for_is_refused(serve: Serve, scheme: str, wants: dict[str, bool]) -> None:
    running = serve(**wants)
    running.trusts = ssl.create_default_context()
    with pytest.raises(Refused):
        EmailChannel(running.way(scheme), HOME, Page()).send(ADDRESS, notice())
    assert not running.postmaster.taken


@pytest.mark.parametrize("url", ["", "mail.example", "http://x", "smtp://", "smtp+plain://u:topsecret@x", "smtp://x/y"])
def test_a_server_that_cannot_be_meant_is_said_without_its_password(url: str) -> None:
    with pytest.raises(ValueError) as refused:
        Server.from_url(url)
    assert "topsecret" not in str(refused.value)


def test_a_password_does_not_print() -> None:
    assert "topsecret" not in repr(Server.from_url("smtp://u:topsecret@mail.example"))
