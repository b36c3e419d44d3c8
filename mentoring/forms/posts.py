"""Forms of a performance post: opened for one school or one area, renamed, closed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.forms.agreements import areas_of
from mentoring.models import PerformancePost
from mentoring.models.posts import ONE_PLACE
from portal.forms import Laid, OnceForm, VersionedForm
from portal.models import User
from schools.fields import NpsnField
from schools.models import School


class PostAddForm(Laid, OnceForm, forms.ModelForm):
    """Name, description and place: the NPSN of one school, or an area."""

    npsn = NpsnField(
        label=_("NPSN sekolah"),
        required=False,
        help_text=_("Untuk pos bersama satu sekolah. Kosongkan untuk pos tingkat wilayah."),
    )

    field_order = ["key", "label", "description", "npsn", "area"]

    class Meta:
        model = PerformancePost
        fields = ["label", "description", "area"]
        help_texts = {
            "label": _("Misalnya: Pos Kinerja Triwulan."),
            "description": _("Untuk apa pos ini, dan siapa yang hadir."),
            "area": _("Untuk pos tingkat wilayah, misalnya seluruh kota."),
        }

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["npsn"].widget.attrs["inputmode"] = "text"
        self.fields["area"].queryset = areas_of(user)
        self.fields["area"].empty_label = _("Pos bersama satu sekolah")

    def clean_npsn(self) -> str:
        """The NPSN of a school in the user's scope, which becomes the post's school."""
        npsn = self.cleaned_data["npsn"]
        if npsn:
            schools = School.objects.visible_to(self.user).existing()
            self.instance.school = schools.filter(npsn=npsn).first()
            if self.instance.school is None:
                raise forms.ValidationError(
                    _("Sekolah dengan NPSN %s tidak ditemukan di wilayah Anda.") % npsn
                )
        return npsn

    def clean(self):
        """Exactly one place."""
        super().clean()
        if "npsn" in self.cleaned_data and "area" in self.cleaned_data:
            places = [self.cleaned_data["npsn"], self.cleaned_data["area"]]
            if bool(places[0]) == bool(places[1]):
                self.add_error("npsn", ONE_PLACE)


class PostEditForm(Laid, VersionedForm):
    """What a post is called and for, and whether it goes on."""

    class Meta:
        model = PerformancePost
        fields = ["label", "description", "active"]
        help_texts = {"active": _("Pos yang tidak aktif tidak menerima tinjauan baru.")}
