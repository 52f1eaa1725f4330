"""The table of who may do what, cell by cell over HTTP: whoever it is, whatever they ask of one case."""

from __future__ import annotations

import re

import pytest

from bot.casework.case import Event
from bot.casework.permissions import Tie
from bot.channels.visitor import form_token
from tests.gateway.test_cases import opened
from tests.signin.office import COORDINATOR, PRACTITIONER, Colleague, Waymark

SEE = ("", "/record.docx", "/record.pdf", "/form.docx", "/message.txt")
ADD = {"/steps": {"rule": "GLOS-2a"}, "/notes": {"text": "She rang."}, "/talk": {}}
SHARE = {"/share": {"colleague": "nobody@north.example"}, "/unshare": {"person": "x"}}
HAND_OVER = {"/hand-over": {"colleague": "nobody@north.example"}}

TABLE = """
                         see  add  share  hand-over
owner                    200  303  ok     400
helper                   200  303  403    403
reader                   200  403  403    403
coordinator              200  404  403    400
another_practitioner     404  404  404    404
coordinator_elsewhere    404  404  404    404
practitioner_elsewhere   404  404  404    404
without_role             403  403  403    403
not_signed_in            401  401  401    401
"""
ADDING = {"/talk", "/steps", "/label", "/notes"}
OFFERED = {
    "owner": ADDING | {"/share", "/hand-over"},
    "helper": ADDING,
    "reader": set(),
    "coordinator": {"/hand-over"},
}
ROWS = [tuple(line.split()) for line in TABLE.strip().splitlines()[1:]]


def arrive(waymark: Waymark, who: str) -> Colleague:
    match who:
        case "coordinator":
            return waymark.employ(who, COORDINATOR)
        case "coordinator_elsewhere":
            return waymark.employ(who, COORDINATOR, PRACTITIONER, organisation="south")
        case "practitioner_elsewhere":
            return waymark.employ(who, PRACTITIONER, organisation="south")
        case "without_role":
            return waymark.employ(who)
        case "not_signed_in":
            return waymark.browser(who)
    return waymark.employ(who, PRACTITIONER)


@pytest.mark.parametrize(("who", "see", "add", "share", "hand_over"), ROWS)
def test_a_row(waymark: Waymark, who: str, see: str, add: str, share: str, hand_over: str) -> None:
    owner = waymark.employ("owner", PRACTITIONER)
    case = opened(waymark.house.files, waymark.person(owner))
    colleague = owner if who == "owner" else arrive(waymark, who)
    if who in (Tie.HELPER, Tie.READER):
        done = owner.post(f"/cases/{case}/share", colleague=f"{who}@north.example", **{"as": who})
        assert done.headers["Location"] == f"/cases/{case}?done=shared#people"

    entries = len(waymark.house.files.export(case, waymark.house.clock.now()).record)
    for place in SEE:
        expected = {200, 409} if see == "200" else {int(see)}  # 409: a form that is not due yet
        assert colleague.get(f"/cases/{case}{place}").status_code in expected, place
    if who != "owner":  # dates are in the owner's calendar only
        assert colleague.get(f"/cases/{case}/calendar.ics").status_code == (404 if see == "200" else int(see))
    refused = add != "303"
    for cells, routes in ((add, ADD), (share, SHARE), (hand_over, HAND_OVER)):
        for place, fields in routes.items():
            found = colleague.post(f"/cases/{case}{place}", **fields).status_code
            assert found in ({303, 400} if cells == "ok" else {int(cells)}), place
    after = len(waymark.house.files.export(case, waymark.house.clock.now()).record)
    assert (after == entries) is refused

    refused_page = colleague.get(f"/cases/{case}")
    assert refused_page.status_code == int(see) and (see == "200" or "999" in refused_page.text)
    assert see == "200" or "They closed it." not in refused_page.text


@pytest.mark.parametrize("who", list(OFFERED))
def test_a_page_offers_only_what_may_be_done(waymark: Waymark, who: str) -> None:
    owner = waymark.employ("owner", PRACTITIONER)
    case = opened(waymark.house.files, waymark.person(owner))
    colleague = owner if who == "owner" else arrive(waymark, who)
    if who in (Tie.HELPER, Tie.READER):
        owner.post(f"/cases/{case}/share", colleague=f"{who}@north.example", **{"as": who})

    page = colleague.get(f"/cases/{case}").text

    assert set(re.findall(rf'action="/cases/{case}(/[a-z-]+)"', page)) == OFFERED[who]
    assert ("This is the case of Owner (owner@north.example)" in page) is (who != "owner")
    assert ('type="checkbox" id="rule-' in page) is ("/steps" in OFFERED[who])
    assert ("Not noted yet" in page) is ("/steps" not in OFFERED[who])


def test_a_helper_s_label_stands_under_their_own_name(waymark: Waymark) -> None:
    owner, helper = waymark.employ("owner", PRACTITIONER), waymark.employ("helper", PRACTITIONER)
    case = opened(waymark.house.files, waymark.person(owner))
    owner.post(f"/cases/{case}/share", **{"colleague": "helper@north.example", "as": "helper"})

    helper.post(f"/cases/{case}/label", label="the Tuesday family")

    entry = waymark.house.files.export(case, waymark.house.clock.now()).record[-1]
    assert (entry.event, entry.actor) == (Event.LABELLED, waymark.person(helper))


@pytest.mark.parametrize(("role", "oversees"), [(PRACTITIONER, False), (COORDINATOR, True)])
def test_the_overview_is_shown_the_way_to_and_open_to_the_same(waymark: Waymark, role: str, oversees: bool) -> None:
    colleague = waymark.employ("colleague", role)

    assert ('href="/overview"' in colleague.get("/cases").text) is oversees
    assert (colleague.get("/overview").status_code == 200) is oversees


def test_everybody_else_s_form_token_is_worth_nothing(waymark: Waymark) -> None:
    owner, other = waymark.employ("owner", PRACTITIONER), waymark.employ("other", PRACTITIONER)
    case = opened(waymark.house.files, waymark.person(owner))
    path, fields = f"/cases/{case}/share", {"colleague": "other@north.example", "as": "helper"}

    assert owner.client.post(path, data=fields).status_code == 401
    assert owner.post(path, form_token="0" * 64, **fields).status_code == 401
    stolen = other.post  # the same form, sent by another person's browser
    assert stolen(path, **fields).status_code == 404
    for header in ({"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}):
        token = {"form_token": form_token(owner.session), **fields}
        assert owner.client.post(path, data=token, headers=header).status_code == 401
    assert other.get(f"/cases/{case}").status_code == 404


def test_a_button_of_somebody_else_does_nothing(waymark: Waymark) -> None:
    owner, other = waymark.employ("owner", PRACTITIONER), waymark.employ("other", PRACTITIONER)
    said = owner.client.post("/chat/messages", json={"text": "They closed it"}).get_json()
    token = said["messages"][-1]["buttons"][0]["token"]

    forged = other.client.post("/chat/messages", json={"button": token}).get_json()
    pressed = owner.client.post("/chat/messages", json={"button": token}).get_json()
    replayed = owner.client.post("/chat/messages", json={"button": token}).get_json()

    assert (forged["saved"], pressed["saved"], replayed["saved"]) == (False, True, False)
