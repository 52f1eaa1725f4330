"""docs/quality.md: what was measured, on what, when, how to measure it again, and what it does not say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import Template

from bot.casework.calendar import say_date
from tests.quality.floors import floors, percent
from tests.quality.tables import Table

PAGE = Template("""\
# How well Waymark understands

Measured on $day with

    make quality

which anyone can run again: it prints the tables below and more, writes this page, and fails where a figure is below the
floor kept in `tests/quality/floors.yml`. `make test` holds the same floors.

$figures

An alarm is the answer "call 999 now". The trained model gives it, from the whole message or a part of it. Single words
at the door count while Rasa is down; otherwise they can raise a question, never silence one. Asked means: no alarm, but
Waymark asks whether anyone is in danger, as it does at the beginning of every case. The intent is the likeliest one,
also where the chat is unsure and asks which was meant. Where an alarm is given to a message that plainly means
something else as well, it is that: the emergency answer comes first, and the rest is heard after it.$reference

$kinds

## What it takes

$costs

Time is that of one message through mask, screen, model and the reading of facts, one after the other on $cores cores,
without network and database. It is reported and never a reason to fail. Rasa's own classifier (DIET), tried on a
fraction of the messages, took 15 to 27 ms a message and 140 to 175 s of training.

## What it was measured on

$counts messages in `tests/quality/held_out/`, $sizes. They were written by hand for this purpose, apart from
the examples in `data/nlu` and by other authors; the dates and identifiers are the half of a larger set that nobody
looked at while the reading of dates and the masking were mended. A test keeps each of them, and every near copy, out
of `data/nlu`, and nothing is trained on them. One half of the messages, drawn by chance, may be used to choose the
thresholds and shares in `config.yml`; for danger the figures for the other half stand beside.

## What it does not say

- All messages are invented. None was written by a practitioner at work, so expect the world to be harder.
- They come from the project itself, and so do their labels: where the project misjudges a message, the figures do too.
- The thresholds were chosen on one half, but that words have half a say in danger was decided with both in sight.
- While dates and masking were mended, their totals by kind were looked at five times; the messages were not.
- Of 200 new messages each, by two authors who had seen nothing of Waymark, 92 % of the days were read exactly, 4 %
  as another day, and 92 % of what identifies a person was masked (November 2026; they are not kept here, for their
  errors were then looked at). So expect less than the table says, of dates and of names in small letters most.
- Most kinds hold 10 to 40 messages. One message more or less moves such a line by several points.
- Messages on danger are mostly hard ones: denied, past, dealt with, everyday words. In ordinary use there are fewer.
- A model that is right nine times in ten is wrong once. That is why Waymark asks about danger first, says back what it
  understood, and lets no classifier move a case (`docs/adr/0003-rules-decide-words-do-not.md`).
""")
REFERENCE = """

The reference decides nothing. For danger it is what a published detector of crises in messages found in use, where 66 %
of its alarms were right (CMD-1: Swaminathan and others, npj Digital Medicine, 2023); for what identifies people it is
Microsoft Presidio on British hospital notes (Alrazihi and others, Surgical Neurology International, 2025). Those were
other messages. For intents and categories it is a second reader of these same messages, who had `data/nlu/README.md`
and no label: so far two readers agree. Where they did not, and both readings could be defended, both count as right."""


@dataclass(frozen=True)
class Costs:
    """What it takes on that many cores: milliseconds a message, seconds of training, bytes of what is kept."""

    milliseconds: Mapping[str, float]
    training_seconds: float
    model_bytes: int
    encoder_bytes: int
    cores: int


def figure_table(measured: Mapping[str, float]) -> Table:
    rows = [
        (floor.title, percent(floor.goal), percent(measured[key]), str(floor), percent(floor.reference))
        for key, floor in floors().items()
    ]
    return Table("Figures", ("", "goal", "measured", "floor", "reference"), rows)


def cost_table(costs: Costs) -> Table:
    rows = [
        *((f"one message, {name}", f"{value:.0f} ms") for name, value in costs.milliseconds.items()),
        ("training, from nothing", f"{costs.training_seconds:.0f} s"),
        ("the trained model", f"{costs.model_bytes / 1e6:.1f} MB"),
        ("the encoder that it stands on", f"{costs.encoder_bytes / 1e6:.1f} MB"),
    ]
    return Table("What it takes", ("", "measured"), rows)


def page(
    today: date, measured: Mapping[str, float], kinds: Sequence[Table], costs: Costs, counts: Mapping[str, int]
) -> str:
    """The whole of docs/quality.md."""
    return PAGE.substitute(
        day=say_date(today),
        figures=figure_table(measured),
        reference=REFERENCE if any(floor.reference is not None for floor in floors().values()) else "",
        kinds="\n\n".join(f"## {table.title}\n\n{table}" for table in kinds),
        costs=cost_table(costs),
        cores=costs.cores,
        counts=f"{sum(counts.values()):,}",
        sizes=", ".join(f"{count} for {name}" for name, count in counts.items()),
    )
