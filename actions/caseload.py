"""Several cases at once: list them, turn to another, call one by a label of one's own."""

from __future__ import annotations

import re

from actions.base import CaseAction, ReadingAction, Said, go_on, say
from actions.turn import Turn
from bot.casework.caseload import Caseload, Listed
from bot.casework.errors import CaseworkError
from bot.understanding.labels import label
from bot.wording import advising, caseload
from bot.wording.shaping import answer

_OTHER = re.compile(r"\b(other|another|previous|earlier|last|different|second|old)\b", re.IGNORECASE)


class ActionListCases(CaseAction):
    """Say which cases are open."""

    def name(self) -> str:
        return "action_list_cases"

    def handle(self, turn: Turn) -> Said:
        return say(caseload.listing(self.casework.caseload(turn.actor, turn.now)))


class ActionSwitchCase(ReadingAction):
    """Turn to the case that is meant; where that is not clear, offer them."""

    def name(self) -> str:
        return "action_switch_case"

    def handle(self, turn: Turn) -> Said:
        found = self.casework.caseload(turn.actor, turn.now)
        meant = None if turn.case else self._meant(turn, found)
        if meant is None and not turn.case:
            return say(caseload.listing(found))
        if meant is not None:
            self.casework.turn_to(turn.actor, meant.case.reference, turn.now)
        desk, load = self.casework.look(turn.actor, turn.now), self.casework.caseload(turn.actor, turn.now)
        if load.current is None:  # it is over: it can be looked at, and opened again
            return say(caseload.over(desk))
        lead = caseload.turned_to(load.current)
        if desk.advice is not None and not desk.asks and not turn.in_form:
            return say(advising.advice(desk.advice, [lead]))
        return say(answer(lead), events=go_on(turn, desk))

    def _meant(self, turn: Turn, found: Caseload) -> Listed | None:
        """The one open case that the words fit."""
        facts = self.reader.facts(turn)
        fits = [item for item in found.open if item.case.policy in facts.policies]
        if not fits and facts.person:
            fits = [item for item in found.open if item.case.person == facts.person]
        if not fits and _OTHER.search(turn.text):
            fits = [item for item in found.open if item is not found.current]
        return fits[0] if len(fits) == 1 else None


class ActionLabelCase(CaseAction):
    """Call the case by what the practitioner calls it."""

    def name(self) -> str:
        return "action_label_case"

    def handle(self, turn: Turn) -> Said:
        words = turn.chosen.get("label", label(turn.text))
        if words is None:
            return say(caseload.how_to_label(self.parts.settings.pages))
        if which := self.which(turn, about={"label": words}):
            return say(which)
        case = self.casework.label(turn.actor, words, turn.now).case
        if case is None:
            raise CaseworkError("no_case")
        return say(caseload.labelled(case))
