"""A Redis of the tests' own: on a free port, keeping nothing, gone afterwards."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time

import redis

from bot.supervisor import free_port

MISSING = "Redis is not installed; scripts/redis installs it"


class RedisServer:
    """It can be killed and started again on its port."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._program = shutil.which("redis-server")

    def start(self) -> None:
        """Begin to serve. Raises FileNotFoundError where Redis is not installed."""
        if self._program is None:
            raise FileNotFoundError(MISSING)
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self._process = subprocess.Popen(
            [self._program, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        until = time.monotonic() + 20
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("Redis does not start")
            time.sleep(0.05)

    def signal(self, number: signal.Signals) -> None:
        """Suspend it, or let it go on."""
        self._process.send_signal(number)

    def kill(self) -> None:
        """End it as a crash would."""
        self.signal(signal.SIGKILL)
        self._process.wait()

    def keys(self) -> list[str]:
        """What it holds."""
        with redis.Redis.from_url(self.url) as client:
            return [key.decode() for key in client.keys("*")]  # type: ignore[union-attr]

    def stop(self) -> None:
        """Leave nothing running."""
        if hasattr(self, "_process") and self._process.poll() is None:
            self.kill()

    def _answers(self) -> bool:
        try:
            with redis.Redis.from_url(self.url, socket_timeout=1) as client:
                return bool(client.ping())
        except redis.RedisError:
            return False
