"""A practitioner's cases as files: to look into, to tick off, to add notes to, and to hand on.

Here a case is named by its reference, so whose it is has to be checked: a case to which nothing ties the actor is
refused in the same words as one that does not exist. A look at somebody else's case is written down before it is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.casework.calendar import local_date, start_of
from bot.casework.case import Case, Entry, Event, Kept
from bot.casework.errors import CaseworkError
from bot.casework.moves import happened
from bot.casework.owed import Owed, Paperwork, owed, paperwork
from bot.casework.permissions import Action, Actor, Tie, may_with
from bot.casework.policy import Policy
from bot.casework.progress import Leg, Missed, missed, way
from bot.casework.sharing import Around
from bot.service import Cases, Casework, Desk
from bot.service.permission import allowed, ties


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with all that belongs to it. ``lost`` says that what its policy said is gone; the record still stands.

    ``editions`` are the policies of the record by the hash of their content.
    """

    case: Case
    record: tuple[Entry, ...]
    now: datetime
    person: str
    desk: Desk
    editions: Mapping[str, Policy]
    way: tuple[Leg, ...] = ()
    missed: tuple[Missed, ...] = ()
    owed: tuple[Owed, ...] = ()
    paperwork: tuple[Paperwork, ...] = ()
    lost: bool = False
    ties: frozenset[Tie] = frozenset()
    """What ties whoever looks to the case."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the people of the record are called, as far as the directory has told."""

    def may(self, action: Action) -> bool:
        """Whether whoever looks may do this."""
        return may_with(self.ties, action)

    @property
    def policy(self) -> Policy | None:
        """What the case is advised by."""
        return self.desk.policy

    @property
    def alarm_today(self) -> bool:
        """Whether somebody was said to be in danger today."""
        return self.case.alarm_at is not None and local_date(self.case.alarm_at) == local_date(self.now)


