"""From claimed reminders to people: re-read, rendered, sent by the channel that each prefers, and what became of it.

No transaction is open while something is sent. What was sent is written down twice a second, and when all that was
claimed is dealt with: a worker that is killed in between leaves copies of what it sent since.
"""

from __future__ import annotations

import logging
import math
import random
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import cast

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.casework.calendar import london
from bot.casework.reminders import Kind, Reminder
from bot.channels.sending import Channel, GatheringChannel, Notice, Refused, Unreachable
from bot.reminding import Reminding
from bot.service import Desk
from bot.storage import Database, addresses, colleagues, outbox
from bot.storage.addresses import Reach
from bot.storage.outbox import Failed, Tried
from bot.storage.reminders import tokens
from bot.wording import reminding as wording

log = logging.getLogger(__name__)

FRESH = 0.1
"""For so many seconds it is taken as known that a reminder is still wanted."""
AT_LEAST_EVERY = 0.5
"""Seconds after which what was sent is written down; in the worst case what is sent in them is sent again."""
PATIENCE = 8
"""After so many attempts on one channel another has its turn (about half an hour)."""
FIRST_PAUSE, AMBIGUOUS_PAUSE, LONGEST_PAUSE = 2.0, 60.0, 900.0
LONGEST_ASKED = 6 * 3600.0
QUIET_PAUSE = timedelta(seconds=60)
PUSHED = ("teams", "email")
"""Channels that make a noise. A page that somebody looks at makes none."""


@dataclass(slots=True)
class Results:
    """What is still to be written down."""

    sent: list[int] = field(default_factory=list)
    delivered: dict[str, dict[int, str | None]] = field(default_factory=dict)
    """By which channel, and the id of the message there."""
    failed: list[Failed] = field(default_factory=list)
    put_off: list[tuple[int, datetime]] = field(default_factory=list)
    undeliverable: list[int] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    gone: list[tuple[str, str, str]] = field(default_factory=list)
    since: float = field(default_factory=time.monotonic)

    @property
    def ripe(self) -> bool:
        """Whether it is time to write it down."""
        return time.monotonic() - self.since >= AT_LEAST_EVERY


@dataclass(frozen=True, slots=True)
class Parcel:
    """A notice with the channel that it goes by."""

    notice: Notice
    channel: Channel
    reach: Reach
    attempts: int

    @property
    def address(self) -> Mapping[str, object]:
        """Where the channel delivers it."""
        return self.reach.addresses[self.channel.name]


@dataclass(slots=True)
class Claim:
    """What a worker has claimed: for whom it is, as far as it is still wanted and still this worker's."""

    database: Database
    worker: str
    _whose: Mapping[int, str] = field(default_factory=dict)
    _looked: float = -math.inf

    def look(self, numbers: Collection[int]) -> Mapping[int, str]:
        """Whom those of these reminders are for that are still to be said."""
        self._looked = time.monotonic()
        with self.database.reading() as connection:
            self._whose = outbox.still_held(connection, self.worker, numbers)
        return self._whose

    def holds(self, bundles: Sequence[Sequence[Parcel]], place: int) -> bool:
        """Whether all of the bundle at that place is still to be said, and to that person: what was sent before it may
        have taken long.

        What comes after it is looked up with it, and known for as long as that is fresh.
        """
        if time.monotonic() - self._looked >= FRESH:
            self.look([parcel.notice.reminder for each in bundles[place:] for parcel in each])
        return all(self._whose.get(parcel.notice.reminder) == parcel.notice.person for parcel in bundles[place])


