"""Where records end is noted outside the database: whoever seals records anew in there is found all the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, update

from bot import bankholidays
from bot.bootstrap import Parts
from bot.casework.policy import Policy
from bot.cli import main
from bot.config import Settings
from bot.evidence import ends_in, note_ends, verify
from bot.reminding import Reminding
from bot.storage import Database
from bot.storage.case_store import CaseStore
from bot.storage.cases import cases
from bot.storage.clock import TrainingClock
from bot.storage.deadlines import deadlines
from bot.storage.focus import focus
from bot.storage.record import add, entomb, heads, of_case, record
from bot.worker import Worker
from tests.evidence.conftest import NOW, ONE, TWO, erase
from tests.evidence.test_verify import found
from tests.tampering import unguarded

Harm = Callable[[Connection], None]


def sealed_anew(it: Connection, case: str = ONE, upto: int | None = None) -> None:
    """A record written anew from another first entry, with all its seals, its end and its case as they ought to be."""
    first, *rest = list(of_case(it, case))[:upto]
    it.execute(delete(record).where(record.c.case == case))
    it.execute(delete(heads).where(heads.c.case == case))
    forged = first if upto else replace(first, actor="somebody else")
    add(it, case, 0, [forged, *rest])
    it.execute(update(cases).where(cases.c.reference == case).values(version=1 + len(rest)))


def tail_removed(it: Connection) -> None:
    sealed_anew(it, upto=-1)


def gone(it: Connection) -> None:
    for table in (deadlines, focus, record, heads):
        it.execute(delete(table).where(table.c.case == ONE))
    it.execute(delete(cases).where(cases.c.reference == ONE))


def buried_early(it: Connection) -> None:
    """A tombstone that is whole, of a record that had been shortened first."""
    sealed_anew(it, upto=-2)
    entomb(it, ONE, "asked", NOW)
    gone(it)


def over(database: Database, policies: Mapping[str, Policy]) -> Reminding:
    calendars = {policy.nation: bankholidays.calendar(policy.nation) for policy in policies.values()}
    return Reminding(CaseStore(database), policies, calendars, lambda: "W-0000003")


HARM = {"rewritten": [sealed_anew, tail_removed, buried_early], "vanished": [gone]}


@pytest.fixture
def anchors(tmp_path: Path) -> Path:
    return tmp_path / "ends.jsonl"


@pytest.mark.parametrize(("what", "harm"), [(what, harm) for what, several in HARM.items() for harm in several])
def test_what_is_whole_in_itself_does_not_fit_what_was_noted(
    written: Database, anchors: Path, what: str, harm: Harm
) -> None:
    assert note_ends(written, anchors, NOW).added == 2
    with written.transaction() as connection, unguarded(connection):
        harm(connection)
    assert [fault for fault in found(verify(written)) if fault[1] != "standing"] == [], "nothing in the database tells"
    assert [(case, wrong) for case, wrong, *_ in found(verify(written, ends_in(anchors)))][-1:] == [(ONE, what)]
    noted = note_ends(written, anchors, NOW)
    assert [(fault.case, fault.what) for fault in noted.faults] == [(ONE, what)] and noted.added == 0


def test_what_went_on_since_is_noted_and_nothing_twice(
    written: Database, anchors: Path, policies: Mapping[str, Policy]
) -> None:
    first = note_ends(written, anchors, NOW)
    assert note_ends(written, anchors, NOW) == first.__class__(0, first.length, first.digest, ())
    over(written, policies).resolve("first", None, NOW + timedelta(days=3))
    with written.transaction() as connection:
        entomb_all(connection, TWO)
    again = note_ends(written, anchors, NOW)
    assert again.added == 1 and again.faults == () and again.length > first.length
    assert [case for case, _ in ends_in(anchors)] == [ONE, TWO, ONE]
    assert found(verify(written, ends_in(anchors))) == []


def entomb_all(connection: Connection, case: str) -> None:
    """As a person's wish has it: the record goes, and its tombstone says how long it was."""
    entomb(connection, case, "asked", NOW)
    for table in (deadlines, focus):
        connection.execute(delete(table).where(table.c.case == case))
    connection.execute(delete(cases).where(cases.c.reference == case))


def test_a_line_that_was_cut_off_is_written_again(written: Database, anchors: Path) -> None:
    note_ends(written, anchors, NOW)
    whole = anchors.read_bytes()
    anchors.write_bytes(whole[:-9])
    assert len(ends_in(anchors)) == 1
    assert note_ends(written, anchors, NOW).added == 1 and anchors.read_bytes() == whole


def test_a_file_that_says_something_else_is_not_taken_for_none(written: Database, anchors: Path) -> None:
    anchors.write_text("{}\n")
    with pytest.raises(ValueError, match="no end"):
        note_ends(written, anchors, NOW)
    assert anchors.read_text() == "{}\n"


def test_workers_note_them_and_say_what_does_not_fit(
    written: Database, anchors: Path, policies: Mapping[str, Policy], caplog: pytest.LogCaptureFixture
) -> None:
    casework = over(written, policies)
    settings = Settings.from_environment({"WAYMARK_MODE": "training", "WAYMARK_ANCHORS": str(anchors)})

    def works_for_an_hour() -> str:
        caplog.clear()
        worker = Worker(Parts(settings, written, TrainingClock(written), casework, casework), {})
        worker._clean()
        return caplog.text

    assert "ends noted: new=2" in works_for_an_hour()
    assert works_for_an_hour() == "", "nothing is new"
    with written.transaction() as connection, unguarded(connection):
        sealed_anew(connection)
    assert f"a record is not what it was: case={ONE}" in works_for_an_hour()
    anchors.write_text("something else\n")
    assert "the ends of the records are not noted" in works_for_an_hour()


def test_the_command_heeds_them_by_itself(
    written: Database, anchors: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", str(written.engine.url))
    monkeypatch.setenv("WAYMARK_ANCHORS", str(anchors))
    assert main(["verify"]) == 1 and f"{anchors} cannot be read" in capsys.readouterr().err
    note_ends(written, anchors, NOW)
    copy = anchors.with_name("kept elsewhere")
    copy.write_bytes(anchors.read_bytes())
    assert main(["verify"]) == 0 and "2 ends noted elsewhere" in capsys.readouterr().out
    with written.transaction() as connection, unguarded(connection):
        sealed_anew(connection)
    assert main(["verify"]) == 1 and f"{ONE}, entry" in capsys.readouterr().out
    anchors.write_text("")  # whoever did it had this file too
    assert main(["verify"]) == 0
    capsys.readouterr()
    assert main(["verify", "--json", "--against", str(copy)]) == 1
    assert json.loads(capsys.readouterr().out)["faults"][0]["what"] == "rewritten"


def test_an_erased_case_fits(written: Database, anchors: Path) -> None:
    note_ends(written, anchors, NOW)
    with written.transaction() as connection:
        erase(connection)
    assert note_ends(written, anchors, NOW).faults == ()

