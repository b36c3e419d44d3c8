"""The registry in the Django admin: search, scope, bulk actions, and edits on top of newer ones."""

import json
from datetime import date

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.models import Area
from schools.models import Form, Membership, School, SchoolAccount, Status

SCHOOLS = reverse("admin:schools_school_changelist")


@pytest.fixture
def admin(client_of):
    """The administrator of Banjarmasin."""
    return client_of("admin", area="63.71")


@pytest.fixture
def neighbours(school, elsewhere, make_member):
    """A member of the first cohort in the administrator's scope, and one outside it."""
    return make_member(school), make_member(elsewhere)


def names(response) -> list[str]:
    return [school.name for school in response.context["cl"].result_list]


def suggested(client, model: str, field: str, term: str) -> list[str]:
    query = {"app_label": "schools", "model_name": model, "field_name": field, "term": term}
    answer = client.get(reverse("admin:autocomplete"), query)
    return [row["text"] for row in json.loads(answer.content)["results"]]


def change_url(record) -> str:
    return reverse(f"admin:schools_{record._meta.model_name}_change", args=[record.pk])


def opened(client, record, **fields) -> dict:
    """The admin form of a record as it stands, with some fields typed over."""
    response = client.get(change_url(record))
    form = response.context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items()} | fields


@pytest.mark.parametrize("role", ["dinas", "fasilitator", "sekolah", "pimpinan"])
def test_admin_is_for_administrators_only(client_of, school, role):
    client = client_of(role, school=school if role == "sekolah" else None)
    for url in (SCHOOLS, change_url(school), reverse("admin:autocomplete")):
        assert client.get(url).status_code in (302, 403)


def test_every_list_is_narrowed_to_the_scope(admin, client_of, neighbours, make_person, elsewhere):
    make_person("sekolah", school=elsewhere)
    for model in ("school", "membership", "schoolaccount"):
        url = reverse(f"admin:schools_{model}_changelist")
        assert "LOKTABAT" not in admin.get(url).content.decode()
        everywhere = client_of("admin", area="63").get(url).content.decode()
        assert "LOKTABAT" in everywhere
    assert admin.get(change_url(elsewhere)).status_code == 302


@pytest.mark.parametrize("model", ["membership", "schoolaccount"])
def test_schools_are_suggested_from_the_scope_by_any_word(admin, neighbours, model):
    assert suggested(admin, model, "school", "raya mur") == ["SD NEGERI MURUNG RAYA 1 (30304120)"]
    assert suggested(admin, model, "school", "303041") == ["SD NEGERI MURUNG RAYA 1 (30304120)"]
    assert suggested(admin, model, "school", "loktabat") == []


def test_districts_are_suggested_from_the_scope(admin, client_of):
    assert suggested(admin, "school", "district", "Banjar") == [
        f"Banjarmasin {side}" for side in ("Selatan", "Timur", "Barat", "Utara", "Tengah")
    ]
    assert suggested(admin, "school", "district", "Landasan") == []
    assert suggested(client_of("admin", area="63"), "school", "district", "Landasan") != []


def test_no_form_loads_schools_into_a_drop_down(admin, neighbours, make_school):
    for number in range(30):
        make_school(name=f"SDN LAIN {number}")
    for model in ("membership", "schoolaccount"):
        page = admin.get(reverse(f"admin:schools_{model}_add")).content.decode()
        assert "SDN LAIN" not in page


