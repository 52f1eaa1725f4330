"""What has happened since: a step taken, a refusal, silence, no agreement, an agreed date, an ending; and mending."""

from __future__ import annotations

from functools import cached_property

from actions.base import CaseAction, Said, ask_what_is_missing, remember, say
from actions.reading import Reader
from actions.turn import Turn
from bot.casework.advice import Advice
from bot.casework.case import Outcome
from bot.casework.errors import CaseworkError
from bot.casework.intake import Ask, Told
from bot.service import Desk
from bot.wording import turning

OUTCOMES = {
    "report_refused": Outcome.REFUSED,
    "report_no_answer": Outcome.NO_ANSWER,
    "report_unresolved": Outcome.UNRESOLVED,
}


class ReadingAction(CaseAction):
    """An action that reads the message's words."""

    @cached_property
    def reader(self) -> Reader:
        return Reader(self.parts)


class ActionRecordProgress(ReadingAction):
    """Record what happened at the stage, and say what follows."""

    def name(self) -> str:
        return "action_record_progress"

    def handle(self, turn: Turn) -> Said:
        when = self.reader.day(turn)
        if turn.intent == "report_resolved":
            return say(turning.resolved(self.casework.resolve(turn.actor, when, turn.now)))
        if turn.intent == "reopen":
            desk = self.casework.reopen(turn.actor, turn.now)
            return Said(events=() if turn.in_form else (ask_what_is_missing(),)) if desk else Said()
        if turn.intent == "report_done":
            return say(turning.step_done(_advice(self.casework.step_done(turn.actor, when, turn.now))))
        outcome = OUTCOMES[turn.intent]
        return say(turning.moved(_advice(self.casework.not_resolved(turn.actor, outcome, when, turn.now))))


class ValidateAgreedDateForm(ReadingAction):
    """Take the date that both agencies agreed on, where the policy lets it count."""

    def name(self) -> str:
        return "validate_agreed_date_form"

    def handle(self, turn: Turn) -> Said:
        agreed = self.reader.coming_day(turn)
        if agreed is None:
            question = turning.refusal(CaseworkError("date_unknown"), Desk(None))
            return say(question, events=[remember("agreed_date", None), remember("requested_slot", "agreed_date")])
        done = [remember("requested_slot", None)]
        try:
            desk = self.casework.agree_date(turn.actor, agreed, turn.now)
        except CaseworkError as error:
            desk = self.casework.look(turn.actor, turn.now)
            return say(turning.refusal(error, desk), events=done)
        return say(turning.date_agreed(_advice(desk), agreed), events=done)


class ActionCorrect(ReadingAction):
    """Mend a fact: at once where the message says the right one, else by asking for it again."""

    def name(self) -> str:
        return "action_correct"

    def handle(self, turn: Turn) -> Said:
        what = turn.chosen.get("what")
        if what in set(Ask):
            self.casework.correct(turn.actor, Ask(what), turn.now)
            return Said(events=() if turn.in_form else (ask_what_is_missing(),))
        told = self._told(turn)
        if not told.anything:
            desk = self.casework.look(turn.actor, turn.now)
            if desk.case is None:
                raise CaseworkError("no_case")
            return say(turning.what_to_correct(desk))
        desk = self.casework.tell(turn.actor, told, turn.now)
        return say(turning.mended(desk), events=() if turn.in_form else (ask_what_is_missing(),))

    def _told(self, turn: Turn) -> Told:
        heard = self.reader.hear(turn)
        told, when = heard.told, self.reader.day(turn)
        return Told(
            policy=told.policy,
            person=told.person,
            categories=told.categories,
            circumstances=told.circumstances,
            raised_at=told.raised_at or when,
        )


class ActionStartAgain(CaseAction):
    """Begin a new case."""

    def name(self) -> str:
        return "action_start_again"

    def handle(self, turn: Turn) -> Said:
        before = self.casework.look(turn.actor, turn.now).case
        desk = self.casework.start_again(turn.actor, turn.now)
        return say(turning.started_again(desk, before))


def _advice(desk: Desk) -> Advice:
    if desk.advice is None:
        raise CaseworkError("not_ready")
    return desk.advice
