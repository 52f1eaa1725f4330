"""What is erased is gone: from every table, and from the bytes of the files; what stays says nothing of it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.casework.policy import Policy
from bot.evidence import verify
from bot.storage import Database, belongings, migrate, people
from bot.storage.base import metadata
from bot.storage.belongings import ACCOUNT, OF_CASE, OWNED, REMAINS, SAID, SEALED, erasures
from bot.storage.cases import cases
from bot.storage.trackers import Trackers
from tests.personal.conftest import MAILBOX, NOW, SECRET, Holding, holding
from tests.postgresql import Cluster, program

LISTED = {*OF_CASE, *SEALED, *SAID, *ACCOUNT, *OWNED, *REMAINS}
OWNERS = {"case", "person"}
POINTED_AT = {"people.id", "cases.reference"}


def test_whatever_belongs_to_a_case_or_a_person_is_in_the_list() -> None:
    """A table that is new has to be named in bot/storage/belongings.py, or it is never erased and never given out."""
    theirs = [
        column
        for table in metadata.tables.values()
        for column in table.columns
        if column.name in OWNERS or POINTED_AT & {key.target_fullname for key in column.foreign_keys}
    ]
    assert [str(column) for column in theirs if column not in LISTED] == []


def test_what_hangs_on_them_goes_with_them() -> None:
    owned = {column.table.name for column in LISTED}
    hanging = [
        str(column)
        for table in metadata.tables.values()
        if table.name not in owned
        for column in table.columns
        for key in column.foreign_keys
        if key.target_fullname.partition(".")[0] in owned and key.ondelete != "CASCADE"
    ]
    assert hanging == []


def rows(database: Database) -> dict[str, int]:
    """How many rows there are, by table, where there are any."""
    with database.reading() as connection:
        found = {t.name: connection.scalar(select(func.count()).select_from(t)) for t in metadata.tables.values()}
    return {name: count for name, count in found.items() if count}


def test_a_person_leaves_a_tombstone_and_two_notes(held: Holding) -> None:
    assert set(rows(held.database)) >= {column.table.name for column in LISTED - set(REMAINS)}
    held.personal.erase_person("one", "command", NOW)
    assert rows(held.database) == {"policy_versions": 1, "tombstones": 1, "erasures": 1}
    assert verify(held.database).faults == ()


def test_no_byte_of_it_lies_in_any_file(held: Holding) -> None:
    (held.folder / "letter.eml").write_text(f"To: {MAILBOX}\n\nW-2222222: {SECRET}")
    assert {"letter.eml", "rasa.db-wal", "waymark.db-wal"} & set(held.lies_anywhere(SECRET))
    held.personal.erase_person("one", "asked", NOW)
    held.personal.tidy()
    assert held.lies_anywhere(SECRET) == [] and held.lies_anywhere(MAILBOX) == []
    held.database.close()
    assert held.lies_anywhere("zebra") == []


def test_the_conversation_goes_and_the_case_stays(held: Holding) -> None:
    before = verify(held.database)
    held.personal.erase_conversation("one", "asked", NOW)
    assert verify(held.database) == before
    left = rows(held.database)
    assert "messages" not in left and "buttons" not in left and "inbox" not in left and left["cases"] == 1
    assert held.personal.memory.held("one") == []


def test_nobody_else_is_touched(held: Holding) -> None:
    held.somebody("two", "W-3333333")
    alone = held.personal.held("two", NOW)
    held.personal.erase_person("one", "asked", NOW)
    assert held.personal.held("two", NOW) == alone and held.personal.find("one") is None


def test_that_it_was_erased_is_noted_without_a_word_of_it(held: Holding) -> None:
    held.personal.erase_everything("one", "asked", NOW)
    with held.database.reading() as connection:
        (noted,) = connection.execute(select(erasures)).all()
    assert (noted.person, noted.what, noted.why, noted.at) == ("one", "everything", "asked", NOW)
    assert not any("zebra" in str(value) for value in noted)


def close(held: Holding, when: datetime) -> None:
    held.files.resolve("one", None, when)


def test_what_is_over_is_deleted_after_its_time_and_not_before(held: Holding) -> None:
    held.somebody("two", "W-3333333")  # hers stays open
    close(held, NOW + timedelta(hours=1))
    keeping = replace(held.personal, keep_cases=30, keep_conversations=None)
    assert keeping.expire(NOW + timedelta(days=30)) == 0
    assert keeping.expire(NOW + timedelta(days=30, hours=2)) == 1
    with held.database.reading() as connection:
        assert list(connection.scalars(select(cases.c.reference))) == ["W-3333333"]
    assert verify(held.database).faults == () and keeping.expire(NOW + timedelta(days=900)) == 0


def test_what_was_said_is_deleted_after_its_time_and_visitors_with_it(held: Holding) -> None:
    with held.database.transaction() as connection:
        people.create(connection, "visitor", None, NOW)
    keeping = replace(held.personal, keep_conversations=5)
    keeping.expire(NOW + timedelta(days=4))
    assert rows(held.database)["messages"] == 40
    keeping.expire(NOW + timedelta(days=6))
    assert "messages" not in rows(held.database)
    with held.database.reading() as connection:
        assert list(connection.scalars(select(people.people.c.id))) == ["one"]  # she has a case


def test_the_memory_of_the_assistant_has_the_machines_time(held: Holding) -> None:
    old = datetime.now(UTC) - timedelta(days=6)
    assert len(held.personal.memory.held("one")) == 40
    held.personal.memory.forget_before(datetime.fromtimestamp(NOW.timestamp() - 1, UTC))
    assert len(held.personal.memory.held("one")) == 40
    held.personal.memory.forget_before(max(old, NOW) + timedelta(seconds=1))
    assert held.personal.memory.held("one") == []


def test_where_the_assistant_has_never_run_nothing_is_made(tmp_path: Path) -> None:
    trackers = Trackers(f"sqlite:///{tmp_path / 'none.db'}")
    trackers.forget("one")
    trackers.tidy()
    assert trackers.held("one") == [] and list(tmp_path.iterdir()) == []


def test_all_that_is_held_is_given_out_and_no_secret(held: Holding) -> None:
    told = json.loads(json.dumps(held.personal.held("one", NOW), default=str))
    names = {column.table.name for column in LISTED} - {"tombstones"}
    assert set(told["held"]) == names and all(told["held"][name] for name in names - {"erasures"})
    assert told["held"]["record"][1]["about"] and told["assistant"][0]["text"] == SECRET
    keys = {key for items in told["held"].values() for row in items for key in row}
    assert not keys & belongings.SECRETS


@pytest.mark.processes
def test_a_dump_of_postgresql_holds_no_word_of_it(
    cluster: Cluster, tmp_path: Path, policies: Mapping[str, Policy]
) -> None:
    def dumped() -> bytes:
        url = f"postgresql://waymark@127.0.0.1:{cluster.port}/personal"
        return subprocess.run([program("pg_dump"), url], check=True, capture_output=True).stdout

    url = cluster.database("personal")
    migrate(url)
    made = holding(url, tmp_path, policies)
    made.somebody("one", "W-2222222")
    made.somebody("two", "W-3333333")
    assert dumped().count(SECRET.encode()) > 100
    made.personal.erase_person("one", "asked", NOW)
    made.personal.erase_person("two", "asked", NOW)
    made.personal.tidy()
    assert b"zebra" not in dumped() and verify(made.database).faults == ()
    made.database.close()
