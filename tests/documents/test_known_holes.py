"""The table of Rasa's known holes is about what is locked, and what it says of the set-up is so."""

from __future__ import annotations

import re

import yaml

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
TABLE = re.findall(r"^\| ([\w-]+) \| ([\d.]+) \| ((?:CVE-\d{4}-\d+(?:, )?)+) \|.*\| .+ \|$", PAGE, re.MULTILINE)
LOCK = (ROOT / "requirements" / "rasa.txt").read_text("utf-8")


def test_the_table_is_about_what_is_locked() -> None:
    locked = dict(re.findall(r"^([\w.-]+)==([^ ;\\]+)", LOCK, re.MULTILINE))
    assert len(TABLE) > 5 and [name for name, version, _ in TABLE if locked.get(name) != version] == []


def test_rasas_http_interface_is_never_switched_on() -> None:
    """Whoever reaches it can have it load a model, and a model can run code."""
    started = [*(ROOT / "bot").rglob("*.py"), ROOT / "Makefile", *(ROOT / "deploy").rglob("*.y*ml")]
    assert [path.name for path in started if "--enable-api" in path.read_text("utf-8")] == []


def test_what_the_table_says_of_the_pipeline_and_the_store_is_so() -> None:
    pipeline = {part["name"] for part in yaml.safe_load((ROOT / "config.yml").read_text("utf-8"))["pipeline"]}
    assert {name for name in pipeline if not name.startswith("bot.nlu.")} == {"FallbackClassifier"}
    assert yaml.safe_load((ROOT / "endpoints.yml").read_text("utf-8"))["tracker_store"]["type"].startswith("bot.nlu.")
    assert 'os.environ["RASA_TELEMETRY_ENABLED"] = "false"' in (ROOT / "bot" / "nlu" / "start.py").read_text("utf-8")
