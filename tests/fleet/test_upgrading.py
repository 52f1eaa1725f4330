"""A database that is used goes on being used: while it is dumped, restored elsewhere, and brought to a newer shape."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select, text

from bot.casework.case import Answer, Outcome, Tried
from bot.casework.intake import Ask, Told
from bot.casework.message import Block, Kind, Message, Shape
from bot.casework.vocabulary import Category, Person
from bot.storage import conversations, migrate, people
from bot.storage.cases import cases
from bot.storage.record import record
from bot.storage.reminders import reminders
from tests.conftest import ROOT
from tests.fleet import ledger
from tests.postgresql import Cluster, program

NOW = datetime(2026, 11, 2, 10, tzinfo=UTC)
ASKING = {"get_bind", "f"}
WITHOUT_STOPPING = {*ASKING, "add_column", "create_table", "create_index", "drop_index", "execute", "bulk_insert"}
SINCE = "0013"


def script(name: str, url: str, *words: object) -> subprocess.CompletedProcess[str]:
    path = f"{Path(program('pg_dump')).parent}:{os.environ['PATH']}"
    command = ["sh", str(ROOT / "deploy" / name), *(str(word) for word in words)]
    environment = {**os.environ, "PATH": path, "DATABASE_URL": url}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def counted(url: str) -> dict[str, int]:
    with ledger.opened(url) as made, made.database.reading() as connection:
        tables = (cases, record, reminders, people.people, conversations.messages)
        return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def escalate(url: str, person: str) -> None:
    """Somebody has a case in its first stage, and a conversation."""
    with ledger.opened(url) as made:
        with made.database.transaction() as connection:
            people.create(connection, person, None, NOW)
            said = Message(Kind.PERSON, (Block(Shape.TEXT, ("they disagree",)),))
            conversations.add(connection, person, said, NOW)
        made.casework.answer_risk(person, Ask.RISK, Answer.NO, NOW)
        told = Told(policy="gloucestershire", person=Person.CHILD, categories=(Category.THRESHOLDS,), raised_at=NOW)
        made.casework.tell(person, told, NOW)
        made.casework.tell(person, Told(tried=Tried(None)), NOW)


@pytest.mark.processes
def test_a_dump_is_restored_and_the_case_goes_on(cluster: Cluster, tmp_path: Path) -> None:
    url, elsewhere = cluster.database("before"), cluster.database("after")
    migrate(url)
    escalate(url, "somebody")
    made = script("backup", url, tmp_path)
    assert made.returncode == 0, made.stderr
    dump = Path(made.stdout.strip())
    assert dump.exists() and not list(tmp_path.glob("*.part")) and dump.stat().st_mode & 0o077 == 0
    escalate(url, "later")  # what came after the dump is not in it

    restored = script("restore", elsewhere, dump)
    assert restored.returncode == 0, restored.stderr
    assert counted(elsewhere)["people"] == 1 and counted(elsewhere)["reminders"] > 3
    with ledger.opened(elsewhere) as opened:
        desk = opened.casework.not_resolved("somebody", Outcome.UNRESOLVED, None, NOW)
        assert desk.case is not None and desk.case.stage == "2"
    migrate(elsewhere)

    again = script("restore", elsewhere, dump)
    assert again.returncode == 1 and "not empty" in again.stderr
    assert counted(elsewhere)["cases"] == 1


@pytest.mark.processes
def test_a_dump_that_fails_leaves_the_ones_before(cluster: Cluster, tmp_path: Path) -> None:
    (tmp_path / "waymark-20260101T000000Z.dump").touch()
    failed = script("backup", cluster.database("empty").replace("/empty", "/nowhere"), tmp_path)
    assert failed.returncode == 1 and "still there" in failed.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["waymark-20260101T000000Z.dump"]


@pytest.mark.processes
def test_a_database_is_brought_up_to_date_while_it_is_written_to(cluster: Cluster) -> None:
    """An older gateway goes on adding messages, several migrators start at once, and every message is there."""
    url = cluster.database("live")
    migrate(url, "0012")
    stop, kept, refused = threading.Event(), [0], [0]

    def writes() -> None:
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text("INSERT INTO people (id, created_at, last_seen_at) VALUES ('p', now(), now())"))
        while not stop.is_set():
            try:
                with engine.begin() as connection:
                    query = "INSERT INTO messages (person, kind, body, created_at) VALUES ('p', 'person', '{}', now())"
                    connection.execute(text(query))
                kept[0] += 1
            except Exception:
                refused[0] += 1
            time.sleep(0.002)
        engine.dispose()

    writer = threading.Thread(target=writes)
    writer.start()
    while kept[0] < 20:
        time.sleep(0.02)
    command = ["-c", "import sys; from bot.storage import migrate; migrate(sys.argv[1])", url]
    migrators = [subprocess.Popen([sys.executable, *command], cwd=ROOT) for _ in range(2)]
    assert [each.wait(60) for each in migrators] == [0, 0]
    stop.set()
    writer.join()
    assert refused[0] == 0 and counted(url)["messages"] == kept[0]
    escalate(url, "somebody")


@pytest.mark.parametrize("path", [p for p in sorted((ROOT / "migrations/versions").glob("*.py")) if p.name > SINCE],
                         ids=lambda path: str(path.stem))  # fmt: skip
def test_a_migration_leaves_the_older_program_at_work(path: Path) -> None:
    """It only adds, and what it adds may be left out: old and new gateways share one database for a while."""
    upgrade = next(node for node in ast.parse(path.read_text()).body if getattr(node, "name", "") == "upgrade")
    for call in (node for node in ast.walk(upgrade) if isinstance(node, ast.Call)):
        name, owner = getattr(call.func, "attr", ""), getattr(getattr(call.func, "value", None), "id", "")
        assert owner != "op" or name in WITHOUT_STOPPING, name
        if owner == "op" and name == "add_column":
            column = ast.unparse(call.args[1])
            assert "nullable=True" in column or "server_default" in column, column
