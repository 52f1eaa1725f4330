"""Whether an actor may do something with a case: what ties them to it, looked up and held against the one table of
:mod:`bot.casework.permissions`. It is decided here, never in the dialogue."""

from __future__ import annotations

from bot.casework.case import Kept
from bot.casework.errors import CaseworkError
from bot.casework.permissions import Action, Actor, Tie, may_with
from bot.service.store import Cases


def in_focus(cases: Cases, actor: str) -> Kept | None:
    """The case that the actor talks about, as long as they may add to it."""
    kept = cases.in_focus(actor)
    return kept if kept and may_with(ties(cases, Actor(actor), kept), Action.ADD_TO_CASE) else None


def allowed(cases: Cases, actor: Actor, reference: str, action: Action) -> Kept:
    """The case of that reference, with which the actor may do that.

    Raises CaseworkError ``not_yours`` where they may not even see it, or there is none, else ``may_only_see``.
    """
    kept = cases.find(reference)
    held = ties(cases, actor, kept) if kept else frozenset()
    if kept is None or not may_with(held, Action.SEE_CASE):
        raise CaseworkError("not_yours", case=reference)
    if not may_with(held, action):
        raise CaseworkError("may_only_see", case=reference)
    return kept


def ties(cases: Cases, actor: Actor, kept: Kept) -> frozenset[Tie]:
    """All that ties the actor to that case."""
    if kept.person == actor.id:
        return frozenset({Tie.OWNER})
    overseer = {Tie.OVERSEER} if actor.oversees(kept.organisation) else set()
    return frozenset({cases.tie_of(kept.case.reference, actor.id), *overseer})
