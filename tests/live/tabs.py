"""One person at two tabs, or two devices: the same button at once, two answers at once, and one that is long past."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from tests.live.person import Answer, Person

WORRY = "Social care in Stroud said today that a boy of 9 does not meet the threshold and we disagree"
DONE = "answered already"


def at_once(*presses: tuple[Person, str]) -> list[Answer]:
    """Each presses the button with that token, all at the same time."""
    with ThreadPoolExecutor(len(presses)) as pool:
        return list(pool.map(lambda press: press[0].presses_token(press[1]), presses))


def check(one: Person, other: Person) -> None:
    """Whatever two tabs do, each press counts once or is told honestly that it does not."""
    danger = one.says(WORRY).buttons
    one.last = taken_once(at_once((one, danger["No"]), (other, danger["No"]), (one, danger["No"])))
    said = [message["text"] for message in one.history() if message["kind"] == "person"]
    assert said == [WORRY, "No"]

    reported = one.presses("Nobody yet")
    assert reported.headings[-1].startswith("Gloucestershire, Stage 1")
    late = other.presses_token(danger["Yes"])
    assert not late.saved and DONE in late.text and late.buttons == reported.buttons, "what can be pressed now"

    onward, over = reported.buttons["Not resolved"], reported.buttons["It is resolved"]
    taken_once(at_once((one, onward), (other, over)))
    history = one.history()
    assert history == other.history()
    chosen = [message["text"] for message in history if message["kind"] == "person"][3:]
    assert chosen in (["Not resolved"], ["It is resolved"])


def taken_once(answers: list[Answer]) -> Answer:
    """The one that counted; the others were told that they did not."""
    (taken,) = [answer for answer in answers if answer.saved]
    assert all(DONE in answer.text for answer in answers if not answer.saved)
    return taken
