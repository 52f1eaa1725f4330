"""What has happened since: a step taken, a refusal, silence, no agreement, an agreed date, an ending."""

from __future__ import annotations

from actions.base import ReadingAction, Said, go_on, remember, say
from actions.intake import INTERRUPTIONS
from actions.turn import Turn
from bot.casework.advice import Advice
from bot.casework.calendar import start_of
from bot.casework.case import Outcome
from bot.casework.errors import CaseworkError
from bot.casework.message import Message
from bot.service import Desk
from bot.wording import advising, turning
from bot.wording.caseload import moment
from bot.wording.shaping import answer, text

DONE, REFUSED = "report_done", "report_refused"
OUTCOMES = {
    REFUSED: Outcome.REFUSED,
    "report_no_answer": Outcome.NO_ANSWER,
    "report_unresolved": Outcome.UNRESOLVED,
}
AGREED = "report_agreed_date"


class ProgressAction(ReadingAction):
    """An action that records what both sides have done."""

    def _desk(self, turn: Turn) -> Desk:
        return self.casework.look(turn.actor, turn.now)

    def agreement(self, turn: Turn) -> Message:
        """Note the date that both agencies agreed on. Raises CaseworkError ``date_unknown`` where none is said."""
        agreed = self.reader.coming_day(turn)
        if agreed is None:
            raise CaseworkError("date_unknown")
        desk = self.casework.agree_date(turn.actor, agreed, turn.now)
        if desk.advice is None:
            raise CaseworkError("not_ready")
        return turning.date_agreed(desk.advice, agreed)


class ActionRecordProgress(ProgressAction):
    """Record what happened at the stage, and say what follows."""

    def name(self) -> str:
        return "action_record_progress"

    def handle(self, turn: Turn) -> Said:
        actor, now, when = turn.actor, turn.now, self.reader.day(turn)
        if turn.intent != "reopen" and (which := self.which(turn, self._happened(turn), moment(when))):
            return say(which)
        match self._happened(turn):
            case "report_resolved":
                return say(turning.resolved(self.casework.resolve(actor, when, now)))
            case "report_done":
                return self._then(turn, self.casework.step_done(actor, when, now), "Well done. I have noted it.")
            case "reopen":
                return self._then(turn, self.casework.reopen(actor, now), "It is open again, where it was.")
            case "report_agreed_date":
                return say(self.agreement(turn))
            case "report_no_answer" if (waiting := self._still_waiting(turn)) is not None:
                return say(turning.too_early(waiting), events=go_on(turn, self._desk(turn)))
            case intent:
                desk = self.casework.not_resolved(actor, OUTCOMES[intent], when, now)
                stage = desk.advice.stage.label if desk.advice else "the next stage"
                return self._then(turn, desk, f"I have noted that. It goes to {stage} now.")

    def _happened(self, turn: Turn) -> str:
        """What is reported. "I rang her and she refused" tells of a step, and of how it ended, which is more."""
        refused = turn.intent == DONE and self.reader.facts(turn).refused
        return REFUSED if refused else turn.intent

    def _still_waiting(self, turn: Turn) -> Advice | None:
        """The advice while the other side still has time to answer; None once silence has become an answer."""
        found = self._desk(turn).advice
        return found if found and found.still_waiting else None

    def _then(self, turn: Turn, desk: Desk, noted: str) -> Said:
        """What was noted, then what follows; after a day danger is asked about first, and the advice comes later."""
        if desk.asks or desk.advice is None:
            return say(answer(text(noted)), events=go_on(turn, desk))
        return say(advising.advice(desk.advice, [text(noted)]))


class ValidateAgreedDateForm(ProgressAction):
    """Take the date that both agencies agreed on, asking for it where the message holds none."""

    def name(self) -> str:
        return "validate_agreed_date_form"

    def handle(self, turn: Turn) -> Said:
        if self.reader.coming_day(turn) is None and turn.intent in INTERRUPTIONS - {AGREED}:
            return Said()  # something else matters more now: the form steps back
        agreed = self.reader.coming_day(turn)
        about = moment(start_of(agreed)) if agreed else {}
        if turn.intent == AGREED and (which := self.which(turn, AGREED, about)):
            return say(which, events=[remember("agreed_date", None), remember("requested_slot", None)])
        try:
            said, ask_again = self.agreement(turn), False
        except CaseworkError as error:
            said, ask_again = turning.refusal(error, self._desk(turn)), error.code in ("date_unknown", "date_past")
        slots = {"agreed_date": None, "requested_slot": "agreed_date" if ask_again else None}
        onward = () if ask_again else go_on(turn, self._desk(turn))
        return say(said, events=[*(remember(slot, value) for slot, value in slots.items()), *onward])
