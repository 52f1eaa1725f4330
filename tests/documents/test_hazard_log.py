"""The hazard log and the assessment of data protection name tests that exist; every hazard has one, and a risk."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.conftest import ROOT

LOG = (ROOT / "docs" / "hazard-log.md").read_text("utf-8")
NAMED = re.compile(r"`(tests/[\w/.]+\.py)::(\w+)`")
HAZARDS = re.split(r"^### ", LOG, flags=re.MULTILINE)[1:]
RESIDUAL = re.compile(r"^- Residual: (\w+), (very low|low|medium|high|very high): (\d)\b", re.MULTILINE)
LIKELIHOODS = ("very low", "low", "medium", "high", "very high")


@cache
def functions_of(path: str) -> frozenset[str]:
    if not (ROOT / path).is_file():
        return frozenset()
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def risks() -> dict[str, list[int]]:
    """The table at the head: severity, then the risk for each likelihood."""
    rows = re.findall(r"^\| (\w+) \|((?: \d \|){5})$", LOG, re.MULTILINE)
    return {severity: [int(cell) for cell in re.findall(r"\d", cells)] for severity, cells in rows}


@pytest.mark.parametrize("page", ["hazard-log.md", "dpia.md", "security.md"])
def test_every_test_that_is_named_exists(page: str) -> None:
    named = NAMED.findall((ROOT / "docs" / page).read_text("utf-8"))
    assert named and [f"{path}::{name}" for path, name in named if name not in functions_of(path)] == []


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard.split()[0])
def test_every_hazard_has_its_cause_a_control_that_is_tested_and_its_risk(hazard: str) -> None:
    assert "- Cause: " in hazard and NAMED.search(hazard)
    controls = re.findall(r"^- Control: .*?(?=^- |\Z)", hazard, re.MULTILINE | re.DOTALL)
    assert controls
    ((severity, likelihood, risk),) = RESIDUAL.findall(hazard)
    assert risks()[severity][LIKELIHOODS.index(likelihood)] == int(risk) <= 3


def test_hazards_are_numbered_without_a_gap() -> None:
    assert [hazard.split()[0] for hazard in HAZARDS] == [f"H{number}" for number in range(1, len(HAZARDS) + 1)]
