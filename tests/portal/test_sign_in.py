"""Signing in and out: who gets in, what the page says, what it does not give away."""

import base64
import hmac
import re
import time

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.urls import reverse

from portal.models import Role, User

PASSWORD = "sungai-barito-1826"
WRONG = "Surel atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi."


@pytest.fixture
def person(make_person):
    return make_person("dinas", email="noor@contoh.id", password=make_password(PASSWORD))


def sign_in(client: Client, email: str, password: str = PASSWORD, **more):
    data = {"login": email, "password": password} | more
    return client.post(reverse("account_login"), data)


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("account_change_password")).status_code == 200


def sentences(response) -> str:
    return re.sub(r"<[^>]+>", " ", response.content.decode())


def totp(secret: str, steps: int = 0) -> str:
    """The code that an authenticator app shows, `steps` half-minutes from now (RFC 6238)."""
    counter = int(time.time() // 30 + steps).to_bytes(8, "big")
    digest = hmac.digest(base64.b32decode(secret), counter, "sha1")
    offset = digest[-1] & 15
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


@pytest.mark.parametrize("role", Role.values)
def test_each_role_lands_on_its_start_page(role, make_person, make_school):
    school = make_school() if role == Role.SCHOOL else None
    make_person(role, school=school, email="orang@contoh.id", password=make_password(PASSWORD))
    client = Client()
    response = sign_in(client, "orang@contoh.id")
    assert (response.status_code, response.url) == (302, reverse("home"))
    assert client.get(response.url).status_code == 200


def test_the_case_of_the_address_does_not_matter(person):
    client = Client()
    sign_in(client, " NOOR@Contoh.ID ")
    assert is_signed_in(client)


def test_a_wrong_password_and_an_unknown_address_get_the_same_sentence(person):
    wrong = sign_in(Client(), person.email, "salah-sekali-1")
    unknown = sign_in(Client(), "tiada@contoh.id", "salah-sekali-1")
    assert wrong.status_code == unknown.status_code == 422
    assert WRONG in sentences(wrong)
    assert sentences(wrong).replace(person.email, "") == sentences(unknown).replace(
        "tiada@contoh.id", ""
    )


def test_the_address_typed_is_kept_and_the_password_is_not(person):
    page = sign_in(Client(), person.email, "salah-sekali-1").content.decode()
    assert f'value="{person.email}"' in page
    assert "salah-sekali-1" not in page


def test_one_account_can_be_guessed_five_times(person, make_person):
    make_person("dinas", email="lain@contoh.id", password=make_password(PASSWORD))
    client = Client()
    for _attempt in range(5):
        assert WRONG in sentences(sign_in(client, person.email, "salah-sekali-1"))
    assert "Tunggu lima menit" in sentences(sign_in(client, person.email))
    assert not is_signed_in(client)
    sign_in(client, "lain@contoh.id")
    assert is_signed_in(client)


def test_too_many_attempts_from_one_address_meet_a_page_of_their_own(db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    client = Client()
    for number in range(2):
        assert sign_in(client, f"orang{number}@contoh.id").status_code == 422
    response = sign_in(client, "orang3@contoh.id")
    assert response.status_code == 429
    assert "Terlalu banyak percobaan" in sentences(response)


def test_attempts_are_counted_where_every_process_sees_them(person, django_assert_num_queries):
    from django.core.cache import cache

    cache.set("seen_by_all", 1)
    with django_assert_num_queries(1):
        assert cache.get("seen_by_all") == 1


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_signs_up(db, method):
    data = {"email": "baru@contoh.id", "password1": PASSWORD, "password2": PASSWORD}
    response = getattr(Client(), method)(reverse("account_signup"), data)
    assert "Pendaftaran ditutup" in sentences(response)
    assert not User.objects.exists()


def test_an_inactive_person_is_told_so_and_stays_outside(person):
    User.objects.update(is_active=False)
    client = Client()
    response = sign_in(client, person.email)
    assert response.url == reverse("account_inactive")
    assert "Akun tidak aktif" in sentences(client.get(response.url))
    assert not is_signed_in(client)


def test_an_inactive_account_is_not_told_apart_without_its_password(person):
    User.objects.update(is_active=False)
    assert WRONG in sentences(sign_in(Client(), person.email, "salah-sekali-1"))


def test_deactivation_ends_open_sessions(person, client_of):
    client = client_of(person)
    assert is_signed_in(client)
    User.objects.update(is_active=False)
    assert not is_signed_in(client)


def test_a_person_without_password_cannot_sign_in(make_person):
    make_person("dinas", email="baru@contoh.id", password=make_password(None))
    for password in ("", "!", PASSWORD):
        assert sign_in(Client(), "baru@contoh.id", password).status_code == 422


def test_signing_out_takes_a_post(person, client_of):
    client = client_of(person)
    assert client.get(reverse("account_logout")).status_code == 200
    assert is_signed_in(client)
    response = client.post(reverse("account_logout"))
    assert response.url == reverse("account_login")
    assert not is_signed_in(client)


def test_one_goes_on_to_the_page_that_was_asked_for(person):
    client = Client()
    asked = client.get("/akun/kata-sandi/")
    assert asked.url == "/akun/masuk/?next=/akun/kata-sandi/"
    page = client.get(asked.url).content.decode()
    assert '<input type="hidden" name="next" value="/akun/kata-sandi/"' in page
    assert sign_in(client, person.email, next="/akun/kata-sandi/").url == "/akun/kata-sandi/"


@pytest.mark.parametrize("elsewhere", ["https://jahat.example/", "//jahat.example", "javascript:1"])
def test_signing_in_never_leads_to_another_site(person, elsewhere):
    assert sign_in(Client(), person.email, next=elsewhere).url == reverse("home")


def test_the_django_admin_has_no_door_of_its_own(person, client_of):
    door = reverse("admin:login")
    assert Client().get(door).url == "/akun/masuk/?next=%2Fadministrasi%2F"
    attempt = Client().post(door, {"username": person.email, "password": PASSWORD})
    assert attempt.status_code == 302
    assert "sessionid" not in attempt.cookies
    assert client_of("dinas").get(door).status_code == 403
    assert client_of("admin").get(reverse("admin:index")).status_code == 200


def test_demo_accounts_are_shown_on_a_demo_portal_only(db, settings):
    from portal.home.demo import demo_accounts

    email = demo_accounts()[0][1]
    assert email in sentences(Client().get(reverse("account_login")))
    settings.DEMO = False
    assert email not in sentences(Client().get(reverse("account_login")))


class TestSecondFactor:
    @pytest.fixture
    def secret(self, person, client_of):
        """The person has set up an authenticator app; the code of now is used up."""
        client = Client()
        sign_in(client, person.email)
        activate = reverse("mfa_activate_totp")
        assert client.get(activate).url.startswith(reverse("account_reauthenticate"))
        client.post(f"{reverse('account_reauthenticate')}?next={activate}", {"password": PASSWORD})
        page = client.get(activate)
        assert 'src="data:image/svg+xml' in page.content.decode()
        secret = page.context["form"].secret
        assert client.post(activate, {"code": "000000"}).status_code == 422
        response = client.post(activate, {"code": totp(secret)})
        assert response.url == reverse("mfa_view_recovery_codes")
        return secret

    def test_the_password_alone_does_not_suffice(self, secret, person):
        client = Client()
        response = sign_in(client, person.email)
        assert response.url == reverse("mfa_authenticate")
        assert not is_signed_in(client)

    def test_a_code_of_the_app_lets_in(self, secret, person):
        client = Client()
        sign_in(client, person.email)
        response = client.post(reverse("mfa_authenticate"), {"code": totp(secret, steps=1)})
        assert response.url == reverse("home")
        assert is_signed_in(client)

    def test_a_wrong_code_says_so(self, secret, person):
        client = Client()
        sign_in(client, person.email)
        response = client.post(reverse("mfa_authenticate"), {"code": "000000"})
        assert response.status_code == 422
        assert "Kode tidak cocok" in sentences(response)

    def test_codes_cannot_be_guessed_at_length(self, secret, person):
        client = Client()
        sign_in(client, person.email)
        for _attempt in range(5):
            client.post(reverse("mfa_authenticate"), {"code": "000000"})
        response = client.post(reverse("mfa_authenticate"), {"code": totp(secret, steps=1)})
        assert "Tunggu lima menit" in sentences(response)
        assert not is_signed_in(client)

    def test_a_recovery_code_lets_in_once(self, secret, person, client_of):
        owner = client_of(person)
        session = owner.session
        session["account_authentication_methods"] = [
            {"method": "password", "at": time.time(), "reauthenticated": True}
        ]
        session["account_authentication_methods_user"] = str(person.pk)
        session.save()
        codes = owner.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
        text = owner.get(reverse("mfa_download_recovery_codes")).content.decode()
        assert codes[0] in text
        client = Client()
        for expected in (True, False):
            sign_in(client, person.email)
            client.post(reverse("mfa_authenticate"), {"code": codes[0]})
            assert is_signed_in(client) is expected
            client.post(reverse("account_logout"))

    def test_one_can_turn_back_at_the_second_step(self, secret, person):
        client = Client()
        sign_in(client, person.email)
        client.post(reverse("account_logout"), {"next": reverse("account_login")})
        assert client.get(reverse("account_login")).status_code == 200


def test_passkeys_are_asked_for_without_being_signed_in(db):
    response = Client().get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    assert response.json()["request_options"]["publicKey"]["challenge"]


@pytest.mark.parametrize(
    "forged", ["", "{", "[]", "1", '{"id": "x"}', '{"id": "eA", "rawId": "eA"}']
)
def test_a_forged_passkey_is_refused(db, forged):
    client = Client()
    client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    response = client.post(reverse("mfa_login_webauthn"), {"credential": forged})
    assert response.url == reverse("account_login")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("forged", ["", "{", "[]", '{"id": "x"}'])
def test_a_forged_new_key_is_refused(client_of, forged):
    client = client_of("dinas")  # without a password there is nothing to confirm first
    client.person.set_unusable_password()
    client.person.save()
    client.force_login(client.person)
    response = client.post(reverse("mfa_add_webauthn"), {"name": "x", "credential": forged})
    assert response.status_code == 422
    assert "Nama kunci" in sentences(response)
