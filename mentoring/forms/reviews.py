"""Forms of a review: its plan, and the sheet of what it says (facts, targets, obstacles)."""

from itertools import chain

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.forms.money import RupiahField
from mentoring.forms.review_targets import JudgedSet, NextSet, indicators_to_choose, initial_of
from mentoring.forms.visits import StepReasonForm, check_times
from mentoring.forms.work_plans import ActivityField
from mentoring.models import Activity, PerformancePost, Review, ReviewTarget
from mentoring.operations.agreements import Row
from mentoring.queries.reviews import issues_to_offer, next_period, split
from mentoring.queries.work_plans import suggested, to_choose_from
from portal.forms import Laid, OnceForm, VersionedForm
from portal.models import User

Part = ReviewTarget.Part
CHANGED = _("Tinjauan berubah setelah Anda membukanya. Baca kembali, lalu putuskan.")
PLAN = ["period_from", "period_to", "date", "starts_at", "ends_at", "place", "activity"]


class ReviewForm(Laid, forms.ModelForm):
    """Which period is reviewed, when and where, and for which activity of the work plan."""

    activity = ActivityField(help_text=_("Kegiatan yang dijalankan dengan tinjauan ini."))

    class Meta:
        model = Review
        fields = PLAN
        labels = {"starts_at": _("Jam mulai"), "ends_at": _("Jam selesai")}
        help_texts = {
            "period_from": _("Hari pertama masa yang ditinjau."),
            "place": _("Nama ruang atau gedung, atau tautan pertemuan daring."),
        }

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        this = timezone.localdate().year
        offered = to_choose_from(user, Activity.Form.POST, years=range(this - 1, this + 2))
        own = Activity.objects.filter(pk=self.instance.activity_id)
        activities = (offered | own.select_related("plan", "clause")).distinct()
        self.fields["activity"].queryset = activities

    def clean(self):
        """Say beside the right field what the constraints refuse."""
        cleaned = super().clean()
        check_times(self)
        first, last, day = (cleaned.get(name) for name in ("period_from", "period_to", "date"))
        if first and last and last < first:
            self.add_error("period_to", _("Akhir periode mendahului awalnya."))
        if first and day and day < first:
            self.add_error("date", _("Tanggal pertemuan mendahului periode yang ditinjau."))
        return cleaned


class ReviewAddForm(ReviewForm, OnceForm):
    """Planning a review of a post; its period follows the last one's."""

    def __init__(self, *args, user: User, post: PerformancePost, **kwargs):
        super().__init__(*args, user=user, instance=Review(post=post), **kwargs)
        period = next_period(post)
        if period:
            self.initial |= {"period_from": period[0], "period_to": period[1]}
        fitting = suggested(self.fields["activity"].queryset, timezone.localdate())
        self.initial.setdefault("activity", fitting)


class RecordForm(ReviewForm, VersionedForm):
    """What a review says beside its targets."""

    amount = RupiahField(
        label=_("Jumlah dana (Rp)"),
        required=False,
        help_text=_("Boleh kosong. Bila diisi, tulis juga penggunaannya. Contoh: 12.500.000"),
    )
    issues = forms.TypedMultipleChoiceField(
        label=_("Hambatan yang belum selesai"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Hambatan terbuka yang paling lama menunggu; centang yang dibahas."),
    )

    class Meta(ReviewForm.Meta):
        fields = [*PLAN, "participants", "notes", "amount", "amount_use"]
        labels = ReviewForm.Meta.labels | {"amount_use": _("Penggunaan dana")}
        help_texts = ReviewForm.Meta.help_texts | {
            "participants": _(
                "Nama dan jabatan, satu orang satu baris. Wajib sebelum dicatat terlaksana."
            ),
            "notes": _("Pokok pembahasan dan kesepakatan. Wajib sebelum dicatat terlaksana."),
        }

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        offered = issues_to_offer(self.instance, user)
        self.fields["issues"].choices = [(issue.pk, _told(issue)) for issue in offered]
        chosen = self.instance.reviewed_issues.values_list("issue", flat=True)
        self.initial.setdefault("issues", list(chosen))
        if not offered:
            self.fields["issues"].help_text = _("Tidak ada hambatan terbuka.")

    def clean(self):
        """An amount names its use, and a use its amount."""
        cleaned = super().clean()
        amount, use = cleaned.get("amount"), cleaned.get("amount_use")
        if amount is not None and not use:
            self.add_error("amount_use", _("Tulis untuk apa dana ini dipakai."))
        elif use and amount is None and "amount" not in self.errors:
            self.add_error("amount", _("Isi jumlah dananya, atau kosongkan penggunaannya."))
        elif amount is not None and amount <= 0:
            self.add_error("amount", _("Jumlah harus lebih dari 0."))
        return cleaned


def _told(issue) -> str:
    return f"{issue.number} {issue.title} · {issue.school.name} · {issue.get_level_display()}"


class ReviewSheet:
    """The whole page: the review's form, the targets that it judges and those that it sets."""

    def __init__(self, user: User, review: Review, data=None):
        self.form = RecordForm(data, user=user, instance=review)
        targets = split(review.targets.all())
        shared = {"indicators": indicators_to_choose(review)}
        self.last = JudgedSet(
            data, prefix="lalu", initial=initial_of(targets["last"]), form_kwargs=shared
        )
        self.next = NextSet(
            data, prefix="depan", initial=initial_of(targets["next"]), form_kwargs=shared
        )

    def __iter__(self):
        """Every field of the page, for the summary of errors."""
        return chain(self.form, *self.last.forms, *self.next.forms)

    def is_valid(self) -> bool:
        """Whether all three are; each is asked, so that every error is shown at once."""
        return all([self.form.is_valid(), self.last.is_valid(), self.next.is_valid()])

    @property
    def errors(self) -> list:
        """What is wrong anywhere on the page; empty before it was sent."""
        found = [self.form.errors, *self.last.errors, *self.next.errors]
        return [one for one in found if one] + self.non_field_errors

    @property
    def non_field_errors(self) -> list:
        return [
            *self.form.non_field_errors(),
            *self.last.non_form_errors(),
            *self.next.non_form_errors(),
        ]

    @property
    def conflict(self) -> list:
        return self.form.conflict

    @property
    def parts(self) -> dict:
        """Targets and obstacles for the operation."""
        rows: dict[str, list[Row]] = {Part.LAST: self.last.rows(), Part.NEXT: self.next.rows()}
        return {"targets": rows, "issues": set(self.form.cleaned_data["issues"])}


class ReviewReasonForm(StepReasonForm):
    """Why a review, as it was read, is sent back or cancelled."""

    def note_conflict(self, current: Review) -> None:
        """Keep the reason, and let the next sending decide on the review as it stands now."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(current.version)
        self.add_error(None, CHANGED)
