"""How the parts of this room are put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint

from bot.channels.sending import Channel
from bot.channels.teams.admission import Admission, PlaygroundAdmission, TeamsAdmission
from bot.channels.teams.channel import TeamsChannel
from bot.channels.teams.connector import Connector
from bot.channels.teams.credentials import Credentials, NoTokens
from bot.channels.teams.desk import Desk
from bot.channels.teams.keys import SigningKeys
from bot.channels.teams.reception import Reception
from bot.channels.teams.route import blueprint
from bot.channels.teams.work import Tools, Work
from bot.config import TeamsSettings


def admission(settings: TeamsSettings) -> Admission:
    """Who may speak as Teams."""
    if settings.playground:
        return PlaygroundAdmission(settings.playground)
    return TeamsAdmission(SigningKeys(), settings.app_id, settings.tenants, settings.hosts)


def connector(settings: TeamsSettings) -> Connector:
    """The way to Teams."""
    allowed = admission(settings).may_be_told
    if settings.playground:
        return Connector(NoTokens(), allowed, proxies=False)
    return Connector(Credentials(settings), allowed)


def channel(
    settings: TeamsSettings, page: Channel, keep: Callable[[str, Mapping[str, Any]], None]
) -> TeamsChannel:
    """Teams, for those who speak first."""
    return TeamsChannel(connector(settings), page, keep)


def way_in(admission: Admission, tools: Tools) -> Blueprint:
    """Teams, for those who answer: the route, and the desk behind it."""
    desk = Desk(tools.database, lambda accepted: Work(tools, accepted))
    reception = Reception(tools.database, tools.conversation, tools.clock, desk.wake)
    return blueprint(admission, reception, tools.apologise, desk.start)
