"""The case pages over HTTP: one's own and nobody else's, ticking and noting without a script, and the documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from werkzeug.test import TestResponse

from bot.casefiles import CaseFiles
from bot.casework.case import Answer, Event, Outcome, Tried
from bot.casework.intake import Ask, Told
from bot.casework.vocabulary import Category, Level, Person
from tests.gateway.conftest import Visitor
from tests.gateway.standins import START, House

NOW = START
PLACES = ("", "/record.docx", "/record.pdf", "/form.docx", "/form.pdf", "/message.txt", "/calendar.ics")


@pytest.fixture
def files(house: House) -> CaseFiles:
    return house.files


@pytest.fixture
def person(visitor: Visitor, house: House) -> str:
    found = house.conversation.recognise(visitor.client.get_cookie("waymark").value)  # type: ignore[union-attr]
    assert found
    return found


@pytest.fixture
def case(files: CaseFiles, person: str) -> str:
    return opened(files, person)


def opened(files: CaseFiles, person: str, policy: str = "gloucestershire") -> str:
    files.answer_risk(person, Ask.RISK, Answer.NO, NOW)
    told = Told(
        words="<script>alert('x')</script> They closed it.",
        policy=policy,
        person=Person.CHILD,
        categories=(Category.THRESHOLDS,),
        raised_at=NOW,
        tried=Tried(Level.PRACTITIONER, Outcome.REFUSED, NOW),
    )
    desk = files.tell(person, told, NOW)
    assert desk.case and desk.case.stage
    return desk.case.reference


def post(visitor: Visitor, place: str, **fields: str | list[str]) -> TestResponse:
    return visitor.client.post(place, data={"form_token": visitor.form_token(), **fields})


def day(day: object, month: object, year: object) -> dict[str, str]:
    """The three fields of a date."""
    return {"on-day": str(day), "on-month": str(month), "on-year": str(year)}


def events(files: CaseFiles, person: str, case: str) -> list[Event]:
    return [entry.event for entry in files.file(person, case, NOW).record]


@pytest.mark.parametrize("place", PLACES)
def test_a_case_of_somebody_else_is_not_there(arrive: Callable[[], Visitor], case: str, place: str) -> None:
    stranger = arrive()

    theirs = stranger.client.get(f"/cases/{case}{place}")
    none = stranger.client.get(f"/cases/W-7777777{place}")

    assert (theirs.status_code, none.status_code) == (404, 404)
    assert re.sub(r"<time.*?</time>", "", theirs.text) == re.sub(r"<time.*?</time>", "", none.text)
    assert case not in stranger.client.get("/cases").text


@pytest.mark.parametrize("what", ["steps", "notes", "talk"])
def test_nobody_else_writes_into_a_case(
    arrive: Callable[[], Visitor], visitor: Visitor, files: CaseFiles, person: str, case: str, what: str
) -> None:
    before = events(files, person, case)
    stranger, fields = arrive(), {"rule": "GLOS-2a", "text": "hello"}

    assert post(stranger, f"/cases/{case}/{what}", **fields).status_code == 404
    assert visitor.client.post(f"/cases/{case}/{what}", data=fields).status_code == 401  # without the form's token
    other = {"Origin": "https://elsewhere.example"}
    token = {"form_token": visitor.form_token(), **fields}
    assert visitor.client.post(f"/cases/{case}/{what}", data=token, headers=other).status_code == 401

    assert events(files, person, case) == before


def test_without_a_session_nothing_is_shown(visitor: Visitor, case: str) -> None:
    visitor.client.delete_cookie("waymark")

    for place in ("/cases", *(f"/cases/{case}{each}" for each in PLACES)):
        found = visitor.client.get(place)
        assert found.status_code == 401 and "999" in found.text


def test_the_list_and_the_page(visitor: Visitor, case: str) -> None:
    assert f'href="/cases/{case}"' in visitor.client.get("/cases").text
    page = visitor.client.get(f"/cases/{case}").text

    assert "Tuesday 5 January 2027" in page  # 5 working days over Christmas and the New Year
    assert "YOU ARE HERE" in page and 'aria-current="step"' in page
    assert "You are here, since Thursday 24 December 2026" in page
    assert "make sure that the Independent Reviewing Officer is told." in page
    assert f"/cases/{case}/calendar.ics" in page
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; They closed it." in page
    assert "<script>" not in page


def test_nobody_has_a_case_yet(visitor: Visitor) -> None:
    assert "You have no case yet" in visitor.client.get("/cases").text


def test_a_case_that_is_being_set_up_has_a_page(visitor: Visitor, files: CaseFiles, person: str) -> None:
    desk = files.answer_risk(person, Ask.RISK, Answer.NO, NOW)
    assert desk.case

    page = visitor.client.get(f"/cases/{desk.case.reference}").text

    assert "Being set up" in page and "Waymark still needs to know something" in page
    assert visitor.client.get(f"/cases/{desk.case.reference}/message.txt").status_code == 409
    assert visitor.client.get(f"/cases/{desk.case.reference}/form.docx").status_code == 200  # the record in its place


def test_ticking_without_a_script(visitor: Visitor, files: CaseFiles, person: str, case: str) -> None:
    done = post(visitor, f"/cases/{case}/steps", rule=["GLOS-2a", "GLOS-2d"], **day(24, 12, 2026))

    assert (done.status_code, done.headers["Location"]) == (303, f"/cases/{case}?done=ticked#owed")
    page = visitor.client.get(f"/cases/{case}?done=ticked").text
    assert "Done on Thursday 24 December 2026, noted by you" in page
    assert events(files, person, case).count(Event.STEP_DONE) == 2

    assert post(visitor, f"/cases/{case}/steps", undo="GLOS-2d").status_code == 303
    assert events(files, person, case)[-1] is Event.STEP_TAKEN_BACK


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Choose what has been done"),
        ({"rule": "GLOS-2a", **day(31, 11, 2026)}, "The day must be a real date"),
        ({"rule": "GLOS-2a", **day("", 12, 2026)}, "The day must include a day"),
        ({"rule": "GLOS-2a", **day("9" * 30, "x", -1)}, "Year must include 4 numbers"),
        ({"rule": "GLOS-2a", **day("9" * 30, "x", 2026)}, "The day must be a real date"),
        ({"rule": "GLOS-2a", **day(25, 12, 2026)}, "That day has not come yet"),
        ({"rule": "GLOS-2a", **day(1, 12, 2026)}, "before the day on which the disagreement arose"),
        ({"rule": "WARR-1a"}, "That is no longer on the list"),
    ],
)
def test_a_tick_that_cannot_be_taken_is_told(
    visitor: Visitor, files: CaseFiles, person: str, case: str, fields: dict[str, str], says: str
) -> None:
    before = events(files, person, case)

    found = post(visitor, f"/cases/{case}/steps", **fields)

    assert found.status_code == 400 and says in found.text and "<title>Error:" in found.text
    assert ('value="GLOS-2a" checked' in found.text) == (fields.get("rule") == "GLOS-2a")
    assert f'value="{fields.get("on-year", "")}"' in found.text
    assert events(files, person, case) == before


def test_a_note_is_masked_before_it_is_kept_and_that_is_said(
    visitor: Visitor, files: CaseFiles, person: str, case: str
) -> None:
    done = post(visitor, f"/cases/{case}/notes", text="/restart Jamie's <b>mother</b> rang.\x00\n=1+1")

    assert done.headers["Location"] == f"/cases/{case}?done=left_out#record"
    page = visitor.client.get(f"/cases/{case}?done=left_out").text
    assert "Details that identify somebody were left out of it" in page
    assert "restart [name]&#39;s &lt;b&gt;mother&lt;/b&gt; rang.\n=1+1" in page
    assert files.file(person, case, NOW).record[-1].about == {"text": "restart [name]'s <b>mother</b> rang.\n=1+1"}


@pytest.mark.parametrize(("text", "says"), [(" \x00 ", "Write the note first"), ("y" * 5001, "5,001 characters")])
def test_a_note_that_is_not_taken_stays_in_the_box(
    visitor: Visitor, files: CaseFiles, person: str, case: str, text: str, says: str
) -> None:
    found = post(visitor, f"/cases/{case}/notes", text=text)

    assert found.status_code == 400 and says in found.text
    assert text.strip(" \x00") in found.text
    assert Event.NOTED not in events(files, person, case)


@pytest.mark.parametrize("length", [10, 6000])
def test_danger_in_a_note_comes_first(
    visitor: Visitor, files: CaseFiles, person: str, case: str, length: int
) -> None:
    found = post(visitor, f"/cases/{case}/notes", text="He has a knife. " + "x" * length)
    page = found.text if found.status_code == 400 else visitor.client.get(f"/cases/{case}").text

    main = page.split('<main')[1]
    assert main.index('href="tel:999"') < main.index("<h1")
    assert Event.ALARM in events(files, person, case)
    files.answer_risk(person, Ask.RISK, Answer.NO, NOW)
    assert 'waymark-message--emergency' in visitor.client.get(f"/cases/{case}").text  # an alarm of today stays


def test_after_a_day_danger_is_asked_about_first(visitor: Visitor, house: House, case: str) -> None:
    house.clock.set(NOW + timedelta(days=2))

    assert "Has anything changed?" in visitor.client.get(f"/cases/{case}").text


def test_talking_about_a_case(visitor: Visitor, files: CaseFiles, person: str, case: str) -> None:
    files.start_again(person, NOW)

    assert post(visitor, f"/cases/{case}/talk").status_code == 303
    desk = files.look(person, NOW)
    assert desk.case and desk.case.reference == case


def test_documents_are_files_of_their_kind(visitor: Visitor, files: CaseFiles, person: str, case: str) -> None:
    files.not_resolved(person, Outcome.UNRESOLVED, None, NOW)

    for place, begins in (("record.docx", b"PK"), ("record.pdf", b"%PDF"), ("form.docx", b"PK"), ("form.pdf", b"%PDF")):
        found = visitor.client.get(f"/cases/{case}/{place}")
        assert found.status_code == 200 and found.data.startswith(begins), place
        assert found.headers["Cache-Control"] == "no-store"
        assert found.headers["Content-Disposition"].startswith(f'attachment; filename="{case}-')
    message = visitor.client.get(f"/cases/{case}/message.txt")
    assert message.mimetype == "text/plain" and "Stage 3 of the Gloucestershire" in message.text


def test_a_form_that_is_not_due_says_when_it_is(visitor: Visitor, case: str) -> None:
    found = visitor.client.get(f"/cases/{case}/form.docx")

    assert found.status_code == 409 and "Not due yet. At Stage 3." in found.text
    named = visitor.client.get(f"/cases/{case}/form.docx?form=details_for_stage_4")
    assert named.status_code == 409 and "At Stage 4, by e-mail." in named.text
    assert visitor.client.get(f"/cases/{case}/form.docx?form=nothing").status_code == 404
    assert visitor.client.get(f"/cases/{case}/form.exe").status_code == 404


def test_a_closed_case_keeps_its_page(visitor: Visitor, files: CaseFiles, person: str, case: str) -> None:
    files.resolve(person, None, NOW)

    page = visitor.client.get(f"/cases/{case}").text

    assert "Resolved on Thursday 24 December 2026" in page
    assert "Confirm to each other in writing what was agreed" in page
    assert "confirmation of the outcome" in page


@pytest.mark.parametrize("address", ["/cases/", "/overview/", "/preferences/"])
def test_a_stroke_too_many_at_the_end_of_an_address_does_no_harm(visitor: Visitor, address: str) -> None:
    assert visitor.client.get(address).status_code == visitor.client.get(address.rstrip("/")).status_code == 200


def test_a_label_of_ones_own(visitor: Visitor, files: CaseFiles, person: str, case: str) -> None:
    done = post(visitor, f"/cases/{case}/label", label="the <b>Tuesday</b> family")
    assert done.status_code == 303
    page = visitor.client.get(f"/cases/{case}").text
    assert "“the &lt;b&gt;Tuesday&lt;/b&gt; family”" in page and "Change its label" in page
    assert f"the &lt;b&gt;Tuesday&lt;/b&gt; family ({case})" in visitor.client.get("/cases").text
    post(visitor, f"/cases/{case}/label", label="")
    assert files.file(person, case, NOW).case.label is None
    assert events(files, person, case)[-2:] == [Event.LABELLED, Event.LABELLED]


def test_a_label_that_does_not_do_is_told_and_stays_in_its_box(
    visitor: Visitor, files: CaseFiles, person: str, case: str
) -> None:
    refused = post(visitor, f"/cases/{case}/label", label="far too long a label for any button there is")
    assert refused.status_code == 400 and "40 characters" in refused.text
    assert 'value="far too long a label for any button there is"' in refused.text
    assert files.file(person, case, NOW).case.label is None


def test_danger_in_a_label_is_never_put_off(visitor: Visitor, files: CaseFiles, person: str, case: str) -> None:
    refused = post(visitor, f"/cases/{case}/label", label="he has a knife")
    assert refused.status_code == 400 and "call 999" in refused.text
    found = files.file(person, case, NOW)
    assert found.case.label is None
    assert found.desk.asks[:1] == (Ask.RISK,) or found.alarm_today
