"""Staff sign in with a real provider at the real Waymark, in earnest: they talk, are signed out, and lose a role."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot import supervisor
from tests.browser.states import say
from tests.live.stack import Stack
from tests.signin.provider.client import SECRET, TENANT, Provider, running

pytestmark = pytest.mark.browser

PORT = 8123
"""The provider knows this address of ours."""
ROLE = "Waymark.Practitioner"
ANN = {"name": "Ann Example", "email": "ann@north.example", "email_verified": True, "oid": "a-1", "tid": TENANT}
WORDS = "Social care in Stroud closed the referral of a boy of 9 today and we disagree about the threshold"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    with running(supervisor.free_port(), tmp_path_factory.mktemp("provider")) as made:
        made.desk(people={"ann": {**ANN, "roles": [ROLE]}}, at_the_desk="ann")
        yield made


@pytest.fixture(scope="module")
def earnest(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Everything, in earnest."""
    settings = {
        "WAYMARK_MODE": "live",
        "WAYMARK_PORT": str(PORT),
        "WAYMARK_PUBLIC_URL": f"http://127.0.0.1:{PORT}",
        "WAYMARK_OIDC_ISSUER": provider.issuer,
        "WAYMARK_OIDC_CLIENT_ID": "waymark",
        "WAYMARK_OIDC_CLIENT_SECRET": SECRET,
        "WAYMARK_OIDC_PRACTITIONER_GROUPS": ROLE.lower(),
    }
    made = Stack(tmp_path_factory.mktemp("earnest"), settings)
    try:
        made.start()
        yield made
    finally:
        made.stop()


@pytest.fixture
def ann(browser: Browser, earnest: Stack) -> Iterator[Page]:
    with browser.new_context(base_url=earnest.address) as context:
        yield context.new_page()


def change(database: Path, query: str) -> None:
    """Do something to the sessions, as time would."""
    connection = sqlite3.connect(database, timeout=30)
    with connection:
        assert connection.execute(query).rowcount > 0
    connection.close()


def test_a_day_at_work(ann: Page, earnest: Stack, provider: Provider) -> None:
    ann.goto("/cases")
    expect(ann.get_by_role("link", name="999")).to_be_visible()
    ann.get_by_role("button", name="Sign in").click()
    ann.wait_for_url("**/cases")

    ann.goto("/")
    say(ann, WORDS)
    ann.get_by_role("button", name="No", exact=True).click(timeout=30_000)
    ann.get_by_role("button", name="Nobody yet").click(timeout=30_000)
    expect(ann.get_by_role("heading", name="Gloucestershire, Stage 1")).to_be_visible(timeout=30_000)
    ann.get_by_role("link", name="Your cases").click()
    ann.get_by_role("link", name="Case W-").click()
    expect(ann.get_by_role("heading", level=1)).to_contain_text("Case W-")

    # The session ends while she types: nothing is lost, and after signing in beside it, it is sent.
    ann.goto("/")
    box = ann.get_by_label("Your message")
    box.fill("what do I write down?")
    change(earnest.database, "DELETE FROM sessions")
    box.press("Enter")
    expect(ann.get_by_role("log")).to_contain_text("what you wrote is still in the box below")
    expect(box).to_have_value("what do I write down?")
    beside = ann.context.new_page()
    beside.goto("/")
    beside.get_by_role("button", name="Sign in").click()
    expect(beside.get_by_label("Your message")).to_be_visible()
    ann.get_by_role("button", name="Send", exact=True).click()
    expect(box).to_have_value("", timeout=30_000)
    expect(ann.locator(".waymark-message--person").last).to_contain_text("what do I write down?")

    # The role is taken away: within a quarter of an hour nothing may be done any more.
    provider.desk(people={"ann": {**ANN, "roles": []}})
    change(earnest.database, "UPDATE sessions SET read_at = datetime(read_at, '-16 minutes'), "
           "asked_at = datetime(asked_at, '-16 minutes')")  # fmt: skip
    ann.goto("/cases")
    expect(ann.get_by_role("listitem").get_by_role("heading", name="You have no part in Waymark yet")).to_be_visible()

    provider.desk(people={"ann": {**ANN, "roles": [ROLE]}})
    ann.get_by_role("button", name="Sign out").click()
    ann.wait_for_url("**/signed-out")
    ann.goto("/cases")
    expect(ann.get_by_role("button", name="Sign in")).to_be_visible()
