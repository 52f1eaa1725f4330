"""How somebody wants to be reached."""

from __future__ import annotations

from datetime import time

from actions.base import CaseAction, Said, say
from actions.turn import Turn
from bot.bootstrap import ways
from bot.preferences import EMAIL, Preferences, Reachable
from bot.understanding.wishes import Wish, wish
from bot.wording import reaching

MIDNIGHT = time(0)


class ActionSetPreference(CaseAction):
    """Do what is plainly wished, and say what holds now; for anything else say where it can be set."""

    def name(self) -> str:
        return "action_set_preference"

    def handle(self, turn: Turn) -> Said:
        parts, wished = self.parts, wish(turn.text)
        preferences = ways.preferences(parts.settings, parts.database, parts.clock)
        found = preferences.look(turn.actor, turn.now)
        home = parts.settings.pages
        if wished.first and wished.first not in found.channels:
            return say(reaching.no_such_channel(wished.first, home))
        if wished.first == EMAIL and not (found.email and found.email_works):
            return say(reaching.no_email(home))
        _grant(preferences, turn.actor, wished, found)
        now = preferences.look(turn.actor, turn.now)
        words = reaching.is_set if wished.is_plain else reaching.not_plain
        return say(words(_order(now), now.preference.quiet_from, now.preference.quiet_until, home))


def _grant(preferences: Preferences, person: str, wished: Wish, found: Reachable) -> None:
    if wished.first:
        preferences.first(person, wished.first)
    if wished.never:
        preferences.order(person, [name for name in found.preference.channels if name != wished.never])
    if wished.quiet_from or wished.quiet_until:
        start = wished.quiet_from or found.preference.quiet_from or MIDNIGHT
        preferences.quiet(person, start, wished.quiet_until or found.preference.quiet_until or MIDNIGHT)


def _order(found: Reachable) -> list[str]:
    """The ways that are tried, up to the page, which always works."""
    able = [name for name in found.preference.channels if name in found.channels]
    able = [name for name in able if name != EMAIL or found.email_works]
    return able[: able.index("web") + 1] if "web" in able else able
