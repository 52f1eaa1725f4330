"""What can be done about reminders: read the case before one is sent, and take what is answered under it.

A button under a reminder knows its case, so here an actor reaches each of their own cases, whatever the focus.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, cast

from bot import service
from bot.casework.advice import advise
from bot.casework.case import Case, Entry, Event, Kept, Outcome
from bot.casework.errors import CaseworkError
from bot.casework.moves import onward
from bot.casework.reminders import Kind, Reminder, Reply
from bot.service import CaseStore, Casework, Desk


class Cases(service.Cases, Protocol):
    """The cases and their reminders, inside one transaction."""

    def find_all(self, references: Collection[str]) -> Mapping[str, Kept]: ...
    def of_button(self, token: str) -> tuple[Reminder, Reply] | None: ...
    def answer(self, reminder: Reminder, reply: Reply, by: str, now: datetime) -> bool: ...
    def without_reminders(self) -> Sequence[str]: ...


class Effect(StrEnum):
    """What came of pressing a button under a reminder."""

    DONE = "done"
    WAITING = "waiting"  # silence, while the other side still has time, or has none to keep to
    ASK_DATE = "ask_date"  # which date was agreed is still to be asked; nothing is changed yet
    ALREADY = "already"  # it was answered before
    MOVED = "moved"  # the case is elsewhere by now
    BUSY = "busy"  # another case is being set up, and its question is open; nothing is changed


@dataclass(frozen=True, slots=True)
class Replied:
    """What came of a reply to a reminder. ``refused`` says why the case could not follow it; the reply is kept.

    ``turned_to`` says whether the case is the one that is talked about now.
    """

    reminder: Reminder
    reply: Reply
    effect: Effect
    desk: Desk
    refused: CaseworkError | None = None
    turned_to: bool = False


class Reminding(Casework):
    """The use cases of reminders, over the same cases."""

    @property
    def _cases(self) -> CaseStore[Cases]:
        """The same door: behind it stand the reminders too."""
        return cast("CaseStore[Cases]", self._store)

    def before_sending(self, references: Collection[str], now: datetime) -> dict[str, Desk]:
        """Each of these cases as it stands now: what a reminder says is made from that and from nothing older."""
        with self._cases.reading() as cases:
            found = cases.find_all(references)
            return {reference: self._desk(cases, kept, now) for reference, kept in found.items()}

    def plan_missing(self, now: datetime) -> int:
        """Plan for open cases that are older than reminders; gives how many there were."""
        with self._cases.reading() as cases:
            references = cases.without_reminders()
        for reference in references:
            with self._cases.transaction() as cases:
                if kept := cases.find(reference):
                    self._write(cases, kept, [], now)
        return len(references)

    def reply(self, actor: str, token: str, now: datetime) -> Replied | None:
        """A button under a reminder was pressed: one effect on its case, however late and often.

        None where no reminder of this person has such a button. The case becomes the one that is talked about, unless
        another one is just being set up.
        """
        with self._cases.transaction() as cases:
            found = cases.of_button(token)
            kept = cases.find(found[0].case) if found else None
            if found is None or kept is None or kept.person != actor:
                return None
            reminder, reply = found
            if reminder.answered_at is not None:
                return Replied(reminder, reply, Effect.ALREADY, self._desk(cases, kept, now))
            if not kept.case.is_open or kept.case.stage != reminder.planned.stage:
                return Replied(reminder, reply, Effect.MOVED, self._desk(cases, kept, now))
            turned_to = self._turn_to(cases, kept, now)
            if reply is Reply.NEW_DATE:
                return self._new_date(cases, kept, reminder, turned_to, now)
            return self._answered(cases, kept, reminder, reply, turned_to, now)

    def date_asked(self, actor: str, token: str, now: datetime) -> None:
        """The assistant has asked which date was agreed: the reminder is answered by that, and chases no further."""
        with self._cases.transaction() as cases:
            found = cases.of_button(token)
            kept = cases.find(found[0].case) if found else None
            if found and kept and kept.person == actor:
                self._acknowledge(cases, kept, *found, [], now)

    def _answered(
        self, cases: Cases, kept: Kept, reminder: Reminder, reply: Reply, turned_to: bool, now: datetime
    ) -> Replied:
        refused: CaseworkError | None = None
        entries: list[Entry] = []
        try:
            entries = self._what_follows(cases, kept, reminder, reply, now)
        except CaseworkError as error:
            refused = error
        desk = self._acknowledge(cases, kept, reminder, reply, entries, now)
        effect = Effect.DONE if entries or refused else Effect.WAITING
        return Replied(reminder, reply, effect, desk, refused, turned_to)

    def _what_follows(self, cases: Cases, kept: Kept, reminder: Reminder, reply: Reply, now: datetime) -> list[Entry]:
        """What a reply does to its case. Silence moves it on once the other side's time is over, and not before."""
        if reply is Reply.RESOLVED:
            return [Entry(Event.RESOLVED, now, kept.person, {"at": now.isoformat()})]
        policy = self._policy_of(cases, kept.case)
        if policy is None:
            raise CaseworkError("not_ready")
        found = advise(kept.case, policy, self.calendar_of(policy), now)
        silent, moment = reply is Reply.NO_ANSWER, reminder.planned.moment
        told = reminder.planned.kind in (Kind.EXPIRED, Kind.CHASE) and moment is not None and moment <= now
        if silent and not (found.overdue or told):
            return []
        return [onward(found, Outcome.NO_ANSWER if silent else Outcome.UNRESOLVED, now, kept.person, now)]

    def _new_date(self, cases: Cases, kept: Kept, reminder: Reminder, turned_to: bool, now: datetime) -> Replied:
        """Whether a date may be agreed at all is said at once; which one it is has still to be asked."""
        desk = self._desk(cases, kept, now)
        limit = desk.advice.headline.limit if desk.advice and desk.advice.headline else None
        if limit is None or not limit.agreeable:
            desk = self._acknowledge(cases, kept, reminder, Reply.NEW_DATE, [], now)
            refused = CaseworkError("no_extension")
            return Replied(reminder, Reply.NEW_DATE, Effect.DONE, desk, refused, turned_to)
        effect = Effect.ASK_DATE if turned_to else Effect.BUSY
        return Replied(reminder, Reply.NEW_DATE, effect, desk, None, turned_to)

    def _acknowledge(
        self, cases: Cases, kept: Kept, reminder: Reminder, reply: Reply, entries: list[Entry], now: datetime
    ) -> Desk:
        if not cases.answer(reminder, reply, kept.person, now):
            return self._desk(cases, kept, now)
        about = {"deadline": reminder.planned.deadline, "reminder": reminder.id, "reply": reply.value}
        return self._write(cases, kept, [Entry(Event.REMINDER_ANSWERED, now, kept.person, about), *entries], now)

    def _turn_to(self, cases: Cases, kept: Kept, now: datetime) -> bool:
        """Talk about this case from now on, unless questions about another one are open; gives whether it is so."""
        talked = cases.in_focus(kept.person)
        if talked is not None and talked.case.reference != kept.case.reference and _in_set_up(talked.case):
            return False
        cases.focus_on(kept.case.reference, kept.person, now)
        return True


def _in_set_up(case: Case) -> bool:
    return case.is_open and case.stage is None
