"""What the trained model understands, without a server: JSON lines {"text"} in, {"name", "confidence",
"ranking", "risk", "categories"} out.

`.venv-rasa/bin/python -m bot.nlu.parse MODEL` answers each line as it comes, so it can be kept open and asked.
The answers are the chat's own, the fallback included.
"""
import asyncio
import json
import os
import sys
from typing import TextIO

from rasa.core.agent import Agent

from bot.nlu.quiet_logs import keep_logs_quiet
from bot.nlu.speedups import speed_up


async def answer(agent: Agent, questions: TextIO, answers: TextIO) -> None:
    for line in questions:
        parsed = await agent.parse_message(json.loads(line)["text"])
        answers.write(json.dumps(said(parsed)) + "\n")
        answers.flush()


def said(parsed: dict) -> dict:
    ranking = [{"name": row["name"], "confidence": row["confidence"]} for row in parsed["intent_ranking"]]
    intent = {key: parsed["intent"][key] for key in ("name", "confidence")}
    return {**intent, "ranking": ranking, "risk": parsed["risk"], "categories": parsed["categories"]}


def main() -> None:
    # Whatever the libraries print belongs on stderr: stdout is for the answers.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    keep_logs_quiet()
    speed_up()  # as in the chat
    agent = Agent.load(sys.argv[1])
    asyncio.run(answer(agent, sys.stdin, answers))


if __name__ == "__main__":
    main()
