"""What has happened since: a step taken, a refusal, silence, no agreement, an agreed date, an ending."""

from __future__ import annotations

from dataclasses import replace

from actions.base import ReadingAction, Said, ask_what_is_missing, go_on, remember, say
from actions.choosing import likely_meanings
from actions.intake import INTERRUPTIONS
from actions.turn import Turn
from bot.casework.advice import Advice
from bot.casework.calendar import local_date, start_of
from bot.casework.case import Outcome, Tried
from bot.casework.errors import CaseworkError
from bot.casework.intake import Told
from bot.casework.message import Message
from bot.casework.moves import is_below
from bot.casework.vocabulary import Level
from bot.service import Desk
from bot.understanding.attempts import by_own_managers
from bot.wording import advising, noting, refusing, turning
from bot.wording.caseload import moment
from bot.wording.shaping import answer, text

DONE, REFUSED = "report_done", "report_refused"
OUTCOMES = {
    REFUSED: Outcome.REFUSED,
    "report_no_answer": Outcome.NO_ANSWER,
    "report_unresolved": Outcome.UNRESOLVED,
}
AGREED = "report_agreed_date"
NO_ANSWER = "report_no_answer"
FAILED = "tried"
"""What a button says that knows at which level a talk has failed."""
ASKED_AGAIN = ("date_unknown", "date_past", "date_far")
"""What may be wrong with an agreed date so that it has to be another."""
CERTAIN = 0.95
"""So sure it has to be what is meant where the words alone do not say it: it changes the case."""


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
        actor, now, talk = turn.actor, turn.now, self._talk(turn)
        when = talk.when
        desk = self._desk(turn)
        if turn.text and _is_at_no_stage(desk):
            return self._told_too_soon(turn, desk)
        if not self._is_plain(turn):
            return say(likely_meanings(turn))
        failed = _over(turn, talk)
        told = {**moment(when), **({FAILED: failed.value} if failed else {})}
        if turn.intent != "reopen" and (which := self.which(turn, self._happened(turn), told)):
            return say(which)
        if (raised := self._raised_again(turn)) and raised.advice and turn.intent in (DONE, NO_ANSWER):
            return say(noting.raised_again(raised, raised.advice), events=go_on(turn, raised))
        match self._happened(turn):
            case "report_resolved":
                return say(turning.resolved(self.casework.resolve(actor, when, now)))
            case "report_done":
                praise = "" if turn.besides else "Well done. "  # not to somebody who has just been told to call 999
                after = self.casework.step_done(actor, when, now)
                return self._then(turn, after, praise + turning.done(after))
            case "reopen":
                return self._then(turn, self.casework.reopen(actor, now), "It is open again, where it was.")
            case "report_agreed_date":
                return say(self.agreement(turn))
            case "report_no_answer" if (waiting := self._still_waiting(turn)) is not None:
                return say(turning.too_early(waiting), events=go_on(turn, self._desk(turn)))
            case intent:
                return self._went_on(turn, desk, OUTCOMES[intent], talk)

    def _went_on(self, turn: Turn, desk: Desk, outcome: Outcome, talk: Tried) -> Said:
        failed = _over(turn, talk) if outcome is not Outcome.NO_ANSWER else None  # a manager's silence is young
        if failed and talk.level and turn.text and desk.advice and is_below(talk.level, desk.advice):
            return say(turning.talk_below(desk.advice, talk.level), events=go_on(turn, desk))
        after = self.casework.not_resolved(turn.actor, outcome, talk.when, turn.now, failed)
        return self._then(turn, after, turning.went_on(desk, after, failed))

    def _talk(self, turn: Turn) -> Tried:
        """The highest talk that is over, and its day, by the words. The managers may have talked before we heard."""
        if FAILED in turn.chosen:
            return Tried(Level(turn.chosen[FAILED]), when=turn.when)
        told = [each for each in self.reader.facts(turn).tried if each.outcome != "waiting"]
        top = max(told, key=lambda each: list(Level).index(Level(each.level)), default=None)
        if top is None or top.when is None:
            return Tried(Level(top.level) if top else None, when=self.reader.day(turn))
        return Tried(Level(top.level), when=turn.now if top.when == local_date(turn.now) else start_of(top.when))

    def _told_too_soon(self, turn: Turn, desk: Desk) -> Said:
        """News from a talk before the case has a stage: what it tells is kept, and the questions go on."""
        told = self.reader.hear(turn, telling=True).told
        if told.tried is None and desk.case and desk.case.categories and turn.intent in OUTCOMES:
            told = replace(told, tried=Tried(None, OUTCOMES[turn.intent]))
        if not told.anything:
            raise CaseworkError("not_ready" if desk.case else "no_case")
        desk = self.casework.tell(turn.actor, told, turn.now)
        noted = [*noting.understood(desk), *noting.again(desk)] or [text("I have noted that.")]
        return say(answer(*noted), events=() if turn.in_form else (ask_what_is_missing(),))

    def _is_plain(self, turn: Turn) -> bool:
        """Whether the words say plainly what is reported; a guess moves nothing, it is offered."""
        if turn.confidence >= CERTAIN:
            return True
        facts = self.reader.facts(turn)
        says_so = {
            "report_resolved": facts.resolved and not facts.waiting,
            "report_no_answer": facts.no_answer,
            DONE: bool(facts.tried) or facts.again is not None,
        }.get(turn.intent, facts.refused or facts.unresolved or facts.no_answer)
        return says_so or turn.intent in (AGREED, "reopen")

    def _raised_again(self, turn: Turn) -> Desk | None:
        again = self.reader.facts(turn).again if turn.text else None
        return None if again is None else self.casework.tell(turn.actor, Told(again=again), turn.now)

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


def _over(turn: Turn, talk: Tried) -> Level | None:
    """The level that has failed. A practitioner who rang the other agency's manager has not had the managers' talk."""
    managers = talk.level not in (None, Level.CONSULT, Level.PRACTITIONER)
    return Level.PRACTITIONER if managers and turn.text and not by_own_managers(turn.text) else talk.level


def _is_at_no_stage(desk: Desk) -> bool:
    return desk.case is None or (desk.case.is_open and desk.case.stage is None)


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
            said, ask_again = refusing.refusal(error, self._desk(turn)), error.code in ASKED_AGAIN
        slots = {"agreed_date": None, "requested_slot": "agreed_date" if ask_again else None}
        onward = () if ask_again else go_on(turn, self._desk(turn))
        return say(said, events=[*(remember(slot, value) for slot, value in slots.items()), *onward])
