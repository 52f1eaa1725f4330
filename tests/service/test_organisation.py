"""The organisation's own contacts: read strictly, shown beside the policy's as its own, and old after a year."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.bankholidays import calendar
from bot.casework.calendar import LONDON
from bot.casework.case import Answer, Tried
from bot.casework.intake import Ask, Told
from bot.casework.organisation import Organisation
from bot.casework.vocabulary import Category, Person
from bot.config import Settings
from bot.library import PolicyError
from bot.library.organisation import load_organisation
from bot.service import Casework, Desk
from bot.storage import Database
from bot.storage.case_store import CaseStore
from bot.wording import answering, noting, safety, smalltalk

README = (Path(__file__).parents[2] / "policies" / "README.md").read_text(encoding="utf-8")
EXAMPLE = next(part for part in README.split("```yaml\n")[1:] if part.startswith("name: Exampleton")).split("```")[0]
ME = "a practitioner"
NOW = datetime(2026, 11, 2, 10, tzinfo=LONDON)
TITLE = "Your organisation’s (Exampleton Primary School)"


def read(folder: Path, text: str) -> Organisation:
    path = folder / "organisation.yml"
    path.write_text(text, encoding="utf-8")
    return load_organisation(path)


@pytest.fixture
def own(tmp_path: Path, casework: Casework, database: Database) -> Casework:
    """The use cases of an organisation that has named its contacts."""
    calendars = {"ENG": calendar("ENG")}
    return Casework(CaseStore(database), casework.policies, calendars, lambda: "W-OWN", read(tmp_path, EXAMPLE))


def told(casework: Casework, now: datetime = NOW, person: Person = Person.CHILD) -> Desk:
    casework.answer_risk(ME, Ask.RISK, Answer.NO, now)
    about = Told(policy="telford_wrekin", person=person, categories=(Category.ROLES,), raised_at=now, tried=Tried(None))
    return casework.tell(ME, about, now)


def lines(message: object) -> tuple[str, ...]:
    blocks = {block.title: block.lines for block in getattr(message, "blocks")}  # noqa: B009
    return blocks.get(TITLE, ())


def contacts(desk: Desk) -> tuple[str, ...]:
    assert desk.advice is not None
    return lines(answering.contacts(desk.advice))


def test_the_safety_net_alone_names_the_organisations_doors(own: Casework) -> None:
    assert lines(safety.safety_net(own=own.own_contacts(NOW))) == lines(safety.emergency(None, None, own=told(own).own))
    assert lines(safety.safety_net(own=own.own_contacts(NOW)))


def test_whom_to_contact_names_the_organisations_own_beside_the_policys(own: Casework) -> None:
    assert contacts(told(own)) == (
        "Designated safeguarding lead: 01632 960001 (checked on Tuesday 1 September 2026).",
        "Deputy safeguarding lead: 01632 960002, deputy@school.example (checked on Tuesday 1 September 2026).",
        "Children's front door: 01632 960100 (Monday to Thursday 09:00 to 17:00; Friday 09:00 to 16:30; "
        "checked on Tuesday 1 September 2026).",
        "Emergency duty team: 01632 960300 (checked on Tuesday 1 September 2026). Nights and weekends.",
    )


def test_the_front_door_is_that_of_the_person(own: Casework) -> None:
    named = " ".join(contacts(told(own, person=Person.ADULT)))

    assert "Adults' front door" in named and "Children's" not in named


def test_the_emergency_answer_holds_front_door_and_night_number_before_the_policys_route(own: Casework) -> None:
    told(own)
    desk = own.alarm(ME, NOW)
    message = safety.emergency(desk.policy, Person.CHILD, own=desk.own)

    assert [line.split(":")[0] for line in lines(message)] == ["Children's front door", "Emergency duty team"]
    titles = [block.title for block in message.blocks]
    assert titles.index(TITLE) < next(n for n, title in enumerate(titles) if title.startswith("Telford"))
    assert message.blocks[0].lines == ("If someone is in danger now, call 999",)


def test_while_nobody_has_said_whom_it_is_about_both_doors_are_named(own: Casework) -> None:
    desk = own.alarm(ME, NOW)

    named = [line.split(":")[0] for line in lines(safety.emergency(None, None, own=desk.own))]
    assert named == ["Children's front door", "Adults' front door", "Emergency duty team"]


def test_who_is_not_sure_of_the_danger_or_asks_for_a_human_is_given_the_lead(own: Casework) -> None:
    own.answer_risk(ME, Ask.RISK, Answer.UNSURE, NOW)
    for ask in (Ask.RISK_WITH, Ask.RISK_HURT):
        own.answer_risk(ME, ask, Answer.NO, NOW)
    desk = own.answer_risk(ME, Ask.RISK_SEEN, Answer.NO, NOW)

    assert TITLE in [block.title for block in noting.careful(desk)]
    assert lines(smalltalk.SAYINGS["ask_human"](desk))[0].startswith("Designated safeguarding lead: 01632 960001")


@pytest.mark.parametrize(("days", "old"), [(365, False), (366, True)])
def test_a_number_is_old_after_a_year(own: Casework, days: int, old: bool) -> None:
    checked = datetime(2026, 9, 1, 10, tzinfo=LONDON)

    first = contacts(told(own, checked + timedelta(days=days)))[0]

    assert first.endswith(", over a year ago: confirm it before you rely on it).") is old


def test_without_the_file_nothing_is_said_of_it(casework: Casework) -> None:
    assert contacts(told(casework)) == ()
    assert "organisation’s" not in safety.emergency(None, None, own=casework.look(ME, NOW).own).text


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("lead: {", "leader: {", "2: leader: unknown key; allowed words: name, lead, deputy,"),
        ("checked: 2026-09-01}", "checked: last year}", "2: checked: must be a date such as 2026-12-24"),
        (", checked: 2026-09-01}", "}", "2: checked: is missing"),
        ("phone: 01632 960001, ", "", "2: phone: is missing, and so is email: one of them is needed"),
        ("[friday]", "[freitag]", "9: days: unknown word 'freitag'"),
        ('"16:30"', '"half past"', "9: closes: must be a time such as"),
    ],
)
def test_a_mistake_is_told_by_line_and_key(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert old in EXAMPLE
    with pytest.raises(PolicyError) as caught:
        read(tmp_path, EXAMPLE.replace(old, new, 1))

    assert caught.value.problems[0].startswith(f"{tmp_path}/organisation.yml:{problem}")


def test_a_file_without_any_contact_is_none(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="so is every other contact"):
        read(tmp_path, "name: Exampleton\n")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"nowhere.yml:0: file: cannot be read"):
        load_organisation(tmp_path / "nowhere.yml")


def test_the_environment_names_the_file() -> None:
    assert Settings.from_environment({"WAYMARK_ORGANISATION": "own.yml"}).organisation == Path("own.yml")
    assert Settings.from_environment({}).organisation is None
