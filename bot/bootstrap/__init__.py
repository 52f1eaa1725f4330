"""The one place where real parts are chosen and put together: the cases, and all that stands behind the door."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from urllib.parse import urlsplit

from flask import Blueprint
from limits.errors import ConfigurationError
from sqlalchemy.exc import SQLAlchemyError

from bot import bankholidays, library
from bot.asking import Asks
from bot.assistant import Assistant, in_order, reachable
from bot.bootstrap import reading, watching, ways
from bot.casefiles import CaseFiles
from bot.casework.calendar import WorkingCalendar
from bot.casework.message import Message
from bot.casework.policy import Policy
from bot.casework.vocabulary import Status
from bot.config import Settings, SettingsError
from bot.conversation import Conversation
from bot.diary import Diary
from bot.directory import Directory
from bot.door import Clock, Door, Training
from bot.library import PolicyError
from bot.library.organisation import load_organisation
from bot.limiting import Limits
from bot.overview import Overview
from bot.personal import Forgetful, PersonalData
from bot.pressing import Pressing
from bot.reminding import Reminding
from bot.service import Casework
from bot.sharing import Sharing
from bot.signing_in import SignIns
from bot.storage import Database
from bot.storage.case_store import CaseStore
from bot.storage.clock import RealClock, TrainingClock
from bot.storage.overview import OverviewStore
from bot.storage.trackers import Trackers
from bot.understanding.masking import Masker, spacy_names
from bot.understanding.risk import screen
from bot.versions import Versions
from bot.wording import safety, smalltalk

REFERENCE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is easily taken for another


@dataclass(frozen=True)
class Parts:
    """A running Waymark: what gateway, actions and command line work with."""

    settings: Settings
    database: Database
    clock: Clock
    casework: Casework
    reminding: Reminding


@cache
def parts() -> Parts:
    """The parts of this process, made on first use."""
    return build(Settings.from_environment())


def build(settings: Settings) -> Parts:
    """The parts for these settings. Raises SettingsError where a named policy is unknown."""
    database = Database(settings.database_url)
    files = library.load_all(settings.policy_folder)
    policies = chosen(files, settings.policies, settings.training)
    # Those of the policies first, then the others: a case may go on under a policy that is offered no more.
    nations = dict.fromkeys([*(policy.nation for policy in policies.values()), *bankholidays.DIVISIONS])
    calendars = {nation: bankholidays.calendar(nation) for nation in nations}
    organisation = load_organisation(settings.organisation) if settings.organisation else None
    if not settings.training:  # where an author tries a file out again and again
        _refuse_unannounced(database, files, calendars)
    clock = TrainingClock(database) if settings.training else RealClock()
    over = (CaseStore(database), policies, calendars, new_reference, organisation)
    made = Parts(settings, database, clock, Casework(*over), Reminding(*over))
    if settings.mail.smtp_url:
        ways.channels(settings, database, clock)  # what cannot be used is refused now, not when the first letter is due
    return made


def _refuse_unannounced(
    database: Database, files: Mapping[str, Policy], calendars: Mapping[str, WorkingCalendar]
) -> None:
    """Raises PolicyError where a file changed without a new version while cases are open under it."""
    with suppress(SQLAlchemyError):  # a database that does not answer (yet) is for the health page to tell
        if told := Versions(CaseStore(database), files, calendars).unannounced():
            database.close()
            raise PolicyError(told)


def chosen(policies: Mapping[str, Policy], names: tuple[str, ...], training: bool) -> Mapping[str, Policy]:
    """The policies that this deployment offers: those named, or all. Drafts are offered in training only."""
    drafts = [] if training else [name for name, policy in policies.items() if policy.status is Status.DRAFT]
    if named := [name for name in names if name in drafts]:
        raise SettingsError(f"WAYMARK_POLICIES names {', '.join(named)}: a draft, which is for training mode only")
    policies = {name: policy for name, policy in policies.items() if name not in drafts}
    unknown = [name for name in names if name not in policies]
    if unknown:
        raise SettingsError(f"WAYMARK_POLICIES names {', '.join(unknown)}; there are {', '.join(sorted(policies))}")
    return {name: policies[name] for name in names or policies}


def new_reference() -> str:
    """A new case's reference: short enough to say on the telephone, telling nothing."""
    return "W-" + "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(7))


