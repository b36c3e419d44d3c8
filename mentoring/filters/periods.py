"""A period in a filter: two dates, the first of which comes first."""

from django import forms
from django.utils.translation import gettext_lazy as _

WRONG_WAY = _("Tanggal akhir mendahului tanggal awal. Tukar keduanya.")


class PeriodForm(forms.Form):
    """The form of a FilterSet with `dari` and `sampai`: the wrong way round they are told, not used."""

    def clean(self):
        data = super().clean()
        first, last = data.get("dari"), data.get("sampai")
        if first and last and last < first:
            self.add_error("sampai", WRONG_WAY)
            del data["dari"]
        return data
