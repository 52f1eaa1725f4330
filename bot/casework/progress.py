"""Where a case has been: its stages with their days, and the time limits that were missed on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.casework.advice import Running, ranked, running
from bot.casework.calendar import WorkingCalendar, local_date
from bot.casework.case import Case, Entry, Event, after
from bot.casework.policy import Policy
from bot.casework.stages import Stage
from bot.casework.vocabulary import Level, Outcome, Strength

_BEGUN_ANEW = frozenset({Event.POLICY_SET, Event.TRIED_SET})
"""Entries after which a case enters its stage once more."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One stage of the way. ``since`` and ``until`` are aware; ``since`` None of a stage that Waymark did not see.

    ``outcome`` says how the stage ended, where that was told. ``passed`` is True also where no day is known.
    """

    stage: Stage
    since: datetime | None = None
    until: datetime | None = None
    outcome: Outcome | None = None
    here: bool = False
    passed: bool = False

    @property
    def done_on(self) -> date | None:
        """The day in London on which the stage ended, where it is known."""
        return local_date(self.until) if self.passed and self.until else None


def way(case: Case, record: Sequence[Entry], policy: Policy) -> tuple[Leg, ...]:
    """Every stage of the policy in order: gone through, the case's own, and still ahead."""
    entered = _entered(record)
    order = [stage.id for stage in policy.stages]
    here = order.index(case.stage) if case.stage in order else -1
    legs = []
    for place, stage in enumerate(policy.stages):
        following = entered.get(order[place + 1]) if place < here else None
        legs.append(
            Leg(
                stage,
                since=_at(entered.get(stage.id)),
                until=_ended(case, following) if place < here else None,
                outcome=_outcome(case, following),
                here=place == here,
                passed=place < here,
            )
        )
    return tuple(legs)


def _entered(record: Sequence[Entry]) -> dict[str, Entry]:
    """The last entry into each stage since the case last began anew."""
    found: dict[str, Entry] = {}
    for entry in record:
        if entry.event in _BEGUN_ANEW:
            found = {}
        elif entry.event is Event.STAGE_ENTERED:
            found[entry.about["stage"]] = entry
    return found


def _at(entry: Entry | None) -> datetime | None:
    return datetime.fromisoformat(entry.about["at"]) if entry else None


def _ended(case: Case, following: Entry | None) -> datetime | None:
    """When a stage ended: as the next began. What came before Waymark was asked is known only as it was told."""
    if following is None or following.about.get("because") != "arrival":
        return _at(following)
    return case.tried.when if case.tried else None


def _outcome(case: Case, following: Entry | None) -> Outcome | None:
    because = following.about.get("because") if following else None
    if because == "arrival":
        return case.tried.outcome if case.tried and case.tried.level is not Level.CONSULT else None
    return Outcome(because) if because in set(Outcome) else None


@dataclass(frozen=True, slots=True)
class Missed:
    """A limit that had run out when its stage ended, or that has run out now."""

    stage: Stage
    running: Running


def missed(record: Sequence[Entry], policy: Policy, calendar: WorkingCalendar, now: datetime) -> tuple[Missed, ...]:
    """Every limit, no mere guide, that was over before its stage was: looked at when each stage ended, and now."""
    found: dict[tuple[str, str], Missed] = {}
    case = Case("")
    for entry in record:
        if entry.event in (Event.STAGE_ENTERED, Event.RESOLVED):
            _collect(found, case, policy, calendar, datetime.fromisoformat(entry.about["at"]))
        if entry.event in _BEGUN_ANEW:
            found.clear()
        case = after(case, [entry])
    if case.is_open:
        _collect(found, case, policy, calendar, now)
    return tuple(found.values())


def _collect(
    found: dict[tuple[str, str], Missed], case: Case, policy: Policy, calendar: WorkingCalendar, at: datetime
) -> None:
    if case.policy != policy.id or case.stage not in {stage.id for stage in policy.stages}:
        return
    stage = policy.stage(case.stage)
    headline, _ = ranked(running(case, policy, calendar, at), stage)
    if headline is None or headline.limit.strength is Strength.GUIDE:
        return
    moment = headline.deadline.moment
    if moment is not None and moment <= at:
        found.setdefault((stage.id, headline.limit.rule), Missed(stage, headline))
