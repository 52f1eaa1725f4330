"""Small shapes that the wording shares."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from bot.casework.case import Case
from bot.casework.message import Block, Button, Kind, Message, Shape


def heading(text: str) -> Block:
    return Block(Shape.HEADING, (text,))


def text(*lines: str) -> Block:
    return Block(Shape.TEXT, lines)


def listed(lines: Iterable[str], title: str = "") -> Block:
    return Block(Shape.LIST, tuple(lines), title)


def caution(line: str) -> Block:
    return Block(Shape.CAUTION, (line,))


def small(line: str) -> Block:
    return Block(Shape.SMALL, (line,))


def script(title: str, lines: Iterable[str]) -> Block:
    return Block(Shape.SCRIPT, tuple(lines), title)


def answer(*blocks: Block, buttons: Sequence[Button] = (), cites: Iterable[str] = ()) -> Message:
    """An ordinary answer."""
    return Message(Kind.ANSWER, blocks, tuple(buttons), tuple(dict.fromkeys(cites)))


def question(*blocks: Block, buttons: Sequence[Button] = ()) -> Message:
    """One short question, with the likely answers as buttons."""
    return Message(Kind.QUESTION, blocks, tuple(buttons))


def inform(title: str, name: str, value: str) -> Button:
    """A button that answers a question: ``name`` is the question, ``value`` the answer."""
    return Button(title, payload("inform", {name: value}))


def payload(intent: str, about: Mapping[str, str]) -> str:
    """What a button stands for that knows something besides its intent."""
    told = json.dumps(dict(about), ensure_ascii=False, separators=(",", ":")) if about else ""
    return f"/{intent}{told}"


def named(case: Case) -> str:
    """How a case is named among others: "W-7K2M9QD", or "“the Tuesday family”, W-7K2M9QD"."""
    return f"{quoted(case.label)}, {case.reference}" if case.label else case.reference


def quoted(words: str) -> str:
    """A person's own words inside a sentence of ours."""
    return f"“{words}”"


def capital(sentence: str) -> str:
    """The sentence with its first letter in upper case, the rest untouched."""
    return sentence[:1].upper() + sentence[1:]


def joined(items: Sequence[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"
