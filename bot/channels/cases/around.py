"""What the page of a case says of the people around it."""

from __future__ import annotations

from typing import Any

from flask import current_app

from bot.casefiles import CaseFile
from bot.casework.permissions import Action
from bot.door import Door
from bot.wording import sharing as wording


def around(file: CaseFile, viewer: str) -> dict[str, Any]:
    """What the page of a case says of the people around it. Sharing needs sign-in: it tells colleagues apart."""
    signed_in = Door.of(current_app).sign_ins is not None
    found, names = Door.of(current_app).files.around(file)
    owner = names.get(file.person, "a colleague")
    return {
        "someone_elses": wording.someone_elses(file.ties, owner) if file.person != viewer else "",
        "can_add": file.may(Action.ADD_TO_CASE),
        "can_share": signed_in and file.may(Action.SHARE_CASE),
        "can_hand_over": signed_in and file.may(Action.HAND_OVER_CASE),
        "shares": wording.shared(found.shares, names) if file.may(Action.SHARE_CASE) else [],
        "looks": wording.looked(found.looks, names) if file.may(Action.SEE_LOOKS_AT_CASE) else [],
        "owner": owner,
    }
