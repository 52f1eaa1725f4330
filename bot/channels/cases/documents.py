"""The documents of one's own case, to take away: its record, the policy's forms, the message to the other agency."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, request
from werkzeug.exceptions import NotFound

from bot.casefiles import CaseFile
from bot.casework.owed import Paperwork
from bot.casework.paper import Paper
from bot.channels.answering import notice, stranger
from bot.channels.asking import person
from bot.channels.cases.asking import file_of
from bot.printing import MIMETYPES, printed
from bot.wording import casefile, letter, papers


def add_to(room: Blueprint) -> None:
    """Make these the documents of the room."""
    room.add_url_rule("/cases/<reference>/record.<any(docx, pdf):kind>", view_func=record)
    room.add_url_rule("/cases/<reference>/form.<any(docx, pdf):kind>", view_func=form)
    room.add_url_rule("/cases/<reference>/message.txt", view_func=message)


def record(reference: str, kind: str) -> Response:
    """The chronology for the case file."""
    actor = person()
    if actor is None:
        return stranger()
    return _file(papers.record(file_of(reference)), f"{reference}-record", kind)


def form(reference: str, kind: str) -> Response:
    """The form that is due, or the one that ``?form=`` names. Where the policy has none the record takes its place."""
    actor = person()
    if actor is None:
        return stranger()
    file = file_of(reference)
    chosen = _chosen(file, request.args.get("form"))
    if chosen is None:
        return _file(papers.record(file, casefile.no_form(file)), f"{reference}-record", kind)
    if not chosen.due:
        return notice(409, f"{chosen.form.name}: not due yet", casefile.not_due(chosen))
    return _file(papers.form(file, chosen.form), f"{reference}-{chosen.form.id}", kind)


def message(reference: str) -> Response:
    """The message to the other agency, as plain text."""
    actor = person()
    if actor is None:
        return stranger()
    text = letter.message(file_of(reference))
    if not text:
        return notice(409, "There is no message yet", "It can be drafted once the case has reached a stage.")
    response = make_response(text)
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    response.headers["Cache-Control"] = "no-store"
    return response


def _chosen(file: CaseFile, named: str | None) -> Paperwork | None:
    """The form asked for: else the last that is due, else the first that the document prints, else none.

    Raises NotFound for a form that the policy does not have.
    """
    if named is not None:
        found = next((paper for paper in file.paperwork if paper.form.id == named), None)
        if found is None:
            raise NotFound
        return found
    due = [paper for paper in file.paperwork if paper.due]
    return due[-1] if due else next((paper for paper in file.paperwork if not paper.form.ours), None)


def _file(paper: Paper, name: str, kind: str) -> Response:
    response = make_response(printed(paper, kind))
    response.headers["Content-Type"] = MIMETYPES[kind]
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    response.headers["Cache-Control"] = "no-store"
    return response
