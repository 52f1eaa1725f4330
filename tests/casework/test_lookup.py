"""Questions about a policy, and the rules that answer them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.casework.lookup import has_subject, look_up, passages
from bot.casework.policy import Policy

Policies = Mapping[str, Policy]


@pytest.mark.parametrize(
    ("policy", "question", "rule"),
    [
        ("gloucestershire", "who tells the independent reviewing officer?", "GLOS-2d"),
        ("gloucestershire", "does the IRO have to be told", "GLOS-2d"),
        ("gloucestershire", "can we hold a professionals meeting", "GLOS-2c"),
        ("gloucestershire", "are they allowed to do this by email", "GLOS-3b"),
        ("warrington", "who sits on the panel", "WARR-5c"),
        ("warrington", "how often is it reviewed", "WARR-G2"),
        ("telford_wrekin", "is the decision final and binding", "TELF-5c"),
        ("telford_wrekin", "do we debrief afterwards", "TELF-6"),
        ("telford_wrekin", "what if it is about funding", "TELF-2.4"),
        ("cambridgeshire_peterborough", "what does it say about LADO", "CAMB-X3"),
        ("cambridgeshire_peterborough", "what must be recorded", "CAMB-N1"),
        ("rainbow_early_years", "is the child named on the form", "RAIN-D4"),
    ],
)
def test_a_question_finds_its_rule(policies: Policies, policy: str, question: str, rule: str) -> None:
    assert rule in [passage.rule for passage in look_up(policies[policy], question)]


@pytest.mark.parametrize("question", ["does it say anything about dogs", "who pays for the solicitor", "twins?"])
def test_what_a_policy_does_not_say_is_not_found(policies: Policies, question: str) -> None:
    for policy in policies.values():
        assert look_up(policy, question) == ()


def test_only_a_question_with_a_subject_is_looked_up() -> None:
    assert not has_subject("what does the policy say?")
    assert has_subject("what does the policy say about the panel?")


def test_every_passage_cites_its_rule_and_place(policies: Policies) -> None:
    for policy in policies.values():
        for passage in passages(policy):
            assert passage.rule in policy.rules()
            assert passage.at
            assert passage.says
