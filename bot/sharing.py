"""Letting a colleague into a case, out again, and handing a case over: by their work e-mail address, and recorded.

A colleague is somebody of the case's organisation who has signed in with that address, so nothing reaches anybody whom
the directory does not know, and nothing is told about other organisations.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, cast

from bot import service
from bot.casework.case import Entry, Event, Kept
from bot.casework.errors import CaseworkError
from bot.casework.permissions import Action, Actor, Tie
from bot.service import CaseStore, Casework
from bot.service.permission import allowed

SHARED_AS = (Tie.HELPER, Tie.READER)


class Cases(service.Cases, Protocol):
    """The cases and the people around them, inside one transaction."""

    def colleagues(self, email: str, organisation: str) -> list[str]: ...
    def share(self, reference: str, person: str, as_what: Tie, by: str, now: datetime) -> None: ...
    def stop_sharing(self, reference: str, person: str) -> bool: ...
    def hand_over(self, kept: Kept, person: str) -> None: ...


class Sharing(Casework):
    """The use cases of sharing, over the same cases."""

    @property
    def _cases(self) -> CaseStore[Cases]:
        """The same door: behind it stand the people too."""
        return cast("CaseStore[Cases]", self._store)

    def share(self, actor: Actor, reference: str, email: str, as_what: Tie, now: datetime) -> str:
        """Let a colleague see the case, or act in it; gives who it is.

        Raises CaseworkError ``not_yours``, ``may_only_see``, ``nobody`` where no colleague is known by that address,
        ``several``, and ``theirs`` for the owner.
        """
        if as_what not in SHARED_AS:
            raise ValueError(as_what)
        with self._cases.transaction() as cases:
            kept = allowed(cases, actor, reference, Action.SHARE_CASE)
            person = self._colleague(cases, kept, email)
            cases.share(reference, person, as_what, actor.id, now)
            about = {"with": person, "as": as_what.value}
            self._write(cases, kept, [Entry(Event.SHARED, now, actor.id, about)], now)
            return person

    def stop_sharing(self, actor: Actor, reference: str, person: str, now: datetime) -> None:
        """Let a colleague out again. Raises CaseworkError ``not_yours``, ``may_only_see``."""
        with self._cases.transaction() as cases:
            kept = allowed(cases, actor, reference, Action.SHARE_CASE)
            if cases.stop_sharing(reference, person):
                self._write(cases, kept, [Entry(Event.UNSHARED, now, actor.id, {"with": person})], now)

    def hand_over(
        self, actor: Actor, reference: str, email: str, now: datetime, *, everything: bool = False
    ) -> tuple[str, Sequence[str]]:
        """Make the case a colleague's, with its reminders and its dates; ``everything``: and all other open cases of
        its owner. Gives who it is, and the references.

        Raises CaseworkError as :meth:`share` does.
        """
        with self._cases.transaction() as cases:
            first = allowed(cases, actor, reference, Action.HAND_OVER_CASE)
            person = self._colleague(cases, first, email)
            others = cases.of_person(first.person) if everything else ()
            given = [first, *(kept for kept in others if self._goes_with(first, kept))]
            for kept in given:
                about = {"from": kept.person, "to": person}
                self._write(cases, kept, [Entry(Event.HANDED_OVER, now, actor.id, about)], now)
                cases.hand_over(kept, person)
            return person, [kept.case.reference for kept in given]

    @staticmethod
    def _goes_with(first: Kept, kept: Kept) -> bool:
        same = kept.organisation == first.organisation
        return same and kept.case.is_open and kept.case.reference != first.case.reference

    @staticmethod
    def _colleague(cases: Cases, kept: Kept, email: str) -> str:
        found = cases.colleagues(email, kept.organisation)
        if len(found) != 1:
            raise CaseworkError("several" if found else "nobody")
        if found[0] == kept.person:
            raise CaseworkError("theirs")
        return found[0]
