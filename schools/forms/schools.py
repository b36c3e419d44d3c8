"""The forms that add and edit schools and their programme memberships."""

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from portal.dates import has_come
from portal.forms import Laid, OnceForm, VersionedForm
from portal.models import User
from schools.fields import CoordinateField, NpsnField, district_field
from schools.models import FORMS_OF_STAGE, Accreditation, Membership, School, Status
from schools.operations.proposals import PROPOSABLE
from schools.operations.schools import ENDS_BEFORE_START, MEMBER_ALREADY

FORM_CHOICES = [
    ("", _("Pilih bentuk")),
    *(
        (stage.label, [(f.value, f.label) for f in forms])
        for stage, forms in FORMS_OF_STAGE.items()
    ),
]


class SchoolFields(forms.ModelForm):
    """How a school is read from a form, on the portal's pages as in the admin."""

    npsn = NpsnField(
        label=_("NPSN"),
        help_text=_("8 angka; PKBM dan SKB: P dan 7 angka; kursus: K dan 7 angka."),
        error_messages={
            "required": _("Isi NPSN. Lihat di Dapodik atau data referensi kementerian.")
        },
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    latitude = CoordinateField(
        label=_("Lintang"),
        required=False,
        example="-3,3194",
        help_text=_(
            "Derajat desimal dengan koma atau titik, misalnya -3,3194. Selatan bertanda minus."
        ),
    )
    longitude = CoordinateField(
        label=_("Bujur"),
        required=False,
        example="114,5908",
        help_text=_("Misalnya 114,5908."),
    )

    class Meta:
        model = School
        fields = ["npsn", *PROPOSABLE, "facts_since"]
        help_texts = {"name": _("Seperti di Dapodik.")}
        error_messages = {
            "name": {"required": _("Isi nama sekolah.")},
            "form": {"required": _("Pilih bentuk satuan pendidikan.")},
            "status": {"required": _("Pilih negeri atau swasta.")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["form"].choices = FORM_CHOICES
        self.fields["facts_since"].required = False
        self.fields["status"].choices = [("", _("Pilih status")), *Status.choices]
        self.fields["accreditation"].choices = [("", _("Belum ada data")), *Accreditation.choices]

    def clean_facts_since(self):
        """Since when the facts hold: today where nothing is typed, never a day that has not come."""
        day = self.cleaned_data["facts_since"] or timezone.localdate()
        has_come(day)
        return day

    def clean(self):
        """Both coordinates or none, and no accreditation decree without its result."""
        values = super().clean()
        self._check_coordinates(values)
        decree = values.get("accreditation_number") or values.get("accreditation_until")
        if decree and not values.get("accreditation"):
            self.add_error(
                "accreditation",
                _("Pilih hasil akreditasi, atau kosongkan nomor SK dan masa berlakunya."),
            )
        return values

    def _check_coordinates(self, values: dict) -> None:
        if "latitude" not in values or "longitude" not in values:
            return
        latitude, longitude = values["latitude"], values["longitude"]
        if latitude is None and longitude is not None:
            self.add_error("latitude", _("Isi lintang juga, atau kosongkan bujur."))
        elif longitude is None and latitude is not None:
            self.add_error("longitude", _("Isi bujur juga, atau kosongkan lintang."))
        elif latitude is not None and latitude >= 95 and longitude <= 7:
            self.add_error("latitude", _("Lintang dan bujur tampaknya tertukar. Tukar keduanya."))


class SchoolForm(Laid, SchoolFields):
    """What the registry holds about a school, in three sections."""

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["district"] = district_field(user)
        self.fields["district"].error_messages["required"] = _("Pilih kecamatan.")
        self.helper.layout = Layout(
            *(name for name, field in self.fields.items() if field.widget.is_hidden),
            Fieldset(_("Identitas"), "npsn", "name", "form", "status"),
            Fieldset(_("Letak"), "district", "address", "latitude", "longitude"),
            Fieldset(
                _("Akreditasi"), "accreditation", "accreditation_number", "accreditation_until"
            ),
            Fieldset(_("Tanggal berlaku"), "facts_since"),
        )


class SchoolAddForm(OnceForm, SchoolForm):
    """A new school; sent twice it makes one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["facts_since"].label = _("Tercatat sejak")
        self.fields["facts_since"].help_text = _(
            "Sejak hari ini sekolah itu ada dalam daftar. Kosong berarti hari ini."
        )


class SchoolEditForm(SchoolForm, VersionedForm):
    """A school as its editor saw it; refused on top of a newer one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        since = self.fields["facts_since"]
        self.since = self.instance.facts_since
        self.initial["facts_since"] = timezone.localdate()
        since.label = _("Perubahan berlaku sejak")
        since.help_text = _(
            "Untuk perubahan nama, bentuk, status, kecamatan, dan akreditasi: daftar untuk hari sebelumnya "
            "tetap menunjukkan data lama. Untuk membetulkan salah ketik, isi %(since)s."
        ) % {"since": date_format(self.since, "d/m/Y")}

    def clean_facts_since(self):
        """Not before the day since which the present facts hold."""
        day = super().clean_facts_since()
        if day < self.since:
            raise forms.ValidationError(
                _("Data yang sekarang berlaku sejak %(since)s. Isi tanggal itu atau sesudahnya."),
                params={"since": date_format(self.since)},
            )
        return day


class MembershipForm(Laid, forms.ModelForm):
    """A school's part in a programme. The instance brings the school."""

    class Meta:
        model = Membership
        fields = ["programme", "cohort", "decree_number", "starts_on", "ends_on"]
        help_texts = {
            "cohort": _("Nomor angkatan, misalnya 1."),
            "ends_on": _("Kosongkan selama sekolah masih menjadi anggota."),
        }
        error_messages = {
            "programme": {"required": _("Pilih program.")},
            "cohort": {"required": _("Isi nomor angkatan.")},
            "starts_on": {"required": _("Isi tanggal mulai.")},
        }

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        programmes = self.fields["programme"]
        programmes.queryset = programmes.queryset.visible_to(user)
        programmes.empty_label = _("Pilih program")

    def clean(self):
        """The end not before the start, and each cohort of a programme once."""
        values = super().clean()
        starts_on, ends_on = values.get("starts_on"), values.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", ENDS_BEFORE_START)
        same = Membership.objects.filter(
            school=self.instance.school,
            programme=values.get("programme"),
            cohort=values.get("cohort"),
        ).exclude(pk=self.instance.pk)
        if same.exists():
            self.add_error("cohort", MEMBER_ALREADY)
        return values


class MembershipAddForm(OnceForm, MembershipForm):
    """A new membership; sent twice it makes one."""


class MembershipEditForm(MembershipForm, VersionedForm):
    """A membership as its editor saw it; refused on top of a newer one."""
