"""The overview on the web: who may look, what they may open, filters, paging, and files that open again."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO, StringIO
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from bot.casework.permissions import Actor, Role
from bot.channels import overview
from bot.storage import Database
from tests.bench.seeding import NOW
from tests.gateway.opening import open_gateway
from tests.gateway.standins import House


class Still:
    """A clock that stands."""

    def now(self):  # type: ignore[no-untyped-def]
        return NOW

    def set(self, moment):  # type: ignore[no-untyped-def]
        raise AssertionError("nobody sets it")


@pytest.fixture
def client(full: Database, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """A trainee at the page. Whoever else is to ask takes their place by ``ask_as``."""
    ask_as(monkeypatch, Actor("person-3", frozenset({Role.TRAINEE})))
    door = replace(House(full).door(), clock=Still())
    return open_gateway(door).test_client()


def ask_as(monkeypatch: pytest.MonkeyPatch, who: Actor | None) -> None:
    monkeypatch.setattr(overview, "actor", lambda: who)


def listed(page: str) -> list[str]:
    return re.findall(r"Case (W-[\d-]+)", page.partition('id="list"')[2])


@pytest.mark.parametrize(
    ("who", "status"),
    [
        (None, 401),
        (Actor("p", frozenset({Role.PRACTITIONER})), 403),
        (Actor("p", frozenset({Role.COORDINATOR})), 200),
        (Actor("p", frozenset({Role.TRAINEE})), 200),
    ],
)
@pytest.mark.parametrize("path", ["/overview", "/overview/trends", "/overview/report.xlsx", "/overview/report.csv"])
def test_who_may_look(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, who: Actor | None, status: int, path: str
) -> None:
    ask_as(monkeypatch, who)
    assert client.get(path).status_code == status


def test_a_coordinator_of_another_organisation_sees_none(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    ask_as(monkeypatch, Actor("p", frozenset({Role.COORDINATOR}), "elsewhere"))
    page = client.get("/overview").text
    assert "No open case yet" in page and "W-" not in page


def test_a_case_is_linked_only_for_who_may_open_it(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    page = client.get("/overview").text
    assert listed(page) and set(re.findall(r'href="/cases/([^"]+)"', page)) <= {"W-000003"}
    ask_as(monkeypatch, Actor("p", frozenset({Role.COORDINATOR})))
    page = client.get("/overview").text
    assert set(re.findall(r'href="/cases/([^"]+)"', page)) >= set(listed(page))


def test_no_words_of_a_case_are_shown(client: FlaskClient) -> None:
    assert "closed the referral" not in client.get("/overview").text


def test_the_list_goes_on_until_every_open_case_was_shown_once(
    client: FlaskClient, recounted: Mapping[str, object]
) -> None:
    found: list[str] = []
    address: str | None = "/overview"
    while address:
        page = client.get(address).text
        found += listed(page)
        following = re.search(r'<a href="([^"]+)#list">The next', page)
        address = following[1].replace("&amp;", "&") if following else None
    ought = {name for name, each in recounted.items() if each.status == "open"}  # type: ignore[attr-defined]
    assert len(found) == len(set(found)) and set(found) == ought


@pytest.mark.parametrize(
    "query",
    ["policy=atlantis", "stage=9", "due=never", "after=x", "after=99999999999999999999~W", "agency='", "category=<b>"],
)
def test_a_filter_that_there_is_not_is_told(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/overview?{query}")
    assert answer.status_code == 400 and "I do not know that filter" in answer.text and "<b>" not in answer.text


TYPED = "from-day={}&from-month={}&from-year={}&to-day={}&to-month={}&to-year={}"


@pytest.mark.parametrize(
    ("typed", "says", "field"),
    [
        ((31, 2, 2026, 1, 3, 2026), "The first day must be a real date", "from-day"),
        ((1, "", "", 1, 3, 2026), "The first day must include a month and year", "from-month"),
        ((1, 2, 26, 1, 3, 2026), "Year must include 4 numbers", "from-year"),
        ((1, 2, 2026, "x", "<b>", 2026), "The last day must be a real date", "to-day"),
        ((1, 2, 2026, 31, 1, 2026), "The last day must be the same as or after the first day", "to-day"),
    ],
)
def test_days_that_cannot_be_are_told_beside_what_was_typed(
    client: FlaskClient, typed: tuple[object, ...], says: str, field: str
) -> None:
    answer = client.get(f"/overview/trends?{TYPED.format(*typed)}&policy=warrington")
    page = answer.text

    assert answer.status_code == 400 and f'<a href="#{field}">{says}' in page and "<title>Error: " in page
    assert page.count("govuk-error-message") == 1 and '-error" class="govuk-error-message"' in page
    for value in set(typed) - {"", "<b>"}:
        assert f'value="{value}"' in page
    assert 'name="policy" value="warrington"' in page and "<b>" not in page and "<table" not in page


def test_the_days_that_were_typed_are_counted_and_taken_along(client: FlaskClient) -> None:
    page = client.get("/overview/trends?" + TYPED.format(1, 3, 2026, "", "", "")).text
    same = client.get(f"/overview/trends?from=2026-03-01&to={NOW.date().isoformat()}").text

    assert page == same and 'id="from-month" name="from-month" inputmode="numeric" autocomplete="off" value="3"' in page
    assert f"report.xlsx?from=2026-03-01&amp;to={NOW.date().isoformat()}" in page


@pytest.mark.parametrize("query", ["from=2026-13-01", "from=2026-02-01&to=2026-01-01", "to=yesterday"])
def test_a_period_that_cannot_be_is_told(client: FlaskClient, query: str) -> None:
    assert client.get(f"/overview/trends?{query}").status_code == 400


def test_the_first_of_all_days_has_no_year_before_it(client: FlaskClient) -> None:
    assert client.get("/overview/trends?to=0001-01-01").status_code == 200


def test_a_picture_has_its_table_and_needs_no_style(client: FlaskClient) -> None:
    page = client.get("/overview/trends?from=2025-01-01&to=2026-12-31").text
    pictures = re.findall(r"<svg.*?</svg>", page, re.S)
    assert len(pictures) >= 4 and "style=" not in page
    for picture in pictures:
        ElementTree.fromstring(picture)
    assert page.count("<table") >= len(pictures)


def test_the_files_open_again(client: FlaskClient) -> None:
    asked = "from=2025-01-01&to=2026-12-31"
    lines = list(csv.DictReader(StringIO(client.get(f"/overview/report.csv?{asked}").text)))
    figures = {(line["table"], line["row"], line["counted"]): line["figure"] for line in lines}
    began = int(figures["Numbers", "Began in the period", "Escalations"])
    assert began == sum(int(f) for (t, _, c), f in figures.items() if t == "Over time" and c == "Began") > 50

    book = zipfile.ZipFile(BytesIO(client.get(f"/overview/report.xlsx?{asked}").data))
    assert book.testzip() is None
    names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    assert names[:2] == ["About", "Numbers"] and "Over time" in names
    number = names.index("Over time") + 1
    sheet = book.read(f"xl/worksheets/sheet{number}.xml").decode()
    first = re.search(r'<c r="A2" s="(\d+)"><v>(\d+)</v>', sheet)
    assert 'state="frozen"' in sheet and first and int(first[2]) == 45658  # 1 January 2025, as a date
    assert not any("<f>" in book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name)
