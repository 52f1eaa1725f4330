"""What the processes write down: one line an event, for people on a terminal, as JSON for everything that collects.

A line holds ids, kinds of errors and places in the code. Whoever logs never passes words of a person; that is what the
tests of each room look for.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import TextIO

SERVERS = ("gunicorn.error", "sanic.root", "sanic.error")
"""They have handlers of their own."""
PLAIN = "%(levelname)s %(name)s: %(message)s"


def configure(stream: TextIO = sys.stderr) -> None:
    """Log to there, from warnings on; what Waymark does besides is in its metrics."""
    shape = logging.Formatter(PLAIN) if stream.isatty() else JsonLines()
    logging.basicConfig(level=logging.WARNING, handlers=[logging.StreamHandler(stream)], force=True)
    for name in (None, *SERVERS):
        for handler in logging.getLogger(name).handlers:
            handler.setFormatter(shape)
    logging.captureWarnings(True)


class JsonLines(logging.Formatter):
    """One JSON object a line. Of an exception it holds the kind and the place, never its message."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
            "event": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            line |= {"raised": record.exc_info[0].__name__, "where": f"{record.filename}:{record.lineno}"}
        return json.dumps(line, ensure_ascii=False)
