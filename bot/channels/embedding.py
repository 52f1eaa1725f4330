"""Waymark on somebody else's page: the script that one line puts there, and in training a page that shows it."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, make_response, render_template
from werkzeug.exceptions import NotFound

from bot.door import Door

embedding = Blueprint("embedding", __name__)

DEMO = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"
AN_HOUR = 3600


@embedding.get("/embed.js")
def script() -> Response:
    """The script. Pages of other sites load it; it holds nothing of anybody's."""
    response = current_app.send_static_file("embed.js")
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.cache_control.max_age, response.cache_control.no_cache = AN_HOUR, None
    return response


@embedding.get("/demo")
def demo() -> Response:
    """An intranet page with Waymark on it, to be tried in training. Raises NotFound in earnest."""
    if Door.of(current_app).training is None:
        raise NotFound
    response = make_response(render_template("demo.html"))
    response.headers["Content-Security-Policy"] = f"{DEMO}; frame-ancestors 'none'"
    return response
