"""The real schools of Banjarmasin and the first cohort: what is loaded, and that nothing is twice."""

from collections import Counter

import pytest

from schools.models import FORMS_OF_STAGE, Membership, Programme, School, Stage
from schools.reference import FIRST_COHORT, load_cohort_members, load_programmes, load_schools


@pytest.fixture
def loaded(db):
    return load_schools()


def test_all_schools_of_the_list_are_added_with_their_facts(loaded):
    assert loaded == School.objects.count() == 371
    special = {str(form) for form in FORMS_OF_STAGE[Stage.SPECIAL]}
    forms = Counter(School.objects.values_list("form", flat=True))
    assert sum(forms[form] for form in special) == 10
    assert {form: count for form, count in forms.items() if form not in special} == {
        "SD": 248,
        "SMP": 63,
        "SMA": 28,
        "SMK": 22,
    }
    assert Counter(School.objects.values_list("stage", flat=True)) == {
        "sd": 248,
        "smp": 63,
        "sma": 50,
        "khusus": 10,
    }
    assert Counter(School.objects.values_list("status", flat=True)) == {
        "negeri": 261,
        "swasta": 110,
    }


def test_one_school_of_the_list_has_no_coordinates(loaded):
    nowhere = School.objects.get(latitude=None)
    assert nowhere.longitude is None
    assert nowhere.coordinates == ""


def test_loaded_school_carries_every_column(loaded):
    school = School.objects.get(npsn="30304336")
    assert school.name == "SD AUSTRAL BYNA"
    assert school.district_id == "63.71.01"
    assert school.address == "Jl.bina Harapan No.1 Rt.5 Rw.2"
    assert school.coordinates == "-3.3454483, 114.5484500"
    assert str(school.dapodik_id) == "40b46353-30f5-e011-b758-6fcac414138a"
    assert school.source == "Kemendikbud, Juni 2019"


def test_first_cohort_holds_the_schools_that_stand_in_the_registry(loaded):
    School.objects.filter(npsn=FIRST_COHORT[0]).delete()
    assert load_cohort_members() == 12
    members = Membership.objects.filter(programme__code="sekolah-penggerak", cohort=1)
    assert set(members.values_list("school__npsn", flat=True)) == set(FIRST_COHORT[1:])
    assert set(members.values_list("decree_number", "starts_on__year")) == {("", 2022)}


def test_loading_again_writes_nothing(loaded):
    load_cohort_members()
    events = [m.pgh_event_model.objects.count() for m in (School, Membership, Programme)]
    assert (load_programmes(), load_schools(), load_cohort_members()) == (0, 0, 0)
    assert events == [m.pgh_event_model.objects.count() for m in (School, Membership, Programme)]


def test_loading_again_keeps_what_people_changed_and_adds_what_is_missing(loaded):
    School.objects.filter(npsn="30304336").update(name="SD AUSTRAL BYNA BARU")
    School.objects.filter(npsn="30304338").delete()
    assert load_schools() == 1
    assert School.objects.get(npsn="30304336").name == "SD AUSTRAL BYNA BARU"
    assert School.objects.filter(npsn="30304338").exists()
