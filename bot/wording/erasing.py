"""What is said about deleting what a person told: what would go, what it means, and that it is done."""

from __future__ import annotations

from enum import StrEnum

from bot.casework.message import Button, Message
from bot.wording.shaping import answer, caution, question, small, text


class Choice(StrEnum):
    """What a button about deleting stands for. The door acts on these itself: the assistant never sees them."""

    CONVERSATION = "/delete_conversation"
    ASK_EVERYTHING = "/delete_everything"
    EVERYTHING = "/delete_everything_now"
    NOTHING = "/delete_nothing"


NOTHING = Button("Delete nothing", Choice.NOTHING.value)


def offer(has_case: bool) -> Message:
    """What can be deleted, each a button away."""
    words = [text("I can delete what you told me. Nothing is deleted until you choose.")]
    if has_case:
        words.append(text("Your conversation with me can go while your cases, dates and reminders stay."))
    buttons = [Button("Delete our conversation", Choice.CONVERSATION.value)]
    if has_case:
        buttons.append(Button("Delete everything, my cases too", Choice.ASK_EVERYTHING.value))
    return answer(*words, small("It cannot be brought back."), buttons=(*buttons, NOTHING))


def is_offer(message: Message) -> bool:
    """Whether the message offers to delete."""
    return any(button.payload == NOTHING.payload for button in message.buttons)


def sure() -> Message:
    """The question before the cases go as well."""
    return question(
        text("This deletes our conversation and all your cases, with their record, dates and reminders."),
        caution(
            "Nobody will be reminded any more. If the record is not yet in your agency's own file, download it from "
            "your case's page first, or ask whoever runs Waymark for it."
        ),
        buttons=(Button("Yes, delete everything", Choice.EVERYTHING.value), NOTHING),
    )


def done(everything: bool) -> Message:
    """It is gone."""
    gone = "Our conversation and all your cases are" if everything else "Our conversation is"
    kept = (
        "What is left of each case is its reference and the day on which it was deleted."
        if everything
        else "Your cases, their dates and reminders are still here."
    )
    return answer(
        text(f"{gone} deleted. {kept}"),
        small("What still stands on this screen goes when you open the page again; in Teams, delete it there."),
    )


def nothing() -> Message:
    """The person thought better of it."""
    return answer(text("Nothing was deleted."))


def failed() -> Message:
    """It could not be done."""
    return answer(text("I could not delete it just now. Please try again in a few minutes."), buttons=(NOTHING,))
