"""A gateway that is killed while it answers: another goes on where it was, and nothing is lost or done twice."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot.channels.teams.desk import LEASE
from bot.storage.buttons import buttons as button_rows
from bot.storage.conversations import messages
from bot.storage.inbox import inbox
from bot.turns import LEASE as TURN_LEASE
from tests.gateway.standins import House
from tests.teams.people import Practitioner
from tests.teams.servers import Teams, buttons, texts

pytestmark = pytest.mark.processes

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60.0


def die_at(stage: str, house: House, folder: Path) -> None:
    """Let another gateway work until it hangs there, and kill it."""
    marker = folder / "hangs"
    marker.unlink(missing_ok=True)
    command = [sys.executable, "-m", "tests.teams.dying", str(house.database.engine.url), str(folder), stage]
    process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
    try:
        until = time.monotonic() + PATIENCE_SECONDS
        while not marker.exists():
            assert process.poll() is None and time.monotonic() < until, "it did not come so far"
            time.sleep(0.05)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


def let_the_leases_end(house: House) -> None:
    from bot.storage.people import people

    past = datetime.now(UTC) - max(LEASE, TURN_LEASE)
    with house.database.transaction() as connection:
        connection.execute(update(inbox).values(free_at=past))
        connection.execute(update(people).values(turn_until=past - timedelta(seconds=1)))


def said_by_the_person(house: House) -> int:
    with house.database.reading() as connection:
        query = select(func.count()).select_from(messages).where(messages.c.kind == "person")
        return connection.scalar(query) or 0


def test_words_are_answered_after_a_death(
    practitioner: Practitioner, teams: Teams, house: House, work_off: Callable[[], None], tmp_path: Path
) -> None:
    practitioner.install()
    work_off()
    practitioner.say("They closed it.")
    die_at("asked", house, tmp_path)
    work_off()
    assert len(teams.sent) == 1  # nobody takes it before the lease is over

    let_the_leases_end(house)
    work_off()

    assert list(buttons(teams.sent[-1])) == ["Yes", "No", "Not sure"]
    assert said_by_the_person(house) == 1


@pytest.mark.parametrize("stage", ["kept", "sent"])
def test_an_answer_that_was_kept_is_sent_and_not_asked_again(
    practitioner: Practitioner, teams: Teams, house: House, work_off: Callable[[], None], tmp_path: Path, stage: str
) -> None:
    practitioner.install()
    work_off()
    practitioner.say("Jamie: they closed it.")  # two cards: what was left out, and the question
    die_at(stage, house, tmp_path)
    let_the_leases_end(house)
    work_off()

    assert house.assistant.asked == []  # this gateway did not have to ask
    assert [("left out" in texts(card)) for card in teams.sent] == [False, True, False]
    assert list(buttons(teams.sent[-1])) == ["Yes", "No", "Not sure"]
    assert said_by_the_person(house) == 1


def test_a_press_is_not_lost(
    practitioner: Practitioner, teams: Teams, house: House, work_off: Callable[[], None], tmp_path: Path
) -> None:
    practitioner.say("They closed it.")
    work_off()
    practitioner.press(buttons(teams.sent[-1])["No"])
    die_at("asked", house, tmp_path)
    let_the_leases_end(house)
    work_off()

    assert house.assistant.texts[-1] == '/inform{"risk":"no"}'
    assert "Monday 4 January 2027" in texts(teams.sent[-1])
    with house.database.reading() as connection:
        used = select(func.count()).select_from(button_rows).where(button_rows.c.used_at.is_not(None))
        assert connection.scalar(used) == 1


def test_a_case_that_moved_is_not_moved_again(
    practitioner: Practitioner, teams: Teams, house: House, work_off: Callable[[], None], tmp_path: Path
) -> None:
    practitioner.say("They closed it.")
    work_off()
    practitioner.press(buttons(teams.sent[-1])["No"])
    die_at("moved", house, tmp_path)
    let_the_leases_end(house)
    work_off()

    assert house.assistant.texts[1:] == ["/ask_next_step"]
    assert any("I was interrupted" in texts(card) for card in teams.sent)
