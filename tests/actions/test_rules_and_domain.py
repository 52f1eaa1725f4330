"""What the actions rely on in the domain, the rules and the training sentences."""

from __future__ import annotations

from typing import Any

import pytest

from actions.intake import INTERRUPTIONS
from actions.progress import AGREED, OUTCOMES
from actions.turn import CASE_FORM
from bot.casework.intake import Ask
from bot.casework.vocabulary import Exclusion
from bot.wording.smalltalk import MEANINGS
from tests.conftest import ROOT
from tests.quality.held_out import loaded

AGREED_DATE_FORM = "agreed_date_form"


def all_of(path: str) -> list[dict[str, Any]]:
    return [loaded(found) for found in sorted(ROOT.glob(path))]


DOMAIN = all_of("domain.yml")[0]
RULES = [rule for part in all_of("data/rules/*.yml") for rule in part["rules"]]
SENTENCES = {item["intent"] for part in all_of("data/nlu/*.yml") for item in part["nlu"] if "intent" in item}
INTENTS = set(DOMAIN["intents"])


def loop_of(rule: dict[str, Any]) -> str | None:
    return next((item["active_loop"] for item in rule.get("condition", []) if "active_loop" in item), None)


def intents_of(rule: dict[str, Any]) -> set[str]:
    first = rule["steps"][0]
    return {step["intent"] for step in first.get("or", [first]) if "intent" in step}


def handled(loop: str | None) -> set[str]:
    """The intents that have a rule of their own there."""
    return {intent for rule in RULES if loop_of(rule) == loop for intent in intents_of(rule)}


def test_every_rule_says_in_which_loop_it_holds() -> None:
    assert all(any("active_loop" in item for item in rule.get("condition", [])) for rule in RULES)


def test_every_intent_is_handled_while_nothing_is_being_asked() -> None:
    assert handled(None) == INTENTS | {"nlu_fallback"}


@pytest.mark.parametrize("intent", sorted(INTERRUPTIONS))
def test_every_interruption_has_a_rule_in_the_middle_of_a_question(intent: str) -> None:
    assert intent in INTENTS
    assert intent in handled(CASE_FORM)


def test_the_form_takes_every_other_intent_for_an_answer() -> None:
    assert handled(CASE_FORM) == set(INTERRUPTIONS)


def test_what_interrupts_the_agreed_date_has_a_rule_too() -> None:
    assert handled(AGREED_DATE_FORM) == INTERRUPTIONS - {AGREED}


def test_every_intent_has_sentences_and_every_sentence_an_intent() -> None:
    assert SENTENCES == INTENTS


@pytest.mark.parametrize("ask", list(Ask))
def test_every_question_is_a_slot_of_the_form_and_a_button(ask: Ask) -> None:
    assert ask in DOMAIN["slots"] and ask in DOMAIN["entities"]
    assert ask in DOMAIN["forms"][CASE_FORM]["required_slots"]


def test_no_slot_steers_the_conversation() -> None:
    assert not any(slot["influence_conversation"] for slot in DOMAIN["slots"].values())


def test_every_action_of_the_rules_is_in_the_domain() -> None:
    named = {step["action"] for rule in RULES for step in rule["steps"] if "action" in step}
    known = {*DOMAIN["actions"], *DOMAIN["forms"], "action_listen", "action_deactivate_loop"}
    assert named <= known


def test_what_is_offered_and_recorded_are_intents() -> None:
    assert set(MEANINGS) | set(OUTCOMES) | {AGREED} <= INTENTS
    assert {"allegation", "whistleblowing", "complaint", "single_agency"} <= INTENTS & set(Exclusion)
