"""Secrets do not print, however settings come into a log or a traceback."""

from __future__ import annotations

import pytest

from bot.config import Settings, SettingsError

SECRET = "hunter2" * 12
SECRETS = {
    "DATABASE_URL": f"postgresql+psycopg://waymark:{SECRET}@db/waymark",
    "WAYMARK_TRACKER_URL": f"postgresql://rasa:{SECRET}@db/rasa",
    "WAYMARK_TEAMS_SECRET": SECRET,
    "WAYMARK_SMTP_URL": f"smtps://waymark:{SECRET}@mail.example",
}
BESIDES = {
    "WAYMARK_MODE": "live",
    "WAYMARK_MAIL_FROM": "waymark@school.example",
    "WAYMARK_TEAMS_APP_ID": "11111111-2222-3333-4444-555555555555",
    "WAYMARK_TEAMS_TENANT": "11111111-2222-3333-4444-555555555555",
}
NOTIFY = {"WAYMARK_NOTIFY_API_KEY": SECRET, "WAYMARK_NOTIFY_TEMPLATE": "one"}


@pytest.mark.parametrize("environment", [SECRETS, {**SECRETS, "WAYMARK_SMTP_URL": "", **NOTIFY}])
def test_no_secret_is_printed(environment: dict[str, str]) -> None:
    settings = Settings.from_environment({**BESIDES, **environment})
    assert SECRET in settings.database_url and settings.teams is not None and SECRET in settings.teams.secret
    for printed in (repr(settings), str(settings), f"{settings}", repr([settings]), repr(settings.mail)):
        assert "hunter2" not in printed


def test_a_refusal_tells_no_secret() -> None:
    with pytest.raises(SettingsError) as refused:
        Settings.from_environment({**BESIDES, **SECRETS, **NOTIFY})
    assert "hunter2" not in str(refused.value)
