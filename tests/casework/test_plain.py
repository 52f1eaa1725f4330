"""A policy becomes plain data and comes back the same; its hash changes with what it says, and with nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot import library
from bot.casework.plain import content, content_hash, policy_from
from bot.casework.policy import Policy
from bot.casework.vocabulary import Status

EXAMPLESHIRE = Path(__file__).parents[1] / "policies" / "exampleshire.yml"


def test_every_policy_comes_back_whole(policies: Mapping[str, Policy]) -> None:
    for policy in (*policies.values(), library.load(EXAMPLESHIRE)):
        again = policy_from(json.loads(json.dumps(content(policy))))

        assert again == replace(policy, examples=(), returns=())
        assert content_hash(again) == content_hash(policy)


def test_a_key_that_is_not_used_is_not_in_the_content(policies: Mapping[str, Policy]) -> None:
    assert {"panels", "endings", "status", "hours"}.isdisjoint(content(policies["warrington"]))


def test_the_hash_follows_what_is_said(policies: Mapping[str, Policy]) -> None:
    policy = policies["warrington"]

    assert content_hash(replace(policy, status=Status.DRAFT)) == content_hash(policy)
    assert content_hash(replace(policy, examples=())) == content_hash(policy)
    assert content_hash(replace(policy, version="9")) != content_hash(policy)
    assert content_hash(replace(policy, owner="Somebody else")) != content_hash(policy)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"colour": "red"}, "has no colour"),
        ({"nation": None}, "None is not str"),
        ({"people": ["pupil"]}, "'pupil' is not a valid Person"),
        ({"stages": [{"id": "1"}]}, "Stage needs name, rule"),
    ],
)
def test_what_is_no_policy_is_not_taken_for_one(
    policies: Mapping[str, Policy], change: dict[str, object], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        policy_from({**content(policies["warrington"]), **change})
