"""The reference of a case, wherever somebody writes it: Waymark's own word, so never what tells who a person is."""

from __future__ import annotations

import re

REFERENCE = re.compile(r"\bW-[0-9A-Z]{7}\b", re.IGNORECASE)
