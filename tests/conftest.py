"""What every test may use: the real policies, a service on a real database file, the machine's own Chromium."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import CodeType

import pytest
from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache
from playwright.sync_api import Browser, sync_playwright
from sqlalchemy import event

from bot import bankholidays, library
from bot.casework.policy import Policy
from bot.reminding import Reminding
from bot.service import Casework
from bot.storage import Database, migrate
from bot.storage.case_store import CaseStore
from tests.live.stack import Stack
from tests.postgresql import Cluster

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Compiled(BytecodeCache):
    """What templates were compiled to, for all gateways of a run: each test makes its own."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._kept[bucket.key, bucket.checksum] = bucket.code


Flask.jinja_options = {"bytecode_cache": Compiled()}


@pytest.fixture(scope="session")
def policies() -> Mapping[str, Policy]:
    """The policies that Waymark ships."""
    return library.load_all(ROOT / "policies")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database file that has been through every migration."""
    path = tmp_path_factory.mktemp("database") / "waymark.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def one_database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """Its statements are put into SQL once for all tests. No test cuts the power, so nobody waits for the disk."""
    made = Database(f"sqlite:///{tmp_path_factory.mktemp('one') / 'waymark.db'}")
    event.listen(made.engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
    return made


@pytest.fixture
def database(one_database: Database, migrated: Path) -> Iterator[Database]:
    """A migrated database file that nobody else has seen."""
    path = Path(str(one_database.engine.url.database))
    for left in path.parent.iterdir():
        left.unlink()
    shutil.copy(migrated, path)
    yield one_database
    one_database.close()


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL, in which each test that needs one has a database of its own."""
    made = Cluster(synced=False)
    try:
        made.start()
        yield made
    finally:
        made.stop()


@pytest.fixture
def reminding(database: Database, policies: Mapping[str, Policy]) -> Reminding:
    """The use cases and those of reminders, over that database and the real policies."""
    calendars = {policy.nation: bankholidays.calendar(policy.nation) for policy in policies.values()}
    numbers = itertools.count(1)
    return Reminding(CaseStore(database), policies, calendars, lambda: f"W-{next(numbers):07d}")


@pytest.fixture
def casework(reminding: Reminding) -> Casework:
    """The use cases, over that database and the real policies."""
    return reminding


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The real Waymark, all its processes running, on a database of its own."""
    made = Stack(tmp_path_factory.mktemp("stack"))
    try:
        made.start()
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.fail("Chromium is not installed; scripts/chromium installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()
