"""Lists that a person keeps under a name."""

import pytest

from portal.models import SavedView
from portal.saved_views import MOST

LIST = "/sekolah/?jenjang=sd&kolom=npsn&urut=-nama"
SAVE = "/tampilan/simpan/"


@pytest.fixture
def dinas(client_of):
    return client_of("dinas")


def keep(client, name="SD saja", address=LIST, **more):
    return client.post(SAVE, {"name": name, "address": address, **more})


def test_a_list_is_kept_with_filters_columns_and_order(dinas):
    assert keep(dinas).url == LIST
    page = dinas.get("/tampilan/", {"daftar": "/sekolah/"}).text
    assert 'href="/sekolah/?jenjang=sd&amp;kolom=npsn&amp;urut=-nama"' in page
    assert "SD saja" not in dinas.get("/tampilan/", {"daftar": "/kunjungan/"}).text


def test_the_list_offers_what_is_kept_without_a_query_of_its_own(dinas, make_school):
    make_school()
    assert (
        "/tampilan/?daftar=%2Fsekolah%2F%3Fjenjang%3Dsd" in dinas.get("/sekolah/?jenjang=sd").text
    )
    part = dinas.get("/tampilan/", {"daftar": LIST}, headers={"hx-request": "true"})
    assert "<html" not in part.text


def test_a_name_is_replaced_only_knowingly(dinas):
    keep(dinas)
    assert keep(dinas).status_code == 302
    other = keep(dinas, address="/sekolah/?jenjang=smp")
    assert other.status_code == 422
    assert "sudah dipakai" in other.text
    assert 'value="SD saja"' in other.text
    assert SavedView.objects.get().query == "jenjang=sd&kolom=npsn&urut=-nama"
    keep(dinas, address="/sekolah/?jenjang=smp", replace="on")
    assert SavedView.objects.get().query == "jenjang=smp"


@pytest.mark.parametrize(
    "address", ["https://jahat.example/", "//jahat.example/", "/tidak-ada/", ""]
)
def test_only_lists_of_this_portal_are_kept(dinas, address):
    assert keep(dinas, address=address).status_code == 422
    assert not SavedView.objects.exists()


@pytest.mark.parametrize(("name", "told"), [("", "Beri nama"), ("x" * 61, "60")])
def test_a_name_that_cannot_be_is_told(dinas, name, told):
    response = keep(dinas, name=name)
    assert response.status_code == 422
    assert told in response.text


def test_there_is_a_limit_and_it_is_told(dinas):
    SavedView.objects.bulk_create(
        SavedView(user=dinas.person, path="/sekolah/", name=str(number)) for number in range(MOST)
    )
    assert "Hapus yang tidak dipakai" in keep(dinas).text


def test_views_are_the_own_persons_and_can_be_forgotten(dinas, client_of):
    keep(dinas)
    view = SavedView.objects.get()
    other = client_of("admin")
    assert "SD saja" not in other.get("/tampilan/", {"daftar": "/sekolah/"}).text
    assert other.post(f"/tampilan/{view.pk}/hapus/").status_code == 404
    assert dinas.post(f"/tampilan/{view.pk}/hapus/").url == "/sekolah/"
    assert not SavedView.objects.exists()


def test_an_address_that_is_too_long_is_refused(dinas):
    response = keep(dinas, address=f"/impor/baru/{'x' * 250}/?x=1")
    assert response.status_code < 500
    assert not SavedView.objects.exists()
