"""The list of visits, a visit's page, its history, and the panel on a school's page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Agreement, FollowUp, Visit, VisitKind
from mentoring.operations.instruments import new_version
from mentoring.operations.reports import record_visit
from mentoring.operations.visits import send_back, submit_visit, verify_visit
from mentoring.queries.visits import schools_assigned_to

LIST = "mentoring:visits"
State = Visit.State


def copies(visit, total, **fields) -> list[Visit]:
    """As many visits like this one."""
    values = {f.attname: getattr(visit, f.attname) for f in Visit._meta.fields if f.name != "id"}
    return Visit.objects.bulk_create(Visit(**(values | fields)) for _n in range(total))


@pytest.fixture
def elsewhere(plan, make_person, make_school, agreement):
    """A verified visit to a school in another city, that must not leak."""
    visit = plan()
    (copy,) = copies(
        visit,
        1,
        school_id=make_school(name="SDN KOTA LAIN", district="62.71.01").pk,
        facilitator_id=make_person("fasilitator", area="62", name="Fasilitator Lain").pk,
        state=State.VERIFIED,
    )
    visit.transitions.all().delete()
    visit.delete()
    return copy


def test_school_reads_only_its_own_visits_and_none_that_is_being_written(
    client_of, verified_visit, own_school, make_school, plan
):
    planned = plan()
    neighbour = make_school(name="SDN TETANGGA")
    (of_neighbour,) = copies(verified_visit, 1, school_id=neighbour.pk)
    client = client_of("sekolah", school=own_school)
    page = client.get(reverse(LIST)).content.decode()
    assert verified_visit.number in page
    assert planned.number not in page
    assert of_neighbour.number not in page
    assert "TETANGGA" not in page
    own_page = client.get(verified_visit.get_absolute_url())
    assert "Guru sudah membaca Rapor" in own_page.content.decode()
    assert client.get(planned.get_absolute_url()).status_code == 404
    assert client.get(of_neighbour.get_absolute_url()).status_code == 404
    history = reverse("mentoring:visit-history", args=[of_neighbour.pk])
    assert client.get(history).status_code == 404


def test_visit_of_another_city_is_not_found(client_of, dinas, facilitator, elsewhere):
    for person in (dinas, facilitator):
        client = client_of(person)
        assert client.get(elsewhere.get_absolute_url()).status_code == 404
        page = client.get(reverse(LIST)).content.decode()
        assert "KOTA LAIN" not in page
        assert "Fasilitator Lain" not in page


@pytest.fixture
def various(plan, make_school, make_person, assign, facilitator):
    """A planned visit and a submitted one, to two schools, by two facilitators, on two days."""
    planned = plan()
    school = make_school(name="SMPN KELAYAN 2", district="63.71.02")
    other = make_person("fasilitator", name="Arsyad Fasilitator")
    assign(other, school)
    (submitted,) = copies(
        planned,
        1,
        school_id=school.pk,
        facilitator_id=other.pk,
        state=State.SUBMITTED,
        date=planned.date - timedelta(days=40),
    )
    return planned, submitted


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, "both"),
        ({"status": "diajukan"}, "submitted"),
        ({"q": "kelayan"}, "submitted"),
        ({"q": "teluk dal"}, "planned"),
        ({"kecamatan": "63.71.02"}, "submitted"),
        ({"q": "kelayan", "status": "direncanakan"}, "none"),
    ],
)
def test_list_is_filtered(client_of, dinas, various, query, expected):
    page = client_of(dinas).get(reverse(LIST), query).content.decode()
    found = {
        name
        for name, visit in zip(("planned", "submitted"), various, strict=True)
        if f">{visit.number}<" in page
    }
    wanted = {"both": {"planned", "submitted"}, "none": set()}.get(expected, {expected})
    assert found == wanted


def test_list_is_filtered_by_facilitator_and_period(client_of, dinas, various):
    planned, submitted = various
    client = client_of(dinas)
    page = client.get(reverse(LIST), {"fasilitator": submitted.facilitator_id}).content.decode()
    assert f">{submitted.number}<" in page
    assert f">{planned.number}<" not in page
    page = client.get(reverse(LIST), {"sampai": submitted.date}).content.decode()
    assert f">{submitted.number}<" in page
    assert f">{planned.number}<" not in page


def test_list_counts_open_follow_ups(client_of, dinas, verified_visit):
    FollowUp.objects.create(
        visit=verified_visit, description="Selesai", owner="dinas", state="selesai", result="ok"
    )
    page = client_of(dinas).get(reverse(LIST)).content.decode()
    assert 'data-label="Tindak lanjut terbuka" class="numeric">1<' in page


def test_list_asks_as_often_for_30_as_for_1000(client_of, dinas, verified_visit):
    client = client_of(dinas)
    counts = []
    for total in (30, 1000):
        copies(verified_visit, total)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(LIST), {"q": "teluk", "status": "diverifikasi"})
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10


def test_page_of_a_visit_asks_at_most_15_times(client_of, facilitator, draft_visit, full_report):
    client = client_of(facilitator)
    with CaptureQueriesContext(connection) as queries:
        client.get(draft_visit.get_absolute_url())
    assert len(queries) <= 15


def test_form_of_a_report_asks_as_often_for_many_follow_ups(client_of, facilitator, draft_visit):
    client, url = client_of(facilitator), reverse("mentoring:visit-record", args=[draft_visit.pk])
    counts = []
    for total in (1, 20):
        FollowUp.objects.bulk_create(
            FollowUp(visit=draft_visit, description=f"Tugas {n}") for n in range(total)
        )
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 20


def test_history_tells_who_did_what(client_of, verified_visit, dinas):
    url = reverse("mentoring:visit-history", args=[verified_visit.pk])
    page = client_of(dinas).get(url).content.decode()
    assert "Tindak lanjut “Menyusun jadwal pojok baca” ditambahkan" in page
    assert "2 bukti ditambahkan" in page
    assert "5 jawaban ditambahkan" in page
    assert "diverifikasi" in page


def test_history_asks_as_often_for_many_parts(client_of, verified_visit, dinas, full_report):
    client = client_of(dinas)
    url = reverse("mentoring:visit-history", args=[verified_visit.pk])
    counts = []
    for scores in ((1, 2), (3, 4, 1, 2, 3, 4, 1, 2)):
        for score in scores:
            for answer in verified_visit.answers.all():
                answer.score = score
                answer.save()
        with CaptureQueriesContext(connection) as queries:
            page = client.get(url).content.decode()
        assert f"Jawaban “{verified_visit.instrument.items.first()}” diubah" in page
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_history_names_a_part_even_where_it_is_gone(client_of, draft_visit, dinas):
    row = draft_visit.discussed.get()
    name = str(row.indicator)
    row.delete()
    url = reverse("mentoring:visit-history", args=[draft_visit.pk])
    page = client_of(dinas).get(url).content.decode()
    assert f"Indikator yang dibahas {name} dihapus" in page


def test_school_reads_the_outcome_not_how_it_was_written(
    client_of, submitted_visit, own_school, dinas, facilitator, full_report
):
    visit = submitted_visit
    send_back(visit, by=dinas, reason="Kepala sekolah keberatan", version=visit.version)
    report = full_report(visit, findings="Temuan yang diperbaiki")
    visit = record_visit(visit, by=facilitator, version=visit.version + 1, report=report)
    submit_visit(visit, by=facilitator, version=visit.version)
    verify_visit(visit, by=dinas, version=visit.version + 1)
    history = reverse("mentoring:visit-history", args=[visit.pk])
    head = client_of("sekolah", school=own_school)
    page = head.get(visit.get_absolute_url()).content.decode()
    assert "Temuan yang diperbaiki" in page
    assert f"Diverifikasi oleh {dinas}" in " ".join(page.split())
    assert "keberatan" not in page
    assert "Dikembalikan oleh" not in page
    assert history not in page
    assert head.get(history).status_code == 403
    page = client_of(dinas).get(visit.get_absolute_url()).content.decode()
    assert "keberatan" in page
    assert history in page


def test_assigned_schools_come_with_their_last_visit_and_open_follow_ups(
    facilitator, verified_visit, own_school, make_school, assign
):
    unvisited = make_school(name="SDN ZAMRUD")
    assign(facilitator, unvisited)
    FollowUp.objects.create(
        visit=verified_visit, description="Beres", owner="dinas", state="selesai", result="ok"
    )
    (draft,) = copies(
        verified_visit, 1, state=State.DRAFT, date=verified_visit.date + timedelta(days=1)
    )
    FollowUp.objects.create(visit=draft, description="Masih ditulis")
    copies(verified_visit, 1, date=verified_visit.date - timedelta(days=30))
    told = schools_assigned_to(facilitator).values_list("name", "last_visit", "open_follow_ups")
    assert list(told) == [(own_school.name, verified_visit.date, 1), ("SDN ZAMRUD", None, 0)]


def test_actions_fit_the_state_and_the_person(client_of, draft_visit, facilitator, dinas):
    for person, words in (
        (facilitator, {"Isi laporan", "Ajukan laporan", "Batalkan kunjungan"}),
        (dinas, set()),
    ):
        page = client_of(person).get(draft_visit.get_absolute_url()).content.decode()
        offered = {
            word
            for word in (
                "Isi laporan",
                "Ajukan laporan",
                "Batalkan kunjungan",
                "Verifikasi",
                "Kembalikan",
            )
            if f"{word}</" in page
        }
        assert offered == words


def test_dinas_is_offered_what_waits_for_it(client_of, submitted_visit, dinas, facilitator):
    page = client_of(dinas).get(submitted_visit.get_absolute_url()).content.decode()
    assert "Verifikasi</button>" in page
    assert "Kembalikan</a>" in page
    page = client_of(facilitator).get(submitted_visit.get_absolute_url()).content.decode()
    assert "Verifikasi</button>" not in page
    assert "Isi laporan" not in page


def test_open_follow_ups_of_the_last_visit_are_remembered(
    client_of, facilitator, verified_visit, plan
):
    visit = plan(on=timezone.localdate())
    page = client_of(facilitator).get(reverse("mentoring:visit-record", args=[visit.pk]))
    assert "1 tindak lanjut kunjungan sebelumnya belum selesai" in page.content.decode()
    assert "Menyusun jadwal pojok baca" in page.content.decode()


def test_panel_of_a_school_shows_its_visits(client_of, verified_visit, own_school, make_school):
    neighbour = make_school(name="SDN TETANGGA")
    (of_neighbour,) = copies(verified_visit, 1, school_id=neighbour.pk)
    url = reverse("mentoring:school-visits", args=[own_school.npsn])
    page = client_of("dinas").get(url).content.decode()
    assert verified_visit.number in page
    assert of_neighbour.number not in page
    head = client_of("sekolah", school=neighbour)
    assert head.get(url).status_code == 404


def test_panel_without_visits_leads_to_planning(client_of, facilitator, own_school):
    url = reverse("mentoring:school-visits", args=[own_school.npsn])
    page = client_of(facilitator).get(url).content.decode()
    assert f"{reverse('mentoring:visit-plan')}?sekolah={own_school.npsn}" in page
    plan_page = client_of(facilitator).get(
        reverse("mentoring:visit-plan"), {"sekolah": own_school.npsn}
    )
    assert f'<option value="{own_school.pk}" selected>' in plan_page.content.decode()


# The data administration


def test_a_published_instrument_is_fixed(client_of, verified_visit):
    instrument = verified_visit.instrument
    url = reverse("admin:mentoring_instrument_change", args=[instrument.pk])
    page = client_of("admin").get(url).content.decode()
    assert "Versi ini sudah terbit, jadi tidak dapat diubah." in page
    assert 'name="items-0-text"' not in page
    assert 'name="name"' not in page
    form = reverse("mentoring:instrument-item-edit", args=[instrument.items.first().pk])
    sent = {"version": 1, "text": "Lain", "code": "b1", "weight": 1}
    response = client_of("admin").post(form, sent)
    assert response.status_code == 422
    assert "Versi ini sudah terbit, jadi tidak dapat diubah." in response.text
    assert not instrument.items.filter(text="Lain").exists()


def test_a_draft_of_an_instrument_can_be_edited(client_of, verified_visit):
    draft = new_version(verified_visit.instrument)
    url = reverse("admin:mentoring_instrument_change", args=[draft.pk])
    assert 'name="name"' in client_of("admin").get(url).content.decode()
    item = draft.items.first()
    form = reverse("mentoring:instrument-item-edit", args=[item.pk])
    sent = {"version": 1, "text": "Lain", "code": "b1", "weight": 1}
    assert client_of("admin").post(form, sent).status_code == 302
    assert draft.items.filter(text="Lain").exists()


def test_state_of_a_visit_is_not_set_by_hand(client_of, submitted_visit):
    client = client_of("admin")
    url = reverse("admin:mentoring_visit_change", args=[submitted_visit.pk])
    data = {
        "version": submitted_visit.version,
        "kind": submitted_visit.kind_id,
        "agreement": submitted_visit.agreement_id,
        "state": State.VERIFIED,
    }
    assert client.get(url).status_code == 200
    assert client.post(url, data).status_code == 302
    assert Visit.objects.get(pk=submitted_visit.pk).state == State.SUBMITTED


def filed(visit, agreement) -> dict:
    return {"version": visit.version, "kind": visit.kind_id, "agreement": agreement.pk}


@pytest.mark.parametrize(
    "fields",
    [
        {"area_id": "63.72"},
        {"starts_on": timezone.localdate()},
        {"ends_on": timezone.localdate() - timedelta(days=4)},
        {"state": Agreement.State.DRAFT},
    ],
    ids=["another city", "not yet in force", "ended", "draft"],
)
def test_visit_is_not_filed_under_an_agreement_that_does_not_cover_it(
    client_of, submitted_visit, fields
):
    other = Agreement.objects.get()
    other.pk = None
    for name, value in fields.items():
        setattr(other, name, value)
    other.save()
    url = reverse("admin:mentoring_visit_change", args=[submitted_visit.pk])
    page = client_of("admin", area="63").post(url, filed(submitted_visit, other)).content.decode()
    assert "Naskah ini tidak berlaku pada" in page
    assert Visit.objects.get().agreement_id != other.pk


def test_visit_is_filed_under_another_agreement_that_covers_it(client_of, submitted_visit):
    other = Agreement.objects.get()
    other.pk, other.area_id = None, "63"
    other.save()
    url = reverse("admin:mentoring_visit_change", args=[submitted_visit.pk])
    client_of("admin", area="63").post(url, filed(submitted_visit, other))
    assert Visit.objects.get().agreement == other


def test_visit_keeps_its_agreement_that_was_terminated_since(client_of, submitted_visit):
    agreement = submitted_visit.agreement
    agreement.state = Agreement.State.TERMINATED
    agreement.save()
    url = reverse("admin:mentoring_visit_change", args=[submitted_visit.pk])
    response = client_of("admin").post(url, filed(submitted_visit, agreement))
    assert response.status_code == 302


def test_lists_of_the_data_administration_open(client_of, verified_visit):
    client = client_of("admin")
    for model in ("visit", "visitkind", "instrument", "followup"):
        response = client.get(reverse(f"admin:mentoring_{model}_changelist"), {"q": "a"})
        assert response.status_code == 200


def test_what_a_verified_visit_is_filed_under_is_fixed_in_the_admin(client_of, verified_visit):
    other = VisitKind.objects.exclude(pk=verified_visit.kind_id).first()
    url = reverse("admin:mentoring_visit_change", args=[verified_visit.pk])
    client_of("admin").post(url, {"version": verified_visit.version, "kind": other.pk})
    verified_visit.refresh_from_db()
    assert verified_visit.kind_id != other.pk
