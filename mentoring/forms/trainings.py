"""Forms of a training, its sessions, its participants and the attendance of a session."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.forms.agreements import areas_of
from mentoring.forms.work_plans import ActivityField
from mentoring.models import Activity, Agreement, Participant, Session, Training
from mentoring.models.hours import hours_between
from mentoring.queries.work_plans import suggested, to_choose_from
from portal.forms import Laid, OnceForm, VersionedForm
from portal.history import Change
from portal.models import User, inside_area
from schools.fields import NpsnField
from schools.models import School


class TrainingForm(Laid, forms.ModelForm):
    """The fields of a training; its agreement must be in force and cover its area."""

    activity = ActivityField(help_text=_("Kegiatan yang dijalankan dengan pelatihan ini."))

    class Meta:
        model = Training
        fields = [
            "title",
            "kind",
            "organiser",
            "agreement",
            "activity",
            "area",
            "mode",
            "place",
            "speakers",
        ]
        help_texts = {
            "area": _("Peserta berasal dari sekolah di wilayah ini."),
            "place": _("Nama gedung, atau tautan pertemuan daring."),
            "speakers": _("Beberapa nama dipisahkan koma."),
        }

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        visible = Agreement.objects.visible_to(user)
        current = Q(pk=self.instance.agreement_id)
        agreements = visible.filter(Q(pk__in=visible.in_force().values("pk")) | current)
        self.fields["agreement"].queryset = agreements
        self.fields["activity"].queryset = self._activities(user)
        self.fields["area"].queryset = areas_of(user)
        self.fields["agreement"].help_text = _(
            "Naskah yang sedang berlaku di wilayah Anda. Bila tidak ada, minta Dinas mencatatnya."
        )

    def _activities(self, user: User):
        """Those of last year's, this and next year's plans, and the training's own."""
        this = timezone.localdate().year
        chosen = to_choose_from(user, Activity.Form.TRAINING, years=range(this - 1, this + 2))
        own = Activity.objects.filter(pk=self.instance.activity_id)
        return (chosen | own.select_related("plan", "clause")).distinct()


class TrainingAddForm(TrainingForm, OnceForm):
    """Recording a new training."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        newest = self.fields["agreement"].queryset.first()
        if newest is not None:
            self.initial.setdefault("agreement", newest.pk)
            self.initial.setdefault("area", newest.area_id)
        fitting = suggested(self.fields["activity"].queryset, timezone.localdate())
        self.initial.setdefault("activity", fitting)


class TrainingEditForm(TrainingForm, VersionedForm):
    """Editing a training."""


class SessionForm(Laid, forms.ModelForm):
    """A meeting of a training."""

    class Meta:
        model = Session
        fields = ["topic", "date", "starts_at", "ends_at", "hours"]
        localized_fields = ["hours"]
        help_texts = {
            "hours": _("1 JP = 45 menit. Kosongkan agar dihitung dari jam mulai dan selesai."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["hours"].required = False
        self.fields["hours"].widget.attrs["inputmode"] = "decimal"

    def clean(self):
        """The JP that fit into the time stand in for an empty field."""
        cleaned = super().clean()
        starts_at, ends_at = cleaned.get("starts_at"), cleaned.get("ends_at")
        is_empty = "hours" in cleaned and cleaned["hours"] is None
        if is_empty and starts_at and ends_at:
            cleaned["hours"] = max(hours_between(starts_at, ends_at), 0)
        return cleaned


class SessionAddForm(SessionForm, OnceForm):
    """Adding a session."""


class SessionEditForm(SessionForm, VersionedForm):
    """Editing a session."""


class ParticipantForm(Laid, OnceForm, forms.ModelForm):
    """Registering a person of a school, found by its NPSN inside the training's area."""

    npsn = NpsnField(
        label=_("NPSN sekolah asal"),
        help_text=_("8 angka; PKBM dan SKB: P dan 7 angka; kursus: K dan 7 angka."),
        error_messages={"required": _("Isi NPSN sekolah asal peserta.")},
    )
    staff_number = forms.CharField(
        label=_("NIP/NUPTK"),
        max_length=30,
        required=False,
        help_text=_(
            "NIP 18 angka atau NUPTK 16 angka. Dalam daftar hanya 4 angka terakhir yang tampil."
        ),
    )

    field_order = ["npsn", "name", "staff_number", "position"]

    class Meta:
        model = Participant
        fields = ["name", "staff_number", "position"]

    def __init__(self, *args, training: Training, **kwargs):
        super().__init__(*args, instance=Participant(training=training), **kwargs)
        self.training = training
        self.fields["staff_number"].widget.attrs["inputmode"] = "numeric"
        self.fields["position"].help_text = _("Misalnya guru kelas atau kepala sekolah.")

    def clean_npsn(self) -> str:
        npsn = self.cleaned_data["npsn"]
        school = school_of_training(self.training, npsn)
        if school is None:
            raise forms.ValidationError(
                _(
                    "Sekolah dengan NPSN %(npsn)s tidak ditemukan di wilayah pelatihan ini "
                    "(%(area)s). Periksa kembali angkanya."
                ),
                params={"npsn": npsn, "area": self.training.area.name},
            )
        self.instance.school = school
        return npsn

    def clean_staff_number(self) -> str:
        return "".join(self.cleaned_data["staff_number"].split())

    def _get_validation_exclusions(self) -> set[str]:
        """The training and the school take part in the constraints, though nobody chooses them here."""
        known = {"training", "school"} if self.instance.school_id else {"training"}
        return super()._get_validation_exclusions() - known


def school_of_training(training: Training, typed: str) -> School | None:
    """The school inside the area of a training whose NPSN was typed, whole and correct."""
    try:
        npsn = NpsnField().clean(typed)
    except ValidationError:
        return None
    inside = School.objects.existing().filter(inside_area(training.area, "district__code"))
    return inside.filter(npsn=npsn).first()


class IdsField(forms.Field):
    """A set of ids, sent one a checkbox; anything else is ignored."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value) -> set[int]:
        return {int(text) for text in value or [] if re.fullmatch("[0-9]{1,18}", text)}


class AttendanceForm(forms.Form):
    """Who was present at a session: what was ticked, and what stood there before."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    was = forms.RegexField(r"^[0-9,]*\Z", widget=forms.HiddenInput, required=False)
    present = IdsField(required=False)

    def changes_since(self, current: set[int], people: list[Participant]) -> list[Change]:
        """What others changed meanwhile: one change for each person whose attendance differs."""
        was = {int(text) for text in self.cleaned_data["was"].split(",") if text}
        words = {True: str(_("hadir")), False: str(_("tidak hadir"))}
        return [
            Change(label=p.name, old=words[p.pk in was], new=words[p.pk in current])
            for p in people
            if (p.pk in was) != (p.pk in current)
        ]
