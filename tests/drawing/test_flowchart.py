"""The flowchart: everything that matters is in it, nothing overlaps, and it says itself in words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bot import cli
from bot.casework import vocabulary
from bot.casework.contacts import Panel
from bot.casework.policy import Policy
from bot.casework.provisions import Elsewhere, Ending, Note
from bot.casework.stages import Limit, OtherContact, Stage
from bot.casework.vocabulary import Agency, Condition, EndingKind, Exclusion, Scope, Status, Strength, Trigger, Unit
from bot.drawing import flowchart
from bot.drawing.vocabulary import CONDITIONS, COUNTED, ENDINGS, MATTERS, STARTS, TRIGGERS, UNCOUNTED

SVG = "{http://www.w3.org/2000/svg}"
NAMES = (
    "cambridgeshire_peterborough",
    "gloucestershire",
    "rainbow_early_years",
    "telford_wrekin",
    "warrington",
)
PRESENTATION = {"class", "style", "onload", "href"}


@dataclass(frozen=True)
class Frame:
    """A rectangle of the drawing."""

    name: str
    x: float
    y: float
    right: float
    bottom: float

    def overlaps(self, other: Frame) -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@pytest.fixture(params=NAMES)
def policy(request: pytest.FixtureRequest, policies: Mapping[str, Policy]) -> Policy:
    return policies[request.param]


@pytest.fixture(params=["page", "paper"])
def drawn(request: pytest.FixtureRequest, policy: Policy) -> ElementTree.Element:
    ids = [stage.id for stage in policy.stages]
    return ElementTree.fromstring(
        flowchart(policy, ids[1], {ids[0]: date(2026, 12, 24)}, paper=request.param == "paper")
    )


def frame(element: ElementTree.Element, name: str) -> Frame:
    x, y, width, height = (float(element.attrib[key]) for key in ("x", "y", "width", "height"))
    return Frame(name, x, y, x + width, y + height)


def frames(drawn: ElementTree.Element) -> list[Frame]:
    parts = [(part.attrib["data-part"], part.find(f"{SVG}rect")) for part in drawn.iter(f"{SVG}g") if part.attrib]
    return [frame(rect, name) for name, rect in parts if rect is not None]


def texts(drawn: ElementTree.Element) -> str:
    said = " ".join(element.text or "" for element in drawn.iter(f"{SVG}text"))
    return said.replace("\N{NO-BREAK SPACE}", " ")


def text_frame(element: ElementTree.Element) -> Frame:
    x, y, size, width = (float(element.attrib[key]) for key in ("x", "y", "font-size", "textLength"))
    return Frame(element.text or "", x, y - 0.72 * size, x + width, y + 0.2 * size)


def test_every_stage_limit_and_step_is_in_the_picture(policy: Policy, drawn: ElementTree.Element) -> None:
    said = texts(drawn)
    cited = set(re.findall(r"[A-Z]{4}-\w+(?:\.\w+)*", said))
    for stage in policy.stages:
        assert any(part.get("data-part") == f"stage {stage.id}" for part in drawn.iter(f"{SVG}g"))
    assert {stage.rule for stage in policy.stages} <= cited
    assert {limit.rule for limit in policy.all_limits()} <= cited
    assert {step.rule for step in policy.all_steps()} <= cited
    assert {note.rule for note in policy.document.notes} <= cited
    assert policy.final.rule in cited and policy.longer.rule in cited


def test_every_amount_of_time_is_in_the_picture(policy: Policy, drawn: ElementTree.Element) -> None:
    said = texts(drawn).lower()
    for limit in policy.all_limits():
        for reading in limit.all_readings:
            if reading.unit not in (Unit.IMMEDIATELY, Unit.SAME_WORKING_DAY):
                assert f"{reading.value} {reading.unit.value.rstrip('s').replace('_', ' ')}" in said, limit.rule


def test_the_words_tell_the_whole_flow(policy: Policy) -> None:
    drawn = ElementTree.fromstring(flowchart(policy))
    assert drawn.get("role") == "img"
    title, told = (drawn.find(f"{SVG}{tag}") for tag in ("title", "desc"))
    assert title is not None and told is not None and told.text is not None
    assert drawn.get("aria-labelledby") == title.get("id") and drawn.get("aria-describedby") == told.get("id")
    order = [told.text.index(f"{stage.label}: {stage.name}") for stage in policy.stages]
    assert order == sorted(order)
    for stage in policy.stages[:-1]:
        assert stage.next is not None
        assert f"go on to {policy.stage(stage.next).label}." in told.text
    for step in policy.all_steps():
        assert step.do[1:] in told.text
    for limit in policy.all_limits():
        assert limit.rule in told.text
    assert policy.final.says in told.text and policy.longer.says in told.text
    assert "call 999" in told.text and policy.risk.words in told.text
    for matter in policy.elsewhere:
        assert (matter.to or "The policy is silent on") in told.text


def test_boxes_do_not_overlap_and_stay_on_the_sheet(drawn: ElementTree.Element) -> None:
    found = frames(drawn)
    assert len(found) >= 9
    for one, other in itertools.combinations(found, 2):
        assert not one.overlaps(other), (one, other)
    _, _, width, height = map(float, drawn.attrib["viewBox"].split())
    for each in found:
        assert each.x >= 0 and each.right <= width and each.y >= 0 and each.bottom <= height, each


def test_text_stays_in_its_box_and_lines_do_not_touch(drawn: ElementTree.Element) -> None:
    for part in (part for part in drawn.iter(f"{SVG}g") if part.attrib):
        rect = part.find(f"{SVG}rect")
        lines = [text_frame(element) for element in part.iter(f"{SVG}text")]
        for one, other in itertools.combinations(lines, 2):
            assert not one.overlaps(other), (part.attrib, one, other)
        if rect is not None:
            outer = frame(rect, part.attrib["data-part"])
            for line in lines:
                assert outer.x < line.x and line.right < outer.right, (outer, line)
                assert outer.y < line.y and line.bottom < outer.bottom, (outer, line)


def test_the_risk_route_comes_first_and_says_what_is_missing(policy: Policy, drawn: ElementTree.Element) -> None:
    by_name = {each.name: each for each in frames(drawn)}
    assert by_name["risk"].bottom < min(each.y for name, each in by_name.items() if name.startswith("stage"))
    said = texts(drawn)
    assert "If someone is in danger now, call 999." in said and "Waymark's own advice" in said
    assert all(step.rule in said for step in policy.risk.steps)


def test_silence_is_said(policies: Mapping[str, Policy]) -> None:
    said = texts(ElementTree.fromstring(flowchart(policies["rainbow_early_years"])))
    for matter in ("allegations against staff", "whistleblowing", "complaints", "disagreements inside one agency"):
        assert matter in said.split("The policy is silent on:")[1]


def test_a_number_at_fault_is_not_offered_in_danger(policies: Mapping[str, Policy]) -> None:
    telford = policies["telford_wrekin"]
    assert "Telephone 01952 385385 (hours not stated)." in texts(ElementTree.fromstring(flowchart(telford)))
    steps = tuple(replace(step, contact="police") for step in telford.risk.steps)
    wrong = replace(telford, risk=replace(telford.risk, steps=steps))
    assert "Telephone 101" not in texts(ElementTree.fromstring(flowchart(wrong)))


def test_open_units_show_both_readings(policies: Mapping[str, Policy]) -> None:
    assert "24 hours or 1 working day" in texts(
        ElementTree.fromstring(flowchart(policies["telford_wrekin"], paper=True))
    )
    assert "10 working days or 14" in texts(ElementTree.fromstring(flowchart(policies["warrington"])))


def test_where_you_are_and_what_is_done(policies: Mapping[str, Policy]) -> None:
    warrington = policies["warrington"]
    plain = ElementTree.fromstring(flowchart(warrington))
    marked = ElementTree.fromstring(flowchart(warrington, "3", {"1": date(2026, 12, 17), "2": date(2026, 12, 24)}))
    parts = {part.get("data-part"): texts(part) for part in marked.iter(f"{SVG}g")}
    assert "YOU ARE HERE" in parts["stage 3"]
    assert "Done, Thursday 24 December 2026" in parts["stage 2"] and "Done" in parts["stage 1"]
    assert "YOU ARE HERE" not in texts(plain) and "Done" not in texts(plain)
    told = marked.findtext(f"{SVG}desc", "")
    assert "you are here" in told and "done on Thursday 24 December 2026" in told
    assert marked.findtext(f"{SVG}title", "").endswith("you are at Stage 3")
    with pytest.raises(KeyError):
        flowchart(warrington, "9")
    with pytest.raises(KeyError):
        flowchart(warrington, done={"9": date(2026, 12, 17)})


def test_a_strict_content_security_policy_lets_it_pass(drawn: ElementTree.Element) -> None:
    for element in drawn.iter():
        assert element.tag.removeprefix(SVG) in {"svg", "g", "title", "desc", "rect", "path", "text"}
        assert not PRESENTATION & set(element.attrib)


def test_hostile_text_stays_text(policies: Mapping[str, Policy]) -> None:
    evil = '<script>alert("1")</script> & ]]> \x00\x0b\ud800 ' + "W" * 400
    policy = policies["warrington"]
    stage = replace(policy.stages[0], name=evil, contact_next=evil)
    changed = replace(policy, title=evil, owner=evil, stages=(stage, *policy.stages[1:]))
    drawn = ElementTree.fromstring(flowchart(changed, "1").encode())
    assert drawn.find(f".//{SVG}script") is None
    test_text_stays_in_its_box_and_lines_do_not_touch(drawn)
    assert all(text_frame(each).right <= 780 for each in drawn.iter(f"{SVG}text"))


def test_the_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "warrington.svg"
    assert cli.main(["policies", "draw", "warrington", "-o", str(file)]) == 0
    drawn = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    assert (drawn.get("width"), drawn.get("height")) == ("190mm", "277mm")
    capsys.readouterr()
    assert cli.main(["policies", "draw", "warrington", "--here", "2"]) == 0
    assert "YOU ARE HERE" in capsys.readouterr().out
    assert cli.main(["policies", "draw", "nowhere"]) == 1
    assert cli.main(["policies", "draw", "warrington", "--here", "9"]) == 1
    assert cli.main(["policies", "draw", "warrington", "-o", str(tmp_path)]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_the_chart_has_words_for_every_word_of_the_vocabulary() -> None:
    assert set(MATTERS) == set(Exclusion)
    assert set(TRIGGERS) == set(Trigger)
    assert set(ENDINGS) == set(EndingKind)
    assert {*COUNTED, *UNCOUNTED, Unit.NONE, Unit.UNKNOWN} == set(Unit)
    assert set(STARTS) == vocabulary.START_EVENTS
    assert set(Condition) - set(CONDITIONS) == {Condition.RESOLVED, Condition.LIMIT_MISSED, Condition.IF_HELPFUL}


def test_what_other_policies_need_is_drawn_too(policies: Mapping[str, Policy]) -> None:
    drawn = ElementTree.fromstring(flowchart(everything(policies["warrington"]), "1", paper=True))
    said = texts(drawn)
    told = drawn.findtext(f"{SVG}title", "") + drawn.findtext(f"{SVG}desc", "")
    for expected in (
        "(a draft, for training)",
        "Tier A: Consult",
        "may be left out",
        "the head teacher",
        "the concern is written down",
        "no answer in time",
        "the health chain",
        "For health only",
        "the family",
        "If it is urgent",
        "A time that cannot be read",
        "6 working hours",
        "chair: the chair",
        "the plan stays as it is",
        "harm is likely within a day",
        "it is taken back",
        "this policy deals with them too",
    ):
        assert expected in said, expected
        assert expected in told or expected == "Tier A: Consult", expected
    test_boxes_do_not_overlap_and_stay_on_the_sheet(drawn)
    test_text_stays_in_its_box_and_lines_do_not_touch(drawn)


def everything(policy: Policy) -> Policy:
    """A policy with everything that a file may say and the five do not."""
    note = Note("WARR-1a", "1", "x")
    first = policy.stages[0]
    step = replace(first.steps[0], beside="the health chain", agencies=(Agency.HEALTH,), copies=("the family",))
    urgent = Limit("WARR-U1", "1", "an answer", Scope.STAGE, "stage", Strength.MUST, Unit.WORKING_HOURS, 6)
    unknown = Limit("WARR-U2", "1", "an answer", Scope.STAGE, "stage", Strength.MUST, Unit.UNKNOWN)
    stage: Stage = replace(
        first,
        called="Tier A",
        optional=True,
        before=(replace(note, says="the concern is written down"),),
        shortcut=(replace(note, says="where a baby is concerned"),),
        move_up=(Trigger.UNRESOLVED, Trigger.NO_ANSWER),
        other_contacts=(OtherContact("the head teacher", agencies=(Agency.EDUCATION,)),),
        steps=(step, *first.steps[1:]),
        limits=(replace(urgent, when=(Condition.URGENT,)), replace(unknown, when=(Condition.NOT_URGENT,))),
    )
    return replace(
        policy,
        stages=(stage, *policy.stages[1:]),
        status=Status.DRAFT,
        urgency=replace(note, says="harm is likely within a day"),
        meanwhile=(replace(note, says="the plan stays as it is"),),
        panels=(Panel("panel", "WARR-1a", "1", "1", ("health", "police"), chair="the chair"),),
        endings=(Ending(EndingKind.WITHDRAWN, "WARR-1a", "1", "it is taken back"),),
        elsewhere=(*policy.elsewhere, Elsewhere(Exclusion.FAMILY, None, None, None, covered=True)),
    )
