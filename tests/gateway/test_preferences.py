"""How people want to be reached: their own page, an address that they confirm, quiet hours, a private calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time, timedelta
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from bot.channels.sending import Refused, Unreachable
from bot.storage import addresses, calendars, confirmations
from bot.storage.addresses import Preference
from tests.gateway.conftest import Visitor
from tests.gateway.opening import open_gateway
from tests.gateway.standins import HOME, House

ME = "me@school.example"


def change(visitor: Visitor, **form: str) -> TestResponse:
    return visitor.client.post("/preferences", data={"form_token": visitor.form_token(), **form})


def person_of(house: House) -> str:
    """The visitor who came last."""
    with house.database.reading() as connection:
        return str(connection.scalar(select(addresses.addresses.c.person).order_by(addresses.addresses.c.id.desc())))


def wish(house: House) -> Preference:
    with house.database.reading() as connection:
        return addresses.reaches(connection, [person_of(house)])[person_of(house)].preference


def email_of(house: House) -> object:
    with house.database.reading() as connection:
        found = addresses.find(connection, person_of(house), "email")
    return found and found.address


def path(link: str) -> str:
    assert link.startswith(f"{HOME}/preferences/confirm/")
    return urlsplit(link).path


def test_a_stranger_is_shown_nothing(house: House) -> None:
    client = open_gateway(house.door()).test_client()
    assert client.get("/preferences").status_code == 401
    assert client.post("/preferences", data={"do": "loud"}).status_code == 401


def test_the_page_asks_where_to_be_reached(visitor: Visitor, house: House) -> None:
    page = visitor.client.get("/preferences")
    assert page.status_code == 200 and 'value="teams" checked' in page.text

    assert change(visitor, do="order", order="email,teams").status_code == 303
    assert wish(house).channels == ("email", "teams", "web")
    assert 'value="email,teams" checked' in visitor.client.get("/preferences?done=order").text


def test_only_what_there_is_is_offered(visitor: Visitor, house: House, arrive: Callable[[], Visitor]) -> None:
    house.channels = ("web",)
    text = Visitor(open_gateway(house.door()).test_client()).client.get("/").text  # a new gateway, a new visitor
    assert "How to reach you" in text
    client = open_gateway(house.door()).test_client()
    client.get("/")
    page = client.get("/preferences").text
    assert "Microsoft Teams" not in page and "does not send e-mail" in page


@pytest.mark.parametrize("order", ["", "fax", "email,email", "web", "teams,email,web,teams"])
def test_a_way_that_was_not_offered_changes_nothing(visitor: Visitor, house: House, order: str) -> None:
    change(visitor, do="order", order="email")
    response = change(visitor, do="order", order=order)
    assert (response.status_code, wish(house).channels) in (
        (400, ("email", "web")),
        (303, ("web",)),  # nothing chosen but the page: that is one of the choices
    )
    assert response.status_code == 400 or order == ""


def test_quiet_hours_are_kept_and_taken_back(visitor: Visitor, house: House) -> None:
    change(visitor, do="quiet", **{"from": "18:30", "until": "08:00"})
    assert (wish(house).quiet_from, wish(house).quiet_until) == (time(18, 30), time(8))
    page = visitor.client.get("/preferences").text
    assert 'value="18:30"' in page and 'value="08:00"' in page

    change(visitor, do="loud")
    assert wish(house).quiet_from is None
    change(visitor, do="order", order="email")
    assert wish(house).quiet_from is None


@pytest.mark.parametrize(
    "given",
    [{"from": "18:00"}, {"until": "08:00"}, {"from": "8", "until": "soon"}, {"from": "08:00", "until": "08:00"}],
)
def test_half_of_quiet_hours_is_said_and_kept_in_the_form(
    visitor: Visitor, house: House, given: dict[str, str]
) -> None:
    change(visitor, do="quiet", **{"from": "20:00", "until": "07:00"})
    response = change(visitor, do="quiet", **given)

    assert response.status_code == 400 and "There is a problem" in response.text
    assert all(f'value="{value}"' in response.text for value in given.values())
    assert wish(house).quiet_from == time(20)


def test_an_address_counts_once_it_is_confirmed(visitor: Visitor, house: House) -> None:
    change(visitor, do="email", email=f" {ME} ")
    ((to, link),) = house.letters.sent
    assert to == ME and email_of(house) is None
    assert "Waiting for you to confirm" in visitor.client.get("/preferences").text

    assert ME in visitor.client.get(path(link)).text
    assert email_of(house) is None, "programs that check mail open links too"
    assert visitor.client.post(path(link)).status_code == 303
    assert email_of(house) == {"email": ME}
    assert wish(house).channels == ("teams", "email", "web")


def test_a_link_works_once_and_on_any_device(visitor: Visitor, house: House) -> None:
    change(visitor, do="email", email=ME)
    link = path(house.letters.sent[0][1])
    elsewhere = open_gateway(house.door()).test_client()

    assert "is confirmed" in elsewhere.post(link).text
    assert elsewhere.post(link).status_code == elsewhere.get(link).status_code == 404
    assert email_of(house) == {"email": ME}


def test_a_link_is_old_after_a_day_and_replaced_by_a_newer_one(visitor: Visitor, house: House) -> None:
    change(visitor, do="email", email=ME)
    change(visitor, do="email", email="other@school.example")
    first, second = (path(link) for _, link in house.letters.sent)
    assert visitor.client.get(first).status_code == 404

    house.clock.moment += timedelta(hours=25)
    assert visitor.client.post(second).status_code == 404
    assert email_of(house) is None


@pytest.mark.parametrize("sender", ["https://evil.example", "null"])
def test_another_site_changes_nothing(visitor: Visitor, house: House, sender: str) -> None:
    change(visitor, do="email", email=ME)
    link, headers = path(house.letters.sent[0][1]), {"Origin": sender}
    token = visitor.form_token()

    assert visitor.client.post(link, headers=headers).status_code == 404
    stolen = {"form_token": token, "do": "order", "order": "email"}
    assert visitor.client.post("/preferences", data=stolen, headers=headers).status_code == 401
    assert visitor.client.post("/preferences", data={"do": "order", "order": "email"}).status_code == 401
    assert email_of(house) is None and wish(house) == Preference()


@pytest.mark.parametrize(
    "email",
    ["", "me", "me@", "@school.example", "me@school", "a..b@school.example", ".a@school.example", "me@school.example\n"
     "Bcc: x@y.example", "me@school.example, you@y.example", "<me@school.example>", "é@school.example", "a" * 260],
)  # fmt: skip
def test_what_is_no_address_is_said_and_nothing_is_sent(visitor: Visitor, house: House, email: str) -> None:
    response = change(visitor, do="email", email=email)
    assert response.status_code == 400 and "correct format" in response.text
    assert house.letters.sent == []


def test_hostile_words_are_shown_as_words(visitor: Visitor) -> None:
    response = change(visitor, do="email", email='"><script>alert(1)</script>')
    assert "<script>alert" not in response.text


def test_nobodys_mailbox_is_filled(visitor: Visitor, house: House, arrive: Callable[[], Visitor]) -> None:
    answers = [change(visitor, do="email", email=ME).status_code for _ in range(7)]
    assert answers == [200] * 5 + [400] * 2 and len(house.letters.sent) == 5
    assert change(arrive(), do="email", email=ME).status_code == 400, "nor by somebody else"

    house.clock.moment += timedelta(hours=25)
    assert change(visitor, do="email", email=ME).status_code == 200


@pytest.mark.parametrize("failure", [Unreachable("smtp_connect"), Refused("smtp_recipient_550", gone=True)])
def test_a_letter_that_cannot_be_sent_is_said(visitor: Visitor, house: House, failure: Exception) -> None:
    house.letters.failure = failure
    response = change(visitor, do="email", email=ME)
    assert response.status_code == 400 and "could not send" in response.text and f'value="{ME}"' in response.text


def test_in_training_the_link_is_shown_and_in_earnest_it_is_not(visitor: Visitor, house: House) -> None:
    assert house.letters.sent == [] and "Training: this link" in change(visitor, do="email", email=ME).text

    app = open_gateway(house.door(training=False)).test_client()
    app.get("/", base_url="https://localhost")
    token = re.search(r'name="form_token" value="(\w+)"', app.get("/", base_url="https://localhost").text)
    assert token
    form = {"form_token": token[1], "do": "email", "email": "you@school.example"}
    response = app.post("/preferences", data=form, base_url="https://localhost")
    assert response.status_code == 303 and "confirm/" not in response.text


def test_an_address_is_forgotten(visitor: Visitor, house: House) -> None:
    change(visitor, do="email", email=ME)
    visitor.client.post(path(house.letters.sent[0][1]))
    change(visitor, do="email", email="new@school.example")
    change(visitor, do="forget")

    assert email_of(house) is None
    assert visitor.client.get(path(house.letters.sent[1][1])).status_code == 404
    page = visitor.client.get("/preferences").text
    assert ME not in page and "new@school.example" not in page


def test_a_mailbox_that_is_dead_is_said(visitor: Visitor, house: House) -> None:
    change(visitor, do="email", email=ME)
    visitor.client.post(path(house.letters.sent[0][1]))
    with house.database.transaction() as connection:
        addresses.bury(connection, person_of(house), "email", "smtp_recipient_550", house.clock.now())
    assert "come back" in visitor.client.get("/preferences").text


def test_everybody_sees_and_changes_only_their_own(arrive: Callable[[], Visitor], house: House) -> None:
    mine, theirs = arrive(), arrive()
    change(mine, do="email", email=ME)
    assert ME not in theirs.client.get("/preferences").text
    change(theirs, do="forget")
    assert mine.client.get(path(house.letters.sent[0][1])).status_code == 200


def test_secrets_are_kept_hashed_only(visitor: Visitor, house: House) -> None:
    change(visitor, do="email", email=ME)
    page = change(visitor, do="open").text
    secrets = [house.letters.sent[0][1].rpartition("/")[2], re.findall(r"/calendar/([\w-]+)\.ics", page)[0]]
    with house.database.reading() as connection:
        kept = [*connection.execute(select(confirmations.confirmations)), *connection.execute(select(calendars.feeds))]
    assert not any(secret in str(kept) for secret in secrets)
