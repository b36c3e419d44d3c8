"""The forms that enter, correct and remove a requirement of the SPM index, or an official index."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indicators.forms import FigureField
from indicators.models import Indicator, Service, SpmOfficialIndex, SpmRequirement, Unit
from indicators.models.spm import (
    OFFICIAL_ALREADY_THERE,
    ROW_ALREADY_THERE,
    WHOLE_CITY,
)
from indicators.spm.counts import read_count, written_count
from indicators.spm.periods import Period, check_period
from portal.forms import Laid, OnceForm, ReasonForm, VersionedForm
from portal.operations import Refused

INDEX = Indicator(unit=Unit.SCORE, name="Indeks Pencapaian SPM")  # how an index is read: 0–100
REASON_HELP = _("Isian lama dan alasan ini tetap terbaca di riwayat.")


class CountField(forms.CharField):
    """A count with dots between thousands; clean gives a Decimal."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_length=40, widget=widget, **kwargs)

    def prepare_value(self, value):
        """A stored count as it is written; what was typed stays as it was typed."""
        return value if value is None or isinstance(value, str) else written_count(value)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_count(text)
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal


class _Once(forms.ModelForm):
    """A record that its city and period hold once; the one that is there is told apart."""

    already_there = ROW_ALREADY_THERE
    beside = "name"

    def clean(self):
        data = super().clean()
        if self._others(data).exclude(pk=self.instance.pk).exists():
            self.add_error(self.beside, self.already_there)
        return data

    def _others(self, data: dict):
        """The records of the same key as what was typed; none where the key is not complete."""
        raise NotImplementedError

    def _of_period(self, data: dict):
        """The records of the form's city and period."""
        record = self.instance
        year, quarter = data.get("year", record.year), data.get("quarter", record.quarter)
        if None in (year, quarter):
            return type(record).objects.none()
        return type(record).objects.of_period(record.area, year, quarter)


class RowForm(Laid, _Once):
    """A requirement: service, part, name, how much is needed and met, and where that stands."""

    needed = CountField(
        label=_("Harus dilayani / harus dipenuhi"),
        help_text=_("Jumlah, misalnya 1.234. Titik memisahkan ribuan, koma memisahkan desimal."),
    )
    met = CountField(
        label=_("Terlayani / terpenuhi"),
        help_text=_("Bila lebih besar daripada yang harus dilayani, disimpan dengan peringatan."),
    )

    class Meta:
        model = SpmRequirement
        fields = ["service", "part", "name", "needed", "met", "source", "source_year", "note"]
        help_texts = {
            "name": _("Misalnya: Anak usia 5–6 tahun yang bersekolah."),
            "source": _("Misalnya: Dapodik, unduhan 31 Maret 2026."),
        }
        error_messages = {
            "source_year": {"invalid": _("Tahun ditulis 4 angka.")},
            "year": {"invalid": _("Tahun ditulis 4 angka.")},
        }

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def _others(self, data):
        if not all(data.get(name) for name in ("service", "part", "name")):
            return SpmRequirement.objects.none()
        return self._of_period(data).filter(
            service=data["service"], part=data["part"], name__iexact=data["name"]
        )


class OfficialForm(Laid, _Once):
    """An index as it was published, of a service or of the whole city."""

    already_there = OFFICIAL_ALREADY_THERE
    beside = "service"

    value = FigureField(
        label=_("Indeks resmi"),
        help_text=_("Seperti yang diumumkan, 0 sampai 100, misalnya 87,25."),
    )

    class Meta:
        model = SpmOfficialIndex
        fields = ["service", "value", "source", "note"]
        help_texts = {"source": _("Misalnya: e-SPM, laporan triwulan I 2026.")}
        error_messages = {"year": {"invalid": _("Tahun ditulis 4 angka.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["value"].indicator = INDEX
        self.fields["service"].choices = [("", WHOLE_CITY), *Service.choices]

    def _others(self, data):
        if "service" not in data:
            return SpmOfficialIndex.objects.none()
        return self._of_period(data).filter(service=data["service"])


class _Entering(OnceForm):
    """A new record, with its period."""

    def clean(self):
        data = super().clean()
        year, quarter = data.get("year"), data.get("quarter")
        if year is not None and quarter is not None:
            try:
                check_period(Period(year, quarter), timezone.localdate())
            except Refused as refusal:
                self.add_error("year", str(refusal))
        return data


class EnterRowForm(_Entering, RowForm):
    """A new requirement."""

    class Meta(RowForm.Meta):
        fields = ["year", "quarter", *RowForm.Meta.fields]


class EnterOfficialForm(_Entering, OfficialForm):
    """A new official index."""

    class Meta(OfficialForm.Meta):
        fields = ["year", "quarter", *OfficialForm.Meta.fields]


class _Correcting(VersionedForm):
    """A correction on top of the version that was read, with its reason."""

    reason = ReasonForm.base_fields["reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Alasan koreksi")
        self.fields["reason"].help_text = REASON_HELP


class CorrectRowForm(_Correcting, RowForm):
    """A correction of a requirement; its city and period stay."""

    field_order = [*RowForm.Meta.fields, "reason"]


class CorrectOfficialForm(_Correcting, OfficialForm):
    """A correction of an official index; its city and period stay."""

    field_order = [*OfficialForm.Meta.fields, "reason"]


class _Removing(Laid, VersionedForm):
    """Why a record is taken out, as it was read."""

    reason = ReasonForm.base_fields["reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Alasan penghapusan")
        self.fields["reason"].help_text = REASON_HELP


class RemoveRowForm(_Removing):
    class Meta:
        model = SpmRequirement
        fields: list[str] = []


class RemoveOfficialForm(_Removing):
    class Meta:
        model = SpmOfficialIndex
        fields: list[str] = []
