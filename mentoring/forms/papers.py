"""The forms of papers: a correction with its reason, a letter for a period, a month, a file to check."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.forms.visits import StepReasonForm
from portal.forms import Laid, OnceForm

LONGEST = 366


class CorrectionForm(StepReasonForm):
    """Why the minutes hold no more, and what is to happen."""

    REPORT, PAPER = "laporan", "naskah"
    WAYS = (
        (REPORT, _("Isi laporannya salah: kembalikan kepada fasilitator untuk diperbaiki")),
        (PAPER, _("Laporannya benar: terbitkan ulang (nama, NIP, atau kepala surat berubah)")),
    )

    way = forms.ChoiceField(
        label=_("Yang perlu diperbaiki"),
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih salah satu.")},
    )

    field_order = ["way", "reason"]


class LetterForm(Laid, OnceForm):
    """From when until when a facilitator is sent."""

    starts_on = forms.DateField(label=_("Mulai"))
    ends_on = forms.DateField(label=_("Sampai"))

    def clean(self):
        super().clean()
        starts, ends = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("Tanggal ini mendahului tanggal mulai."))
        elif starts and ends and (ends - starts).days >= LONGEST:
            self.add_error("ends_on", _("Satu surat tugas berlaku paling lama satu tahun."))


class MonthForm(forms.Form):
    """A month, as the browser's picker writes it: 2026-11."""

    bulan = forms.DateField(input_formats=["%Y-%m"])
