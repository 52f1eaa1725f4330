"""Talking in Teams: accepted at once, answered once, by cards whose old buttons disappear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text, update

from bot.door import Door
from bot.gateway import create_app
from bot.storage import Database, addresses, identities, inbox
from bot.storage.people import people
from tests.gateway.standins import House
from tests.teams.people import Practitioner
from tests.teams.servers import TENANT, Keys, Reply, Teams, buttons, texts

WorkOff = Callable[[], None]


def everything_kept(database: Database) -> str:
    """Every row of every table, as one text."""
    with database.reading() as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        return str([connection.execute(text(f'SELECT * FROM "{table}"')).all() for table in tables])


def test_a_message_is_accepted_then_answered(practitioner: Practitioner, teams: Teams, work_off: WorkOff) -> None:
    practitioner.say("They closed it.")
    assert teams.sent == []

    work_off()

    welcome, question = teams.sent
    assert "Hello, I am Waymark" in texts(welcome)
    assert "is anyone in danger now" in texts(question)
    assert list(buttons(question)) == ["Yes", "No", "Not sure"]


def test_a_pressed_card_is_replaced_by_its_answered_form(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff
) -> None:
    practitioner.say("They closed it.")
    work_off()
    practitioner.press(buttons(teams.sent[1])["No"])
    work_off()

    assert house.assistant.texts[-1] == '/inform{"risk":"no"}'
    assert "Monday 4 January 2027" in texts(teams.sent[2])
    (answered,) = teams.replaced.values()
    assert answered["actions"] == []
    assert "You chose: No" in texts(answered)
    assert "is anyone in danger now" in texts(answered)


def test_words_instead_of_a_press_take_the_old_buttons_away_too(
    practitioner: Practitioner, teams: Teams, work_off: WorkOff
) -> None:
    for said in ("They closed it.", "I do not know what to do."):
        practitioner.say(said)
        work_off()

    (old,) = teams.replaced.values()
    assert old["actions"] == []
    assert "You chose" not in texts(old)
    assert len(buttons(teams.sent[-1])) == 3


def test_the_same_activity_twice_is_answered_once(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff
) -> None:
    for _ in range(3):
        practitioner.say("They closed it.", id="the-same")
    work_off()
    practitioner.say("They closed it.", id="the-same")
    work_off()

    assert len(house.assistant.asked) == 1
    assert len(teams.sent) == 2


LONG = "They closed the referral again and nobody has rung me."


def test_words_that_teams_sends_again_with_a_new_id_are_answered_once(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff
) -> None:
    practitioner.say(LONG)
    practitioner.say(LONG)
    work_off()
    practitioner.say(LONG)
    work_off()

    assert len(house.assistant.asked) == 1


def test_a_short_answer_to_the_next_question_is_another_one(
    practitioner: Practitioner, house: House, work_off: WorkOff
) -> None:
    practitioner.say("No")
    practitioner.say("No")  # while the first waits it is the same
    work_off()
    assert house.assistant.texts == ["No"]

    practitioner.say("No")
    work_off()
    assert house.assistant.texts == ["No", "No"]


def test_the_same_words_later_elsewhere_or_by_somebody_else_are_others(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff
) -> None:
    practitioner.say(LONG)
    practitioner.say(LONG, conversation={"conversationType": "personal", "tenantId": TENANT, "id": "a:another"})
    other = "99999999-0000-0000-0000-000000000002"
    practitioner.say(LONG, **{"from": {"id": "29:user-two", "name": "Somebody", "aadObjectId": other}})
    work_off()
    assert len(house.assistant.asked) == 3

    with house.database.transaction() as connection:
        earlier = inbox.inbox.c.accepted_at
        for number, moment in connection.execute(select(inbox.inbox.c.id, earlier)).all():
            past = update(inbox.inbox).where(inbox.inbox.c.id == number)
            connection.execute(past.values(accepted_at=moment - timedelta(seconds=61)))
    practitioner.say(LONG)
    work_off()
    assert len(house.assistant.asked) == 4


def test_danger_that_is_told_again_is_answered_again(
    practitioner: Practitioner, house: House, work_off: WorkOff
) -> None:
    for _ in range(2):
        practitioner.say("he has a knife and I can hear them both")
        work_off()

    assert len(house.assistant.asked) == 2


def test_a_press_that_teams_sends_again_with_a_new_id_has_one_effect(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff
) -> None:
    practitioner.say("They closed it.")
    work_off()
    token = buttons(teams.sent[1])["No"]
    for _ in range(4):
        practitioner.press(token)
    work_off()

    assert house.assistant.texts.count('/inform{"risk":"no"}') == 1
    assert len(teams.sent) == 3 + 3
    assert all("answered already" in texts(card) for card in teams.sent[3:])
    assert all(card["actions"] == [] for card in teams.sent[3:])


def test_a_stale_press_shows_a_question_that_teams_has_not_seen(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff
) -> None:
    """The person went on in a browser meanwhile."""
    practitioner.say("They closed it.")
    work_off()
    with house.database.reading() as connection:
        person = connection.execute(select(people.c.id)).scalar_one()
    house.conversation.say(person, "And now?", house.clock.now())

    practitioner.press(buttons(teams.sent[1])["No"])
    work_off()

    assert "answered already" in texts(teams.sent[2])
    assert len(buttons(teams.sent[3])) == 3


@pytest.mark.parametrize("typed", ['/inform{"risk":"no"}', "/restart", '{"token":"x"}'])
def test_what_is_typed_is_words(practitioner: Practitioner, house: House, work_off: WorkOff, typed: str) -> None:
    practitioner.say(typed, value={"token": "whatever"})
    work_off()

    assert house.assistant.texts == [typed.lstrip("/")]


@pytest.mark.parametrize("value", [{"token": 7}, {"other": "x"}, "text", [], {"token": "a" * 5000}])
@pytest.mark.parametrize("empty", ["", "|EMPTY|", None])
def test_a_strange_press_changes_nothing(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff, value: object, empty: str | None
) -> None:
    assert practitioner.send(value=value, text=empty).status_code == 202
    work_off()

    assert house.assistant.asked == []
    assert "answered already" in texts(teams.sent[-1])


def test_nothing_unmasked_is_kept_or_logged(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    practitioner.say("Jamie was born on 02/03/2019, and there is a knife")
    waiting = everything_kept(house.database)
    work_off()

    assert "Jamie" not in waiting + everything_kept(house.database) + caplog.text + str(house.assistant.asked)
    assert "02/03/2019" not in waiting + everything_kept(house.database) + caplog.text
    assert "[name]" in waiting
    assert "Somebody" not in waiting  # the person's own name is not needed either


def test_words_of_danger_suffice_where_the_assistant_is_down(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff
) -> None:
    house.assistant.down = True
    practitioner.install()
    work_off()
    practitioner.say("He has a knife")
    work_off()

    assert "call 999" in texts(teams.sent[1])
    assert teams.sent[1]["body"][0]["style"] == "attention"


def test_danger_overtakes_what_waits(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff
) -> None:
    practitioner.say("They closed it.")
    practitioner.say("He has a knife")
    work_off()

    assert house.assistant.texts == ["He has a knife", "They closed it."]


def test_the_assistant_down_is_said_with_the_safety_net(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff
) -> None:
    house.assistant.down = True
    practitioner.say("They closed it.")
    work_off()

    assert "999" in texts(teams.sent[-2])
    assert "Nothing was saved" in texts(teams.sent[-2])
    assert list(buttons(teams.sent[-1]))[0] == "What do I do now?"
    assert "box" not in texts(teams.sent[-2])


def test_too_much_and_nothing(practitioner: Practitioner, teams: Teams, work_off: WorkOff) -> None:
    practitioner.say("word " * 12_000)
    practitioner.say("", attachments=[{"contentType": "image/png", "contentUrl": "https://example.org/x.png"}])
    work_off()

    assert "Please shorten it" in texts(teams.sent[1])
    assert "nothing to read" in texts(teams.sent[2])


def test_an_installation_welcomes_once(practitioner: Practitioner, teams: Teams, work_off: WorkOff) -> None:
    bot, user = {"id": "28:11111111-2222-3333-4444-555555555555"}, {"id": "29:user-one"}
    practitioner.install()
    assert practitioner.send(type="conversationUpdate", membersAdded=[user, bot]).status_code == 202
    practitioner.say("Hello")
    work_off()

    assert ["Hello, I am Waymark" in texts(card) for card in teams.sent] == [True, False]


def test_a_removed_app_is_a_dead_address_until_it_is_back(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff
) -> None:
    def reached() -> bool:
        with house.database.reading() as connection:
            person = connection.execute(select(people.c.id)).scalar_one()
            return "teams" in addresses.reaches(connection, [person])[person].addresses

    practitioner.install()
    assert reached()
    assert practitioner.send(type="installationUpdate", action="remove").status_code == 202
    assert not reached()
    practitioner.install()
    assert reached()
    work_off()
    assert len(teams.sent) == 2  # welcomed again


def test_the_person_is_the_directorys_and_the_address_the_newest(practitioner: Practitioner, house: House) -> None:
    practitioner.say("They closed it.")
    practitioner.usual = {"conversation": {"conversationType": "personal", "tenantId": TENANT, "id": "a:moved"}}
    practitioner.say("And now?")

    with house.database.reading() as connection:
        (row,) = connection.execute(select(identities.identities)).all()
        reach = addresses.reaches(connection, [row.person])[row.person]
    assert (row.provider, row.subject) == (f"entra:{TENANT}", "99999999-0000-0000-0000-000000000001")
    assert reach.addresses["teams"]["conversation"] == "a:moved"


def test_two_people_are_two(practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff) -> None:
    practitioner.say("They closed it.")
    work_off()
    token = buttons(teams.sent[1])["Yes"]
    other = {"id": "29:user-two", "aadObjectId": "99999999-0000-0000-0000-000000000002"}
    practitioner.usual = {
        "from": other,
        "conversation": {"conversationType": "personal", "tenantId": TENANT, "id": "b"},
    }
    practitioner.press(token)
    work_off()

    assert house.assistant.texts == ["They closed it."]
    assert "answered already" in texts(teams.sent[-1])


@pytest.mark.parametrize(
    "conversation",
    [
        {"conversationType": "channel", "isGroup": True, "tenantId": TENANT, "id": "19:channel"},
        {"conversationType": "groupChat", "isGroup": True, "tenantId": TENANT, "id": "19:group"},
        {"conversationType": "personal", "isGroup": True, "tenantId": TENANT, "id": "19:odd"},
        {"tenantId": TENANT, "id": "19:untyped"},
    ],
)
def test_where_others_listen_nothing_is_read(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff, conversation: object
) -> None:
    practitioner.say("<at>Waymark</at> Robin has a knife", conversation=conversation)
    waiting = everything_kept(house.database)
    work_off()

    (only,) = teams.sent
    assert "one person at a time" in texts(only)
    assert "Robin" not in waiting
    assert "knife" not in waiting
    assert house.assistant.asked == []
    with house.database.reading() as connection:
        assert connection.execute(select(people)).all() == []


@pytest.mark.parametrize("kind", ["messageReaction", "messageUpdate", "invoke", "event", "typing", "endOfConversation"])
def test_other_activities_are_taken_and_do_nothing(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff, kind: str
) -> None:
    practitioner.install()
    work_off()

    assert practitioner.send(type=kind, text="Jamie has a knife", name="adaptiveCard/action").status_code == 202
    work_off()

    assert len(teams.sent) == 1
    assert house.assistant.asked == []


def test_more_than_can_wait_is_delivered_again_later(
    practitioner: Practitioner, teams: Teams, work_off: WorkOff
) -> None:
    answers = [practitioner.send(text=f"message {number}") for number in range(25)]

    assert [answer.status_code for answer in answers].count(202) == 19  # and the welcome
    assert {answer.headers.get("Retry-After") for answer in answers if answer.status_code == 429} == {"15"}
    assert practitioner.send(text="He has a knife").status_code == 202  # which never waits


def test_an_answer_that_teams_does_not_take_yet_is_sent_later(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff
) -> None:
    practitioner.install()
    work_off()
    teams.replies = [Reply(429, {"error": {"code": "Throttled"}}, {"Retry-After": "9"})]
    practitioner.say("They closed it.")
    work_off()
    assert len(house.assistant.asked) == 1

    with house.database.transaction() as connection:
        row = connection.execute(select(inbox.inbox).where(inbox.inbox.c.done_at.is_(None))).one()
        assert row.free_at - row.accepted_at >= timedelta(seconds=9)
        inbox.put_back(connection, row.id, row.accepted_at)
    work_off()

    assert len(house.assistant.asked) == 1  # answered once, sent twice
    assert list(buttons(teams.sent[-1])) == ["Yes", "No", "Not sure"]


def test_an_answer_that_nobody_will_take_ends_there(
    practitioner: Practitioner, teams: Teams, house: House, work_off: WorkOff
) -> None:
    teams.replies = [Reply(403, {"error": {"code": "ConversationBlockedByUser"}})]
    practitioner.install()
    work_off()

    with house.database.reading() as connection:
        assert inbox.waiting(connection) == 0
        person = connection.execute(select(people.c.id)).scalar_one()
        assert addresses.reaches(connection, [person])[person].addresses == {}


def test_no_database_is_said_at_once_with_the_safety_net(
    practitioner: Practitioner, teams: Teams, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    practitioner.install()
    with house.database.transaction() as connection:
        connection.execute(text("ALTER TABLE inbox RENAME TO lost"))

    assert practitioner.send(text="They closed it.").status_code == 200
    assert "999" in texts(teams.sent[-1])
    assert "Nothing was saved" in texts(teams.sent[-1])

    teams.replies = [Reply(503)]
    assert practitioner.send(text="They closed it.").status_code == 503  # so that Teams delivers it again


def test_where_nobody_can_sign_in_there_is_teams_and_no_page(door: Door, keys: Keys, teams: Teams) -> None:
    client = create_app(door=replace(door, page=False, training=None)).test_client()
    somebody = Practitioner(client, keys, teams)

    somebody.say("They closed it.")
    assert [client.get(path).status_code for path in ("/", "/chat/messages", "/healthz")] == [404, 404, 200]