@dataclass(frozen=True)
class Delivery:
    """Delivers what a worker has claimed."""

    database: Database
    reminding: Reminding
    channels: Mapping[str, Channel]
    link: str
    stopping: Callable[[], bool] = lambda: False

    def deliver(self, worker: str, held: Sequence[Reminder], now: datetime, until: datetime) -> None:
        """Deliver these, or say when to try again. What is not begun by ``until`` (machine's clock) is let go."""
        results, claim = Results(), Claim(self.database, worker)
        bundles = _bundles(self._parcels(claim, held, now, results))
        for place, bundle in enumerate(bundles):
            if self.stopping() or datetime.now(UTC) >= until or not claim.holds(bundles, place):
                results.put_off += [(parcel.notice.reminder, datetime.now(UTC)) for parcel in bundle]
                continue
            self._send(bundle, results)
            if results.ripe:
                self._write_down(results, worker, now)
                results = Results()
        self._write_down(results, worker, now)

    def _parcels(self, claim: Claim, held: Sequence[Reminder], now: datetime, results: Results) -> list[Parcel]:
        """What of it is to be sent, and how; what is not goes straight to the results."""
        ids = [reminder.id for reminder in held]
        whose = claim.look(ids)
        with self.database.reading() as connection:
            reaches = addresses.reaches(connection, sorted(set(whose.values())))
            tried = outbox.tried(connection, ids)
            disowned = colleagues.disowned(connection, set(whose.values()))
        desks = self._desks({reminder.case for reminder in held}, now)
        parcels = []
        for reminder in (_for(each, whose[each.id]) for each in held if each.id in whose):
            desk, reach = desks.get(reminder.case), reaches[reminder.person]
            if reminder.person in disowned:  # they have no part here any more: a coordinator has to hand the case over
                reach = replace(reach, addresses={})
            try:
                parcel = self._parcel(reminder, desk, reach, tried.get(reminder.id, {}), now, results)
            except Exception as error:  # one reminder that cannot be made must not stand in the way of the others
                log.error("cannot be made: reminder=%s error=%s", reminder.id, type(error).__name__)
                results.put_off.append((reminder.id, datetime.now(UTC) + timedelta(seconds=LONGEST_PAUSE)))
            else:
                parcels += [parcel] if parcel else []
        return parcels

    def _desks(self, references: Collection[str], now: datetime) -> dict[str, Desk]:
        """The cases as they stand now. One that cannot be read is left out, so that the others are not held up."""
        try:
            return self.reminding.before_sending(references, now)
        except SQLAlchemyError:
            raise
        except Exception as error:
            if len(references) == 1:
                log.error("cannot be read: case=%s error=%s", *references, type(error).__name__)
                return {}
            return {each: desk for one in references for each, desk in self._desks([one], now).items()}

    def _parcel(
        self, reminder: Reminder, desk: Desk | None, reach: Reach, tried: Mapping[str, Tried], now: datetime,
        results: Results,
    ) -> Parcel | None:  # fmt: skip
        if desk is None:
            raise LookupError(reminder.case)
        message = wording.reminder(reminder, desk)
        if message is None:
            results.dropped.append(reminder.id)
            return None
        if reminder.planned.kind is Kind.COORDINATOR:
            results.sent.append(reminder.id)  # it stands in the coordinators' overview from now on
            return None
        due, stage, known = wording.due(reminder), wording.stage(desk), tokens(reminder)
        notice = Notice(reminder.id, reminder.person, message, known, reminder.case, stage, due, self.link)
        parcel = self._addressed(notice, reach, tried)
        if parcel is None:
            results.undeliverable.append(reminder.id)
        elif _has_to_wait(parcel, reminder, now):
            results.put_off.append((reminder.id, datetime.now(UTC) + QUIET_PAUSE))
            return None
        return parcel

    def _addressed(self, notice: Notice, reach: Reach, tried: Mapping[str, Tried]) -> Parcel | None:
        """By the first channel that may still succeed; one that was tried in vain for long has its turn last."""
        order = [name for name in reach.preference.channels if name in reach.addresses and name in self.channels]
        usable = [name for name in order if name not in tried or tried[name].state != "refused"]
        if not usable:
            return None
        attempts = {name: tried[name].attempts if name in tried else 0 for name in usable}
        patient = [name for name in usable if attempts[name] < PATIENCE]
        name = patient[0] if patient else min(usable, key=lambda each: attempts[each])
        return Parcel(notice, self.channels[name], reach, attempts[name])

    def _send(self, bundle: Sequence[Parcel], results: Results) -> None:
        first, name = bundle[0], bundle[0].channel.name
        numbers = [parcel.notice.reminder for parcel in bundle]
        try:
            there = _spoken(bundle)
        except Refused as refused:
            if refused.gone:
                results.gone.append((first.notice.person, name, refused.reason))
            for number in numbers:
                results.failed.append(Failed(number, name, "refused", refused.reason))
                results.put_off.append((number, datetime.now(UTC)))
        except Exception as error:  # whatever broke in a channel, it may have been delivered, and is tried again
            unreachable = error if isinstance(error, Unreachable) else _unknown(error)
            log.warning("not delivered: channel=%s reminder=%s reason=%s", name, numbers[0], unreachable.reason)
            for number in numbers:
                again = datetime.now(UTC) + pause(first.attempts, unreachable)
                reason, ambiguous = unreachable.reason, unreachable.ambiguous
                results.failed.append(Failed(number, name, "unreachable", reason, ambiguous, again))
                results.put_off.append((number, again))
        else:
            results.sent += numbers
            results.delivered.setdefault(name, {}).update(dict.fromkeys(numbers, there))

    def _write_down(self, results: Results, worker: str, now: datetime) -> None:
        """Tried again while the database is away: what was sent must not be forgotten."""
        while True:
            try:
                with self.database.transaction() as connection:
                    _record(connection, results, worker, now)
                _count(results)
                return
            except SQLAlchemyError as error:
                log.warning("not written down yet: error=%s", type(error).__name__)
                if self.stopping():
                    return
                time.sleep(1)


