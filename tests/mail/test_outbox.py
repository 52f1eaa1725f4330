"""Training: what would be sent lies in a folder, and goes nowhere."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

from bot.channels.mail import EmailChannel, Outbox
from tests.mail.conftest import HOME, ME, NOW, SENDER, Page, notice


def test_a_letter_lies_in_the_folder_once_however_often_it_is_sent(tmp_path: Path) -> None:
    channel = EmailChannel(Outbox(tmp_path / "outbox", SENDER, lambda: NOW), HOME, Page())
    for _ in range(2):
        channel.send({"email": ME}, notice())

    (letter,) = (tmp_path / "outbox").iterdir()
    assert letter.suffix == ".eml"
    mail = message_from_bytes(letter.read_bytes(), policy=policy.default)
    assert mail["To"] == ME and "W-7K2M9QD" in mail["Subject"]


def test_a_confirmation_holds_its_link(tmp_path: Path) -> None:
    channel = EmailChannel(Outbox(tmp_path, SENDER, lambda: NOW), HOME, Page())
    channel.confirm(ME, f"{HOME}/preferences/confirm/secret")

    (letter,) = tmp_path.iterdir()
    assert "secret" not in letter.name
    mail = message_from_bytes(letter.read_bytes(), policy=policy.default)
    assert f"{HOME}/preferences/confirm/secret" in mail.get_content()  # type: ignore[attr-defined]
