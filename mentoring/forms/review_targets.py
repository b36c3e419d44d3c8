"""The rows of targets on the sheet of a review: those that it judges, and those that it sets."""

import re
from collections.abc import Iterable
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from indicators.models import Indicator, IndicatorSet
from mentoring.forms.agreements import RowSet
from mentoring.models import Review, ReviewTarget
from mentoring.operations.agreements import Row
from portal.forms import Laid
from portal.templatetags.portal import number

FIGURE = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,2})?")


class AmountField(forms.CharField):
    """A number with a decimal comma or point and no more than two decimals; None when left empty.

    `1.234` is refused: nobody can tell whether it means a thousand.
    """

    def __init__(self, **kwargs):
        super().__init__(required=False, max_length=20, **kwargs)
        self.widget.attrs["inputmode"] = "decimal"

    def prepare_value(self, value):
        """A stored number the way it is typed, 71,5; what was typed stays as it was typed."""
        return number(value).replace(".", "") if isinstance(value, Decimal) else value

    def clean(self, value) -> Decimal | None:
        text = super().clean(value).replace(" ", "")
        if not text:
            return None
        if not FIGURE.fullmatch(text):
            raise ValidationError(_("Tulis angka dengan paling banyak dua desimal, misalnya 71,5."))
        return Decimal(text.replace(",", "."))


class TargetForm(Laid, forms.Form):
    """A target as it is set; its id says which one it is, if it stands already."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Sasaran"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    indicator_id = forms.TypedChoiceField(
        label=_("Indikator"), coerce=int, empty_value=None, required=False
    )
    value = AmountField(label=_("Nilai sasaran"), help_text=_("Boleh kosong, misalnya 71,5."))
    unit = forms.CharField(
        label=_("Satuan"), max_length=20, required=False, help_text=_("Misalnya % atau guru.")
    )

    def __init__(self, *args, indicators: list[tuple], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["indicator_id"].choices = indicators

    def clean(self):
        """A number says in what it is measured."""
        cleaned = super().clean()
        if self.is_dropped:
            return cleaned
        numbers = [cleaned.get("value"), cleaned.get("achieved")]
        if any(one is not None for one in numbers) and not cleaned.get("unit"):
            self.add_error("unit", _("Isi satuan dari nilai ini, misalnya % atau guru."))
        return cleaned

    @property
    def is_dropped(self) -> bool:
        return bool(self.cleaned_data.get("DELETE"))

    def as_row(self) -> Row:
        """What the editor left here, for the operation."""
        values = {k: v for k, v in self.cleaned_data.items() if k not in ("id", "DELETE")}
        return Row(pk=self.cleaned_data["id"], values=values, dropped=self.is_dropped)


class JudgedForm(TargetForm):
    """A target of the last period with what came of it; one that was carried over stays as it was set."""

    achieved = AmountField(label=_("Nilai capaian"))
    outcome = forms.ChoiceField(
        label=_("Hasil"),
        required=False,
        choices=[("", _("Belum dinilai")), *ReviewTarget.Outcome.choices],
        help_text=_("Wajib sebelum dicatat terlaksana."),
    )
    note = forms.CharField(label=_("Catatan capaian"), max_length=500, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_carried = bool(self.initial.get("carried"))
        if self.is_carried:
            for name in ReviewTarget.SET:
                self.fields[name].disabled = True


class JudgedRows(RowSet):
    def add_fields(self, form, index):
        """What was carried over cannot be taken out."""
        super().add_fields(form, index)
        if getattr(form, "is_carried", False):
            form.fields.pop("DELETE", None)


def _rows_of(form: type[TargetForm], rows: type[RowSet], *, extra: int):
    return formset_factory(
        form,
        formset=rows,
        extra=extra,
        max_num=30,
        absolute_max=40,
        can_delete=True,
        can_delete_extra=False,
    )


JudgedSet = _rows_of(JudgedForm, JudgedRows, extra=0)
NextSet = _rows_of(TargetForm, RowSet, extra=1)


def initial_of(targets: Iterable[ReviewTarget]) -> list[dict]:
    """What the rows show before anything is typed."""
    names = ["id", *ReviewTarget.SET, "achieved", "outcome", "note"]
    return [
        {name: getattr(target, name) for name in names}
        | {"carried": target.carried_from_id is not None}
        for target in targets
    ]


def indicators_to_choose(review: Review) -> list[tuple]:
    """The indicators of the sets in force on the review's day, and those named already; none first."""
    sets = IndicatorSet.objects.on(review.date)
    in_sets = Indicator.objects.filter(memberships__set__in=sets).values("pk")
    named = review.targets.exclude(indicator=None).order_by().values("indicator")
    offered = Indicator.objects.filter(pk__in=in_sets.union(named)).order_by("code", "name")
    return [("", _("Tanpa indikator")), *((one.pk, str(one)) for one in offered)]
