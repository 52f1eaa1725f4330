"""How somebody wants to be reached, said in the chat: what is plain is set and said, the rest is a link."""

from __future__ import annotations

from datetime import time

from actions.reaching import ActionSetPreference
from bot.storage import addresses, people
from bot.storage.addresses import Preference
from tests.actions.conftest import ME, MONDAY, Practitioner


def known(me: Practitioner, **email: str) -> None:
    with me.parts.database.transaction() as connection:
        people.create(connection, ME, None, MONDAY)
        if email:
            addresses.keep(connection, ME, "email", email, MONDAY)


def preference(me: Practitioner) -> Preference:
    with me.parts.database.reading() as connection:
        return addresses.reaches(connection, [ME])[ME].preference


def says(me: Practitioner, text: str) -> str:
    return me.to(ActionSetPreference, text, "set_preference").text


def test_email_comes_first_once_there_is_an_address(me: Practitioner) -> None:
    known(me, email="somebody@example.org")
    assert "by e-mail, or else on your Waymark page" in says(me, "e-mail me instead")
    assert preference(me).channels[0] == "email"
    assert "You are reminded on your Waymark page" in says(me, "stop the e-mails")
    assert "email" not in preference(me).channels


def test_without_an_address_nothing_is_changed_and_the_page_is_named(me: Practitioner) -> None:
    known(me)
    said = says(me, "e-mail me instead")
    assert "changed nothing" in said and "/preferences" in said
    assert preference(me) == Preference()


def test_a_channel_that_there_is_not_is_not_promised(me: Practitioner) -> None:
    known(me)
    assert "cannot remind you in Microsoft Teams" in says(me, "use Teams")
    assert preference(me) == Preference()


def test_quiet_hours_add_up_and_are_said(me: Practitioner) -> None:
    known(me)
    assert "from 00:00 to 08:00" in says(me, "don't message me before 8")
    assert "from 18:00 to 08:00, unless an urgent limit ends" in says(me, "don't message me after 6")
    assert (preference(me).quiet_from, preference(me).quiet_until) == (time(18), time(8))


def test_what_is_not_plain_changes_nothing(me: Practitioner) -> None:
    known(me)
    said = says(me, "only on weekdays please, and not in class")
    assert "changed nothing" in said and "/preferences" in said
    assert preference(me) == Preference()
