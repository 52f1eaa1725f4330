"""The vocabulary of policies/README.md is whole: every key and every word that a policy file may use."""

from __future__ import annotations

import re
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import pytest

from bot.casework import organisation, policy

README = (Path(__file__).parents[2] / "policies" / "README.md").read_text(encoding="utf-8")
EXPLAINED = set(re.findall(r"`(\w+)`", README))
PARTS = [
    policy.Policy, policy.Document, policy.Note, policy.Area, policy.Stage, policy.Step, policy.Limit,
    policy.Reading, policy.RiskRoute, policy.Longer, policy.Elsewhere, policy.Contact, policy.Form,
    policy.Hours, policy.Panel, policy.Ending, policy.OtherContact,
    organisation.Organisation, organisation.OwnContact,
    policy.Context, policy.Example, policy.Given, policy.Happening, policy.Then, policy.Due,
]  # fmt: skip
WORDS = [
    policy.Person, policy.Category, policy.Level, policy.Force, policy.Side, policy.Scope, policy.Strength,
    policy.Unit, policy.Adjust, policy.Condition, policy.Way, policy.Defect, policy.Exclusion,
    policy.Outcome, policy.Status, policy.Agency, policy.Trigger, policy.EndingKind, policy.Weekday,
]  # fmt: skip


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_key_is_explained(part: type) -> None:
    assert {field.name for field in fields(part)} <= EXPLAINED


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_every_word_is_listed(words: type[StrEnum]) -> None:
    assert {word.value for word in words} <= EXPLAINED


def test_every_start_event_is_listed() -> None:
    assert policy.START_EVENTS <= EXPLAINED
