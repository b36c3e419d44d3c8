"""The forms that enter and correct a figure."""

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from indicators import bands, figures, operations
from indicators.fields import CountField, FigureField
from indicators.models import Measurement
from indicators.models.measurements import ALREADY_THERE, FIRST_YEAR
from indicators.operations import Figure
from indicators.templatetags.indicators import colour_badge
from portal.forms import Laid, OnceForm, ReasonForm, VersionedForm
from portal.operations import Refused


class FigureForm(Laid, forms.ModelForm):
    """The figure of the instance's indicator and place: year, value, label, source, state, note."""

    value = FigureField(label=_("Nilai"), error_messages={"required": _("Isi nilainya.")})
    numerator = CountField(label=_("Pembilang"), required=False)
    denominator = CountField(
        label=_("Penyebut"),
        required=False,
        help_text=_(
            "Bila diketahui, misalnya jumlah murid yang dites. Dipakai menggabungkan sekolah."
        ),
    )
    colour = forms.ChoiceField(
        label=_("Label capaian"), required=False, widget=forms.RadioSelect, choices=()
    )
    same_year: Measurement | None = None  # the figure that is already there, after a refusal

    class Meta:
        model = Measurement
        fields = ["year", "value", "colour", "numerator", "denominator", "source", "state", "note"]
        error_messages = {
            "year": {"required": _("Isi tahun Rapor."), "invalid": _("Tahun ditulis 4 angka.")},
            "source": {"required": _("Isi sumber nilai ini, misalnya nama berkas atau laporan.")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        indicator = self.instance.indicator
        self.fields["value"].indicator = indicator
        self.fields["value"].help_text = figures.how_to_type(indicator)
        self.fields["source"].help_text = _(
            "Misalnya: Rapor Pendidikan 2025, unduhan 3 Maret 2025."
        )
        year = self.fields["year"].widget
        year.attrs |= {"min": FIRST_YEAR, "max": operations.newest_year()}
        if indicator.labels:
            self.fields["colour"].choices = _label_choices(indicator)
            self.fields["colour"].help_text = _label_help(indicator)
        else:
            del self.fields["colour"]

    def clean_denominator(self):
        denominator = self.cleaned_data["denominator"]
        self._ask(operations.check_denominator, denominator)
        return denominator

    def clean_year(self):
        year = self.cleaned_data["year"]
        self._ask(operations.check_year, year)
        return year

    def clean(self):
        data = super().clean()
        if "value" in data and data.get("colour"):
            try:
                self._ask(
                    operations.check_colour, self.instance.indicator, data["value"], data["colour"]
                )
            except ValidationError as error:
                self.add_error("colour", error)
        self.same_year = self._same_year(data.get("year"))
        if self.same_year is not None:
            self.add_error("year", ALREADY_THERE)
        return data

    def _same_year(self, year: int | None) -> Measurement | None:
        """Another figure of this indicator, place and year, which the one typed would double."""
        others = Measurement.objects.of(self.instance.place).exclude(pk=self.instance.pk)
        return others.filter(indicator=self.instance.indicator, year=year).first()

    @property
    def figure(self) -> Figure:
        """What was typed, for the operations."""
        data = self.cleaned_data
        return Figure(
            year=data["year"],
            value=data["value"],
            colour=data.get("colour", ""),
            source=data["source"],
            state=data["state"],
            note=data["note"],
            numerator=data["numerator"],
            denominator=data["denominator"],
        )

    @staticmethod
    def _ask(rule, *args) -> None:
        """Ask a rule of the operations, so that its refusal stands beside the field."""
        try:
            rule(*args)
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal


class EnterForm(OnceForm, FigureForm):
    """A new figure."""


class CorrectForm(VersionedForm, FigureForm):
    """A correction with its reason."""

    reason = ReasonForm.base_fields["reason"]

    field_order = [*FigureForm.Meta.fields, "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Alasan koreksi")
        self.fields["reason"].help_text = _("Nilai lama dan alasan ini tetap terbaca di riwayat.")
        self.initial["reason"] = ""


class YearActForm(Laid, forms.Form):
    """The reason of a step of a year of figures, and until when it is unlocked, where it asks."""

    reason = ReasonForm.base_fields["reason"]
    until = forms.DateField(
        label=_("Dibuka sampai"),
        help_text=_("Paling lama 14 hari; terkunci lagi dengan sendirinya."),
    )

    def __init__(self, *args, act, **kwargs):
        super().__init__(*args, **kwargs)
        if not act.asks_why:
            del self.fields["reason"]
        if act.lasts is None:
            del self.fields["until"]
        self.helper.layout = Layout(*self.fields)


def _label_choices(indicator) -> list[tuple]:
    nothing = _("isi menurut ambang") if bands.has_cut_offs(indicator) else _("tidak tercetak")
    words = [(colour, colour_badge(colour, word)) for colour, word in indicator.labels.items()]
    return [*words, ("", nothing)]


def _label_help(indicator) -> str:
    """The cut-offs in words; the words of the labels are typed by admins, so they are escaped."""
    if bands.has_cut_offs(indicator):
        return format_html(_("Ambang resmi: {}."), bands.cut_offs(indicator))
    return _("Pilih label seperti tercetak di rapor; ambangnya tidak diumumkan kementerian.")
