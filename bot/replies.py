"""What the door itself says, before or instead of the assistant: small courtesies that need no policy and no case."""

from __future__ import annotations

from collections.abc import Iterable

from bot.casework.message import Block, Button, Kind, Message, Shape
from bot.wording.smalltalk import MEANINGS

TEXT_LIMIT = 5_000

_LEFT_OUT = {
    "name": "a name",
    "date of birth": "a date of birth",
    "NHS number": "an NHS number",
    "postcode": "a postcode",
    "address": "an address",
    "phone": "a phone number",
    "email": "an e-mail address",
}


def empty() -> Message:
    """Nothing was written."""
    return _refusal("There was nothing to read in that. Write what has happened, in your own words.")


def too_long(length: int) -> Message:
    """More than a message may hold."""
    return _refusal(
        f"That is {length:,} characters, and I can read up to {TEXT_LIMIT:,} at a time. Nothing of it was saved. "
        "Please shorten it, or send it in parts."
    )


def answered_already() -> Message:
    """The choice is no longer open."""
    return _refusal("That choice has been answered already, so nothing has changed.")


def still_answering() -> Message:
    """Another message of the same person is still being answered."""
    return _refusal(
        "I am still answering your last message, and this one was not saved. Please send it again in a moment."
    )


def interrupted() -> Message:
    """Waymark stopped in the middle of an answer, after it had begun to write the case down."""
    return Message(
        Kind.ANSWER,
        (Block(Shape.TEXT, ("I was interrupted while I answered you. Please check below where your case stands.",)),),
    )


def lost_track(safety_net: Message) -> Message:
    """Something was recorded, the answer is lost, and where the case stands cannot be said either."""
    line = "What you sent may have been noted, and I do not do it twice. Please ask me in a moment what to do now."
    return failure("I was interrupted while I answered you", line, safety_net)


def meanwhile() -> Message:
    """What can be done without the assistant."""
    named = ("ask_next_step", "list_cases", "immediate_risk")
    buttons = tuple(Button(MEANINGS[name], f"/{name}") for name in named)
    return Message(Kind.QUESTION, (Block(Shape.TEXT, ("These still work:",)),), buttons)


def only_in_private() -> Message:
    """Somebody spoke to Waymark where others listen."""
    return _refusal("I talk with one person at a time: please write to me in a chat of your own. I read nothing here.")


def sign_in_first(home: str, safety_net: Message) -> Message:
    """Somebody in Teams for whom the directory does not vouch, or has not for long. Nothing of a case is said."""
    line = (
        f"I am for staff with a part in Waymark, and your directory has not told me lately that you have one. Please "
        f"sign in once at {home}/ and then write to me again. If that does not let you in, ask your safeguarding lead. "
        "Nothing was saved."
    )
    return failure("Please sign in once", line, safety_net)


def left_out(types: Iterable[str]) -> Message:
    """What was masked before it was kept."""
    seen = dict.fromkeys(_LEFT_OUT.get(kind, "a personal detail") for kind in types)
    line = f"I left out {_listed(list(seen))} before keeping your words. I do not need it to help."
    return Message(Kind.ANSWER, (Block(Shape.SMALL, (line,)),))


def no_answer(safety_net: Message | None) -> Message:
    """The assistant is down: what was not kept, and what to do in the meantime."""
    return failure("I cannot answer just now", "Nothing was saved. Please send it again in a moment.", safety_net)


def no_word(safety_net: Message) -> Message:
    """Shown by the page itself when nothing came back: whether it arrived is not known."""
    line = "What you sent may not have reached me. Send it again: nothing is noted or done twice."
    return failure("No answer came", line, safety_net)


def failure(title: str, line: str, safety_net: Message | None) -> Message:
    """Something did not work. Whatever it was, the safety net stands in the same answer."""
    net = safety_net.blocks if safety_net else ()
    return Message(Kind.FAILURE, (Block(Shape.HEADING, (title,)), Block(Shape.TEXT, (line,)), *net))


def _refusal(line: str) -> Message:
    return Message(Kind.REFUSAL, (Block(Shape.TEXT, (line,)),))


def _listed(things: list[str]) -> str:
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"
