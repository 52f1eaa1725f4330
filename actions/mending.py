"""Mending what was noted wrongly, and beginning anew."""

from __future__ import annotations

from actions.base import CaseAction, ReadingAction, Said, ask_what_is_missing, say
from actions.turn import Turn
from bot.casework.errors import CaseworkError
from bot.casework.intake import Ask, Told
from bot.wording import turning


class ActionCorrect(ReadingAction):
    """Mend a fact: at once where the message says the right one, else by asking for it again."""

    def name(self) -> str:
        return "action_correct"

    def handle(self, turn: Turn) -> Said:
        if which := self.which(turn):
            return say(which)
        onward = () if turn.in_form else (ask_what_is_missing(),)
        what = turn.chosen.get("what")
        if what in set(Ask):
            self.casework.correct(turn.actor, Ask(what), turn.now)
            return Said(events=onward)
        told = self._told(turn)
        if told.anything:
            return say(turning.mended(self.casework.tell(turn.actor, told, turn.now)), events=onward)
        if self.casework.look(turn.actor, turn.now).case is None:
            raise CaseworkError("no_case")
        # In the middle of a question its own buttons follow, so the choice is put in words there.
        return say(turning.how_to_correct() if turn.in_form else turning.what_to_correct())

    def _told(self, turn: Turn) -> Told:
        told = self.reader.hear(turn).told
        return Told(
            policy=told.policy,
            person=told.person,
            categories=told.categories,
            circumstances=told.circumstances,
            raised_at=told.raised_at or self.reader.day(turn),
        )


class ActionStartAgain(CaseAction):
    """Begin a new case."""

    def name(self) -> str:
        return "action_start_again"

    def handle(self, turn: Turn) -> Said:
        before = self.casework.look(turn.actor, turn.now).case
        self.casework.start_again(turn.actor, turn.now)
        return say(turning.started_again(before))
