"""The documents, opened again: what stands in which field, what is left blank, and that nothing hostile survives."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from bot.casefiles import CaseFile, CaseFiles
from bot.casework.calendar import LONDON
from bot.casework.paper import Cell, Grid, Paper, Paragraph, cell
from bot.cli import main
from bot.printing import printed
from bot.storage import Database
from bot.wording import letter, papers
from tests.casefiles.conftest import ME, NOW, Begin

FORMS = [
    ("telford_wrekin", 1, False, "resolution_and_escalation_form"),
    ("gloucestershire", 1, False, "escalation_monitoring_form"),
    ("gloucestershire", 2, False, "details_for_stage_4"),
    ("rainbow_early_years", 1, True, "notification_of_an_escalation"),
    ("cambridgeshire_peterborough", 1, False, "case_record_entry"),
    ("warrington", 0, False, "reason_and_remedial_plan"),
]
LATER = NOW + timedelta(days=10)


def opened(file: CaseFile, name: str) -> Any:
    [paper] = [found for found in file.paperwork if found.form.id == name]
    assert paper.due
    return Document(BytesIO(printed(papers.form(file, paper.form), "docx")))


def fields(document: Any) -> dict[str, str]:
    """The two columns of the form."""
    return {row.cells[0].text: row.cells[1].text for row in document.tables[0].rows[1:]}


def pdf_text(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


def case(files: CaseFiles, begin: Begin, policy: str, ups: int, resolved: bool = False) -> CaseFile:
    reference = begin(policy, ups)
    files.note(ME, reference, "Rang the team manager.", "none", LATER)
    if resolved:
        files.resolve(ME, None, LATER)
    return files.file(ME, reference, LATER)


@pytest.mark.parametrize(("policy", "ups", "resolved", "name"), FORMS, ids=[each[3] for each in FORMS])
def test_every_form_has_its_fields_filled_from_the_case(
    files: CaseFiles, begin: Begin, policy: str, ups: int, resolved: bool, name: str
) -> None:
    file = case(files, begin, policy, ups, resolved)
    form = files.policies[policy].form(name)

    document = opened(file, name)
    found = fields(document)

    assert list(found) == list(form.fields)
    assert {field for field in found if found[field].startswith("Fill in in your own system")} == set(form.identifying)
    said = " ".join(found.values())
    assert "Friday 30 October 2026" in said or name == "reason_and_remedial_plan"
    assert "no agreement was reached" in said or "the other agency did not agree" in said
    assert document.core_properties.title == form.name
    assert document.core_properties.language == "en-GB"


def test_telfords_form_leaves_the_person_to_ones_own_system(files: CaseFiles, begin: Begin) -> None:
    found = fields(opened(case(files, begin, "telford_wrekin", 1), "resolution_and_escalation_form"))

    assert found["Date"] == "Thursday 12 November 2026"
    assert {"Name of individual", "Date of birth", "NHS number"} <= {f for f in found if "own system" in found[f]}
    assert "Our agency: education" in found["Agency or team"]
    assert "Stage 2 (Line or team managers), from Monday 2 November 2026 to Tuesday 3 November 2026" in (
        found["Summary of concerns and what was tried at Stages 1 and 2"]
    )
    assert found["Requested action"].startswith("What you ask the senior manager")
    assert found["Response, date and signature"].endswith("Date:\nSignature:")
    assert found["Resolution of issues, date and signature"].startswith("Still open.")


def test_wiltshires_notification_is_anonymous(files: CaseFiles, begin: Begin) -> None:
    document = opened(
        case(files, begin, "rainbow_early_years", 1, resolved=True), "notification_of_an_escalation"
    )
    found, words = fields(document), "\n".join(line.text for line in document.paragraphs)

    assert "It has to be anonymised" in words
    assert "it no longer works" in words  # the printed address
    assert found["Escalation stage"].startswith("Stage 2: ")
    assert found["Outcome"] == "Recorded as resolved on Thursday 12 November 2026."
    assert found["Date referred to the WSCB if it was"] == "Not referred."
    assert "“Rang the team manager.”" in found["Record of discussions"]


def test_warringtons_reason_names_the_limit_that_was_missed(files: CaseFiles, begin: Begin) -> None:
    found = fields(opened(case(files, begin, "warrington", 0), "reason_and_remedial_plan"))

    assert "by Monday 9 November 2026" in found["Timescale that was not met"]
    assert found["Why it was not met"].strip() == "The reason in facts, without blame."


@pytest.mark.parametrize("policy", ["warrington", "rainbow_early_years", "cambridgeshire_peterborough",
                                    "gloucestershire", "telford_wrekin"])  # fmt: skip
def test_the_record_in_word_can_be_read_by_everybody(files: CaseFiles, begin: Begin, policy: str) -> None:
    file = case(files, begin, policy, 1, resolved=True)

    document = Document(BytesIO(printed(papers.record(file), "docx")))

    headings = [(line.style.name, line.text) for line in document.paragraphs if line.style.name.startswith("Heading")]
    assert headings[0] == ("Heading 1", f"Record of case {file.case.reference}")
    assert ("Heading 2", "Everything in order") in headings
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
    chronology = document.tables[-1]
    assert [box.text for box in chronology.rows[0].cells] == ["When", "Who", "What", "Rule"]
    assert len(chronology.rows) == len(file.record) + 1
    assert chronology.rows[1].cells[0].text == "Monday 2 November 2026, 10:00"
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_the_record_as_pdf_can_be_selected_and_has_a_title(files: CaseFiles, begin: Begin) -> None:
    file = case(files, begin, "gloucestershire", 1)
    data = printed(papers.record(file), "pdf")

    reader = PdfReader(BytesIO(data))

    assert reader.metadata is not None and reader.metadata.title == f"Record of case {file.case.reference}"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert [item.title for item in reader.outline[1]] == [  # under the title
        "Stages", "Dates that run", "What the policy asks for", "Everything in order",
    ]  # fmt: skip
    assert "Resolution at Stage 3, by Tuesday 10 November 2026" in pdf_text(data)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_hostile_words_stay_words(files: CaseFiles, begin: Begin, kind: str) -> None:
    reference = begin("telford_wrekin", 1)
    files.note(ME, reference, "=cmd|' /C calc'!A0 </para><font size=90> \x00\x0b\ud800\u202e &amp; ]]>", "none", NOW)

    data = printed(papers.record(files.file(ME, reference, LATER)), kind)

    read = pdf_text(data) if kind == "pdf" else "\n".join(
        box.text for table in Document(BytesIO(data)).tables for row in table.rows for box in row.cells
    )  # fmt: skip
    said = "".join(read.split())
    assert "=cmd|'/Ccalc'!A0</para><fontsize=90>&amp;]]>" in said
    assert "<b>Theschool</b>&thenursehadwrittentwice;Łukasz’file" in said
    assert not {"\x00", "\x0b", "\u202e"} & set(read)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_note_longer_than_a_page_is_all_there(kind: str) -> None:
    words = " ".join(f"word{number}" for number in range(1500))
    rows = ((cell("short"), cell("row")), (cell("long"), cell(words)), (cell("x" * 400), Cell(hint="h", free=2)))
    paper = Paper("Title", (Grid("A table", ("A", "B"), rows, (0.3, 0.7)), Paragraph("The end")), "foot")

    data = printed(paper, kind)

    found = pdf_text(data) if kind == "pdf" else "".join(Document(BytesIO(data)).element.itertext())
    assert "word0" in found and "word1499" in found and "The end" in found


def test_the_message_by_stage_and_at_the_end(files: CaseFiles, begin: Begin) -> None:
    reference = begin("gloucestershire")
    challenge = letter.message(files.file(ME, reference, NOW))
    assert "under Stage 2 of the Gloucestershire escalation policy (2.2)" in challenge
    assert "Why the practice is thought unsafe:\n[...]" in challenge
    assert "is Monday 9 November 2026. 5 working days after Monday 2 November 2026" in challenge
    assert "The school" not in challenge  # what was told to Waymark is not sent to others

    assert "was Monday 9 November 2026. Please answer now" in letter.message(files.file(ME, reference, LATER))

    files.resolve(ME, None, LATER)
    confirmation = letter.message(files.file(ME, reference, LATER))
    assert "confirms in writing how our disagreement ended on Thursday 12 November 2026" in confirmation
    assert "What is still open, and how it will be taken forward:\n[...]" in confirmation


def test_without_a_stage_there_is_no_message(files: CaseFiles) -> None:
    files.start_again(ME, NOW)
    [file] = files.mine(ME, NOW)

    assert letter.message(file) == ""
    assert printed(papers.record(file, "No form."), "pdf").startswith(b"%PDF")


def test_the_command_line_exports_a_record(
    files: CaseFiles,
    begin: Begin,
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    reference = begin("warrington", 1)
    monkeypatch.setenv("DATABASE_URL", str(database.engine.url))
    monkeypatch.setenv("WAYMARK_MODE", "training")

    assert main(["export", reference]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["case"], told["policy"], told["stage"]) == (reference, "warrington", "4")
    assert told["record"][0]["says"] == "Case opened in Waymark."
    assert datetime.fromisoformat(told["record"][0]["at"]).astimezone(LONDON) == NOW

    assert main(["export", reference, "-o", str(tmp_path / "record.docx")]) == 0
    assert "Record of case" in Document(str(tmp_path / "record.docx")).paragraphs[0].text
    assert main(["export", "W-NOBODY"]) == 1
    assert main(["export", reference, "-o", str(tmp_path / "record.exe")]) == 1
    assert main(["export", reference, "-o", str(tmp_path / "nowhere" / "record.pdf")]) == 1
    assert capsys.readouterr().err.count("waymark export: ") == 3
