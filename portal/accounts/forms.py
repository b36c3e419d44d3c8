"""Forms of allauth for keys: with labels, and refusing what no browser sends."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.utils.translation import gettext_lazy as _

NAME_HELP = _("Untuk membedakan kunci-kunci Anda, misalnya: laptop kantor.")


class KeyResponse(forms.BaseForm):
    """What the browser says a key has answered; anything malformed is a wrong answer, not a fault."""

    def full_clean(self):
        try:
            super().full_clean()
        except (AttributeError, KeyError, TypeError, ValueError):
            self.add_error("credential", get_adapter().validation_error("incorrect_code"))


class SignInByKeyForm(KeyResponse, LoginWebAuthnForm):
    pass


class SecondStepByKeyForm(KeyResponse, AuthenticateWebAuthnForm):
    pass


class ConfirmByKeyForm(KeyResponse, ReauthenticateWebAuthnForm):
    pass


class NamedKey(forms.BaseForm):
    """A key that is known to its owner by a name."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Nama kunci")
        self.fields["name"].help_text = NAME_HELP


class AddKeyForm(NamedKey, KeyResponse, AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["credential"].label = _("Kunci")
        self.fields["credential"].error_messages["required"] = _(
            "Peramban belum membaca kunci. Tekan “Tambah kunci” dan ikuti petunjuk perangkat Anda."
        )


class RenameKeyForm(NamedKey, EditWebAuthnForm):
    pass
