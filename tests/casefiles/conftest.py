"""Case files over a real database and the real policies, and cases to look into."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.casefiles import CaseFiles
from bot.casework.calendar import LONDON
from bot.casework.case import Answer, Outcome, Tried
from bot.casework.intake import Ask, Told
from bot.casework.vocabulary import Category, Level, Person
from bot.service import Casework

ME = "practitioner"
NOW = datetime(2026, 11, 2, 10, tzinfo=LONDON)  # a Monday
WORDS = "They closed the referral. =1+1 <b>The school</b> & the nurse had written twice; Łukasz’ file \u202e."

Begin = Callable[..., str]


@pytest.fixture
def files(casework: Casework) -> CaseFiles:
    return CaseFiles.over(casework)


@pytest.fixture
def begin(files: CaseFiles) -> Begin:
    """Open a case in which the other worker has refused, and take it so many stages up, a day each."""

    def began(policy: str, ups: int = 0, actor: str = ME, person: Person = Person.CHILD) -> str:
        files.start_again(actor, NOW)
        files.answer_risk(actor, Ask.RISK, Answer.NO, NOW)
        told = Told(
            words=WORDS,
            policy=policy,
            person=person,
            categories=(Category.THRESHOLDS,),
            raised_at=NOW - timedelta(days=3),
            tried=Tried(Level.PRACTITIONER, Outcome.REFUSED, NOW),
            circumstances={"agency": "education", "other_agency": "social_care"},
        )
        desk = files.tell(actor, told, NOW)
        for day in range(1, ups + 1):
            files.not_resolved(actor, Outcome.UNRESOLVED, None, NOW + timedelta(days=day))
        assert desk.case is not None
        return desk.case.reference

    return began
