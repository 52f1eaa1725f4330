"""The closed vocabulary of policies: every word that steers behaviour, and nothing else can."""

from __future__ import annotations

from enum import StrEnum


class Person(StrEnum):
    """Whom a policy protects."""

    CHILD = "child"
    ADULT = "adult"


class Status(StrEnum):
    """Whether people may rely on a file. A draft is offered in training mode only, and marked."""

    LIVE = "live"
    DRAFT = "draft"


class Category(StrEnum):
    """What a disagreement is about. It is kept for people and reports; it never decides a deadline."""

    THRESHOLDS = "thresholds"
    ROLES = "roles"
    COMMUNICATION = "communication"
    NEED_FOR_ACTION = "need_for_action"
    OTHER = "other"


class Level(StrEnum):
    """The step of the ladder that a stage stands for, whatever number the policy gives it (lowest first)."""

    CONSULT = "consult"
    PRACTITIONER = "practitioner"
    LINE_MANAGER = "line_manager"
    SENIOR_MANAGER = "senior_manager"
    DIRECTOR = "director"
    PARTNERSHIP = "partnership"


class Outcome(StrEnum):
    """How a conversation at one level ended. Silence counts as an ending."""

    UNRESOLVED = "unresolved"
    REFUSED = "refused"
    NO_ANSWER = "no_answer"
    WAITING = "waiting"
    RESOLVED = "resolved"


class Force(StrEnum):
    """How strongly the document words it. A *should* is never turned into a *must*."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    WILL = "will"
    STATES = "states"


class Strength(StrEnum):
    """How strongly a time limit is worded."""

    LIMIT = "limit"
    MUST = "must"
    SHOULD = "should"
    WILL = "will"
    GUIDE = "guide"
    AGREED = "agreed"


class Side(StrEnum):
    """Whose move a step is, seen from the practitioner who raised the concern."""

    YOU = "you"
    YOUR_AGENCY = "your_agency"
    OTHER_AGENCY = "other_agency"
    BOTH = "both"
    PARTNERSHIP = "partnership"


class Unit(StrEnum):
    """What a time limit is counted in."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    HOURS = "hours"
    WORKING_HOURS = "working_hours"
    SAME_WORKING_DAY = "same_working_day"
    IMMEDIATELY = "immediately"
    NONE = "none"
    UNKNOWN = "unknown"  # the document means a time, but it is missing or cannot be read


class Scope(StrEnum):
    """How much of the escalation one limit covers."""

    STEP = "step"
    STAGE = "stage"
    POOL = "pool"
    OVERALL = "overall"


class Adjust(StrEnum):
    """What may move a limit."""

    PROTECTIVE_DATE = "protective_date"  # whichever is less: the date by which the person must be safe
    AGREEMENT = "agreement"  # both agencies may agree another date, later or earlier
    AGREEMENT_UNCLEAR = "agreement_unclear"  # the document contradicts itself on that: both dates stand
    SHORTENING = "shortening"  # only an earlier date may be agreed
    TRACK_AGREED = "track_agreed"  # the policy gives no limit: the parties' own date is tracked, labelled as agreed


class Condition(StrEnum):
    """Facts of a case on which a step or limit may depend. All of those listed must hold."""

    CHILD = "child"
    ADULT = "adult"
    ON_PLAN_OR_LOOKED_AFTER = "on_plan_or_looked_after"
    RESOLVED = "resolved"
    UNRESOLVED = "unresolved"
    IMMEDIATE_RISK = "immediate_risk"
    NOT_IMMEDIATE_RISK = "not_immediate_risk"
    LIMIT_MISSED = "limit_missed"
    EXCEPTIONAL = "exceptional"
    IF_HELPFUL = "if_helpful"
    LEAD_UNAVAILABLE = "lead_unavailable"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    TIER_MISSING = "tier_missing"
    LEAD_PROFESSIONAL = "lead_professional"
    SAFE_TO_TELL = "safe_to_tell"
    URGENT = "urgent"
    NOT_URGENT = "not_urgent"
    PANEL = "panel"


