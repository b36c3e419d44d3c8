"""The form of an agreement: its own fields, the parties and the clauses, on one page."""

from itertools import chain

from django import forms
from django.db.models import Q
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from mentoring.models import Agreement, Clause, Party
from mentoring.models.agreements import ENDING_SOON, Side
from mentoring.operations.agreements import Row
from portal.forms import Laid, OnceForm, ReasonForm, VersionedForm
from portal.models import Area, User

CITY_AND_ABOVE = Q(level__in=[Area.Level.PROVINCE, Area.Level.CITY])


def areas_of(user: User):
    """The provinces and cities in the user's scope, and the scope itself: few to choose from."""
    return Area.objects.in_scope_of(user).filter(CITY_AND_ABOVE | Q(pk=user.area_id))


class AgreementForm(Laid, forms.ModelForm):
    """The fields of an agreement itself."""

    class Meta:
        model = Agreement
        fields = [
            "kind",
            "title",
            "first_number",
            "second_number",
            "area",
            "starts_on",
            "ends_on",
            "state",
            "signed_on",
            "signed_at",
            "scan",
            "reminder_days",
        ]
        widgets = {"scan": forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"})}
        help_texts = {
            "first_number": _("Nomor dari Pemerintah Kota. Boleh kosong selama masih draf."),
            "second_number": _("Nomor dari BPMP. Boleh kosong selama masih draf."),
            "state": _("Naskah yang berlaku harus sudah ditandatangani dan bernomor."),
            "scan": _("PDF, JPG, atau PNG, paling besar 10 MB."),
            "reminder_days": _("Kedua pihak diingatkan sekian hari sebelum naskah berakhir."),
        }

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        areas = areas_of(user)
        self.fields["area"].queryset = areas
        self.initial.setdefault("area", user.area_id)
        self._offer_decisions()
        self.fields["reminder_days"].required = False
        if self.instance.scan:
            self.fields["scan"].help_text = _(
                "PDF, JPG, atau PNG, paling besar 10 MB. Kosongkan bila pindaian tidak berubah."
            )
        if self.files.get("scan"):
            self.fields["scan"].help_text = _(
                "Berkas harus dipilih lagi setelah formulir diperbaiki. Paling besar 10 MB."
            )

    def clean_reminder_days(self) -> int:
        """An empty field means the usual number of days."""
        return self.cleaned_data["reminder_days"] or ENDING_SOON

    def _offer_decisions(self) -> None:
        """Terminating is a step of its own, with a reason; a decision that stands stays."""
        apart = {Agreement.State.TERMINATED} - {self.instance.state}
        field = self.fields["state"]
        field.choices = [choice for choice in field.choices if choice[0] not in apart]


class AgreementAddForm(AgreementForm, OnceForm):
    """Recording a new agreement."""


class AgreementEditForm(AgreementForm, VersionedForm):
    """Editing an agreement."""


class RowForm(Laid, forms.ModelForm):
    """A row of a list inside a form; its id says which record it shows, if any."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def as_row(self) -> Row:
        """What the editor left here, for the operation."""
        values = {name: self.cleaned_data.get(name) for name in self._meta.fields}
        dropped = self.cleaned_data.get("DELETE", False)
        return Row(pk=self.cleaned_data["id"], values=values, dropped=dropped)


class PartyForm(RowForm):
    """A signatory."""

    class Meta:
        model = Party
        fields = ["side", "institution", "name", "position"]


class ClauseForm(RowForm):
    """A clause of the scope."""

    class Meta:
        model = Clause
        fields = ["order", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["order"].required = False


class RowSet(BaseFormSet):
    """Rows of a form; those left empty count for nothing."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Hapus baris ini")

    def rows(self) -> list[Row]:
        """The rows that say something, once the set is valid."""
        filled = [
            f for i, f in enumerate(self.forms) if i < self.initial_form_count() or f.has_changed()
        ]
        return [form.as_row() for form in filled]


class BothSidesSet(BaseFormSet):
    """The signatories of an agreement, on the portal's page as in the admin."""

    def clean(self):
        """Refuse to leave a side without a signatory; a row that goes does not count."""
        super().clean()
        kept = [form for form in self.forms if not form.cleaned_data.get("DELETE")]
        if any(form.errors for form in kept):
            return
        if {form.cleaned_data.get("side") for form in kept} - {None} != set(Side.values):
            raise forms.ValidationError(
                _("Isi setidaknya satu penanda tangan dari Dinas Pendidikan dan satu dari BPMP.")
            )


class BasePartySet(BothSidesSet, RowSet):
    def add_fields(self, form, index):
        """A new agreement starts with a row for each side."""
        super().add_fields(form, index)
        if self.initial_form_count() == 0 and index is not None and index < len(Side):
            form.initial.setdefault("side", Side.values[index])


PartySet = formset_factory(
    PartyForm,
    formset=BasePartySet,
    extra=2,
    max_num=20,
    absolute_max=40,
    can_delete=True,
    can_delete_extra=False,
)
ClauseSet = formset_factory(
    ClauseForm,
    formset=RowSet,
    extra=3,
    max_num=100,
    absolute_max=120,
    can_delete=True,
    can_delete_extra=False,
)


class AgreementSheet:
    """The whole page: the agreement's form, its parties and its clauses, read as one."""

    def __init__(self, user: User, data=None, files=None, *, instance: Agreement | None = None):
        form = AgreementEditForm if instance else AgreementAddForm
        self.form = form(data, files, user=user, instance=instance)
        parties = instance.parties.all() if instance else []
        clauses = instance.clauses.all() if instance else []
        self.parties = PartySet(data, prefix="pihak", initial=initial_of(PartyForm, parties))
        self.clauses = ClauseSet(data, prefix="lingkup", initial=initial_of(ClauseForm, clauses))

    def __iter__(self):
        """Every field of the page, for the summary of errors."""
        return chain(self.form, *self.parties.forms, *self.clauses.forms)

    def is_valid(self) -> bool:
        """Whether all three are; each is asked, so that every error is shown at once."""
        return all([self.form.is_valid(), self.parties.is_valid(), self.clauses.is_valid()])

    @property
    def errors(self) -> list:
        """What is wrong anywhere on the page; empty before it was sent."""
        return [e for e in (self.form.errors, *self.parties.errors, *self.clauses.errors) if e] + [
            *self.non_field_errors
        ]

    @property
    def non_field_errors(self) -> list:
        return [
            *self.form.non_field_errors(),
            *self.parties.non_form_errors(),
            *self.clauses.non_form_errors(),
        ]

    @property
    def conflict(self) -> list:
        return getattr(self.form, "conflict", [])

    @property
    def rows(self) -> dict[str, list[Row]]:
        """Parties and clauses for the operation."""
        return {"parties": self.parties.rows(), "clauses": self.clauses.rows()}


def initial_of(form: type[RowForm], records) -> list[dict]:
    """What the rows of a set show before anything is typed."""
    names = ["id", *form._meta.fields]
    return [{name: getattr(record, name) for name in names} for record in records]


class TerminationForm(ReasonForm):
    """From which day an agreement no longer holds, and why."""

    on = forms.DateField(label=_("Tidak berlaku sejak"))
    field_order = ["on", "reason"]
