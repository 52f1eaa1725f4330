"""One's own cases on the web: the list, the page of each, what can be ticked and noted there, and its documents."""

from bot.channels.cases.room import cases

__all__ = ["cases"]
