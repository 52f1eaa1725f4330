"""A message as an Adaptive Card: version 1.5, the newest that Teams takes, with plain ``Action.Submit`` buttons.

Texts stand in runs, which are shown as they are: what a person wrote is never read as Markdown.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.casework.message import Block, Kind, Message, Shape

Element = dict[str, Any]

CARD_TYPE = "application/vnd.microsoft.card.adaptive"
MOST_ACTIONS = 6
MOST_WHOLE, MOST_TOGETHER = 3, 10
"""So many of one digest are told in full, and so many at all."""
SIZE_LIMIT = 76_000
"""Bytes of a whole activity in UTF-16, as Teams counts: below its 100 KB, with room for the address."""
SUMMARY_LENGTH = 120
STYLES = {Kind.EMERGENCY: "attention", Kind.FAILURE: "warning"}
CUT = "This is too long for Teams. The rest of it is on your Waymark page."
CUT_FOR_GOOD = "This is too long for Teams, so its end is missing. Ask me “what do I do now?”, or about one part of it."
ANSWER = "Answer"


def activity(message: Message, tokens: Sequence[str] = (), chosen: str | None = None, link: str = "") -> Element:
    """The message as an activity. ``tokens`` stand for its buttons, in their order; without them none are shown.

    ``chosen`` is what was answered under it. ``link`` is where the rest can be read if it is too long for Teams; empty
    where there is no page.
    """
    buttons = [(button.title, token) for button, token in zip(message.buttons, tokens, strict=False)]
    parts = [_element(block, message.kind) for block in message.blocks]
    end = _end(message, chosen, buttons)
    made = _activity(message, _dressed(parts, message.kind) + end, _actions(buttons), message.text)
    while _size(made) > SIZE_LIMIT and parts:
        parts.pop()
        cut = [_text(CUT if link else CUT_FOR_GOOD, weight="Bolder")]
        open_page = _open_page(link)
        actions = [*_actions(buttons)[: MOST_ACTIONS - len(open_page)], *open_page]
        made = _activity(message, _dressed(parts, message.kind) + cut + end, actions, _summary(message))
    return made


def digest(parts: Sequence[tuple[Message, Sequence[str]]], link: str = "") -> Element:
    """Several messages as one card, each with its own buttons under it: a digest, not a flood.

    Where there are many each is told in short; the whole of each stands at ``link``.
    """
    shown = parts[:MOST_TOGETHER]
    made = _together(parts, shown, link)
    if len(shown) > MOST_WHOLE or _size(made) > SIZE_LIMIT:
        made = _together(parts, [(_in_short(message), tokens) for message, tokens in shown], link)
    return made


def _together(
    parts: Sequence[tuple[Message, Sequence[str]]], shown: Sequence[tuple[Message, Sequence[str]]], link: str
) -> Element:
    title = f"{len(parts)} reminders are due together"
    where = "on your Waymark page" if link else "say “my cases” to see them"
    more = [_small(f"And {len(parts) - len(shown)} more, {where}.")] if len(parts) > len(shown) else []
    body = [_heading(title, Kind.REMINDER), *(_part(message, tokens) for message, tokens in shown), *more]
    whole = "\n\n".join([title, *(message.text for message, _ in shown)])
    return _activity(Message(Kind.REMINDER, (Block(Shape.TEXT, (title,)),)), body, _open_page(link), whole)


def _open_page(link: str) -> list[Element]:
    """The way to the page, where the person can open it."""
    return [{"type": "Action.OpenUrl", "title": "Open Waymark", "url": link}] if link else []


def _part(message: Message, tokens: Sequence[str]) -> Element:
    """One of several: what it says, then what can be answered to it."""
    buttons = [(button.title, token) for button, token in zip(message.buttons, tokens, strict=False)]
    actions = [{"type": "ActionSet", "actions": _actions(buttons)}] if buttons else []
    items = [*(_element(block, message.kind) for block in message.blocks), *_end(message, None, buttons), *actions]
    return {"type": "Container", "separator": True, "spacing": "Large", "items": items}


def _in_short(message: Message) -> Message:
    """What it is about, which case, and its date."""
    kept = dict.fromkeys(
        next((block for block in message.blocks if block.shape is shape), None)
        for shape in (Shape.HEADING, Shape.SMALL, Shape.TEXT, Shape.DEADLINE)
    )
    return replace(message, blocks=tuple(block for block in kept if block), cites=())


def _activity(message: Message, body: Sequence[Element], actions: Sequence[Element], fallback: str) -> Element:
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.5",
        "fallbackText": fallback,
        "msteams": {"width": "Full"},
        "body": list(body),
        "actions": list(actions),
    }
    attachment = {"contentType": CARD_TYPE, "content": card}
    return {"type": "message", "summary": _summary(message), "importance": _importance(message.kind),
            "attachmentLayout": "list", "attachments": [attachment]}  # fmt: skip


def _importance(kind: Kind) -> str:
    return "high" if kind is Kind.EMERGENCY else "normal"


def _summary(message: Message) -> str:
    """What a notification shows: the beginning."""
    line = " ".join(message.text.split())
    return line if len(line) <= SUMMARY_LENGTH else line[: SUMMARY_LENGTH - 1].rstrip() + "…"


def _dressed(parts: Sequence[Element], kind: Kind) -> list[Element]:
    """The parts, in a coloured frame where the message is one that must not be missed."""
    style = STYLES.get(kind)
    return [{"type": "Container", "style": style, "bleed": True, "items": list(parts)}] if style else list(parts)


def _end(message: Message, chosen: str | None, buttons: Sequence[tuple[str, str]]) -> list[Element]:
    end = [_small(f"Based on {' · '.join(message.cites)}")] if message.cites else []
    if chosen is not None:
        end.append({**_text(f"You chose: {chosen}", weight="Bolder"), "separator": True})
    if len(buttons) > MOST_ACTIONS:
        choices = [{"title": title, "value": token} for title, token in buttons]
        end.append(
            {"type": "Input.ChoiceSet", "id": "token", "label": "Choose one", "style": "expanded", "choices": choices,
             "isRequired": True, "errorMessage": "Choose one of these first."}
        )  # fmt: skip
    return end


def _actions(buttons: Sequence[tuple[str, str]]) -> list[Element]:
    """A button each; where Teams would hide some, one button under a list of choices."""
    if len(buttons) > MOST_ACTIONS:
        return [{"type": "Action.Submit", "title": ANSWER, "data": {}}]
    return [{"type": "Action.Submit", "title": title, "data": {"token": token}} for title, token in buttons]


def _element(block: Block, kind: Kind) -> Element:
    match block.shape:
        case Shape.HEADING:
            return _heading(" ".join(block.lines), kind)
        case Shape.LIST:
            return _group(block, [_item(line) for line in block.lines])
        case Shape.DEADLINE:
            date = _text(block.lines[0] if block.lines else "", size="ExtraLarge", weight="Bolder")
            return {**_group(block, [date, *map(_text, block.lines[1:])]), "style": "accent"}
        case Shape.SCRIPT:
            words = [_text(line, italic=True) for line in block.lines]
            return {**_group(block, words, "Words you can use"), "style": "emphasis"}
        case Shape.CAUTION:
            return {**_group(block, [_text(line) for line in block.lines]), "style": "warning"}
        case Shape.SMALL:
            subtle = kind not in STYLES  # grey on a coloured ground would be hard to read
            return _group(block, [_small(line, subtle) for line in block.lines])
        case _:
            return _group(block, [_text(line) for line in block.lines])


def _heading(line: str, kind: Kind) -> Element:
    size = "ExtraLarge" if kind is Kind.EMERGENCY else "Large"  # red on red would be hard to read
    return {"type": "TextBlock", "text": _literal(line), "style": "heading", "size": size, "weight": "Bolder",
            "wrap": True}  # fmt: skip


def _group(block: Block, items: Sequence[Element], title: str = "") -> Element:
    named = block.title or title
    heading = [_text(named, weight="Bolder")] if named else []
    return {"type": "Container", "spacing": "Medium", "items": [*heading, *items]}


def _item(line: str) -> Element:
    """One of a list, with its number if it has one, hanging clear of the text."""
    number, dot, rest = line.partition(". ")
    mark, words = (f"{number}.", rest) if dot and number.isdigit() else ("•", line)
    return {"type": "ColumnSet", "spacing": "Small", "columns": [
        {"type": "Column", "width": "auto", "items": [_text(mark)]},
        {"type": "Column", "width": "stretch", "items": [_text(words)]},
    ]}  # fmt: skip


def _text(line: str, **how: Any) -> Element:
    return {"type": "RichTextBlock", "spacing": "Small", "inlines": [{"type": "TextRun", "text": line or " ", **how}]}


def _small(line: str, subtle: bool = True) -> Element:
    return _text(line, size="Small", isSubtle=subtle)


def _literal(line: str) -> str:
    """A heading is read as Markdown, in which these would begin something."""
    return line.translate({ord(sign): None for sign in "*`[]\\"}).replace("_", " ")


def _size(made: Mapping[str, Any]) -> int:
    return len(json.dumps(made, ensure_ascii=False).encode("utf-16-le"))
