"""Sessions: how they begin, how long they last, what a directory's second word does to them, and how they end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.channels.visitor import SECURE_COOKIE, form_token
from bot.storage import sessions
from tests.gateway.opening import open_gateway
from tests.signin.office import COORDINATOR, PRACTITIONER, Colleague, Waymark, vouched

MINUTE = timedelta(minutes=1)


def later(waymark: Waymark, minutes: float) -> None:
    waymark.house.clock.set(waymark.house.clock.now() + minutes * MINUTE)


def signed_in(colleague: Colleague) -> bool:
    return colleague.get("/cases").status_code == 200


@pytest.fixture
def ann(waymark: Waymark) -> Colleague:
    return waymark.employ("ann", PRACTITIONER)


@pytest.mark.parametrize("path", ["/", "/cases", "/cases/W-2222222", "/preferences", "/cases/W-2222222?done=ticked"])
def test_nobody_gets_in_without_signing_in_and_comes_back_to_where_they_were(waymark: Waymark, path: str) -> None:
    browser = waymark.browser("ann")
    waymark.office.people["ann"] = vouched("ann", PRACTITIONER)

    page = browser.get(path)

    assert page.status_code == 401 and "Please sign in" in page.text and 'href="tel:999"' in page.text
    assert "Set-Cookie" not in page.headers
    assert browser.sign_in(path).headers["Location"] == path


def test_who_comes_for_the_first_time_is_welcomed_once(ann: Colleague, waymark: Waymark) -> None:
    assert ann.get("/").text.count("Hello, I am Waymark") == 1
    ann.sign_in()

    assert ann.get("/").text.count("Hello, I am Waymark") == 1


def test_the_cookie_is_ours_alone_and_goes_with_the_browser(waymark: Waymark) -> None:
    waymark.office.people["ann"] = vouched("ann", PRACTITIONER)
    cookies = waymark.browser("ann").sign_in().headers.getlist("Set-Cookie")

    session = next(cookie for cookie in cookies if cookie.startswith(f"{SECURE_COOKIE}="))
    for said in ("HttpOnly", "Secure", "SameSite=Lax", "Path=/"):
        assert said in session
    assert "Domain" not in session and "Max-Age" not in session and "Expires" not in session


def test_a_session_that_the_browser_brings_is_never_the_one_it_gets(waymark: Waymark, ann: Colleague) -> None:
    planted = ann.session  # somebody else's, or one that an attacker knows
    victim = waymark.employ("victim", PRACTITIONER)
    victim.client.set_cookie(SECURE_COOKIE, planted)
    victim.sign_in()

    assert victim.session != planted
    assert not signed_in(ann)  # it is worth nothing to anybody from then on
    fixed = waymark.browser("victim")
    fixed.client.set_cookie(SECURE_COOKIE, "chosen-by-somebody-else")
    fixed.sign_in()
    assert fixed.session != "chosen-by-somebody-else" and signed_in(fixed)


def test_the_way_back_fits_the_browser_that_left_and_once(waymark: Waymark) -> None:
    waymark.office.people["ann"] = vouched("ann", PRACTITIONER)
    mine, other = waymark.browser("ann"), waymark.browser("ann")
    state = mine.leave()

    for browser, brought in ((other, state), (mine, "x" * 64), (mine, "")):
        refused = browser.back(brought)
        assert refused.status_code == 403 and "That did not sign you in" in refused.text and "999" in refused.text
        assert not browser.session
    assert mine.back(state).status_code == 303
    assert mine.back(state).status_code == 403  # replayed


@pytest.mark.parametrize(
    "to",
    [
        "https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "\\\\elsewhere.example",
        "javascript:alert(1)", "/\n/elsewhere.example", "/%0d%0aSet-Cookie: a=b\r\nX: y", "cases", "",
        "/sign-in?next=/", "/signed-out", "/\u2215elsewhere", "/" + "x" * 600,
    ],
)  # fmt: skip
def test_nobody_is_led_elsewhere(waymark: Waymark, to: str) -> None:
    waymark.office.people["ann"] = vouched("ann", PRACTITIONER)

    assert waymark.browser("ann").sign_in(to).headers["Location"] == "/"


def test_a_session_ends_when_nothing_is_done_and_looking_by_itself_is_nothing(
    waymark: Waymark, ann: Colleague
) -> None:
    for _ in range(8):
        later(waymark, 10)
        assert signed_in(ann)
    for _ in range(5):
        later(waymark, 10)
        assert ann.get("/chat/messages?after=0").status_code == 200
    later(waymark, 11)

    assert ann.get("/chat/messages?after=0").status_code == 401
    assert not signed_in(ann)


def test_a_session_ends_with_the_day_whatever_is_done(waymark: Waymark, ann: Colleague) -> None:
    for _ in range(47):
        later(waymark, 10)
        assert signed_in(ann)
    later(waymark, 10)

    assert not signed_in(ann)


def test_words_of_somebody_who_is_signed_in_no_more_are_given_back(waymark: Waymark, ann: Colleague) -> None:
    token = form_token(ann.session)
    later(waymark, 61)

    page = ann.client.post("/chat/messages", data={"text": "They <b>closed</b> it", "form_token": token})
    told = ann.client.post("/chat/messages", json={"text": "They closed it"})

    assert page.status_code == 401 and "They &lt;b&gt;closed&lt;/b&gt; it</textarea>" in page.text
    assert told.status_code == 401 and told.get_json()["saved"] is False
    text = told.get_json()["messages"][0]["text"]
    assert "999" in text and "still in the box below" in text and "still in the box" not in page.text


def test_a_role_that_is_taken_away_acts_within_a_quarter_of_an_hour(waymark: Waymark) -> None:
    lead = waymark.employ("lead", PRACTITIONER, COORDINATOR)
    waymark.office.now_is("lead", PRACTITIONER)
    later(waymark, 14)
    signed_in(lead)
    assert roles(waymark, lead) == {"practitioner", "coordinator"}
    later(waymark, 1)

    signed_in(lead)

    assert roles(waymark, lead) == {"practitioner"}
    waymark.office.now_is("lead")
    later(waymark, 15)
    page = lead.get("/cases")
    assert page.status_code == 403 and "You have no part in Waymark yet" in page.text and "999" in page.text
    assert "Sign out" in page.text


def roles(waymark: Waymark, colleague: Colleague) -> set[str]:
    actor = waymark.sign_ins.actor(colleague.session, waymark.house.clock.now())
    return set(actor.roles) if actor else set()


def test_who_is_gone_from_the_directory_is_gone_here(waymark: Waymark, ann: Colleague) -> None:
    del waymark.office.people["ann"]
    later(waymark, 15)

    assert ann.get("/cases").status_code == 401


def test_while_the_directory_is_down_sessions_go_on_for_an_hour_and_no_longer(
    waymark: Waymark, ann: Colleague
) -> None:
    waymark.office.down = True
    for _ in range(11):
        later(waymark, 5)
        assert signed_in(ann)
    later(waymark, 5)

    page = ann.get("/cases")

    assert page.status_code == 503 and "Signing in does not work just now" in page.text and "999" in page.text
    assert waymark.browser().get("/sign-in").status_code == 503
    waymark.office.down = False
    later(waymark, 2)
    assert signed_in(ann)


def test_the_directory_is_asked_once_however_many_ask_at_once(waymark: Waymark, ann: Colleague) -> None:
    later(waymark, 20)
    for _ in range(3):
        waymark.sign_ins.actor(ann.session, waymark.house.clock.now())

    assert waymark.office.asked == ["r-ann"]


def test_neither_the_session_nor_what_renews_it_can_be_read_in_the_database(waymark: Waymark, ann: Colleague) -> None:
    with waymark.house.database.reading() as connection:
        kept = str(connection.execute(select(sessions.sessions)).all())

    assert ann.session not in kept and "r-ann" not in kept and "refresh" not in kept


def test_signing_out_ends_the_session_at_once(waymark: Waymark, ann: Colleague) -> None:
    session = ann.session
    for fields in ({}, {"form_token": "0" * 64}):
        assert ann.client.post("/sign-out", data=fields).status_code == 401 and signed_in(ann)

    out = ann.post("/sign-out")

    assert (out.status_code, out.headers["Location"], ann.session) == (303, "/signed-out", "")
    page = ann.get("/signed-out").text
    assert "You are signed out of Waymark" in page and "https://directory.example/end" in page
    ann.client.set_cookie(SECURE_COOKIE, session)
    assert not signed_in(ann)


def test_every_answer_asks_for_tls_and_no_page_is_kept(waymark: Waymark, ann: Colleague) -> None:
    for response in (ann.get("/"), ann.get("/nowhere"), waymark.browser().get("/")):
        assert response.headers["Strict-Transport-Security"] == "max-age=31536000"
        assert response.headers["Cache-Control"] == "no-store"


def test_training_has_no_sign_in_and_sign_in_has_no_training(waymark: Waymark, ann: Colleague) -> None:

    trainee = open_gateway(waymark.house.door()).test_client()

    assert trainee.get("/sign-in").status_code == 404 and trainee.get("/").status_code == 200
    assert ann.post("/training/clock", move="day").status_code == 404
