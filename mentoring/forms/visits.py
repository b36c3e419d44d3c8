"""The forms of a visit's steps: its plan, and that it was read before it is verified."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.forms.work_plans import ActivityField
from mentoring.models import Activity, Instrument, Visit, VisitKind
from mentoring.queries.companions import possible_companions
from mentoring.queries.visits import schools_to_plan_for
from mentoring.queries.work_plans import suggested, to_choose_from
from portal.forms import Laid, OnceForm, ReasonForm
from portal.models import User

CHANGED = _("Laporan berubah setelah Anda membukanya. Baca kembali, lalu putuskan.")


class PlanForm(Laid, OnceForm, forms.ModelForm):
    """Where, when and what for: enough to put a visit into the calendar."""

    activity = ActivityField(help_text=_("Kegiatan yang dijalankan dengan kunjungan ini."))

    class Meta:
        model = Visit
        fields = [
            "school",
            "date",
            "mode",
            "kind",
            "instrument",
            "activity",
            "starts_at",
            "ends_at",
        ]
        field_classes = {"school": forms.ModelChoiceField}
        widgets = {"mode": forms.RadioSelect}
        help_texts = {
            "date": _("Hari kunjungan. Boleh tanggal yang sudah lewat bila laporannya menyusul."),
        }

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["school"].queryset = schools_to_plan_for(user)
        self.fields["school"].empty_label = _("Pilih sekolah dampingan")
        self.fields["school"].error_messages["invalid_choice"] = _(
            "Pilih salah satu sekolah dampingan Anda."
        )
        self.fields["kind"].queryset = VisitKind.objects.filter(active=True)
        self.fields["kind"].empty_label = _("Pilih jenis")
        self._offer_instruments()
        self._offer_activities(user)

    def _offer_instruments(self) -> None:
        """Those in use, the newest suggested; a single one is no question."""
        published = Instrument.objects.published()
        self.fields["instrument"].queryset = published
        self.fields["instrument"].empty_label = None
        self.initial.setdefault("instrument", next(iter(published), None))
        if len(published) < 2:
            del self.fields["instrument"]

    def _offer_activities(self, user: User) -> None:
        """Those of last year's, this and next year's plans; the one planned for now is suggested."""
        today = timezone.localdate()
        years = range(today.year - 1, today.year + 2)
        activities = to_choose_from(user, Activity.Form.MENTORING, years=years)
        self.fields["activity"].queryset = activities
        self.initial.setdefault("activity", suggested(activities, today))

    def clean(self):
        super().clean()
        check_times(self)


def check_times(form: forms.Form) -> None:
    """A visit ends after it starts."""
    starts, ends = form.cleaned_data.get("starts_at"), form.cleaned_data.get("ends_at")
    if starts and ends and ends <= starts:
        form.add_error("ends_at", _("Jam selesai harus setelah jam mulai."))


class ReadForm(forms.Form):
    """The version of the visit that a step was decided on; 0, which none has, where it is missing."""

    version = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)

    def clean_version(self) -> int:
        return self.cleaned_data["version"] or 0


class StepReasonForm(ReadForm, ReasonForm):
    """Why a visit, as it was read, is sent back or cancelled."""

    def note_conflict(self, current: Visit) -> None:
        """Keep the reason, and let the next sending decide on the visit as it stands now."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(current.version)
        self.add_error(None, CHANGED)


class AnswerForm(StepReasonForm):
    """What a writer answers who hands a report over as it was sent back.

    The button of the visit's page sends none yet: then it is asked, and nothing is wrong.
    """

    def __init__(self, data=None, **kwargs):
        super().__init__(data if data and "reason" in data else None, **kwargs)
        self.fields["reason"].label = _("Jawaban")


class CompanionForm(Laid, forms.Form):
    """A facilitator who is to write the report of a visit as well."""

    user = forms.ModelChoiceField(
        User.objects.none(), label=_("Pendamping penulis"), empty_label=_("Pilih fasilitator")
    )

    def __init__(self, *args, visit: Visit, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = possible_companions(visit)
