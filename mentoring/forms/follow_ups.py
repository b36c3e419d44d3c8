"""The rows of follow-ups in a visit's report, and the report on one follow-up."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.models import FollowUp, Visit
from portal.forms import DateInput, Laid, VersionedForm

MOST_ROWS = 30
EMPTY_ROWS = 2


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
    indicator = forms.TypedChoiceField(
        label=_("Indikator"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args, indicators: list[tuple[int, str]], **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("description", "owner", "due_on"):
            self.fields[name].needed_later = True
        self.fields["indicator"].choices = [("", _("Tidak terkait indikator")), *indicators]

    def clean(self):
        data = super().clean()
        typed = [name for name in ("owner", "owner_name", "due_on", "indicator") if data.get(name)]
        if typed and not data.get("description") and "description" not in self.errors:
            self.add_error("description", _("Tuliskan apa yang akan dilakukan."))
        data["key"] = data.get("key") or uuid.uuid4()
        return data

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
            }
            for row in visit.follow_ups.all()
        ]
        super().__init__(
            data, initial=known, prefix="follow_ups", form_kwargs={"indicators": indicators}
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

    def clean(self):
        data = super().clean()
        if data.get("state") == FollowUp.State.DONE and not data.get("result", "").strip():
            self.add_error("result", _("Tuliskan hasilnya sebelum menandai selesai."))
        return data
