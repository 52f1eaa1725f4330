"""Mending what was noted wrongly, and beginning anew."""

from __future__ import annotations

from dataclasses import replace

from actions.base import ReadingAction, Said, ask_what_is_missing, say
from actions.telling import put_right
from actions.turn import Turn
from bot.casework.errors import CaseworkError
from bot.casework.intake import Ask, Told
from bot.casework.message import Message
from bot.casework.moves import arrival
from bot.service import Desk
from bot.wording import noting, turning
from bot.wording.shaping import answer


class ActionCorrect(ReadingAction):
    """Mend a fact: at once where the message says the right one, else by asking for it again."""

    def name(self) -> str:
        return "action_correct"

    def handle(self, turn: Turn) -> Said:
        if which := self.which(turn, about=turn.said):
            return say(which)
        turn, now = turn.as_said, turn.now
        onward = () if turn.in_form else (ask_what_is_missing(),)
        what = turn.chosen.get("what")
        if what in set(Ask):
            self.casework.correct(turn.actor, Ask(what), now)
            return Said(events=onward)
        desk = self.casework.look(turn.actor, now)
        told = self._told(turn, desk)
        if told.anything:
            return say(noting.mended(self.casework.tell(turn.actor, told, now)), events=onward)
        if desk.case is None:
            raise CaseworkError("no_case")
        # In the middle of a question its own buttons follow, so the choice is put in words there.
        return say(noting.how_to_correct() if turn.in_form else noting.what_to_correct(desk.case))

    def _told(self, turn: Turn, desk: Desk) -> Told:
        told = replace(self.reader.hear(turn).told, words="", protect_by=None, again=None, mends=True)
        if told.raised_at is None and not (told.tried and told.tried.when):
            told = replace(told, raised_at=self.reader.day(turn))
        if not told.anything:  # "it was the team leader": whom they spoke to, said like an answer
            tried = self.reader.hear(replace(turn, asked=Ask.TRIED)).told.tried
            told = replace(told, tried=tried if tried and tried.level else None)
        told = put_right(told, desk.case, turn.text)
        return told if told.tried is None or _may_be_retold(desk) else replace(told, tried=None)


def _may_be_retold(desk: Desk) -> bool:
    """Whether what was tried may still be put right by words: not once the case has moved on from where it came in."""
    case, policy = desk.case, desk.policy
    if case is None or case.stage is None or policy is None or case.tried is None:
        return True
    return arrival(case, policy).stage.id == case.stage


class ActionStartAgain(ReadingAction):
    """Begin a new case."""

    def name(self) -> str:
        return "action_start_again"

    def handle(self, turn: Turn) -> Said:
        if turn.text and (again := self.reader.facts(turn).again) is not None:
            desk = self.casework.tell(turn.actor, Told(again=again), turn.now)  # "another referral" is no other case
            return say(noting.raised_again(desk, desk.advice)) if desk.advice else say(answer(*noting.again(desk)))
        before = self.casework.look(turn.actor, turn.now).case
        self.casework.start_again(turn.actor, turn.now)
        return say(turning.started_again(before), *self._told_before(turn))

    def _told_before(self, turn: Turn) -> list[Message]:
        """What was told of a new matter before it was known to be one, which the button brings back."""
        said = turn.as_said
        if said is turn:
            return []
        told = self.reader.hear(said, telling=True).told
        noted = noting.understood(self.casework.tell(turn.actor, told, turn.now))
        return [answer(*noted)] if noted else []
