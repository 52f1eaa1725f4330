"""The only public door: the Flask application, its health, its headers, and its calm answer when something breaks."""

from __future__ import annotations

import logging
import time
import traceback
from datetime import datetime
from typing import Any

from flask import Flask, Response, current_app, g, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix

from bot import logs, metrics
from bot.casework.calendar import london, say_date, say_moment
from bot.casework.permissions import Action, Actor
from bot.channels import visitor
from bot.channels.answering import notice, reply
from bot.channels.asking import NoRole
from bot.channels.calendar import calendar
from bot.channels.cases import cases
from bot.channels.embedding import embedding
from bot.channels.holding_back import hold_back
from bot.channels.overview import overview
from bot.channels.personal import personal
from bot.channels.preferences import preferences
from bot.channels.signing_in import signing_in
from bot.channels.training import training
from bot.channels.web import chat
from bot.config import Settings
from bot.directory import DirectoryDown
from bot.door import Door
from bot.replies import TEXT_LIMIT

log = logging.getLogger(__name__)

BODY_LIMIT = 64 * 1024
CONTENT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors "
)
HEADERS = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
NOTICES = {
    404: ("There is no such page", "Nothing was saved and nothing was changed."),
    405: ("That cannot be done here", "Nothing was saved and nothing was changed."),
    413: (
        "That is too much at once",
        f"I can read up to {TEXT_LIMIT:,} characters at a time. Nothing was saved.",
    ),
    500: ("Something went wrong", "It is not your doing. Nothing of your last message was saved."),
    503: ("I cannot answer just now", "Nothing of your last message was saved."),
}
NO_ROLE = (
    "You have no part in Waymark yet",
    "You are signed in, but your organisation has given you no role here. Ask your safeguarding lead or your IT team.",
)
NO_DIRECTORY = (
    "Signing in does not work just now",
    "Your organisation’s directory does not answer. It is not your doing, and nothing was changed.",
)
OTHERWISE = ("I could not read that", "Nothing was saved and nothing was changed.")


def serve() -> Flask:
    """The gateway as a process of its own, with its log and its metrics."""
    logs.configure()
    metrics.serve(Settings.from_environment())
    return create_app()


def create_app(settings: Any = None, door: Door | None = None) -> Flask:
    """The gateway: with the parts that the settings (or else the environment) ask for, unless they are given."""
    if door is None:
        from actions.understudy import Understudy
        from bot import bootstrap

        made = bootstrap.build(settings) if settings else bootstrap.parts()
        door = bootstrap.door(made, Understudy(made))
    app = Flask("bot", static_url_path="/static")
    app.config["MAX_CONTENT_LENGTH"] = BODY_LIMIT
    app.extensions["waymark"] = door
    if door.proxies:  # a visitor's own address, as the nearest proxies of ours tell it, and never as visitors do
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=door.proxies, x_proto=door.proxies)  # type: ignore[method-assign]
    app.url_map.strict_slashes = False  # an address is typed by hand, too
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    pages = (chat, cases, overview, preferences, calendar, personal) if door.page else ()
    framed = (embedding,) if door.page and (door.training or door.framers) else ()
    ways = (signing_in,) if door.sign_ins else (training,) if door.training else ()
    for room in (*pages, *framed, *ways, *door.ways_in):
        app.register_blueprint(room)
    app.add_url_rule("/livez", view_func=lambda: reply({"status": "ok"}), endpoint="livez")
    app.add_url_rule("/healthz", view_func=_health, endpoint="healthz")
    app.add_template_filter(_said_at, "said_at")
    app.context_processor(_surroundings)
    app.before_request(_begin)
    app.before_request(hold_back)
    app.after_request(_guard)
    app.after_request(_count)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(NoRole, _without_role)
    app.register_error_handler(DirectoryDown, _without_directory)
    app.register_error_handler(Exception, _broken)
    return app


def _health() -> Response:
    """Each part and its state; 200 only when a message can be answered, which needs no worker."""
    door = Door.of(current_app)
    needed = {name: _works(name, check) for name, check in door.checks.items()}
    besides = {name: _works(name, check) for name, check in door.besides.items()}
    status = "down" if not all(needed.values()) else "ok" if all(besides.values()) else "degraded"
    parts = {name: "ok" if works else "down" for name, works in {**needed, **besides}.items()}
    return reply({"status": status, "parts": parts}, 503 if status == "down" else 200)


def _works(name: str, check: Any) -> bool:
    try:
        return bool(check())
    except Exception as error:  # a check that breaks is a part that is down
        log.warning("health: part=%s error=%s", name, type(error).__name__)
        return False


def _surroundings() -> dict[str, Any]:
    """What every page shows around its content. It must not stand in the way of a notice when the database is down."""
    door = Door.of(current_app)
    if door.sign_ins:
        session = visitor.session_of(request)
        who: Actor | None = g.get("actor")  # only where the page has asked: what surrounds it asks for nothing
        oversees = who is not None and who.may(Action.SEE_OVERVIEW)
        return {"training": False, "sign_out": visitor.form_token(session) if session else "", "oversees": oversees}
    if not door.training:
        return {"training": False}
    try:
        now = door.training.clock.now()
    except SQLAlchemyError:
        return {"training": True, "oversees": True, "clock_says": "", "clock_value": ""}
    says, value = say_moment(now), f"{london(now):%Y-%m-%dT%H:%M}"
    return {"training": True, "oversees": True, "clock_says": says, "clock_value": value}


def _said_at(moment: datetime) -> str:
    """ "Thursday 24 December 2026, 15:00"; that times are London time stands at the foot of each page."""
    return f"{say_date(london(moment).date())}, {london(moment):%H:%M}"


def _guard(response: Response) -> Response:
    """The headers of every answer. What an answer says itself stands."""
    door = Door.of(current_app)
    ancestors = (*(("'self'",) if door.training else ()), *door.framers) or ("'none'",)
    for name, value in {**HEADERS, "Content-Security-Policy": CONTENT + " ".join(ancestors)}.items():
        response.headers.setdefault(name, value)
    if door.home.startswith("https:"):
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    if response.mimetype in ("text/html", "application/json") or response.status_code == 204:
        response.headers["Cache-Control"] = "no-store"
    return response


def _begin() -> None:
    g.began = time.monotonic()


def _count(response: Response) -> Response:
    """By the name of the route, for the path may hold the reference of a case."""
    route = request.endpoint or "none"
    metrics.REQUESTS.labels(route, str(response.status_code)).inc()
    metrics.SECONDS.labels(route).observe(time.monotonic() - g.get("began", time.monotonic()))
    return response


def _without_role(_error: NoRole) -> Response:
    return notice(403, *NO_ROLE, ("/", "Try again"))


def _without_directory(error: DirectoryDown) -> Response:
    log.warning("the directory is down: %s", error)
    return notice(503, *NO_DIRECTORY, (request.full_path.rstrip("?"), "Try again") if request.method == "GET" else None)


def _refused(error: HTTPException) -> Response:
    status = error.code or 500
    return notice(status, *NOTICES.get(status, OTHERWISE))


def _broken(error: Exception) -> Response:
    """Anything else. The log gets the kind of error and where it happened, never its message: that may hold a text."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{f.filename.rpartition('/')[2]}:{f.lineno} {f.name}" for f in reversed(frames[-6:]))
    log.error("unexpected: %s at %s", type(error).__name__, places)
    status = 503 if isinstance(error, SQLAlchemyError) else 500
    return notice(status, *NOTICES[status])
