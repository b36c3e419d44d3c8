"""Forms of assignments: entrusting a school, ending it, handing it over."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models import Assignment, Visit
from mentoring.models.facilitators import facilitators_for
from mentoring.queries.assignments import planned_visits_from
from portal.forms import Laid, OnceForm
from portal.models import User
from schools.fields import NpsnField
from schools.models import School

CHANGED = _(
    "Penugasan ini diubah orang lain setelah Anda membukanya. Periksa lagi, lalu kirim ulang."
)


class AssignForm(Laid, OnceForm):
    """A school, found by its NPSN in the person's scope, for a facilitator and a period."""

    facilitator = forms.ModelChoiceField(
        label=_("Fasilitator"), queryset=User.objects.none(), empty_label=_("Pilih fasilitator")
    )
    npsn = NpsnField(
        label=_("NPSN sekolah"),
        help_text=_("8 angka; PKBM dan SKB: P dan 7 angka; kursus: K dan 7 angka."),
        error_messages={"required": _("Isi NPSN sekolah.")},
    )
    starts_on = forms.DateField(label=_("Mulai"), initial=timezone.localdate)
    ends_on = forms.DateField(
        label=_("Berakhir"), required=False, help_text=_("Kosongkan bila belum ditentukan.")
    )

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        offered = facilitators_for(user).filter(is_active=True)
        self.fields["facilitator"].queryset = offered.order_by("name", "pk")
        self.schools = School.objects.visible_to(user).existing().defer("search")

    def clean(self):
        data = super().clean()
        if data.get("npsn"):
            data["school"] = self.schools.filter(npsn=data["npsn"]).first()
            if data["school"] is None:
                self.add_error(
                    "npsn",
                    _("Tidak ada sekolah dengan NPSN itu di wilayah Anda. Periksa angkanya."),
                )
        return data


class ChangedAssignmentForm(Laid, forms.Form):
    """A decision on an assignment as it was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args, assignment: Assignment, **kwargs):
        super().__init__(*args, **kwargs)
        self.assignment = assignment
        self.initial["version"] = assignment.version

    def note_conflict(self, current: Assignment) -> None:
        """Keep what was typed, and let the next sending decide on the assignment as it stands now."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(current.version)
        self.add_error(None, CHANGED)


class EndForm(ChangedAssignmentForm):
    """The last day of an assignment."""

    on = forms.DateField(
        label=_("Hari terakhir"),
        initial=timezone.localdate,
        help_text=_(
            "Sesudah hari itu fasilitator tidak lagi melihatnya sebagai sekolah dampingan."
        ),
    )


class PlannedVisitsField(forms.ModelMultipleChoiceField):
    """Planned visits to be ticked, each by day and kind."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, visit: Visit) -> str:
        return f"{visit.date:%d/%m/%Y} · {visit.kind.name} ({visit.number})"


class HandOverForm(ChangedAssignmentForm):
    """To whom and from when, and which planned visits go along: all of them unless unticked."""

    to = forms.ModelChoiceField(
        label=_("Fasilitator baru"),
        queryset=User.objects.none(),
        empty_label=_("Pilih fasilitator"),
    )
    on = forms.DateField(
        label=_("Mulai didampingi fasilitator baru"),
        initial=timezone.localdate,
        help_text=_("Fasilitator yang sekarang tetap tercatat sampai sehari sebelumnya."),
    )
    visits = PlannedVisitsField(
        label=_("Rencana kunjungan yang ikut dialihkan"),
        queryset=Visit.objects.none(),
        required=False,
        help_text=_("Hanya yang jatuh pada tanggal alih atau sesudahnya yang dapat ikut."),
    )

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        others = facilitators_for(user).filter(is_active=True)
        others = others.exclude(pk=self.assignment.facilitator_id)
        self.fields["to"].queryset = others.order_by("name", "pk")
        planned = planned_visits_from(self.assignment, timezone.localdate())
        self.initial["visits"] = list(planned)
        self.fields["visits"].queryset = planned
        if not self.initial["visits"]:
            del self.fields["visits"]
