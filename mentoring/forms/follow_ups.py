"""The rows of follow-ups in a visit's report, and the report on one follow-up."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.forms.visits import ReadForm
from mentoring.models import FollowUp, Visit
from mentoring.operations.follow_ups import REPORTED
from mentoring.queries.follow_ups import people_to_own, sides_of
from portal.forms import DateInput, Laid, ReasonForm, VersionedForm
from portal.models import User

MOST_ROWS = 30
EMPTY_ROWS = 2
CHANGED = _("Tindak lanjut berubah setelah Anda membukanya. Baca kembali, lalu putuskan.")
TYPED = ("owner", "owner_name", "person", "due_on", "indicator")  # what makes a row more than empty
# The usual one is empty, so that a row that nobody touched is empty as well.
PRIORITIES = [
    ("", _("sedang")),
    *(choice for choice in FollowUp.Priority.choices if choice[0] != FollowUp.Priority.MEDIUM),
]


class FollowUpRow(Laid, forms.Form):
    """A follow-up while the report is written: only the description is asked of a draft."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)
    description = forms.CharField(
        label=_("Uraian"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    owner = forms.ChoiceField(
        label=_("Pelaksana"),
        choices=[("", _("Pilih pelaksana")), *FollowUp.Owner.choices],
        required=False,
    )
    owner_name = forms.CharField(
        label=_("Nama atau jabatan pelaksana"), max_length=120, required=False
    )
    due_on = forms.DateField(label=_("Tenggat"), required=False, widget=DateInput())
    person = forms.TypedChoiceField(
        label=_("Orang yang melaksanakan"), required=False, coerce=int, empty_value=None
    )
    priority = forms.ChoiceField(label=_("Prioritas"), choices=PRIORITIES, required=False)
    indicator = forms.TypedChoiceField(
        label=_("Indikator"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args, indicators: list[tuple[int, str]], people: list[User], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {person.pk: person for person in people}
        named = [(person.pk, f"{person.name} ({person.get_role_display()})") for person in people]
        self.fields["person"].choices = [("", _("Tidak disebut orangnya")), *named]
        for name in ("description", "owner", "due_on"):
            self.fields[name].needed_later = True
        self.fields["indicator"].choices = [("", _("Tidak terkait indikator")), *indicators]

    def clean(self):
        data = super().clean()
        typed = [name for name in TYPED if data.get(name)]
        if typed and not data.get("description") and "description" not in self.errors:
            self.add_error("description", _("Tuliskan apa yang akan dilakukan."))
        if data.get("person"):
            self._place(self.people[data["person"]])
        data["priority"] = data.get("priority") or FollowUp.Priority.MEDIUM
        data["key"] = data.get("key") or uuid.uuid4()
        return data

    def _place(self, person: User) -> None:
        """A person owns for their own side, which need not be chosen beside them."""
        sides = sides_of(person)
        chosen = self.cleaned_data.get("owner")
        if not chosen:
            self.cleaned_data["owner"] = sides[0]
        elif chosen not in sides:
            sentence = _("%(person)s bukan dari pihak %(side)s. Ubah salah satunya.")
            side = FollowUp.Owner(chosen).label
            self.add_error("person", sentence % {"person": person.name, "side": side})

    def reject_due_before(self, day) -> None:
        """A follow-up cannot be due before the visit that agreed it."""
        due_on = self.cleaned_data.get("due_on")
        if due_on and day and due_on < day:
            self.add_error("due_on", _("Tenggat tidak boleh mendahului tanggal kunjungan."))


class _Rows(forms.BaseFormSet):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        # A row equal to what is stored is no empty row: a draft is sent again and again.
        form.empty_permitted = False
        form.fields["DELETE"].label = _("Hapus tindak lanjut ini saat disimpan")


_RowFormSet = forms.formset_factory(
    FollowUpRow,
    formset=_Rows,
    extra=EMPTY_ROWS,
    can_delete=True,
    max_num=MOST_ROWS,
    absolute_max=MOST_ROWS + 10,
    validate_max=True,
)


class FollowUpRows(_RowFormSet):
    """All follow-ups of a visit's report, with a few empty rows for those without scripts."""

    visit_date = None

    def __init__(self, data=None, *, visit: Visit, indicators: list[tuple[int, str]]):
        known = [
            {
                "key": row.key,
                "description": row.description,
                "owner": row.owner,
                "owner_name": row.owner_name,
                "due_on": row.due_on,
                "indicator": row.indicator_id,
                "person": row.owner_person_id,
                "priority": "" if row.priority == FollowUp.Priority.MEDIUM else row.priority,
            }
            for row in visit.follow_ups.all()
        ]
        super().__init__(
            data,
            initial=known,
            prefix="follow_ups",
            form_kwargs={"indicators": indicators, "people": list(people_to_own(visit))},
        )

    def clean(self):
        for form in self.forms:
            if not self._should_delete_form(form):
                form.reject_due_before(self.visit_date)

    @property
    def kept(self) -> list[dict]:
        """The clean values of the rows that hold something and are not to be removed."""
        return [
            form.cleaned_data
            for form in self.forms
            if form.cleaned_data.get("description") and not form.cleaned_data.get("DELETE")
        ]


class FollowUpReportForm(Laid, VersionedForm):
    """How far a follow-up is, and what came of it."""

    class Meta:
        model = FollowUp
        fields = ["state", "result"]
        widgets = {"state": forms.RadioSelect}
        help_texts = {"result": _("Wajib bila sudah selesai: apa hasilnya dan di mana buktinya.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [
            (state.value, state.label) for state in FollowUp.State if state in REPORTED
        ]
        if self.initial["state"] not in REPORTED:
            self.initial["state"] = FollowUp.State.IN_PROGRESS

    def clean(self):
        data = super().clean()
        data["result"] = data.get("result", "").replace("\r\n", "\n").strip()
        if data.get("state") == FollowUp.State.DONE and not data["result"]:
            self.add_error("result", _("Tuliskan hasilnya sebelum menandai selesai."))
        return data


class SendBackForm(ReadForm, ReasonForm):
    """Why a follow-up, as it was read, is returned to its owner."""

    def note_conflict(self, current: FollowUp) -> None:
        """Keep the reason, and let the next sending decide on the follow-up as it stands now."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(current.version)
        self.add_error(None, CHANGED)
