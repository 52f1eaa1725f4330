"""Somebody who does not dare, and somebody who repeats instead of going up: what they get in each policy."""

from __future__ import annotations

import pytest

from actions.answers import ActionAnswer
from actions.base import CaseAction
from actions.emergency import ActionEmergency
from actions.mending import ActionCorrect
from actions.progress import ActionRecordProgress
from bot.casework.calendar import london
from bot.casework.case import Event, Outcome
from bot.casework.intake import Ask
from bot.casework.message import Message, Shape
from tests.actions.conftest import Practitioner

AFRAID = "afraid_to_challenge"
WORRY = "Social care told us today that it does not meet the threshold. She came in with a bruise on her arm."


def script(message: Message) -> str:
    return "\n".join(line for block in message.blocks if block.shape is Shape.SCRIPT for line in block.lines)


@pytest.mark.parametrize(
    ("policy", "rules", "supporter", "round_them"),
    [
        ("warrington", ["WARR-2b", "WARR-1a", "WARR-3a"], "your own supervisor or manager", "Stage 3"),
        ("rainbow_early_years", ["RAIN-0d", "RAIN-P3", "RAIN-1b"], "your designated safeguarding lead", "Stage 1"),
        ("cambridgeshire_peterborough", ["CAMB-1b", "CAMB-0a", "CAMB-2b"], "your supervisor or manager", "Stage 2"),
        ("gloucestershire", ["GLOS-1.1", "GLOS-1.8a", "GLOS-2a"], "your supervisor or manager", "Stage 2"),
        ("telford_wrekin", ["TELF-2.1", "TELF-3.1.7", "TELF-2a"], "the safeguarding lead", "Stage 2"),
    ],
)
def test_permission_support_a_way_round_and_words(
    me: Practitioner, policy: str, rules: list[str], supporter: str, round_them: str
) -> None:
    answer = me.stands(policy).to(ActionAnswer, "I'm only a TA", AFRAID)
    assert answer.messages[0].blocks[0].lines[0].startswith("It is hard to challenge")
    assert f"Ask first: {supporter}" in answer.text
    assert f"{round_them} does not go through that person" in answer.text
    assert set(rules) <= set(answer.messages[0].cites)
    assert script(answer.messages[0])


def test_without_a_case_there_are_words_all_the_same(me: Practitioner) -> None:
    answer = me.to(ActionAnswer, "he is the consultant", AFRAID)
    assert "safeguarding lead" in answer.text and "[say here what you have seen" in script(answer.messages[0])


def test_the_script_holds_what_was_told_and_marks_its_gaps(me: Practitioner) -> None:
    me.fills(f"Gloucestershire. {WORRY} I want them to visit her.", None, "disagreement")
    me.press(Ask.RISK, "no")
    me.press(Ask.TRIED, "nobody")
    words = script(me.to(ActionAnswer, "what do I say", "ask_what_to_say").messages[0])
    assert "What is unsafe: She came in with a bruise on her arm." in words
    assert "What should change: I want them to visit her." in words
    assert "What it means for the child: [say here" in words
    assert "the decision by social care of Monday 2 November 2026 about thresholds" in words
    assert "Stage 2 of the Gloucestershire policy" in words


def test_for_an_adult_the_script_says_adult(me: Practitioner) -> None:
    me.stands("telford_wrekin")
    me.fills("it is about a man of 80", None, "inform")
    words = script(me.to(ActionAnswer, "what do I say", "ask_what_to_say").messages[0])
    assert "for the adult" in words and "child" not in words


def test_words_to_say_wait_for_the_question_about_danger(me: Practitioner) -> None:
    me.fills(WORRY, None, "disagreement")
    assert me.to(ActionAnswer, "what do I say", "ask_what_to_say").messages == ()


def test_referring_again_is_no_step_and_is_counted(me: Practitioner) -> None:
    answer = me.stands().to(ActionRecordProgress, "I've referred again", "report_done")
    assert "You have raised this twice" in answer.text and "go to Stage 2" in answer.text
    assert me.stage == "1" and Event.RAISED_AGAIN in me.record and Event.STEP_DONE not in me.record
    me.to(ActionRecordProgress, "that's the fourth MASH referral now", "report_done")
    assert "Raised: 4 times" in me.to(ActionAnswer, "what have I told you", "ask_summary").text


def test_repeating_told_with_the_worry_is_named_before_the_next_question(me: Practitioner) -> None:
    answer = me.fills(
        "Third referral to MASH in Telford about a girl of 4 and they closed it again", None, "disagreement"
    )
    assert "You have raised this 3 times" in answer.text and answer.asks == Ask.RISK


