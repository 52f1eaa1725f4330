"""What is told once the last case is settled. It is not rewritten by that, and nothing told is lost."""

from __future__ import annotations

from actions.turn import Turn
from bot.casework.case import Case
from bot.casework.intake import Told
from bot.casework.message import Block
from bot.service import Casework
from bot.wording import turning


def is_settled(case: Case | None) -> bool:
    return case is not None and not case.is_open


def begun_anew(casework: Casework, turn: Turn, told: Told) -> list[Block]:
    """Begins a new case where what is told can not be about the settled one, and says so; else nothing."""
    before = casework.look(turn.actor, turn.now).case
    if before is None or before.is_open or not turn.tells or not _is_another(told, before):
        return []
    casework.start_again(turn.actor, turn.now)
    return list(turning.started_again(before).blocks)


def _is_another(told: Told, case: Case) -> bool:
    """Another area, or an adult instead of a child."""
    pairs = ((told.policy, case.policy), (told.person, case.person))
    return any(new is not None and old is not None and new != old for new, old in pairs)
