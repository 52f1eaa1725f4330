"""What the five policies have to hold, whoever edits them: every rule, the ladder, the risk route."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.casework.policy import Policy
from bot.casework.vocabulary import Defect, Exclusion, Level, Person
from bot.library.checks import parts

HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / "policies"
LINES = (FOLDER / "rules.txt").read_text(encoding="utf-8").splitlines()
RULES = [line for line in LINES if not line.startswith("#")]
PREFIXES = {
    "warrington": "WARR",
    "rainbow_early_years": "RAIN",
    "cambridgeshire_peterborough": "CAMB",
    "gloucestershire": "GLOS",
    "telford_wrekin": "TELF",
}


def test_the_five_policies_are_there(policies: Mapping[str, Policy]) -> None:
    assert set(policies) == set(PREFIXES)
    assert len(RULES) == len(set(RULES)) == 197


@pytest.mark.parametrize("policy_id", PREFIXES)
def test_every_rule_of_the_document_is_in_its_policy_and_no_other_is(
    policies: Mapping[str, Policy], policy_id: str
) -> None:
    expected = {rule for rule in RULES if rule.startswith(PREFIXES[policy_id])}

    assert {part.rule for part in parts(policies[policy_id]) if getattr(part, "rule", None)} == expected


def test_the_ladders(policies: Mapping[str, Policy]) -> None:
    def ladder(policy_id: str) -> list[str]:
        return [f"{stage.id}: {' '.join(stage.levels)}" for stage in policies[policy_id].stages]

    four = ["1: practitioner", "2: line_manager", "3: senior_manager", "4: partnership"]
    assert ladder("warrington") == [
        "1: consult", "2: practitioner", "3: line_manager", "4: senior_manager", "5: partnership",
    ]  # fmt: skip
    assert ladder("rainbow_early_years") == [
        "pre: consult practitioner", "1: line_manager", "2: senior_manager", "3: partnership",
    ]  # fmt: skip
    assert ladder("cambridgeshire_peterborough") == ladder("gloucestershire") == four
    assert ladder("telford_wrekin") == [
        "1: practitioner", "2: line_manager", "3: senior_manager", "4: director", "5: partnership",
    ]  # fmt: skip


def test_where_a_case_enters_when_the_other_worker_has_refused(policies: Mapping[str, Policy]) -> None:
    entered = {policy.id: policy.entry_stage(Level.PRACTITIONER).id for policy in policies.values()}

    assert entered == {
        "warrington": "3",
        "rainbow_early_years": "1",
        "cambridgeshire_peterborough": "2",
        "gloucestershire": "2",
        "telford_wrekin": "2",
    }


def test_only_telford_protects_adults(policies: Mapping[str, Policy]) -> None:
    assert [policy.id for policy in policies.values() if Person.ADULT in policy.people] == ["telford_wrekin"]


def test_who_is_told_when_there_is_danger_and_in_which_order(policies: Mapping[str, Policy]) -> None:
    def route(policy_id: str) -> tuple[bool, bool, list[tuple[str, str | None]]]:
        risk = policies[policy_id].risk
        return risk.ordered, risk.parallel, [(step.rule, step.contact) for step in risk.steps]

    assert route("warrington") == (False, False, [("WARR-E1", None)])
    assert route("rainbow_early_years") == (
        True, False, [("RAIN-E1", "safeguarding_lead"), ("RAIN-E1", "wscb_nominated_person")],
    )  # fmt: skip
    assert route("cambridgeshire_peterborough") == (
        False, True, [("CAMB-E1", None), ("CAMB-E2", "police_and_social_care")],
    )  # fmt: skip
    assert route("gloucestershire") == (False, True, [("GLOS-1.7", None)])
    assert route("telford_wrekin") == (
        True, True, [("TELF-E1", None), ("TELF-E2", "family_connect"), ("TELF-E3", None)],
    )  # fmt: skip
    assert policies["rainbow_early_years"].risk.enter == "3"


def test_101_is_never_part_of_a_risk_route(policies: Mapping[str, Policy]) -> None:
    police = policies["telford_wrekin"].contact("police")
    assert (police.phone, police.defects) == ("101", (Defect.NON_EMERGENCY,))
    for policy in policies.values():
        assert "101" not in str(policy.risk)
        assert not any(step.contact == "police" for step in policy.all_steps())


def test_where_other_matters_go(policies: Mapping[str, Policy]) -> None:
    """The rule that names the route; None where the policy is silent."""
    order = (
        Exclusion.ALLEGATION, Exclusion.WHISTLEBLOWING, Exclusion.CONDUCT, Exclusion.COMPLAINT,
        Exclusion.SINGLE_AGENCY,
    )  # fmt: skip

    def routes(policy_id: str) -> list[str | None]:
        found = {route.about: route.rule for route in policies[policy_id].elsewhere}
        return [found[about] for about in order]

    assert routes("warrington") == ["WARR-P2", "WARR-P1", None, "WARR-P1", None]
    assert routes("rainbow_early_years") == [None, None, None, None, None]
    assert routes("cambridgeshire_peterborough") == ["CAMB-X3", "CAMB-X1", "CAMB-X2", "CAMB-X2", "CAMB-X1"]
    assert routes("gloucestershire") == [None, "GLOS-1.10", None, None, "GLOS-1.10"]
    assert routes("telford_wrekin") == [None, None, None, "TELF-2.5", "TELF-2.5"]


def test_printed_contacts_are_neither_mended_nor_passed_off_as_sound(policies: Mapping[str, Policy]) -> None:
    contacts = {contact.id: contact for policy in policies.values() for contact in policy.contacts}

    assert contacts["gscp"].email == "gsce@gloucestershire.gov.uk"
    assert Defect.SECURITY_NOT_STATED in contacts["gscp"].defects
    assert contacts["wscb_business_support_email"].email == "LSCBGCSX@wiltshire.gcsx.gov.uk"
    assert contacts["wscb_business_support_email"].defects == (Defect.DEAD,)
    assert Defect.NO_PERSONAL_DATA in contacts["wscb_secure_email"].defects
    assert (contacts["wscb_short_number"].phone, contacts["wscb_short_number"].defects) == (
        "0122 718093", (Defect.INCOMPLETE,),
    )  # fmt: skip
    assert contacts["family_connect"].phone == "01952 385385"
    for contact in contacts.values():
        reachable = contact.phone or contact.email
        assert bool(reachable) is not (Defect.MISSING in contact.defects), contact.id


def test_the_forms(policies: Mapping[str, Policy]) -> None:
    forms = {form.id: form for policy in policies.values() for form in policy.forms}

    assert set(forms) == {
        "escalation_monitoring_form", "notification_of_an_escalation", "resolution_and_escalation_form",
        "case_record_entry", "details_for_stage_4", "reason_and_remedial_plan",
    }  # fmt: skip
    assert {name for name, form in forms.items() if form.ours} == {
        "case_record_entry", "details_for_stage_4", "reason_and_remedial_plan",
    }  # fmt: skip
    for form in forms.values():
        assert {each.field for each in form.filled} | set(form.identifying) == set(form.fields), form.id
    assert forms["notification_of_an_escalation"].anonymised
    assert {"Name of individual", "Date of birth", "NHS number"} <= set(
        forms["resolution_and_escalation_form"].identifying
    )


def test_what_is_only_told_is_not_taken_for_a_request(policies: Mapping[str, Policy]) -> None:
    notices = [step.rule for policy in policies.values() for step in policy.all_steps() if step.notice]

    assert notices == ["GLOS-2d", "GLOS-3e", "RAIN-D3"]


def test_a_place_that_no_policy_covers_is_no_alias(policies: Mapping[str, Policy]) -> None:
    aliases = {alias.casefold() for policy in policies.values() for alias in policy.aliases}

    assert not aliases & {"swindon", "newport", "march", "st ives"}
    assert len(aliases) == sum(len(policy.aliases) for policy in policies.values())


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_no_person_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8").casefold()

    assert [name for name in ("clarke", "owens", "joanne", "pauline") if name in text] == []
