"""What every Python of `.venv-rasa` does as it starts, so that a plain `.venv-rasa/bin/rasa ...` works.

`scripts/setup` writes the `.pth` file that imports this module: keep it light, and import nothing of Rasa.
"""
import os
from pathlib import Path

from bot.nlu.without_tensorflow import stand_in

ROOT = Path(__file__).resolve().parent.parent.parent

# Nothing is reported to anybody, whatever the machine's settings say.
os.environ["RASA_TELEMETRY_ENABLED"] = "false"

# A message is one small row of numbers: a second thread of OpenBLAS only waits for its part, by spinning.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Rasa is held to SQLAlchemy 1.4; being told so at every start helps nobody.
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")

# What endpoints.yml asks for, where `waymark run` has not said otherwise.
os.environ.setdefault("WAYMARK_ACTIONS_URL", "http://127.0.0.1:5055")
os.environ.setdefault("WAYMARK_TRACKER_URL", f"sqlite:///{ROOT / 'var' / 'rasa.db'}")
os.environ.setdefault("WAYMARK_REDIS_URL", "")

# Nobody waits longer than this for an answer, so a server that died holds nobody up for longer.
os.environ.setdefault("TICKET_LOCK_LIFETIME", "20")

stand_in()
