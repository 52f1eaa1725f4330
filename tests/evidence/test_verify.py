"""The record as evidence: whatever is changed, removed or added behind Waymark's back is found and named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from bot.casework.chain import Head, Wrong
from bot.cli import main
from bot.evidence import Verdict, verify
from bot.storage import Database, migrate
from bot.storage.base import MIGRATIONS
from bot.storage.cases import cases
from bot.storage.deadlines import deadlines
from bot.storage.focus import focus
from bot.storage.record import add, heads, of_case, record, tombstones
from tests.evidence.conftest import NOW, ONE, TWO, erase
from tests.tampering import unguarded


def tampered(database: Database, what: Callable[[Connection], object], known: dict[str, Head] | None = None) -> Verdict:
    with database.transaction() as connection, unguarded(connection):
        what(connection)
    return verify(database, (known or {}).items())


def found(verdict: Verdict) -> list[tuple[str, str, int | None, str]]:
    return [(fault.case, fault.what.value, fault.entry, fault.detail) for fault in verdict.faults]


def entry(number: int, case: str = ONE) -> object:
    return (record.c.case == case) & (record.c.number == number)


def test_what_was_written_is_whole(written: Database) -> None:
    verdict = verify(written)
    assert verdict.faults == () and len(verdict.heads) == 2 and verdict.entries > 12


@pytest.mark.parametrize(
    "change",
    [
        {"about": {"text": "something else"}},
        {"event": "noted"},
        {"at": NOW},
        {"actor": "somebody"},
    ],
)
def test_a_changed_entry_is_named(written: Database, change: dict[str, object]) -> None:
    verdict = tampered(written, lambda it: it.execute(update(record).where(entry(3)).values(change)))
    assert found(verdict) == [(ONE, "contents", 3, "")]


def test_an_entry_that_cannot_be_read_is_named(written: Database) -> None:
    spoilt = text("""UPDATE record SET about = '{"', at = 'yesterday' WHERE "case" = :case AND number = 2""")
    verdict = tampered(written, lambda it: it.execute(spoilt, {"case": TWO}))
    assert found(verdict) == [(TWO, "contents", 2, "")]


def test_a_changed_seal_is_told_from_changed_contents(written: Database) -> None:
    verdict = tampered(written, lambda it: it.execute(update(record).where(entry(4)).values(seal="f" * 64)))
    assert found(verdict) == [(ONE, "seal", 4, "")]


def test_a_removed_entry_is_named_in_the_middle_and_at_the_end(written: Database) -> None:
    last = verify(written).heads[ONE].entries
    verdict = tampered(written, lambda it: it.execute(delete(record).where(entry(2) | entry(last))))
    assert found(verdict) == [(ONE, "missing", 2, ""), (ONE, "missing", last, "")]


def test_a_shortened_record_is_found_although_its_end_and_its_case_were_shortened_too(written: Database) -> None:
    known = dict(verify(written).heads)
    last = known[ONE].entries

    def shorten(it: Connection) -> None:
        before = it.scalar(select(record.c.seal).where(entry(last - 1)))
        it.execute(delete(record).where(entry(last)))
        it.execute(update(heads).where(heads.c.case == ONE).values(entries=last - 1, seal=before))
        it.execute(update(cases).where(cases.c.reference == ONE).values(version=last - 1))

    assert found(tampered(written, shorten)) == []  # whole in itself: only what was noted elsewhere tells
    assert found(verify(written, known.items())) == [(ONE, "rewritten", last, "")]


def test_an_added_entry_is_named(written: Database) -> None:
    row = {"case": ONE, "number": 99, "event": "noted", "at": NOW, "actor": "x", "about": {"text": "y"}, "seal": "0"}
    assert found(tampered(written, lambda it: it.execute(insert(record).values(row)))) == [(ONE, "added", 99, "")]


def test_a_record_sealed_anew_from_a_change_on_does_not_fit_its_end(written: Database) -> None:
    end = verify(written).heads[ONE]

    def anew(it: Connection) -> None:
        entries = list(of_case(it, ONE))
        it.execute(delete(record).where(record.c.case == ONE))
        it.execute(delete(heads).where(heads.c.case == ONE))
        add(it, ONE, 0, [entries[1], *entries[1:]])
        it.execute(update(heads).where(heads.c.case == ONE).values(seal=end.seal))

    verdict = tampered(written, anew)
    assert (ONE, "head", end.entries, "") in found(verdict)


def test_a_record_without_its_end_is_named(written: Database) -> None:
    verdict = tampered(written, lambda it: it.execute(delete(heads).where(heads.c.case == TWO)))
    assert found(verdict) == [(TWO, "head", None, "")]


def test_a_case_that_says_something_else_than_its_record_is_named(written: Database) -> None:
    moved = update(cases).where(cases.c.reference == ONE).values(stage="4", status="closed")
    assert found(tampered(written, lambda it: it.execute(moved))) == [
        (ONE, "standing", None, "stage"),
        (ONE, "standing", None, "status"),
    ]


def test_a_case_that_is_gone_without_a_trace_is_known_by_what_was_noted(written: Database) -> None:
    known = dict(verify(written).heads)

    def vanish(it: Connection) -> None:
        for table in (deadlines, focus, record, heads):
            it.execute(delete(table).where(table.c.case == ONE))
        it.execute(delete(cases).where(cases.c.reference == ONE))

    assert found(tampered(written, vanish, known)) == [(ONE, "vanished", None, "")]


def test_two_records_do_not_pass_for_each_other(written: Database) -> None:
    def swap(it: Connection) -> None:
        it.execute(text("PRAGMA defer_foreign_keys=ON"))
        for first, second in ((ONE, "W-X"), (TWO, ONE), ("W-X", TWO)):
            it.execute(update(record).where(record.c.case == first).values(case=second))

    assert {fault.case for fault in tampered(written, swap).faults} == {ONE, TWO}


def test_an_erased_case_leaves_a_tombstone_that_verifies(written: Database) -> None:
    known = dict(verify(written).heads)
    with written.transaction() as connection:
        erase(connection)
    verdict = verify(written, known.items())
    assert found(verdict) == [] and verdict.erased[ONE].head == known[ONE] and ONE not in verdict.heads


def test_a_changed_tombstone_is_named(written: Database) -> None:
    with written.transaction() as connection:
        erase(connection)
    later = update(tombstones).values(at=NOW + timedelta(days=9))
    assert found(tampered(written, lambda it: it.execute(later))) == [(ONE, "tombstone", None, "")]


FORBIDDEN = [
    update(record).values(actor="somebody"),
    delete(record),
    delete(heads),
    update(heads).values(entries=1),
    text("INSERT OR REPLACE INTO record SELECT * FROM record"),
]


@pytest.mark.parametrize("statement", FORBIDDEN, ids=str)
def test_the_database_itself_refuses(written: Database, statement: object) -> None:
    with pytest.raises(IntegrityError, match="only ever added to"), written.transaction() as connection:
        connection.execute(statement)  # type: ignore[call-overload]
    assert found(verify(written)) == []


@pytest.mark.parametrize("statement", [update(tombstones).values(why="x"), delete(tombstones)], ids=str)
def test_the_database_keeps_tombstones(written: Database, statement: object) -> None:
    with written.transaction() as connection:
        erase(connection)
    with pytest.raises(IntegrityError, match="only ever added to"), written.transaction() as connection:
        connection.execute(statement)  # type: ignore[call-overload]


def test_nothing_is_written_into_a_case_that_was_erased(written: Database) -> None:
    with written.transaction() as connection:
        entries = list(of_case(connection, ONE))
        erase(connection)
    with pytest.raises(IntegrityError), written.transaction() as connection:
        row = {"reference": ONE, "person": "x", "version": 0, "status": "open", "opened_at": NOW, "changed_at": NOW}
        connection.execute(insert(cases).values(row))
        add(connection, ONE, 0, entries)


def downgrade(url: str) -> None:
    """Back to the shape in which nothing was sealed."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    command.downgrade(config, "0009")


