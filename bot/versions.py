"""Policies change while cases are open: what a new file would change for each, and moving a case to it.

A case goes on under the content that it took. Nothing here is reached from the chat: it is for the person who runs
Waymark, who moves a case explicitly and by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot import service
from bot.casework.advice import Advice, advise
from bot.casework.calendar import WorkingCalendar, say_date, say_moment
from bot.casework.case import Case, Entry, Event, Kept, after
from bot.casework.errors import CaseworkError
from bot.casework.plain import content_hash
from bot.casework.policy import Policy
from bot.casework.reminders import schedule
from bot.service import CaseStore


class Cases(service.Cases, Protocol):
    """The cases and what policies said to them, inside one transaction."""

    def open_under_policies(self) -> list[Kept]: ...
    def contents_in_use(self) -> list[tuple[str, str, str]]: ...
    def policy_of_version(self, policy_id: str, version: str) -> Policy | None: ...


@dataclass(frozen=True, slots=True)
class Difference:
    """What one open case would see if it moved to the file: ``changes`` says it in sentences, or is empty."""

    reference: str
    policy: str
    version: str
    to: str | None
    changes: tuple[str, ...]


class Versions:
    """The policy files of now against the cases that are open."""

    def __init__(
        self, store: CaseStore[Cases], policies: Mapping[str, Policy], calendars: Mapping[str, WorkingCalendar]
    ) -> None:
        self._store = store
        self._policies = policies
        self._calendars = calendars

    def unannounced(self) -> list[str]:
        """A sentence for each file that says something else than it did, under the version that open cases use."""
        with self._store.reading() as cases:
            used = Counter(cases.contents_in_use())
        present = {(policy.id, policy.version): content_hash(policy) for policy in self._policies.values()}
        changed: Counter[tuple[str, str]] = Counter()
        for (policy, version, content), count in used.items():
            if present.get((policy, version), content) != content:
                changed[policy, version] += count
        return [_unannounced(policy, version, count) for (policy, version), count in sorted(changed.items())]

    def against_open_cases(self, now: datetime) -> list[Difference]:
        """Every open case whose policy says something else in the files of now, and what that would change."""
        with self._store.reading() as cases:
            return [found for kept in cases.open_under_policies() if (found := self._difference(cases, kept, now))]

    def move(self, reference: str, version: str, by: str, now: datetime) -> Difference:
        """Put a case under another version of its policy, as an entry in its record; it stays in its stage.

        Raises CaseworkError ``no_case``, ``closed``, ``unknown_version``, ``nothing_to_change`` or ``no_such_stage``.
        """
        with self._store.transaction() as cases:
            kept = cases.find(reference)
            if kept is None or kept.case.policy is None:
                raise CaseworkError("no_case", case=reference)
            case, to = kept.case, self._version(cases, kept.case.policy, version)
            self._check_move(case, to)
            changes = self._changes(self._under(cases, case), to, case, now)
            about = {"policy": to.id, "version": to.version, "hash": content_hash(to), "from": case.policy_version}
            entries = [Entry(Event.POLICY_MOVED, now, by, about)]
            cases.keep_policy(to, now)
            cases.append(kept, entries, schedule(after(case, entries), to, self._calendar(to), now), now)
            return Difference(reference, to.id, case.policy_version or "", to.version, changes)

    def _version(self, cases: Cases, policy_id: str, version: str) -> Policy:
        present = self._policies.get(policy_id)
        if present is not None and present.version == version:
            return present
        found = cases.policy_of_version(policy_id, version)
        if found is None:
            raise CaseworkError("unknown_version", policy=policy_id, version=version)
        return found

    def _check_move(self, case: Case, to: Policy) -> None:
        if not case.is_open:
            raise CaseworkError("closed", case=case.reference)
        if content_hash(to) == case.policy_hash:
            raise CaseworkError("nothing_to_change", case=case.reference)
        if case.stage is not None and case.stage not in {stage.id for stage in to.stages}:
            raise CaseworkError("no_such_stage", case=case.reference, stage=case.stage)

    def _under(self, cases: Cases, case: Case) -> Policy | None:
        """What the case is advised from. One from before contents were kept follows the file."""
        if case.policy_hash is None:
            return self._policies.get(case.policy or "")
        return cases.policy_kept(case.policy_hash)

    def _difference(self, cases: Cases, kept: Kept, now: datetime) -> Difference | None:
        case = kept.case
        to = self._policies.get(case.policy or "")
        if case.policy is None or case.policy_hash is None or (to and content_hash(to) == case.policy_hash):
            return None
        gone = ("there is no file for its policy any more; it goes on under the version that it has",)
        changes = self._changes(self._under(cases, case), to, case, now) if to else gone
        version = to.version if to else None
        return Difference(case.reference, case.policy, case.policy_version or "", version, changes)

    def _changes(self, before: Policy | None, to: Policy, case: Case, now: datetime) -> tuple[str, ...]:
        if before is None or case.stage is None:
            return ()
        if case.stage not in {stage.id for stage in to.stages}:
            label = before.stage(case.stage).label
            return (f"stage: {label} is not in that version, so it cannot be moved",)
        old, new = (_standing(advise(case, policy, self._calendar(policy), now)) for policy in (before, to))
        return tuple(f"{name}: {old[name]} -> {new[name]}" for name in old if old[name] != new[name])

    def _calendar(self, policy: Policy) -> WorkingCalendar:
        return self._calendars[policy.nation].keeping(policy.office)


def _standing(found: Advice) -> dict[str, str]:
    """What a practitioner would notice: stage, deadline, contact and what to do, in words."""
    deadline = found.headline.deadline if found.headline else None
    day = say_date(deadline.due) if deadline and deadline.due else "no date"
    return {
        "stage": f"{found.stage.label}, {found.stage.name}",
        "deadline": say_moment(deadline.due_at) if deadline and deadline.due_at else day,
        "contact": found.stage.contact_next,
        "next stage": found.next_stage.label if found.next_stage else "none",
        "what to do": " ".join(step.do for step in found.ours),
    }


def _unannounced(policy: str, version: str, count: int) -> str:
    cases = "1 open case uses" if count == 1 else f"{count} open cases use"
    return (
        f"{policy}.yml says something else now under the same version {version!r}, which {cases}. "
        "Give it a new version: open cases go on under the one that they took (`waymark policies check "
        "--against-open-cases` shows what would change for them, and `waymark policies move` moves one)."
    )
