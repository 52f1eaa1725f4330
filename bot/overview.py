"""The coordinator's overview: where the open cases of an organisation stand, and what became of those of a period.

Nothing is read here but what is counted: no words of anybody. Whether somebody may look is decided here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.casework.calendar import WorkingCalendar
from bot.casework.counting import Marks, Period, Span, Wanted
from bot.casework.errors import CaseworkError
from bot.casework.permissions import Action, Actor
from bot.casework.policy import Policy
from bot.casework.report import Report
from bot.casework.tallies import Begun, Ended, OpenCase, Place, Shown, Standings, Subjects

PAGE = 25
"""So many cases stand on one page of the list."""
SHOWN = 10
"""So many reminders stand on the overview."""


class Counts(Protocol):
    """What is counted, inside one reading. ``organisation`` None means all of them."""

    def standings(self, organisation: str | None, wanted: Wanted, marks: Marks) -> list[Standings]: ...
    def subjects(self, organisation: str | None, wanted: Wanted, marks: Marks) -> list[Subjects]: ...
    def listed(
        self, organisation: str | None, wanted: Wanted, marks: Marks, after: Place | None, limit: int
    ) -> list[OpenCase]: ...
    def shown(self, organisation: str | None, limit: int) -> tuple[list[Shown], int]: ...
    def begun(self, organisation: str | None, wanted: Wanted, period: Period) -> list[Begun]: ...
    def begun_about(self, organisation: str | None, wanted: Wanted, period: Period) -> list[Subjects]: ...
    def unanswered(
        self, organisation: str | None, wanted: Wanted, period: Period
    ) -> Mapping[tuple[str, str], int]: ...
    def ended(self, organisation: str | None, wanted: Wanted, period: Period) -> list[Ended]: ...
    def ticked(self, organisation: str | None, policy: str, rule: str, period: Period) -> int: ...


class CountStore(Protocol):
    """The door to what is counted."""

    def reading(self) -> AbstractContextManager[Counts]: ...


@dataclass(frozen=True, slots=True)
class View:
    """The overview at a moment. ``following`` is where the list of cases goes on, if it does.

    ``mine`` says of which cases the viewer may open the page.
    """

    now: datetime
    wanted: Wanted
    standings: Sequence[Standings]
    subjects: Sequence[Subjects]
    cases: Sequence[OpenCase]
    following: Place | None
    shown: Sequence[Shown]
    shown_count: int
    mine: frozenset[str]


class Overview:
    """The use cases of the overview."""

    def __init__(
        self, store: CountStore, policies: Mapping[str, Policy], calendars: Mapping[str, WorkingCalendar]
    ) -> None:
        self._store = store
        self.policies = policies
        self._spans = {name: Span(calendars[policy.nation]) for name, policy in policies.items()}

    def look(self, actor: Actor, wanted: Wanted, after: Place | None, now: datetime) -> View:
        """Where the open cases of the actor's organisation stand. Raises CaseworkError ``not_allowed``."""
        ours, marks = _own(actor), Marks.at(now)
        with self._store.reading() as counts:
            listed = counts.listed(ours, wanted, marks, after, PAGE + 1)
            shown, shown_count = counts.shown(ours, SHOWN)
            standings = counts.standings(ours, wanted, marks)
            subjects = counts.subjects(ours, wanted, marks)
        last = listed[PAGE - 1] if len(listed) > PAGE else None
        following = Place(last.due_at, last.reference) if last else None
        named = {each.reference: each for each in listed[:PAGE]} | {each.case: each for each in shown}
        mine = frozenset(name for name, each in named.items() if _may_open(actor, each))
        return View(now, wanted, standings, subjects, listed[:PAGE], following, shown, shown_count, mine)

    def report(self, actor: Actor, period: Period, wanted: Wanted, now: datetime) -> Report:
        """What became of the escalations of a period in the actor's organisation. Raises CaseworkError
        ``not_allowed``."""
        return self._report(_own(actor), period, wanted, now)

    def whole_report(self, period: Period, wanted: Wanted, now: datetime, organisation: str | None = None) -> Report:
        """The same for the person who runs Waymark and has its database: of one organisation, or of all."""
        return self._report(organisation, period, wanted, now)

    def _report(self, ours: str | None, period: Period, wanted: Wanted, now: datetime) -> Report:
        with self._store.reading() as counts:
            return Report(
                period=period,
                wanted=wanted,
                now=now,
                begun=counts.begun(ours, wanted, period),
                about=counts.begun_about(ours, wanted, period),
                unanswered=counts.unanswered(ours, wanted, period),
                ended=counts.ended(ours, wanted, period),
                spans=self._spans,
                notified={
                    (policy.id, rule): counts.ticked(ours, policy.id, rule, period)
                    for policy in self.policies.values()
                    for rule in {each.notice for each in policy.returns if each.notice}
                    if wanted.policy in (None, policy.id)
                },
            )


def _own(actor: Actor) -> str:
    if not actor.may(Action.SEE_OVERVIEW):
        raise CaseworkError("not_allowed")
    return actor.organisation


def _may_open(actor: Actor, case: OpenCase | Shown) -> bool:
    return case.person == actor.id or actor.oversees(case.organisation)
