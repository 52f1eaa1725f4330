"""`make bench`: measure Waymark beside the bot of `rasa init`, print the table, keep it in docs/performance.md.

    python -m tests.bench [PART ...]     only these parts, which are printed and not kept
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from tests.bench import growing, looking, pages, reminding, starting, talking
from tests.bench.machine import load
from tests.bench.pair import Pair, both, say
from tests.bench.report import PAGE, keep, table
from tests.bench.samples import Row

Measure = Callable[[Pair], list[Row]]
PARTS: dict[str, Measure] = {
    "start": starting.start,
    "turns": talking.turns,
    "stored": talking.stored,
    "throughput": talking.throughput,
    "growth": growing.growth,
    "idle": looking.idle,
    "memory": talking.memory,
    "training": starting.training,
    "fresh": starting.fresh,
    "reminders": reminding.reminders_sent,
    "due": reminding.due,
    "pages": pages.pages,
}


def main(chosen: Sequence[str]) -> int:
    if unknown := set(chosen) - set(PARTS):
        print(f"There is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    rows, loads = [], [load()]
    with both() as pair:
        for name in chosen or PARTS:
            say(f"{name} (load {load():.1f})")
            found = measured(name, pair)
            rows += found
            loads.append(load())
            print(table(found), flush=True)
    print(f"\n{table(rows)}")
    if not chosen:
        keep(rows, loads)
        say(f"kept in {PAGE}")
    return 0


def measured(name: str, pair: Pair) -> list[Row]:
    """The rows of a part. One that breaks says so in the table, and does not stop the others."""
    try:
        return PARTS[name](pair)
    except Exception as error:
        say(f"{name} broke: {type(error).__name__}: {error}")
        return [Row(f"{name}: could not be measured ({type(error).__name__})", "")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
