"""The list of all that can be done with a case, in the order in which a case goes its way.

Who may do what is decided in :mod:`bot.service.permission`, how cases move in :mod:`bot.casework.moves`; how they are
read and written is in :mod:`bot.service.keeping`.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

from bot.casework.advice import Advice, advise
from bot.casework.calendar import local_date
from bot.casework.case import Answer, Case, Entry, Event, Kept, Outcome
from bot.casework.caseload import Caseload, Listed
from bot.casework.diary import Appointment, appointments
from bot.casework.errors import CaseworkError
from bot.casework.intake import CAREFUL, Ask, Told, taken
from bot.casework.labels import fitting
from bot.casework.moves import date_agreed, happened, onward, step_taken, taken_back
from bot.casework.permissions import Action, Actor, may
from bot.casework.reminders import Schedule
from bot.casework.vocabulary import Level
from bot.service.desk import Desk
from bot.service.keeping import Keeping
from bot.service.permission import allowed, in_focus
from bot.service.store import Cases


class Casework(Keeping):
    """The use cases."""

    # Looking

    def look(self, actor: str, now: datetime) -> Desk:
        """What lies before the practitioner, nothing changed."""
        with self._store.reading() as cases:
            return cases.once(("look", actor, now), lambda: self._looked(cases, actor, now))

    def _looked(self, cases: Cases, actor: str, now: datetime) -> Desk:
        kept = in_focus(cases, actor)
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
            allowed(cases, Actor(actor), reference, Action.ADD_TO_CASE)
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

    def not_resolved(
        self, actor: str, outcome: Outcome, when: datetime | None, now: datetime, failed: Level | None = None
    ) -> Desk:
        """The talk at this stage failed, or nobody answered: the case goes to the next stage, since ``when`` or now.

        Where it was the talk at a higher level that ``failed``, the case goes to the stage that follows on that one.
        Raises CaseworkError ``last_stage`` where the policy has no further one, ``date_future`` or ``date_before``.
        """
        with self._store.transaction() as cases:
            kept, advice = self._at_a_stage(cases, actor, now)
            moved = onward(advice, outcome, happened(when, advice.case, now), actor, now, failed)
            return self._write(cases, kept, [moved], now)

    def step_done(self, actor: str, when: datetime | None, now: datetime) -> Desk:
        """The step that is the practitioner's move has been taken: a limit that runs from it starts.

        Raises CaseworkError ``nothing_to_do`` where every step of the stage is done.
        """
        with self._store.transaction() as cases:
            kept, advice = self._at_a_stage(cases, actor, now)
            return self._write(cases, kept, [step_taken(advice, when, actor, now)], now)

    def agree_date(self, actor: str, agreed: date, now: datetime) -> Desk:
        """Both agencies agreed on a date. Raises CaseworkError as :func:`~bot.casework.moves.date_agreed` does."""
        with self._store.transaction() as cases:
            kept, advice = self._at_a_stage(cases, actor, now)
            return self._write(cases, kept, [date_agreed(advice, agreed, actor, now)], now)

    def resolve(self, actor: str, when: datetime | None, now: datetime) -> Desk:
        """The disagreement is settled: what the policy wants at the end is due."""
        with self._store.transaction() as cases:
            kept = self._own(cases, actor)
            if not kept.case.is_open:
                raise CaseworkError("closed")
            at = happened(when, kept.case, now)
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
        with self._store.transaction() as cases:
            kept = self._own(cases, actor)
            return self._write(cases, kept, [taken_back(what, actor, now)], now)

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
            kept = in_focus(cases, actor)
            if kept is not None and kept.person == actor and kept.case.is_open and kept.case.stage is None:
                cases.append(kept, [Entry(Event.WITHDRAWN, now, actor)], Schedule(), now)
            return self._desk(cases, self._opened(cases, actor, now), now)

    # The case that it is done to

    def _own(self, cases: Cases, actor: str) -> Kept:
        kept = in_focus(cases, actor)
        if kept is None:
            raise CaseworkError("no_case")
        return kept

    def _kept_or_opened(self, cases: Cases, actor: str, now: datetime) -> Kept:
        return in_focus(cases, actor) or self._opened(cases, actor, now)

    def _at_a_stage(self, cases: Cases, actor: str, now: datetime) -> tuple[Kept, Advice]:
        kept = self._own(cases, actor)
        policy = self._policy_of(cases, kept.case)
        if not kept.case.is_open:
            raise CaseworkError("closed")
        if policy is None or kept.case.stage is None:
            raise CaseworkError("not_ready")
        return kept, advise(kept.case, policy, self.calendar_of(policy), now)
