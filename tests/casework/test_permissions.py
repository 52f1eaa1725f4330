"""The table of who may do what, cell by cell: a change to it is a change here, and somebody looks at it twice."""

from __future__ import annotations

import pytest

from bot.casework.permissions import Action, Actor, Role, Tie, may, may_with

TABLE = """
              talk  see_overview  see_case  add_to_case  share_case  hand_over_case  see_looks_at_case
practitioner  yes   -             -         -            -           -               -
coordinator   yes   yes           -         -            -           -               -
trainee       yes   yes           -         -            -           -               -
owner         -     -             yes       yes          yes         yes             yes
helper        -     -             yes       yes          -           -               -
reader        -     -             yes       -            -           -               -
overseer      -     -             yes       -            -           yes             yes
none          -     -             -         -            -           -               -
"""
HEAD, *ROWS = [line.split() for line in TABLE.strip().splitlines()]
CELLS = [(row[0], action, cell == "yes") for row in ROWS for action, cell in zip(HEAD, row[1:], strict=True)]


def test_every_cell_is_written_here() -> None:
    assert set(HEAD) == set(Action)
    assert {row[0] for row in ROWS} == {*Role, *Tie}


@pytest.mark.parametrize(("held", "action", "allowed"), CELLS)
def test_a_cell(held: str, action: str, allowed: bool) -> None:
    what = Role(held) if held in set(Role) else Tie(held)

    assert may(what, Action(action)) is allowed


def test_several_roles_add_up_and_none_allows_nothing() -> None:
    both = Actor("a", frozenset({Role.PRACTITIONER, Role.COORDINATOR}))

    assert both.may(Action.TALK) and both.may(Action.SEE_OVERVIEW)
    assert not any(Actor("a", frozenset()).may(action) for action in Action)


def test_several_ties_add_up_and_none_allows_nothing() -> None:
    assert may_with([Tie.READER, Tie.OVERSEER], Action.SEE_LOOKS_AT_CASE)
    assert may_with([Tie.OVERSEER, Tie.READER], Action.SEE_LOOKS_AT_CASE)
    assert not may_with([Tie.READER, Tie.OVERSEER], Action.ADD_TO_CASE)
    assert not any(may_with([], action) or may_with([Tie.NONE], action) for action in Action)


def test_a_coordinator_oversees_their_own_organisation_only() -> None:
    coordinator = Actor("a", frozenset({Role.COORDINATOR}), "north")

    assert coordinator.oversees("north")
    assert not coordinator.oversees("south") and not coordinator.oversees("")
    assert not Actor("a", organisation="north").oversees("north")
    assert not Actor("a", frozenset({Role.TRAINEE})).oversees("")
