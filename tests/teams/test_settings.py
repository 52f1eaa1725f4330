"""What is set for Teams: all that it needs, or a sentence that names what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import bootstrap
from bot.bootstrap import ways
from bot.config import Settings, SettingsError
from tests.gateway.standins import Assistant
from tests.teams.servers import APP, TENANT

LIVE = {"WAYMARK_MODE": "live", "WAYMARK_TEAMS_APP_ID": APP, "WAYMARK_TEAMS_TENANT": TENANT}
PLAYGROUND = "WAYMARK_TEAMS_PLAYGROUND"


def test_off_unless_it_is_set() -> None:
    assert Settings.from_environment({}).teams is None


def test_an_app_with_its_usual_lists() -> None:
    teams = Settings.from_environment({**LIVE, "WAYMARK_TEAMS_SECRET": "s"}).teams

    assert teams
    assert (teams.app_id, teams.tenants, teams.hosts) == (APP, {TENANT}, {"smba.trafficmanager.net"})


def test_an_app_with_lists_of_its_own() -> None:
    more = {"WAYMARK_TEAMS_ALLOWED_TENANTS": f"{TENANT.upper()}, {APP}", "WAYMARK_TEAMS_SERVICE_HOSTS": "a.example,"}
    teams = Settings.from_environment({**LIVE, **more, "WAYMARK_TEAMS_MANAGED_IDENTITY": APP}).teams

    assert teams
    assert (teams.tenants, teams.hosts, teams.managed_identity) == ({TENANT, APP}, {"a.example"}, APP)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"WAYMARK_TEAMS_SECRET": "s", "WAYMARK_TEAMS_MANAGED_IDENTITY": APP},
        {"WAYMARK_TEAMS_SECRET": "s", "WAYMARK_TEAMS_TENANT": ""},
        {"WAYMARK_TEAMS_SECRET": "s", "WAYMARK_TEAMS_TENANT": "common"},
        {"WAYMARK_TEAMS_SECRET": "s", "WAYMARK_TEAMS_APP_ID": "waymark"},
        {"WAYMARK_TEAMS_CERTIFICATE": "/nowhere/at/all.pem"},
        {"WAYMARK_TEAMS_MANAGED_IDENTITY": "mine"},
        {PLAYGROUND: "http://127.0.0.1:56150/_connector"},
    ],
)
def test_what_cannot_be_used_is_said(wrong: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match="WAYMARK_TEAMS_"):
        Settings.from_environment({**LIVE, **wrong})


def test_while_training_nothing_leaves_the_machine() -> None:
    training = {**LIVE, "WAYMARK_MODE": "training", "WAYMARK_TEAMS_SECRET": "s"}

    assert Settings.from_environment(training).teams is None
    for url in (
        "https://smba.trafficmanager.net",
        "http://192.0.2.7:56150",
        "https://127.0.0.1",
        "http://127.0.0.1.evil.example",
        "x",
    ):
        with pytest.raises(SettingsError, match=PLAYGROUND):
            Settings.from_environment({**training, PLAYGROUND: url})
    assert Settings.from_environment({**training, PLAYGROUND: "http://127.0.0.1:56150/_connector"}).teams


def test_the_certificate_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "waymark.pem"
    path.write_text("pem")
    teams = Settings.from_environment({**LIVE, "WAYMARK_TEAMS_CERTIFICATE": str(path)}).teams

    assert teams and teams.certificate == path


def test_a_live_waymark_with_teams_has_that_way_in_only(tmp_path: Path) -> None:
    url = {"DATABASE_URL": f"sqlite:///{tmp_path / 'waymark.db'}"}
    without = bootstrap.build(Settings.from_environment({"WAYMARK_MODE": "live", **url}))
    made = bootstrap.build(Settings.from_environment({**LIVE, **url, "WAYMARK_TEAMS_SECRET": "s"}))

    with pytest.raises(SettingsError, match="WAYMARK_TEAMS_APP_ID"):
        bootstrap.door(without, Assistant())
    door = bootstrap.door(made, Assistant())

    assert (door.page, door.training, len(door.ways_in)) == (False, None, 1)
    assert "teams" in ways.channels(made.settings, made.database, made.clock)
    without.database.close()
    made.database.close()
