"""Forms of a work plan: its year, its activities with their schedule, and where a record is filed."""

from django import forms
from django.db.models import Q
from django.utils.dates import MONTHS as MONTH_NAMES
from django.utils.translation import gettext_lazy as _

from indicators.models import Indicator, IndicatorSet
from mentoring.forms.money import RupiahField
from mentoring.models import Activity, WorkPlan
from mentoring.models.agreements import SIDES
from mentoring.models.work_plans import FIRST_YEAR, LAST_YEAR
from mentoring.queries.people import people_of
from portal.forms import Laid, OnceForm, VersionedForm
from portal.models import User


class PlanYearForm(Laid, OnceForm, forms.ModelForm):
    """The year of a new work plan."""

    copies = forms.BooleanField(
        label=_("Salin kegiatan yang belum selesai dari rencana terakhir"), required=False
    )

    class Meta:
        model = WorkPlan
        fields = ["year"]
        help_texts = {"year": _("Tahun anggaran, Januari sampai Desember.")}

    def __init__(self, *args, newest: WorkPlan | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].widget.attrs |= {"min": FIRST_YEAR, "max": LAST_YEAR}
        if newest is None:
            del self.fields["copies"]


class ActivityForm(Laid, forms.ModelForm):
    """An activity with its schedule (`month_1` … `month_12`) and the indicators that it should move."""

    budget = RupiahField(label=_("Anggaran (Rp)"), required=False)
    indicators = forms.TypedMultipleChoiceField(
        label=_("Indikator yang dituju"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Activity
        fields = ["clause", "form", "title", "target", "side", "person", "fund_source", "budget"]
        widgets = {"form": forms.RadioSelect, "side": forms.RadioSelect}
        help_texts = {
            "target": _(
                "Berapa kunjungan, sesi pelatihan, pos kinerja, atau regulasi dalam setahun."
            ),
            "fund_source": _("Misalnya APBD, APBN, atau BOS."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plan = self.instance.plan
        self.fields["clause"].queryset = plan.agreement.clauses.all()
        self.fields["clause"].empty_label = _("Pilih klausul")
        self.fields["clause"].label_from_instance = lambda one: f"{one.order}. {one.text}"
        for name in ("form", "side"):
            self.fields[name].choices = [c for c in self.fields[name].choices if c[0]]
        # Whose account was closed since stays until somebody else is chosen.
        self.fields["person"].queryset = people_of(plan.agreement) | User.objects.filter(
            pk=self.instance.person_id
        )
        self.fields["person"].empty_label = _("Belum ditentukan")
        self._offer_indicators(plan)
        self._offer_months()

    def _offer_indicators(self, plan: WorkPlan) -> None:
        """Those of the sets in force in the plan's year, and those aimed at already."""
        aimed = set()
        if self.instance.pk:
            aimed = set(self.instance.aimed.values_list("indicator_id", flat=True))
        sets = IndicatorSet.objects.filter(
            Q(valid_from=None) | Q(valid_from__year__lte=plan.year),
            Q(valid_until=None) | Q(valid_until__year__gte=plan.year),
        )
        offered = Indicator.objects.filter(Q(memberships__set__in=sets) | Q(pk__in=aimed))
        offered = offered.distinct().order_by("code", "name")
        self.fields["indicators"].choices = [(one.pk, str(one)) for one in offered]
        self.initial.setdefault("indicators", sorted(aimed))

    def _offer_months(self) -> None:
        planned = {}
        if self.instance.pk:
            planned = dict(self.instance.months.values_list("month", "planned"))
        for month, name in MONTH_NAMES.items():
            field = forms.IntegerField(
                label=name, required=False, min_value=0, max_value=999, initial=planned.get(month)
            )
            field.widget.attrs["class"] = "form-control"
            self.fields[f"month_{month}"] = field

    @property
    def month_fields(self) -> list[forms.BoundField]:
        return [self[f"month_{month}"] for month in MONTH_NAMES]

    @property
    def own_fields(self) -> list[forms.BoundField]:
        """The fields above the schedule, in order."""
        apart = {"indicators", *(f"month_{month}" for month in MONTH_NAMES)}
        return [field for field in self.visible_fields() if field.name not in apart]

    def clean(self):
        """Refuse a person of the other side, and a schedule that does not add up to the target."""
        cleaned = super().clean()
        person, side = cleaned.get("person"), cleaned.get("side")
        if person and side and SIDES[person.role] != side:
            self.add_error("person", _("Orang ini dari pihak lain. Pilih orang dari pihak itu."))
        planned, target = sum(self.months.values()), cleaned.get("target")
        if planned and target and planned != target:
            words = _(
                "Jadwal per bulan berjumlah %(planned)d, sedangkan sasarannya %(target)d. Samakan."
            )
            self.add_error("target", words % {"planned": planned, "target": target})
        return cleaned

    @property
    def months(self) -> dict[int, int]:
        """The schedule as typed: month → how many; months left empty are left out."""
        typed = {month: self.cleaned_data.get(f"month_{month}") for month in MONTH_NAMES}
        return {month: planned for month, planned in typed.items() if planned}

    @property
    def parts(self) -> dict:
        """Schedule and indicators for the operation."""
        return {"months": self.months, "indicators": set(self.cleaned_data["indicators"])}


class ActivityAddForm(ActivityForm, OnceForm):
    """Planning a new activity."""


class ActivityEditForm(ActivityForm, VersionedForm):
    """Editing an activity."""


class ActivityField(forms.ModelChoiceField):
    """A choice of activities that says year and clause of each."""

    def __init__(self, **kwargs):
        words = {
            "label": _("Kegiatan rencana kerja"),
            "required": False,
            "empty_label": _("Di luar rencana kerja"),
            "error_messages": {
                "invalid_choice": _("Kegiatan ini tidak dapat dipilih. Pilih kegiatan lain.")
            },
        }
        super().__init__(Activity.objects.none(), **words | kwargs)

    def label_from_instance(self, activity: Activity) -> str:
        return f"{activity.plan.year} · {activity.clause.order}. {activity.title}"


class FilingForm(Laid, forms.Form):
    """For which activity a visit is done."""

    activity = ActivityField()

    def __init__(self, *args, activities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["activity"].queryset = activities
