"""The one place where real parts are chosen and put together."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Protocol

from bot import bankholidays, library
from bot.assistant import Assistant
from bot.casework.message import Message
from bot.casework.policy import Policy
from bot.config import Settings, SettingsError
from bot.conversation import Conversation
from bot.service import Casework
from bot.storage import Database
from bot.storage.cases import CaseStore
from bot.storage.clock import RealClock, TrainingClock
from bot.understanding.facts import Gazetteer
from bot.understanding.masking import Masker, spacy_names
from bot.understanding.risk import screen
from bot.wording import safety, turning

REFERENCE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is easily taken for another


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> datetime: ...


@dataclass(frozen=True)
class Parts:
    """A running Waymark: what gateway, actions and command line work with."""

    settings: Settings
    database: Database
    clock: Clock
    casework: Casework


@cache
def parts() -> Parts:
    """The parts of this process, made on first use."""
    return build(Settings.from_environment())


def build(settings: Settings) -> Parts:
    """The parts for these settings. Raises SettingsError where a named policy is unknown."""
    database = Database(settings.database_url)
    policies = chosen(library.load_all(settings.policy_folder), settings.policies)
    nations = {policy.nation for policy in policies.values()}
    calendars = {nation: bankholidays.calendar(nation) for nation in nations}
    clock = TrainingClock(database) if settings.training else RealClock()
    return Parts(settings, database, clock, Casework(CaseStore(database), policies, calendars, new_reference))


def chosen(policies: Mapping[str, Policy], names: tuple[str, ...]) -> Mapping[str, Policy]:
    """The policies that this deployment offers: those named, or all."""
    unknown = [name for name in names if name not in policies]
    if unknown:
        raise SettingsError(f"WAYMARK_POLICIES names {', '.join(unknown)}; there are {', '.join(sorted(policies))}")
    return {name: policies[name] for name in names or policies}


def new_reference() -> str:
    """A new case's reference: short enough to say on the telephone, telling nothing."""
    return "W-" + "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(7))


def gazetteer(policies: Mapping[str, Policy]) -> Gazetteer:
    """The names by which people mean a policy: its own, its towns, its bodies."""
    return Gazetteer({alias.lower(): policy.id for policy in policies.values() for alias in policy.aliases})


def conversation(made: Parts) -> Conversation:
    """Talking with people, over these parts."""
    keep = {name for policy in made.casework.policies.values() for name in (*policy.aliases, *_contact_names(policy))}

    def emergency(person: str, now: datetime) -> Message:
        desk = made.casework.alarm(person, now)
        return safety.emergency(desk.policy, desk.case.person if desk.case else None)

    return Conversation(
        database=made.database,
        assistant=Assistant(made.settings.assistant_url),
        masker=Masker(spacy_names(), keep),
        screen=screen,
        emergency=emergency,
        safety_net=safety.safety_net,
        welcome=turning.welcome,
    )


def _contact_names(policy: Policy) -> list[str]:
    return [text for contact in policy.contacts for text in (contact.name, contact.phone, contact.email) if text]
