"""The forms that enter, correct and remove a requirement of the SPM index, or an official index."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indicators.fields import CountField, FigureField
from indicators.keeping.forms import Correcting, OnceInPlace, Removing
from indicators.models import Indicator, Service, SpmOfficialIndex, SpmRequirement, Unit
from indicators.models.spm import WHOLE_CITY
from indicators.spm.periods import Period, check_period
from portal.forms import Laid, OnceForm
from portal.operations import Refused

INDEX = Indicator(unit=Unit.SCORE, name="Indeks Pencapaian SPM")  # how an index is read: 0–100


class _OncePerPeriod(OnceInPlace):
    """A record that its city and period hold once."""

    def _of_period(self, data: dict):
        """The records of the form's city and period."""
        record = self.instance
        year, quarter = data.get("year", record.year), data.get("quarter", record.quarter)
        if None in (year, quarter):
            return type(record).objects.none()
        return type(record).objects.of_period(record.area, year, quarter)


class RowForm(Laid, _OncePerPeriod):
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


class OfficialForm(Laid, _OncePerPeriod):
    """An index as it was published, of a service or of the whole city."""

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


class CorrectRowForm(Correcting, RowForm):
    """A correction of a requirement; its city and period stay."""

    field_order = [*RowForm.Meta.fields, "reason"]


class CorrectOfficialForm(Correcting, OfficialForm):
    """A correction of an official index; its city and period stay."""

    field_order = [*OfficialForm.Meta.fields, "reason"]


class RemoveRowForm(Removing):
    class Meta:
        model = SpmRequirement
        fields: list[str] = []


class RemoveOfficialForm(Removing):
    class Meta:
        model = SpmOfficialIndex
        fields: list[str] = []
