"""The forms of the page of likely pairs: which kecamatan, and which two schools."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import Laid
from portal.models import User
from schools.fields import NpsnField, district_field
from schools.models import School

UNKNOWN = _("Sekolah dengan NPSN ini tidak ada dalam cakupan Anda.")


class DistrictForm(Laid, forms.Form):
    """The kecamatan whose schools are compared."""

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["district"] = district_field(user)
        self.fields["district"].error_messages["required"] = _("Pilih kecamatan.")


class TwoSchoolsForm(Laid, forms.Form):
    """Two schools of the user's scope, named by NPSN: `first` and `second` of the cleaned data."""

    first = NpsnField(label=_("NPSN sekolah pertama"))
    second = NpsnField(label=_("NPSN sekolah kedua"))

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_first(self) -> School:
        return self._school("first")

    def clean_second(self) -> School:
        return self._school("second")

    def clean(self) -> dict:
        """Two schools, not one twice."""
        values = super().clean()
        if "first" in values and values["first"] == values.get("second"):
            self.add_error("second", _("Isi NPSN sekolah lain; ini sekolah yang sama."))
        return values

    def _school(self, name: str) -> School:
        found = School.objects.visible_to(self.user).filter(npsn=self.cleaned_data[name]).first()
        if found is None:
            raise forms.ValidationError(UNKNOWN)
        return found
