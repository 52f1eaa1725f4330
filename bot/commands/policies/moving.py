"""``waymark policies check --against-open-cases`` and ``move``: open cases and the policies that have changed since."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from bot import bankholidays, library
from bot.casework.errors import CaseworkError
from bot.config import Settings
from bot.storage import Database, migrate
from bot.storage.case_store import CaseStore
from bot.storage.clock import RealClock, TrainingClock
from bot.versions import Difference, Versions

LONGEST_NAME = 36
REFUSED = {
    "no_case": "there is no such case, or it has no policy yet",
    "closed": "the case is closed",
    "unknown_version": "neither the files nor the cases know that version of its policy",
    "nothing_to_change": "the case is under that version already",
    "no_such_stage": "its stage is not in that version; the practitioner can name the area anew to enter there",
    "changed_meanwhile": "it was changed elsewhere at the same moment; please look again",
}


def against_open_cases(settings: Settings) -> int:
    """Say for each open case whose policy has changed what moving it would change. Nothing is moved."""
    with _versions(settings) as (versions, now):
        found = versions.against_open_cases(now)
        untold = versions.unannounced()
    for difference in found:
        sys.stdout.write("\n".join(_lines(difference)) + "\n")
    if not found:
        sys.stdout.write("Every open case is under what its policy says now.\n")
    sys.stdout.writelines(f"{sentence}\n" for sentence in untold)
    return int(bool(untold))


def move(settings: Settings, case: str, version: str, by: str) -> int:
    """Move one case, as an entry in its record."""
    if not by.strip() or len(by) > LONGEST_NAME:
        sys.stderr.write(f"waymark policies move: --by needs a name of at most {LONGEST_NAME} letters\n")
        return 1
    try:
        with _versions(settings) as (versions, now):
            moved = versions.move(case, version, by.strip(), now)
    except CaseworkError as error:
        sys.stderr.write(f"waymark policies move: {case}: {REFUSED[error.code]}\n")
        return 1
    sys.stdout.write("\n".join(_lines(moved)) + "\nMoved, and noted in its record.\n")
    return 0


@contextmanager
def _versions(settings: Settings) -> Iterator[tuple[Versions, datetime]]:
    migrate(settings.database_url)
    database = Database(settings.database_url)
    try:
        calendars = {nation: bankholidays.calendar(nation) for nation in bankholidays.DIVISIONS}
        clock = TrainingClock(database) if settings.training else RealClock()
        files = library.load_all(settings.policy_folder)
        yield Versions(CaseStore(database), files, calendars), clock.now().astimezone(UTC)
    finally:
        database.close()


def _lines(found: Difference) -> list[str]:
    head = f"{found.reference}: {found.policy} {found.version} -> {found.to or 'no file'}"
    return [head, *(f"    {change}" for change in found.changes or ("nothing that its practitioner would notice",))]
