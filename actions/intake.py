"""The form that opens a case: it takes what a message says and asks what is still missing, one question at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.base import CaseAction, ReadingAction, Said, remember, say
from actions.choosing import picked
from actions.reading import RISK_QUESTIONS, Heard
from actions.settled import begun_anew, is_settled
from actions.telling import known_of, put_right
from actions.turn import Turn
from bot.casework.case import Answer, Event
from bot.casework.errors import CaseworkError
from bot.casework.intake import Ask, Told
from bot.casework.message import Block
from bot.service import Desk
from bot.understanding.answers import says_the_same
from bot.understanding.asides import asks_something
from bot.wording import advising, caseload, explaining, noting, questions, refusing, safety, smalltalk, turning
from bot.wording.shaping import answer, text

INTERRUPTIONS = frozenset(
    """
    ask_next_step ask_contact ask_deadline ask_stage ask_what_to_say ask_what_to_write ask_form ask_longer
    ask_missed ask_policy ask_summary ask_human report_done report_refused report_no_answer report_unresolved
    report_resolved report_agreed_date help greet thanks goodbye delete_my_data out_of_scope allegation
    whistleblowing complaint single_agency afraid_to_challenge correct start_again immediate_risk reopen
    list_cases switch_case label_case set_preference
    """.split()  # noqa: SIM905  a table of words reads better than a list of strings
)
"""Intents that have a rule of their own in the middle of the form (data/rules): the form steps back for them."""
DANGER, ANEW, REPORT, NOT_SURE = "immediate_risk", "start_again", "report_", "not_sure"
PLAINLY = 0.5
"""From this likelihood on an answer that tells of danger is no answer but an alarm."""


class ValidateCaseForm(ReadingAction):
    """Take what the message says, then ask for what is missing."""

    def name(self) -> str:
        return "validate_case_form"

    @property
    def heeds_any_language(self) -> bool:
        return True

    def hears_first(self, turn: Turn) -> bool:
        return turn.asked not in RISK_QUESTIONS  # where danger is the question, the answer says more than a hint

    def handle(self, turn: Turn) -> Said:
        desk = self.casework.look(turn.actor, turn.now)
        turn = _as_asked(turn, desk)
        if turn.returning:
            return self._ask(desk)
        if self._is_an_emergency(turn, desk):
            return Said()
        begun = self._begun(turn, desk)
        desk = self.casework.look(turn.actor, turn.now)
        if is_settled(desk.case) and not desk.asks:
            return self._ask(desk)
        if turn.aside:
            return self._ask(desk, list(explaining.explained(turn.aside, desk).blocks))
        if _is_for_its_own_rule(turn):
            return Said()  # nothing is filled, so the form steps back and the intent's own rule answers
        return self._heard(turn, desk, begun) if turn.text or turn.chosen else self._ask(desk)

    def _heard(self, turn: Turn, desk: Desk, begun: list[Block]) -> Said:
        turn = self._as_pressed(turn, desk)
        turn, heard = _in_the_light_of_danger(turn, self.reader.hear(turn, known_of(desk.case)))
        heard = _without_doubtful_answer(turn, heard)
        if self._may_be_for_another_case(turn, heard):
            return self._still_about(turn, desk)
        heard = replace(heard, told=put_right(heard.told, desk.case, turn.text))
        if is_settled(desk.case):
            heard = replace(heard, told=Told())  # what was settled is not rewritten
        try:
            desk = self._take(turn, heard)
        except CaseworkError as error:
            return self._ask(desk, list(refusing.refusal(error, desk).blocks))
        if _is_another_matter(turn, heard, desk):
            return Said()
        lead = [*noting.understood(desk, heard.told.mends), *noting.again(desk), *noting.careful(desk)]
        unheard = desk.asks[:1] == (turn.asked,) and not (heard.anything and lead)
        unread = turn.asked is not None and not turn.abroad and unheard
        return self._ask(desk, begun + (self._unread(turn, heard) if unread else []) + lead)

    def _is_an_emergency(self, turn: Turn, desk: Desk) -> bool:
        """Whether the words are for the emergency's own rule, which alone hears them then, and says what it took."""
        if turn.asked is None or turn.intent != DANGER or not turn.text:
            return False
        if not _is_faint(turn):
            return True
        turn = self._as_pressed(turn, desk)
        return _in_the_light_of_danger(turn, self.reader.hear(turn))[0].intent == DANGER

    def _begun(self, turn: Turn, desk: Desk) -> list[Block]:
        is_told_of_a_settled_case = is_settled(desk.case) and turn.tells
        return begun_anew(self.casework, turn, self.reader.hear(turn).told) if is_told_of_a_settled_case else []

    def _take(self, turn: Turn, heard: Heard) -> Desk:
        if heard.answer and heard.answers:
            desk = self.casework.answer_risk(turn.actor, heard.answers, heard.answer, turn.now)
            if not heard.told.anything:
                return desk
            told = self.casework.tell(turn.actor, heard.told, turn.now)
            return replace(told, entries=(*desk.entries, *told.entries))
        return self.casework.tell(turn.actor, heard.told, turn.now)

    def _ask(self, desk: Desk, lead: list[Block] | None = None) -> Said:
        first = [safety.emergency_at(desk)] if Event.ALARM in desk.news else []
        if not desk.asks:
            said = [answer(*lead)] if lead else []
            return say(*first, *said, events=_next(None))
        policies = list(self.casework.policies.values())
        asked = questions.ask(desk.asks[0], desk, policies, lead or ())
        return say(*first, asked, events=_next(desk.asks[0]))

    def _may_be_for_another_case(self, turn: Turn, heard: Heard) -> bool:
        """Whether a reminder of another case came between the question and these words. Danger is never put off."""
        if turn.asked is None or not turn.text or turn.alarm or turn.intent == DANGER or heard.answer is Answer.YES:
            return False
        if not self.casework.has_others(turn.actor):
            return False
        found = self.casework.caseload(turn.actor, turn.now)
        return found.several and found.current is not None and found.focus is not None and found.focus.interrupted

    def _still_about(self, turn: Turn, desk: Desk) -> Said:
        current = self.casework.caseload(turn.actor, turn.now).current
        if current is None:
            return self._ask(desk)
        self.casework.turn_to(turn.actor, current.case.reference, turn.now)
        return self._ask(desk, [caseload.still_about(current)])

    def _as_pressed(self, turn: Turn, desk: Desk) -> Turn:
        """ "The second one" is the second button of the question; "no change" is the one of last time."""
        if turn.asked is Ask.RISK and says_the_same(turn.text):
            was_safe = desk.case is not None and desk.case.risk_at and desk.case.risk is Answer.NO
            before = Answer.NO if was_safe else Answer.UNSURE
            return replace(turn, text="", intent="inform", chosen={Ask.RISK.value: before.value})
        if turn.asked is None or not turn.text or not (choice := self.reader.facts(turn).choice):
            return turn
        offered = questions.ask(turn.asked, desk, list(self.casework.policies.values())).buttons
        return picked(turn, choice, offered)

    def _unread(self, turn: Turn, heard: Heard) -> list[Block]:
        if heard.vague_date:
            return [
                text("I need a day to count from. If you are not sure, give the earliest day that it could have been.")
            ]
        caught = questions.no_answer() if asks_something(turn.text) else questions.not_caught()
        return [caught, *questions.hint(turn.asked)]


