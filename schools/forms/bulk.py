"""What is asked before many schools are changed at once."""

from crispy_forms.layout import Layout
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.dates import has_come
from portal.forms import Laid
from portal.models import User
from schools.fields import district_field
from schools.models import Programme

MOST_CHOSEN = 1000


class ChosenForm(Laid, forms.Form):
    """The schools that were ticked, by primary key."""

    sekolah = forms.CharField(widget=forms.HiddenInput, max_length=MOST_CHOSEN * 12)

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)

    def clean_sekolah(self) -> list[int]:
        keys = self.cleaned_data["sekolah"].split(",")
        if len(keys) > MOST_CHOSEN or not all(key.isdecimal() and len(key) < 12 for key in keys):
            raise forms.ValidationError(_("Pilihan sekolah tidak terbaca. Ulangi dari daftar."))
        return [int(key) for key in keys]


class SinceFields(forms.Form):
    """The day since which a fact of many schools holds."""

    holds_from = forms.DateField(
        label=_("Berlaku sejak"), initial=timezone.localdate, validators=[has_come]
    )


class CohortFields(forms.Form):
    """The cohort of a programme that many schools join; here and in the admin."""

    programme = forms.ModelChoiceField(
        Programme.objects.order_by("name"), label=_("Program"), empty_label=_("Pilih program")
    )
    cohort = forms.IntegerField(label=_("Angkatan"), min_value=1, max_value=99)
    starts_on = forms.DateField(label=_("Mulai"))
    decree_number = forms.CharField(label=_("Nomor SK"), max_length=80, required=False)


class CohortForm(ChosenForm, CohortFields):
    """The cohort that the chosen schools join."""


class MoveForm(ChosenForm, SinceFields):
    """The kecamatan that the chosen schools lie in, and since when."""

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["district"] = district_field(user)
        self.helper.layout = Layout("sekolah", "district", "holds_from")
