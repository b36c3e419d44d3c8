"""How an agreement stands today: its decision read together with its dates."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import example, given
from hypothesis import strategies as st

from mentoring.models import Agreement
from mentoring.tables.agreements import standing

State, Status = Agreement.State, Agreement.Status


def an_agreement(*, state=State.IN_FORCE, starts=-100, ends=200) -> Agreement:
    """Not saved; the dates are days from today."""
    today = timezone.localdate()
    day = dt.timedelta(days=1)
    return Agreement(state=state, starts_on=today + starts * day, ends_on=today + ends * day)


@pytest.mark.parametrize(
    ("state", "starts", "ends", "status", "words"),
    [
        (State.DRAFT, -100, -1, Status.DRAFT, "draf"),
        (State.TERMINATED, -100, 200, Status.TERMINATED, "diputus"),
        (State.IN_FORCE, -100, 91, Status.IN_FORCE, "berlaku"),
        (State.IN_FORCE, -100, 90, Status.ENDING, "akan berakhir dalam 90 hari"),
        (State.RENEWED, -100, 1, Status.ENDING, "akan berakhir dalam 1 hari"),
        (State.IN_FORCE, -100, 0, Status.ENDING, "berakhir hari ini"),
        (State.IN_FORCE, -100, -1, Status.ENDED, "berakhir"),
        (State.RENEWED, -100, 91, Status.RENEWED, "diperpanjang"),
        (State.IN_FORCE, 1, 200, Status.COMING, "belum mulai berlaku"),
    ],
)
def test_status_follows_from_the_decision_and_the_dates(state, starts, ends, status, words):
    agreement = an_agreement(state=state, starts=starts, ends=ends)
    assert agreement.status == status
    assert words in standing(agreement)


@example(state=State.IN_FORCE, starts=-100, length=190)  # the 90th day before its end
@example(state=State.RENEWED, starts=-100, length=191)
@example(state=State.IN_FORCE, starts=-100, length=100)  # its last day
@example(state=State.IN_FORCE, starts=-100, length=99)
@example(state=State.IN_FORCE, starts=0, length=0)
@given(
    state=st.sampled_from(State),
    starts=st.integers(-400, 400),
    length=st.integers(0, 400),
)
@pytest.mark.django_db
def test_the_filter_finds_an_agreement_under_its_status_and_no_other(state, starts, length):
    with transaction.atomic():
        agreement = an_agreement(state=state, starts=starts, ends=starts + length)
        agreement.area_id = "63.71"
        agreement.first_number = agreement.second_number = "1"
        agreement.signed_on = agreement.starts_on
        agreement.save()
        found = [s for s in Status if Agreement.objects.of_status(s).exists()]
        assert found == [agreement.status]
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    "fields",
    [
        {"ends_on": dt.date(2000, 1, 1)},
        {"signed_on": None},
        {"first_number": ""},
        {"second_number": ""},
        {"signed_on": dt.date(2999, 1, 1)},
    ],
)
def test_the_database_itself_refuses_what_cannot_be(make_agreement, fields):
    agreement = make_agreement()
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(pk=agreement.pk).update(**fields)
