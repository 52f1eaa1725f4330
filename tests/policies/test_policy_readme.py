"""The vocabulary of policies/README.md is whole: every key and every word that a policy file may use."""

from __future__ import annotations

import re
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import pytest

from bot.casework import examples, organisation, policy, vocabulary

README = (Path(__file__).parents[2] / "policies" / "README.md").read_text(encoding="utf-8")
EXPLAINED = set(re.findall(r"`(\w+)`", README))
PARTS = [
    policy.Policy, policy.Document, policy.Note, policy.Area, policy.Stage, policy.Step, policy.Limit,
    policy.Reading, policy.RiskRoute, policy.Longer, policy.Elsewhere, policy.Contact, policy.Form, policy.Filled,
    policy.Hours, policy.Panel, policy.Ending, policy.OtherContact, policy.Return,
    organisation.Organisation, organisation.OwnContact,
    policy.Context, examples.Example, examples.Given, examples.Happening, examples.Then, examples.Due,
]  # fmt: skip
WORDS = [word for word in vars(vocabulary).values() if isinstance(word, type) and issubclass(word, StrEnum)]
WORDS.remove(StrEnum)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_key_is_explained(part: type) -> None:
    assert {field.name for field in fields(part)} <= EXPLAINED


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_every_word_is_listed(words: type[StrEnum]) -> None:
    assert {word.value for word in words} <= EXPLAINED


def test_there_are_words_to_list() -> None:
    assert len(WORDS) > 15


def test_every_start_event_is_listed() -> None:
    assert vocabulary.START_EVENTS <= EXPLAINED
