"""`make quality`: measure, print, write docs/quality.md, and fail where a figure is below its floor."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import date

from bot.config import ROOT
from bot.training import train, trained_model
from tests.quality.figures import figures
from tests.quality.floors import fallen
from tests.quality.held_out import held_out
from tests.quality.listening import Heard, listen, percentile
from tests.quality.report import Costs, cost_table, figure_table, page
from tests.quality.tables import tables

SHARES = {"half of them within": 0.50, "95 % within": 0.95, "99 % within": 0.99}
PAGE = ROOT / "docs" / "quality.md"


def main() -> int:
    files = held_out()
    heard = listen(trained_model(), files)
    measured, shown, costs = figures(heard), tables(heard), what_it_takes(heard)
    for table in (figure_table(measured), cost_table(costs), *shown):
        print(f"\n{table.title}\n\n{table}")
    counts = {name: len(messages) for name, messages in files.items()}
    kinds = [table for table in shown if table.title in IN_THE_PAGE]
    PAGE.write_text(page(date.today(), measured, kinds, costs, counts), encoding="utf-8")
    for sentence in (below := fallen(measured)):
        print(f"\nBelow its floor: {sentence}", file=sys.stderr)
    return int(bool(below))


IN_THE_PAGE = {"Danger, by kind of message", "Categories of a disagreement", "What identifies people"}


def what_it_takes(heard: Mapping[str, Sequence[Heard]]) -> Costs:
    """Trains once more, aside and from nothing, to see how long that takes."""
    seconds = [one.seconds for group in heard.values() for one in group]
    aside = ROOT / "var" / "quality" / "measured.tar.gz"
    aside.parent.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    train(ROOT, aside, "--force")
    training = time.perf_counter() - began
    size = aside.stat().st_size
    aside.unlink()
    encoder = sum(file.stat().st_size for file in (ROOT / "bot" / "nlu" / "weights").iterdir())
    times = {name: percentile(seconds, share) * 1000 for name, share in SHARES.items()}
    return Costs(times, training, size, encoder, os.cpu_count() or 1)


if __name__ == "__main__":
    sys.exit(main())
