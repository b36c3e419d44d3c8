"""Accounts in the Django admin: made without a password, inside one's own scope only."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.urls import reverse

from portal.models import Role, User
from schools.models import SchoolAccount

LIST = reverse("admin:portal_user_changelist")
ADD = reverse("admin:portal_user_add")


def page_of(user: User) -> str:
    return reverse("admin:portal_user_change", args=[user.pk])


def fields(**changes) -> dict:
    return {
        "email": "baru@contoh.id",
        "name": "Orang Baru",
        "position": "",
        "nip": "",
        "role": "dinas",
        "area": "63.71",
        "is_active": "on",
    } | changes


def act(client, action: str, *users: User):
    chosen = {"action": action, "_selected_action": [user.pk for user in users]}
    return client.post(LIST, chosen, follow=True)


def errors_in(response) -> str:
    lists = re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', response.content.decode(), re.S)
    return re.sub(r"<[^>]+>", " ", " ".join(lists))


@pytest.fixture
def admin(client_of):
    """A browser of the city's administrator."""
    return client_of("admin", area="63.71")


@pytest.fixture
def chief(nation_client):
    return nation_client


def test_a_new_account_has_no_password_and_gets_one_by_mail(admin, client, mailoutbox):
    assert admin.post(ADD, fields(email="Baru@Contoh.ID")).status_code == 302
    made = User.objects.get(name="Orang Baru")
    assert made.email == "baru@contoh.id"
    assert not made.has_usable_password()
    response = act(admin, "send_links", made)
    assert "Tautan dikirim kepada 1 orang." in response.content.decode()
    assert mailoutbox[0].to == ["baru@contoh.id"]
    link = re.search(r"https?://testserver(/\S+)", mailoutbox[0].body)[1]
    form = client.get(link).url
    client.post(form, {"password1": "pasar-terapung-1526", "password2": "pasar-terapung-1526"})
    made.refresh_from_db()
    assert made.check_password("pasar-terapung-1526")


def test_links_go_to_active_accounts_of_the_own_scope_only(admin, make_person, mailoutbox):
    near, away = make_person("dinas"), make_person("dinas", area="63.72")
    gone = make_person("dinas", is_active=False)
    response = act(admin, "send_links", near, away, gone)
    assert [mail.to for mail in mailoutbox] == [[near.email]]
    assert "1 akun tidak aktif dilewati." in response.content.decode()


@pytest.mark.parametrize("email", ["ada@contoh.id", "ADA@contoh.id", "Ada@Contoh.Id"])
def test_an_address_is_taken_in_any_case(admin, make_person, email):
    make_person("dinas", email="ada@contoh.id")
    response = admin.post(ADD, fields(email=email))
    form = response.context["adminform"].form
    assert form.errors == {"email": ["Surel ini sudah dipakai akun lain."]}


@pytest.mark.parametrize(
    ("role", "area"), [("dinas", ""), ("fasilitator", ""), ("pimpinan", ""), ("sekolah", "63.71")]
)
def test_a_scope_that_does_not_fit_the_role_is_said_beside_the_scope(chief, role, area):
    response = chief.post(ADD, fields(role=role, area=area))
    form = response.context["adminform"].form
    assert list(form.errors) == ["area"]
    assert "Cakupan wilayah wajib" in form.errors["area"][0]
    assert not User.objects.filter(email="baru@contoh.id").exists()


@pytest.mark.parametrize(
    ("role", "area"), [("dinas", "63"), ("dinas", "63.72"), ("admin", "63"), ("admin", "")]
)
def test_nobody_is_made_outside_the_own_scope(admin, chief, role, area):
    response = admin.post(ADD, fields(role=role, area=area))
    assert "Pilih wilayah di dalam cakupan Anda: Kota Banjarmasin." in errors_in(response)
    assert not User.objects.filter(email="baru@contoh.id").exists()
    assert chief.post(ADD, fields(role=role, area=area)).status_code == 302


@pytest.mark.parametrize(("role", "area"), [("dinas", "63"), ("admin", ""), ("pimpinan", "64")])
def test_nobody_is_moved_outside_the_own_scope(admin, make_person, role, area):
    person = make_person("dinas")
    admin.post(page_of(person), fields(email=person.email, role=role, area=area))
    person.refresh_from_db()
    assert (person.role, person.area_id) == ("dinas", "63.71")


def test_nobody_changes_their_own_role_scope_or_state(admin):
    tampered = fields(email="saya@contoh.id", role="dinas", area="63", is_active="")
    assert admin.post(page_of(admin.person), tampered).status_code == 302
    admin.person.refresh_from_db()
    person = admin.person
    assert person.email == "saya@contoh.id"
    assert (person.role, person.area_id, person.is_active) == ("admin", "63.71", True)


def test_people_outside_the_scope_are_not_found(admin, chief, make_person):
    away = make_person("dinas", area="63.72", name="Orang Jauh")
    above = make_person("dinas", area="63", name="Orang Atas")
    listed = admin.get(LIST).content.decode()
    for person in (away, above, chief.person):
        assert person.email not in listed
        assert admin.get(page_of(person)).status_code == 302
        admin.post(page_of(person), fields(email=person.email, name="Diganti"))
        person.refresh_from_db()
        assert person.name != "Diganti"
    assert away.email in chief.get(LIST).content.decode()


def test_accounts_of_schools_lie_where_the_school_does(admin, make_person, make_school):
    near = make_person("sekolah", school=make_school(name="SDN DEKAT"))
    away = make_person("sekolah", school=make_school(district="63.72.02"))
    listed = admin.get(LIST).content.decode()
    assert near.email in listed
    assert "SDN DEKAT" in listed
    assert away.email not in listed


