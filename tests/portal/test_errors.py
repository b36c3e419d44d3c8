"""The pages that say what went wrong, and the headers that every answer carries."""

import pytest
from django.db import OperationalError
from django.template import RequestContext
from django.test import Client, RequestFactory, override_settings
from django.urls import path, reverse

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


def test_what_a_role_may_not_do_is_403(client_of):
    response = client_of("dinas").get(reverse("admin:index") + "login/")
    assert (response.status_code, heading(response)) == (403, "Anda tidak berwenang")
    assert_guarded(response)


def test_a_form_without_its_token_says_what_to_do(db):
    client = Client(enforce_csrf_checks=True)
    response = client.post(reverse("account_login"), {"login": "a@contoh.id", "password": "x"})
    assert (response.status_code, heading(response)) == (403, "Formulir kedaluwarsa")
    assert_guarded(response)


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


def test_error_pages_run_no_context_processors(monkeypatch):
    """What every page knows is asked of the database: a page about an error does without."""

    def refuse(*args, **kwargs):
        raise AssertionError("context processors ran")

    monkeypatch.setattr(RequestContext, "bind_template", refuse)
    assert errors.not_found(RequestFactory().get("/")).status_code == 404


@pytest.mark.parametrize("url", ["/", "/akun/masuk/", "/akun/daftar/", "/administrasi/", "/tiada/"])
def test_every_answer_is_guarded(db, url):
    assert_guarded(Client().get(url))