def test_a_refusal_before_there_is_a_stage_is_kept(me: Practitioner) -> None:
    me.fills(f"Gloucestershire. {WORRY}", None, "disagreement")
    me.press(Ask.RISK, "no")
    me.to(ActionRecordProgress, "they refused when I challenged it", "report_refused", Ask.TRIED)
    assert me.desk.case and me.desk.case.ended is Outcome.REFUSED
    assert me.press(Ask.TRIED, "practitioner").asks == Ask.TRIED_ON


@pytest.mark.parametrize("action", [ActionEmergency, ActionRecordProgress])
def test_what_is_told_with_danger_or_as_news_opens_the_case(me: Practitioner, action: type[CaseAction]) -> None:
    intent = "immediate_risk" if action is ActionEmergency else "report_refused"
    me.to(action, "Social care in Telford said on Friday that they won't assess a girl of 4.", intent)
    case = me.desk.case
    assert case and case.policy == "telford_wrekin" and case.raised_at and case.categories


def test_a_day_of_harm_is_not_the_day_of_the_decision(me: Practitioner) -> None:
    me.to(ActionEmergency, "He hit her on Friday and he is outside the school now", "immediate_risk")
    assert me.desk.case and me.desk.case.raised_at is None


def test_what_was_tried_is_put_right_in_words(me: Practitioner) -> None:
    me.fills(f"Gloucestershire. {WORRY}", None, "disagreement")
    me.press(Ask.RISK, "no")
    me.fills("I spoke to the social worker today and she refused", Ask.TRIED)
    assert me.stage == "2"
    answer = me.to(ActionCorrect, "scrap that, it was the team leader", "correct")
    assert "Put right" in answer.text and me.stage == "3"


def test_what_was_tried_is_not_rewritten_once_the_case_has_moved(me: Practitioner) -> None:
    me.stands().to(ActionRecordProgress, "they refused", "report_refused")
    me.to(ActionCorrect, "scrap that, it was the team leader", "correct")
    assert me.stage == "2"


def test_words_in_another_language_move_nothing(me: Practitioner) -> None:
    me.stands()
    answer = me.to(ActionRecordProgress, "odmówili, co teraz?", "report_refused", abroad=True, ask=True)
    assert me.stage == "1" and answer.goes_on and me.desk.asks == (Ask.RISK,)


def test_what_is_learnt_from_english_is_a_question_in_another_language(me: Practitioner) -> None:
    answer = me.to(ActionEmergency, "dw i ddim yn cytuno", "immediate_risk", abroad=True, ask=True)
    assert answer.goes_on and me.desk.asks[0] is Ask.RISK


@pytest.mark.parametrize(("score", "asks"), [(0.2, Ask.RISK_WITH), (0.9, None)])
def test_an_answer_about_danger_that_faintly_sounds_of_it_is_not_being_sure(
    me: Practitioner, score: float, asks: Ask | None
) -> None:
    me.fills(WORRY, None, "disagreement")
    answer = me.fills("no she's here with us till 3", Ask.RISK, "immediate_risk", danger=score)
    assert answer.asks == asks and answer.steps_back is (asks is None)


@pytest.mark.parametrize(
    ("words", "asked", "then"),
    [
        ("the second one", Ask.POLICY, Ask.CATEGORY),
        ("the last one", Ask.CATEGORY, Ask.RAISED_ON),
        ("none of these", Ask.CATEGORY, Ask.RAISED_ON),
        ("not sure", Ask.CATEGORY, Ask.RAISED_ON),
        ("9", Ask.POLICY, Ask.POLICY),
    ],
)
def test_an_item_of_the_list_is_picked_by_its_place(me: Practitioner, words: str, asked: Ask, then: Ask) -> None:
    me.fills("they are wrong", None, "disagreement")
    me.press(Ask.RISK, "no")
    if asked is Ask.CATEGORY:
        me.press(Ask.POLICY, "gloucestershire")
    assert me.fills(words, asked).asks == then


def test_who_is_feared_was_not_spoken_to(me: Practitioner) -> None:
    me.fills(WORRY, None, "disagreement")
    me.press(Ask.RISK, "no")
    answer = me.fills("I'm only newly qualified and he is the consultant", Ask.TRIED, "afraid_to_challenge")
    assert answer.steps_back and me.desk.case and me.desk.case.tried is None


def test_a_day_is_put_right_for_what_it_is_said_of(me: Practitioner) -> None:
    me.fills(f"Gloucestershire. {WORRY}", None, "disagreement")
    me.press(Ask.RISK, "no")
    me.fills("I spoke to the social worker on Friday and she refused", Ask.TRIED)
    me.to(ActionCorrect, "no, the decision was on Wednesday", "correct")
    me.to(ActionCorrect, "no, the talk was Thursday not Friday", "correct")
    case = me.desk.case
    assert case and case.raised_at and london(case.raised_at).weekday() == 2
    assert case.tried and case.tried.when and london(case.tried.when).weekday() == 3