def door(made: Parts, understudy: Asks) -> Door:
    """What the gateway works with; the understudy answers where no assistant does.

    Raises SettingsError where there is no way in: outside training the page needs sign-in, and both that and Teams need
    their settings.
    """
    clock = made.clock
    practice = clock if isinstance(clock, TrainingClock) else None
    signing = sign_ins(made)
    if practice is None and signing is None and made.settings.teams is None:
        raise SettingsError(
            f"WAYMARK_MODE={made.settings.mode} needs a way in: sign-in for the page (WAYMARK_OIDC_ISSUER; "
            "deploy/signin), Teams (WAYMARK_TEAMS_APP_ID; deploy/teams), or both"
        )
    calendar = next(iter(made.casework.calendars.values()))
    assistants = [Assistant(url) for url in made.settings.assistant_urls]
    talking = conversation(made, lambda person: [*in_order(assistants, person), understudy])
    return Door(
        conversation=talking,
        clock=clock,
        safety_net=lambda: safety_net(made),
        checks={
            "database": made.database.works,
            "assistant": lambda: any(assistant.healthy() for assistant in assistants),
            "actions": lambda: any(reachable(f"{url}/health") for url in made.settings.actions_urls),
        },
        files=CaseFiles.over(made.casework),
        overview=overview(made),
        sharing=Sharing(CaseStore(made.database), made.casework.policies, made.casework.calendars, new_reference),
        diary=Diary(made.database, made.casework.dates, urlsplit(made.settings.public_url).hostname or "waymark"),
        preferences=ways.preferences(made.settings, made.database, made.clock),
        personal=personal(made),
        home=made.settings.public_url,
        training=Training(practice, lambda day: calendar.after(day, 1)) if practice else None,
        besides={"worker": lambda: watching.is_beating(made.database)},
        ways_in=(teams_way_in(made, talking, signing),) if made.settings.teams else (),
        framers=made.settings.embed_origins,
        sign_ins=signing,
        limits=None if made.settings.training else limits(made.settings),
        proxies=made.settings.proxies,
        page=bool(made.settings.pages),
    )


def overview(made: Parts) -> Overview:
    """Counting the cases of these parts."""
    return Overview(OverviewStore(made.database), made.casework.policies, made.casework.calendars)


def limits(settings: Settings) -> Limits:
    """What is counted of each person and address. Raises SettingsError for a Redis address that cannot be used."""
    try:
        return Limits(settings.redis_url)
    except ConfigurationError as error:
        raise SettingsError("WAYMARK_REDIS_URL must be an address such as redis://127.0.0.1:6379/0") from error


def sign_ins(made: Parts) -> SignIns | None:
    """How staff sign in, where the settings name a directory."""
    given = made.settings.sign_in
    if given is None:
        return None
    return SignIns(made.database, Directory(given, made.settings.public_url), given, smalltalk.welcome)


def teams_way_in(made: Parts, talking: Conversation, signing: SignIns | None) -> Blueprint:
    """The way in from Microsoft Teams. The settings have it."""
    from bot.channels.teams import setup
    from bot.channels.teams.work import Tools

    ours = made.settings.teams
    assert ours is not None, "only where Teams is set"
    tools = Tools(
        database=made.database,
        conversation=talking,
        clock=made.clock,
        connector=setup.connector(ours),
        safety_net=safety.safety_net,
        link=made.settings.pages,
        **({"has_part": signing.counts_in_teams} if signing else {}),
    )
    return setup.way_in(setup.admission(ours), tools)


def conversation(made: Parts, assistants: Callable[[str], Sequence[Asks]]) -> Conversation:
    """Talking with people, over these parts."""

    def emergency(person: str, now: datetime) -> Message:
        return safety.emergency_at(made.casework.alarm(person, now))

    def forgetful(person: str) -> list[Asks]:
        return [Forgetful(each, personal(made), made.clock.now) for each in assistants(person)]

    masker = Masker(spacy_names(), reading.public_names(made.casework.policies))
    masker.mask("Warm")  # the model is loaded now, not while the first person waits
    return Conversation(
        database=made.database,
        assistants=forgetful,
        masker=masker,
        screen=screen,
        emergency=emergency,
        safety_net=lambda: safety_net(made),
        welcome=smalltalk.welcome,
        reminders=Pressing(made.reminding),
        abroad=reading.abroad,
    )


def personal(made: Parts) -> PersonalData:
    """What is held of people, here and in Rasa's memory."""
    settings = made.settings
    return PersonalData(
        database=made.database,
        memory=Trackers(settings.tracker_url),
        letters=settings.outbox if settings.training else None,
        keep_cases=settings.keep_cases,
        keep_conversations=settings.keep_conversations,
    )


def safety_net(made: Parts) -> Message:
    """What is said where nothing else can be. It needs no database, and takes the real date where a clock is set."""
    return safety.safety_net(own=made.casework.own_contacts(RealClock().now()))
