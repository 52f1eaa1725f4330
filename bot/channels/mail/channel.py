"""E-mail as a channel: one letter for one reminder, or one for all that are due to a person together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from bot.channels.mail.letters import Letter, confirming, reminding
from bot.channels.sending import Channel, Notice, Refused


class Post(Protocol):
    """A way to post a letter."""

    def post(self, to: str, letter: Letter) -> str | None:
        """Hand it over; gives the id that it has there. Raises Unreachable or Refused (:mod:`bot.channels.sending`)."""
        ...


@dataclass(frozen=True, slots=True)
class EmailChannel:
    """The channel ``email``. An address is kept as ``{"email": "..."}``, and only once it was confirmed."""

    post: Post
    home: str
    """Waymark's own address in a browser, without a slash at its end."""
    page: Channel
    """Where the link of a letter leads. The reminder stands there first, with the buttons that a letter cannot have."""
    name: ClassVar[str] = "email"

    def send(self, address: Mapping[str, Any], notice: Notice) -> str | None:
        """Post one reminder. Raises as the contract says."""
        return self.gather(address, (notice,))

    def gather(self, address: Mapping[str, Any], notices: Sequence[Notice]) -> str | None:
        """Post several reminders of one person as one letter. Raises as the contract says."""
        to = _mailbox(address)
        for notice in notices:
            self.page.send({}, notice)
        return self.post.post(to, reminding(notices, self.home))

    def confirm(self, email: str, link: str) -> None:
        """Ask whether that address is the person's own. Raises as the contract says."""
        self.post.post(email, confirming(link, self.home))


def _mailbox(address: Mapping[str, Any]) -> str:
    email = address.get("email")
    if not isinstance(email, str) or not email:
        raise Refused("no_address", gone=True)
    return email
