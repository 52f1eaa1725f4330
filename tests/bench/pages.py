"""The pages over 100,000 cases: one's own case, the coordinators' overview, and the report of a year."""

from __future__ import annotations

from functools import partial

from flask.testing import FlaskClient
from sqlalchemy import select

from bot import bootstrap
from bot.config import Settings
from bot.gateway import create_app
from bot.storage import migrate
from bot.storage.clock import TrainingClock
from bot.storage.people import people
from tests.bench.many import places
from tests.bench.pair import Pair, say, timed
from tests.bench.samples import Row, Sample
from tests.bench.seeding import seed
from tests.reminders.conftest import Office

CASES = 100_000
LOOKS = {"/cases/": 40, "/overview": 40, "/overview/report.csv": 10}
GOALS = {"/cases/": "<= 150 ms", "/overview": "<= 300 ms", "/overview/report.csv": "<= 2,000 ms"}


def pages(_: Pair) -> list[Row]:
    """Each asked again and again, inside the gateway's process: what the network adds is not counted."""
    with places() as found:
        url = found["SQLite"]()
        migrate(url)
        settings = Settings.from_environment({"DATABASE_URL": url, "WAYMARK_MODE": "training"})
        made = bootstrap.build(settings)
        try:
            say(f"  putting {CASES:,} cases into a database")
            seed(made.database, CASES)
            client = create_app(settings).test_client()
            own = _own_case(made, client)
            return [_row(page, client, page + own if page == "/cases/" else page) for page in LOOKS]
        finally:
            made.database.close()


def _row(page: str, client: FlaskClient, address: str) -> Row:
    say(f"  {page}")
    _get(client, address)
    sample = Sample([timed(partial(_get, client), address) for _ in range(LOOKS[page])])
    return Row(f"{page} among {CASES:,} cases, p95", str(sample), "", sample.p95 * 1000, GOALS[page])


def _get(client: FlaskClient, page: str) -> None:
    response = client.get(page)
    assert response.status_code == 200, (page, response.status_code)


def _own_case(made: bootstrap.Parts, client: FlaskClient) -> str:
    """The reference of a case of whoever has just come to the page."""
    _get(client, "/")
    with made.database.reading() as connection:
        person = connection.scalar(select(people.c.id).order_by(people.c.created_at.desc()).limit(1))
    assert person and isinstance(made.clock, TrainingClock)
    Office(made.database, made.reminding, made.clock).case(person)
    desk = made.casework.look(person, made.clock.now())
    assert desk.case
    return desk.case.reference
