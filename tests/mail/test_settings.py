"""Which way e-mail leaves, by the settings; and that a half of them is refused at the start, in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bootstrap import ways
from bot.channels.mail import Notify, Outbox, Smtp
from bot.config import Settings, SettingsError
from tests.gateway.standins import Clock
from tests.mail.conftest import Page

SMTP = {"WAYMARK_SMTP_URL": "smtp://u:topsecret@mail.example", "WAYMARK_MAIL_FROM": "Waymark <w@x.example>"}
NOTIFY = {"WAYMARK_NOTIFY_API_KEY": "k" * 80, "WAYMARK_NOTIFY_TEMPLATE": "t"}


@pytest.mark.parametrize(("given", "way"), [(SMTP, Smtp), (NOTIFY, Notify)])
def test_in_earnest_the_settings_choose(given: dict[str, str], way: type) -> None:
    channel = ways.email(Settings.from_environment(given), Clock(), Page())
    assert channel is not None and channel.name == "email" and isinstance(channel.post, way)


def test_without_settings_there_is_no_email() -> None:
    assert ways.email(Settings.from_environment({}), Clock(), Page()) is None


@pytest.mark.parametrize("given", [{}, SMTP, NOTIFY])
def test_in_training_nothing_leaves_whatever_is_set(given: dict[str, str], tmp_path: Path) -> None:
    where = {"WAYMARK_MODE": "training", "WAYMARK_OUTBOX": str(tmp_path)}
    channel = ways.email(Settings.from_environment({**given, **where}), Clock(), Page())
    assert channel is not None and isinstance(channel.post, Outbox)
    channel.confirm("me@school.example", "https://waymark.example/preferences/confirm/x")
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    "given",
    [
        {**SMTP, **NOTIFY},
        {"WAYMARK_SMTP_URL": "smtp://u:topsecret@mail.example"},
        {"WAYMARK_NOTIFY_API_KEY": "topsecret" * 9},
        {"WAYMARK_NOTIFY_API_KEY": "topsecret", "WAYMARK_NOTIFY_TEMPLATE": "t"},
        {**SMTP, "WAYMARK_SMTP_URL": "http://u:topsecret@mail.example"},
        {**SMTP, "WAYMARK_SMTP_URL": "smtp://u:topsecret@mail.example:port"},
    ],
)
def test_settings_that_cannot_be_used_are_refused_without_their_secrets(given: dict[str, str]) -> None:
    with pytest.raises(SettingsError) as refused:
        ways.email(Settings.from_environment(given), Clock(), Page())
    assert "WAYMARK_" in str(refused.value) and "topsecret" not in str(refused.value)


def test_secrets_do_not_print() -> None:
    assert "topsecret" not in repr(Settings.from_environment(SMTP))
    assert "kkkk" not in repr(Settings.from_environment(NOTIFY))
