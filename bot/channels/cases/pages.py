"""The list of one's cases, the page of a case, and what can be done there: talk about it, tick off, add a note."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request
from werkzeug.exceptions import NotFound

from bot import replies
from bot.casefiles import CaseFile
from bot.casework.errors import CaseworkError
from bot.casework.intake import Ask
from bot.channels import asking, visitor
from bot.channels.answering import stranger
from bot.channels.asking import person
from bot.channels.cases.around import around
from bot.channels.cases.asking import file_of
from bot.channels.days import NoDay, read_day
from bot.door import Door
from bot.drawing import flowchart
from bot.storage.conversations import StoredMessage
from bot.wording import advising, casefile, filling, letter, refusing, safety

DONE = {
    "ticked": "Saved. What you ticked stands in the record.",
    "taken_back": "Saved. The record says that it was not done after all.",
    "labelled": "Saved. That is what Waymark calls the case wherever it lists your cases.",
    "noted": "Your note stands in the record.",
    "left_out": "Your note stands in the record. Details that identify somebody were left out of it.",
    "shared": "Saved. Your colleague can see the case now.",
    "unshared": "Saved. Your colleague can see the case no more.",
    "handed_over": "Done. The case is your colleague’s now, with its reminders and dates.",
    "doubt": "Your note stands in the record. It sounds as if somebody may be in danger: please answer that first.",
}
ERRORS = {
    "no_such_step": "That is no longer on the list. Nothing was changed",
    "nothing": "Choose what has been done",
    "date_future": "That day has not come yet",
    "date_before": "That is before the day on which the disagreement arose",
    "label_danger": "That sounds as if somebody may be in danger. If so, call 999. A label is a few plain words",
    "empty": "Write the note first",
    "may_only_see": "This case is yours to look at, and not to change. Nothing was changed",
    "nobody": "Nobody in your organisation has signed in to Waymark with that address. Ask them to sign in once",
    "several": "More than one person signs in with that address. Ask your IT team to put it right",
    "theirs": "The case is theirs already",
    "changed_meanwhile": "The case was changed elsewhere at the same moment. Nothing was saved; please try again",
}


def add_to(room: Blueprint) -> None:
    """Make these the pages of the room."""
    room.add_url_rule("/cases", view_func=mine)
    room.add_url_rule("/cases/<reference>", view_func=one)
    room.add_url_rule("/cases/<reference>/talk", view_func=talk, methods=["POST"])
    room.add_url_rule("/cases/<reference>/steps", view_func=tick, methods=["POST"])
    room.add_url_rule("/cases/<reference>/label", view_func=label, methods=["POST"])
    room.add_url_rule("/cases/<reference>/notes", view_func=note, methods=["POST"])


def mine() -> Response:
    """One's cases, the open ones first."""
    actor, door = person(), Door.of(current_app)
    if actor is None:
        return stranger()
    now = door.clock.now()
    page = render_template(
        "cases.html",
        cases=[_listed(file) for file in door.files.mine(actor, now)],
        shared=[_listed(file) for file in door.files.shared(actor, now)],
        done=DONE.get(request.args.get("done", "")),
        form_token=_form_token(),
    )
    return make_response(page)


def _listed(file: CaseFile) -> dict[str, Any]:
    return {
        "reference": file.case.reference,
        "label": file.case.label,
        "policy": file.policy.named if file.policy else "",
        "standing": casefile.standing(file),
        "due": casefile.due(file),
        "open": file.case.is_open,
        "late": bool(file.desk.advice and file.case.is_open and file.desk.advice.overdue),
    }


def one(reference: str) -> Response:
    """The page of one's own case."""
    actor = person()
    if actor is None:
        return stranger()
    return _page(file_of(reference), done=request.args.get("done", ""))


def talk(reference: str) -> Response:
    """The conversation is about this case from now on."""
    actor, door = person(), Door.of(current_app)
    if actor is None or not visitor.is_own_form(request, visitor.session_of(request)):
        return stranger()
    try:
        door.files.turn_to(actor, reference, door.clock.now())
    except CaseworkError as error:
        return refused(reference, error, "main")
    return make_response(redirect("/#latest", 303))


def tick(reference: str) -> Response:
    """Something has been done, or was ticked by mistake."""
    actor, door, given = person(), Door.of(current_app), request.form
    if actor is None or not visitor.is_own_form(request, visitor.session_of(request)):
        return stranger()
    now = door.clock.now()
    try:
        if undone := given.get("undo"):
            door.files.take_back(actor, reference, undone, now)
            return _back(reference, "taken_back", "owed")
        door.files.tick(actor, reference, _ticked(), _day(), now)
    except CaseworkError as error:
        return refused(reference, error, "on" if error.code.startswith("date") else "owed")
    return _back(reference, "ticked", "owed")


