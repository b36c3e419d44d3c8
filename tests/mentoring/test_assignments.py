"""Assignments in the portal: under a ceiling, ended, handed over with their planned visits, covered."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Assignment, Ceiling, PlanningDefaults, Visit
from mentoring.operations.assignments import assign_school, end_assignment, hand_over
from portal.notices.models import Notice
from portal.operations import Conflict, Refused
from schools.models import Membership, Programme

TODAY = timezone.localdate()


@pytest.fixture
def other(make_person):
    return make_person("fasilitator", name="Arsyad Fasilitator")


def held(person) -> set[str]:
    return {a.school.name for a in Assignment.objects.on().filter(facilitator=person)}


def add(client, school, person, **fields):
    sent = {
        "key": "8d7e3f42-2222-4000-8000-000000000001",
        "facilitator": person.pk,
        "npsn": school.npsn,
        "starts_on": str(TODAY),
    }
    return client.post(reverse("mentoring:assignment-add"), sent | fields)


def test_dinas_assigns_up_to_the_ceiling_that_an_admin_keeps(client_of, make_school, facilitator):
    client = client_of("dinas")
    schools = [make_school(name=f"SDN BATAS {n}") for n in range(4)]
    PlanningDefaults.objects.update(schools_most=2)
    keys = [f"8d7e3f42-2222-4000-8000-00000000001{n}" for n in range(4)]
    for school, key in zip(schools[:2], keys, strict=False):
        assert add(client, school, facilitator, key=key).status_code == 302
    refused = add(client, schools[2], facilitator, key=keys[2])
    assert refused.status_code == 422
    assert "sudah mendampingi 2 sekolah" in refused.text
    assert held(facilitator) == {"SDN BATAS 0", "SDN BATAS 1"}
    Ceiling.objects.create(facilitator=facilitator, schools=3)
    assert add(client, schools[2], facilitator, key=keys[2]).status_code == 302
    page = client.get(reverse("mentoring:facilitator", args=[facilitator.pk])).text
    assert "3 dari 3" in page
    assert "SDN BATAS 2" in page
    assert "3 dari 3" in client.get(reverse("mentoring:assignments")).text


def test_a_school_that_ends_before_leaves_room(make_school, facilitator, dinas):
    PlanningDefaults.objects.update(schools_most=1)
    end = TODAY + timedelta(days=30)
    assign_school(make_school(), to=facilitator, by=dinas, starts_on=TODAY, ends_on=end)
    with pytest.raises(Refused, match="batasnya 1"):
        assign_school(make_school(), to=facilitator, by=dinas, starts_on=TODAY - timedelta(days=40))
    assign_school(make_school(), to=facilitator, by=dinas, starts_on=end + timedelta(days=1))


@pytest.mark.django_db(transaction=True)
def test_two_who_assign_in_the_same_moment_stay_under_the_ceiling(make_school, make_person):
    call_command("load_reference", verbosity=0)  # an earlier test of this sort empties the database
    person = make_person("fasilitator")
    Ceiling.objects.create(facilitator=person, schools=1)
    schools, gate, refused = [make_school(), make_school()], Barrier(2), []

    def assign(school):
        gate.wait()
        try:
            assign_school(school, to=person, by=person, starts_on=TODAY)
        except Refused as refusal:
            refused.append(str(refusal))
        finally:
            connections.close_all()

    threads = [Thread(target=assign, args=[school]) for school in schools]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Assignment.objects.filter(facilitator=person).count() == 1
    assert len(refused) == 1


def test_outside_the_facilitators_area_and_closed_schools_are_refused(
    make_school, make_person, client_of
):
    near = make_person("fasilitator", area="63.71.02")
    with pytest.raises(Refused, match="di luar wilayah fasilitator"):
        assign_school(make_school(district="63.71.01"), to=near, by=near, starts_on=TODAY)
    closed = make_school(district="63.71.02", state="tutup", state_reason="Tidak ada murid")
    with pytest.raises(Refused, match="sudah tutup"):
        assign_school(closed, to=near, by=near, starts_on=TODAY)
    elsewhere = add(client_of("dinas"), make_school(district="62.71.01"), near)
    assert elsewhere.status_code == 422
    assert "Tidak ada sekolah dengan NPSN itu" in elsewhere.text


def test_a_school_handed_over_keeps_its_history_and_takes_planned_visits_along(
    client_of, plan, own_school, facilitator, other
):
    early = plan(on=TODAY + timedelta(days=5))
    along, staying = (plan(on=TODAY + timedelta(days=days)) for days in (20, 25))
    assignment = Assignment.objects.get(school=own_school)
    address = reverse("mentoring:assignment-hand-over", args=[assignment.pk])
    client = client_of("dinas")
    page = client.get(address).text
    assert along.number in page
    day = TODAY + timedelta(days=10)
    sent = {"to": other.pk, "on": str(day), "version": 1, "visits": [along.pk]}
    too_early = client.post(address, sent | {"visits": [early.pk, along.pk]})
    assert "Rencana kunjungan berubah" in too_early.text
    assert Assignment.objects.get(school=own_school).ends_on is None
    assert client.post(address, sent).status_code == 302
    periods = Assignment.objects.filter(school=own_school).order_by("starts_on")
    assert [(a.facilitator, a.ends_on) for a in periods] == [
        (facilitator, day - timedelta(days=1)),
        (other, None),
    ]
    owners = {v.pk: v.facilitator for v in Visit.objects.all()}
    assert owners == {early.pk: facilitator, along.pk: other, staying.pk: facilitator}
    told = {notice.user: notice.text for notice in Notice.objects.all()}
    assert set(told) == {facilitator, other}
    assert told[other].startswith("Anda mendampingi SDN TELUK DALAM 1 sejak")
    assert "didampingi Arsyad Fasilitator mulai" in told[facilitator]
    again = client.post(address, sent | {"visits": []})
    assert again.status_code == 409
    assert "diubah orang lain" in again.text


def test_an_assignment_ends_once_and_not_before_it_began(own_school, facilitator, dinas):
    assignment = Assignment.objects.get(school=own_school)
    with pytest.raises(Refused, match="Penugasan ini mulai pada"):
        end_assignment(assignment, by=dinas, on=assignment.starts_on - timedelta(days=1), version=1)
    end_assignment(assignment, by=dinas, on=TODAY - timedelta(days=1), version=1)
    assert held(facilitator) == set()
    with pytest.raises(Conflict):
        end_assignment(assignment, by=dinas, on=TODAY, version=1)
    with pytest.raises(Refused, match="sudah berakhir pada"):
        end_assignment(assignment, by=dinas, on=TODAY, version=2)


def test_a_full_facilitator_takes_nothing_over(own_school, other, dinas):
    Ceiling.objects.create(facilitator=other, schools=0)
    assignment = Assignment.objects.get(school=own_school)
    with pytest.raises(Refused, match="batasnya 0"):
        hand_over(assignment, to=other, by=dinas, on=TODAY, version=1)
    assert Assignment.objects.get(school=own_school).ends_on is None


def test_coverage_lists_members_whom_nobody_accompanies_today(
    client_of, own_school, make_school, assign, other
):
    programme = Programme.objects.get(code="sekolah-penggerak")
    left, alone = make_school(name="SDN DITINGGAL"), make_school(name="SDN SENDIRI")
    for school in (own_school, left, alone):
        Membership.objects.create(
            school=school, programme=programme, cohort=1, starts_on=TODAY - timedelta(days=9)
        )
    make_school(name="SDN BUKAN ANGGOTA")
    assign(other, left, ends_on=TODAY - timedelta(days=1))
    rows = client_of("dinas").get(reverse("mentoring:assignment-coverage")).context["list"]
    assert [s.name for s in rows.page.object_list] == ["SDN DITINGGAL", "SDN SENDIRI"]


@pytest.mark.parametrize("role", ["fasilitator", "pimpinan"])
def test_facilitators_and_leaders_read_without_steps(client_of, role, own_school, facilitator):
    client = client_of(facilitator if role == "fasilitator" else role)
    page = client.get(reverse("mentoring:facilitator", args=[facilitator.pk])).text
    assert own_school.name in page
    assert "Alihkan" not in page
    assignment = Assignment.objects.get(school=own_school)
    step = reverse("mentoring:assignment-end", args=[assignment.pk])
    assert client.post(step, {"on": str(TODAY), "version": 1}).status_code == 403


def test_the_list_takes_as_many_queries_for_few_as_for_many(client_of, make_person):
    client, counts = client_of("dinas"), []
    for _round in range(2):
        for _number in range(4):
            make_person("fasilitator")
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("mentoring:assignments"))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10
