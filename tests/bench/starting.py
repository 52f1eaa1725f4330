"""From nothing to the first answer: all processes started, the model trained, everything on a fresh machine."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from bot.config import ROOT
from bot.training import train
from tests.bench.pair import Pair, say
from tests.bench.samples import Row
from tests.bench.sides import FOLDER, PEER, Side, Waymark, rasa

STARTS = 2


def start(pair: Pair) -> list[Row]:
    """From the command to the first answer, one side after the other. The last ones are left running."""
    times: dict[str, list[float]] = {side.name: [] for side in pair.sides}
    for number in range(STARTS):
        for side in pair.sides:
            say(f"  start {number + 1} of {STARTS}: {side.name}")
            times[side.name].append(_first_answer(side))
            side.stop()
    ours, theirs = (times[side.name] for side in pair.sides)
    value = min(ours) / min(theirs)
    return [Row("start to first answer, all processes", _each(ours), _each(theirs), value, "<= 0.3")]


def training(pair: Pair) -> list[Row]:
    """From scratch; and after only the words of an answer were changed, which with Waymark no model holds."""
    pair.stop()
    aside = FOLDER / "trained.tar.gz"
    say("  from scratch")
    ours = _seconds(lambda: train(ROOT, aside, "--force"))
    theirs = rasa("train", "--force")
    say("  when only a response changed")
    ours_changed = _seconds(lambda: subprocess.run([sys.executable, "-m", "bot.training"], cwd=ROOT, check=True))
    domain = PEER / "domain.yml"
    domain.write_text(re.sub(r'text: "[^"]*"', f'text: "Hello {time.time():.0f}"', domain.read_text(), count=1))
    theirs_changed = rasa("train")
    aside.unlink()
    return [
        _compared("training from scratch", ours, theirs, "<= 0.5"),
        _compared("training when only a response changed", ours_changed, theirs_changed, "<= 0.1"),
    ]


def fresh(pair: Pair) -> list[Row]:
    """`make run` in a fresh copy of what is committed: nothing set up, nothing trained. Then once more."""
    pair.stop()
    copy = FOLDER / "fresh"
    shutil.rmtree(copy, ignore_errors=True)
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(copy)], check=True)
    made = Waymark(("make", "run"), copy)
    rows = []
    try:
        for what, goal in (("`make run` in a fresh copy, to first answer", ""), ("the second one", "<= 20 s")):
            say(f"  {what}")
            seconds = _first_answer(made)
            made.stop()
            rows.append(Row(what, f"{seconds:.0f} s{_where(made.log.read_text())}", "", seconds, goal))
    finally:
        shutil.rmtree(copy, ignore_errors=True)
    return rows


def _where(log: str) -> str:
    """Where the time went, by what the log says of it."""
    steps = {
        "set-up": r"\[ *(\d+) s\] Ready\.$",
        "training": r"Training the model \.\.\. (\d+) s$",
        "start": r"\(after (\d+) s\)$",
    }
    found = {step: re.findall(pattern, log, re.MULTILINE) for step, pattern in steps.items()}
    told = ", ".join(f"{step} {seconds[-1]}" for step, seconds in found.items() if seconds)
    return f" ({told})" if told else ""


def _first_answer(side: Side) -> float:
    began = time.perf_counter()
    side.start()
    person = side.person()
    person.says(side.script[0])
    taken = time.perf_counter() - began
    person.rest()
    return taken


def _compared(what: str, ours: float, theirs: float, goal: str) -> Row:
    return Row(what, f"{ours:.1f} s", f"{theirs:.1f} s", ours / theirs, goal)


def _each(times: Sequence[float]) -> str:
    return f"{', '.join(f'{seconds:.1f}' for seconds in times)} s"


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
