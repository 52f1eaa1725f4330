"""Questions about the case and its policy, answered from what is stored, at any time."""

from __future__ import annotations

from rasa_sdk.events import UserUtteranceReverted

from actions.base import ReadingAction, Said, ask_what_is_missing, go_on, say
from actions.choosing import likely_meanings
from actions.reading import RISK_QUESTIONS
from actions.turn import Turn
from bot.casework.errors import CaseworkError
from bot.casework.lookup import has_subject, look_up, named_contacts
from bot.casework.message import Message
from bot.casework.policy import Policy
from bot.casework.vocabulary import Exclusion
from bot.service import Desk
from bot.understanding.own_words import for_a_script
from bot.wording import answering, explaining, noting, questions, scripting, smalltalk, turning
from bot.wording.advising import NEXT_STEP
from bot.wording.contacting import printed
from bot.wording.shaping import answer

EXCLUSIONS = {
    "allegation": Exclusion.ALLEGATION,
    "whistleblowing": Exclusion.WHISTLEBLOWING,
    "complaint": Exclusion.COMPLAINT,
    "single_agency": Exclusion.SINGLE_AGENCY,
}
GUESSED = frozenset({"complaint", "single_agency", "whistleblowing"})
"""Other procedures to which nobody is sent on a guess; to that for an allegation they are."""
LIKELY = 0.7
AFRAID, WHAT_TO_SAY, CONTACT = "afraid_to_challenge", "ask_what_to_say", "ask_contact"
ABOUT_THE_STAGE = {*answering.ABOUT_THE_STAGE, WHAT_TO_SAY}
"""Questions that need a stage; words to say can be had before there is one."""


ENOUGH = 10
"""Words. What is longer and holds a fact tells of something; what names the area is a beginning at any length."""


class _AnsweringAction(ReadingAction):
    """An action for messages that are not taken for the telling of a disagreement, though some of them are."""

    def beginning(self, turn: Turn, desk: Desk) -> Said | None:
        """Where there is no case yet, what the words tell of one is kept, and the questions begin."""
        told_before = desk.case is not None and (desk.case.words or desk.case.policy)
        if told_before or turn.in_form or not turn.text or turn.abroad:
            return None
        told = self.reader.hear(turn, telling=True).told
        if not (told.policy or (told.anything and len(turn.text.split()) >= ENOUGH)):
            return None
        after = self.casework.tell(turn.actor, told, turn.now)
        noted = [*noting.understood(after), *noting.again(after)]
        return say(*([answer(*noted)] if noted else []), events=(ask_what_is_missing(),))


class ActionAnswer(_AnsweringAction):
    """Answer a question. One about the stage waits for the question about danger, and for a stage to be in."""

    def name(self) -> str:
        return "action_answer"

    def handle(self, turn: Turn) -> Said:
        desk = self.casework.look(turn.actor, turn.now)
        besides = self._besides(turn, desk)
        may_tell = not turn.aside and (turn.intent in ABOUT_THE_STAGE or _is_guessed(turn))
        if may_tell and (begun := self.beginning(turn, desk)):
            return begun
        if turn.intent in ABOUT_THE_STAGE and not besides:
            which = self.which(turn)
            return say(which) if which else self._about_the_stage(turn, desk)
        said = besides or self._plain(turn, desk)
        danger_is_due = desk.advice is not None or turn.doubt  # after a day, or by what was just said
        return say(said, events=go_on(turn, desk) if danger_is_due else ())

    def _about_the_stage(self, turn: Turn, desk: Desk) -> Said:
        if desk.case is not None and desk.case.resolved_at is not None:
            return say(turning.resolved(desk))
        if desk.case is not None and RISK_QUESTIONS & set(desk.asks):
            # Days have passed, or nobody has said yet: danger comes before dates. The advice follows then.
            return say(*([noting.danger_first()] if turn.in_form else []), events=go_on(turn, desk))
        if turn.intent == WHAT_TO_SAY and desk.case is not None:
            return say(scripting.what_to_say(desk, _own_words(desk)))
        if desk.advice is None:
            raise CaseworkError("not_ready" if desk.case else "no_case")
        if desk.asks:
            return Said(events=go_on(turn, desk))
        return say(answering.ABOUT_THE_STAGE[turn.intent](desk.advice))

    def _besides(self, turn: Turn, desk: Desk) -> Message | None:
        """What is asked beside the case, or for a number; what may be about another procedure, but not for certain."""
        if turn.aside:
            return explaining.explained(turn.aside, desk)
        if desk.policy and turn.intent == CONTACT and (named := named_contacts(desk.policy, turn.text)):
            return answer(*printed(desk.policy, named), buttons=(NEXT_STEP,) if desk.advice else ())
        if not _is_guessed(turn):
            return None
        return answer(questions.not_caught()) if turn.in_form else likely_meanings(turn)

    def _plain(self, turn: Turn, desk: Desk) -> Message:
        policy = self._named(turn) or desk.policy
        if turn.intent in EXCLUSIONS:
            return answering.elsewhere(desk.policy, EXCLUSIONS[turn.intent])
        if turn.intent == AFRAID:
            return scripting.afraid(desk, _own_words(desk))
        if turn.intent == "ask_summary":
            return answering.summary(desk)
        if turn.intent in smalltalk.SAYINGS:
            return smalltalk.SAYINGS[turn.intent](desk)
        if policy is None:
            raise CaseworkError("no_policy")
        match turn.intent:
            case "ask_form":
                return answering.forms(policy)
            case "ask_longer":
                return answering.longer(policy)
            case "ask_missed":
                return answering.missed(policy, desk.advice)
            case _ if has_subject(turn.text):
                return answering.looked_up(policy, look_up(policy, turn.text))
            case _:
                return answering.about(policy)

    def _named(self, turn: Turn) -> Policy | None:
        """The policy that the question names, whichever the case follows."""
        named = self.reader.facts(turn).policies if turn.text else ()
        return self.casework.policies.get(named[0]) if len(named) == 1 else None


def _is_guessed(turn: Turn) -> bool:
    return turn.intent in GUESSED and turn.confidence < LIKELY


def _own_words(desk: Desk) -> scripting.OwnWords:
    return for_a_script(desk.case.words) if desk.case else {}


class ActionOfferMeanings(_AnsweringAction):
    """A message that was not understood: offer the likely meanings, and move nothing."""

    def name(self) -> str:
        return "action_offer_meanings"

    def handle(self, turn: Turn) -> Said:
        if turn.alarm or turn.doubt or (turn.disagreement and not turn.in_form):
            return Said(events=(ask_what_is_missing(),))
        desk = self.casework.look(turn.actor, turn.now)
        if turn.aside:
            return say(explaining.explained(turn.aside, desk))
        if begun := self.beginning(turn, desk):
            return begun
        # Taken back, so that the assistant waits for what comes next as if this had not been said.
        return say(likely_meanings(turn), events=[dict(UserUtteranceReverted())])