def test_records_from_before_are_sealed_by_the_migration(written: Database, tmp_path: Path) -> None:
    before = verify(written).heads
    written.close()
    path = shutil.copy(tmp_path / "waymark.db", tmp_path / "older.db")
    downgrade(f"sqlite:///{path}")
    migrate(f"sqlite:///{path}")
    older = Database(f"sqlite:///{path}")
    assert verify(older).heads == before and found(verify(older)) == []
    with pytest.raises(IntegrityError), older.transaction() as connection:
        connection.execute(delete(record))
    older.close()


def test_the_command_names_case_and_entry(
    written: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", str(written.engine.url))
    assert main(["verify"]) == 0
    assert "as it was written: 2 cases" in capsys.readouterr().out
    assert main(["verify", "--json"]) == 0
    earlier = tmp_path / "earlier.json"
    earlier.write_text(capsys.readouterr().out)
    tampered(written, lambda it: it.execute(update(record).where(entry(3)).values(actor="x")))
    assert main(["verify", "--json", "--against", str(earlier)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["whole"] is False
    assert told["faults"] == [
        {"case": ONE, "entry": 3, "what": "contents",
         "says": "W-0000001, entry 3: does not say what was sealed when it was written"}
    ]  # fmt: skip
    assert main(["verify", "--against", str(tmp_path / "nothing")]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_every_fault_has_words() -> None:
    from bot.commands.verify import SAID

    assert set(SAID) == set(Wrong)
