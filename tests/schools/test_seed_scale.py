"""The synthetic nation: the same number makes the same schools, over the real areas."""

import pytest
from django.core.management import CommandError, call_command

from schools.models import Membership, School


def nation() -> list[tuple]:
    call_command("seed_scale", schools=3000, verbosity=0)
    return list(School.objects.order_by("npsn").values_list("npsn", "name", "district", "form"))


def test_a_nation_has_schools_of_every_stage_in_every_province_and_members_of_each_cohort(db):
    made = nation()
    assert len(made) == 3000
    assert len({district[:2] for _npsn, _name, district, _form in made}) == 38
    assert School.objects.values("stage").distinct().count() == 6
    assert set(Membership.objects.values_list("cohort", flat=True)) == {1, 2, 3}
    assert not School.pgh_event_model.objects.exists()
    assert nation() == made


def test_a_portal_that_is_in_use_is_left_alone(db, make_school, monkeypatch, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="sungguhan"):
        call_command("seed_scale", schools=10, verbosity=0)
    settings.PRODUCTION = False
    make_school()
    monkeypatch.setattr("schools.management.commands.seed_scale.MOST_OTHERS", 0)
    with pytest.raises(CommandError, match="sekolah lain"):
        call_command("seed_scale", schools=10, verbosity=0)
    assert School.objects.count() == 1
