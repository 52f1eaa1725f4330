"""The parts that read a message, made from the policies: which one is named, what is never masked, which language."""

from __future__ import annotations

from collections.abc import Mapping

from bot.casework.message import Message
from bot.casework.policy import Policy
from bot.understanding.facts import Gazetteer
from bot.understanding.languages import other_language
from bot.wording.abroad import works_in_english


def gazetteer(policies: Mapping[str, Policy]) -> Gazetteer:
    """The names by which people mean a policy: its own, its towns, its bodies."""
    return Gazetteer({alias.lower(): policy.id for policy in policies.values() for alias in policy.aliases})


def public_names(policies: Mapping[str, Policy]) -> frozenset[str]:
    """What is never masked: the policies' places, bodies and printed contacts."""
    names = [alias for policy in policies.values() for alias in policy.aliases]
    contacts = [contact for policy in policies.values() for contact in policy.contacts]
    return frozenset(names).union(*({c.name, c.phone or c.name, c.email or c.name} for c in contacts))


def abroad(text: str) -> Message | None:
    """What is said at once to a text in another language than English."""
    language = other_language(text)
    return works_in_english(language) if language else None
