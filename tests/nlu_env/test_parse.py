"""Asking the trained model without a server."""
import json
import subprocess
import sys

from conftest import Assistant

QUESTIONS = ["hi there", "I disagree with the decision of social care", "purple banana seventeen"]


def test_answers_line_by_line_as_the_chat_would(assistant: Assistant) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.nlu.parse", assistant.folder / "models" / "small.tar.gz"],
        input="".join(json.dumps({"text": text}) + "\n" for text in QUESTIONS),
        capture_output=True,
        text=True,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["name"] for answer in answers] == ["greet", "start_case", "nlu_fallback"]
    assert answers[0]["ranking"][0] == {"name": "greet", "confidence": answers[0]["confidence"]}
    assert "banana" not in done.stderr
