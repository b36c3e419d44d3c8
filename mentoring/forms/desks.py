"""What the page of desks can be narrowed by."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.queries.desks import MOST_PAGES, Desk, Thing
from portal.models import User
from schools.queries.choices import area_choices


class DeskForm(forms.Form):
    """A desk, a kind of thing, an area; whatever is not known is left out."""

    meja = forms.ChoiceField(label=_("Meja"), required=False)
    jenis = forms.ChoiceField(label=_("Jenis"), required=False)
    kecamatan = forms.ChoiceField(label=_("Wilayah"), required=False)
    hal = forms.IntegerField(
        required=False, min_value=1, max_value=MOST_PAGES, widget=forms.HiddenInput
    )

    def __init__(self, data, *, user: User):
        super().__init__(data)
        self.fields["meja"].choices = [("", _("Semua meja")), *Desk.choices]
        self.fields["jenis"].choices = [("", _("Semua jenis")), *Thing.choices]
        areas = area_choices(user, data.get("kecamatan", ""))
        self.fields["kecamatan"].choices = [("", _("Semua wilayah")), *areas]
        for name in ("meja", "jenis", "kecamatan"):
            self.fields[name].widget.attrs["class"] = "form-select"
        self.is_valid()

    def asked(self, name: str) -> str:
        """What is asked for under a name; empty where it is nothing that can be asked."""
        return self.cleaned_data.get(name) or ""

    @property
    def page(self) -> int:
        return self.cleaned_data.get("hal") or 1
