"""What is asked beside the case is answered, wherever the conversation is; the case and its question stay."""

from __future__ import annotations

import pytest

from actions.answers import ActionAnswer, ActionOfferMeanings
from actions.base import CaseAction
from bot.casework.intake import Ask
from bot.wording.explaining import NAMES, explained
from tests.actions.conftest import Practitioner

WORRY = "Social care in Stroud closed the case of a boy of 4 today and we disagree"


def test_a_word_of_the_field_is_explained_in_the_middle_of_a_question(me: Practitioner) -> None:
    me.fills(WORRY, None, "disagreement")
    before = me.record
    answer = me.fills("what is a strategy meeting?", Ask.RISK, "ask_policy")
    assert "whether there has to be an enquiry" in answer.text and "not taken from a policy" in answer.text
    assert answer.asks == Ask.RISK and "I do not want to guess" not in answer.text and me.record == before


def test_a_question_about_adults_is_no_answer_to_whom_it_is_about(me: Practitioner) -> None:
    me.press(Ask.RISK, "no")
    me.fills("Telford", Ask.POLICY)
    answer = me.fills("is it the same for adults?", Ask.PERSON)
    assert "is about children and adults" in answer.text and answer.asks == Ask.PERSON
    assert me.desk.case and me.desk.case.person is None


@pytest.mark.parametrize("intent", ["ask_contact", "ask_policy", "help", "whistleblowing"])
def test_whatever_it_was_taken_for_it_is_answered(me: Practitioner, intent: str) -> None:
    me.stands("warrington")
    answer = me.to(ActionAnswer, "who is the LADO?", intent)
    assert "contact the LADO" in answer.text and "Managing Allegations Procedures" in answer.text


def test_what_was_not_understood_but_is_asked_beside_is_answered(me: Practitioner) -> None:
    answer = me.stands().to(ActionOfferMeanings, "can i just phone the police instead", "nlu_fallback")
    assert "call 999" in answer.text and "Did you mean" not in answer.text


def test_who_decides_last_is_said_as_the_policy_has_it(me: Practitioner) -> None:
    me.stands("cambridgeshire_peterborough")
    answer = me.to(ActionAnswer, "who decides at the end?", "ask_policy")
    assert answer.messages[0].cites == ("CAMB-4e",) and "Resolution Panel" in answer.text


def test_to_skip_a_stage_is_answered_with_the_policys_own_way(me: Practitioner) -> None:
    answer = me.stands("rainbow_early_years").to(ActionAnswer, "can I skip to stage 3?", "ask_next_step")
    assert "You skip the stages before Stage 3" in answer.text and me.stage == "pre"


@pytest.mark.parametrize("name", sorted(NAMES))
def test_there_is_an_answer_with_a_case_and_without(me: Practitioner, name: str) -> None:
    assert explained(name, me.desk).text
    assert explained(name, me.stands().desk).buttons


@pytest.mark.parametrize("sign", ["alarm", "ask"])
def test_danger_comes_after_it_as_after_any_answer(me: Practitioner, sign: str) -> None:
    me.stands()
    answer = me.to(ActionAnswer, "can we tell the police he has hit her", "ask_policy", **{sign: True})
    assert answer.goes_on and me.desk.asks == (Ask.RISK,)


def test_consent_is_answered_for_whom_it_is_about(me: Practitioner) -> None:
    assert "Ask an adult" not in explained("consent", me.stands().desk).text
    assert "a child safe" in explained("consent", me.desk).text


@pytest.mark.parametrize("intent", ["single_agency", "whistleblowing", "complaint"])
def test_nobody_is_sent_to_another_procedure_on_a_guess(me: Practitioner, intent: str) -> None:
    words = "can i get my line manager to do it for me"
    answer = me.stands().to(ActionAnswer, words, intent, confidence=0.58)
    assert "takes another route" not in answer.text and "Did you mean" in answer.text
    asked = me.to(ActionAnswer, words, intent, Ask.TRIED, confidence=0.58)
    assert "takes another route" not in asked.text and asked.messages[0].buttons == ()
    assert "takes another route" in me.to(ActionAnswer, words, intent, confidence=0.8).text


def test_for_an_allegation_a_guess_is_enough(me: Practitioner) -> None:
    assert "LADO" in me.stands().to(ActionAnswer, "it was the cook", "allegation", confidence=0.4).text


@pytest.mark.parametrize(
    ("action", "intent", "words", "noted"),
    [
        (ActionOfferMeanings, "nlu_fallback", "I'm a housing officer in Warrington, is this for me", "Warrington"),
        (ActionAnswer, "single_agency", "I own a nursery in Melksham. She said yesterday she's closing it", "Rainbow"),
        (ActionAnswer, "ask_next_step", "We are in Cambridge and the school is escalating, what now", "Cambridgeshire"),
        (ActionAnswer, "ask_contact", "a girl of 9 whom social care closed and nobody here agrees, who now", "a child"),
    ],
)
@pytest.mark.parametrize("sign", [False, True])
def test_what_is_told_of_no_case_yet_begins_one(
    me: Practitioner, action: type[CaseAction], intent: str, words: str, noted: str, sign: bool
) -> None:
    answer = me.to(action, words, intent, confidence=0.5, ask=sign)
    assert f"Understood: {noted}" in answer.text or (sign and action is ActionOfferMeanings)
    assert answer.goes_on and me.fills(words, None, intent).asks == Ask.RISK
    assert me.desk.case and (me.desk.case.policy or me.desk.case.person)


def test_what_was_raised_before_is_said_at_the_beginning_too(me: Practitioner) -> None:
    answer = me.to(ActionOfferMeanings, "telford. I have referred it three times now", "nlu_fallback")
    assert "You have raised this 3 times" in answer.text


@pytest.mark.parametrize("words", ["who do I contact?", "what now", "when is the deadline"])
def test_a_question_alone_begins_no_case(me: Practitioner, words: str) -> None:
    me.to(ActionAnswer, words, "ask_contact")
    assert me.desk.case is None


def test_a_number_that_is_asked_for_by_name_is_given(me: Practitioner) -> None:
    me.stands("telford_wrekin")
    answer = me.to(ActionAnswer, "what's the number for Family Connect?", "ask_contact")
    assert "01952 385385" in answer.text and "Contact the practitioner" not in answer.text
    assert "Contact the practitioner" in me.to(ActionAnswer, "who do I contact?", "ask_contact").text


@pytest.mark.parametrize("intent", ["ask_next_step", "ask_contact", "ask_deadline"])
def test_a_question_that_waits_for_the_one_about_danger_is_told_so(me: Practitioner, intent: str) -> None:
    me.fills(WORRY, None, "disagreement")
    answer = me.to(ActionAnswer, "so who do i ring now at 17.40??", intent, Ask.RISK)
    assert "I will come to that. This comes first:" in answer.text


def test_a_question_that_has_no_answer_here_is_no_answer_that_could_not_be_read(me: Practitioner) -> None:
    me.press(Ask.RISK, "no")
    answer = me.fills("can the hospital refuse to discharge?", Ask.POLICY)
    assert "I have no answer to that" in answer.text and "could not read" not in answer.text


def test_what_could_not_be_read_is_not_said_before_another_question(me: Practitioner) -> None:
    me.press(Ask.RISK, "no")
    answer = me.fills("he used to hit her", Ask.POLICY, "past_or_managed_risk", ask=True)
    assert answer.asks == Ask.RISK and "could not read" not in answer.text
