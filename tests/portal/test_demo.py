"""The demo: built once, and everything made up in it is marked."""

import pytest

from indicators.models import Measurement, SpmOfficialIndex, SpmRequirement
from mentoring.models import Agreement, FollowUp, Training, Visit
from portal.home.demo import build_demo, demo_accounts
from portal.models import User
from schools.models import School

MARKED = (Visit, Measurement, SpmRequirement, SpmOfficialIndex, Training, Agreement)
COUNTED = (*MARKED, FollowUp, User, School)


def counts() -> dict[str, int]:
    return {model._meta.label: model.objects.count() for model in COUNTED}


@pytest.fixture
def before(db) -> dict[str, int]:
    return counts()


def test_building_it_twice_adds_nothing_and_all_that_is_made_up_says_so(before):
    assert build_demo()
    built = counts()
    assert all(built[label] > number for label, number in before.items())
    assert not build_demo()
    assert counts() == built
    for model in MARKED:
        assert set(model.objects.values_list("source", flat=True)) == {"contoh"}
    emails = {email for _label, email, _password in demo_accounts()}
    assert emails == set(User.objects.values_list("email", flat=True))
