"""Keeps what people write out of the Rasa server's log.

Rasa logs the message that it failed on, and its tracebacks carry local variables. From here on a line holds
the level, the name of the event or the place in the code, and for an exception its type and where it was
raised: enough to look it up, and never a value.
"""
import json
import logging
import traceback
from typing import Any

import structlog


def keep_logs_quiet() -> None:
    structlog.configure(
        processors=[name_only],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLogger("rasa").getEffectiveLevel()),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,  # it would be put together anew for each of a turn's two hundred lines
    )
    logging.captureWarnings(True)
    for name in (None, "sanic.root", "sanic.error"):
        for handler in logging.getLogger(name).handlers:
            handler.setFormatter(PlaceFormatter())


def name_only(logger: Any, method: str, event: dict[str, Any]) -> tuple[tuple[str], dict[str, Any]]:
    """Of all that Rasa's structured log holds about an event, pass on its name."""
    name = str(event.get("event"))
    return (name,), {"exc_info": event.get("exc_info"), "extra": {"event": name}}


class PlaceFormatter(logging.Formatter):
    """Says where in the code something was logged or raised, and never what was said."""

    def format(self, record: logging.LogRecord) -> str:
        line = {"level": record.levelname.lower(), "logger": record.name}
        line |= {"event": record.event} if hasattr(record, "event") else {"line": str(record.lineno)}
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            line["raised"] = " <- ".join(self.chain(error))
        return json.dumps(line)

    def chain(self, error: BaseException | None) -> list[str]:
        if error is None:
            return []
        frames = traceback.extract_tb(error.__traceback__)
        place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        return [type(error).__name__ + place, *self.chain(error.__cause__ or error.__context__)]
