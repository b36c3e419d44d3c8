"""Planning a visit: for which schools and days, under which agreement, and once."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Instrument, Visit, VisitKind
from mentoring.operations.filing import instrument_in_use
from mentoring.operations.instruments import make_version, new_version, publish
from portal.operations import Refused
from tests.mentoring.fixtures_instruments import EVERY_KIND

State = Visit.State


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def steps_of(visit) -> list[tuple[str, str]]:
    return list(visit.transitions.values_list("from_state", "to_state"))


def plan_data(school, **fields) -> dict:
    return {
        "key": "8d7e3f42-1111-4000-8000-000000000001",
        "school": school.pk,
        "date": str(timezone.localdate()),
        "mode": Visit.Mode.ON_SITE,
        "kind": VisitKind.objects.first().pk,
    } | fields


PLAN = "mentoring:visit-plan"


def test_facilitator_plans_a_visit(client_of, facilitator, own_school, agreement):
    response = client_of(facilitator).post(reverse(PLAN), plan_data(own_school))
    visit = Visit.objects.get()
    assert response.url == visit.get_absolute_url()
    assert (visit.state, visit.facilitator, visit.agreement, visit.version) == (
        State.PLANNED,
        facilitator,
        agreement,
        1,
    )
    assert steps_of(visit) == [("", State.PLANNED)]


def test_plan_sent_twice_makes_one_visit(client_of, facilitator, own_school, agreement):
    client = client_of(facilitator)
    first = client.post(reverse(PLAN), plan_data(own_school))
    second = client.post(reverse(PLAN), plan_data(own_school))
    assert second.url == first.url
    assert said(second)[-1] == "Formulir ini sudah diproses sebelumnya."
    assert Visit.objects.count() == 1


def test_only_schools_entrusted_lately_can_be_planned(
    client_of, facilitator, own_school, agreement, make_school, make_person, assign
):
    of_another = make_school(name="SDN MILIK LAIN")
    assign(make_person("fasilitator"), of_another)
    long_ago = make_school(name="SDN DULU SAYA")
    assign(facilitator, long_ago, ends_on=timezone.localdate() - timedelta(days=366))
    outside = make_school(name="SDN LUAR WILAYAH", district="62.71.01")
    assign(facilitator, outside)
    client = client_of(facilitator)
    page = client.get(reverse(PLAN)).content.decode()
    assert own_school.name in page
    for school in (of_another, long_ago, outside):
        assert school.name not in page
        response = client.post(reverse(PLAN), plan_data(school))
        assert response.status_code == 422
        assert "Pilih salah satu sekolah dampingan Anda." in response.content.decode()
    assert not Visit.objects.exists()


def test_visit_of_a_past_day_is_planned_while_the_school_was_entrusted(
    client_of, facilitator, agreement, make_school, assign
):
    last_day = timezone.localdate() - timedelta(days=20)
    school = make_school(name="SDN SAMPAI BULAN LALU")
    assign(facilitator, school, ends_on=last_day)
    client = client_of(facilitator)
    refused = client.post(reverse(PLAN), plan_data(school))
    assert refused.status_code == 422
    assert "SDN SAMPAI BULAN LALU bukan sekolah dampingan Anda pada" in refused.content.decode()
    client.post(reverse(PLAN), plan_data(school, date=str(last_day)))
    assert Visit.objects.get().date == last_day


@pytest.mark.parametrize("asked", ["", "x" * 5000, "99999999"])
def test_school_asked_for_that_is_none_is_ignored(client_of, facilitator, own_school, asked):
    response = client_of(facilitator).get(reverse(PLAN), {"sekolah": asked})
    assert response.status_code == 200
    assert "selected>Pilih sekolah dampingan" in response.content.decode()


def test_school_asked_for_with_a_nul_byte_is_no_error_of_the_portal(client_of, facilitator):
    assert client_of(facilitator).get(reverse(PLAN), {"sekolah": "\0"}).status_code == 400


def test_plan_outside_the_assignment_is_refused(client_of, facilitator, own_school, agreement):
    response = client_of(facilitator).post(
        reverse(PLAN), plan_data(own_school, date="2022-11-06", starts_at="08:30")
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert "SDN TELUK DALAM 1 bukan sekolah dampingan Anda pada 6 November 2022." in page
    assert 'value="08:30"' in page
    assert not Visit.objects.exists()


def test_plan_without_an_agreement_in_force_is_refused(
    client_of, facilitator, own_school, agreement
):
    agreement.ends_on = timezone.localdate() - timedelta(days=1)
    agreement.save()
    response = client_of(facilitator).post(reverse(PLAN), plan_data(own_school))
    assert response.status_code == 422
    assert "Tidak ada naskah kerja sama yang berlaku" in response.content.decode()


def test_agreement_of_another_city_does_not_cover_the_school(
    client_of, facilitator, own_school, agreement
):
    agreement.area_id = "63.72"
    agreement.save()
    response = client_of(facilitator).post(reverse(PLAN), plan_data(own_school))
    assert "Tidak ada naskah kerja sama yang berlaku" in response.content.decode()


def test_plan_that_ends_before_it_starts_keeps_what_was_typed(
    client_of, facilitator, own_school, agreement
):
    response = client_of(facilitator).post(
        reverse(PLAN), plan_data(own_school, starts_at="10:00", ends_at="09:00")
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert page.count("Jam selesai harus setelah jam mulai.") == 2  # summary and field
    assert 'value="10:00"' in page


@pytest.mark.parametrize("role", ["admin", "dinas", "pimpinan"])
def test_others_cannot_plan(client_of, role):
    assert client_of(role).get(reverse(PLAN)).status_code == 403


def test_facilitator_without_schools_is_told_whom_to_ask(client_of):
    page = client_of("fasilitator").get(reverse(PLAN)).content.decode()
    assert "Anda belum ditugasi mendampingi sekolah" in page


def test_a_plan_chooses_among_the_instruments_in_use(client_of, facilitator, own_school, agreement):
    client, older = client_of(facilitator), Instrument.objects.published().get()
    page = reverse("mentoring:visit-plan")
    assert 'name="instrument"' not in client.get(page).text
    newer = make_version(EVERY_KIND)
    publish(newer, version=newer.version)
    draft = new_version(older)
    shown = client.get(page).context["form"].fields["instrument"].queryset
    assert list(shown) == [newer, older]
    sent = {
        "key": "8d7e3f42-4444-4000-8000-000000000001",
        "school": own_school.pk,
        "date": str(timezone.localdate()),
        "mode": Visit.Mode.ON_SITE,
        "kind": VisitKind.objects.first().pk,
        "instrument": draft.pk,
    }
    assert client.post(page, sent).status_code == 422
    assert client.post(page, sent | {"instrument": older.pk}).status_code == 302
    assert Visit.objects.get().instrument == older
    with pytest.raises(Refused, match="tidak dipakai lagi"):
        instrument_in_use(draft)


def test_a_second_plan_for_the_same_school_and_day_is_told(
    client_of, plan, facilitator, own_school
):
    first = plan(on=timezone.localdate())
    sent = {
        "key": "8d7e3f42-4444-4000-8000-000000000002",
        "school": own_school.pk,
        "date": str(first.date),
        "mode": Visit.Mode.ON_SITE,
        "kind": first.kind_id,
    }
    response = client_of(facilitator).post(reverse("mentoring:visit-plan"), sent, follow=True)
    assert f"sudah ada kunjungan hari itu: {first.number}" in response.text


@pytest.mark.parametrize("page", ["visits", "follow-ups", "trainings"])
def test_dates_the_wrong_way_round_are_told_and_not_used(client_of, verified_visit, dinas, page):
    client = client_of(dinas)
    dates = {"dari": "2026-05-02", "sampai": "2026-05-01"}
    shown = client.get(reverse(f"mentoring:{page}"), dates)
    assert "Tanggal akhir mendahului tanggal awal. Tukar keduanya." in shown.text
    rows = client.get(reverse(f"mentoring:{page}")).context["list"].page.object_list
    assert list(shown.context["list"].page.object_list) == list(rows)
