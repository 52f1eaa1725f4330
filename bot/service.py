"""All that the product can do with a case: one method a use case, each one transaction.

Every method takes the ``actor`` (the practitioner's id, or an Actor where roles count; set by the gateway) and ``now``
(aware). An actor reaches only the case in their own focus, or one that they name and are tied to: what the tie allows
stands in :mod:`bot.casework.permissions`, and is decided here, never in the dialogue. What is refused raises
CaseworkError.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Protocol, TypeVar

from bot.casework.advice import Advice, Running, advise, arrival, own_step
from bot.casework.calendar import WorkingCalendar, local_date
from bot.casework.case import Answer, Case, Circumstance, Entry, Event, Kept, Outcome, after
from bot.casework.caseload import Caseload, Focus, Listed
from bot.casework.diary import Appointment, appointments
from bot.casework.errors import CaseworkError
from bot.casework.intake import CAREFUL, Ask, Told, missing, taken
from bot.casework.labels import fitting
from bot.casework.organisation import Organisation, Own
from bot.casework.permissions import Action, Actor, Tie, may, may_with
from bot.casework.plain import content_hash
from bot.casework.policy import Policy
from bot.casework.reminders import Schedule, schedule
from bot.casework.sharing import Around
from bot.casework.vocabulary import Adjust

T = TypeVar("T")


class Cases(Protocol):
    """The cases, inside one transaction."""

    def once(self, what: Hashable, find: Callable[[], T]) -> T: ...
    def in_focus(self, person: str) -> Kept | None: ...
    def find(self, reference: str) -> Kept | None: ...
    def tie_of(self, reference: str, person: str) -> Tie: ...
    def shared_with(self, person: str) -> list[tuple[Kept, Tie]]: ...
    def around(self, reference: str) -> Around: ...
    def note_look(self, reference: str, person: str, as_what: Tie, now: datetime) -> None: ...
    def names(self, persons: Collection[str]) -> dict[str, str]: ...
    def of_person(self, person: str) -> list[Kept]: ...
    def has_others(self, person: str) -> bool: ...
    def focus_of(self, person: str) -> Focus | None: ...
    def focus_on(self, reference: str, person: str, now: datetime) -> None: ...
    def open(self, reference: str, person: str, now: datetime) -> Kept: ...
    def append(self, kept: Kept, entries: Sequence[Entry], schedule: Schedule, now: datetime) -> Kept: ...
    def record_of(self, reference: str) -> Iterable[Entry]: ...
    def keep_policy(self, policy: Policy, now: datetime) -> None: ...
    def policy_kept(self, content_hash: str) -> Policy: ...


class CaseStore(Protocol):
    """The door to the cases."""

    def transaction(self) -> AbstractContextManager[Cases]: ...
    def reading(self) -> AbstractContextManager[Cases]: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before a practitioner: their case, its policy, what is still to be asked, then the advice.

    ``case`` None means that nothing has been opened. ``arrived`` says that this turn brought the case to its stage.
    """

    case: Case | None
    policy: Policy | None = None
    asks: tuple[Ask, ...] = (Ask.RISK,)
    advice: Advice | None = None
    entries: tuple[Entry, ...] = ()
    own: Own | None = None

    @property
    def arrived(self) -> bool:
        """Whether the case has just entered a stage."""
        return any(entry.event is Event.STAGE_ENTERED for entry in self.entries)

    @property
    def news(self) -> frozenset[Event]:
        """The kinds of entry that this turn added."""
        return frozenset(entry.event for entry in self.entries)


