"""Reminders in words, made when they are delivered from the case as it is then; and what is said to their buttons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.casework.advice import Advice, Running
from bot.casework.calendar import local_date, london, say_date
from bot.casework.message import Block, Button, Kind, Message, Shape
from bot.casework.policy import Policy
from bot.casework.reminders import CHASES, Planned, Reminder, Reply
from bot.casework.reminders import Kind as For
from bot.reminding import Effect, Replied
from bot.service import Desk
from bot.wording import advising, questions, refusing, timing, turning
from bot.wording.shaping import answer, capital, caution, heading, listed, named, small, text

DANGER = small("If someone is in danger now, call 999 first. Do not wait for me.")
SAID = {
    Reply.RESOLVED: "Resolved",
    Reply.NOT_RESOLVED: "Not resolved",
    Reply.NO_ANSWER: "No answer yet",
    Reply.NEW_DATE: "New date agreed",
}


def reminder(sent: Reminder, desk: Desk) -> Message | None:
    """What is due, what to do, whom to contact, how it was counted; None where there is nothing left to say."""
    found = desk.advice
    if found is None or not found.case.is_open:
        return None
    if sent.planned.kind is For.COORDINATOR:
        return _for_coordinator(sent, found)
    item = _limit_of(sent.planned, found)
    blocks = [
        heading(f"Reminder: {found.policy.named}, {found.stage.label}"),
        small(f"Case {named(found.case)}"),
        text(_lead(sent.planned, found, item)),
        *_dates(item, found),
        *_to_do(found),
        *_tonight(sent.planned, found),
        *_chased(sent.planned),
        DANGER,
    ]
    cites = advising.cites(found)
    return Message(Kind.REMINDER, tuple(block for block in blocks if block.lines), buttons(sent, found), cites)


def buttons(sent: Reminder, found: Advice) -> tuple[Button, ...]:
    """What can be answered; a stage with no next one has nothing to move to."""
    onward = f"Not resolved: go to {found.next_stage.label}" if found.next_stage else SAID[Reply.NOT_RESOLVED]
    titles = {**SAID, Reply.NOT_RESOLVED: onward}
    return tuple(Button(titles[reply], payload(sent, reply)) for reply in titles)


def payload(sent: Reminder, reply: Reply) -> str:
    """What a button stands for, inside Waymark only."""
    return f'/reminder{{"case":"{sent.case}","reminder":"{sent.id}","reply":"{reply}"}}'


def settled(sent: Sequence[Reminder]) -> Message:
    """What stands in the place of reminders that nobody can answer any more."""
    return Message(Kind.ANSWER, tuple(text(_settled(each)) for each in sent))


def _settled(sent: Reminder) -> str:
    about = f"This was a reminder about your case {sent.case}."
    if sent.answered_at is not None:
        return f"{about} It was answered{_with(sent)}."
    return f"{about} The case has moved on since, so there is nothing to answer here."


def due(sent: Reminder) -> str:
    """The date that the reminder is about: "Thursday 24 December 2026", or nothing."""
    return say_date(_last_day(sent.planned.moment)) if sent.planned.moment else ""


def stage(desk: Desk) -> str:
    """Where the case stands: "Stage 2: Escalate to line manager"."""
    return f"{desk.advice.stage.label}: {desk.advice.stage.name}" if desk.advice else ""


def replied(found: Replied, policies: Sequence[Policy]) -> tuple[Message, ...]:
    """What is said to a pressed button: what came of it, then what follows."""
    match found.effect:
        case Effect.ALREADY:
            return (_aside(found, _already(found.reminder)),)
        case Effect.MOVED:
            return (_aside(found, _moved(found.desk)),)
        case Effect.BUSY:
            return (_aside(found, BUSY),)
        case _:
            return _followed(found, policies)


ELSE = "If it is different by now, tell me, for example “it is resolved” or “they refused”."
BUSY = (
    "A question about another case of yours is still open, so I have changed nothing. Answer that one first; "
    "then press this again, it does not run out."
)


def ask_for_date(found: Replied) -> Message:
    """How to tell an agreed date while the assistant is down."""
    return _aside(
        found,
        "I cannot take the date just now, and nothing was changed. Write the agreement down. "
        "Press this again later, or tell me then: “we agreed on Friday 11 December”.",
    )


def _followed(found: Replied, policies: Sequence[Policy]) -> tuple[Message, ...]:
    desk, case = found.desk, found.desk.case
    if found.refused is not None:
        return (_only_if_turned(found, refusing.refusal(found.refused, desk)),)
    if found.reply is Reply.RESOLVED:
        return (_only_if_turned(found, turning.resolved(desk)),)
    if case is None or desk.advice is None:
        return (_aside(found, "I have noted that."),)
    if found.effect is Effect.WAITING:
        return (_only_if_turned(found, _waiting(desk.advice)),)
    noted = f"I have noted that. Case {case.reference} goes to {desk.advice.stage.label} now."
    if desk.asks and found.turned_to:  # after a day danger comes first, and the whole advice after it
        onward = text(f"Contact next: {desk.advice.stage.contact_next}.")
        return (questions.ask(desk.asks[0], desk, policies, [text(noted), onward]),)
    return (_only_if_turned(found, advising.advice(desk.advice, [text(noted)])),)


def _waiting(found: Advice) -> Message:
    """Silence that is no answer yet: the other side still has time, or the policy sets it none."""
    if found.still_waiting:
        return turning.too_early(found)
    stays = f"I have noted that. The case stays at {found.stage.label}."
    chase = text(f"{stays} Chase it today, in writing, and note that you did.")
    agree = text("Agree a date with the other agency and tell me which: I keep track of it.")
    return answer(chase, agree, buttons=(Button(SAID[Reply.NEW_DATE], "/report_agreed_date"),))


def _only_if_turned(found: Replied, message: Message) -> Message:
    """Buttons act on the case that is talked about: under an answer about another one they would mislead."""
    if found.turned_to:
        return message.about(found.reminder.case)
    about = small(f"This is about case {found.reminder.case}. We go on with the other one.")
    return Message(message.kind, (*message.blocks, about), (), message.cites)


def _aside(found: Replied, words: str) -> Message:
    return Message(Kind.REFUSAL, (text(words), small(f"Case {found.reminder.case}")))


def _already(sent: Reminder) -> str:
    return f"You have already answered this reminder{_with(sent)}, so nothing has changed now. {ELSE}"


def _with(sent: Reminder) -> str:
    said = f" with “{SAID[sent.answered_as]}”" if sent.answered_as else ""
    return f"{said} on {_at(sent.answered_at)}" if sent.answered_at else said


def _moved(desk: Desk) -> str:
    case = desk.case
    if case is not None and case.resolved_at is not None:
        return f"This case was settled on {say_date(local_date(case.resolved_at))}, so nothing has changed now."
    if case is None or not case.is_open or desk.advice is None:
        return "This case is closed, so nothing has changed now."
    return f"The case has moved to {desk.advice.stage.label}, so this reminder is over and nothing has changed now."


def _dates(item: Running | None, found: Advice) -> list[Block]:
    """What this reminder is about, then the date that matters first, and what follows where that has passed."""
    about = [found.headline] if item is None or item is found.headline else [item, found.headline]
    shown = [each for each in about if each and each.deadline.due]
    stricter = timing.stricter(found) if item is found.headline else []
    return [*(timing.deadline_block(each, found) for each in shown), *timing.overdue(found), *stricter]


def _limit_of(planned: Planned, found: Advice) -> Running | None:
    """The limit that the reminder is about, as it runs now."""
    items = [item for item in (found.headline, *found.also) if item]
    same = [item for item in items if item.limit.rule == planned.rule and item.deadline.moment == planned.moment]
    return same[0] if same else None


def _lead(planned: Planned, found: Advice, item: Running | None) -> str:
    if planned.moment is None or item is None:
        since = f" since {say_date(local_date(found.case.stage_at))}" if found.case.stage_at else ""
        return f"Is this disagreement still open? It has been at {found.stage.label}{since}."
    if planned.moment <= found.now:
        return f"I have not heard how this ended: {item.limit.on}."
    day, today = _last_day(planned.moment), local_date(found.now)
    at = f" at {london(item.deadline.due_at):%H:%M} (London time)" if item.deadline.due_at else ""
    if day == today:
        return f"This runs out today{at}."
    return f"This runs out on {say_date(day)}{at}."


def _to_do(found: Advice) -> list[Block]:
    """Whom to contact and what to do at this stage; once its time is over the next one is said, and that alone."""
    if found.overdue and found.next_stage:
        return []
    steps = [advising.said(step, found) for step in advising.main_steps(found)]
    contact = Block(Shape.TEXT, (f"{capital(found.stage.contact_next)}.",), "Contact next")
    return [contact, listed(steps, "What to do")]


def _tonight(planned: Planned, found: Advice) -> list[Block]:
    after = found.next_stage
    if planned.kind is not For.EXPIRED or found.overdue or after is None:
        return []
    return [caution(f"If it is not settled by the end of the day, go to {after.label}: {after.contact_next}.")]


def _chased(planned: Planned) -> list[Block]:
    if planned.kind is not For.CHASE:
        return []
    if planned.number == CHASES:
        return [caution("This is my last reminder of this date. On the next working day I tell the coordinator.")]
    return [small(f"Reminder {planned.number} of {CHASES} since the date passed. Any answer below stops them.")]


def _for_coordinator(sent: Reminder, found: Advice) -> Message:
    """Where a stage stands that nobody answers about; nothing of what the case is about."""
    passed = f"Its date was {due(sent)}. " if sent.planned.moment else ""
    words = f"{passed}The practitioner has been reminded and has not answered."
    head = heading(f"Case {sent.case} needs somebody’s eye: {found.policy.named}, {found.stage.label}")
    return Message(Kind.REMINDER, (head, text(words)), (), advising.cites(found)[:1])


def _last_day(moment: datetime) -> date:
    return local_date(moment - timedelta(seconds=1))  # what ends at midnight ends with the day before


def _at(moment: datetime | None) -> str:
    return f"{say_date(local_date(moment))}, {london(moment):%H:%M}" if moment else ""