def test_search_finds_beginnings_of_words(admin, neighbours):
    assert names(admin.get(SCHOOLS, {"q": "raya sd"})) == ["SD NEGERI MURUNG RAYA 1"]
    assert names(admin.get(SCHOOLS, {"q": "aya"})) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"jenjang": "smp"}, ["SMPN B"]),
        ({"status": "swasta"}, ["SMPN B"]),
        ({"wilayah": "63.71.02"}, ["SMPN B"]),
        ({"wilayah": "63.72"}, []),
        ({"program": "sekolah-penggerak:1"}, ["SD NEGERI MURUNG RAYA 1"]),
        ({"accreditation": "A"}, ["SMPN B"]),
        ({"koordinat": "tanpa"}, ["SD NEGERI MURUNG RAYA 1"]),
        ({"koordinat": "ada"}, ["SMPN B"]),
    ],
)
def test_filters_narrow_the_list(admin, neighbours, make_school, query, expected):
    make_school(
        name="SMPN B",
        form=Form.SMP,
        status=Status.PRIVATE,
        district="63.71.02",
        accreditation="A",
        latitude="-3.3",
        longitude="114.5",
    )
    assert names(admin.get(SCHOOLS, query)) == expected


def test_list_takes_as_many_queries_for_many_schools_as_for_few(admin, make_school, make_member):
    counts = []
    for _round in range(2):
        for _number in range(5):
            make_member(make_school())
        with CaptureQueriesContext(connection) as queries:
            admin.get(SCHOOLS)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_npsn_is_read_as_on_the_portals_own_form(admin, school):
    response = admin.post(change_url(school), opened(admin, school, npsn="001001"))
    assert "kode perguruan tinggi" in response.content.decode()
    admin.post(change_url(school), opened(admin, school, npsn=" 69760306.0 "))
    school.refresh_from_db()
    assert (school.npsn, school.version) == ("69760306", 2)


def test_school_cannot_be_moved_out_of_the_scope(admin, school):
    response = admin.post(change_url(school), opened(admin, school, district="63.72.05"))
    assert list(response.context["adminform"].form.errors) == ["district"]
    school.refresh_from_db()
    assert school.district_id == "63.71.01"


def test_edit_on_top_of_a_newer_one_is_refused_with_what_changed(admin, school):
    sent = opened(admin, school, name="SDN MURUNG RAYA 1")
    School.objects.filter(pk=school.pk).update(version=2, accreditation="A")
    response = admin.post(change_url(school), sent)
    form = response.context["adminform"].form
    assert list(form.non_field_errors())[1:] == ["akreditasi: B → A"]
    assert form["name"].value() == "SDN MURUNG RAYA 1"
    school.refresh_from_db()
    assert (school.name, school.accreditation) == ("SD NEGERI MURUNG RAYA 1", "A")


def test_new_membership_and_its_edit(admin, school, programme):
    fields = {
        "school": school.pk,
        "programme": programme.pk,
        "cohort": 1,
        "starts_on": "2022-07-01",
    }
    admin.post(reverse("admin:schools_membership_add"), {"version": 1, **fields})
    member = Membership.objects.get()
    assert (member.school, member.version) == (school, 1)
    admin.post(change_url(member), opened(admin, member, ends_on="2025-06-30"))
    member.refresh_from_db()
    assert (member.ends_on, member.version) == (date(2025, 6, 30), 2)


def test_membership_of_a_school_outside_the_scope_is_refused(admin, elsewhere, programme):
    fields = {"school": elsewhere.pk, "programme": programme.pk, "cohort": 1}
    response = admin.post(
        reverse("admin:schools_membership_add"), {"version": 1, "starts_on": "2022-07-01", **fields}
    )
    assert list(response.context["adminform"].form.errors) == ["school"]
    assert not Membership.objects.exists()


def test_school_account_takes_a_person_of_a_school_only(admin, school, make_person):
    office, person = make_person("dinas"), make_person("sekolah")
    url = reverse("admin:schools_schoolaccount_add")
    response = admin.post(url, {"user": office.pk, "school": school.pk})
    assert list(response.context["adminform"].form.errors) == ["user"]
    admin.post(url, {"user": person.pk, "school": school.pk})
    assert SchoolAccount.objects.get().user == person


def test_schools_are_never_deleted(admin, school):
    url = reverse("admin:schools_school_delete", args=[school.pk])
    assert admin.post(url, {"post": "yes"}).status_code == 403
    assert "Sekolah tidak dapat dihapus" in admin.get(change_url(school)).content.decode()
    assert "delete_selected" not in admin.get(SCHOOLS).content.decode()
    assert School.objects.filter(pk=school.pk).exists()


