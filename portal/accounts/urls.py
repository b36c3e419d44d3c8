"""The pages of allauth that the portal has, under Indonesian addresses and allauth's own names.

Pages for managing e-mail addresses are left out: an admin enters them.
"""

from collections.abc import Callable
from functools import wraps

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth.decorators import login_not_required
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path

from portal.accounts.passwords import needing_mail


def refusing(view: Callable) -> Callable:
    """allauth answers 200 to a form that it refuses; the portal's answer is 422."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        context = getattr(response, "context_data", None) or {}
        forms = [value for value in context.values() if isinstance(value, BaseForm)]
        if response.status_code == 200 and any(form.is_bound and form.errors for form in forms):
            response.status_code = 422
        return response

    return wrapped


urlpatterns = [
    path("masuk/", refusing(account.login), name="account_login"),
    path("keluar/", account.logout, name="account_logout"),
    path("nonaktif/", account.account_inactive, name="account_inactive"),
    path("daftar/", account.signup, name="account_signup"),
    path("konfirmasi/", refusing(account.reauthenticate), name="account_reauthenticate"),
    path("kata-sandi/", refusing(account.password_change), name="account_change_password"),
    path("kata-sandi/baru/", refusing(account.password_set), name="account_set_password"),
    path(
        "kata-sandi/lupa/",
        needing_mail(refusing(account.password_reset)),
        name="account_reset_password",
    ),
    path(
        "kata-sandi/lupa/terkirim/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "kata-sandi/atur/selesai/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^kata-sandi/atur/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        refusing(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("dua-langkah/", mfa.index, name="mfa_index"),
    path("dua-langkah/masuk/", refusing(mfa.authenticate), name="mfa_authenticate"),
    path("dua-langkah/konfirmasi/", refusing(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("dua-langkah/aplikasi/pasang/", refusing(totp.activate_totp), name="mfa_activate_totp"),
    path("dua-langkah/aplikasi/lepas/", refusing(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path(
        "dua-langkah/kode-cadangan/",
        recovery_codes.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "dua-langkah/kode-cadangan/buat/",
        refusing(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "dua-langkah/kode-cadangan/unduh/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("dua-langkah/kunci/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("dua-langkah/kunci/tambah/", refusing(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path(
        "dua-langkah/kunci/<int:pk>/ubah/",
        refusing(webauthn.edit_webauthn),
        name="mfa_edit_webauthn",
    ),
    path("dua-langkah/kunci/<int:pk>/hapus/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path(
        "dua-langkah/kunci/konfirmasi/",
        webauthn.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    # The rate limit around this view hides from Django that it is for people who are not signed in.
    path(
        "dua-langkah/kunci/masuk/",
        login_not_required(webauthn.login_webauthn),
        name="mfa_login_webauthn",
    ),
]
