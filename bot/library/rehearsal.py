"""A case rehearsed through the product's own service, in memory: what a policy's examples and its authors try out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from bot.casework.advice import Advice
from bot.casework.calendar import WorkingCalendar, london
from bot.casework.case import Answer, Case, Entry, Kept, Outcome, Tried, after
from bot.casework.caseload import Focus
from bot.casework.errors import CaseworkError
from bot.casework.examples import Given, Happening
from bot.casework.intake import Ask, Told
from bot.casework.permissions import Tie
from bot.casework.policy import Policy
from bot.casework.reminders import Schedule
from bot.casework.sharing import Around
from bot.casework.vocabulary import Category
from bot.service import Casework

WHO = "author"
T = TypeVar("T")


class Rehearsal:
    """One case under one policy, from the moment at which a practitioner describes it."""

    def __init__(self, policy: Policy, calendar: WorkingCalendar, given: Given) -> None:
        raised = london(given.raised)
        told = Told(
            policy=policy.id,
            person=given.person or policy.people[0],
            categories=(Category.OTHER,),
            circumstances=_circumstances(given.on_plan, given.urgent),
            raised_at=raised,
            tried=_tried(given),
            protect_by=given.protect_by,
        )
        opened = max(raised, london(given.when)) if given.when else raised
        self._casework = Casework(_Drawer(policy), {policy.id: policy}, {policy.nation: calendar}, lambda: "REHEARSAL")
        self._casework.answer_risk(WHO, Ask.RISK, Answer.NO, opened)
        self._casework.tell(WHO, told, opened)
        self.now = opened

    def advice(self, now: datetime | None = None) -> Advice:
        """What is advised when the last thing has happened, or at a later moment."""
        desk = self._casework.look(WHO, now or self.now)
        if desk.advice is None:
            raise CaseworkError("not_ready", asks=", ".join(desk.asks))
        return desk.advice

    def step_done(self, at: datetime) -> str:
        """The step that starts the next limit, or else our next one, is done. Gives its rule."""
        before = set(self.advice().case.done)
        self.now = at
        case = self._casework.step_done(WHO, at, at).case
        return next(iter(set(case.done) - before)) if case else ""

    def ended(self, outcome: Outcome, at: datetime) -> None:
        """The talk at this stage has ended: settled, or the case goes a stage higher."""
        self.now = at
        if outcome is Outcome.RESOLVED:
            self._casework.resolve(WHO, at, at)
        else:
            self._casework.not_resolved(WHO, outcome, at, at)

    def agreed(self, until: date, at: datetime) -> None:
        """Both agencies have agreed on a date."""
        self.now = at
        self._casework.agree_date(WHO, until, at)

    def happened(self, happening: Happening) -> str | None:
        """Let one thing of an example happen. Gives the rule of the step that was recorded, where it was a step."""
        at = london(happening.at)
        if happening.rule is not None:
            return self.step_done(at)
        if happening.outcome is not None:
            self.ended(happening.outcome, at)
        elif happening.agreed is not None:
            self.agreed(happening.agreed, at)
        return None


class _Drawer:
    """Holds the one case of a rehearsal, and its policy, where the product has its database."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._kept: Kept | None = None

    @contextmanager
    def transaction(self) -> Iterator[_Drawer]:
        yield self

    reading = transaction

    def once(self, what: Hashable, find: Callable[[], T]) -> T:
        return find()

    def in_focus(self, person: str) -> Kept | None:
        return self._kept

    def find(self, reference: str) -> Kept | None:
        return self._kept

    def tie_of(self, reference: str, person: str) -> Tie:
        return Tie.NONE

    def shared_with(self, person: str) -> list[tuple[Kept, Tie]]:
        return []

    def around(self, reference: str) -> Around:
        return Around((), ())

    def note_look(self, reference: str, person: str, as_what: Tie, now: datetime) -> None: ...

    def names(self, persons: Collection[str]) -> dict[str, str]:
        return {}

    def focus_of(self, person: str) -> Focus | None:
        return None

    def focus_on(self, reference: str, person: str, now: datetime) -> None: ...

    def has_others(self, person: str) -> bool:
        return False  # a rehearsal is of one case

    def of_person(self, person: str) -> list[Kept]:
        return [self._kept] if self._kept else []

    def open(self, reference: str, person: str, now: datetime) -> Kept:
        self._kept = Kept(Case(reference), person, 0)
        return self._kept

    def append(self, kept: Kept, entries: Sequence[Entry], schedule: Schedule, now: datetime) -> Kept:
        self._kept = replace(kept, case=after(kept.case, entries), version=kept.version + len(entries))
        return self._kept

    def record_of(self, reference: str) -> Iterator[Entry]:
        return iter(())

    def keep_policy(self, policy: Policy, now: datetime) -> None: ...

    def policy_kept(self, content_hash: str) -> Policy:
        return self._policy


def _circumstances(on_plan: bool | None, urgent: bool | None) -> dict[str, str | bool]:
    plan: dict[str, str | bool] = {} if on_plan is None else {"on_plan": on_plan, "looked_after": False}
    return plan if urgent is None else {**plan, "urgent": urgent}


def _tried(given: Given) -> Tried:
    if given.tried is None:
        return Tried(None)
    return Tried(given.tried, given.outcome or Outcome.UNRESOLVED, london(given.when or given.raised))
