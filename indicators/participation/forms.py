"""The forms that enter, correct and remove a count of residents or pupils."""

from django import forms
from django.utils.translation import gettext_lazy as _

from indicators.fields import CountField
from indicators.keeping.forms import Correcting, OnceInPlace, Removing
from indicators.models import Headcount
from portal.forms import Laid, OnceForm


class WholeCountField(CountField):
    """A count of people: no decimals."""

    def clean(self, value):
        number = super().clean(value)
        if number is not None and number != int(number):
            raise forms.ValidationError(_("Jumlah orang ditulis tanpa desimal, misalnya 1.234."))
        return None if number is None else int(number)


class HeadcountForm(Laid, OnceInPlace):
    """A count: whom, of which ages, how many, says who."""

    beside = "source"

    count = WholeCountField(
        label=_("Jumlah"), help_text=_("Misalnya 1.234. Titik memisahkan ribuan.")
    )

    class Meta:
        model = Headcount
        fields = ["kind", "age_from", "age_to", "count", "source", "source_year", "note"]
        help_texts = {
            "age_from": _("Untuk murid semua usia, kosongkan kedua usia."),
            "source": _("Misalnya: Proyeksi BPS, Dukcapil, Dapodik. Tulis sama untuk sumber sama."),
        }

    def clean_source(self):
        return " ".join(self.cleaned_data["source"].split())

    def _others(self, data):
        keys = ("kind", "source")
        record = self.instance
        year = data.get("year", record.year)
        if year is None or not all(data.get(name) for name in keys):
            return Headcount.objects.none()
        return Headcount.objects.of_year(record.area, year).filter(
            **{f"{name}__iexact" if name == "source" else name: data[name] for name in keys},
            age_from=data.get("age_from"),
            age_to=data.get("age_to"),
        )


class EnterHeadcountForm(OnceForm, HeadcountForm):
    """A new count, with its year."""

    class Meta(HeadcountForm.Meta):
        fields = ["year", *HeadcountForm.Meta.fields]


class CorrectHeadcountForm(Correcting, HeadcountForm):
    """A correction; area and year stay."""

    field_order = [*HeadcountForm.Meta.fields, "reason"]


class RemoveHeadcountForm(Removing):
    class Meta:
        model = Headcount
        fields: list[str] = []
