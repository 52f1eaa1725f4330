"""What processes take of the machine, from /proc: CPU seconds, which stay true on a busy machine, and memory."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PROC = Path("/proc")


def family(pids: Iterable[int]) -> set[int]:
    """These processes and all that they started."""
    parents = {int(path.name): parent for path in PROC.glob("[0-9]*") if (parent := _parent(path)) is not None}
    found = set(pids)
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def cpu_seconds(pids: Iterable[int]) -> float:
    """User and system time of these and their children so far."""
    total = 0
    for pid in family(pids):
        with suppress(OSError):
            total += sum(map(int, _fields(PROC / str(pid))[11:13]))
    return total / TICKS


def megabytes(pids: Iterable[int]) -> float:
    """Memory of these and their children; what several share is counted once (PSS)."""
    total = 0
    for pid in family(pids):
        with suppress(OSError):
            lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
            total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1000


def description() -> str:
    """The machine, for the page: cores, processor, memory."""
    model = next((line.split(":")[1].strip() for line in _lines("cpuinfo") if line.startswith("model name")), "unknown")
    kilobytes = next(int(line.split()[1]) for line in _lines("meminfo") if line.startswith("MemTotal"))
    return f"{os.cpu_count()} cores ({model}), {kilobytes / 1e6:.0f} GB"


def load() -> float:
    """How many processes wanted to run, on average over the last minute."""
    return os.getloadavg()[0]


def _lines(name: str) -> Sequence[str]:
    return (PROC / name).read_text().splitlines()


def _parent(path: Path) -> int | None:
    try:
        return int(_fields(path)[1])
    except OSError:  # it has ended meanwhile
        return None


def _fields(path: Path) -> list[str]:
    return (path / "stat").read_text().rpartition(")")[2].split()