def test_history_shows_changes_made_anywhere(admin, school):
    School.objects.filter(pk=school.pk).update(accreditation="A")
    page = admin.get(reverse("admin:schools_school_history", args=[school.pk])).content.decode()
    assert "Akreditasi" in page
    assert "Dibuat" in page


def act(client, model: str, action: str, records, **fields):
    chosen = {"action": action, ACTION_CHECKBOX_NAME: [record.pk for record in records]}
    return client.post(reverse(f"admin:schools_{model}_changelist"), chosen | fields)


def test_action_first_asks(admin, school):
    response = act(admin, "school", "set_accreditation", [school], index="0")
    page = response.content.decode()
    assert "SD NEGERI MURUNG RAYA 1" in page
    assert 'name="apply"' in page
    school.refresh_from_db()
    assert school.accreditation == "B"


def test_accreditation_of_chosen_schools_is_set(admin, school, elsewhere, make_school):
    same, other = make_school(accreditation="A"), make_school()
    chosen = [school, same, elsewhere]
    response = act(admin, "school", "set_accreditation", chosen, apply="1", accreditation="A")
    assert response.status_code == 302
    values = School.objects.in_bulk([s.pk for s in (school, same, elsewhere, other)])
    assert [(values[s.pk].accreditation, values[s.pk].version) for s in (school, same)] == [
        ("A", 2),
        ("A", 1),
    ]
    assert (values[elsewhere.pk].accreditation, values[other.pk].accreditation) == ("", "")


def test_a_new_result_does_not_keep_the_decree_of_the_former(admin, school, make_school):
    decree = {"accreditation_number": "12/SK/2019", "accreditation_until": date(2024, 8, 17)}
    same = make_school(accreditation="A", **decree)
    School.objects.filter(pk=school.pk).update(**decree)
    act(admin, "school", "set_accreditation", [school, same], apply="1", accreditation="A")
    kept = School.objects.filter(pk=same.pk).values(*decree).get()
    blank = School.objects.filter(pk=school.pk).values(*decree).get()
    assert (kept, list(blank.values())) == (decree, ["", None])


def test_chosen_schools_move_to_a_district_of_the_scope(admin, school):
    refused = act(admin, "school", "move_to_district", [school], apply="1", district="63.72.05")
    assert refused.status_code == 422
    act(admin, "school", "move_to_district", [school], apply="1", district="63.71.05")
    school.refresh_from_db()
    assert school.district == Area.objects.get(pk="63.71.05")


def test_chosen_schools_join_a_cohort_once(admin, school, make_school, make_member, programme):
    make_member(school)
    other = make_school()
    act(
        admin,
        "school",
        "add_to_cohort",
        [school, other],
        apply="1",
        programme=programme.pk,
        cohort="1",
        starts_on="2022-07-01",
        decree_number="SK-0301",
    )
    assert set(Membership.objects.values_list("school", "decree_number")) == {
        (school.pk, ""),
        (other.pk, "SK-0301"),
    }


def test_chosen_memberships_end_together_or_not_at_all(admin, school, make_member):
    early = make_member(school)
    late = make_member(school, cohort=2, starts_on=date(2025, 7, 1))
    refused = act(admin, "membership", "end", [early, late], apply="1", ends_on="2025-06-30")
    assert "Tidak ada yang diubah" in refused.content.decode()
    assert not Membership.objects.exclude(ends_on=None).exists()
    act(admin, "membership", "end", [early], apply="1", ends_on="2025-06-30")
    early.refresh_from_db()
    assert (early.ends_on, early.version) == (date(2025, 6, 30), 2)


def test_the_list_leads_to_the_import_and_to_its_files(admin):
    page = admin.get(reverse("admin:schools_school_changelist")).text
    for address in ("/impor/baru/", "/sekolah/ekspor.xlsx", "/sekolah/ekspor.csv"):
        assert f'href="{address}"' in page
