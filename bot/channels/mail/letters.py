"""What Waymark's e-mails say: a reference, a stage, a date and a link, and nothing else of a case.

A mailbox is read on telephones, by deputies, and in previews. Whatever is about the case itself stays behind the link.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.channels.sending import Notice

SAFETY = "If a child or adult is in danger now, call 999. Do not wait for Waymark."


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail without its addresses. ``key`` is the same in every attempt to send it."""

    key: str
    subject: str
    text: str


def reminding(notices: Sequence[Notice], home: str) -> Letter:
    """One or several reminders for one person, those that are due first at the top as they were given."""
    first = notices[0]
    one = len(notices) == 1
    about = first.case if one else f"{len(notices)} reminders"
    due = f", due {first.due}" if one and first.due else ""
    return Letter(
        key=_key(home, "reminder", sorted(str(notice.reminder) for notice in notices)),
        subject=_one_line(f"Waymark: {about}{due}"),
        text=_paragraphs(
            "Hello",
            "You asked Waymark to remind you." if one else "You asked Waymark to remind you. These are due now.",
            *(_of_case(notice) for notice in notices),
            SAFETY,
            _small_print(home),
        ),
    )


def confirming(link: str, home: str) -> Letter:
    """Whether an e-mail address is the person's own. ``link`` works once, for a day."""
    return Letter(
        key=_key(home, "confirm", [link]),
        subject="Waymark: is this your e-mail address?",
        text=_paragraphs(
            "Hello",
            "Somebody, most likely you, asked Waymark to send reminders to this address.",
            f"If it was you, open this page within 24 hours and confirm it:\n{link}",
            "If it was not you, you need do nothing: no reminder will come to this address.",
            _small_print(""),
        ),
    )


def _of_case(notice: Notice) -> str:
    lines = [
        f"Case {_one_line(notice.case)}",
        _one_line(notice.stage),
        f"Due: {_one_line(notice.due)}" if notice.due else "",
        f"What to do now, and your answer:\n{notice.link}" if notice.link else "Answer Waymark in Microsoft Teams.",
    ]
    return "\n".join(line for line in lines if line)


def _small_print(home: str) -> str:
    stays = "that stays behind the link." if home else "that stays in Waymark."
    on_purpose = f"Waymark says nothing about a case by e-mail, on purpose: {stays}"
    lines = [f"{on_purpose} Please do not answer this e-mail; nobody reads it."]
    return "\n".join([*lines, f"To change or stop these e-mails: {home}/preferences"] if home else lines)


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"


def _one_line(text: str) -> str:
    """Without line breaks or control characters, so that nothing can become a header or a line of its own."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _key(home: str, kind: str, parts: Iterable[str]) -> str:
    told = "\n".join([home, kind, *parts])
    return f"{kind}.{hashlib.sha256(told.encode()).hexdigest()[:32]}"