class CaseFiles(Casework):
    """The use cases of case files, over the same cases."""

    @classmethod
    def over(cls, casework: Casework) -> CaseFiles:
        """The files of the cases that these use cases work on."""
        parts = (casework._store, casework.policies, casework.calendars, casework._new_reference)
        return cls(*parts, casework._organisation)

    def shared(self, actor: str, now: datetime) -> list[CaseFile]:
        """The cases of colleagues that are shared with the practitioner."""
        with self._store.reading() as cases:
            return [self._file(cases, kept, now) for kept, _ in cases.shared_with(actor)]

    def mine(self, actor: str, now: datetime) -> list[CaseFile]:
        """The practitioner's cases: the open ones first, and of those what is due soonest."""
        with self._store.reading() as cases:
            found = [self._file(cases, kept, now) for kept in cases.of_person(actor)]
        return sorted(found, key=_urgency)

    def file(self, actor: str | Actor, reference: str, now: datetime) -> CaseFile:
        """A case that the actor may see. Raises CaseworkError ``not_yours`` for any other."""
        asks = actor if isinstance(actor, Actor) else Actor(actor)
        with self._store.reading() as cases:
            kept = allowed(cases, asks, reference, Action.SEE_CASE)
            file, held = self._file(cases, kept, now), ties(cases, asks, kept)
        if Tie.OWNER not in held:
            with self._store.transaction() as cases:
                cases.note_look(reference, asks.id, max(held - {Tie.NONE}), now)
        return replace(file, ties=held)

    def around(self, file: CaseFile) -> tuple[Around, Mapping[str, str]]:
        """The people around a case that was opened, and what all of them are called."""
        with self._store.reading() as cases:
            found = cases.around(file.case.reference)
            people = {*(share.person for share in found.shares), *(look.person for look in found.looks)}
            return found, {**file.names, **cases.names(people)}

    def export(self, reference: str, now: datetime) -> CaseFile:
        """Any case, for the person who runs Waymark and has its database. Raises CaseworkError ``no_case``."""
        with self._store.reading() as cases:
            kept = cases.find(reference)
            if kept is None:
                raise CaseworkError("no_case", case=reference)
            return self._file(cases, kept, now)

    def tick(self, actor: str, reference: str, rules: Collection[str], on: date | None, now: datetime) -> CaseFile:
        """These things have been done, on that day in London, or now. What is ticked already stays as it is.

        Raises CaseworkError ``no_such_step`` for something that is not on the list, ``date_future``, ``date_before``.
        """
        with self._store.transaction() as cases:
            kept = self._of(cases, actor, reference)
            listed = {item.rule: item for item in self._file(cases, kept, now).owed}
            if not set(rules) <= set(listed):
                raise CaseworkError("no_such_step")
            when = None if on is None or on == local_date(now) else start_of(on)
            at = happened(when, kept.case, now).isoformat()
            wanted = [rule for rule, item in listed.items() if rule in rules and item.done is None]
            entries = [Entry(Event.STEP_DONE, now, actor, {"rule": rule, "at": at}) for rule in wanted]
            return self._added(cases, kept, entries, now)

    def take_back(self, actor: str, reference: str, rule: str, now: datetime) -> CaseFile:
        """Something was ticked that has not been done. The record keeps both."""
        with self._store.transaction() as cases:
            kept = self._of(cases, actor, reference)
            ticked = {item.rule for item in self._file(cases, kept, now).owed if item.done}
            entries = [Entry(Event.STEP_TAKEN_BACK, now, actor, {"rule": rule})] if rule in ticked else []
            return self._added(cases, kept, entries, now)

    def note(self, actor: str, reference: str, text: str, level: str, now: datetime) -> CaseFile:
        """Add a note, masked by the caller. ``level`` is what the risk screen thought of the words: ``alarm``, ``ask``
        or ``none``. An alarm is kept even where no text is."""
        risk = {"alarm": Event.ALARM, "ask": Event.RISK_DOUBTED}.get(level)
        entries = [Entry(Event.NOTED, now, actor, {"text": text})] if text else []
        entries += [Entry(risk, now, actor)] if risk else []
        with self._store.transaction() as cases:
            return self._added(cases, self._of(cases, actor, reference), entries, now)

    def relabel(self, actor: str, reference: str, words: str, now: datetime) -> CaseFile:
        """What the practitioner calls this case, masked by the caller. Raises what ``fitting`` raises."""
        with self._store.transaction() as cases:
            kept = self._of(cases, actor, reference)
            return self._added(cases, kept, [self._labelled(cases, kept, words, actor, now)], now)

    def _of(self, cases: Cases, actor: str, reference: str) -> Kept:
        return allowed(cases, Actor(actor), reference, Action.ADD_TO_CASE)

    def _added(self, cases: Cases, kept: Kept, entries: list[Entry], now: datetime) -> CaseFile:
        if entries:
            self._write(cases, kept, entries, now)
            kept = self._of(cases, kept.person, kept.case.reference)
        return self._file(cases, kept, now)

    def _file(self, cases: Cases, kept: Kept, now: datetime) -> CaseFile:
        file = self._bare_file(cases, kept, now)
        named = (entry.about.get(key) for entry in file.record for key in ("with", "from", "to"))
        people = {file.person, *(entry.actor for entry in file.record), *(str(person) for person in named if person)}
        return replace(file, names=cases.names(people), ties=frozenset({Tie.OWNER}))

    def _bare_file(self, cases: Cases, kept: Kept, now: datetime) -> CaseFile:
        case, record = kept.case, tuple(cases.record_of(kept.case.reference))
        editions = self._editions_of(cases, record)
        try:
            desk = self._desk(cases, kept, now)
        except LookupError:
            return CaseFile(case, record, now, kept.person, Desk(case, asks=()), editions, lost=True)
        policy = desk.policy
        if policy is None:
            return CaseFile(case, record, now, kept.person, desk, editions)
        legs, gone = way(case, record, policy), missed(record, policy, self.calendar_of(policy), now)
        wanted = owed(case, record, policy, legs, gone)
        papers = paperwork(case, policy, legs, gone)
        return CaseFile(case, record, now, kept.person, desk, editions, legs, gone, wanted, papers)

    def _editions_of(self, cases: Cases, record: tuple[Entry, ...]) -> dict[str, Policy]:
        """What the policies said at each time of the record, as far as that is still known."""
        found: dict[str, Policy] = {}
        for hashed in {str(entry.about["hash"]) for entry in record if entry.about.get("hash")}:
            try:
                found[hashed] = cases.policy_kept(hashed)
            except LookupError:
                continue
        return found


def _urgency(file: CaseFile) -> tuple[bool, bool, float, float]:
    """Open before over; what has a date before what has none, the soonest first; then the newest."""
    headline = file.desk.advice.headline if file.desk.advice and file.case.is_open else None
    moment = headline.deadline.moment if headline else None
    opened = file.case.opened_at.timestamp() if file.case.opened_at else 0.0
    return not file.case.is_open, moment is None, moment.timestamp() if moment else 0.0, -opened
