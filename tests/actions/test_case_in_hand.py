"""A case that stands at a stage: questions, what happens, what is mended; after a day danger first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from actions.answers import ActionAnswer, ActionOfferMeanings
from actions.emergency import ActionEmergency
from actions.intake import ActionAdvise
from actions.mending import ActionCorrect, ActionStartAgain
from actions.progress import NO_ANSWER, ActionRecordProgress, ValidateAgreedDateForm
from bot.casework.case import Event
from bot.casework.intake import Ask
from bot.casework.message import Kind
from bot.wording.answering import ABOUT_THE_STAGE
from tests.actions.conftest import Practitioner

PLAIN = ["ask_form", "ask_longer", "ask_missed", "ask_policy", "ask_summary", "help", "greet", "thanks", "goodbye"]
PLAIN += ["ask_human", "delete_my_data", "out_of_scope", "afraid_to_challenge", "allegation", "whistleblowing"]
PLAIN += ["complaint", "single_agency"]


@pytest.mark.parametrize("intent", sorted(ABOUT_THE_STAGE))
def test_a_question_about_the_stage_is_answered(me: Practitioner, intent: str) -> None:
    answer = me.stands().to(ActionAnswer, "?", intent)
    assert answer.kinds in ([Kind.ANSWER], [Kind.ADVICE]) and not answer.goes_on


@pytest.mark.parametrize("intent", sorted(ABOUT_THE_STAGE))
def test_after_a_day_danger_comes_before_dates(me: Practitioner, intent: str) -> None:
    me.stands()
    me.clock.moment += timedelta(days=1)
    answer = me.to(ActionAnswer, "?", intent)
    assert answer.messages == () and answer.goes_on


@pytest.mark.parametrize("intent", PLAIN)
def test_anything_else_is_answered_too_and_after_a_day_danger_follows(me: Practitioner, intent: str) -> None:
    assert not me.stands().to(ActionAnswer, "and now?", intent).goes_on
    me.clock.moment += timedelta(days=1)
    answer = me.to(ActionAnswer, "and now?", intent)
    assert answer.messages and answer.goes_on


@pytest.mark.parametrize("intent", [*sorted(ABOUT_THE_STAGE), *PLAIN])
def test_with_nothing_told_there_is_an_answer_as_well(me: Practitioner, intent: str) -> None:
    assert me.to(ActionAnswer, "and now?", intent).messages
    assert me.desk.case is None


@pytest.mark.parametrize("intent", ["ask_policy", "ask_next_step", "thanks"])
def test_words_that_sound_like_danger_have_it_asked_about(me: Practitioner, intent: str) -> None:
    me.stands()
    answer = me.to(ActionAnswer, "he used to hit her, so what then?", intent, ask=True)
    assert answer.goes_on and me.desk.asks == (Ask.RISK,)


def test_a_message_that_is_not_understood_is_offered_its_likely_meanings(me: Practitioner) -> None:
    answer = me.to(ActionOfferMeanings, "hm", "nlu_fallback")
    assert [button.payload for button in answer.messages[0].buttons] == ["/ask_next_step", "/immediate_risk", "/help"]
    assert [event["event"] for event in answer.events] == ["rewind"]


@pytest.mark.parametrize("sign", ["alarm", "ask"])
def test_danger_in_such_a_message_is_asked_about_instead(me: Practitioner, sign: str) -> None:
    answer = me.to(ActionOfferMeanings, "he is on the roof", "nlu_fallback", **{sign: True})
    assert answer.messages == () and answer.goes_on


@pytest.mark.parametrize("intent", ["report_refused", "report_unresolved"])
def test_no_agreement_goes_a_stage_higher(me: Practitioner, intent: str) -> None:
    answer = me.stands().to(ActionRecordProgress, "they would not", intent)
    assert me.stage == "2"
    assert "It goes to Stage 2 now" in answer.text and answer.kinds == [Kind.ADVICE]


@pytest.mark.parametrize(
    ("policy", "words", "stage", "day"),
    [
        ("warrington", "I spoke to the social worker today and she refused", "3", 2),
        ("gloucestershire", "my manager rang her manager today, they won't change it", "3", 2),
        ("telford_wrekin", "our DSL spoke to their team manager today and she refused", "3", 2),
        ("warrington", "I spoke to her team manager today and he refused", "3", 2),
        ("telford_wrekin", "spoke to the social worker today and then to her team manager, both said no", "2", 2),
        ("gloucestershire", "the social worker refused, and I have emailed her manager and am waiting", "2", 2),
        ("gloucestershire", "I spoke to my manager today, and the social worker refused", "2", 2),
    ],
)
def test_a_talk_at_a_higher_level_that_failed_is_not_advised_again(
    me: Practitioner, policy: str, words: str, stage: str, day: int
) -> None:
    answer = me.stands(policy).to(ActionRecordProgress, words, "report_refused")
    case = me.desk.case
    assert me.stage == stage and f"It goes to Stage {stage} now" in answer.text
    assert ("did not settle it either" in answer.text) is (stage == "3")
    assert case and case.stage_at and case.stage_at.day == day


def test_the_next_limit_counts_from_the_highest_talk(me: Practitioner) -> None:
    me.stands()
    me.clock.moment += timedelta(days=3)
    words = "I spoke to the social worker on Tuesday and my manager spoke to her manager yesterday, both said no"
    me.to(ActionRecordProgress, words, "report_refused")
    case = me.desk.case
    assert case and case.stage == "3" and case.stage_at and case.stage_at.date() == date(2026, 11, 4)


def test_a_talk_that_lies_behind_the_case_moves_nothing(me: Practitioner) -> None:
    me.stands().to(ActionRecordProgress, "they would not", "report_refused")
    before = me.record
    answer = me.to(ActionRecordProgress, "I rang the social worker today and she refused", "report_refused")
    assert me.stage == "2" and me.record == before and "at Stage 2 already" in answer.text
    assert [button.title for button in answer.messages[0].buttons] == ["Yes: go to Stage 3", "Not yet"]
    me.to(ActionRecordProgress, answer.messages[0].buttons[0].payload, "report_unresolved")
    assert me.stage == "3"


def test_at_the_last_stage_such_a_talk_is_answered_as_ever(me: Practitioner) -> None:
    me.stands()
    for _ in range(3):
        me.to(ActionRecordProgress, "they would not", "report_refused")
    answer = me.to(ActionRecordProgress, "I rang the social worker today and she refused", "report_refused")
    assert me.stage == "4" and answer.kinds == [Kind.REFUSAL]


def test_the_silence_of_a_manager_skips_no_stage(me: Practitioner) -> None:
    me.stands()
    me.clock.moment += timedelta(days=8)
    me.to(ActionRecordProgress, "I rang the social worker and left a message for her manager, no reply", NO_ANSWER)
    assert me.stage == "2"


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("meeting moved", "report_resolved"),
        ("they said they'd think about it", "report_resolved"),
        ("that went as usual", "report_done"),
        ("so it goes", "report_refused"),
    ],
)
def test_a_guess_moves_nothing_and_is_offered(me: Practitioner, words: str, intent: str) -> None:
    before = me.stands().record
    answer = me.to(ActionRecordProgress, words, intent, confidence=0.7)
    assert answer.messages[0].buttons[0].payload == f"/{intent}" and me.record == before


def test_plain_words_are_taken_whatever_the_confidence(me: Practitioner) -> None:
    me.stands().to(ActionRecordProgress, "they won't budge", "report_refused", confidence=0.4)
    assert me.stage == "2"


def test_a_step_that_ended_in_a_refusal_is_a_refusal(me: Practitioner) -> None:
    answer = me.stands().to(ActionRecordProgress, "I rang the social worker today and she refused", "report_done")
    assert "It goes to Stage 2 now" in answer.text and me.stage == "2"


def test_silence_goes_higher_only_when_its_time_is_over(me: Practitioner) -> None:
    answer = me.stands().to(ActionRecordProgress, "nobody rings back", "report_no_answer")
    assert "There is still time until Monday 9 November 2026" in answer.text and me.stage == "1"
    me.clock.moment += timedelta(days=8)
    answer = me.to(ActionRecordProgress, "nobody rings back", "report_no_answer")
    assert me.stage == "2" and answer.goes_on


@pytest.mark.parametrize("words", ["no change", "No, nothing has changed.", "still the same", "nothing new really"])
def test_that_nothing_has_changed_is_an_answer_and_no_news_of_the_stage(me: Practitioner, words: str) -> None:
    me.stands()
    me.clock.moment += timedelta(days=3)
    answer = me.fills(words, Ask.RISK, "report_unresolved")
    assert me.stage == "1" and not answer.steps_back and me.desk.asks == ()


def test_where_there_was_danger_that_nothing_has_changed_is_not_no(me: Practitioner) -> None:
    me.stands()
    me.to(ActionEmergency, "he is hitting her", "immediate_risk")
    me.clock.moment += timedelta(days=3)
    assert me.fills("no change", Ask.RISK, "report_unresolved").asks == Ask.RISK_WITH


def test_after_a_doubt_that_nothing_has_changed_is_not_no(me: Practitioner) -> None:
    me.stands()
    me.parts.casework.doubt("practitioner", me.clock.now())
    assert me.fills("no change", Ask.RISK, "report_unresolved").asks == Ask.RISK_WITH and me.stage == "1"


def test_silence_after_a_day_has_danger_asked_about_too(me: Practitioner) -> None:
    me.stands()
    me.clock.moment += timedelta(days=1)
    assert me.to(ActionRecordProgress, "nobody rings back", "report_no_answer").goes_on


def test_a_step_taken_starts_the_limit_that_waits_for_it(me: Practitioner) -> None:
    answer = me.stands("telford_wrekin").to(ActionRecordProgress, "I emailed her today", "report_done")
    assert "Thursday 5 November 2026" in answer.text and Event.STEP_DONE in me.record


def test_after_the_last_step_of_a_stage_it_is_said_how_to_go_on(me: Practitioner) -> None:
    words = "I am a teacher in Warrington. Social care told us today: below threshold for a girl"
    me.fills(words, None, "disagreement")
    me.press(Ask.RISK, "no")
    me.press(Ask.TRIED, "nobody")
    answer = me.to(ActionRecordProgress, "I talked to my supervisor today", "report_done")
    assert "That is all that Stage 1 asks of you" in answer.text and "Stage 2 begins" in answer.text


def test_resolved_and_opened_again(me: Practitioner) -> None:
    assert "settled" in me.stands().to(ActionRecordProgress, "all sorted", "report_resolved").text
    refused = me.to(ActionRecordProgress, "they refused", "report_refused")
    assert refused.kinds == [Kind.REFUSAL] and me.stage == "1"
    assert "It is open again" in me.to(ActionRecordProgress, "open it", "reopen").text


@pytest.mark.parametrize("words", ["we agreed Friday 13 November, not the 12th", "agreed Monday, sorry, Friday 13th"])
def test_of_an_agreed_date_that_is_put_right_the_right_one_is_noted(me: Practitioner, words: str) -> None:
    answer = me.stands().to(ValidateAgreedDateForm, words, "report_agreed_date", loop="agreed_date_form")
    assert "I have noted Friday 13 November 2026 as agreed" in answer.text


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ("gloucestershire", "I have noted Friday 13 November 2026 as agreed"),
        ("cambridgeshire_peterborough", "I have noted Friday 13 November 2026 as agreed"),
        ("warrington", "the date that I gave you stands"),
        ("rainbow_early_years", "the date that I gave you stands"),
        ("telford_wrekin", "a later date cannot count"),
    ],
)
def test_an_agreed_date_counts_as_the_policy_has_it(me: Practitioner, policy: str, said: str) -> None:
    words = "we agreed on Friday 13 November"
    answer = me.stands(policy).to(ValidateAgreedDateForm, words, "report_agreed_date", loop="agreed_date_form")
    assert said in answer.text and answer.asks is None


def test_a_nearer_date_that_moves_nothing_is_kept_and_what_the_reminders_do_is_said(me: Practitioner) -> None:
    words = "we agreed on Thursday 5 November"
    answer = me.stands("warrington").to(ValidateAgreedDateForm, words, "report_agreed_date", loop="agreed_date_form")
    assert "I have noted Thursday 5 November 2026 as agreed" in answer.text
    assert "Monday 9 November 2026" in answer.text and "My reminders keep to the policy’s own date" in answer.text
    asked = me.to(ActionAnswer, "by when?", "ask_deadline")
    assert "Thursday 5 November 2026 is the date that the agencies agreed" in asked.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("we agreed a new date", "Which date"),
        ("until yesterday", "is over"),
        ("we agreed on 9 November 2062", "more than a year away"),
    ],
)
def test_an_agreed_date_that_is_missing_or_over_is_asked_for(me: Practitioner, words: str, said: str) -> None:
    answer = me.stands().to(ValidateAgreedDateForm, words, "report_agreed_date", loop="agreed_date_form")
    assert said in answer.text and answer.asks == "agreed_date"


def test_the_question_for_the_agreed_date_gives_way(me: Practitioner) -> None:
    answer = me.stands().to(ValidateAgreedDateForm, "whom do I ring?", "ask_contact", loop="agreed_date_form")
    assert answer.steps_back


def test_after_a_day_danger_is_asked_about_once_the_agreed_date_is_noted(me: Practitioner) -> None:
    me.stands()
    me.clock.moment += timedelta(days=1)
    words = "we agreed on Friday 13 November"
    answer = me.to(ValidateAgreedDateForm, words, "report_agreed_date", loop="agreed_date_form")
    assert answer.goes_on and Event.DATE_AGREED in me.record


def test_a_mistake_is_mended_at_once_where_the_right_fact_is_said(me: Practitioner) -> None:
    me.stands()
    me.clock.moment += timedelta(hours=2)
    answer = me.to(ActionCorrect, "I made a mistake, it was Friday 30 October", "correct")
    assert "Put right" in answer.text and answer.goes_on
    assert "Friday 6 November 2026" in me.to(ActionAdvise, "", "correct").text


def test_a_mistake_that_is_not_named_is_asked_for(me: Practitioner) -> None:
    offered = me.stands().to(ActionCorrect, "I made a mistake", "correct").messages[0].buttons
    assert '/correct{"what":"raised_on"}' in [button.payload for button in offered]
    answer = me.to(ActionCorrect, '/correct{"what":"raised_on"}', "correct")
    assert answer.goes_on and me.desk.asks == (Ask.RAISED_ON,)


def test_in_the_middle_of_a_question_the_choice_is_put_in_words(me: Practitioner) -> None:
    me.press(Ask.RISK, "no")
    answer = me.to(ActionCorrect, "I made a mistake", "correct", Ask.POLICY)
    assert answer.messages[0].buttons == () and not answer.goes_on


def test_starting_again_keeps_the_case_that_had_a_stage(me: Practitioner) -> None:
    reference = me.stands().desk.case
    answer = me.to(ActionStartAgain, "start again", "start_again")
    assert reference and f"Case {reference.reference} stays" in answer.text
    assert me.stage is None and me.desk.asks[0] is Ask.RISK


def test_the_day_that_is_named_is_the_day_on_which_it_happened(me: Practitioner) -> None:
    me.stands()
    me.clock.moment += timedelta(days=3)
    me.to(ActionRecordProgress, "she refused on Tuesday", "report_refused")
    case = me.desk.case
    assert case and case.stage_at and case.stage_at.date() == date(2026, 11, 3)
