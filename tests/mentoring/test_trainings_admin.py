"""Agreements, trainings and assignments in the Django admin, for administrators."""

import datetime as dt

import pytest
from django.urls import reverse

from mentoring.models import Assignment, Training
from tests.mentoring.test_agreements import party_row, rows


@pytest.fixture
def admin(client_of):
    return client_of("admin", area="63.71")


def assign(client, facilitator, school, **fields):
    data = {
        "facilitator": facilitator.pk,
        "school": school.pk,
        "starts_on": "2026-01-01",
        "ends_on": "2026-06-30",
        "version": "1",
    }
    return client.post(reverse("admin:mentoring_assignment_add"), data | fields)


def errors(response) -> str:
    return str(response.context["adminform"].errors)


@pytest.mark.parametrize("model", ["agreement", "training", "participant", "assignment"])
def test_only_administrators_get_in(client_of, admin, model):
    url = reverse(f"admin:mentoring_{model}_changelist")
    assert admin.get(url).status_code == 200
    assert admin.get(reverse(f"admin:mentoring_{model}_add")).status_code == 200
    assert client_of("dinas").get(url).status_code in (302, 403)


def test_the_lists_hold_the_own_scope_only(
    admin, make_agreement, make_training, make_participant, make_school
):
    make_training(title="Lokakarya sini")
    other = make_training(title="Lokakarya sana", area="63.72")
    person = make_participant(other, school=make_school(district="63.72.02"), name="Guru sana")
    listed = admin.get(reverse("admin:mentoring_training_changelist")).text
    assert "Lokakarya sini" in listed
    assert "Lokakarya sana" not in listed
    assert "Guru sana" not in admin.get(reverse("admin:mentoring_participant_changelist")).text
    for model, record in (("training", other), ("participant", person)):
        assert (
            admin.get(reverse(f"admin:mentoring_{model}_change", args=[record.pk])).status_code
            == 302
        )


@pytest.mark.parametrize("area", ["63", "63.71"])
def test_a_facilitator_is_assigned_to_a_school(admin, make_person, make_school, area):
    response = assign(admin, make_person("fasilitator", area=area), make_school())
    assert response.status_code == 302
    assert Assignment.objects.count() == 1


@pytest.mark.parametrize("role", ["dinas", "pimpinan", "admin"])
def test_only_facilitators_can_be_assigned(admin, make_person, make_school, role):
    response = assign(admin, make_person(role, area="63.71"), make_school())
    assert "facilitator" in response.context["adminform"].errors
    assert not Assignment.objects.exists()


def test_the_facilitators_of_the_area_are_offered_those_of_the_province_too(admin, make_person):
    make_person("fasilitator", area="63.71", name="Fasil Kota")
    make_person("fasilitator", area="63", name="Fasil Provinsi")
    make_person("fasilitator", area="63.72", name="Fasil Banjarbaru")
    make_person("fasilitator", area="63", name="Fasil Lama", is_active=False)
    make_person("dinas", name="Fasih Dinas")
    query = {
        "app_label": "mentoring",
        "model_name": "assignment",
        "field_name": "facilitator",
        "term": "fasi",
    }
    offered = admin.get(reverse("admin:mentoring_assignment_facilitators"), query).json()["results"]
    assert [choice["text"] for choice in offered] == ["Fasil Kota", "Fasil Provinsi"]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "refused"),
    [
        ("2026-06-30", "", True),
        ("2025-01-01", "2026-01-01", True),
        ("2025-01-01", "", True),
        ("2026-02-01", "2026-03-01", True),
        ("2026-07-01", "", False),
        ("2025-01-01", "2025-12-31", False),
    ],
)
def test_the_same_pair_cannot_be_assigned_twice_for_the_same_days(
    admin, make_person, make_school, starts_on, ends_on, refused
):
    facilitator, school = make_person("fasilitator", area="63.71"), make_school()
    assign(admin, facilitator, school)
    response = assign(admin, facilitator, school, starts_on=starts_on, ends_on=ends_on)
    if refused:
        assert "Fasilitator ini sudah ditugaskan ke sekolah itu 1 Januari 2026" in errors(response)
    assert Assignment.objects.count() == (1 if refused else 2)


def test_an_assignment_can_be_changed_without_meeting_itself(admin, make_person, make_school):
    facilitator, school = make_person("fasilitator", area="63.71"), make_school()
    assign(admin, facilitator, school)
    assignment = Assignment.objects.get()
    data = {
        "facilitator": facilitator.pk,
        "school": school.pk,
        "starts_on": "2026-01-01",
        "ends_on": "2026-07-31",
        "version": "1",
    }
    admin.post(reverse("admin:mentoring_assignment_change", args=[assignment.pk]), data)
    assignment.refresh_from_db()
    assert assignment.ends_on == dt.date(2026, 7, 31)


