"""Buttons while Rasa is down: the same effects and the same words, and the same rules as Rasa's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
import yaml

from actions.answers import ActionAnswer
from actions.understudy import FORM_NEXT, NEEDS_WORDS, OPENS_THE_FORM, RULES, Understudy
from bot.assistant import AssistantDown
from bot.casework.message import Kind
from tests.actions.conftest import FACTS, ME, Practitioner
from tests.conftest import ROOT


@pytest.fixture
def understudy(me: Practitioner) -> Understudy:
    return Understudy(me.parts)


def rules() -> Iterator[tuple[str, list[str]]]:
    """What Rasa does with each intent while no form is open: intent, then the actions."""
    for file in sorted((ROOT / "data" / "rules").glob("*.yml")):
        for rule in yaml.safe_load(file.read_text())["rules"]:
            first, *rest = rule["steps"]
            intents = [first.get("intent"), *(one["intent"] for one in first.get("or", ()))]
            if {"active_loop": None} in rule.get("condition", ()):
                yield from ((name, [step["action"] for step in rest if "action" in step]) for name in intents if name)


def test_each_intent_is_answered_as_by_rasas_own_rules() -> None:
    seen = dict(rules())
    assert len(seen) > 35
    for intent, actions in seen.items():
        if intent in OPENS_THE_FORM:
            assert actions == ["case_form"]
        elif intent in NEEDS_WORDS:
            assert actions == ["agreed_date_form"]
        elif intent != "nlu_fallback":
            expected = [RULES.get(intent, ActionAnswer)().name()]
            assert actions == expected + (["case_form"] if intent in FORM_NEXT else [])


def test_a_whole_case_is_set_up_and_moved_by_buttons(understudy: Understudy, me: Practitioner) -> None:
    said = understudy.ask(ME, '/inform{"risk":"no"}', {})
    for asked, value in {**FACTS, "policy": "gloucestershire"}.items():
        if asked != "risk":
            assert said[-1].kind is Kind.QUESTION
            said = understudy.ask(ME, f'/inform{{"{asked}":"{value}"}}', {})
    assert said[-1].kind is Kind.ADVICE and me.stage == "1"
    assert understudy.ask(ME, "What do I do now?", {})[-1] == understudy.ask(ME, "/ask_next_step", {})[-1]
    assert understudy.ask(ME, "/report_unresolved", {})[-1].kind is Kind.ADVICE
    assert me.stage == "2"


def test_it_says_what_rasa_would_have_let_the_actions_say(understudy: Understudy, me: Practitioner) -> None:
    me.stands()
    for payload in ("/ask_deadline", "/ask_summary", "/list_cases", "/thanks", "/help"):
        assert understudy.ask(ME, payload, {}) == me.to(ActionAnswer if "list" not in payload else RULES["list_cases"],
                                                        payload, payload.removeprefix("/")).messages  # fmt: skip


def test_after_a_day_danger_is_asked_about_first(understudy: Understudy, me: Practitioner) -> None:
    me.stands()
    me.clock.moment += timedelta(days=2)
    (asked,) = understudy.ask(ME, "/ask_next_step", {})
    assert asked.kind is Kind.QUESTION and "danger" in asked.text
    advice = understudy.ask(ME, '/inform{"risk":"no"}', {})
    assert advice[-1].kind is Kind.ADVICE
    alarm = understudy.ask(ME, "/immediate_risk", {})
    assert alarm[0].kind is Kind.EMERGENCY


@pytest.mark.parametrize("said", ["she was sent home", "no", "/report_agreed_date", "", "what do I do now he is hurt"])
def test_words_are_not_guessed_at(understudy: Understudy, me: Practitioner, said: str) -> None:
    me.stands()
    before = me.record
    with pytest.raises(AssistantDown):
        understudy.ask(ME, said, {})
    assert me.record == before


def test_a_question_that_rasa_missed_is_the_one_that_counts(understudy: Understudy, me: Practitioner) -> None:
    """The button about danger was pressed while Rasa was down, which still believes that it is asking about it."""
    understudy.ask(ME, '/inform{"risk":"no"}', {})
    for answer in ('"policy":"gloucestershire"', '"category":"thresholds"'):
        understudy.ask(ME, f"/inform{{{answer}}}", {})
    assert me.desk.asks[0] == "raised_on"
    me.fills("yesterday", "risk")
    assert me.desk.case is not None and me.desk.case.raised_at is not None and me.desk.asks[0] == "tried"


def test_of_two_times_the_same_button_each_is_one_move(understudy: Understudy, me: Practitioner) -> None:
    """The door takes care that a button is pressed once; here is where it would show if it did not."""
    me.stands()
    stages: list[Any] = [me.stage]
    for _ in range(2):
        understudy.ask(ME, "/report_unresolved", {})
        stages.append(me.stage)
    assert [b > a for a, b in pairwise(stages)] == [True, True]
