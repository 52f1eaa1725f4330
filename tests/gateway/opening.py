"""Gateways for tests: the routes are worked out once for each sort of door, which takes longer than most tests do."""

from __future__ import annotations

from copy import copy

from flask import Flask

from bot.door import Door
from bot.gateway import create_app

_FRAMES: dict[tuple[object, ...], Flask] = {}


def open_gateway(door: Door) -> Flask:
    """A gateway with that door, as :func:`create_app` makes it."""
    if door.ways_in or door.proxies:
        return create_app(door=door)
    sort = (door.page, door.training is None, door.sign_ins is None, door.framers)
    if sort not in _FRAMES:
        _FRAMES[sort] = create_app(door=door)
    app = copy(_FRAMES[sort])
    app.extensions = {"waymark": door}  # all that a gateway knows of its own
    return app
