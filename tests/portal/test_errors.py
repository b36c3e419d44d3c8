"""The pages that say what went wrong, and the headers that every answer carries."""

import pytest
from django.db import OperationalError, connection
from django.template import RequestContext
from django.test import Client, RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path, reverse
from pytest_django.asserts import assertInHTML

from portal import errors


def broken(request):
    raise OperationalError("no server")


urlpatterns = [path("rusak/", broken)]
handler500 = "portal.errors.server_error"


def heading(response) -> str:
    return response.content.decode().split("<h1>")[1].split("</h1>")[0]


def assert_guarded(response) -> None:
    policy = response["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"


def test_an_unknown_address_is_404_for_anybody(db, client_of):
    for client in (Client(), client_of("dinas")):
        response = client.get("/tiada/")
        assert (response.status_code, heading(response)) == (404, "Halaman tidak ditemukan")
        assert_guarded(response)


@pytest.mark.parametrize("address", ["/tiada/", "/administrasi/login/"])
def test_who_is_signed_in_goes_on_from_an_error_page(client_of, address):
    """Their places stand on it, which costs no more than knowing them."""
    client = client_of("dinas")
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address).text
    assert 'href="/kunjungan/"' in page
    assert 'href="/kerja-sama/"' in page
    assert len(queries) <= 2  # the session and its user
    assert 'href="/kunjungan/"' not in Client().get("/tiada/").text
    assert 'href="/kerja-sama/"' not in client_of("sekolah").get("/tiada/").text


def test_what_a_role_may_not_do_is_403(client_of):
    response = client_of("dinas").get(reverse("admin:index") + "login/")
    assert (response.status_code, heading(response)) == (403, "Anda tidak berwenang")
    assert_guarded(response)


def test_a_form_without_its_token_says_what_to_do(db):
    client = Client(enforce_csrf_checks=True)
    response = client.post(reverse("account_login"), {"login": "a@contoh.id", "password": "x"})
    assert (response.status_code, heading(response)) == (403, "Formulir belum diproses")
    assert_guarded(response)


def test_what_was_typed_outlives_an_old_token(client_of, make_school):
    school = make_school()
    client = client_of("dinas")
    client.handler.enforce_csrf_checks = True
    typed = {"address": "Jl. <Hilang> & kembali", "csrfmiddlewaretoken": "x" * 64}
    url = reverse("schools:school-edit", args=[school.npsn])
    response = client.post(url, typed, headers={"origin": "http://testserver"})
    assert response.status_code == 403
    assertInHTML(
        '<input type="hidden" name="address" value="Jl. &lt;Hilang&gt; &amp; kembali">',
        response.content.decode(),
    )


def test_a_form_of_another_site_is_not_offered_again(client_of, make_school):
    client = client_of("dinas")
    client.handler.enforce_csrf_checks = True
    url = reverse("schools:school-edit", args=[make_school().npsn])
    response = client.post(url, {"name": "Dari luar"}, headers={"origin": "https://jahat.example"})
    assert response.status_code == 403
    assert "Dari luar" not in response.content.decode()


def test_a_wrong_method_gets_a_page(client_of):
    response = client_of("admin").put(reverse("mfa_activate_totp"))
    assert response.status_code in (302, 405)
    response = Client().delete(reverse("account_inactive"))
    assert (response.status_code, heading(response)) == (405, "Alamat ini tidak dibuka langsung")
    assert "GET" in response["Allow"]
    assert_guarded(response)


def test_a_broken_request_gets_a_page(db):
    response = Client().get("/", headers={"host": "jahat.example"})
    assert (response.status_code, heading(response)) == (400, "Permintaan tidak dapat dibaca")


@override_settings(ROOT_URLCONF=__name__)
def test_a_fault_of_ours_gets_a_page_that_names_the_request(client_of):
    client = client_of("dinas")
    client.raise_request_exception = False
    response = client.get("/rusak/")
    assert (response.status_code, heading(response)) == (500, "Ada gangguan di pihak kami")
    assert response["X-Request-ID"] in response.content.decode()
    assert "no server" not in response.content.decode()
    assert_guarded(response)


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (errors.bad_request, 400),
        (errors.permission_denied, 403),
        (errors.csrf_failure, 403),
        (errors.not_found, 404),
        (errors.too_many_requests, 429),
        (errors.server_error, 500),
    ],
)
def test_error_pages_need_no_database(view, status):
    """Without the db mark pytest-django refuses every query."""
    response = view(RequestFactory().get("/"))
    assert response.status_code == status
    assert b"<h1>" in response.content


def test_an_error_page_stands_where_nobody_can_tell_who_reads():
    class Unknown:
        @property
        def is_authenticated(self):
            raise OperationalError("no server")

    request = RequestFactory().get("/")
    request.user = Unknown()
    assert errors.not_found(request).status_code == 404


def test_error_pages_run_no_context_processors(monkeypatch):
    """What every page knows is asked of the database: a page about an error does without."""

    def refuse(*args, **kwargs):
        raise AssertionError("context processors ran")

    monkeypatch.setattr(RequestContext, "bind_template", refuse)
    assert errors.not_found(RequestFactory().get("/")).status_code == 404


@pytest.mark.parametrize("url", ["/", "/akun/masuk/", "/akun/daftar/", "/administrasi/", "/tiada/"])
def test_every_answer_is_guarded(db, url):
    assert_guarded(Client().get(url))


@pytest.mark.parametrize(
    "address",
    [
        "/cari/?q=%00",
        "/sekolah/?q=a%00b",
        "/sekolah/kecamatan/?district=%00",
        "/sekolah/%00/",
        "/sekolah/3030412%00/kunjungan/",
        "/indikator/nilai/baru/?school=%00",
        "/kunjungan/rencana/?sekolah=%00",
        "/pelatihan/1/peserta/tambah/?npsn=%00",
        "/administrasi/portal/area/%00/change/",
        "/akun/masuk/?%00=1",
        "/static/%00.css",
    ],
)
def test_an_address_that_the_database_cannot_hold_is_400(client_of, address):
    response = client_of("admin").get(address)
    assert (response.status_code, heading(response)) == (400, "Permintaan tidak dapat dibaca")
    assert_guarded(response)


@pytest.mark.parametrize(
    "npsn", ["303041201", "3030412", "A0304120", "３０３０４１２０", "30304120%0A"]
)
@pytest.mark.parametrize(
    "address",
    [
        "/sekolah/{}/",
        "/sekolah/{}/ubah/",
        "/sekolah/{}/kunjungan/",
        "/sekolah/{}/tindak-lanjut/",
        "/indikator/sekolah/{}/",
    ],
)
def test_an_address_without_a_well_formed_npsn_is_404(client_of, address, npsn):
    """No school is looked for: all that is asked is who reads."""
    client = client_of("dinas")
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address.format(npsn)).status_code == 404
    assert len(queries) <= 2  # the session and its user
