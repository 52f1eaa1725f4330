"""A case and the people around it: shared, handed over, looked at, and all of it told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from markupsafe import escape
from sqlalchemy import select

from bot.casework.case import Event, Outcome
from bot.storage import cases, identities
from bot.storage.reminders import reminders
from tests.gateway.test_cases import opened
from tests.signin.office import COORDINATOR, PRACTITIONER, Colleague, Waymark


@pytest.fixture
def ann(waymark: Waymark) -> Colleague:
    return waymark.employ("ann", PRACTITIONER)


@pytest.fixture
def ben(waymark: Waymark) -> Colleague:
    return waymark.employ("ben", PRACTITIONER)


@pytest.fixture
def case(waymark: Waymark, ann: Colleague) -> str:
    return opened(waymark.house.files, waymark.person(ann))


def events(waymark: Waymark, case: str) -> list[Event]:
    return [entry.event for entry in waymark.house.files.export(case, waymark.house.clock.now()).record]


def test_a_colleague_is_let_in_acts_and_is_let_out_again(
    waymark: Waymark, ann: Colleague, ben: Colleague, case: str
) -> None:
    ann.post(f"/cases/{case}/share", **{"colleague": " BEN@north.example ", "as": "helper"})

    assert f"shared case {case} with you" in ben.get("/").text
    assert "Shared with you" in ben.get("/cases").text and case in ben.get("/cases").text
    ben.post(f"/cases/{case}/notes", text="I rang as well.")
    page = ann.get(f"/cases/{case}").text
    assert "Ben (ben@north.example)" in page and "to see and to act in" in page
    assert "Shared with Ben (ben@north.example), to see and to act in." in page
    ben.post(f"/cases/{case}/talk")
    files, now = waymark.house.files, waymark.house.clock.now()
    desk = files.not_resolved(waymark.person(ben), Outcome.UNRESOLVED, None, now)
    assert desk.case and (desk.case.reference, desk.case.stage) == (case, "3")

    ann.post(f"/cases/{case}/unshare", person=waymark.person(ben))

    assert ben.get(f"/cases/{case}").status_code == 404
    assert files.look(waymark.person(ben), now).case is None  # what was talked about is theirs to change no more
    files.doubt(waymark.person(ben), now)
    assert Event.RISK_DOUBTED not in events(waymark, case)
    assert events(waymark, case)[-1] is Event.UNSHARED


def test_every_look_at_somebody_else_s_case_is_recorded(
    waymark: Waymark, ann: Colleague, ben: Colleague, case: str
) -> None:
    ann.post(f"/cases/{case}/share", **{"colleague": "ben@north.example", "as": "reader"})
    lead = waymark.employ("lead", COORDINATOR)
    ann.get(f"/cases/{case}")
    for path in ("", "/record.pdf", "/message.txt"):
        ben.get(f"/cases/{case}{path}")
    lead.get(f"/cases/{case}")

    looks = waymark.house.files.around(waymark.house.files.file(waymark.person(ann), case, waymark.house.clock.now()))
    assert [look.person for look in looks[0].looks] == [waymark.person(lead), *[waymark.person(ben)] * 3]
    told = "Ben (ben@north.example): Thursday 24 December 2026, 15:00, it is shared with them"
    assert told in ann.get(f"/cases/{case}").text
    seen_by_lead = lead.get(f"/cases/{case}").text
    assert told in seen_by_lead and "15:00, as a coordinator" in seen_by_lead
    assert "Who else has looked" not in ben.get(f"/cases/{case}").text


@pytest.mark.parametrize(
    ("email", "says"),
    [
        ("nobody@north.example", "Nobody in your organisation has signed in"),
        ("far@north.example", "Nobody in your organisation has signed in"),
        ("", "Nobody in your organisation has signed in"),
        ("%", "Nobody in your organisation has signed in"),
        ("ben@north.example\r\nBcc: x@y.example", "Nobody in your organisation has signed in"),
        ("ann@north.example", "The case is theirs already"),
    ],
)
@pytest.mark.parametrize("what", ["share", "hand-over"])
def test_a_colleague_who_is_not_known_is_told(
    waymark: Waymark, ann: Colleague, case: str, email: str, says: str, what: str
) -> None:
    waymark.employ("far", PRACTITIONER, organisation="south")
    before = events(waymark, case)

    page = ann.post(f"/cases/{case}/{what}", **{"colleague": email, "as": "helper", "everything": "yes"})

    assert page.status_code == 400 and says in page.text and "<title>Error:" in page.text
    assert events(waymark, case) == before
    kept = 'name="as" value="helper" checked' if what == "share" else 'name="everything" value="yes" checked'
    assert page.text.count(f'value="{escape(email)}"') >= 1 and kept in page.text, "what was typed is there again"


def test_two_people_with_one_address_are_told_apart_by_nobody(waymark: Waymark, ann: Colleague, case: str) -> None:
    for name in ("one", "two"):
        waymark.employ(name, PRACTITIONER)
    with waymark.house.database.transaction() as connection:
        from bot.storage.people import people

        same = people.c.email.in_(["one@north.example", "two@north.example"])
        connection.execute(people.update().where(same).values(email="both@north.example"))

    assert "More than one person" in ann.post(f"/cases/{case}/share", colleague="both@north.example").text


def test_what_is_handed_over_goes_with_its_reminders_and_dates(
    waymark: Waymark, ann: Colleague, ben: Colleague, case: str
) -> None:
    owner, heir, house = waymark.person(ann), waymark.person(ben), waymark.house
    assert ann.post(f"/cases/{case}/hand-over", colleague="ben@north.example").headers["Location"].startswith("/cases?")

    assert case not in ann.get("/cases").text.replace("?done", "") and case in ben.get("/cases").text
    assert ann.get(f"/cases/{case}").status_code == 404
    assert f"Case {case} was handed over to you" in ben.get("/").text
    assert "Handed over from Ann (ann@north.example) to Ben (ben@north.example)." in ben.get(f"/cases/{case}").text
    with house.database.reading() as connection:
        waiting = connection.scalars(select(reminders.c.person).where(reminders.c.state == "pending")).all()
    assert waiting and set(waiting) == {heir}
    theirs, mine = (house.files.dates(person, house.clock.now()) for person in (heir, owner))
    assert case in theirs and case not in mine
    house.files.doubt(owner, house.clock.now())  # goes into a new case of their own, not into this one
    assert events(waymark, case)[-1] is Event.HANDED_OVER
    ben.post(f"/cases/{case}/talk")
    assert house.files.not_resolved(heir, Outcome.UNRESOLVED, None, house.clock.now()).case


def test_a_coordinator_hands_over_all_that_somebody_leaves(
    waymark: Waymark, ann: Colleague, ben: Colleague, case: str
) -> None:
    files, owner = waymark.house.files, waymark.person(ann)
    files.resolve(owner, None, waymark.house.clock.now())
    files.start_again(owner, waymark.house.clock.now())
    second = opened(files, owner)
    files.start_again(owner, waymark.house.clock.now())
    third = opened(files, owner, "warrington")
    lead = waymark.employ("lead", COORDINATOR)

    done = lead.post(f"/cases/{second}/hand-over", colleague="ben@north.example", everything="yes")

    assert done.status_code == 303
    now = waymark.house.clock.now()
    found = {file.case.reference for file in files.mine(waymark.person(ben), now)}
    assert found == {second, third}  # what is over stays where it was
    assert [file.case.reference for file in files.mine(owner, now)] == [case]
    assert "Lead (lead@north.example)" in ben.get(f"/cases/{second}").text


def test_one_person_in_teams_and_on_the_web_has_one_set_of_cases(waymark: Waymark) -> None:
    now = waymark.house.clock.now()
    with waymark.house.database.transaction() as connection:  # they spoke to Waymark in Teams first
        person = identities.find_or_begin(connection, "entra:t", "oid-ann", now)
    case = opened(waymark.house.files, person)
    waymark.house.conversation.say(person, "They closed the referral", now)

    ann = waymark.employ("ann", PRACTITIONER)

    assert waymark.person(ann) == person
    assert case in ann.get("/cases").text and "They closed the referral" in ann.get("/").text
    with waymark.house.database.reading() as connection:  # and the case belongs where the directory says
        belongs = connection.scalar(select(cases.cases.c.organisation).where(cases.cases.c.reference == case))
    assert belongs == "north"
    waymark.house.clock.set(now + timedelta(minutes=5))
    files = waymark.house.files
    files.start_again(person, waymark.house.clock.now())
    later = opened(files, person)
    with waymark.house.database.reading() as connection:
        belongs = connection.scalar(select(cases.cases.c.organisation).where(cases.cases.c.reference == later))
    assert belongs == "north"
