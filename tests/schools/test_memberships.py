"""A school joins a programme, and leaves it."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from schools.models import Membership


@pytest.fixture
def add_url(school) -> str:
    return reverse("schools:membership-add", args=[school.npsn])


@pytest.fixture
def joining(programme):
    """`joining(cohort="2")`: a complete form of a new membership."""

    def fill(**fields) -> dict:
        return {
            "key": str(uuid.uuid4()),
            "programme": programme.pk,
            "cohort": "1",
            "decree_number": "",
            "starts_on": "2022-07-01",
            "ends_on": "",
        } | fields

    return fill


def errors(response) -> dict[str, list[str]]:
    return {name: list(texts) for name, texts in response.context["form"].errors.items()}


def test_school_joins_a_cohort(client_of, school, add_url, joining):
    response = client_of("dinas").post(add_url, joining(decree_number="SK-0301/C/2022"))
    assert response.url == school.get_absolute_url()
    member = Membership.objects.get()
    assert (member.school, str(member)) == (school, "Sekolah Penggerak angkatan 1")
    assert (member.starts_on, member.ends_on) == (date(2022, 7, 1), None)


def test_form_sent_twice_makes_one_membership(client_of, school, add_url, joining):
    client, sent = client_of("dinas"), joining()
    client.post(add_url, sent)
    again = client.post(add_url, sent, follow=True)
    assert again.redirect_chain == [(school.get_absolute_url(), 302)]
    assert "Formulir ini sudah diproses sebelumnya." in again.content.decode()
    assert Membership.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"ends_on": "2022-06-30"}, "ends_on", "Tanggal berakhir mendahului tanggal mulai."),
        ({"cohort": "1"}, "cohort", "Sekolah ini sudah tercatat pada program dan angkatan itu."),
        ({"cohort": "0"}, "cohort", "1"),
        ({"cohort": ""}, "cohort", "Isi nomor angkatan."),
        ({"programme": ""}, "programme", "Pilih program."),
        ({"starts_on": ""}, "starts_on", "Isi tanggal mulai."),
    ],
)
def test_wrong_value_is_refused_beside_its_field(
    client_of, school, make_member, add_url, joining, typed, field, sentence
):
    make_member(school)
    response = client_of("dinas").post(add_url, joining(**{"cohort": "2"} | typed))
    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert sentence in errors(response)[field][0]
    assert Membership.objects.count() == 1


def test_membership_of_one_day_and_the_same_cohort_of_another_school_are_fine(
    client_of, make_school, make_member, add_url, joining
):
    make_member(make_school())
    response = client_of("dinas").post(add_url, joining(ends_on="2022-07-01"))
    assert response.status_code == 302


def test_membership_ends(client_of, school, make_member, opened):
    member = make_member(school)
    client, url = client_of("dinas"), reverse("schools:membership-edit", args=[member.pk])
    response = client.post(url, opened(client, url, ends_on="2025-06-30"))
    assert response.url == school.get_absolute_url()
    member.refresh_from_db()
    assert (member.ends_on, member.version) == (date(2025, 6, 30), 2)


def test_edit_into_another_membership_is_refused(client_of, school, make_member, opened):
    make_member(school)
    member = make_member(school, cohort=2)
    client, url = client_of("dinas"), reverse("schools:membership-edit", args=[member.pk])
    response = client.post(url, opened(client, url, cohort="1"))
    assert list(errors(response)) == ["cohort"]


def test_edit_on_top_of_a_newer_one_is_refused_with_what_changed(
    client_of, school, make_member, opened
):
    member = make_member(school)
    client, url = client_of("dinas"), reverse("schools:membership-edit", args=[member.pk])
    sent = opened(client, url, decree_number="SK-2")
    Membership.objects.filter(pk=member.pk).update(version=2, decree_number="SK-1")
    response = client.post(url, sent)
    assert response.status_code == 409
    form = response.context["form"]
    assert [(c.label, c.old, c.new) for c in form.conflict] == [("nomor SK", "–", "SK-1")]
    assert form["decree_number"].value() == "SK-2"
    member.refresh_from_db()
    assert member.decree_number == "SK-1"
