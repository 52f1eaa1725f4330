"""deploy/compose.yml is what the tests run, and says nothing that Waymark does not know."""

from __future__ import annotations

import re
import subprocess
from typing import Any

import pytest
import yaml

from bot.commands.processes import COMMANDS
from tests.conftest import ROOT
from tests.fleet.fleet import COMPOSE, OURS, described

DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text()
DOCKERIGNORE = (ROOT / ".dockerignore").read_text().split()


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())
    return found


def test_two_of_each_and_what_they_stand_on(whole: dict[str, Any]) -> None:
    rest = {"proxy", "migrate", "postgres", "redis", "backup"}
    assert set(whole["services"]) == {*OURS, *rest}
    for service in whole["services"].values():
        assert set(service.get("networks", [])) <= set(whole["networks"])
        assert set(service.get("depends_on", [])) <= set(whole["services"])
        named = {volume.partition(":")[0] for volume in service.get("volumes", []) if not volume.startswith(".")}
        assert named <= set(whole["volumes"])


@pytest.mark.parametrize("name", [*OURS, "migrate"])
def test_a_part_of_ours_is_a_command_with_settings_that_there_are(name: str) -> None:
    service = described()[name]
    program, command = service["command"]
    assert program == "waymark" and command in COMMANDS
    readers = [*(ROOT / "bot" / "config").glob("*.py"), ROOT / "bot" / "nlu" / "start.py"]
    config = "".join(path.read_text() for path in readers)
    assert not [setting for setting in service["environment"] if f'"{setting}"' not in config]
    assert f"AS {service['build']['target']}" in DOCKERFILE
    assert service["env_file"] == "waymark.env" and "ports" not in service


@pytest.mark.parametrize("name", OURS)
def test_each_is_well_by_an_address_of_its_own(name: str) -> None:
    check = described()[name]["healthcheck"]["test"]
    assert check[:3] == ["CMD", "waymark", "healthy"] and re.fullmatch(r"http://127\.0\.0\.1:\d+/\S+", check[3])


def test_only_the_proxy_is_reached_from_outside() -> None:
    services = described()
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert described()["rasa-1"]["networks"] == described()["actions-1"]["networks"] == ["inside"]
    assert set(re.findall(r"reverse_proxy (.+) \{", (ROOT / "deploy" / "Caddyfile").read_text())[0].split()) == {
        "gateway-1:8000", "gateway-2:8000",
    }  # fmt: skip


def test_every_image_is_named_with_its_version(whole: dict[str, Any]) -> None:
    """What is pulled today is what was tried; newer ones are a change of these files."""
    foreign = {service["image"] for service in whole["services"].values() if "build" not in service}
    foreign |= set(re.findall(r"^FROM (\S+:\S+) AS", DOCKERFILE, re.MULTILINE))
    assert len(foreign) == 4 and not [image for image in foreign if not re.search(r":\d+\.\d+", image)]


@pytest.mark.parametrize("name", [*OURS, "migrate"])
def test_a_part_of_ours_can_do_no_more_than_it_needs(name: str) -> None:
    service = described()[name]
    assert service["cap_drop"] == ["ALL"] and service["security_opt"] == ["no-new-privileges:true"]
    assert service["read_only"] is not name.startswith("rasa") and "privileged" not in service
    assert service.get("volumes", []) == (["anchors:/srv/anchors"] if name.startswith("worker") else [])
    before = DOCKERFILE.partition("COPY")[0]
    assert "USER waymark" in before and "USER root" not in DOCKERFILE


def test_what_everything_stands_on_is_watched_and_keeps_its_data(whole: dict[str, Any]) -> None:
    services = whole["services"]
    assert all("healthcheck" in services[name] for name in ("postgres", "redis"))
    assert services["postgres"]["volumes"] == ["database:/var/lib/postgresql/data"]
    assert all(service["restart"] in ("unless-stopped", "on-failure") for service in services.values())


def test_visitors_have_the_addresses_that_the_proxy_tells() -> None:
    """Else all who are not signed in were one address, and one of them could keep the others from signing in."""
    assert {described()[name]["environment"]["WAYMARK_PROXIES"] for name in ("gateway-1", "gateway-2")} == {"1"}


def test_no_secret_stands_in_the_files() -> None:
    said = [pair for service in described().values() for pair in service.get("environment", {}).items()]
    secret = [value for name, value in said if re.search("PASSWORD|SECRET|AUTH", name)]
    secret += [re.sub(r".*?://\w*:(.*?)@.*", r"\1", value) for _, value in said if re.search(r"://\w*:.*@", value)]
    assert len(secret) > 20 and {value for value in secret if not re.fullmatch(r"\$\{\w+:\?\}", value)} == set()
    example = (ROOT / "deploy" / "waymark.env.example").read_text()
    assert re.findall(r"^#?\w*(?:PASSWORD|SECRET|KEY)\w*=(.*)$", example, re.MULTILINE) == [""] * 3


def test_each_setting_of_the_files_is_explained() -> None:
    example = (ROOT / "deploy" / "waymark.env.example").read_text()
    setting = r"\b(?:WAYMARK|REDIS)_\w+|POSTGRES_(?:PASSWORD|DB)|DATABASE_URL"
    named = set(re.findall(setting, COMPOSE.read_text() + example))
    pages = [ROOT / "docs" / "operations.md", *(ROOT / "deploy").glob("*/README.md")]
    explained = "".join(page.read_text("utf-8") for page in pages)
    assert sorted(name for name in named if f"`{name}`" not in explained) == []


def test_what_the_images_copy_is_there_and_is_sent() -> None:
    copied = [word for line in DOCKERFILE.splitlines() if line.startswith("COPY") for word in line.split()[2:-1]]
    assert copied and all((ROOT / name).exists() for name in copied)
    sent = [line[1:] for line in DOCKERIGNORE if line.startswith("!")]
    assert all(any(kept == name or kept.startswith(f"{name}/") for kept in sent) for name in copied)


def test_every_secret_of_the_topology_is_in_the_example() -> None:
    example = (ROOT / "deploy" / "waymark.env.example").read_text()
    assert all(f"{name}=" in example for name in set(re.findall(r"\$\{(\w+)", COMPOSE.read_text())))


@pytest.mark.parametrize("script", ["backup", "restore"])
def test_the_scripts_are_plain_shell(script: str) -> None:
    subprocess.run(["sh", "-n", ROOT / "deploy" / script], check=True)
