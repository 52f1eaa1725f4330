"""Whose a case is, what is owed and ticked, notes, and where the case has been."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.casefiles import CaseFile, CaseFiles
from bot.casework.case import Answer, Event, Outcome
from bot.casework.errors import CaseworkError
from bot.casework.intake import Ask, Told
from bot.storage import Database
from bot.storage.policies import policy_versions
from bot.wording.casefile import checklist, said_record, standing
from tests.casefiles.conftest import ME, NOW, Begin

LATER = NOW + timedelta(days=10)


def owed(file: CaseFile) -> dict[str, bool]:
    """Each rule of the checklist, and whether it is done."""
    return {item.rule: item.done is not None for item in file.owed}


def due_forms(file: CaseFile) -> dict[str, bool]:
    return {paper.form.id: paper.due for paper in file.paperwork}


@pytest.mark.parametrize("what", ["file", "tick", "take_back", "note"])
def test_a_case_of_somebody_else_is_as_unknown_as_none(files: CaseFiles, begin: Begin, what: str) -> None:
    case = begin("gloucestershire", actor="another")
    more = {"file": (), "tick": (["GLOS-2a"], None), "take_back": ("GLOS-2a",), "note": ("mine", "none")}[what]
    told = []

    for reference in (case, "W-NOBODY", "", "W-' OR 1=1"):
        with pytest.raises(CaseworkError) as refused:
            getattr(files, what)(ME, reference, *more, NOW)
        told.append(refused.value.code)

    assert told == ["not_yours"] * 4
    assert files.mine(ME, NOW) == []
    assert Event.NOTED not in {entry.event for entry in files.file("another", case, NOW).record}


def test_open_cases_come_first_and_of_these_what_is_due_soonest(files: CaseFiles, begin: Begin) -> None:
    settled = begin("telford_wrekin")
    files.resolve(ME, None, NOW)
    undated = begin("cambridgeshire_peterborough")
    later = begin("gloucestershire")
    soon = begin("telford_wrekin")
    files.start_again(ME, NOW)

    found = files.mine(ME, NOW)

    assert [file.case.reference for file in found if file.case.stage] == [soon, later, undated, settled]
    assert standing(found[-1]) == "Resolved on Monday 2 November 2026"
    assert "Being set up" in [standing(file) for file in found]


def test_the_way_knows_what_came_before_waymark(files: CaseFiles, begin: Begin) -> None:
    way = files.file(ME, begin("warrington", 1), LATER).way

    assert [(leg.stage.id, leg.passed, leg.here, leg.done_on) for leg in way] == [
        ("1", True, False, None),  # nobody has said when the supervisor was consulted
        ("2", True, False, date(2026, 11, 2)),
        ("3", True, False, date(2026, 11, 3)),
        ("4", False, True, None),
        ("5", False, False, None),
    ]


def test_what_is_owed_grows_with_the_stages_and_with_the_end(files: CaseFiles, begin: Begin) -> None:
    case = begin("gloucestershire")
    assert "GLOS-3e" not in owed(files.file(ME, case, NOW))

    files.not_resolved(ME, Outcome.UNRESOLVED, None, NOW)
    assert owed(files.file(ME, case, NOW))["GLOS-3e"] is False
    assert "GLOS-N2" not in owed(files.file(ME, case, NOW))

    files.resolve(ME, None, NOW)
    settled = owed(files.file(ME, case, NOW))
    assert {"GLOS-2d", "GLOS-3e", "GLOS-N2", "GLOS-N3", "GLOS-N5"} <= set(settled)
    assert "GLOS-3a" not in settled  # the talk itself is no longer owed, only its paper


def test_a_tick_is_an_entry_with_its_day_and_author_and_stands_once(files: CaseFiles, begin: Begin) -> None:
    case = begin("gloucestershire", 1)

    files.tick(ME, case, ["GLOS-3e"], date(2026, 11, 4), LATER)
    file = files.tick(ME, case, ["GLOS-3e"], None, LATER + timedelta(hours=1))

    entries = [entry for entry in file.record if entry.event is Event.STEP_DONE]
    assert [entry.about["rule"] for entry in entries] == ["GLOS-3e"]
    [tick] = [tick for _, ticks in checklist(file) for tick in ticks if tick.rule == "GLOS-3e"]
    assert tick.done == "Done on Wednesday 4 November 2026, noted by you on Thursday 12 November 2026"
    assert said_record(file, "You")[-1].rules == ("GLOS-3e",)

    taken_back = files.take_back(ME, case, "GLOS-3e", LATER)
    assert owed(taken_back)["GLOS-3e"] is False
    assert "Not done after all" in said_record(taken_back, "You")[-1].what
    assert len(taken_back.record) == len(file.record) + 1
    assert len(files.take_back(ME, case, "GLOS-3e", LATER).record) == len(taken_back.record)


def test_a_tick_starts_the_limit_that_runs_from_it(files: CaseFiles, begin: Begin) -> None:
    case = begin("gloucestershire", 2)

    file = files.tick(ME, case, ["GLOS-4b"], None, LATER)

    headline = file.desk.advice.headline if file.desk.advice else None
    assert headline is not None and not headline.deadline.provisional
    assert headline.deadline.due == date(2026, 11, 26)  # 10 working days after Thursday 12 November


@pytest.mark.parametrize(
    ("rules", "on", "code"),
    [
        (["GLOS-4b"], None, "no_such_step"),
        (["GLOS-3e", "<script>"], None, "no_such_step"),
        (["GLOS-3e"], date(2026, 11, 13), "date_future"),
        (["GLOS-3e"], date(2026, 10, 29), "date_before"),
    ],
)
def test_what_cannot_be_ticked_is_refused_whole(
    files: CaseFiles, begin: Begin, rules: list[str], on: date | None, code: str
) -> None:
    case = begin("gloucestershire", 1)

    with pytest.raises(CaseworkError) as refused:
        files.tick(ME, case, rules, on, LATER)

    assert refused.value.code == code
    assert owed(files.file(ME, case, LATER))["GLOS-3e"] is False


def test_after_a_second_ending_its_paper_is_owed_again(files: CaseFiles, begin: Begin) -> None:
    case = begin("telford_wrekin")
    files.resolve(ME, None, NOW)
    files.tick(ME, case, ["TELF-3.1.9"], None, NOW)
    files.reopen(ME, NOW)
    assert "TELF-3.1.9" not in owed(files.file(ME, case, NOW))

    files.resolve(ME, None, NOW)

    assert owed(files.file(ME, case, NOW))["TELF-3.1.9"] is False


def test_danger_has_a_list_of_its_own_and_is_told_today_only(files: CaseFiles, begin: Begin) -> None:
    case = begin("telford_wrekin")

    file = files.note(ME, case, "He has hurt her again.", "alarm", NOW)

    assert file.alarm_today and file.case.risk is Answer.YES
    assert {"TELF-E1", "TELF-E2"} <= set(owed(file))
    assert said_record(file, "You")[-1].rules[0].startswith("TELF-E")
    assert not files.file(ME, case, NOW + timedelta(days=1)).alarm_today


def test_doubt_in_a_note_asks_again(files: CaseFiles, begin: Begin) -> None:
    file = files.note(ME, begin("warrington"), "There is a bruise.", "ask", NOW)

    assert file.desk.asks[0] is Ask.RISK


def test_an_alarm_is_kept_without_words(files: CaseFiles, begin: Begin) -> None:
    file = files.note(ME, begin("warrington"), "", "alarm", NOW)

    assert file.record[-1].event is Event.ALARM
    assert Event.NOTED not in {entry.event for entry in file.record}


def test_a_missed_limit_asks_for_its_reason(files: CaseFiles, begin: Begin) -> None:
    case = begin("warrington")
    assert due_forms(files.file(ME, case, NOW)) == {"reason_and_remedial_plan": False}

    late = files.file(ME, case, LATER)

    assert [gone.running.limit.rule for gone in late.missed] == ["WARR-T2"]
    assert owed(late)["WARR-T4"] is False
    assert due_forms(late) == {"reason_and_remedial_plan": True}


def test_a_limit_that_was_missed_stays_so_after_the_stage(files: CaseFiles, begin: Begin) -> None:
    case = begin("warrington")
    files.resolve(ME, None, LATER)

    assert [gone.stage.id for gone in files.file(ME, case, LATER + timedelta(days=30)).missed] == ["3"]


@pytest.mark.parametrize(
    ("policy", "ups", "due"),
    [
        ("gloucestershire", 0, {"escalation_monitoring_form": False, "details_for_stage_4": False}),
        ("gloucestershire", 1, {"escalation_monitoring_form": True, "details_for_stage_4": False}),
        ("gloucestershire", 2, {"escalation_monitoring_form": True, "details_for_stage_4": True}),
        ("telford_wrekin", 0, {"resolution_and_escalation_form": False}),
        ("telford_wrekin", 1, {"resolution_and_escalation_form": True}),
        ("rainbow_early_years", 2, {"notification_of_an_escalation": False}),
        ("cambridgeshire_peterborough", 0, {"case_record_entry": True}),
    ],
)
def test_when_forms_are_due(files: CaseFiles, begin: Begin, policy: str, ups: int, due: dict[str, bool]) -> None:
    assert due_forms(files.file(ME, begin(policy, ups), NOW + timedelta(days=ups))) == due


def test_wiltshires_notification_is_due_once_it_is_resolved(files: CaseFiles, begin: Begin) -> None:
    case = begin("rainbow_early_years")
    files.resolve(ME, None, NOW)

    assert due_forms(files.file(ME, case, NOW)) == {"notification_of_an_escalation": True}


def test_the_record_is_said_by_the_policy_of_its_time(files: CaseFiles, begin: Begin) -> None:
    case = begin("gloucestershire")
    files.correct(ME, Ask.POLICY, NOW)
    files.tell(ME, Told(policy="warrington"), NOW)

    said = " ".join(line.what for line in said_record(files.file(ME, case, NOW), "You"))

    assert "Stage 2 (Escalate to line manager) begins" in said
    assert "The policy named before was taken back." in said
    assert "Stage 3 (Managers and Designated Professional) begins" in said


def test_a_case_whose_policy_is_lost_still_has_its_record(files: CaseFiles, begin: Begin, database: Database) -> None:
    case = begin("gloucestershire")
    with database.transaction() as connection:
        connection.execute(policy_versions.delete())
    files.policies = {}

    file = files.file(ME, case, NOW)

    assert file.lost and not file.owed
    assert "Stage 2 begins" in " ".join(line.what for line in said_record(file, "You"))
    assert [found.lost for found in files.mine(ME, NOW)] == [True]
