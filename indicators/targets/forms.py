"""The forms that set, correct and remove a target."""

from django import forms
from django.utils.translation import gettext_lazy as _

from indicators import figures
from indicators.fields import FigureField
from indicators.keeping.forms import Correcting, Removing
from indicators.models import Direction, Target
from portal.forms import Laid, OnceForm


class TargetForm(Laid, forms.ModelForm):
    """A target: from which value of which year, to which by when, and why."""

    baseline = FigureField(label=_("Nilai awal"))
    value = FigureField(label=_("Sasaran"))

    class Meta:
        model = Target
        fields = ["baseline_year", "baseline", "year", "value", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("baseline", "value"):
            self.fields[name].indicator = self.instance.indicator
        self.fields["value"].help_text = figures.how_to_type(self.instance.indicator)

    def clean(self):
        data = super().clean()
        start, goal = data.get("baseline"), data.get("value")
        if start is None or goal is None:
            return data
        direction = self.instance.indicator.direction
        if direction == Direction.UP and goal < start:
            self.add_error(
                "value", _("Makin tinggi makin baik: sasaran tidak di bawah nilai awal.")
            )
        if direction == Direction.DOWN and goal > start:
            self.add_error("value", _("Makin rendah makin baik: sasaran tidak di atas nilai awal."))
        return data


class EnterTargetForm(OnceForm, TargetForm):
    """A new target."""


class CorrectTargetForm(Correcting, TargetForm):
    """A correction of a target; its place and indicator stay."""

    field_order = [*TargetForm.Meta.fields, "reason"]


class RemoveTargetForm(Removing):
    class Meta:
        model = Target
        fields: list[str] = []
