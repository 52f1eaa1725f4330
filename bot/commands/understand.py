"""``waymark understand``: what Waymark makes of messages, in batch, so that any labelled file can measure it.

One JSON object a line comes in (``text``, and ``now`` where dates are meant to be read on another day), one goes out.
Each part is the one that serves the chat: the mask at the door, the trained model, the reading of facts.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from bot import bankholidays, library
from bot.assistant import NOT_UNDERSTOOD
from bot.bootstrap import reading
from bot.casework.calendar import london
from bot.config import ROOT, Settings
from bot.hearing import clean
from bot.training import trained_model
from bot.understanding.categories import likely
from bot.understanding.facts import Facts, read
from bot.understanding.masking import Masked, Masker, spacy_names
from bot.understanding.risk import Level, screen

Ask = Callable[[str], dict[str, Any]]
"""Asks the trained model what a text means."""


class ModelEnded(Exception):
    """The process that holds the trained model is gone, so that nothing more can be asked."""


def run(settings: Settings) -> int:
    """Answer every line. The exit code is 1 where a line was no message, or the model stopped answering."""
    with redirect_stdout(sys.stderr):  # stdout holds answers and nothing else, also while a model is trained
        model = trained_model()
    try:
        with asking(model) as ask:
            return _answer_lines(Reader.of(settings), ask)
    except ModelEnded as ended:
        sys.stderr.write(f"waymark: {ended}\n")
        return 1


def _answer_lines(reader: Reader, ask: Ask) -> int:
    failed = False
    for line in filter(str.strip, sys.stdin):
        try:
            told = reader.understand(json.loads(line), ask).told()
        except (KeyError, TypeError, ValueError) as error:
            failed, told = True, {"error": f"a line must be a JSON object with a text: {error}"}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
    return int(failed)


@dataclass(frozen=True)
class Understood:
    """What the door, the model and the reading of facts made of one message.

    ``screened`` is what its words alone say of danger: what counts where the model is not there to be asked;
    ``happened`` the day on which what they tell of took place.
    """

    masked: Masked
    screened: Level
    parsed: Mapping[str, Any]
    facts: Facts
    happened: date | None

    @property
    def intent(self) -> Mapping[str, Any]:
        """The likeliest intent and its confidence. The chat offers it among others where it is unsure.

        Beside danger it is what is plainly meant as well: the emergency answer comes first, and that is heard too.
        """
        besides = self.parsed["risk"].get("besides")
        wanted = {besides} if besides else {row["name"] for row in self.parsed["ranking"]} - {NOT_UNDERSTOOD}
        found: Mapping[str, Any] = next(row for row in self.parsed["ranking"] if row["name"] in wanted)
        return found

    @property
    def unsure(self) -> bool:
        """Whether the chat asks which of the likeliest was meant."""
        return bool(self.parsed["name"] == NOT_UNDERSTOOD)

    @property
    def categories(self) -> dict[str, float]:
        """What a disagreement would be about, the likeliest first."""
        return likely(self.parsed["categories"], self.facts.categories)

    def told(self) -> dict[str, Any]:
        """The same as the answer to a line."""
        risk, likeliest = self.parsed["risk"], self.intent
        return {
            "intent": likeliest["name"],
            "confidence": likeliest["confidence"],
            "immediate_risk": risk["level"] == "now",
            "risk_score": risk["score"],
            "categories": self.categories,
            "date": self.happened.isoformat() if self.happened else None,
            "masked": self.masked.text,
            "identifiers": [{"start": i.start, "end": i.end, "type": i.type} for i in self.masked.identifiers],
        }


@dataclass(frozen=True)
class Reader:
    """The parts that read a message, as they stand behind the door of a deployment."""

    masker: Masker
    gazetteer: Any

    @classmethod
    def of(cls, settings: Settings) -> Reader:
        """The parts for these settings."""
        policies = library.load_all(settings.policy_folder)
        return cls(Masker(spacy_names(), reading.public_names(policies)), reading.gazetteer(policies))

    def understand(self, message: Mapping[str, Any], ask: Ask) -> Understood:
        """Everything that is understood of one message. Raises KeyError, TypeError or ValueError where it is none."""
        text = message["text"]
        if not isinstance(text, str):
            raise TypeError("the text is no string")
        if not clean(text):
            raise ValueError("the text is empty")
        moment = datetime.fromisoformat(message["now"]) if message.get("now") else datetime.now().astimezone()
        now = london(moment)
        masked = self.masker.mask(text)
        said = clean(masked.text)  # as in the chat, where nothing behind the door sees more
        facts = read(
            said,
            now=now,
            asked=None,
            gazetteer=self.gazetteer,
            is_working_day=bankholidays.calendar("ENG").seems_working_day,
        )
        happened = facts.happened(now.date())
        return Understood(masked, screen(text).level, ask(said), facts, happened.date if happened else None)


@contextmanager
def asking(model: Path) -> Iterator[Ask]:
    """That trained model in a process of its own, kept open and asked line by line."""
    command = [str(ROOT / ".venv-rasa" / "bin" / "python"), "-m", "bot.nlu.parse", str(model)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdin is not None and process.stdout is not None
        questions, answers = process.stdin, process.stdout
        yield lambda text: answer(text, questions, answers)
        questions.close()


def answer(text: str, questions: IO[str], answers: IO[str]) -> dict[str, Any]:
    """What the model says to that text. Raises ModelEnded."""
    with suppress(BrokenPipeError):
        questions.write(json.dumps({"text": text}) + "\n")
        questions.flush()
    if not (line := answers.readline()):
        raise ModelEnded("the trained model stopped answering")
    said: dict[str, Any] = json.loads(line)
    return said