class Casework:
    """The use cases."""

    def __init__(
        self,
        store: CaseStore,
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

    # Looking

    def look(self, actor: str, now: datetime) -> Desk:
        """What lies before the practitioner, nothing changed."""
        with self._store.reading() as cases:
            return cases.once(("look", actor, now), lambda: self._looked(cases, actor, now))

    def _looked(self, cases: Cases, actor: str, now: datetime) -> Desk:
        kept = self._in_focus(cases, actor)
        return self._desk(cases, kept, now) if kept else Desk(None, own=self.own_contacts(now))

    def dates(self, actor: str, now: datetime) -> dict[str, tuple[Appointment, ...]]:
        """What of each of the practitioner's cases belongs into their calendar; a case that is closed has no dates.

        A case whose policy is lost is left out: nobody knows its dates, and that they are gone is not known either.
        """
        found = {}
        with self._store.reading() as cases:
            for kept in cases.of_person(actor):
                with suppress(LookupError):
                    policy = self._policy_of(cases, kept.case)
                    dated = appointments(kept.case, policy, self.calendar_of(policy), now) if policy else ()
                    found[kept.case.reference] = dated
        return found

    def has_others(self, actor: str) -> bool:
        """Whether there is another open case that the practitioner could mean than the one they talk about: each turn
        asks, and few have one. Where not, their :meth:`caseload` says nothing else."""
        with self._store.reading() as cases:
            return cases.once(("has_others", actor), lambda: cases.has_others(actor))

    def caseload(self, actor: str, now: datetime) -> Caseload:
        """The open cases of the practitioner, with those that they help with, and which of them is talked about."""
        with self._store.reading() as cases:
            return cases.once(("caseload", actor, now), lambda: self._caseload(cases, actor, now))

    def _caseload(self, cases: Cases, actor: str, now: datetime) -> Caseload:
        helped = [item for item, tie in cases.shared_with(actor) if may(tie, Action.ADD_TO_CASE)]
        kept = [item for item in (*cases.of_person(actor), *helped) if item.case.is_open]
        return Caseload(tuple(self._listed(cases, item.case, now) for item in kept), cases.focus_of(actor), now)

    def _listed(self, cases: Cases, case: Case, now: datetime) -> Listed:
        policy = None
        with suppress(LookupError):  # a case whose policy is lost is still there
            policy = self._policy_of(cases, case)
        ready = policy is not None and case.stage is not None
        first = advise(case, policy, self.calendar_of(policy), now).headline if ready and policy else None
        return Listed(case, policy, first.deadline.due if first else None)

    def turn_to(self, actor: str, reference: str, now: datetime) -> None:
        """Talk about that case from now on. Raises CaseworkError ``not_yours`` where it is nobody's or another's."""
        with self._store.transaction() as cases:
            self._allowed(cases, Actor(actor), reference, Action.ADD_TO_CASE)
            cases.focus_on(reference, actor, now)

    # Telling

    def tell(self, actor: str, told: Told, now: datetime) -> Desk:
        """Take what a message says of a case, opening one where there is none; enter the stage once all is known.

        Raises CaseworkError ``date_future`` where the disagreement is said to arise after today.
        """
        if told.raised_at is not None and local_date(told.raised_at) > local_date(now):
            raise CaseworkError("date_future")
        with self._store.transaction() as cases:
            kept = self._kept_or_opened(cases, actor, now)
            entries = taken(kept.case, told, self._editions, actor, now)
            return self._write(cases, kept, entries, now)

    def answer_risk(self, actor: str, ask: Ask, answer: Answer, now: datetime) -> Desk:
        """Take the answer to the question about danger, or to one of the three careful ones."""
        with self._store.transaction() as cases:
            kept = self._kept_or_opened(cases, actor, now)
            about = {"question": ask.value, "answer": answer.value}
            entries = [Entry(Event.CAREFUL_ANSWERED if ask in CAREFUL else Event.RISK_ANSWERED, now, actor, about)]
            if answer is Answer.YES:
                entries.append(Entry(Event.ALARM, now, actor))
            return self._write(cases, kept, entries, now)

    def alarm(self, actor: str, now: datetime) -> Desk:
        """Somebody is in danger now: written down, and the emergency route of the case's policy is due."""
        return self.answer_risk(actor, Ask.RISK, Answer.YES, now)

    def doubt(self, actor: str, now: datetime) -> Desk:
        """Something that was said sounds like danger, though not for certain: the question is asked again."""
        with self._store.transaction() as cases:
            kept = self._kept_or_opened(cases, actor, now)
            return self._write(cases, kept, [Entry(Event.RISK_DOUBTED, now, actor)], now)

    # Moving

    def not_resolved(self, actor: str, outcome: Outcome, when: datetime | None, now: datetime) -> Desk:
        """The talk at this stage failed, or nobody answered: the case goes to the next stage, since ``when`` or now.

        Raises CaseworkError ``last_stage`` where the policy has no further one, ``date_future`` or ``date_before``.
        """
        with self._store.transaction() as cases:
            kept, advice = self._at_a_stage(cases, actor, now)
            since = self._happened(when, advice.case, now)
            return self._write(cases, kept, [onward(advice, outcome, since, actor, now)], now)

    def step_done(self, actor: str, when: datetime | None, now: datetime) -> Desk:
        """The step that is the practitioner's move has been taken: a limit that runs from it starts.

        Raises CaseworkError ``nothing_to_do`` where every step of the stage is done.
        """
        with self._store.transaction() as cases:
            kept, advice = self._at_a_stage(cases, actor, now)
            rule = own_step(advice.stage, kept.case)
            if rule is None:
                raise CaseworkError("nothing_to_do", stage=advice.stage.label)
            about = {"rule": rule, "at": self._happened(when, advice.case, now).isoformat()}
            return self._write(cases, kept, [Entry(Event.STEP_DONE, now, actor, about)], now)

    def agree_date(self, actor: str, agreed: date, now: datetime) -> Desk:
        """Both agencies agreed on a date. Raises CaseworkError ``no_extension`` where the policy does not let it count,
        ``only_shorter`` where it lets only an earlier one count, ``date_past`` for a day that is over."""
        if agreed < local_date(now):
            raise CaseworkError("date_past")
        with self._store.transaction() as cases:
            kept, advice = self._at_a_stage(cases, actor, now)
            self._check_agreement(advice, agreed)
            about = {"stage": advice.stage.id, "date": agreed.isoformat()}
            return self._write(cases, kept, [Entry(Event.DATE_AGREED, now, actor, about)], now)

    def resolve(self, actor: str, when: datetime | None, now: datetime) -> Desk:
        """The disagreement is settled: what the policy wants at the end is due."""
        with self._store.transaction() as cases:
            kept = self._own(cases, actor)
            if not kept.case.is_open:
                raise CaseworkError("closed")
            at = self._happened(when, kept.case, now)
            return self._write(cases, kept, [Entry(Event.RESOLVED, now, actor, {"at": at.isoformat()})], now)

    def reopen(self, actor: str, now: datetime) -> Desk:
        """What was settled has not held: the case goes on where it was."""
        with self._store.transaction() as cases:
            kept = self._own(cases, actor)
            if kept.case.is_open:
                raise CaseworkError("not_resolved_yet")
            return self._write(cases, kept, [Entry(Event.REOPENED, now, actor)], now)

    # Mending

    def correct(self, actor: str, what: Ask, now: datetime) -> Desk:
        """Take a fact back, so that it is asked again. The record keeps both.

        Raises CaseworkError ``nothing_to_change`` where nothing had been said of it.
        """
        forgotten: dict[Ask, tuple[Event, dict[str, Any]]] = {
            Ask.POLICY: (Event.POLICY_SET, {"policy": None, "version": None}),
            Ask.PERSON: (Event.PERSON_SET, {"person": None}),
            Ask.CATEGORY: (Event.CATEGORY_SET, {"categories": []}),
            Ask.RAISED_ON: (Event.RAISED_SET, {}),
            Ask.TRIED: (Event.TRIED_SET, {}),
            Ask.URGENCY: (Event.CIRCUMSTANCES_SET, {Circumstance.URGENT.value: None}),
        }
        with self._store.transaction() as cases:
            kept = self._own(cases, actor)
            if what not in forgotten:
                raise CaseworkError("nothing_to_change")
            event, about = forgotten[what]
            return self._write(cases, kept, [Entry(event, now, actor, about)], now)

    def label(self, actor: str, words: str, now: datetime) -> Desk:
        """What the practitioner calls this case; no words take the label off. Raises what ``fitting`` raises."""
        with self._store.transaction() as cases:
            kept = self._own(cases, actor)
            return self._write(cases, kept, [self._labelled(cases, kept, words, actor, now)], now)

    def _labelled(self, cases: Cases, kept: Kept, words: str, actor: str, now: datetime) -> Entry:
        mine = [other.case for other in cases.of_person(kept.person) if other.case.is_open]
        others = [case for case in mine if case.reference != kept.case.reference]
        return Entry(Event.LABELLED, now, actor, {"label": fitting(words, others)})

    def start_again(self, actor: str, now: datetime) -> Desk:
        """Begin a new case. One that had not reached a stage is withdrawn; one that had stays open in the record."""
        with self._store.transaction() as cases:
            kept = self._in_focus(cases, actor)
            if kept is not None and kept.person == actor and kept.case.is_open and kept.case.stage is None:
                cases.append(kept, [Entry(Event.WITHDRAWN, now, actor)], Schedule(), now)
            return self._desk(cases, self._opened(cases, actor, now), now)

    # Permission

    def _in_focus(self, cases: Cases, actor: str) -> Kept | None:
        """The case that the actor talks about, as long as they may add to it."""
        kept = cases.in_focus(actor)
        allowed = kept is not None and may_with(self._ties(cases, Actor(actor), kept), Action.ADD_TO_CASE)
        return kept if allowed else None

    def _allowed(self, cases: Cases, actor: Actor, reference: str, action: Action) -> Kept:
        """The case with which the actor may do that.

        Raises CaseworkError ``not_yours`` where they may not even see it, or there is none, else ``may_only_see``.
        """
        kept = cases.find(reference)
        ties = self._ties(cases, actor, kept) if kept else frozenset()
        if kept is None or not may_with(ties, Action.SEE_CASE):
            raise CaseworkError("not_yours", case=reference)
        if not may_with(ties, action):
            raise CaseworkError("may_only_see", case=reference)
        return kept

    @staticmethod
    def _ties(cases: Cases, actor: Actor, kept: Kept) -> frozenset[Tie]:
        if kept.person == actor.id:
            return frozenset({Tie.OWNER})
        overseer = {Tie.OVERSEER} if actor.oversees(kept.organisation) else set()
        return frozenset({cases.tie_of(kept.case.reference, actor.id), *overseer})

    # The shared moves

    @cached_property
    def _editions(self) -> dict[str, dict[str, str]]:
        """The version and the hash of each policy's content, which takes a while to make: once is enough."""
        found = self.policies.values()
        return {policy.id: {"version": policy.version, "hash": content_hash(policy)} for policy in found}

    def _appended(
        self, cases: Cases, kept: Kept, entries: list[Entry], follows: Schedule, now: datetime
    ) -> Kept:
        """Add entries; what a policy says that is taken here is kept with the case."""
        for entry in entries:
            if entry.event is Event.POLICY_SET and entry.about["policy"]:
                cases.keep_policy(self.policies[entry.about["policy"]], now)
        return cases.append(kept, entries, follows, now)

    def _opened(self, cases: Cases, actor: str, now: datetime) -> Kept:
        kept = cases.open(self._new_reference(), actor, now)
        entries = [Entry(Event.OPENED, now, actor)]
        if len(self.policies) == 1:
            entries += taken(kept.case, Told(policy=next(iter(self.policies))), self._editions, actor, now)
        return self._appended(cases, kept, entries, Schedule(), now)

    def _kept_or_opened(self, cases: Cases, actor: str, now: datetime) -> Kept:
        return self._in_focus(cases, actor) or self._opened(cases, actor, now)

    def _own(self, cases: Cases, actor: str) -> Kept:
        kept = self._in_focus(cases, actor)
        if kept is None:
            raise CaseworkError("no_case")
        return kept

    def _at_a_stage(self, cases: Cases, actor: str, now: datetime) -> tuple[Kept, Advice]:
        kept = self._own(cases, actor)
        policy = self._policy_of(cases, kept.case)
        if not kept.case.is_open:
            raise CaseworkError("closed")
        if policy is None or kept.case.stage is None:
            raise CaseworkError("not_ready")
        return kept, advise(kept.case, policy, self.calendar_of(policy), now)

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

    def _write(self, cases: Cases, kept: Kept, entries: list[Entry], now: datetime) -> Desk:
        """Add entries, let the case enter its stage if that is now possible, and keep the deadlines that follow."""
        case = after(kept.case, entries)
        policy = self._policy_of(cases, case)
        arriving = self._arrival(case, policy, entries[0].actor if entries else kept.person, now)
        case, entries = after(case, arriving), [*entries, *arriving]
        follows = schedule(case, policy, self.calendar_of(policy) if policy else None, now)
        written = self._appended(cases, kept, entries, follows, now)
        return self._desk(cases, written, now, tuple(entries), follows.running if case.is_open else None)

    def _arrival(self, case: Case, policy: Policy | None, actor: str, now: datetime) -> list[Entry]:
        if policy is None or case.stage is not None or not case.is_open or missing(case, policy, now):
            return []
        at = arrival(case, policy)
        about = {"stage": at.stage.id, "at": at.since.isoformat(), "because": "arrival"}
        entries = [Entry(Event.STAGE_ENTERED, now, actor, about)]
        if at.done and at.done_at:
            done = {"rule": at.done, "at": at.done_at.isoformat()}
            entries.append(Entry(Event.STEP_DONE, now, actor, done))
        return entries

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

    def own_contacts(self, now: datetime) -> Own | None:
        """The organisation's own contacts as they stand today, where it has named any. Needs no database."""
        return Own(self._organisation, local_date(now)) if self._organisation else None

    def _happened(self, when: datetime | None, case: Case, now: datetime) -> datetime:
        """The moment of something that people report: as they date it, or now; not to come, not before it all began."""
        if when is None:
            return now
        if local_date(when) > local_date(now):
            raise CaseworkError("date_future")
        if case.raised_at is not None and local_date(when) < local_date(case.raised_at):
            raise CaseworkError("date_before")
        return when

    def _check_agreement(self, advice: Advice, agreed: date) -> None:
        limit = advice.headline.limit if advice.headline else None
        adjust = limit.adjust if limit else ()
        if Adjust.AGREEMENT in adjust or Adjust.TRACK_AGREED in adjust:
            return
        if Adjust.SHORTENING not in adjust:
            raise CaseworkError("no_extension")
        due = advice.headline.deadline.due if advice.headline else None
        if due is not None and agreed > due:
            raise CaseworkError("only_shorter")


def onward(advice: Advice, outcome: Outcome, since: datetime, actor: str, now: datetime) -> Entry:
    """The entry by which a case goes to the next stage. Raises CaseworkError ``last_stage`` where there is none."""
    if advice.next_stage is None:
        raise CaseworkError("last_stage", stage=advice.stage.label)
    about = {"stage": advice.next_stage.id, "at": since.isoformat(), "because": outcome.value}
    return Entry(Event.STAGE_ENTERED, now, actor, about)
