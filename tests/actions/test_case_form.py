"""The questions that open a case: taken, asked in order, asked again, and left for what matters more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from actions.answers import ActionAnswer
from actions.emergency import ActionEmergency
from actions.intake import ActionAdvise, ValidateCaseForm
from actions.mending import ActionStartAgain
from bot.casework.calendar import local_date
from bot.casework.intake import Ask
from bot.casework.message import Kind
from tests.actions.conftest import FACTS, Practitioner

WORRY = "The social worker in Cheltenham says that a boy of 6 does not meet the threshold. They told me today."
THRESHOLDS = "disagreement"


def test_danger_is_asked_first_and_what_was_told_is_said_back(me: Practitioner) -> None:
    answer = me.fills(WORRY, None, THRESHOLDS)
    assert answer.asks == Ask.RISK
    assert "Understood: Gloucestershire; a child; a disagreement about thresholds; since Monday 2" in answer.text
    assert "is anyone in danger now" in answer.text


def test_nothing_that_was_volunteered_is_asked_again(me: Practitioner) -> None:
    me.fills(WORRY, None, THRESHOLDS)
    assert me.press(Ask.RISK, "no").asks == Ask.TRIED
    last = me.fills("I spoke to the social worker today and she disagreed", Ask.TRIED)
    assert last.asks is None
    assert me.stage == "2"


def test_words_that_only_sound_like_a_disagreement_are_taken_as_well(me: Practitioner) -> None:
    answer = me.to(ValidateCaseForm, WORRY, "nlu_fallback", before=("action_offer_meanings",))
    assert "Understood: Gloucestershire" in answer.text and answer.asks == Ask.RISK


def test_one_question_after_the_other(me: Practitioner) -> None:
    asked = [me.fills("they are wrong", None, "disagreement").asks]
    presses = [(Ask.RISK, "no"), (Ask.POLICY, "telford_wrekin"), (Ask.PERSON, "adult"), (Ask.CATEGORY, "roles")]
    asked += [me.press(ask, value).asks for ask, value in [*presses, (Ask.RAISED_ON, "today"), (Ask.TRIED, "nobody")]]
    assert asked == ["risk", "policy", "person", "category", "raised_on", "tried", None]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("no", "policy"),
        ("Not sure", "risk_with"),
        ("she has a lovely coat", "risk"),
        ("is that for me to say?", "risk"),
        ("no but he is due back tonight", "risk_with"),
    ],
)
def test_only_plain_words_say_that_nobody_is_in_danger(me: Practitioner, words: str, asked: str) -> None:
    me.fills("they are wrong", None, "disagreement")
    assert me.fills(words, Ask.RISK, "deny" if words == "no" else "inform").asks == asked


def test_a_refusal_by_the_other_side_is_no_answer_about_danger(me: Practitioner) -> None:
    me.fills(WORRY, None, THRESHOLDS)
    assert me.fills("she said no", Ask.RISK, "report_refused").steps_back
    assert me.desk.asks[0] is Ask.RISK


def test_words_that_alarm_are_no_denial(me: Practitioner) -> None:
    me.fills(WORRY, None, THRESHOLDS)
    assert me.fills("no one has seen her since Friday", Ask.RISK, "deny", alarm=True).asks == Ask.RISK
    assert me.desk.case and me.desk.case.risk is None


def test_yes_brings_the_emergency_and_then_the_next_question(me: Practitioner) -> None:
    me.fills(WORRY, None, THRESHOLDS)
    answer = me.fills("yes", Ask.RISK, "affirm")
    assert answer.kinds == [Kind.EMERGENCY, Kind.QUESTION]
    assert answer.messages[0].text.startswith("If someone is in danger now, call 999")
    assert answer.asks == Ask.TRIED


def test_not_being_sure_brings_three_questions_and_the_careful_word_once(me: Practitioner) -> None:
    me.fills(WORRY, None, THRESHOLDS)
    me.press(Ask.RISK, "unsure")
    me.press(Ask.RISK_WITH, "no")
    me.press(Ask.RISK_HURT, "unsure")
    last = me.press(Ask.RISK_SEEN, "no")
    assert "tell somebody now" in last.text and last.asks == Ask.TRIED
    assert "tell somebody now" not in me.press(Ask.TRIED, "nobody").text


def test_an_answer_that_cannot_be_read_is_asked_for_again(me: Practitioner) -> None:
    me.fills("they are wrong", None, "disagreement")
    me.press(Ask.RISK, "no")
    answer = me.fills("the usual one", Ask.POLICY)
    assert "I do not want to guess" in answer.text and answer.asks == Ask.POLICY


@pytest.mark.parametrize(
    ("words", "said"), [("tomorrow", "has not come yet"), ("some time last week", "a day to count")]
)
@pytest.mark.parametrize("intent", ["inform", "goodbye", "report_no_answer"])
def test_a_day_that_cannot_be_counted_from_is_asked_for_again(
    me: Practitioner, words: str, said: str, intent: str
) -> None:
    me.press(Ask.RISK, "no")
    me.press(Ask.POLICY, "gloucestershire")
    me.press(Ask.CATEGORY, "roles")
    answer = me.fills(words, Ask.RAISED_ON, intent)
    assert said in answer.text and answer.asks == Ask.RAISED_ON


def test_a_talk_is_asked_how_it_ended_and_when(me: Practitioner) -> None:
    for asked, value in {**FACTS, Ask.POLICY: "gloucestershire"}.items():
        if asked is not Ask.TRIED:
            me.press(asked, value)
    assert me.press(Ask.TRIED, "practitioner").asks == Ask.TRIED_OUTCOME
    assert me.press(Ask.TRIED_OUTCOME, "no_answer").asks == Ask.TRIED_ON
    assert me.fills("last Wednesday", Ask.TRIED_ON).asks is None
    assert me.desk.case and me.desk.case.tried and me.desk.case.tried.when
    assert local_date(me.desk.case.tried.when) == date(2026, 10, 28)


def test_an_adult_under_a_childrens_policy_gets_no_steps(me: Practitioner) -> None:
    me.press(Ask.RISK, "no")
    me.press(Ask.POLICY, "gloucestershire")
    answer = me.fills("it is about an old lady of 84 in a care home", Ask.CATEGORY)
    assert answer.asks == Ask.COVERED and "only about children" in answer.text


@pytest.mark.parametrize("intent", ["ask_next_step", "help", "thanks", "report_refused", "correct", "delete_my_data"])
def test_the_form_steps_back_for_something_else(me: Practitioner, intent: str) -> None:
    me.press(Ask.RISK, "no")
    assert me.fills("and what about that?", Ask.POLICY, intent).steps_back


def test_an_agency_named_in_passing_is_no_answer(me: Practitioner) -> None:
    me.press(Ask.RISK, "no")
    assert me.fills("I do not dare to challenge a consultant", Ask.POLICY, "afraid_to_challenge").steps_back


def test_the_form_steps_back_for_a_pressed_button_that_answers_nothing(me: Practitioner) -> None:
    me.press(Ask.RISK, "no")
    assert me.fills("/ask_next_step", Ask.POLICY, "ask_next_step").steps_back


def test_the_form_goes_on_when_the_interruption_has_been_answered(me: Practitioner) -> None:
    me.press(Ask.RISK, "no")
    answer = me.to(ValidateCaseForm, "thanks", "thanks", Ask.POLICY, before=("action_answer",))
    assert answer.asks == Ask.POLICY and "I do not want to guess" not in answer.text


def test_danger_in_an_answer_is_an_emergency_and_its_facts_are_kept(me: Practitioner) -> None:
    me.press(Ask.RISK, "no")
    words = "Cheltenham, and he is hurting her as we speak"
    assert me.fills(words, Ask.POLICY, "immediate_risk", danger=0.9).steps_back
    assert me.to(ActionEmergency, words, "immediate_risk", Ask.POLICY).kinds[0] is Kind.EMERGENCY
    assert me.desk.case and me.desk.case.policy == "gloucestershire"


def test_danger_with_the_first_words_loses_none_of_them(me: Practitioner) -> None:
    answer = me.to(ActionEmergency, "Health visitor in Warrington: she is alone with the baby now", "immediate_risk")
    assert answer.kinds[0] is Kind.EMERGENCY
    assert "Understood: Warrington" in answer.text


def test_a_date_to_come_does_not_stand_in_the_way_of_the_emergency(me: Practitioner) -> None:
    answer = me.to(ActionEmergency, "not Monday: tomorrow he will kill her", "immediate_risk")
    assert answer.kinds[0] is Kind.EMERGENCY


def test_doubt_asks_about_danger_again_whatever_is_being_asked(me: Practitioner) -> None:
    me.press(Ask.RISK, "no")
    answer = me.fills("Cheltenham. He used to hit her.", Ask.POLICY, ask=True)
    assert answer.asks == Ask.RISK and "Gloucestershire" in answer.text


def test_what_ended_the_stage_is_left_to_its_rule_while_danger_is_asked_about(me: Practitioner) -> None:
    me.stands()
    me.clock.moment += timedelta(days=3)
    words = "I rang the social worker yesterday and she refused, the child is in care"
    assert me.fills(words, Ask.RISK, "report_refused").steps_back


def test_a_new_case_takes_nothing_of_its_words_into_the_old_one(me: Practitioner) -> None:
    me.stands()
    me.clock.moment += timedelta(days=3)
    assert me.fills("start again, this one is in Telford", Ask.RISK, "start_again").steps_back
    assert me.desk.case and me.desk.case.policy == "gloucestershire"


def test_advice_comes_when_all_is_known(me: Practitioner) -> None:
    answer = me.stands().to(ActionAdvise, '/inform{"tried":"nobody"}', "inform")
    assert answer.kinds == [Kind.ADVICE]
    assert "Gloucestershire, Stage 1" in answer.text and "GLOS-1d" in answer.messages[0].cites


def test_a_settled_case_is_not_rewritten_by_what_is_told_later(me: Practitioner) -> None:
    me.stands()
    me.parts.casework.resolve("practitioner", None, me.clock.now())
    before = me.record
    assert me.fills("They closed it on Friday", None, THRESHOLDS).kinds == []
    answer = me.to(ActionAdvise, "They closed it on Friday", THRESHOLDS)
    assert "settled on Monday 2 November 2026" in answer.text
    reopen, anew = (button.payload for button in answer.messages[0].buttons)
    assert reopen == "/reopen" and me.record == before
    assert "Friday 30 October 2026" in me.to(ActionStartAgain, anew, "start_again").text, "it need not be told twice"
    assert me.desk.case and me.desk.case.is_open and me.desk.case.words == ("They closed it on Friday",)


def test_danger_is_asked_about_even_when_the_case_is_settled(me: Practitioner) -> None:
    me.stands()
    me.parts.casework.resolve("practitioner", None, me.clock.now())
    answer = me.fills("He hit her last week and they closed it", None, THRESHOLDS, ask=True)
    assert answer.asks == Ask.RISK
    assert me.press(Ask.RISK, "no").asks is None


def test_the_policys_own_route_is_there_where_the_words_that_alarm_name_it(me: Practitioner) -> None:
    answer = me.to(ActionEmergency, "Telford: she is locked in and he is hitting her now", "immediate_risk")
    assert answer.kinds == [Kind.EMERGENCY, Kind.ANSWER]
    assert "01952 385385" in answer.messages[0].text


def test_a_denial_that_sounds_of_danger_is_not_doubted_after_it_was_taken(me: Practitioner) -> None:
    me.fills(WORRY, None, THRESHOLDS)
    me.press(Ask.TRIED, "nobody")
    assert me.fills("nobody is in danger", Ask.RISK, "deny", ask=True).asks is None
    me.to(ActionAdvise, "nobody is in danger", "deny", ask=True)
    assert me.desk.asks == ()


def test_an_agency_named_in_passing_does_not_become_the_other_side(me: Practitioner) -> None:
    me.fills("Telford. The social worker closed it on Friday, saying it is historic.", None, THRESHOLDS)
    me.press(Ask.RISK, "unsure")
    before = me.desk.case
    me.fills("yesterday by the nursery nurse", Ask.RISK_WITH)
    assert before and me.desk.case and me.desk.case.circumstances == before.circumstances
    assert before.circumstances["other_agency"]


def test_a_question_that_is_put_again_says_why(me: Practitioner) -> None:
    me.fills("Telford, a girl of 4. The social worker closed it on Friday, saying it is historic.", None, THRESHOLDS)
    me.press(Ask.RISK, "unsure")
    again = me.fills("yesterday by the nursery nurse", Ask.RISK_WITH)
    assert again.asks == Ask.RISK_WITH and "could not read" in again.text


def test_a_question_that_has_to_wait_for_danger_is_not_passed_over_in_silence(me: Practitioner) -> None:
    me.fills("Telford. The social worker closed it on Friday, saying it is historic.", None, THRESHOLDS)
    answer = me.to(ActionAnswer, "what do I write to her manager", "ask_what_to_say", Ask.RISK)
    assert "I will come to that" in answer.text


@pytest.mark.parametrize(("who", "told"), [("Teacher", False), ("Health visitor", True), ("Somebody", True)])
def test_a_duty_of_the_health_service_is_not_given_to_a_school(me: Practitioner, who: str, told: bool) -> None:
    words = f"{who} in Warrington. Social care told us today that a girl of 6 does not meet the threshold"
    me.fills(words, None, "disagreement")
    me.press(Ask.RISK, "no")
    me.press(Ask.TRIED, "nobody")
    advice = me.to(ActionAdvise).text
    assert "Warrington, Stage 1" in advice and ("CCG safeguarding team" in advice) is told
    assert ("If you work in health" in advice) is (who == "Somebody")


@pytest.mark.parametrize(("words", "taken"), [("no", True), ("No both.", True), ("no wait", False)])
def test_a_plain_no_to_how_it_ended_is_no_agreement(me: Practitioner, words: str, taken: bool) -> None:
    me.fills(WORRY, None, THRESHOLDS)
    me.press(Ask.RISK, "no")
    me.press(Ask.TRIED, "practitioner")
    me.fills(words, Ask.TRIED_OUTCOME, "deny")
    assert (Ask.TRIED_OUTCOME not in me.desk.asks) is taken
