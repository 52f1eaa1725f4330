"""Waymark in Teams alone: where nobody can sign in to a page, nobody is led to one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.bootstrap import Parts, ways
from bot.channels.mail.letters import reminding as letter
from bot.channels.sending import Notice
from bot.channels.teams import cards
from bot.config import Settings
from bot.reminding import Reminding
from bot.storage import Database
from bot.storage.clock import RealClock
from bot.wording import caseload, reaching
from bot.worker import Worker
from tests.gateway.standins import ADVICE
from tests.teams.servers import APP, TENANT, card, texts

TEAMS = {
    "WAYMARK_MODE": "live", "WAYMARK_TEAMS_APP_ID": APP, "WAYMARK_TEAMS_TENANT": TENANT, "WAYMARK_TEAMS_SECRET": "s",
}  # fmt: skip
HOME = {"WAYMARK_PUBLIC_URL": "https://waymark.example"}
SIGN_IN = {
    "WAYMARK_OIDC_ISSUER": "https://directory.example", "WAYMARK_OIDC_CLIENT_ID": "waymark",
    "WAYMARK_OIDC_CLIENT_SECRET": "s", "WAYMARK_OIDC_PRACTITIONER_GROUPS": "*",
}  # fmt: skip


def settings(*more: dict[str, str]) -> Settings:
    return Settings.from_environment({**TEAMS, **HOME, **{k: v for each in more for k, v in each.items()}})


@pytest.mark.parametrize(
    ("given", "pages"),
    [
        (settings(), ""),
        (settings(SIGN_IN), "https://waymark.example"),
        (Settings.from_environment({"WAYMARK_MODE": "training", **HOME}), "https://waymark.example"),
    ],
)
def test_pages_are_where_somebody_can_open_them(given: Settings, pages: str) -> None:
    assert given.pages == pages


@pytest.mark.parametrize(("more", "link", "page"), [({}, "", False), (SIGN_IN, "https://waymark.example/", True)])
def test_reminders_go_to_a_page_only_where_it_can_be_opened(
    database: Database, reminding: Reminding, more: dict[str, str], link: str, page: bool
) -> None:
    parts = Parts(settings(more), database, RealClock(), reminding, reminding)
    channels = ways.channels(parts.settings, parts.database, parts.clock)

    assert ("web" in channels) is page  # else it would count as said, where nobody reads it
    assert "teams" in channels
    assert Worker(parts)._delivery.link == link


def test_what_is_said_leads_to_no_page() -> None:
    long = [(ADVICE, ("a" * 20,) * 6)] * 13
    said = [
        texts(card(cards.digest(long))),
        *(reaching.is_set(["teams"], None, None, "").text, reaching.not_plain(["teams"], None, None, "").text),
        *(reaching.no_email("").text, reaching.no_such_channel("email", "").text, caseload.how_to_label("").text),
        letter([Notice(1, "p", ADVICE, (), "W-2222222", "Stage 2", "", "")], "").text,
    ]

    for words in said:
        assert not re.search(r"https?:|/preferences|/cases|Waymark page|behind the link", words), words
    assert "Action.OpenUrl" not in str(cards.digest(long))
    assert "say “my cases” to see them" in said[0] and "remind you here" in said[3]


def test_a_card_that_is_too_long_says_how_to_go_on() -> None:
    whole = ADVICE.blocks * 60
    made = cards.activity(type(ADVICE)(ADVICE.kind, whole, ADVICE.buttons, ADVICE.cites), ("t" * 20,) * 6)

    assert "Ask me “what do I do now?”" in texts(card(made)) and "OpenUrl" not in str(made)


def test_no_process_asks_for_the_address_where_it_means_the_page() -> None:
    """``public_url`` is where the gateway is; whoever leads a person somewhere asks for ``pages``."""
    allowed = {"bot/config/__init__.py", "bot/bootstrap/__init__.py"}
    root = Path(__file__).resolve().parents[2]
    found = {
        str(path.relative_to(root))
        for room in ("bot", "actions")
        for path in (root / room).rglob("*.py")
        if "public_url" in path.read_text()
    }
    assert found == allowed
