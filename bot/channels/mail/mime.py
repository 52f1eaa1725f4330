"""A letter as an e-mail message: plain text, headers that nothing can be smuggled into, an id that a retry repeats."""

from __future__ import annotations

from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from bot.channels.mail.letters import Letter
from bot.channels.sending import Refused


def as_mail(letter: Letter, sender: str, to: str, now: datetime) -> EmailMessage:
    """The message, ready to be posted. ``sender`` is "Name <address>" or an address; ``now`` is aware.

    Raises Refused where ``to`` is no address.
    """
    name, own = parseaddr(sender)
    mail = EmailMessage(policy=SMTP)
    try:
        to.encode("ascii")
        mail["From"] = Address(name or "Waymark", addr_spec=own)
        mail["To"] = Address(addr_spec=to)
    except (ValueError, IndexError, MessageError) as error:
        raise Refused("no_address", gone=True) from error
    mail["Subject"] = letter.subject
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{letter.key}@{own.rpartition('@')[2]}>"
    # RFC 3834: no automatic answer is wanted; the second is Exchange's own way to say so.
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["Content-Language"] = "en-GB"
    mail.set_content(letter.text, cte="quoted-printable")
    return mail
