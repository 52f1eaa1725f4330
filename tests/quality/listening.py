"""What Waymark makes of every held-out message, through the same parts as the chat, and how long that takes."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.commands.understand import Reader, Understood, asking
from bot.config import Settings
from tests.quality.held_out import Message

WARMING = "Good morning, is anybody there?"
"""Asked first, for the parts that are loaded at the first message."""


@dataclass(frozen=True)
class Heard:
    """A message, what was made of it, and the seconds that it took: mask, screen, model and facts."""

    message: Message
    understood: Understood
    seconds: float


def listen(model: Path, files: Mapping[str, Sequence[Message]]) -> dict[str, list[Heard]]:
    """Every message of every file, one after the other."""
    reader = Reader.of(Settings.from_environment())
    with asking(model) as ask:
        reader.understand({"text": WARMING}, ask)

        def hear(message: Message) -> Heard:
            began = time.perf_counter()
            understood = reader.understand({"text": message.text, "now": message.now}, ask)
            return Heard(message, understood, time.perf_counter() - began)

        return {name: list(map(hear, messages)) for name, messages in files.items()}


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that this share of all values does not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]
