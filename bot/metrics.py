"""What Prometheus is told of a process, on a port that no person reaches. Numbers only: no ids, no words.

Each process counts for itself and is asked by itself, so that any number of them adds up; a gateway is one process with
threads (bot/serving.py), so there is nothing to gather from its neighbours.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

from prometheus_client import REGISTRY, Counter, Gauge, Histogram, start_http_server
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.config import Settings

log = logging.getLogger(__name__)

REQUESTS = Counter("waymark_http_requests", "Requests that were answered", ["route", "status"])
SECONDS = Histogram(
    "waymark_http_seconds", "How long a request took", ["route"],
    buckets=(0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30),
)  # fmt: skip
ANSWERS = Counter("waymark_answers", "Who answered a message: assistant, understudy, nobody; or interrupted", ["by"])
REMINDERS = Counter("waymark_reminders", "What became of reminders that were to be sent", ["outcome"])
ALTERED = Gauge("waymark_records_altered", "Records that are not what was noted of them outside the database")


class Asked(Collector):
    """Numbers that are looked up when Prometheus asks. One that cannot be had is left out, and that is a number too."""

    def __init__(self, gauges: dict[str, tuple[str, Callable[[], float]]]) -> None:
        self._gauges = gauges

    def collect(self) -> Iterator[GaugeMetricFamily]:
        failures = 0
        for name, (about, look) in self._gauges.items():
            try:
                yield GaugeMetricFamily(name, about, look())
            except Exception as error:  # a database that is away must not take the other numbers along
                log.warning("metrics: gauge=%s error=%s", name, type(error).__name__)
                failures += 1
        yield GaugeMetricFamily("waymark_unknown_gauges", "Numbers that could not be looked up", failures)


def serve(settings: Settings, gauges: dict[str, tuple[str, Callable[[], float]]] | None = None) -> None:
    """Let Prometheus ask, where a port is set for it."""
    if settings.metrics_port is None:
        return
    if gauges:
        REGISTRY.register(Asked(gauges))
    start_http_server(settings.metrics_port, settings.host)