def pause(attempts: int, failure: Unreachable) -> timedelta:
    """How long to wait after so many earlier attempts: longer each time, spread at random, never less than asked."""
    first = AMBIGUOUS_PAUSE if failure.ambiguous else FIRST_PAUSE
    spread = random.uniform(0, min(LONGEST_PAUSE, first * 2.0**attempts))
    least = first / 2 if failure.ambiguous else 0.5
    return timedelta(seconds=max(spread, least, min(failure.retry_after or 0.0, LONGEST_ASKED)))


def _for(reminder: Reminder, person: str) -> Reminder:
    """The reminder of whoever has the case by now."""
    return reminder if reminder.person == person else replace(reminder, person=person)


def _bundles(parcels: Iterable[Parcel]) -> list[list[Parcel]]:
    """What goes in one message: all for one person where the channel gathers, else each by itself."""
    bundles: dict[tuple[str, str | int], list[Parcel]] = {}
    for parcel in parcels:
        gathers = hasattr(parcel.channel, "gather")
        whose = parcel.notice.person if gathers else parcel.notice.reminder
        bundles.setdefault((parcel.channel.name, whose), []).append(parcel)
    return list(bundles.values())


def _spoken(bundle: Sequence[Parcel]) -> str | None:
    first = bundle[0]
    if len(bundle) == 1:
        return first.channel.send(first.address, first.notice)
    return cast(GatheringChannel, first.channel).gather(first.address, [parcel.notice for parcel in bundle])


def _has_to_wait(parcel: Parcel, reminder: Reminder, now: datetime) -> bool:
    """Whether the person wants quiet now. The end of an urgent limit waits for nobody."""
    quiet = parcel.reach.preference.is_quiet(london(now).time())
    return quiet and not reminder.planned.urgent and parcel.channel.name in PUSHED


def _unknown(error: Exception) -> Unreachable:
    return Unreachable(f"broken:{type(error).__name__}"[:64], ambiguous=True)


def _count(results: Results) -> None:
    for outcome in ("sent", "put_off", "undeliverable", "dropped"):
        metrics.REMINDERS.labels(outcome).inc(len(getattr(results, outcome)))


def _record(connection: Connection, results: Results, worker: str, now: datetime) -> None:
    real = datetime.now(UTC)
    for channel, messages in results.delivered.items():
        outbox.delivered(connection, channel, messages, real)
    outbox.failed(connection, results.failed, real)
    outbox.sent(connection, results.sent, now)
    for number, until in results.put_off:
        outbox.put_off(connection, number, until)
    for number in results.undeliverable:
        outbox.undeliverable(connection, number)
    for number in results.dropped:
        outbox.drop(connection, number)
    for person, channel, reason in results.gone:
        addresses.bury(connection, person, channel, reason, now)
    outbox.beat(connection, worker, real)
