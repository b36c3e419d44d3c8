"""The form that puts a visit on another day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.forms.visits import ReadForm
from mentoring.models import Visit
from portal.forms import Laid

CHANGED = _(
    "Kunjungan ini diubah orang lain setelah Anda membukanya. Periksa lagi, lalu jadwalkan ulang."
)


class RescheduleForm(Laid, ReadForm):
    """The new day and the reason, which a plan may go without (`reschedule_visit` decides)."""

    on = forms.DateField(label=_("Tanggal baru"))
    reason = forms.CharField(
        label=_("Alasan"),
        error_messages={"required": _("Tuliskan alasannya.")},
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Tersimpan bersama tanggal lama pada langkah kunjungan."),
    )

    def __init__(self, *args, visit: Visit, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = visit.state != Visit.State.PLANNED

    def note_conflict(self, current: Visit) -> None:
        """Keep what was typed, and let the next sending move the visit as it stands now."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(current.version)
        self.add_error(None, CHANGED)
