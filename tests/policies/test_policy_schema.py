"""The schema for editors is up to date, knows every policy, and refuses what the reader refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, FormatChecker

from bot.library import schema

FOLDER = Path(__file__).parents[2] / "policies"
POLICIES = sorted(FOLDER.glob("*.yml"))
README = (FOLDER / "README.md").read_text(encoding="utf-8")
EXAMPLE = README.split("```yaml\n")[1].split("```")[0]


class AsEditorsRead(yaml.SafeLoader):
    """YAML as editors read it (version 1.2): a date is a text, and so are yes, no, on and off."""


OLD = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in OLD]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
AsEditorsRead.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


def faults(text: str) -> list[str]:
    validator = Draft7Validator(schema.schema(), format_checker=FormatChecker())
    return [fault.message for fault in validator.iter_errors(yaml.load(text, Loader=AsEditorsRead))]  # noqa: S506


def test_the_file_is_up_to_date() -> None:
    written = (FOLDER / schema.FILE).read_text(encoding="utf-8")

    assert written == schema.text(), "run `waymark policies schema`"


def test_it_is_a_schema_with_every_key_described() -> None:
    found = schema.schema()
    parts: list[dict[str, Any]] = [found, *found["definitions"].values()]

    Draft7Validator.check_schema(found)
    assert all(key["description"].endswith((".", "?")) for part in parts for key in part["properties"].values())
    assert json.loads(schema.text()) == found


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_every_policy_fits_and_tells_editors_so(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.startswith("# yaml-language-server: $schema=schema.json\n")
    assert faults(text) == []


def test_the_sixth_policy_fits_as_well() -> None:
    assert faults((Path(__file__).parent / "exampleshire.yml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("force: should", "force: ought", "'ought' is not one of"),
        ("nation: ENG", "nation: ENG\nnatoin: ENG", "'natoin' was unexpected"),
        ("people: [child]", "people: child", "'child' is not of type 'array'"),
        ("title: Exampleshire escalation policy\nshort", "short", "'title' is a required property"),
        ("value: 5", "value: five", "'five' is not valid under any of the given schemas"),
    ],
)
def test_what_the_reader_refuses_an_editor_marks(old: str, new: str, told: str) -> None:
    assert faults(EXAMPLE) == []
    [fault] = faults(EXAMPLE.replace(old, new, 1))

    assert told in fault
