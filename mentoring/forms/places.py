"""The position that a browser hands over."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.models import PlaceProof

UNKNOWN = _("Peramban belum memberi posisi. Izinkan posisi pada perangkat ini, lalu coba lagi.")


class PlaceForm(forms.ModelForm):
    """Filled by visit-place.js."""

    class Meta:
        model = PlaceProof
        fields = ["latitude", "longitude", "accuracy"]
        widgets = dict.fromkeys(fields, forms.HiddenInput)
