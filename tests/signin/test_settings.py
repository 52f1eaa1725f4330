"""The settings of sign-in: half of them is refused at the start, in a sentence, and secrets do not print."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import bootstrap
from bot.config import Settings, SettingsError

WHOLE = {
    "WAYMARK_MODE": "live",
    "WAYMARK_PUBLIC_URL": "https://waymark.example",
    "WAYMARK_OIDC_ISSUER": "https://login.example/t/v2.0",
    "WAYMARK_OIDC_CLIENT_ID": "waymark",
    "WAYMARK_OIDC_CLIENT_SECRET": "topsecret",
    "WAYMARK_OIDC_PRACTITIONER_GROUPS": "Waymark.Practitioner, staff",
}


def test_what_is_set_is_taken_and_the_secret_does_not_print() -> None:
    found = Settings.from_environment(WHOLE | {"WAYMARK_REDIS_URL": "redis://:topsecret@127.0.0.1/0"})

    assert found.sign_in and found.sign_in.practitioners == {"waymark.practitioner", "staff"}
    assert found.sign_in.client_secret == "topsecret" and "topsecret" not in repr(found)


def test_a_secret_can_lie_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("fromfile\n")
    given = {name: value for name, value in WHOLE.items() if not name.endswith("SECRET")}

    found = Settings.from_environment(given | {"WAYMARK_OIDC_CLIENT_SECRET_FILE": str(path)})

    assert found.sign_in and found.sign_in.client_secret == "fromfile"
    path.write_text(" \n")
    with pytest.raises(SettingsError, match="nothing in it"):
        Settings.from_environment(given | {"WAYMARK_OIDC_CLIENT_SECRET_FILE": str(path)})


def test_training_has_no_sign_in() -> None:
    assert Settings.from_environment(WHOLE | {"WAYMARK_MODE": "training"}).sign_in is None


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"WAYMARK_OIDC_CLIENT_ID": ""}, "WAYMARK_OIDC_CLIENT_ID"),
        ({"WAYMARK_OIDC_PRACTITIONER_GROUPS": " "}, "WAYMARK_OIDC_PRACTITIONER_GROUPS"),
        ({"WAYMARK_OIDC_CLIENT_SECRET": ""}, "WAYMARK_OIDC_CLIENT_SECRET"),
        ({"WAYMARK_OIDC_CLIENT_SECRET_FILE": "/nowhere"}, "one of"),
        ({"WAYMARK_OIDC_ISSUER": "http://login.example"}, "https://"),
        ({"WAYMARK_PUBLIC_URL": "http://waymark.example"}, "WAYMARK_PUBLIC_URL must be an https:// address"),
        ({"WAYMARK_SESSION_HOURS": "x"}, "WAYMARK_SESSION_HOURS must be a number from 1 to 24"),
        ({"WAYMARK_OIDC_ROLES_MINUTES": "600"}, "from 1 to 60"),
        ({"WAYMARK_PROXIES": "-1"}, "WAYMARK_PROXIES"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(changed: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError, match=says) as refused:
        Settings.from_environment(WHOLE | changed)

    assert "topsecret" not in str(refused.value)


def test_a_redis_address_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(SettingsError, match="WAYMARK_REDIS_URL"):
        bootstrap.limits(Settings.from_environment(WHOLE | {"WAYMARK_REDIS_URL": "nonsense://x"}))
