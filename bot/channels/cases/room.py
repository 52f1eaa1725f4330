"""The routes of the case pages, put together."""

from __future__ import annotations

from flask import Blueprint

from bot.channels.cases import documents, pages, people

cases = Blueprint("cases", __name__)
pages.add_to(cases)
documents.add_to(cases)
people.add_to(cases)
