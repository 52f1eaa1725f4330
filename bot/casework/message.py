"""What Waymark says, before a channel gives it a shape: blocks, buttons, and the rules that it rests on."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a message is, so that a channel can dress it."""

    ANSWER = "answer"
    QUESTION = "question"
    ADVICE = "advice"
    REMINDER = "reminder"
    EMERGENCY = "emergency"
    REFUSAL = "refusal"
    FAILURE = "failure"
    PERSON = "person"


class Shape(StrEnum):
    """How a block reads."""

    HEADING = "heading"
    TEXT = "text"
    LIST = "list"
    DEADLINE = "deadline"
    SCRIPT = "script"
    CAUTION = "caution"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a message. A deadline's lines are the date and how it was counted; a script's are words to copy.

    ``language`` is the tag (BCP 47) of a language other than English, so that it is read aloud as that.
    """

    shape: Shape
    lines: tuple[str, ...]
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """A choice. ``payload`` is for the assistant; a channel shows an opaque token in its place."""

    title: str
    payload: str

    def about(self, case: str) -> Button:
        """The same choice, of that case, unless it names one already: it may be pressed when another is talked of."""
        found = re.fullmatch(r"(/\w+)(\{.*\})?", self.payload, re.DOTALL)
        if found is None:
            return self
        meant = {"case": case, **json.loads(found[2] or "{}")}
        return Button(self.title, found[1] + json.dumps(meant, ensure_ascii=False, separators=(",", ":")))


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said to a practitioner."""

    kind: Kind
    blocks: tuple[Block, ...]
    buttons: tuple[Button, ...] = ()
    cites: tuple[str, ...] = ()

    def about(self, case: str) -> Message:
        """The same message, its choices those of that case."""
        return replace(self, buttons=tuple(button.about(case) for button in self.buttons))

    @property
    def text(self) -> str:
        """The whole message as plain text, for channels and readers without blocks."""
        return "\n\n".join(_plain(block) for block in self.blocks)

    def as_dict(self) -> dict[str, Any]:
        """The message as plain data, for the wire and the database."""
        return {
            "kind": self.kind.value,
            "blocks": [_block(block) for block in self.blocks],
            "buttons": [{"title": b.title, "payload": b.payload} for b in self.buttons],
            "cites": list(self.cites),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Message:
        """The message that :meth:`as_dict` gave. Raises KeyError or ValueError where it is not one."""
        return cls(
            Kind(data["kind"]),
            tuple(
                Block(Shape(b["shape"]), tuple(b["lines"]), b.get("title", ""), b.get("language", ""))
                for b in data["blocks"]
            ),
            tuple(Button(b["title"], b["payload"]) for b in data.get("buttons", ())),
            tuple(data.get("cites", ())),
        )


def _block(block: Block) -> dict[str, Any]:
    language = {"language": block.language} if block.language else {}
    return {"shape": block.shape.value, "title": block.title, "lines": list(block.lines), **language}


def _plain(block: Block) -> str:
    lines = [f"- {line}" for line in block.lines] if block.shape is Shape.LIST else list(block.lines)
    return "\n".join([block.title, *lines] if block.title else lines)
