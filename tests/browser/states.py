"""Every state in which people see a page, and how to get there. A new page gets its states here, and is checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page, expect

from bot.casework.message import Block, Button, Kind, Message, Shape
from bot.casework.permissions import Role
from bot.channels.visitor import SECURE_COOKIE
from tests.gateway.standins import ADVICE, EMERGENCY, QUESTION, House
from tests.gateway.test_cases import opened
from tests.signin.office import PRACTITIONER, Colleague, Waymark

State = Callable[[Page, House], object]

WORDS = (
    "Social care closed the referral on Friday. They say that it does not meet their threshold, and I disagree: the "
    "school and the nurse have both written twice."
)
REMINDER = Message(
    Kind.REMINDER,
    (
        Block(Shape.HEADING, ("Reminder: Gloucestershire, Stage 2",)),
        Block(Shape.TEXT, ("A date runs out on the next working day.",)),
        *ADVICE.blocks[3:5],
    ),
    tuple(Button(title, "/reminder") for title in ("Resolved", "Not resolved: go to Stage 3", "No answer yet")),
    ADVICE.cites,
)


def say(page: Page, text: str) -> None:
    """Type a message and send it."""
    page.get_by_label("Your message").fill(text)
    page.get_by_label("Your message").press("Enter")


def person_at(page: Page, house: House) -> str:
    """Who the visitor at the page is."""
    session = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "waymark")
    person = house.conversation.recognise(session)
    assert person
    return person


def _empty(page: Page, house: House) -> None:
    page.goto("/")


def _asking(page: Page, house: House) -> None:
    say(page, WORDS)
    expect(page.get_by_role("button", name="Not sure")).to_be_visible()


def _waiting(page: Page, house: House) -> None:
    page.route("**/chat/messages", lambda route: None)
    say(page, WORDS)
    expect(page.get_by_role("status")).to_have_text("Waymark is answering…")


def _advice(page: Page, house: House) -> None:
    _asking(page, house)
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.get_by_role("button", name="I have done this")).to_be_visible()


def _emergency(page: Page, house: House) -> None:
    house.conversation.tell(person_at(page, house), EMERGENCY, house.clock.now())
    house.conversation.tell(person_at(page, house), QUESTION, house.clock.now())
    page.goto("/")


def _reminder(page: Page, house: House) -> None:
    house.conversation.tell(person_at(page, house), REMINDER, house.clock.now())
    page.goto("/")


def _error(page: Page, house: House) -> None:
    house.assistant.down = True
    say(page, WORDS)
    expect(page.locator(".waymark-message--failure")).to_be_visible()


def _notice(page: Page, house: House) -> None:
    page.goto("/there-is-no-such-page")


def _case(page: Page, house: House) -> str:
    reference = opened(house.files, person_at(page, house))
    page.goto(f"/cases/{reference}")
    return reference


def _case_in_danger(page: Page, house: House) -> None:
    reference = _case(page, house)
    house.files.note(person_at(page, house), reference, "He has a knife.", "alarm", house.clock.now())
    page.reload()


def _case_later(page: Page, house: House) -> None:
    reference, person = _case(page, house), person_at(page, house)
    house.files.tick(person, reference, ["GLOS-2a"], None, house.clock.now())
    house.files.note(person, reference, "Rang twice.\nNobody rang back.", "none", house.clock.now())
    house.clock.set(house.clock.now() + timedelta(days=20))
    page.reload()


def _case_ended(page: Page, house: House) -> None:
    _case(page, house)
    house.files.resolve(person_at(page, house), None, house.clock.now())
    page.reload()


def _case_to_mend(page: Page, house: House) -> None:
    _case(page, house)
    page.get_by_role("button", name="Save what is ticked").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _cases(page: Page, house: House) -> None:
    _case(page, house)
    page.goto("/cases")


def _no_cases(page: Page, house: House) -> None:
    page.goto("/cases")


def _preferences(page: Page, house: House) -> None:
    page.goto("/preferences")


def _preferences_to_mend(page: Page, house: House) -> None:
    page.goto("/preferences")
    page.get_by_label("E-mail address").fill("nobody")
    page.get_by_role("button", name="Send me the link").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _trends(page: Page, house: House) -> None:
    _case(page, house)
    page.goto("/overview/trends")


def _trends_to_mend(page: Page, house: House) -> None:
    _trends(page, house)
    page.get_by_role("group", name="First day").get_by_label("Month").fill("13")
    page.get_by_role("button", name="Show this period").click()
    expect(page.get_by_role("alert")).to_contain_text("The first day must be a real date")


def _label(page: Page, house: House) -> None:
    _case(page, house)
    page.get_by_text("Give it a label of your own").click()
    page.get_by_label("What you call this case").fill("He has a knife")
    page.get_by_role("button", name="Save the label").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _day_to_mend(page: Page, house: House) -> None:
    _case(page, house)
    page.get_by_label("Make sure that the Independent Reviewing Officer is told").check()
    page.get_by_label("Month").fill("12")
    page.get_by_role("button", name="Save what is ticked").click()
    expect(page.get_by_role("alert")).to_contain_text("The day must include a day and year")


def _demo(page: Page, house: House) -> None:
    page.goto("/demo")
    expect(page.get_by_role("button", name="What do I do now?")).to_be_visible()


def _demo_opened(page: Page, house: House) -> None:
    _demo(page, house)
    page.get_by_role("button", name="What do I do now?").click()
    expect(page.frame_locator("iframe").get_by_label("Your message")).to_be_visible()


def _personal_data(page: Page, house: House) -> None:
    _case(page, house)
    page.goto("/personal-data")


def _overview(page: Page, house: House) -> None:
    _case(page, house)
    page.goto("/overview")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


STATES: dict[str, State] = {
    "empty": _empty,
    "asking": _asking,
    "waiting": _waiting,
    "advice": _advice,
    "emergency": _emergency,
    "reminder": _reminder,
    "error": _error,
    "notice": _notice,
    "case": _case,
    "case in danger": _case_in_danger,
    "case later": _case_later,
    "case ended": _case_ended,
    "case to mend": _case_to_mend,
    "cases": _cases,
    "no cases": _no_cases,
    "preferences": _preferences,
    "preferences to mend": _preferences_to_mend,
    "personal data": _personal_data,
    "overview": _overview,
    "trends": _trends,
    "trends to mend": _trends_to_mend,
    "label to mend": _label,
    "day to mend": _day_to_mend,
    "demo": _demo,
    "demo opened": _demo_opened,
}

# Where staff sign in


def as_(page: Page, waymark: Waymark, name: str, *roles: Role) -> Colleague:
    """Somebody who has signed in, at this page."""
    colleague = waymark.employ(name, *roles)
    cookie = {"name": SECURE_COOKIE, "value": colleague.session, "secure": True}
    page.context.add_cookies([{**cookie, "url": page_home(page)}])  # type: ignore[list-item]
    return colleague


def page_home(page: Page) -> str:
    """Where the gateway is; browsers take a secure cookie for this very machine as if it came over TLS."""
    page.goto("/signed-out")
    return page.url.removesuffix("/signed-out").replace("http:", "https:")


def _please_sign_in(page: Page, waymark: Waymark) -> None:
    page.goto("/cases")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def _signed_out(page: Page, waymark: Waymark) -> None:
    page.goto("/signed-out")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def _no_role(page: Page, waymark: Waymark) -> None:
    as_(page, waymark, "somebody")
    page.goto("/cases")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def _shared(page: Page, waymark: Waymark) -> None:
    ann, ben = as_(page, waymark, "ann", PRACTITIONER), waymark.employ("ben", PRACTITIONER)
    case = opened(waymark.house.files, waymark.person(ann))
    ann.post(f"/cases/{case}/share", **{"colleague": "ben@north.example", "as": "helper"})
    ben.get(f"/cases/{case}")
    page.goto(f"/cases/{case}")
    for summary in ("Share it with a colleague", "Hand it over to a colleague"):
        page.get_by_text(summary).click()
    page.get_by_label("Their work e-mail address").first.fill("nobody@north.example")
    page.get_by_role("button", name="Share", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()


def _reading(page: Page, waymark: Waymark) -> None:
    ben, ann = as_(page, waymark, "ben", PRACTITIONER), waymark.employ("ann", PRACTITIONER)
    case = opened(waymark.house.files, waymark.person(ann))
    ann.post(f"/cases/{case}/share", **{"colleague": "ben@north.example", "as": "reader"})
    assert ben.get(f"/cases/{case}").status_code == 200
    page.goto(f"/cases/{case}")
    expect(page.get_by_text("Not noted yet").first).to_be_visible()


SIGNED_IN: dict[str, Callable[[Page, Waymark], object]] = {
    "please sign in": _please_sign_in,
    "signed out": _signed_out,
    "no role": _no_role,
    "shared": _shared,
    "reading": _reading,
}
