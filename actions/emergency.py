"""Somebody is in danger now: that first, and then what else the words say."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from actions.answers import AFRAID, EXCLUSIONS, ActionAnswer
from actions.base import ReadingAction, Said, say
from actions.progress import DONE, OUTCOMES, ActionRecordProgress
from actions.reading import RISK_QUESTIONS
from actions.settled import begun_anew
from actions.telling import known_of, put_right
from actions.turn import Turn
from bot.casework.errors import CaseworkError
from bot.service import Desk
from bot.understanding.risk import only_agrees, only_denies
from bot.wording import noting, safety, turning
from bot.wording.shaping import answer


class ActionEmergency(ReadingAction):
    """The emergency answer. What else the message tells or wants is taken too, but never before the emergency."""

    def name(self) -> str:
        return "action_emergency"

    def handle(self, turn: Turn) -> Said:
        if _has_to_be_asked(turn):
            self.casework.doubt(turn.actor, turn.now)
            return Said()  # the form comes next, and asks
        case = self.casework.look(turn.actor, turn.now).case
        told = put_right(self.reader.hear(turn, known_of(case)).told, case, turn.text)
        lead = begun_anew(self.casework, turn, told)
        desk = self.casework.alarm(turn.actor, turn.now)
        if desk.case is not None and desk.case.resolved_at is not None:
            return say(safety.emergency_at(desk), turning.settled_already(desk.case.resolved_at, turn.said))
        with suppress(CaseworkError):
            # The words that alarm may be the first to name the policy: its own route is part of the answer then.
            desk = self.casework.tell(turn.actor, told, turn.now)
            lead += [*noting.understood(desk, told.mends), *noting.again(desk)]
        besides = self._besides(turn, desk)
        noted = [answer(*lead)] if lead else []
        return say(safety.emergency_at(desk), *noted, *besides.messages, events=besides.events)

    def _besides(self, turn: Turn, desk: Desk) -> Said:
        """A question, the way to another procedure or news of the stage, as if that alone had been said.

        Nothing is settled or begun anew by words that alarm.
        """
        turn = replace(turn, intent=turn.besides)
        at_a_stage = desk.case is not None and desk.case.stage is not None
        with suppress(CaseworkError):
            if turn.is_question or turn.intent in {*EXCLUSIONS, AFRAID}:
                return ActionAnswer(self.parts).handle(turn)
            if turn.intent in {DONE, *OUTCOMES} and at_a_stage:
                return ActionRecordProgress(self.parts).handle(turn)
        return Said()


def _has_to_be_asked(turn: Turn) -> bool:
    """Whether the words are no alarm by themselves: a denial, or a yes that answers no question about danger."""
    if turn.alarm or not turn.text:
        return False
    return only_denies(turn.text) or (only_agrees(turn.text) and turn.asked not in RISK_QUESTIONS)
