"""The vocabulary of policies/README.md is whole: every key and every word that a policy file may use."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path

import pytest

from bot.casework import contacts, examples, forms, organisation, policy, provisions, stages, vocabulary

README = (Path(__file__).parents[2] / "policies" / "README.md").read_text(encoding="utf-8")
EXPLAINED = set(re.findall(r"`(\w+)`", README))
POLICY = (policy, stages, provisions, contacts, forms, examples)
PARTS = [
    *(it for room in POLICY for it in vars(room).values() if is_dataclass(it) and it.__module__ == room.__name__),
    organisation.Organisation, organisation.OwnContact,
]  # fmt: skip
WORDS = [word for word in vars(vocabulary).values() if isinstance(word, type) and issubclass(word, StrEnum)]
WORDS.remove(StrEnum)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_key_is_explained(part: type) -> None:
    assert {field.name for field in fields(part)} <= EXPLAINED


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_every_word_is_listed(words: type[StrEnum]) -> None:
    assert {word.value for word in words} <= EXPLAINED


def test_there_are_keys_and_words_to_list() -> None:
    assert len(WORDS) > 15 and len(PARTS) > 25


def test_every_start_event_is_listed() -> None:
    assert vocabulary.START_EVENTS <= EXPLAINED
