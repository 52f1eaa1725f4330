"""Contacts in words: as the policy prints them, with what is wrong with them and with their hours."""

from __future__ import annotations

from collections.abc import Iterable

from bot.casework.contacts import Contact, Hours
from bot.casework.message import Block
from bot.casework.policy import Policy
from bot.casework.vocabulary import Defect
from bot.wording.shaping import joined, small

DEFECTS = {
    Defect.DEAD: "printed in the policy, but it no longer works",
    Defect.INCOMPLETE: "printed incompletely; check the number before you use it",
    Defect.NO_PERSONAL_DATA: "not for personal information",
    Defect.SECURITY_NOT_STATED: "not said to be secure: send no personal information by ordinary e-mail",
    Defect.NON_EMERGENCY: "not for emergencies",
    Defect.HOURS_NOT_STATED: "opening hours are not stated",
    Defect.UNVERIFIED: "not checked: confirm it before you use it",
    Defect.MISSING: "the policy gives no number or address: ask your safeguarding lead",
    Defect.BODY_ABOLISHED: "this body no longer exists: ask your safeguarding lead who has taken its place",
}


def printed(policy: Policy, contact_ids: Iterable[str | None]) -> list[Block]:
    """These printed contacts, once each, each followed by the one for other hours."""
    return [small(otherwise(policy, found) + contact(found)) for found in reached(policy, contact_ids)]


def otherwise(policy: Policy, found: Contact) -> str:
    """What stands before a contact that is there for the hours in which another one is closed."""
    return "At all other times: " if found.id in {each.after_hours for each in policy.contacts} else ""


def reached(policy: Policy, contact_ids: Iterable[str | None]) -> list[Contact]:
    """The contacts of these ids, once each, each followed by the one for other hours."""
    found = [policy.contact(contact_id) for contact_id in contact_ids if contact_id]
    others = {each.id: policy.contact(each.after_hours) for each in found if each.after_hours}
    return list(dict.fromkeys(part for each in found for part in (each, others.get(each.id)) if part))


def contact(found: Contact) -> str:
    """A printed contact, with its hours and with what is wrong with it."""
    ways = [way for way in (found.phone, found.email) if way]
    subject = [f"subject line “{found.subject}”"] if found.subject else []
    asides = [*opening_hours(found.hours), *subject, *(DEFECTS[defect] for defect in found.defects)]
    name = f"{found.name}: {', '.join(ways)}" if ways else found.name
    line = f"{name} ({'; '.join(asides)})." if asides else f"{name}."
    return f"{line} {found.note}" if found.note and Defect.MISSING not in found.defects else line


def opening_hours(hours: Iterable[Hours]) -> list[str]:
    """ "Monday to Thursday 09:00 to 17:00", a line for each set of days."""
    return [f"{_days(each)} {each.opens} to {each.closes}" for each in hours]


def _days(hours: Hours) -> str:
    names = [day.value.capitalize() for day in hours.days]
    return f"{names[0]} to {names[-1]}" if len(names) > 2 else joined(names)