def test_a_school_outside_the_facilitators_area_is_refused(client_of, make_person, make_school):
    nation = client_of("admin", area="63")
    facilitator = make_person("fasilitator", area="63.71")
    response = assign(nation, facilitator, make_school(district="63.72.02"))
    assert "Sekolah ini di luar wilayah fasilitator." in errors(response)


def test_an_end_before_the_start_is_refused(admin, make_person, make_school):
    facilitator = make_person("fasilitator", area="63.71")
    response = assign(admin, facilitator, make_school(), ends_on="2025-12-31")
    assert "Tanggal berakhir mendahului tanggal mulai." in errors(response)


def training_answers(training, **fields) -> dict:
    return {
        "title": "Judul admin",
        "kind": "bimtek",
        "organiser": "Dinas",
        "agreement": training.agreement_id,
        "area": "63.71",
        "mode": "luring",
        "version": "1",
    } | fields


def test_a_training_is_edited_and_its_sessions_are_left_to_the_portal(
    admin, make_training, make_session
):
    training = make_training()
    session = make_session(training)
    url = reverse("admin:mentoring_training_change", args=[training.pk])
    text = admin.get(url).text
    assert reverse("mentoring:session-edit", args=[session.pk]) in text
    assert reverse("mentoring:session-add", args=[training.pk]) in text
    forged = {"id": session.pk, "training": training.pk, "topic": "Ditimpa", "DELETE": "on"}
    saved = admin.post(url, training_answers(training) | rows("sessions", [forged]))
    assert saved.status_code == 302
    training.refresh_from_db()
    assert (training.title, training.version) == ("Judul admin", 2)
    session.refresh_from_db()
    assert (session.topic, session.version) == ("Membaca data", 1)


def test_the_same_person_is_refused_in_any_case_and_spacing(admin, make_training, make_participant):
    training = make_training()
    first = make_participant(training, name="Siti Aminah")
    again = {"training": training.pk, "school": first.school_id, "name": "SITI  aminah"}
    response = admin.post(reverse("admin:mentoring_participant_add"), again)
    assert response.context["adminform"].errors["name"] == [
        "Nama ini sudah terdaftar dari sekolah yang sama."
    ]
    assert training.participants.get() == first


def agreement_page(client, agreement, parties, **fields):
    """Send an agreement's page of the admin with these parties."""
    values = {name: getattr(agreement, name) for name in AGREEMENT_FIELDS}
    data = values | rows("parties", parties) | rows("clauses", []) | fields
    url = reverse("admin:mentoring_agreement_change", args=[agreement.pk])
    return client.post(url, {name: value for name, value in data.items() if value is not None})


AGREEMENT_FIELDS = [
    "kind",
    "title",
    "first_number",
    "second_number",
    "area_id",
    "starts_on",
    "ends_on",
    "signed_on",
    "signed_at",
    "state",
    "reminder_days",
    "version",
]


@pytest.mark.parametrize(
    "change", [{"DELETE": "on"}, {"DELETE": "on", "name": ""}, {"side": "dinas"}]
)
def test_an_agreement_keeps_a_signatory_of_each_side(admin, make_agreement, change):
    agreement = make_agreement()
    parties = [
        party_row(party) | {"agreement": agreement.pk}
        for party in agreement.parties.order_by("side")
    ]
    parties[0] |= change  # the one of BPMP
    refused = agreement_page(admin, agreement, parties, area="63.71")
    assert refused.status_code == 200
    assert "satu dari BPMP" in refused.text
    assert sorted(agreement.parties.values_list("side", flat=True)) == ["bpmp", "dinas"]


def test_an_agreement_with_both_sides_is_saved(admin, make_agreement):
    agreement = make_agreement()
    parties = [party_row(party) | {"agreement": agreement.pk} for party in agreement.parties.all()]
    saved = agreement_page(admin, agreement, parties, area="63.71", title="Judul admin")
    assert saved.status_code == 302
    agreement.refresh_from_db()
    assert agreement.title == "Judul admin"


def test_the_admin_of_a_city_cannot_place_anything_in_another(admin, make_training):
    training = make_training()
    url = reverse("admin:mentoring_training_change", args=[training.pk])
    data = training_answers(training, area="63.72")
    response = admin.post(url, data | rows("sessions", []))
    assert "area" in response.context["adminform"].errors
    assert Training.objects.get().area_id == "63.71"


def test_numbers_are_masked_in_the_list_of_participants(admin, make_training, make_participant):
    make_participant(make_training(), staff_number="198001012005011001")
    text = admin.get(reverse("admin:mentoring_participant_changelist")).text
    assert "••••1001" in text
    assert "198001012005011001" not in text
