"""The coordinator's overview on the web: where the open cases stand, and what became of those of a period."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, make_response, render_template, request

from bot.casework.calendar import local_date
from bot.casework.counting import Due, Period, Quiet, Wanted
from bot.casework.errors import CaseworkError
from bot.casework.permissions import Action, Actor
from bot.casework.tallies import Place
from bot.casework.vocabulary import Agency, Category
from bot.channels.answering import notice, stranger
from bot.channels.asking import actor
from bot.channels.days import NoPeriod, read_period, typed_day, year_until
from bot.door import Door
from bot.drawing.bars import bars
from bot.printing import MIMETYPES, saved
from bot.wording import overseeing, reporting, tallying

overview = Blueprint("overview", __name__)

NOT_ALLOWED = ("This page is for coordinators", "Your own cases are under Your cases.")
NO_SUCH_FILTER = ("I do not know that filter", "Open the overview again and choose from its lists.")
NO_SUCH_PERIOD = ("I cannot read that period", "Open Trends and choose the two days there. Nothing was changed.")
T = TypeVar("T")


class _Unknown(Exception):
    """The address asks for something that there is not."""


@overview.get("/overview")
def page() -> Response:
    """Open cases: how many stand where, what a coordinator should see, and a list to page through."""
    who, door = actor(), Door.of(current_app)
    if who is None:
        return stranger()
    try:
        wanted = _wanted(door)
        view = door.overview.look(who, wanted, _place(), door.clock.now())
    except CaseworkError:
        return notice(403, *NOT_ALLOWED)
    except _Unknown:
        return notice(400, *NO_SUCH_FILTER)
    said = overseeing.page(view, door.overview.policies)
    return make_response(render_template("overview.html", **said, **_choices(door, wanted)))


@overview.get("/overview/trends")
def trends() -> Response:
    """What became of the escalations of a period, in tables with a picture beside each."""
    asked = _asked()
    if isinstance(asked, Response):
        return asked
    who, door, wanted, period = asked
    try:
        report = door.overview.report(who, period, wanted, door.clock.now())
    except CaseworkError:
        return notice(403, *NOT_ALLOWED)
    tables = [
        {"sheet": sheet, "rows": overseeing.told(sheet), "picture": bars(sheet) if sheet.drawn and sheet.rows else ""}
        for sheet in reporting.sheets(report, door.overview.policies)
    ]
    said = {
        "tables": tables,
        "period": tallying.period(period),
        "only": tallying.wanted(door.overview.policies, wanted),
        **_days(period),
    }
    return make_response(render_template("trends.html", **said, **_choices(door, wanted)))


def _to_mend(problem: NoPeriod, door: Door, wanted: Wanted) -> Response:
    """The page with what was typed and what is wrong with it, and without figures, which would be of other days."""
    period = year_until(local_date(door.clock.now()))
    said = {**_days(period), "typed": request.args, "problem": problem, "error": problem.says}
    return make_response(render_template("trends.html", **said, **_choices(door, wanted)), 400)


def _days(period: Period) -> dict[str, Any]:
    given = {"from": period.first.isoformat(), "to": period.last.isoformat()}
    typed = typed_day(period.first, "from") | typed_day(period.last, "to")
    return {"given": given, "typed": typed, "query": urlencode(_given() | given)}


@overview.get("/overview/report.<any(xlsx, csv):kind>")
def download(kind: str) -> Response:
    """The same as a workbook or as text."""
    asked = _asked()
    if isinstance(asked, Response):
        return asked
    who, door, wanted, period = asked
    try:
        report = door.overview.report(who, period, wanted, door.clock.now())
    except CaseworkError:
        return notice(403, *NOT_ALLOWED)
    sheets = reporting.sheets(report, door.overview.policies)
    about = reporting.about(report, door.overview.policies)
    response = make_response(saved(sheets, about, kind))
    response.headers["Content-Type"] = MIMETYPES[kind]
    name = f"waymark-{period.first.isoformat()}-{period.last.isoformat()}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _asked() -> Response | tuple[Actor, Door, Wanted, Period]:
    who, door = actor(), Door.of(current_app)
    if who is None:
        return stranger()
    if not who.may(Action.SEE_OVERVIEW):
        return notice(403, *NOT_ALLOWED)
    try:
        wanted = _wanted(door)
        return who, door, wanted, read_period(request.args, local_date(door.clock.now()))
    except _Unknown:
        return notice(400, *NO_SUCH_FILTER)
    except NoPeriod as problem:
        return _to_mend(problem, door, wanted)
    except ValueError:
        return notice(400, *NO_SUCH_PERIOD)


def _wanted(door: Door) -> Wanted:
    policies = door.overview.policies
    stages = {stage.id for policy in policies.values() for stage in policy.stages}
    return Wanted(
        policy=_one("policy", policies),
        stage=_one("stage", {stage: stage for stage in stages}),
        agency=_one("by", {each.value: each for each in Agency}, Agency),
        other_agency=_one("agency", {each.value: each for each in Agency}, Agency),
        category=_one("category", {each.value: each for each in Category}, Category),
        due=_one("due", {each.value: each for each in Due}, Due),
        quiet=_one("quiet", {each.value: each for each in Quiet}, Quiet),
    )


def _one(name: str, known: Mapping[str, Any], kind: Callable[[str], T] = str) -> T | None:  # type: ignore[assignment]
    given = request.args.get(name, "")
    if given and given not in known:
        raise _Unknown(name)
    return kind(given) if given else None


def _place() -> Place | None:
    """After which case the list goes on: its date in seconds since 1970, or ``none``, and its reference."""
    given = request.args.get("after", "")
    if not given:
        return None
    due, _, reference = given.partition("~")
    try:
        return Place(None if due == "none" else datetime.fromtimestamp(int(due) / 1_000_000, UTC), reference[:16])
    except (ValueError, OverflowError, OSError) as error:
        raise _Unknown("after") from error


def _given() -> dict[str, str]:
    names = ("policy", "stage", "agency", "by", "category", "due", "quiet")
    return {name: value for name in names if (value := request.args.get(name, ""))}


def _choices(door: Door, wanted: Wanted) -> dict[str, Any]:
    return {"filters": overseeing.filters(wanted, door.overview.policies), "filtered": bool(_given())}
