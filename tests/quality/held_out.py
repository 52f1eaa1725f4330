"""The held-out messages and their labels: never trained on, never tuned on (data/nlu/README.md says what they mean)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "held_out"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BY_INTENT = {"immediate_risk": "now", "past_or_managed_risk": "ask"}


@dataclass(frozen=True)
class Span:
    """A passage that tells who a person is: places in the text, and its type as ``waymark understand`` names it."""

    start: int
    end: int
    type: str


@dataclass(frozen=True)
class Message:
    """One message and what should be understood of it; ``also`` names what would be right as well."""

    text: str
    kind: str = ""
    intent: str = ""
    risk: str = "none"
    categories: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    now: str | None = None
    date: str | None = None
    identifiers: tuple[Span, ...] = ()

    @property
    def for_thresholds(self) -> bool:
        """Whether it is of that half, by chance, on which thresholds (config.yml) may be chosen."""
        return zlib.crc32(self.text.encode()) % 2 == 0


def held_out() -> dict[str, list[Message]]:
    """Every held-out file by its name."""
    labelled = {name: list(messages(FOLDER / f"{name}.yml")) for name in ("risk", "intents", "disagreement")}
    dates = [Message(**entry) for entry in loaded(FOLDER / "dates.yml")]
    return {**labelled, "dates": dates, "identifiers": [_with_spans(e) for e in loaded(FOLDER / "identifiers.yml")]}


def messages(path: Path) -> Iterator[Message]:
    """The messages of a file in Rasa's form, held out or for training."""
    for block in loaded(path)["nlu"]:
        notes, intent = block.get("metadata") or {}, block["intent"]
        risk = notes.get("risk") or BY_INTENT.get(intent, "none")
        categories, also = (frozenset(notes.get(name, ())) for name in ("categories", "also"))
        for line in filter(str.strip, block["examples"].splitlines()):
            text = line.strip().removeprefix("-").strip()
            yield Message(text, notes.get("kind", ""), intent, risk, categories, also)


def _with_spans(entry: Mapping[str, Any]) -> Message:
    spans: Sequence[Mapping[str, Any]] = entry["identifiers"]
    types = {"NHS_NUMBER": "NHS number"}
    named = [Span(s["start"], s["end"], types.get(s["type"], s["type"].lower().replace("_", " "))) for s in spans]
    return Message(entry["text"], entry["kind"], identifiers=tuple(named))


def loaded(path: Path) -> Any:
    """What a YAML file holds, read by the quick reader where there is one."""
    return yaml.load(path.read_text(encoding="utf-8"), LOADER)
