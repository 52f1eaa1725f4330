"""Counting cases in SQL, by what their rows hold. The rules are those of :mod:`bot.casework.counting`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ColumnElement, Connection, Label, Row, Select, and_, func, or_, select, true
from sqlalchemy import case as when
from sqlalchemy.sql.elements import KeyedColumnElement

from bot.casework.case import Event
from bot.casework.counting import Due, Marks, Period, Quiet, Wanted
from bot.casework.reminders import Reply
from bot.casework.standing import Status, sets_with
from bot.casework.tallies import Begun, Ended, OpenCase, Place, Shown, Standings, Subjects
from bot.casework.vocabulary import Agency, Category
from bot.storage import outbox
from bot.storage.base import Database
from bot.storage.cases import cases
from bot.storage.counted import together
from bot.storage.record import record

_c = cases.c
_TOLD_AT = func.coalesce(_c.told_at, _c.due_at)


class OverviewStore:
    """The door to what is counted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def reading(self) -> Iterator[Counts]:
        """Count cases as they are now."""
        with self._database.reading() as connection:
            yield Counts(connection)


class Counts:
    """What is counted, inside one reading. ``organisation`` None means all of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def standings(self, organisation: str | None, wanted: Wanted, marks: Marks) -> list[Standings]:
        """Open cases by policy, stage, when they are due, and who has said nothing."""
        columns = [_c.policy, _c.stage, _due(marks), _silent(), _unheard(marks)]
        query = _counting(*columns).where(*_open(organisation), *_that(wanted, marks))
        return [
            Standings(policy, stage, Due(due), bool(silent), bool(unheard), count)
            for policy, stage, due, silent, unheard, count in self._connection.execute(query)
        ]

    def subjects(self, organisation: str | None, wanted: Wanted, marks: Marks) -> list[Subjects]:
        """Open cases by agencies and categories, and whether they are overdue."""
        overdue = when((_c.due_at <= marks.now, 1), else_=0).label("is_overdue")
        query = _counting(_c.agency, _c.other_agency, _c.categories, overdue)
        return [
            Subjects(_agency(own), _agency(other), _categories(about), bool(late), count)
            for own, other, about, late, count in self._connection.execute(
                query.where(*_open(organisation), *_that(wanted, marks))
            )
        ]

    def listed(
        self, organisation: str | None, wanted: Wanted, marks: Marks, after: Place | None, limit: int
    ) -> list[OpenCase]:
        """Open cases, what has been due longest first, what has no date last; only those that come after a place."""
        query = select(cases).where(*_open(organisation), *_that(wanted, marks))
        dated = query.where(_c.due_at.is_not(None)).order_by(_c.due_at, _c.reference)
        undated = query.where(_c.due_at.is_(None)).order_by(_c.reference)
        found: list[Row[Any]] = []
        if after is None or after.due_at is not None:
            found += self._connection.execute(dated.where(_beyond(after)).limit(limit))
        if len(found) < limit:
            reached = after.reference if after and after.due_at is None else ""
            found += self._connection.execute(undated.where(_c.reference > reached).limit(limit - len(found)))
        return [_listed(row) for row in found]

    def shown(self, organisation: str | None, limit: int) -> tuple[list[Shown], int]:
        """What a coordinator should see of the reminders, the oldest first, and how many there are (up to 1,000)."""
        return outbox.shown_to_coordinators(self._connection, organisation, limit)

    def begun(self, organisation: str | None, wanted: Wanted, period: Period) -> list[Begun]:
        """Escalations that began in the period, by day, and where they came in. One that reached no stage is none."""
        query = _counting(_c.began_on, _c.policy, _c.first_stage, _c.status)
        return [
            Begun(day, policy, stage, Status(status), count)
            for day, policy, stage, status, count in self._connection.execute(
                query.where(*_in(organisation, wanted, _c.began_on, period))
            )
        ]

    def begun_about(self, organisation: str | None, wanted: Wanted, period: Period) -> list[Subjects]:
        """The same, by agencies and categories."""
        query = _counting(_c.agency, _c.other_agency, _c.categories)
        return [
            Subjects(_agency(own), _agency(other), _categories(about), False, count)
            for own, other, about, count in self._connection.execute(
                query.where(*_in(organisation, wanted, _c.began_on, period))
            )
        ]

    def unanswered(self, organisation: str | None, wanted: Wanted, period: Period) -> dict[tuple[str, str], int]:
        """How often a stage was entered because nobody had answered before, by policy and stage."""
        query = _counting(_c.policy, _c.unanswered).where(*_in(organisation, wanted, _c.began_on, period))
        found: dict[tuple[str, str], int] = {}
        for policy, stages, count in self._connection.execute(query.where(_c.unanswered != "")):
            for stage in stages.split():
                found[policy, stage] = found.get((policy, stage), 0) + count
        return found

    def ended(self, organisation: str | None, wanted: Wanted, period: Period) -> list[Ended]:
        """Escalations that ended in the period: how, where, from when to when, and how late."""
        query = _counting(_c.status, _c.policy, _c.stage, _c.began_on, _c.ended_on, _c.late)
        return [
            Ended(Status(status), policy, stage, began, ended, late, count)
            for status, policy, stage, began, ended, late, count in self._connection.execute(
                query.where(*_in(organisation, wanted, _c.ended_on, period))
            )
        ]


    def ticked(self, organisation: str | None, policy: str, rule: str, period: Period) -> int:
        """Of the escalations under a policy that were resolved in the period: in how many that step is ticked."""
        step = record.c.about["rule"].as_string() == rule
        ticks = func.sum(when((record.c.event == Event.STEP_DONE.value, 1), else_=-1))
        told = record.c.event.in_([Event.STEP_DONE.value, Event.STEP_TAKEN_BACK.value])
        resolved = _c.status == Status.RESOLVED.value
        done = (
            select(record.c.case)
            .join(cases, _c.reference == record.c.case)
            .where(*_in(organisation, Wanted(policy=policy), _c.ended_on, period), resolved, told, step)
            .group_by(record.c.case)
            .having(ticks > 0)
        )
        return self._connection.scalar(select(func.count()).select_from(done.subquery())) or 0


def _counting(*columns: KeyedColumnElement[Any]) -> Select[Any]:
    # By name: what is worked out has values bound to it, and PostgreSQL would not know it again.
    return select(*columns, func.count()).group_by(*(column.name for column in columns))


def _beyond(after: Place | None) -> ColumnElement[bool]:
    if after is None or after.due_at is None:
        return true()
    return or_(_c.due_at > after.due_at, and_(_c.due_at == after.due_at, _c.reference > after.reference))


def _of(organisation: str | None) -> list[ColumnElement[bool]]:
    return [] if organisation is None else [_c.organisation == organisation]


def _open(organisation: str | None) -> list[ColumnElement[bool]]:
    return [*_of(organisation), _c.status == Status.OPEN.value]


def _in(
    organisation: str | None, wanted: Wanted, day: ColumnElement[Any], period: Period
) -> list[ColumnElement[bool]]:
    reached = _c.first_stage.is_not(None)
    return [*_of(organisation), day.between(period.first, period.last), reached, *_about(wanted)]


def _that(wanted: Wanted, marks: Marks) -> list[ColumnElement[bool]]:
    found = _about(wanted)
    if wanted.due is not None:
        found.append(_due_is(wanted.due, marks))
    if wanted.quiet is not None:
        found.append(_is_silent() if wanted.quiet is Quiet.SILENT else _is_unheard(marks))
    return found


def _about(wanted: Wanted) -> list[ColumnElement[bool]]:
    given = {
        _c.policy: wanted.policy,
        _c.stage: wanted.stage,
        _c.agency: wanted.agency,
        _c.other_agency: wanted.other_agency,
    }
    found: list[ColumnElement[bool]] = [column == str(value) for column, value in given.items() if value is not None]
    if wanted.category is not None:
        found.append(_c.categories.in_([together(some) for some in sets_with(wanted.category)]))
    return found


def _due(marks: Marks) -> Label[str]:
    return when(
        (_c.due_at.is_(None), Due.NONE.value),
        (_c.due_at <= marks.now, Due.OVERDUE.value),
        (_c.due_at <= marks.today, Due.TODAY.value),
        (_c.due_at <= marks.soon, Due.SOON.value),
        else_=Due.LATER.value,
    ).label("is_due")


def _due_is(due: Due, marks: Marks) -> ColumnElement[bool]:
    match due:
        case Due.NONE:
            return _c.due_at.is_(None)
        case Due.OVERDUE:
            return _c.due_at <= marks.now
        case Due.TODAY:
            return and_(_c.due_at > marks.now, _c.due_at <= marks.today)
        case Due.SOON:
            return and_(_c.due_at > marks.today, _c.due_at <= marks.soon)
        case Due.LATER:
            return _c.due_at > marks.soon


def _is_silent() -> ColumnElement[bool]:
    return func.coalesce(_c.heard, "") == Reply.NO_ANSWER.value


def _silent() -> Label[int]:
    return when((_is_silent(), 1), else_=0).label("is_silent")


def _is_unheard(marks: Marks) -> ColumnElement[bool]:
    return and_(marks.now >= _TOLD_AT, or_(_c.heard_at.is_(None), _c.heard_at < _TOLD_AT))


def _unheard(marks: Marks) -> Label[int]:
    return when((_is_unheard(marks), 1), else_=0).label("is_unheard")


def _agency(word: str | None) -> Agency | None:
    return Agency(word) if word else None


def _categories(words: str) -> tuple[Category, ...]:
    return tuple(map(Category, words.split()))


def _listed(row: Row[Any]) -> OpenCase:
    return OpenCase(
        reference=row.reference,
        person=row.person,
        organisation=row.organisation,
        policy=row.policy,
        stage=row.stage,
        agency=_agency(row.agency),
        other_agency=_agency(row.other_agency),
        categories=_categories(row.categories),
        due_at=row.due_at,
        told_at=row.told_at or row.due_at,
        heard_at=row.heard_at,
        heard=Reply(row.heard) if row.heard else None,
    )
