"""How much is generated: a little that is the same every day, and a lot that is new each time (``make soak``)."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

SOAK = int(os.environ.get("WAYMARK_SOAK_EXAMPLES", "0"))


def generated(daily: int, share: float = 1.0) -> settings:
    """So many examples every day; in a soak this share of WAYMARK_SOAK_EXAMPLES, from a new seed."""
    return settings(
        max_examples=round(SOAK * share) if SOAK else daily,
        derandomize=not SOAK,
        deadline=None,
        database=None,
        phases=tuple(Phase) if SOAK else (Phase.generate,),  # what fails is told at once, and made small in a soak
        suppress_health_check=list(HealthCheck),
    )
