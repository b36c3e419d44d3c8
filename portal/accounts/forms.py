"""Forms of allauth whose fields carry no label of their own."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

NAME_HELP = _("Untuk membedakan kunci-kunci Anda, misalnya: laptop kantor.")


class NamedKey(forms.BaseForm):
    """A key that is known to its owner by a name."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Nama kunci")
        self.fields["name"].help_text = NAME_HELP


class AddKeyForm(NamedKey, AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["credential"].label = _("Kunci")
        self.fields["credential"].error_messages["required"] = _(
            "Peramban belum membaca kunci. Tekan “Tambah kunci” dan ikuti petunjuk perangkat Anda."
        )


class RenameKeyForm(NamedKey, EditWebAuthnForm):
    pass
