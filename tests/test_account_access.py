"""Every address of the accounts: allauth's pages, the same for every role.

A new address of allauth without an expectation here fails in `tests/test_access.py`.
"""

from dataclasses import dataclass

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from portal.models import Role

SIGN_IN, HOME, CONFIRM = "account_login", "home", "account_reauthenticate"
MADE_UP_LINK = {"uidb36": "a", "key": "b-c"}


@dataclass(frozen=True)
class Answers:
    """What GET answers: a status, or the name of the address that it leads to."""

    signed_out: int | str
    signed_in: int | str
    kwargs: dict | None = None


EXPECTED = {
    # for people who are not signed in
    "account_login": Answers(200, HOME),
    "account_signup": Answers(200, HOME),  # says that it is closed
    "account_inactive": Answers(200, 200),
    "account_reset_password": Answers(200, 200),
    "account_reset_password_done": Answers(200, 200),
    "account_reset_password_from_key": Answers(200, 200, MADE_UP_LINK),
    "account_reset_password_from_key_done": Answers(200, 200),
    "mfa_authenticate": Answers(SIGN_IN, HOME),
    "mfa_login_webauthn": Answers(SIGN_IN, HOME),
    # for people who are
    "account_logout": Answers(SIGN_IN, 200),
    "account_reauthenticate": Answers(SIGN_IN, 200),
    "account_change_password": Answers(SIGN_IN, 200),
    "account_set_password": Answers(SIGN_IN, "account_change_password"),
    "mfa_index": Answers(SIGN_IN, 200),
    "mfa_list_webauthn": Answers(SIGN_IN, 200),
    # … who have no second factor yet
    "mfa_reauthenticate": Answers(SIGN_IN, CONFIRM),
    "mfa_reauthenticate_webauthn": Answers(SIGN_IN, CONFIRM),
    "mfa_deactivate_totp": Answers(SIGN_IN, 404),
    "mfa_view_recovery_codes": Answers(SIGN_IN, 404),
    "mfa_download_recovery_codes": Answers(SIGN_IN, 404),
    # … and prove once more who they are
    "mfa_activate_totp": Answers(SIGN_IN, CONFIRM),
    "mfa_generate_recovery_codes": Answers(SIGN_IN, CONFIRM),
    "mfa_add_webauthn": Answers(SIGN_IN, CONFIRM),
    "mfa_edit_webauthn": Answers(SIGN_IN, CONFIRM, {"pk": 1}),
    "mfa_remove_webauthn": Answers(SIGN_IN, CONFIRM, {"pk": 1}),
}


def unexpected(client: Client, wanted: dict[str, int | str]) -> list:
    """The addresses that answer something else than wanted."""
    wrong = []
    for name, want in wanted.items():
        response = client.get(reverse(name, kwargs=EXPECTED[name].kwargs))
        leads_to = response.get("Location", "").partition("?")[0]
        got = leads_to if response.status_code == 302 else response.status_code
        if got != (reverse(want) if isinstance(want, str) else want):
            wrong.append((name, got, want))
    return wrong


def test_signed_out_only_the_way_in_is_open(db):
    assert unexpected(Client(), {name: e.signed_out for name, e in EXPECTED.items()}) == []


@pytest.mark.parametrize("role", sorted(Role.values))
def test_ones_own_account_is_open_to_every_role(role, clients):
    assert unexpected(clients[role], {name: e.signed_in for name, e in EXPECTED.items()}) == []


@pytest.mark.parametrize("page", ["mfa_edit_webauthn", "mfa_remove_webauthn"])
def test_anothers_key_does_not_exist(page, world):
    key = Authenticator.objects.create(
        user=world.people[Role.ADMIN], type="webauthn", data={"name": "Kunci admin"}
    )
    other = world.people[Role.DINAS]
    other.set_password("sungai-barito-1826")
    other.save()
    client = Client()
    client.post(reverse(SIGN_IN), {"login": other.email, "password": "sungai-barito-1826"})
    client.post(reverse(CONFIRM), {"password": "sungai-barito-1826"})
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200
    assert client.get(reverse(page, args=[key.pk])).status_code == 404
