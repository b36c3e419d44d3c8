"""What the forms of kept records have in common."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import Laid, ReasonForm, VersionedForm

REASON_HELP = _("Isian lama dan alasan ini tetap terbaca di riwayat.")


class OnceInPlace(forms.ModelForm):
    """A record that its place and time hold once; the one that is there is told beside a field."""

    beside = "name"

    def clean(self):
        data = super().clean()
        if self._others(data).exclude(pk=self.instance.pk).exists():
            _constraint, already_there = self.instance.once
            self.add_error(self.beside, already_there)
        return data

    def _others(self, data: dict):
        """The records of the same key as what was typed; none where the key is not complete."""
        raise NotImplementedError


class Correcting(VersionedForm):
    """A correction on top of the version that was read, with its reason."""

    reason = ReasonForm.base_fields["reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Alasan koreksi")
        self.fields["reason"].help_text = REASON_HELP


class Removing(Laid, VersionedForm):
    """Why a record is taken out, as it was read."""

    reason = ReasonForm.base_fields["reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Alasan penghapusan")
        self.fields["reason"].help_text = REASON_HELP
