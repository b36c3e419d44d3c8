"""Facts of a school hold from a date: a list for a past day shows that day's facts."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from portal.models import Area
from portal.operations import Refused
from schools.models import PastFacts, School, State
from schools.operations.schools import move_to_district, set_accreditation

OLD, THEN, NOW = date(2019, 6, 1), date(2023, 7, 1), date(2024, 1, 1)


def listed(day, area="63.71.01") -> list[tuple]:
    """The rows of a list for a day: what a report printed then would have shown."""
    schools = School.objects.as_of(day).filter(district_id=area).order_by("name")
    return list(schools.values_list("npsn", "name", "status", "accreditation", "stage"))


def change(school, since, **facts) -> None:
    for name, value in facts.items():
        setattr(school, name, value)
    school.facts_since = since
    school.save()


def test_an_old_list_stays_what_it_was_after_every_sort_of_change(make_school, make_member):
    a, b, c, d = (
        make_school(npsn=f"3030412{n}", name=f"SDN LAMA {n}", facts_since=OLD) for n in range(4)
    )
    member = make_member(a)
    before, names = listed(THEN), [s.name for s in School.objects.as_of(THEN).search("lama")]
    in_programme = School.objects.as_of(THEN).in_programme(member.programme, on=THEN).count()
    change(a, NOW, name="SDN BARU", status="swasta", accreditation="A")
    change(b, NOW, district_id="63.71.02")
    change(c, NOW, state=State.CLOSED, state_reason="Tidak ada murid")
    change(d, NOW, state=State.MERGED, merged_into=a)
    make_school(name="SDN SUSULAN", facts_since=NOW)
    member.ends_on = NOW
    member.save()
    assert listed(THEN) == before
    assert len(before) == 4
    assert sorted(s.name for s in School.objects.as_of(THEN).search("lama")) == sorted(names)
    assert School.objects.as_of(THEN).in_programme(member.programme, on=THEN).count() == 1
    assert in_programme == 1
    assert [row[1] for row in listed(NOW)] == ["SDN BARU", "SDN SUSULAN"]


def test_before_it_was_recorded_a_school_did_not_exist(make_school):
    make_school(facts_since=THEN)
    assert not School.objects.as_of(THEN - timedelta(days=1)).exists()
    assert School.objects.as_of(THEN).exists()


def test_the_same_date_corrects_and_an_earlier_one_takes_back(make_school):
    school = make_school(name="SDN SATU", facts_since=OLD)
    change(school, NOW, name="SDN DUA")
    change(school, NOW, name="SDN DUA BENAR")
    assert School.objects.as_of(NOW).get().name == "SDN DUA BENAR"
    assert School.objects.as_of(THEN).get().name == "SDN SATU"
    change(school, OLD, name="SDN SATU")
    assert not PastFacts.objects.exists()
    assert School.objects.as_of(NOW).get().name == "SDN SATU"


def test_several_schools_move_from_a_day_on(make_school):
    school = make_school(facts_since=OLD, district="63.71.01")
    assert (
        move_to_district(
            School.objects.all(), district=Area.objects.get(pk="63.71.02"), holds_from=NOW
        )
        == 1
    )
    assert School.objects.as_of(THEN).get().district_id == "63.71.01"
    school.refresh_from_db()
    assert (school.district_id, school.version) == ("63.71.02", 2)


def test_several_schools_are_not_changed_before_their_present_facts(make_school):
    make_school(facts_since=OLD, accreditation="B")
    make_school(facts_since=NOW, accreditation="B", name="SDN TERLAMBAT")
    with pytest.raises(Refused, match="SDN TERLAMBAT"):
        set_accreditation(School.objects.all(), accreditation="A", holds_from=THEN)
    assert not School.objects.filter(accreditation="A").exists()


def test_several_schools_are_not_changed_on_a_day_that_has_not_come(make_school):
    make_school(facts_since=OLD)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused, match="belum tiba"):
        set_accreditation(School.objects.all(), accreditation="A", holds_from=tomorrow)


def test_the_page_of_a_school_tells_what_changed_on_which_day(client_of, school):
    School.objects.update(facts_since=OLD)
    school.refresh_from_db()
    change(school, THEN, name="SDN DUA")
    change(school, NOW, accreditation="A", district_id="63.71.02")
    turns = client_of("dinas").get(school.get_absolute_url()).context["turns"]
    told = [(turn.on, [(c.label, c.old, c.new) for c in turn.changes]) for turn in turns]
    assert told == [
        (
            NOW,
            [
                ("kecamatan", "Banjarmasin Selatan", "Banjarmasin Timur"),
                ("akreditasi", "B", "A"),
            ],
        ),
        (THEN, [("nama", "SD NEGERI MURUNG RAYA 1", "SDN DUA")]),
    ]


@pytest.fixture
def edited(client_of, school):
    """`edited(name=…)`: the page after the edit form was sent with these fields changed."""
    client = client_of("dinas")
    address = f"/sekolah/{school.npsn}/ubah/"

    def send(**fields):
        form = client.get(address).context["form"]
        values = {name: form[name].value() for name in form.fields}
        kept = {name: "" if value is None else value for name, value in values.items()}
        return client.post(address, kept | fields)

    return send


def test_a_change_on_the_form_holds_from_its_day(school, edited):
    School.objects.update(facts_since=OLD)
    assert edited(name="SDN BARU", facts_since="2024-01-01").status_code == 302
    assert School.objects.as_of(THEN).get().name == school.name
    assert School.objects.as_of(NOW).get().name == "SDN BARU"


def test_a_correction_on_the_form_leaves_no_past(school, edited):
    School.objects.update(facts_since=OLD)
    edited(name="SDN BENAR", facts_since="2019-06-01")
    assert School.objects.as_of(THEN).get().name == "SDN BENAR"
    assert not PastFacts.objects.exists()


def test_an_address_is_not_dated(school, edited):
    School.objects.update(facts_since=OLD)
    edited(address="Jl. Baru 1")
    school.refresh_from_db()
    assert (school.address, school.facts_since) == ("Jl. Baru 1", OLD)


@pytest.mark.parametrize("day", ["2019-05-31", "2999-01-01", "besok"])
def test_a_day_that_cannot_be_is_told_beside_the_field(school, edited, day):
    School.objects.update(facts_since=OLD)
    response = edited(name="SDN BARU", facts_since=day)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["facts_since"]
    assert School.objects.get().name == school.name


def rows_of(client, **asked) -> list[tuple]:
    """What the list shows: names, NPSN, kecamatan and programmes, in its order."""
    page = client.get("/sekolah/", asked).context["list"].page
    return [
        (s.name, s.npsn, s.district.name, [str(m) for m in s.current_memberships])
        for s in page.object_list
    ]


def test_the_list_for_a_past_day_is_the_same_after_later_changes(
    client_of, make_school, make_member
):
    client, day = client_of("dinas"), {"per": str(THEN)}
    a, b = (make_school(name=f"SDN {n}", facts_since=OLD) for n in "AB")
    make_member(a)
    questions = [
        {},
        {"q": "sdn a"},
        {"kecamatan": "63.71.01", "urut": "-npsn"},
        {"jenjang": "sd", "status": "negeri"},
        {"program": "sekolah-penggerak:1"},
    ]
    before = [rows_of(client, **day, **asked) for asked in questions]
    change(a, NOW, name="SMPN Z", form="SMP", status="swasta", district_id="63.71.05")
    change(b, NOW, state=State.CLOSED)
    a.memberships.update(ends_on=NOW - timedelta(days=1))
    make_school(name="SDN C", facts_since=NOW)
    assert [rows_of(client, **day, **asked) for asked in questions] == before
    assert [len(rows) for rows in before] == [2, 1, 2, 2, 1]
    assert [row[0] for row in rows_of(client)] == ["SDN C", "SMPN Z"]


def test_the_list_for_a_past_day_stays_inside_the_scope(client_of, make_school):
    school = make_school(name="SDN PINDAH", district="63.72.05", facts_since=OLD)
    change(school, NOW, district_id="63.71.01")
    client = client_of("dinas")
    assert rows_of(client, per=str(THEN)) == []
    assert [row[0] for row in rows_of(client, per=str(NOW))] == ["SDN PINDAH"]


@pytest.mark.parametrize("day", ["kemarin", "2999-01-01", "2024-02-30", "0000-00-00"])
def test_a_day_that_no_list_can_be_for_is_told_beside_the_field(client_of, make_school, day):
    make_school()
    context = client_of("dinas").get("/sekolah/", {"per": day}).context
    assert "per" in context["list"].filterset.form.errors
    assert len(context["list"].page.object_list) == 1


CHANGES = st.lists(
    st.tuples(st.integers(0, 400), st.sampled_from(["SDN A", "SDN B", "SDN C"])), max_size=8
)


class TestProperties(HypothesisTestCase):
    @settings(max_examples=40)
    @given(changes=CHANGES, asked=st.integers(0, 450))
    def test_any_day_shows_the_last_name_given_until_then(self, changes, asked):
        """Whatever was recorded from a later day on is replaced by what is recorded afterwards."""
        school = School.objects.create(
            npsn="30304120",
            name="SDN AWAL",
            form="SD",
            status="negeri",
            district_id="63.71.01",
            facts_since=OLD,
        )
        known = [(0, "SDN AWAL")]
        for days, name in changes:
            change(school, OLD + timedelta(days=days), name=name)
            known = [fact for fact in known if fact[0] < days] + [(days, name)]
        expected = [name for days, name in known if days <= asked]
        found = School.objects.as_of(OLD + timedelta(days=asked)).values_list("name", flat=True)
        assert list(found) == expected[-1:]
