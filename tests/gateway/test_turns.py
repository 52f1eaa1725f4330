"""One message, one effect: delivered twice, answered too late, or by a process that died."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, event, select, text, update

from bot import replies
from bot.asking import TURN, ask
from bot.assistant import AssistantDown
from bot.casework.errors import CaseworkError
from bot.storage import Database, conversations, fence, turns
from bot.storage.case_store import CaseStore
from bot.storage.people import people
from bot.turns import LEASE, Turns
from tests.gateway.conftest import Visitor
from tests.gateway.standins import NET, START, House

MOVED = """INSERT INTO cases (reference, person, version, status, opened_at, changed_at)
    VALUES ('W-1', :person, 3, 'open', :at, :at)"""


@pytest.fixture
def person(visitor: Visitor, house: House) -> str:
    session = visitor.client.get_cookie("waymark")
    found = house.conversation.recognise(session.value) if session else None
    assert found
    return found


def moves(house: House, person: str) -> None:
    """Something is recorded in a case of that person."""
    with house.database.transaction() as connection:
        connection.execute(text(MOVED), {"person": person, "at": START.isoformat(" ")[:19] + ".000000"})


def dies(house: House, person: str, button: str | None = None, ago: timedelta = LEASE + timedelta(seconds=1)) -> None:
    """A gateway has begun a turn, and was killed."""
    with house.database.transaction() as connection:
        assert turns.take(connection, person, "dead", datetime.now(UTC) - ago, LEASE)
        if button:
            turns.pressed(connection, person, button)


# Delivered twice


def test_words_that_are_sent_again_under_their_id_get_the_answer_that_they_had(visitor: Visitor, house: House) -> None:
    first = visitor.post({"text": "they refused", "id": "a" * 36}).get_json()
    again = visitor.post({"text": "they refused", "id": "a" * 36}).get_json()
    assert [m["id"] for m in again["messages"]] == [m["id"] for m in first["messages"]]
    assert again["said"]["id"] == first["said"]["id"] and again["saved"] is True
    assert house.assistant.texts == ["they refused"]
    assert visitor.post({"text": "they refused", "id": "b" * 36}).get_json()["said"]["id"] != first["said"]["id"]


def test_an_id_is_one_persons_own(visitor: Visitor, house: House, arrive) -> None:  # type: ignore[no-untyped-def]
    for somebody in (visitor, arrive()):
        somebody.post({"text": "they refused", "id": "a" * 36})
    assert len(house.assistant.asked) == 2


@pytest.mark.parametrize("odd", ["x", 7, "a" * 65, "with space and more", None])
def test_an_odd_id_is_refused_and_nothing_is_done(visitor: Visitor, house: House, odd: object) -> None:
    assert visitor.post({"text": "they refused", "id": odd}).status_code == 400
    assert house.assistant.asked == []


def test_a_form_that_is_sent_twice_counts_once(visitor: Visitor, house: House) -> None:
    page = visitor.client.get("/").text
    found = page.partition('name="id" value="')[2].partition('"')[0]
    given = {"form_token": visitor.form_token(), "id": found, "text": "they refused"}
    for _ in range(2):
        assert visitor.client.post("/chat/messages", data=given).status_code == 303
    assert house.assistant.texts == ["they refused"]


def test_the_same_words_twice_at_once_are_one_message(
    visitor: Visitor, house: House, person: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation, here, arrived = house.conversation, 4, threading.Semaphore(0)
    newest = conversations.newest

    def seen(*given: object) -> int:
        found = newest(*given)  # type: ignore[arg-type]
        arrived.release()
        return found

    monkeypatch.setattr(conversations, "newest", seen)
    house.assistant.meanwhile = lambda: [arrived.acquire(timeout=20) for _ in range(here)] and None
    with ThreadPoolExecutor(here) as pool:
        came = list(pool.map(lambda _: conversation.say(person, "they refused", START), range(here)))
    assert house.assistant.texts == ["they refused"]
    assert len({turn.said.id for turn in came if turn.said}) == 1 and all(turn.saved for turn in came)


def test_the_same_words_after_the_answer_are_said_again(visitor: Visitor, house: House) -> None:
    visitor.say("they refused")
    visitor.say("they refused")
    assert len(house.assistant.asked) == 2


# Given up


def test_nothing_is_written_for_a_turn_that_was_given_up(visitor: Visitor, house: House, person: str) -> None:
    store = CaseStore(house.database)
    with Turns(house.database).of(person, 1) as lease:
        assert lease
        slow = lease.holder
        with fence.working_for(person, slow), store.transaction() as cases:
            cases.open("W-2", person, START)
        assert lease.cut_off() is True, "what was written before is seen"
        with (
            fence.working_for(person, slow),
            pytest.raises(CaseworkError, match="turn_over"),
            store.transaction() as cases,
        ):
            cases.open("W-3", person, START)
        with fence.working_for(person, lease.holder), store.transaction():
            pass
    with fence.working_for(person, lease.holder), pytest.raises(CaseworkError), store.transaction():
        pass


def test_an_assistant_that_records_and_then_breaks_is_not_asked_twice(
    visitor: Visitor, house: House, person: str
) -> None:
    """The press has moved the case, so the button must not come back: it would move it again."""
    token = {b["title"]: b["token"] for b in visitor.say("They closed it")["messages"][-1]["buttons"]}["No"]

    def records_and_breaks() -> None:
        if house.assistant.meanwhile:
            house.assistant.meanwhile = None
            moves(house, person)
            house.assistant.down = True

    house.assistant.meanwhile = records_and_breaks
    answer = visitor.press(token)
    assert answer["saved"] is False and "interrupted" in answer["messages"][0]["text"]
    assert "Nothing was saved" not in str(answer)
    house.assistant.down = False
    assert "answered already" in visitor.press(token)["messages"][0]["text"]


def test_a_failure_behind_the_assistant_is_no_answer(
    visitor: Visitor, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An action that raises says so, and Rasa passes it on as if all were well."""
    token = {b["title"]: b["token"] for b in visitor.say("They closed it")["messages"][-1]["buttons"]}["No"]
    with monkeypatch.context() as broken:
        broken.setattr(type(house.assistant), "ask", lambda *_: (replies.failure("It broke", "Nothing", NET),))
        answer = visitor.press(token)
    assert answer["saved"] is False and "999" in answer["messages"][0]["text"]
    assert token in [button["token"] for button in answer["messages"][-1]["buttons"]], "it can be pressed again"
    assert visitor.press(token)["saved"] is True


