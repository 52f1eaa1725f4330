"""The words that the chart uses for the closed vocabularies of a policy."""

from __future__ import annotations

from bot.casework.vocabulary import (
    RAISED,
    RESOLUTION,
    RISK,
    STAGE,
    Condition,
    EndingKind,
    Exclusion,
    Strength,
    Trigger,
    Unit,
)

CONDITIONS = {
    Condition.CHILD: "For a child",
    Condition.ADULT: "For an adult",
    Condition.ON_PLAN_OR_LOOKED_AFTER: "If the child is on a protection plan or looked after",
    Condition.UNRESOLVED: "If it is not resolved",
    Condition.IMMEDIATE_RISK: "At immediate risk",
    Condition.NOT_IMMEDIATE_RISK: "Without immediate risk",
    Condition.EXCEPTIONAL: "In exceptional circumstances",
    Condition.LEAD_UNAVAILABLE: "If your safeguarding lead cannot be reached",
    Condition.CONFLICT_OF_INTEREST: "Where there is a conflict of interest",
    Condition.TIER_MISSING: "If your agency has no such level",
    Condition.LEAD_PROFESSIONAL: "If there is a lead professional",
    Condition.SAFE_TO_TELL: "If it is safe to tell them",
    Condition.URGENT: "If it is urgent",
    Condition.NOT_URGENT: "If it is not urgent",
    Condition.PANEL: "If a panel is called",
}
"""Conditions that the chart has to say: the others are plain from where the step stands, or from its own words."""
MATTERS = {
    Exclusion.ALLEGATION: "Allegations against staff",
    Exclusion.WHISTLEBLOWING: "Whistleblowing",
    Exclusion.COMPLAINT: "Complaints",
    Exclusion.SINGLE_AGENCY: "Disagreements inside one agency",
    Exclusion.CONDUCT: "How somebody behaved",
    Exclusion.SERVICE_DECISION: "Service decisions",
    Exclusion.CONFERENCE: "Decisions of a conference",
    Exclusion.REVIEWING_OFFICER: "Matters of the reviewing officer",
    Exclusion.COMPLAINT_ABOUT_PARTNERSHIP: "Complaints about the partnership",
    Exclusion.FAMILY: "Disagreements with a family",
    Exclusion.CROSS_BORDER: "Disagreements across a border",
}
ALWAYS_ASKED = (Exclusion.ALLEGATION, Exclusion.WHISTLEBLOWING, Exclusion.COMPLAINT, Exclusion.SINGLE_AGENCY)
"""Matters of which the chart speaks even where the file says nothing."""
TRIGGERS = {
    Trigger.UNRESOLVED: "not resolved",
    Trigger.NOT_SATISFIED: "not satisfied",
    Trigger.NO_ANSWER: "no answer in time",
    Trigger.LIMIT_MISSED: "limit missed",
}
ENDINGS = {
    EndingKind.RESOLVED: "Resolved",
    EndingKind.UNDERSTOOD: "Understood",
    EndingKind.DECIDED: "Decided",
    EndingKind.WITHDRAWN: "Withdrawn",
}
STARTS = {
    RAISED: "from when it was raised",
    STAGE: "from the start of the stage",
    RISK: "",
    RESOLUTION: "from when it is resolved",
}
STRENGTHS = {Strength.LIMIT: "limit", Strength.AGREED: "", Strength.GUIDE: "a guide"}
"""The others are said as they are: must, should, will."""
COUNTED = {
    Unit.WORKING_DAYS: "working day",
    Unit.CALENDAR_DAYS: "calendar day",
    Unit.HOURS: "hour",
    Unit.WORKING_HOURS: "working hour",
}
UNCOUNTED = {Unit.IMMEDIATELY: "At once", Unit.SAME_WORKING_DAY: "The same working day"}
