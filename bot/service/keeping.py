"""How a case is kept: read under the policy that it took, added to, and all that follows from what was added.

These are the moves that the use cases share; each happens inside the transaction of the use case that makes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property

from bot.casework.advice import Running, advise
from bot.casework.calendar import WorkingCalendar, local_date
from bot.casework.case import Case, Entry, Event, Kept, after
from bot.casework.intake import Ask, Told, missing, taken
from bot.casework.moves import entering
from bot.casework.organisation import Organisation, Own
from bot.casework.plain import content_hash
from bot.casework.policy import Policy
from bot.casework.reminders import Schedule, schedule
from bot.service.desk import Desk
from bot.service.store import Cases, CaseStore


class Keeping:
    """The cases of this Waymark, with the policies and calendars by which they are counted."""

    def __init__(
        self,
        store: CaseStore[Cases],
        policies: Mapping[str, Policy],
        calendars: Mapping[str, WorkingCalendar],
        new_reference: Callable[[], str],
        organisation: Organisation | None = None,
    ) -> None:
        self._store = store
        self.policies = policies
        self.calendars = calendars
        self._new_reference = new_reference
        self._organisation = organisation

    def calendar_of(self, policy: Policy) -> WorkingCalendar:
        """The working days of the policy's nation, with the policy's office hours."""
        return self.calendars[policy.nation].keeping(policy.office)

    def own_contacts(self, now: datetime) -> Own | None:
        """The organisation's own contacts as they stand today, where it has named any. Needs no database."""
        return Own(self._organisation, local_date(now)) if self._organisation else None

    @cached_property
    def _editions(self) -> dict[str, dict[str, str]]:
        """The version and the hash of each policy's content, which takes a while to make: once is enough."""
        found = self.policies.values()
        return {policy.id: {"version": policy.version, "hash": content_hash(policy)} for policy in found}

    def _policy_of(self, cases: Cases, case: Case) -> Policy | None:
        """The policy as it was when the case took it; the file's words only where they are the same.

        Raises LookupError where the kept content is lost: another one is never put in its place.
        """
        present = self.policies.get(case.policy) if case.policy else None
        if case.policy is None or case.policy_hash is None:
            return present
        if present is not None and self._editions[present.id]["hash"] == case.policy_hash:
            return present
        return cases.policy_kept(case.policy_hash)

    def _desk(
        self, cases: Cases, kept: Kept, now: datetime, entries: tuple[Entry, ...] = (),
        limits: tuple[Running, ...] | None = None,
    ) -> Desk:  # fmt: skip
        case, policy = kept.case, self._policy_of(cases, kept.case)
        # Of a case that is over nothing is asked, but about danger where something that was said since sounds like it.
        doubted = (Ask.RISK,) if case.risk is not None and case.risk_at is None else ()
        asks = missing(case, policy, now) if case.is_open else doubted
        ready = policy is not None and case.stage is not None
        own = self.own_contacts(now)
        advice = advise(case, policy, self.calendar_of(policy), now, own, limits) if ready and policy else None
        return Desk(case, policy, asks, advice, entries, own)

    def _opened(self, cases: Cases, actor: str, now: datetime) -> Kept:
        """A new case of this person. Where there is one policy only, it is under that."""
        kept = cases.open(self._new_reference(), actor, now)
        entries = [Entry(Event.OPENED, now, actor)]
        if len(self.policies) == 1:
            entries += taken(kept.case, Told(policy=next(iter(self.policies))), self._editions, actor, now)
        return self._appended(cases, kept, entries, Schedule(), now)

    def _write(self, cases: Cases, kept: Kept, entries: list[Entry], now: datetime) -> Desk:
        """Add entries, let the case enter its stage if that is now possible, and keep the deadlines that follow."""
        case = after(kept.case, entries)
        policy = self._policy_of(cases, case)
        arriving = entering(case, policy, entries[0].actor if entries else kept.person, now)
        case, entries = after(case, arriving), [*entries, *arriving]
        follows = schedule(case, policy, self.calendar_of(policy) if policy else None, now)
        written = self._appended(cases, kept, entries, follows, now)
        return self._desk(cases, written, now, tuple(entries), follows.running if case.is_open else None)

    def _appended(self, cases: Cases, kept: Kept, entries: list[Entry], follows: Schedule, now: datetime) -> Kept:
        """Add entries; what a policy says that is taken here is kept with the case."""
        for entry in entries:
            if entry.event is Event.POLICY_SET and entry.about["policy"]:
                cases.keep_policy(self.policies[entry.about["policy"]], now)
        return cases.append(kept, entries, follows, now)
