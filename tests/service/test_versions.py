"""A policy changes while a case is open: the case goes on as it was, until somebody moves it by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import bankholidays, bootstrap
from bot.casework.calendar import LONDON
from bot.casework.case import Answer, Event, Kept, Tried
from bot.casework.errors import CaseworkError
from bot.casework.intake import Ask, Told
from bot.casework.plain import content_hash
from bot.casework.policy import Policy
from bot.casework.vocabulary import Category, Person, Status
from bot.cli import main
from bot.config import Settings, SettingsError
from bot.library import PolicyError
from bot.service import Casework
from bot.storage import Database
from bot.storage.case_store import CaseStore
from bot.storage.policies import policy_versions
from bot.versions import Versions

POLICY = "gloucestershire"
ME = "a practitioner"
NOW = datetime(2026, 11, 2, 10, tzinfo=LONDON)
CALENDARS = {nation: bankholidays.calendar(nation) for nation in bankholidays.DIVISIONS}
FILES = Path(__file__).parents[2] / "policies"


def changed(policy: Policy, version: str, days: int = 3) -> Policy:
    """The policy with another time for its first stage."""
    first = policy.stages[0]
    limits = tuple(replace(limit, value=days) if limit.rule == "GLOS-1d" else limit for limit in first.limits)
    stages = (replace(first, limits=limits, contact_next="somebody else"), *policy.stages[1:])
    return replace(policy, version=version, stages=stages)


def over(database: Database, policies: Mapping[str, Policy]) -> Casework:
    return Casework(CaseStore(database), policies, CALENDARS, lambda: "W-0000001")


def versions(database: Database, policies: Mapping[str, Policy]) -> Versions:
    return Versions(CaseStore(database), policies, CALENDARS)


def open_case(casework: Casework) -> None:
    casework.answer_risk(ME, Ask.RISK, Answer.NO, NOW)
    casework.tell(ME, Told(POLICY, POLICY, Person.CHILD, (Category.ROLES,), raised_at=NOW, tried=Tried(None)), NOW)


def due(casework: Casework) -> tuple[str | None, date | None]:
    desk = casework.look(ME, NOW)
    assert desk.advice is not None and desk.advice.headline is not None and desk.case is not None
    return desk.case.policy_version, desk.advice.headline.deadline.due


def test_an_open_case_goes_on_under_what_it_took(casework: Casework, database: Database) -> None:
    open_case(casework)
    newer = over(database, {POLICY: changed(casework.policies[POLICY], "4")})

    assert due(newer) == due(casework) == ("3", date(2026, 11, 9))
    newer.step_done(ME, None, NOW)
    assert due(newer) == ("3", date(2026, 11, 9))


def test_a_case_whose_policy_is_offered_no_more_goes_on_as_well(casework: Casework, database: Database) -> None:
    open_case(casework)

    assert due(over(database, {"warrington": casework.policies["warrington"]})) == ("3", date(2026, 11, 9))


def test_a_new_case_takes_the_new_version(casework: Casework, database: Database) -> None:
    open_case(over(database, {POLICY: changed(casework.policies[POLICY], "4")}))

    assert due(casework) == ("4", date(2026, 11, 5))


def test_what_a_policy_says_is_kept_once(casework: Casework, database: Database) -> None:
    open_case(casework)
    casework.correct(ME, Ask.POLICY, NOW)
    casework.tell(ME, Told(policy=POLICY), NOW)

    with database.reading() as connection:
        [kept] = connection.execute(select(policy_versions)).all()
    policy = casework.policies[POLICY]
    assert (kept.policy, kept.version, kept.hash) == (POLICY, "3", content_hash(policy))
    assert kept.first_used_at == NOW


def test_what_a_new_file_would_change_is_said_case_by_case(casework: Casework, database: Database) -> None:
    open_case(casework)
    newer = {POLICY: changed(casework.policies[POLICY], "4")}

    [found] = versions(database, newer).against_open_cases(NOW)

    assert (found.reference, found.version, found.to) == ("W-0000001", "3", "4")
    assert found.changes[0] == "deadline: Monday 9 November 2026 -> Thursday 5 November 2026"
    assert found.changes[1].endswith("-> somebody else")
    assert due(over(database, newer)) == ("3", date(2026, 11, 9))
    assert versions(database, casework.policies).against_open_cases(NOW) == []


def test_a_slip_of_the_pen_changes_nothing_that_is_noticed(casework: Casework, database: Database) -> None:
    open_case(casework)
    mended = replace(casework.policies[POLICY], version="3a", title="Another title")

    [found] = versions(database, {POLICY: mended}).against_open_cases(NOW)

    assert (found.to, found.changes) == ("3a", ())


def test_a_case_is_moved_by_name_and_back(casework: Casework, database: Database) -> None:
    open_case(casework)
    newer = {POLICY: changed(casework.policies[POLICY], "4")}

    versions(database, newer).move("W-0000001", "4", "A. Coordinator", NOW)

    assert due(over(database, newer)) == ("4", date(2026, 11, 5))
    with CaseStore(database).transaction() as cases:
        entry = list(cases.record_of("W-0000001"))[-1]
    assert (entry.event, entry.actor) == (Event.POLICY_MOVED, "A. Coordinator")
    assert (entry.about["from"], entry.about["version"]) == ("3", "4")
    versions(database, newer).move("W-0000001", "3", "A. Coordinator", NOW)  # that version is kept, without a file
    assert due(over(database, newer)) == ("3", date(2026, 11, 9))


@pytest.mark.parametrize(
    ("reference", "to", "code"),
    [
        ("W-NOBODY", "4", "no_case"),
        ("W-0000001", "7", "unknown_version"),
        ("W-0000001", "3", "nothing_to_change"),
        ("W-0000001", "4", "no_such_stage"),
    ],
)
def test_a_move_that_makes_no_sense_is_refused(
    casework: Casework, database: Database, reference: str, to: str, code: str
) -> None:
    open_case(casework)
    policy = casework.policies[POLICY]
    shorter = replace(policy, version="4", stages=policy.stages[1:])
    files = {POLICY: shorter if to == "4" else policy}

    with pytest.raises(CaseworkError, match=code):
        versions(database, files).move(reference, to, "A. Coordinator", NOW)


def test_a_settled_case_is_not_moved(casework: Casework, database: Database) -> None:
    open_case(casework)
    casework.resolve(ME, None, NOW)
    newer = {POLICY: changed(casework.policies[POLICY], "4")}

    assert versions(database, newer).against_open_cases(NOW) == []
    with pytest.raises(CaseworkError, match="closed"):
        versions(database, newer).move("W-0000001", "4", "A. Coordinator", NOW)


def test_a_change_without_a_new_version_is_told(casework: Casework, database: Database) -> None:
    open_case(casework)
    silently = {POLICY: changed(casework.policies[POLICY], "3")}

    [sentence] = versions(database, silently).unannounced()

    assert "gloucestershire.yml says something else now under the same version '3', which 1 open case uses" in sentence
    assert versions(database, {POLICY: changed(casework.policies[POLICY], "4")}).unannounced() == []
    assert versions(database, casework.policies).unannounced() == []


@pytest.fixture
def settings(tmp_path: Path, database: Database) -> Settings:
    """A deployment of one policy, whose file can be changed."""
    (tmp_path / "policies").mkdir()
    text = (FILES / f"{POLICY}.yml").read_text(encoding="utf-8")
    (tmp_path / "policies" / f"{POLICY}.yml").write_text(text.split("\nexamples:")[0] + "\n", encoding="utf-8")
    environment = {
        "WAYMARK_MODE": "training",
        "WAYMARK_POLICY_FOLDER": str(tmp_path / "policies"),
        "DATABASE_URL": database.engine.url.render_as_string(hide_password=False),
    }
    return Settings.from_environment(environment)


def rewrite(settings: Settings, *pairs: tuple[str, str]) -> None:
    path = settings.policy_folder / f"{POLICY}.yml"
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


TITLE = ("\ntitle: ", "\ntitle: The new ")
VERSION = ('version: "3"', 'version: "4"')


def test_waymark_does_not_start_on_a_file_that_changed_in_silence(settings: Settings) -> None:
    made = bootstrap.build(settings)
    open_case(made.casework)
    made.database.close()
    rewrite(settings, TITLE)

    in_earnest = replace(settings, mode="live")
    with pytest.raises(PolicyError, match="Give it a new version"):
        bootstrap.build(in_earnest)
    bootstrap.build(settings).database.close()  # in training, where an author tries a file out
    rewrite(settings, VERSION)
    bootstrap.build(in_earnest).database.close()


def test_the_command_line_tells_and_moves(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in (
        ("WAYMARK_MODE", "training"),
        ("WAYMARK_POLICY_FOLDER", str(settings.policy_folder)),
        ("DATABASE_URL", settings.database_url),
    ):
        monkeypatch.setenv(name, value)
    made = bootstrap.build(settings)
    open_case(made.casework)
    [case] = [kept.case.reference for kept in _open(made)]
    rewrite(settings, TITLE, VERSION)

    assert main(["policies", "check", "--against-open-cases"]) == 0
    assert f"{case}: gloucestershire 3 -> 4\n    nothing that" in capsys.readouterr().out
    assert main(["policies", "move", case, "--to", "9", "--by", "A. Coordinator"]) == 1
    assert "neither the files nor the cases know that version" in capsys.readouterr().err
    assert main(["policies", "move", case, "--to", "4", "--by", " "]) == 1
    assert main(["policies", "move", case, "--to", "4", "--by", "A. Coordinator"]) == 0
    assert [kept.case.policy_version for kept in _open(made)] == ["4"]
    made.database.close()


def _open(made: bootstrap.Parts) -> list[Kept]:
    with CaseStore(made.database).transaction() as cases:
        return list(cases.open_under_policies())


def test_a_draft_is_offered_in_training_only(casework: Casework) -> None:
    draft = replace(casework.policies[POLICY], status=Status.DRAFT)
    files = {**casework.policies, POLICY: draft}

    assert POLICY in bootstrap.chosen(files, (), training=True)
    assert POLICY not in bootstrap.chosen(files, (), training=False)
    with pytest.raises(SettingsError, match="a draft"):
        bootstrap.chosen(files, (POLICY,), training=False)


def test_a_case_from_before_contents_were_kept_follows_the_file(casework: Casework, database: Database) -> None:
    open_case(casework)
    with CaseStore(database).transaction() as cases:
        [kept] = cases.open_under_policies()
        record = list(cases.record_of(kept.case.reference))
    old = [
        replace(entry, about={key: value for key, value in entry.about.items() if key != "hash"}) for entry in record
    ]
    before = type(kept.case).replay("W-OLD", old)

    assert before.policy_hash is None and before.stage == kept.case.stage
