"""``waymark understand``: what Waymark makes of messages, in batch, so that any labelled file can measure it.

One JSON object a line comes in (``text``, and ``now`` where dates are meant to be read on another day), one goes out.
Each part is the one that serves the chat: the mask at the door, the trained model, the reading of facts.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from datetime import datetime
from typing import IO, Any

from bot import bankholidays, bootstrap, library
from bot.casework.calendar import london
from bot.config import ROOT, Settings
from bot.training import trained_model
from bot.understanding.categories import likely
from bot.understanding.facts import read
from bot.understanding.masking import Masker, spacy_names


def run(settings: Settings) -> int:
    """Answer every line. The exit code is 1 where a line was no message."""
    policies = library.load_all(settings.policy_folder)
    masker = Masker(spacy_names(), bootstrap.public_names(policies))
    reader = _Reader(masker, bootstrap.gazetteer(policies))
    failed = False
    with _model() as ask:
        for line in filter(str.strip, sys.stdin):
            try:
                answer = reader.understand(json.loads(line), ask)
            except (KeyError, TypeError, ValueError) as error:
                failed, answer = True, {"error": f"a line must be a JSON object with a text: {error}"}
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return int(failed)


class _Reader:
    def __init__(self, masker: Masker, gazetteer: Any) -> None:
        self._masker = masker
        self._gazetteer = gazetteer

    def understand(self, message: Mapping[str, Any], ask: _Model) -> dict[str, Any]:
        """Everything that is understood of one message. Raises KeyError, TypeError or ValueError where it is none."""
        text = message["text"]
        if not isinstance(text, str):
            raise TypeError("the text is no string")
        now = (
            london(datetime.fromisoformat(message["now"]))
            if message.get("now")
            else london(datetime.now().astimezone())
        )
        masked = self._masker.mask(text)
        parsed = ask(masked.text)
        facts = read(
            masked.text,  # as in the chat, where nothing behind the door sees more
            now=now,
            asked=None,
            gazetteer=self._gazetteer,
            is_working_day=bankholidays.calendar("ENG").seems_working_day,
        )
        learnt, happened = parsed["risk"], facts.happened(now.date())
        return {
            "intent": parsed["name"],
            "confidence": parsed["confidence"],
            "immediate_risk": learnt["level"] == "now",
            "risk_score": learnt["score"],
            "categories": likely(parsed["categories"], facts.categories),
            "date": happened.date.isoformat() if happened and happened.date else None,
            "masked": masked.text,
            "identifiers": [{"start": i.start, "end": i.end, "type": i.type} for i in masked.identifiers],
        }


class _Model:
    """The trained model in a process of its own, kept open and asked line by line."""

    def __init__(self, questions: IO[str], answers: IO[str]) -> None:
        self._questions = questions
        self._answers = answers

    def __call__(self, text: str) -> dict[str, Any]:
        self._questions.write(json.dumps({"text": text}) + "\n")
        self._questions.flush()
        answer: dict[str, Any] = json.loads(self._answers.readline())
        return answer


@contextmanager
def _model() -> Iterator[_Model]:
    python = ROOT / ".venv-rasa" / "bin" / "python"
    with redirect_stdout(sys.stderr):  # stdout holds answers and nothing else, also while a model is trained
        model = trained_model()
    command = [str(python), "-m", "bot.nlu.parse", str(model)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdin is not None and process.stdout is not None
        yield _Model(process.stdin, process.stdout)
        process.stdin.close()
