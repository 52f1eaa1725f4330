"""Every rule of a document is something in its policy file; what asks nothing says why; and `check` counts them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot.casework.policy import Policy
from bot.cli import main
from bot.library.coverage import coverage, listed

FOLDER = Path(__file__).parents[2] / "policies"
RULES = listed(FOLDER)


def test_the_list_is_whole() -> None:
    assert len(RULES) == 197


def test_every_rule_is_something_in_its_policy_or_says_why_not(policies: Mapping[str, Policy]) -> None:
    found = [coverage(policy, RULES) for policy in policies.values()]

    assert [(item.missing, item.strange) for item in found] == [((), ())] * len(policies)
    assert sum(item.total for item in found) == len(RULES)
    context = {rule for item in found for rule in item.held["context"]}
    reasons = {note.rule: note.why for policy in policies.values() for note in policy.context}
    assert all(len(reasons[rule].split()) >= 4 for rule in context)


def test_a_rule_that_is_nowhere_is_missed(policies: Mapping[str, Policy]) -> None:
    policy = policies["warrington"]

    found = coverage(replace(policy, missed=(), limits=policy.limits[:-1], longer=policy.longer), RULES)
    assert found.missing == ()
    found = coverage(replace(policy, closing=policy.closing[1:]), RULES)
    assert found.missing == (policy.closing[0].rule,)


def test_a_rule_that_the_document_does_not_have_is_strange(policies: Mapping[str, Policy]) -> None:
    policy = policies["gloucestershire"]
    note = replace(policy.support[0], rule="GLOS-99")

    assert coverage(replace(policy, support=(*policy.support, note)), RULES).strange == ("GLOS-99",)


def test_an_example_holds_no_rule(policies: Mapping[str, Policy]) -> None:
    policy = policies["telford_wrekin"]
    stages = tuple(replace(stage, limits=()) for stage in policy.stages)

    without = coverage(replace(policy, stages=stages, limits=()), RULES)

    assert policy.examples
    assert without.missing == ("TELF-T0",)


def test_check_counts_the_rules_of_each_policy(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["policies", "check", str(FOLDER / "gloucestershire.yml")])

    told = " ".join(capsys.readouterr().out.split())
    assert code == 0
    assert "44 of 44 rules of the document: steps 28, limits 7, exclusions 1," in told


def test_check_names_a_rule_that_is_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (FOLDER / "cambridgeshire_peterborough.yml").read_text(encoding="utf-8")
    path = tmp_path / "cambridgeshire_peterborough.yml"
    path.write_text(text, encoding="utf-8")
    (tmp_path / "rules.txt").write_text("\n".join([*RULES - {"CAMB-K3"}, "CAMB-99"]), encoding="utf-8")

    code = main(["policies", "check", str(path)])

    told = capsys.readouterr().out
    assert code == 1
    assert "rule: CAMB-99 is in rules.txt and nowhere in the file" in told
    assert "rule: CAMB-K3 is in the file, but not in rules.txt" in told
