"""Why something was not done, and what can be done instead. Nothing has changed."""

from __future__ import annotations

from bot.casework.errors import CaseworkError
from bot.casework.message import Block, Button, Kind, Message
from bot.casework.policy import Policy
from bot.service import Desk
from bot.wording.advising import NEXT_STEP
from bot.wording.shaping import text
from bot.wording.turning import REOPEN, START_AGAIN

REFUSALS = {
    "no_case": "You have not told me about a disagreement yet. Say what happened, in your own words.",
    "may_only_see": "This case is yours to look at, and not to change. Nothing was changed.",
    "no_policy": "Tell me first which area it is in, and I look it up in that area’s policy.",
    "not_ready": "I need a little more before I can say where that leaves you.",
    "closed": "This case is closed. You can open it again, or start a new one.",
    "date_future": "That day has not come yet. Which day was it?",
    "date_before": "That is before the day on which the disagreement arose. Which day was it?",
    "date_past": "That day is over. Which date did you agree on?",
    "date_far": "That day is more than a year away. Which date did you agree on?",
    "date_unknown": "Which date did you agree on? For example: Friday 11 December.",
    "nothing_to_do": "Everything that is yours to do at this stage is noted as done. How did it end?",
    "changed_meanwhile": "The case was changed elsewhere at the same moment, so I changed nothing. Please look again.",
    "turn_over": "That took too long, so I changed nothing. Please look again where your case stands.",
    "nothing_to_change": "I have nothing noted on that yet.",
    "not_resolved_yet": "This case is still open.",
    "label_name": "That may be somebody’s name, so I left it out and changed nothing. Choose words that name nobody.",
    "label_long": "That is too long for a label: 40 characters at most, please. Nothing was changed.",
    "label_taken": "Another open case of yours is called that already, so I changed nothing. Choose another label.",
    "not_yours": "I know no case of yours with that reference. Say “my cases”, and I show them.",
}


def refusal(error: CaseworkError, desk: Desk) -> Message:
    """Why something was not done, and what can be done instead. Nothing has changed."""
    policy = desk.policy
    return Message(Kind.REFUSAL, tuple(_refused(error, policy)), _instead(error, desk), _because(error, policy))


def _refused(error: CaseworkError, policy: Policy | None) -> list[Block]:
    if error.code in ("no_extension", "only_shorter") and policy:
        stands = "the date that I gave you stands" if error.code == "no_extension" else "a later date cannot count"
        return [
            text(f"Here {stands}, and nothing was changed."),
            text(f"{policy.longer.says} ({policy.longer.at})"),
        ]
    if error.code == "last_stage" and policy:
        return [
            text("This is the last stage of the policy: there is no further one."),
            text(f"{policy.final.says} ({policy.final.at})"),
            text("If the person is still not safe, tell your safeguarding lead and social care again, and say why."),
        ]
    return [text(REFUSALS.get(error.code, "I could not do that, and nothing was changed."))]


def _instead(error: CaseworkError, desk: Desk) -> tuple[Button, ...]:
    if error.code == "closed":
        return (REOPEN, START_AGAIN)
    return (NEXT_STEP,) if desk.advice else ()


def _because(error: CaseworkError, policy: Policy | None) -> tuple[str, ...]:
    if policy is None:
        return ()
    rules = {
        "no_extension": policy.longer.rule,
        "only_shorter": policy.longer.rule,
        "last_stage": policy.final.rule,
    }
    return (rules[error.code],) if error.code in rules else ()