def test_the_turn_goes_with_the_message_and_changes_when_it_is_given_up(house: House, person: str) -> None:
    given: list[object] = []

    class Down:
        def ask(self, sender: str, words: str, metadata: dict[str, object], timeout: float | None = None) -> None:
            given.append(metadata[TURN])
            raise AssistantDown("gone")


    AssistantDown("gone")
    with Turns(house.database).of(person, 1) as lease, pytest.raises(AssistantDown):
        assert lease
        ask([Down(), Down()], lease, "hello", {}, 1)  # type: ignore[list-item]
    assert len(set(given)) == 2


# Died


def test_a_press_whose_process_died_can_be_pressed_again(visitor: Visitor, house: House, person: str) -> None:
    token = {b["title"]: b["token"] for b in visitor.say("They closed it")["messages"][-1]["buttons"]}["No"]
    dies(house, person, token)
    assert visitor.press(token)["saved"] is True


def test_what_a_dead_process_recorded_is_not_recorded_again(visitor: Visitor, house: House, person: str) -> None:
    dies(house, person)
    moves(house, person)
    answer = visitor.say("they refused")
    assert "interrupted" in answer["messages"][0]["text"]
    assert house.assistant.texts == ["/ask_next_step"] and answer["said"] is None
    assert visitor.say("they refused")["said"]["text"] == "they refused"


def test_danger_is_heard_whatever_died_before(visitor: Visitor, house: House, person: str) -> None:
    dies(house, person)
    moves(house, person)
    visitor.say("he has a knife")
    assert house.assistant.texts == ["he has a knife"]


@pytest.mark.parametrize("ago", [LEASE + timedelta(seconds=1), -timedelta(hours=1)], ids=["over", "clock set back"])
def test_a_turn_that_nobody_ends_gives_way(visitor: Visitor, house: House, person: str, ago: timedelta) -> None:
    house.patience = 0.3
    dies(house, person, ago=ago)
    assert visitor.say("hello")["saved"] is True


@pytest.mark.parametrize("ago", [timedelta(seconds=1), timedelta(milliseconds=-50)], ids=["held", "clock ahead"])
def test_a_turn_that_is_held_does_not(visitor: Visitor, house: House, person: str, ago: timedelta) -> None:
    dies(house, person, ago=ago)
    with Turns(house.database).of(person, 0.2) as lease:
        assert lease is None
    with house.database.transaction() as connection:
        connection.execute(update(people).values(turn_holder=None, turn_until=None))
    assert visitor.say("hello")["saved"] is True
    with house.database.reading() as connection:
        assert connection.scalar(select(people.c.turn_holder)) is None


def test_a_turn_that_is_worked_on_is_renewed_and_ends_with_its_work(
    house: House, person: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.turns.RENEW_SECONDS", 0.01)

    def until() -> datetime | None:
        with house.database.reading() as connection:
            found: datetime | None = connection.scalar(select(people.c.turn_until).where(people.c.id == person))
            return found

    with Turns(house.database).of(person, 0.2) as lease:
        first = until()
        assert lease and first
        give_up_at = time.monotonic() + 30
        while (renewed := until()) is not None and renewed <= first and time.monotonic() < give_up_at:
            time.sleep(0.01)
        assert renewed and renewed > first
        lease.cut_off()  # it goes on under another holder, and is renewed as that
    assert until() is None


# The disk


@contextmanager
def full_disk(database: Database) -> Iterator[None]:
    """The database may not grow."""

    def nothing_fits(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")

    event.listen(database.engine, "begin", nothing_fits)
    yield
    event.remove(database.engine, "begin", nothing_fits)
    database.close()  # so that no connection remembers it


def test_a_full_disk_saves_nothing_says_so_and_leaves_nothing_to_repair(
    visitor: Visitor, house: House, person: str
) -> None:
    token = {b["title"]: b["token"] for b in visitor.say("They closed it")["messages"][-1]["buttons"]}["No"]
    before = visitor.history()

    with full_disk(house.database):
        answer = visitor.post({"text": "long words " * 400})

    assert answer.status_code == 503
    assert answer.get_json()["saved"] is False and "999" in str(answer.get_json())
    assert [m["id"] for m in visitor.history()] == [m["id"] for m in before]
    assert visitor.press(token)["saved"] is True and visitor.say("they refused")["saved"] is True
