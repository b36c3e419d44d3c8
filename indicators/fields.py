"""Form fields that read numbers as people type them."""

from django import forms
from django.core.exceptions import ValidationError

from indicators import figures
from indicators.counts import read_count, written_count
from portal.operations import Refused


class FigureField(forms.CharField):
    """A value typed or pasted as in a report; clean gives a Decimal in the indicator's unit."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_length=40, widget=widget, **kwargs)
        self.indicator = None  # set by the form, which knows it

    def prepare_value(self, value):
        """A stored value with a comma; what was typed stays as it was typed."""
        return value if value is None or isinstance(value, str) else figures.plain(value)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        try:
            number = figures.read(text, self.indicator)
            figures.check_range(self.indicator, number)
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal
        return number


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
