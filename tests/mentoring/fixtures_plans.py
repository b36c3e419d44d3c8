"""A work plan with activities, of the year that the tests' visits lie in."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.models import Activity, Clause, WorkPlan
from mentoring.models.agreements import Side


@pytest.fixture
def clauses(agreement) -> list[Clause]:
    """Two clauses of the agreement."""
    texts = ("Pendampingan sekolah", "Pelatihan guru")
    return [
        Clause.objects.create(agreement=agreement, order=order, text=text)
        for order, text in enumerate(texts, start=1)
    ]


@pytest.fixture
def work_plan(agreement, clauses) -> WorkPlan:
    """The plan of the year that a visit of three days ago lies in."""
    year = (timezone.localdate() - timedelta(days=3)).year
    return WorkPlan.objects.create(agreement=agreement, year=year)


@pytest.fixture
def make_activity(work_plan, clauses):
    """`make_activity(form=…)`: ten mentoring visits for clause 1 unless told."""

    def make(**fields) -> Activity:
        return Activity.objects.create(
            **{
                "plan": work_plan,
                "clause": clauses[0],
                "form": Activity.Form.MENTORING,
                "title": "Pendampingan rutin",
                "target": 10,
                "side": Side.BPMP,
            }
            | fields
        )

    return make