class Agency(StrEnum):
    """The sector that a practitioner works in: a step may be meant for some of them only."""

    EARLY_YEARS = "early_years"
    EDUCATION = "education"
    HEALTH = "health"
    POLICE = "police"
    SOCIAL_CARE = "social_care"
    HOUSING = "housing"
    PROBATION = "probation"
    VOLUNTARY = "voluntary"
    OTHER = "other"


class Trigger(StrEnum):
    """What moves a case up from a stage, where the document names it."""

    UNRESOLVED = "unresolved"
    NOT_SATISFIED = "not_satisfied"
    NO_ANSWER = "no_answer"  # silence past the limit counts as an answer
    LIMIT_MISSED = "limit_missed"


class EndingKind(StrEnum):
    """How a disagreement may end."""

    RESOLVED = "resolved"
    UNDERSTOOD = "understood"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class Weekday(StrEnum):
    """The days on which an office is open."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Way(StrEnum):
    """How a conversation or document should travel."""

    FACE_TO_FACE = "face_to_face"
    TELEPHONE = "telephone"
    IN_WRITING = "in_writing"
    EMAIL = "email"
    NOT_EMAIL = "not_email"
    MEETING = "meeting"
    SECURE_ONLY = "secure_only"


class Defect(StrEnum):
    """What is wrong with a printed contact. A defective contact is shown as such, never mended silently."""

    DEAD = "dead"
    INCOMPLETE = "incomplete"
    NO_PERSONAL_DATA = "no_personal_data"
    SECURITY_NOT_STATED = "security_not_stated"
    NON_EMERGENCY = "non_emergency"
    HOURS_NOT_STATED = "hours_not_stated"
    UNVERIFIED = "unverified"
    MISSING = "missing"
    BODY_ABOLISHED = "body_abolished"


class Holds(StrEnum):
    """What Waymark knows of a case that can stand in a field of a form."""

    TODAY = "today"
    STAGE = "stage"
    AGENCIES = "agencies"
    CONCERN = "concern"
    ATTEMPTS = "attempts"
    DISCUSSIONS = "discussions"
    AGREED = "agreed"
    TIMESCALES = "timescales"
    MISSED = "missed"
    OUTCOME = "outcome"
    REFERRED = "referred"


class Counted(StrEnum):
    """What a return to a partnership counts."""

    NUMBERS = "numbers"
    TREND = "trend"
    STAGES = "stages"
    TIME = "time"
    CATEGORIES = "categories"
    AGENCIES = "agencies"
    CHALLENGES = "challenges"  # dates missed, silence
    NOTICES = "notices"


class Exclusion(StrEnum):
    """Matters that belong to another route."""

    ALLEGATION = "allegation"
    WHISTLEBLOWING = "whistleblowing"
    CONDUCT = "conduct"
    COMPLAINT = "complaint"
    SINGLE_AGENCY = "single_agency"
    SERVICE_DECISION = "service_decision"
    CONFERENCE = "conference"
    REVIEWING_OFFICER = "reviewing_officer"
    COMPLAINT_ABOUT_PARTNERSHIP = "complaint_about_partnership"
    FAMILY = "family"
    CROSS_BORDER = "cross_border"


RAISED = "raised"
"""Start event: the disagreement arose or the decision was received, whichever is earlier."""
STAGE = "stage"
"""Start event: the case entered the stage that the limit belongs to (the stage before was recorded as not resolved)."""
RISK = "risk"
"""Start event: immediate risk was recognised."""
RESOLUTION = "resolution"
"""Start event: the disagreement was recorded as resolved."""
START_EVENTS = frozenset({RAISED, STAGE, RISK, RESOLUTION})
"""Besides these a limit may start from the rule id of a step that was done."""
