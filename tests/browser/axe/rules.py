"""What axe-core has against a page as it stands in the browser."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, *rules: str) -> list[str]:
    """What breaks a rule, one line each; of these rules only, where they are named."""
    asked = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": TAGS}
    page.evaluate(_script())
    found = page.evaluate("only => axe.run({ runOnly: only })", asked)
    return [_said(broken, node) for broken in found["violations"] for node in broken["nodes"]]


def _said(broken: Any, node: Any) -> str:
    return f"{broken['id']}: {node['target']} {node['html'][:200]} ({node.get('failureSummary', '')})"


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")
