"""The page on which people say how they want to be reached, and confirm that an e-mail address is theirs."""

from __future__ import annotations

from datetime import time

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request

from bot.channels import asking, visitor
from bot.channels.answering import notice, stranger
from bot.channels.sending import Refused, Unreachable
from bot.door import Door
from bot.preferences import PreferenceError, Reachable

preferences = Blueprint("preferences", __name__)

ORDERS = {
    ("teams", "email"): "Microsoft Teams, and e-mail if that does not work",
    ("email", "teams"): "E-mail, and Microsoft Teams if that does not work",
    ("teams",): "Microsoft Teams",
    ("email",): "E-mail",
    (): "Nowhere else: I look here",
}
"""What is asked, by the channels that push. Everything stands on the page as well, so what comes after it is moot."""
DONE = {
    "order": "Saved. That is where you will be reminded.",
    "quiet": "Saved. These are your quiet hours.",
    "loud": "Saved. You have no quiet hours.",
    "forgotten": "Your e-mail address is forgotten. No e-mail will be sent to you.",
    "asked": "We have sent you an e-mail. Open the link in it within 24 hours.",
    "closed": "Your calendar address works no more.",
    "confirmed": "Thank you. Reminders can be sent to you by e-mail now.",
}
ERRORS = {
    "channel": ("order", "Choose one of these"),
    "quiet": ("quiet", "Enter both times, and let them differ"),
    "time": ("quiet", "Enter times such as 18:00 and 08:00"),
    "address": ("email", "Enter an e-mail address in the correct format, like name@example.com"),
    "too_often": ("email", "We have sent several e-mails today already. Try again tomorrow"),
    "not_sent": ("email", "We could not send an e-mail to that address just now. Check it, or try again later"),
    "no_email": ("email", "This Waymark cannot send e-mail"),
}


@preferences.get("/preferences")
def page() -> Response:
    """How the person is reached now."""
    person = asking.person()
    return _page(person, done=request.args.get("done", "")) if person else stranger()


@preferences.post("/preferences")
def change() -> Response:
    """One change: the form's ``do`` says which."""
    person = asking.person()
    if person is None or not visitor.is_own_form(request, visitor.session_of(request)):
        return stranger()
    try:
        return _change(person)
    except PreferenceError as error:
        return _page(person, error=error.code)


@preferences.get("/preferences/confirm/<token>")
def confirming(token: str) -> Response:
    """Ask whether to take an address. Opening the link alone takes nothing: programs that check mail open links too."""
    door = Door.of(current_app)
    email = door.preferences.offered(token, door.clock.now())
    if email is None:
        return _stale()
    return make_response(render_template("confirm.html", email=email, token=token))


@preferences.post("/preferences/confirm/<token>")
def confirm(token: str) -> Response:
    """Take the address. The link itself is the proof, so that it can be opened on another device."""
    door = Door.of(current_app)
    if not visitor.is_same_site(request) or not door.preferences.confirm_email(token, door.clock.now()):
        return _stale()
    if asking.person():
        return _done("confirmed")
    return make_response(render_template("confirm.html", done=DONE["confirmed"]))


def _change(person: str) -> Response:
    door, given = Door.of(current_app), request.form
    match given.get("do"):
        case "order":
            door.preferences.order(person, _chosen(given.get("order")))
            return _done("order")
        case "quiet":
            door.preferences.quiet(person, _time(given.get("from")), _time(given.get("until")))
            return _done("quiet" if given.get("from") else "loud")
        case "loud":
            door.preferences.quiet(person, None, None)
            return _done("loud")
        case "email":
            return _ask(person, given.get("email", ""))
        case "forget":
            door.preferences.forget_email(person)
            return _done("forgotten")
        case "open":
            secret = door.diary.open(person, door.clock.now())
            return _page(person, feed=f"{door.home}/calendar/{secret}.ics")
        case "close":
            door.diary.close(person)
            return _done("closed")
        case _:
            return _page(person)


def _ask(person: str, email: str) -> Response:
    door = Door.of(current_app)
    try:
        link = door.preferences.offer_email(person, email, door.clock.now())
    except (Unreachable, Refused) as error:
        raise PreferenceError("not_sent") from error
    if door.training:  # nothing left the machine, so the link is shown
        return _page(person, link=link)
    return _done("asked")


def _chosen(order: str | None) -> tuple[str, ...]:
    known = {",".join(channels): channels for channels in ORDERS}
    if order not in known:
        raise PreferenceError("channel")
    return known[order]


def _time(text: str | None) -> time | None:
    """A time of day as forms give it; nothing where nothing was given."""
    if not text:
        return None
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError as error:
        raise PreferenceError("time") from error


def _page(person: str, done: str = "", error: str = "", feed: str = "", link: str = "") -> Response:
    door = Door.of(current_app)
    found = door.preferences.look(person, door.clock.now())
    field, says = ERRORS.get(error, ("", ""))
    words = render_template(
        "preferences.html",
        found=found,
        orders=_offered(found),
        order=",".join(_pushed(found)),
        has_feed=door.diary.is_open(person),
        can_email="email" in found.channels,
        done=DONE.get(done),
        error_field=field,
        error=says,
        given=request.form if error else _given(found),
        feed=feed,
        link=link,
        form_token=visitor.form_token(visitor.session_of(request)),
    )
    return make_response(words, 400 if error else 200)


def _offered(found: Reachable) -> dict[str, str]:
    return {",".join(channels): says for channels, says in ORDERS.items() if set(channels) <= set(found.channels)}


def _pushed(found: Reachable) -> tuple[str, ...]:
    """The channels before the page, among those that there are."""
    order = found.preference.channels
    before = order[: order.index("web")] if "web" in order else order
    return tuple(name for name in before if name in found.channels)


def _given(found: Reachable) -> dict[str, str]:
    """What stands in the fields of the form."""
    hours = {"from": found.preference.quiet_from, "until": found.preference.quiet_until}
    return {name: f"{at:%H:%M}" for name, at in hours.items() if at is not None}


def _done(what: str) -> Response:
    return make_response(redirect(f"/preferences?done={what}", 303))


def _stale() -> Response:
    return notice(404, "This link works no more", "It was used, or is older than a day. You can ask for another.")