class ActionAdvise(CaseAction):
    """All is known: say what to do now. The form has heard the message."""

    def name(self) -> str:
        return "action_advise"

    @property
    def heeds_any_language(self) -> bool:
        return True

    def hears_first(self, turn: Turn) -> bool:
        return False

    def handle(self, turn: Turn) -> Said:
        desk = self.casework.look(turn.actor, turn.now)
        if desk.case is not None and desk.case.resolved_at is not None:
            return Said() if turn.returning else say(turning.settled_already(desk.case.resolved_at, turn.said))
        return say(advising.advice(desk.advice)) if desk.advice else say(smalltalk.help_())


def _next(ask: Ask | None) -> list[Mapping[str, Any]]:
    # A form takes a message for read only if a slot besides requested_slot is set, so one is emptied, asked or not.
    return [remember((ask or Ask.RISK).value, None), remember("requested_slot", ask.value if ask else None)]


def _in_the_light_of_danger(turn: Turn, heard: Heard) -> tuple[Turn, Heard]:
    """ "No she's here with us till 3" answers our question about danger: where it sounds a little like danger as well,
    it is not being sure, which has its own three questions. What plainly alarms is left as it is."""
    if not (_is_faint(turn) and heard.answer in (Answer.NO, Answer.UNSURE)):
        return turn, heard
    return replace(turn, intent=NOT_SURE), replace(heard, answer=Answer.UNSURE)


def _is_faint(turn: Turn) -> bool:
    return turn.intent == DANGER and not turn.alarm and turn.danger < PLAINLY


def _without_doubtful_answer(turn: Turn, heard: Heard) -> Heard:
    """ "She said no" reports a refusal: only plain words may say that nobody is in danger, and no words that alarm."""
    doubtful = turn.alarm or (turn.intent in INTERRUPTIONS and not turn.chosen)
    return replace(heard, answer=None, answers=None) if doubtful and heard.answer is not Answer.YES else heard


def _as_asked(turn: Turn, desk: Desk) -> Turn:
    """The turn in the light of the question that is open in truth: the assistant may have missed some answers, where it
    was down while buttons were pressed."""
    missed = turn.asked is not None and desk.case is not None and turn.asked not in desk.asks
    return replace(turn, asked=desk.asks[0]) if missed and desk.asks and not turn.chosen else turn


def _is_for_its_own_rule(turn: Turn) -> bool:
    """Whether the form has to step back whatever the words: for a new case, and for a button that answers nothing."""
    words = turn.text or turn.chosen
    return turn.asked is not None and turn.intent in INTERRUPTIONS and (turn.intent == ANEW or not words)


def _is_another_matter(turn: Turn, heard: Heard, desk: Desk) -> bool:
    """Whether the words are no answer after all: they add nothing, or tell of how the stage ended."""
    if turn.asked is None or turn.chosen or turn.intent not in INTERRUPTIONS or Event.ALARM in desk.news:
        return False
    ends_the_stage = turn.intent.startswith(REPORT) and turn.asked in RISK_QUESTIONS and desk.advice is not None
    return ends_the_stage or not (heard.vague_date or _adds_a_fact(turn, desk))


def _adds_a_fact(turn: Turn, desk: Desk) -> bool:
    """Whether something was told that a question may want; who works for which agency is noted, and no more."""
    in_passing = {Event.CIRCUMSTANCES_SET} if turn.asked is not Ask.URGENCY else set()
    return any(entry.event not in in_passing for entry in desk.entries)
