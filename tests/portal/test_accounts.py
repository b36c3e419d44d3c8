"""One's own password: changed, forgotten, set for the first time."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse

from portal.accounts.passwords import send_password_link
from portal.models import User
from portal.operations import Refused

OLD, NEW = "sungai-barito-1826", "pasar-terapung-1526"


@pytest.fixture
def person(make_person):
    return make_person(
        "dinas", email="noor@contoh.id", name="Noor Aina", password=make_password(OLD)
    )


def link_in(mail) -> str:
    return re.search(r"https?://testserver(/\S+)", mail.body)[1]


def can_sign_in(email: str, password: str) -> bool:
    client = Client()
    client.post(reverse("account_login"), {"login": email, "password": password})
    return "_auth_user_id" in client.session


def change(client, old: str, new: str, again: str | None = None):
    data = {"oldpassword": old, "password1": new, "password2": again or new}
    return client.post(reverse("account_change_password"), data)


def test_a_changed_password_keeps_one_signed_in_and_ends_other_sessions(person, client_of):
    here, elsewhere = client_of(person), client_of(person)
    assert change(here, OLD, NEW).url == reverse("home")
    assert here.get(reverse("account_change_password")).status_code == 200
    assert elsewhere.get(reverse("account_change_password")).status_code == 302
    assert can_sign_in(person.email, NEW)
    assert not can_sign_in(person.email, OLD)


@pytest.mark.parametrize(
    ("old", "new", "again", "sentence"),
    [
        ("salah-sekali-1", NEW, NEW, "Kata sandi sekarang tidak cocok."),
        (OLD, "pendek", "pendek", "Kata sandi terlalu pendek."),
        (OLD, "noor@contoh", "noor@contoh", "Kata sandi terlalu mirip surel Anda."),
        (OLD, "password1234", "password1234", "Kata sandi ini terlalu umum."),
        (OLD, NEW, NEW + "x", "Kedua kata sandi belum sama."),
    ],
)
def test_a_refused_password_says_why(person, client_of, old, new, again, sentence):
    response = change(client_of(person), old, new, again)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert can_sign_in(person.email, OLD)


def test_a_forgotten_password_is_set_through_the_link_in_the_mail(person, mailoutbox):
    client = Client()
    asked = client.post(reverse("account_reset_password"), {"email": "Noor@Contoh.id"})
    assert asked.url == reverse("account_reset_password_done")
    mail = mailoutbox[0]
    assert (mail.to, mail.subject) == ([person.email], "[Mitra Mutu] Atur kata sandi Anda")
    assert "Yth. Noor Aina" in mail.body
    form = client.get(link_in(mail)).url
    saved = client.post(form, {"password1": NEW, "password2": NEW})
    assert saved.url == reverse("account_reset_password_from_key_done")
    assert can_sign_in(person.email, NEW)
    assert "Tautan tidak berlaku lagi" in Client().get(link_in(mail)).content.decode()


def test_asking_for_an_unknown_address_looks_the_same_and_mails_nobody(db, mailoutbox):
    asked = Client().post(reverse("account_reset_password"), {"email": "tiada@contoh.id"})
    assert asked.url == reverse("account_reset_password_done")
    assert mailoutbox == []


def test_where_no_mail_is_set_up_the_page_says_so_and_takes_no_address(
    person, mailoutbox, settings
):
    settings.EMAIL_IS_CONFIGURED = False
    url = reverse("account_reset_password")
    for answer in (Client().get(url), Client().post(url, {"email": person.email})):
        assert answer.status_code == 503
        assert "Surel belum diatur pada portal ini" in answer.text
        assert 'name="email"' not in answer.text
    assert mailoutbox == []


def test_an_inactive_account_gets_no_link(person, mailoutbox):
    User.objects.update(is_active=False)
    Client().post(reverse("account_reset_password"), {"email": person.email})
    assert mailoutbox == []
    person.refresh_from_db()
    with pytest.raises(Refused):
        send_password_link(person, request=RequestFactory().get("/"))


def test_a_link_dies_when_the_address_changes(person, mailoutbox):
    Client().post(reverse("account_reset_password"), {"email": person.email})
    User.objects.update(email="baru@contoh.id")
    page = Client().get(link_in(mailoutbox[0]))
    assert "Tautan tidak berlaku lagi" in page.content.decode()


def test_an_address_that_was_given_up_opens_nothing(person, mailoutbox):
    Client().post(reverse("account_reset_password"), {"email": person.email})
    assert can_sign_in(person.email, OLD)
    assert not EmailAddress.objects.exists()
    User.objects.update(email="baru@contoh.id")
    mailoutbox.clear()
    Client().post(reverse("account_reset_password"), {"email": "noor@contoh.id"})
    assert mailoutbox == []
    assert not can_sign_in("noor@contoh.id", OLD)
    assert can_sign_in("baru@contoh.id", OLD)


@pytest.mark.parametrize("written", ["noor@contoh.id", "NOOR@contoh.id", "Noor@Contoh.Id"])
def test_an_address_belongs_to_one_account_in_any_case(person, make_person, written):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_person("dinas", email=written)


def test_addresses_are_not_managed_by_their_owners(client_of):
    with pytest.raises(NoReverseMatch):
        reverse("account_email")
    assert client_of("dinas").get("/akun/email/").status_code == 404
