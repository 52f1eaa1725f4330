"""The ways in which people are reached, as the settings want them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from bot.channels.sending import Channel
from bot.config import Settings, SettingsError
from bot.door import Clock
from bot.preferences import Preferences
from bot.storage import Database, addresses

if TYPE_CHECKING:
    from bot.channels.mail import EmailChannel


def channels(settings: Settings, database: Database, clock: Clock) -> dict[str, Channel]:
    """The ways in which Waymark speaks first; the page where somebody can open it. In training nothing leaves."""
    from bot.channels.web import Inbox  # what only answers starts quicker without it

    page = Inbox(database, clock)
    opened = page if settings.pages else None
    ways: list[Channel | None] = [opened, email(settings, clock, page), teams(settings, database, clock, page)]
    return {channel.name: channel for channel in ways if channel}


def email(settings: Settings, clock: Clock, page: Channel) -> EmailChannel | None:
    """E-mail, as the settings want it; in training into a folder, for nothing leaves the machine there.

    Raises SettingsError where the settings cannot be used.
    """
    from bot.channels import mail  # what only answers starts quicker without it

    given = settings.mail
    sender = given.sender or "waymark@localhost"
    try:
        if settings.training:
            way: mail.Post = mail.Outbox(settings.outbox, sender, clock.now)
        elif given.smtp_url:
            way = mail.Smtp(mail.Server.from_url(given.smtp_url), sender, clock.now)
        elif given.notify_key:
            way = mail.Notify(given.notify_key, given.notify_template, given.notify_url or mail.OFFICIAL)
        else:
            return None
    except ValueError as error:
        raise SettingsError(f"WAYMARK_SMTP_URL {error}") from error
    return mail.EmailChannel(way, settings.pages, page)


def teams(settings: Settings, database: Database, clock: Clock, page: Channel) -> Channel | None:
    """Microsoft Teams, where it is set."""
    if settings.teams is None:
        return None
    from bot.channels.teams import setup  # what does not speak to Teams starts quicker without it

    def keep(person: str, address: Mapping[str, Any]) -> None:
        with database.transaction() as connection:
            addresses.keep(connection, person, "teams", address, clock.now())

    return setup.channel(settings.teams, page, keep)


def preferences(settings: Settings, database: Database, clock: Clock) -> Preferences:
    """How people are reached, in the ways that this Waymark has."""
    ways = channels(settings, database, clock)
    post = cast("EmailChannel | None", ways.get("email"))
    return Preferences(database, ways, post.confirm if post else None, settings.pages)
