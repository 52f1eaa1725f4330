"""Teams' own limits for one conversation, kept so that it has nothing to refuse.

Source: "Optimize your bot with rate limiting in Teams", per bot per thread. Counted in this process: where several
send, Teams' 429 and its Retry-After still hold.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

LIMITS = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
"""So many messages in so many seconds."""
_MOST = max(number for number, _ in LIMITS)
_LONGEST = max(seconds for _, seconds in LIMITS)
_SWEEP = 10_000


class Throttle:
    """Counts what is sent to each conversation. Safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._sent: dict[str, deque[float]] = {}

    def take(self, conversation: str) -> float:
        """0.0 where one may be sent now, which is counted; else the seconds to wait before asking again."""
        with self._lock:
            now = self._clock()
            if len(self._sent) > _SWEEP:
                self._sent = {name: sent for name, sent in self._sent.items() if now - sent[-1] < _LONGEST}
            sent = self._sent.get(conversation, deque())
            waits = (sent[-number] + seconds - now for number, seconds in LIMITS if len(sent) >= number)
            wait = max(0.0, *waits, 0.0)
            if wait == 0.0:
                self._sent.setdefault(conversation, deque(maxlen=_MOST)).append(now)
            return wait