def label(reference: str) -> Response:
    """What the person calls the case: masked like all words, and screened, for words of danger count wherever."""
    actor, door = person(), Door.of(current_app)
    if actor is None or not visitor.is_own_form(request, visitor.session_of(request)):
        return stranger()
    words = request.form.get("label", "")
    heard = door.conversation.hear(words)
    try:
        if heard.level in ("alarm", "ask"):
            door.files.note(actor, reference, "", heard.level, door.clock.now())
            raise CaseworkError("label_danger")
        if heard.length and not heard.text:
            raise CaseworkError("label_long")
        door.files.relabel(actor, reference, heard.text, door.clock.now())
    except CaseworkError as error:
        return refused(reference, error, "label", words)
    return _back(reference, "labelled", "main")


def note(reference: str) -> Response:
    """Words for the record: masked and screened before anything of them is kept."""
    actor, door = person(), Door.of(current_app)
    if actor is None or not visitor.is_own_form(request, visitor.session_of(request)):
        return stranger()
    words = request.form.get("text", "")
    heard = door.conversation.hear(words)
    try:
        if heard.text or heard.level == "alarm":
            door.files.note(actor, reference, heard.text, heard.level, door.clock.now())
        if not heard.text:
            raise CaseworkError("too_long" if heard.length else "empty", length=f"{heard.length:,}")
    except CaseworkError as error:
        return refused(reference, error, "note", words)
    kind = "doubt" if heard.level == "ask" else "left_out" if heard.left_out else "noted"
    return _back(reference, kind, "main" if heard.level in ("alarm", "ask") else "record")


def _ticked() -> list[str]:
    rules = request.form.getlist("rule")
    if not rules:
        raise CaseworkError("nothing")
    return rules


def _day() -> date | None:
    """The day that the form gives; None where it gives none, which means now."""
    try:
        return read_day(request.form, "on", "The day")
    except NoDay as wrong:
        raise CaseworkError("date", says=wrong.says) from wrong


def _back(reference: str, done: str, place: str) -> Response:
    return make_response(redirect(f"/cases/{reference}?done={done}#{place}", 303))


def refused(reference: str, error: CaseworkError, place: str, words: str = "") -> Response:
    """The page again, with what was wrong and with what was typed. Raises NotFound where there is no such case."""
    if error.code == "not_yours":
        raise NotFound from error
    status = 403 if error.code == "may_only_see" else 400
    says = ERRORS.get(error.code) or refusing.REFUSALS.get(error.code, "That could not be done. Nothing was changed")
    if error.code == "date":
        says = error.about["says"]
    if error.code == "too_long":
        says = f"That is {error.about['length']} characters; a note may have {replies.TEXT_LIMIT:,}. Nothing was saved"
    return _page(file_of(reference), error=says, place=place, words=words, status=status)


def _page(
    file: CaseFile, done: str = "", error: str = "", place: str = "", words: str = "", status: int = 200
) -> Response:
    viewer = asking.person() or ""
    page = render_template(
        "case.html",
        **_now(file),
        **_standing(file),
        **_papers(file),
        **around(file, viewer),
        owed=casefile.checklist(file, viewer=viewer),
        reference=file.case.reference,
        label=file.case.label,
        record=casefile.said_record(file, "You", viewer),
        done=DONE.get(done),
        error=error,
        place=place,
        words=words,
        given=request.form,
        ticked=request.form.getlist("rule"),
        form_token=_form_token(),
    )
    return make_response(page, status)


def _now(file: CaseFile) -> dict[str, Any]:
    """What comes first: danger, the questions that are open, then what to do."""
    desk, advice = file.desk, file.desk.advice
    person_ = file.case.person
    alarm = safety.emergency(desk.policy, person_, own=desk.own) if file.alarm_today else None
    shown = advising.advice(advice) if advice and file.case.is_open else None
    return {
        "alarm": StoredMessage(None, alarm, file.now) if alarm else None,
        "asks_danger": Ask.RISK in desk.asks and not alarm,
        "asks_more": bool(desk.asks) and file.case.is_open,
        "advice": StoredMessage(None, shown, file.now) if shown else None,
        "overdue": bool(advice and advice.overdue),
        "lost": file.lost,
    }


def _standing(file: CaseFile) -> dict[str, Any]:
    policy, case = file.policy, file.case
    done = {leg.stage.id: leg.done_on for leg in file.way if leg.done_on}
    return {
        "policy": policy.titled if policy else "",
        "standing": casefile.standing(file),
        "open": case.is_open,
        "way": [(leg, casefile.leg(file, leg)) for leg in file.way] if case.stage else [],
        "chart": flowchart(policy, case.stage, done) if policy and case.stage else "",
        "dates": filling.timescales(file) if case.is_open else [],
    }


def _papers(file: CaseFile) -> dict[str, Any]:
    forms = [
        {
            "id": paper.form.id,
            "name": paper.form.name,
            "due": paper.due,
            "says": casefile.form_about(file, paper.form) if paper.due else [casefile.not_due(paper)],
        }
        for paper in file.paperwork
    ]
    return {
        "forms": forms,
        "no_form": casefile.no_form(file),
        "message": letter.message(file),
        "message_advice": letter.advice_on(file),
    }


def _form_token() -> str:
    return visitor.form_token(visitor.session_of(request))
