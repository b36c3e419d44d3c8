"""The form that closes or reopens a school."""

from django import forms
from django.core.validators import MinLengthValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.dates import has_come
from portal.forms import Laid
from schools.models import School

CHANGED = _(
    "Data sekolah ini berubah setelah Anda membuka halaman ini. Isian Anda masih ada. Periksa "
    "kembali, lalu kirim lagi."
)


def reason_field(help_text: str) -> forms.CharField:
    """Why something happens to a school: a line that its page shows."""
    return forms.CharField(
        label=_("Alasan"),
        help_text=help_text,
        max_length=200,
        validators=[MinLengthValidator(5, _("Alasan terlalu singkat. Tulis beberapa kata."))],
        error_messages={"required": _("Tuliskan alasannya.")},
    )


def day_field(label: str, help_text: str) -> forms.DateField:
    """Since when: today or before."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        initial=timezone.localdate,
        validators=[has_come],
        error_messages={"required": _("Isi tanggalnya."), "invalid": _("Tanggal tidak terbaca.")},
    )


class ExistenceForm(Laid, forms.Form):
    """Since when a school is closed or open again, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    on = day_field(
        _("Berlaku sejak"),
        _("Daftar sekolah untuk hari-hari sebelumnya tidak berubah."),
    )
    reason = reason_field(_("Misalnya nomor SK dinas."))

    def note_conflict(self, current: School) -> None:
        """Keep what was typed, and let the next sending decide on the school as it stands now."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(current.version)
        self.add_error(None, CHANGED)
