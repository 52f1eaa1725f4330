"""How much one person, and one address of nobody known, may ask for in a minute.

Counted in this process, or in Redis where several gateways count together. Where Redis is away or does not answer,
nothing is held back and hardly anybody waits for it: a worried person matters more than a count.
"""

from __future__ import annotations

import logging
import time
from enum import Enum

from limits import RateLimitItemPerMinute
from limits.errors import StorageError
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter

log = logging.getLogger(__name__)

TIMEOUT_SECONDS = 0.5
RESTING_SECONDS = 10.0
"""After a failure Redis is left alone for so long: each that waits for it holds up a person."""


class Allowance(Enum):
    """So many in a minute."""

    PERSON_SENDS = 60
    PERSON_LOOKS = 300
    ADDRESS = 300  # a whole office may sign in at nine from one address


class Limits:
    """Counts. Safe to share between threads."""

    def __init__(self, redis_url: str = "") -> None:
        """Raises limits' ConfigurationError for a Redis address that cannot be used."""
        timeouts = {"socket_timeout": TIMEOUT_SECONDS, "socket_connect_timeout": TIMEOUT_SECONDS}
        options = {"wrap_exceptions": True, **timeouts} if redis_url else {}
        self._limiter = FixedWindowRateLimiter(storage_from_string(redis_url or "memory://", **options))
        self._away_until = 0.0

    def wait(self, allowance: Allowance, who: str) -> int:
        """0 where one more is allowed, which is counted; else the seconds to wait."""
        if time.monotonic() < self._away_until:
            return 0
        item = RateLimitItemPerMinute(allowance.value, namespace="waymark")
        try:
            if self._limiter.hit(item, allowance.name, who):
                return 0
            over = self._limiter.get_window_stats(item, allowance.name, who).reset_time
        except StorageError as error:
            log.warning("nothing is counted: %s", type(error).__name__)
            self._away_until = time.monotonic() + RESTING_SECONDS
            return 0
        return max(1, int(over - time.time()) + 1)