def test_a_schools_account_is_made_and_then_linked(admin, make_school):
    admin.post(ADD, fields(role="sekolah", area=""))
    made = User.objects.get(email="baru@contoh.id")
    assert made in User.objects.visible_to(admin.person)
    school = make_school()
    link = {"user": made.pk, "school": school.pk}
    admin.post(reverse("admin:schools_schoolaccount_add"), link)
    assert SchoolAccount.objects.get(user=made).school == school


def test_accounts_are_deactivated_not_deleted(admin, make_person):
    person = make_person("dinas")
    assert admin.get(reverse("admin:portal_user_delete", args=[person.pk])).status_code == 403
    assert "delete_selected" not in admin.get(LIST).content.decode()
    act(admin, "deactivate", person, admin.person)
    person.refresh_from_db()
    admin.person.refresh_from_db()
    assert (person.is_active, admin.person.is_active) == (False, True)
    act(admin, "activate", person)
    person.refresh_from_db()
    assert person.is_active


def test_actions_do_not_reach_beyond_the_scope(admin, make_person):
    away = make_person("dinas", area="63.72")
    Authenticator.objects.create(user=away, type="totp", data={})
    act(admin, "deactivate", away)
    act(admin, "remove_second_factor", away)
    away.refresh_from_db()
    assert away.is_active
    assert Authenticator.objects.filter(user=away).exists()


def test_a_lost_phone_is_taken_off_the_account(admin, make_person):
    person = make_person("dinas")
    Authenticator.objects.create(user=person, type="totp", data={})
    act(admin, "remove_second_factor", person)
    assert not Authenticator.objects.exists()


def test_a_removed_second_factor_stands_in_the_history_and_its_owner_is_told(
    admin, make_person, mailoutbox
):
    person, other = make_person("dinas", name="Noor Aina"), make_person("dinas")
    Authenticator.objects.create(user=person, type="totp", data={})
    act(admin, "remove_second_factor", person, other)
    entry = admin.get(reverse("admin:portal_user_history", args=[person.pk])).context["entries"][0]
    assert (entry.sentence, entry.who) == ("Verifikasi dua langkah dilepas", admin.person.name)
    page = admin.get(reverse("admin:portal_user_history", args=[other.pk])).content.decode()
    assert "dua langkah dilepas" not in page
    assert [mail.to for mail in mailoutbox] == [[person.email]]
    assert mailoutbox[0].subject == "[Mitra Mutu] Verifikasi dua langkah dilepas"
    assert f"oleh {admin.person.name}" in mailoutbox[0].body


def test_a_saved_account_stands_in_the_history_once(admin, make_person):
    person = make_person("dinas")
    admin.post(page_of(person), fields(email=person.email, name="Nama Lain"))
    entries = admin.get(reverse("admin:portal_user_history", args=[person.pk])).context["entries"]
    assert [entry.sentence for entry in entries] == ["Diubah", "Dibuat"]


def test_where_no_mail_is_set_up_links_are_refused_with_a_reason(
    admin, make_person, mailoutbox, settings
):
    settings.EMAIL_IS_CONFIGURED = False
    person = make_person("dinas")
    Authenticator.objects.create(user=person, type="totp", data={})
    assert "Surel belum diatur pada portal ini" in act(admin, "send_links", person).text
    act(admin, "remove_second_factor", person)
    assert not Authenticator.objects.exists()
    assert mailoutbox == []


def test_passwords_are_not_shown(admin, make_person):
    person = make_person("dinas", password=make_password("pasar-terapung-1526"))
    page = admin.get(page_of(person)).content.decode()
    assert person.password not in page
    assert 'name="password' not in page


@pytest.mark.parametrize("role", sorted(set(Role.values) - {Role.ADMIN}))
def test_only_administrators_open_it(client_of, role):
    client = client_of(role)
    for url in (LIST, ADD, page_of(client.person)):
        assert client.get(url).status_code in (302, 403)
        assert client.get(url, follow=True).status_code == 403


def test_the_list_runs_the_same_queries_for_any_number_of_people(
    admin, make_person, django_assert_max_num_queries
):
    for _number in range(3):
        make_person("dinas")
    with django_assert_max_num_queries(10) as few:
        admin.get(LIST)
    few = len(few.captured_queries)
    User.objects.bulk_create(
        User(email=f"massal{n}@contoh.id", name=f"Massal {n}", role="dinas", area_id="63.71")
        for n in range(1000)
    )
    with django_assert_max_num_queries(few):
        admin.get(LIST)


def test_areas_are_found_by_code_and_name(admin):
    def found(term: str) -> list[str]:
        query = {"app_label": "portal", "model_name": "user", "field_name": "area", "term": term}
        results = admin.get(reverse("admin:autocomplete"), query).json()["results"]
        return [result["text"] for result in results]

    assert "Kota Banjarmasin" in found("63.71")
    assert "Kota Banjarmasin" in found("banjarmasin")


def test_the_code_of_an_area_stays_and_areas_elsewhere_are_only_read(admin):
    from portal.models import Area

    own = reverse("admin:portal_area_change", args=["63.71.01"])
    admin.post(own, {"name": "Banjarmasin Selatan Baru", "code": "63.71.09", "level": "city"})
    area = Area.objects.get(pk="63.71.01")
    assert (area.name, area.level) == ("Banjarmasin Selatan Baru", "district")
    away = reverse("admin:portal_area_change", args=["63.72"])
    assert admin.get(away).status_code == 200
    assert admin.post(away, {"name": "Diganti"}).status_code == 403
    assert admin.get(reverse("admin:portal_area_add")).status_code == 403
